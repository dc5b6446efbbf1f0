"""Drafts in layouts of their own: rows of program data, days below a name, falls in brackets, answers to questions.

A mark {right|wrong} holds a figure that is borne out and one in its place that is refuted; {right|} only the first.
"""

from __future__ import annotations

import pytest

import wollet
from marked import MARK, labels
from wollet.read import markdown

DRAFTS = {
    "semicolons": (
        "2024-02-14T17:30-05:00",
        """symbol;close;chg_1d_pct;chg_wtd_pct
"NVDA";"{739.00|793.00}";"{2.46|-2.46}";"{2.45|12.45}"
"AAPL";"{184.15|148.15}";"{-0.48|0.48}";"{-2.49|2.49}"
""",
    ),
    "commas": (
        "2024-02-14T17:30+09:00",
        """code,name,close,change_rate
005930,삼성전자,{74000|47000},{-1.60|1.60}
000660,SK하이닉스,{148700|184700},{-0.87|0.87}
""",
    ),
    "objects": (
        "2024-02-14T17:30-05:00",
        """{
  "asOf": "2024-02-14",
  "SPX": {"close": {5000.62|5100.62}, "change": {47.45|-47.45}, "changePercent": {0.96|-0.96}, "ytdPercent": {4.84|8.44}},
  "IXIC": {"close": {15859.15|15895.15}, "changePercent": {1.30|3.10}}
}
""",
    ),
    "days below a name": (
        "2024-02-16T18:00-05:00",
        """Last three sessions

S&P 500
  02/14  {5,000.62|5,029.73}  {+0.96%|+0.58%}
  02/15  {5,029.73|5,000.62}  {+0.58%|-0.48%}
  02/16  {5,005.57|5,029.73}  {-0.48%|+0.48%}
""",
    ),
    "days in points": (
        "2024-02-16T18:00+09:00",
        """코스피
02.14  {2,620.42|2,602.42}  {-1.10%|+1.10%}
02.15  {2,613.80|2,631.80}  {-0.25%|+1.34%}
""",
    ),
    "days across": (
        "2024-02-16T18:00+09:00",
        """최근 3거래일 추이

| 구분 | 2/14 | 2/15 | 2/16 |
|---|---|---|---|
| 코스피 종가 | {2,620.42|2,613.80} | {2,613.80|2,620.42} | {2,648.76|2,684.76} |
| 코스피 등락률 | {-1.10%|+1.10%} | {-0.25%|+1.34%} | {+1.34%|-0.25%} |
""",
    ),
    "two days on a line": (
        "2024-02-15T18:00-05:00",
        """Two-day scoreboard

1. S&P 500 — Wednesday: {+0.96%|+0.58%}; Thursday: {+0.58%|+0.96%}
2. Nasdaq — Wednesday: {+1.30%|+0.30%}; Thursday: {+0.30%|+1.30%}
""",
    ),
    "falls in brackets": (
        "2024-02-14T17:30-05:00",
        """Performance (negatives in parentheses)

                  Close       1 day         WTD
S&P 500        {5,000.62|5,100.62}       {0.96%|(0.96%)}     {(0.52%)|(2.52%)}
Apple            {184.15|148.15}     {(0.48%)|0.48%}     {(2.49%)|(4.49%)}
""",
    ),
    "tenors": (
        "2024-02-14T17:30-05:00",
        """### Treasury curve

| Tenor | Prev. yield | Yield | Chg (bp) |
|---|---|---|---|
| 2-year | {4.64%|} | {4.56%|} | {-8|} |
| 10-year | {4.31%|} | {4.27%|} | {-4|} |
""",
    ),
    "last week": (
        "2024-02-17T09:00-05:00",
        """**This week**

| Index | Weekly change |
|---|---|
| S&P 500 | {-0.42%|+4.42%} |

**Last week**

| Index | Weekly change |
|---|---|
| S&P 500 | {+1.37%|-1.37%} |
""",
    ),
    "answers": (
        "2024-02-15T18:00+09:00",
        """Q1. 오늘 코스피 종가와 등락률은?
→ {2,613.80|2,620.42}, {-0.25%|-1.10%}
Q2. 어제는요?
→ {2,620.42|2,613.80}, {-1.10%|-0.25%}
""",
    ),
    "percent above": (
        "2024-02-14T17:30-05:00",
        """Heat map at the close, % change

NVDA {+2.5|-2.5} | TSLA {+2.5|-2.5} | AAPL {−0.5|+0.5}
""",
    ),
    "name behind": ("2024-02-14T20:00-05:00", "[Slide 1] Markets at a glance\n[Slide 2] Big number: {+4.8%|+8.4%} (S&P 500, YTD)\n[Slide 3] Big number: {+2.46%|-2.46%} (Nvidia, today)\n"),
    "dashes": (
        "2024-02-14T17:30-05:00",
        """NVDA snapshot
Close — {$739.00|$793.00}
Previous close — {$721.28|$712.28}
One week — {+5.42%|-5.42%}
Day's range — {$719.38|} / {$742.36|}
Year to date — {+49.23%|+94.23%}
""",
    ),
    "high and low": (
        "2024-02-14T17:30+09:00",
        "기아 한눈에 보기\n전일 대비 — 없음\n\n삼성전자 한눈에 보기\n종가 — {74,000원|47,000원}\n고가/저가 — {74,300원|} / {73,700원|}\n",
    ),
    "sums so far": (
        "2024-02-15T08:00+09:00",
        "어제: 코스피 {-1.10%|+1.10%} / 코스닥 {+0.96%|-0.96%}\n올해 누적: 코스피 {-1.31%|+1.31%} / 코스닥 {-1.53%|+1.53%}\n",
    ),
    "days down": (
        "2024-02-16T18:00-05:00",
        """Closing levels

| Date | S&P 500 | Nvidia |
|---|---|---|
| 2024-02-15 | {5,029.73|5,005.57} | {726.58|762.58} |
| 2024-02-16 | {5,005.57|5,029.73} | {726.13|762.13} |

Daily change

| Date | S&P 500 | Nvidia |
|---|---|---|
| 2024-02-15 | {+0.58%|-0.58%} | {-1.68%|+1.68%} |
""",
    ),
    "days over columns": (
        "2024-02-16T18:00-05:00",
        """| | Fri Feb 16 | | Thu Feb 15 | |
|---|---|---|---|---|
| | Close | Chg % | Close | Chg % |
| S&P 500 | {5,005.57|5,029.73} | {-0.48%|+0.58%} | {5,029.73|5,005.57} | {+0.58%|-0.48%} |
""",
    ),
    "yesterday over columns, on a Monday": (
        "2024-02-26T18:00+09:00",
        """| 종목 | 오늘 | | 어제 | |
|---|---|---|---|---|
| | 종가 | 등락률 | 종가 | 등락률 |
| 삼성전자 | {72,800|78,200} | {-0.14%|+0.14%} | {72,900|79,200} | {-0.27%|+0.27%} |
""",
    ),
    "level and move of a day": (
        "2024-02-16T18:00-05:00",
        """| | Feb 15 | Feb 16 |
|---|---|---|
| S&P 500 | {5,029.73|5,005.57} ({+0.58%|-0.58%}) | {5,005.57|5,029.73} ({-0.48%|+0.48%}) |
""",
    ),
    "a day for each line": (
        "2024-02-16T18:00+09:00",
        "이번 주 일별 정리\n\n- 수(2/14): 코스피 {2,620.42|2,648.76}({-1.10%|+1.34%}), 코스닥 {853.30|857.60}({+0.96%|-0.96%})\n- 목(2/15): 코스피 {2,613.80|2,648.76}({-0.25%|+1.34%}), 코스닥 {859.21|857.60}({+0.69%|-0.69%})\n",
    ),
    "leaders": ("2024-02-14T17:30-05:00", "S&P 500 .......   {5,000.62|5,100.62} .... {+0.96%|-0.96%}\nApple .........     {184.15|148.15} .... {-0.48%|+0.48%}\n"),
    "a stretch before marks": ("2024-02-14T17:30-05:00", "CLOSE // SPX {5,000.62|5,100.62} ({+0.96%|-0.96%})\nYTD // SPX {+4.8%|+0.96%} // NVDA {+49.2%|+2.5%}\n"),
    "against a day": ("2024-02-16T18:00-05:00", "* vs. the previous Friday: S&P 500 {-0.42%|+4.42%}, Nasdaq {-1.34%|+1.34%}\n* Friday's session alone: S&P 500 {-0.48%|+0.48%}, Nasdaq {-0.82%|+0.82%}\n"),
    "before and now": (
        "2024-02-14T17:30-05:00",
        "| Asset | Prev | Actual | Move |\n|---|---|---|---|\n| S&P 500 | {4,953.17|4,935.17} | {5,000.62|5,100.62} | {+0.96%|-0.96%} |\n",
    ),
    "from the eve to the day": ("2024-02-14T17:00+09:00", "- 코스피: 전일 {2,649.64|2,694.64} → 당일 {2,620.42|2,602.42} / {-1.10%|+1.10%}\n- 삼성전자: 전일 {75,200원|72,500원} → 당일 {74,000원|47,000원} / {-1.60%|+1.60%}\n"),
    "keys of a program": ("2024-02-14T17:30-05:00", "- symbol: NVDA\n  close: {739.00|793.00}\n  prev_close: {721.28|712.28}\n  change_pct: {2.46|4.26}\n  ytd_pct: {49.23|94.23}\n"),
}
LEFT_OPEN = (
    ("2024-02-16T18:00-05:00", "The S&P 500 went from 4,953.17 to 5,005.57, or +1.06%.\n"),
    ("2024-02-14T17:30-05:00", "| Visits | S&P 500 | Nvidia |\n|---|---|---|\n| 2024-02-13 | 612 | 408 |\n| 2024-02-14 | 633 | 455 |\n"),
    ("2024-02-14T17:30-05:00", "Nvidia .......   739.00 .... +2.46%\nOther names ...   81.20 .... -3.10%\n"),
    ("2024-02-14T17:30-05:00", "52-week range check\n\nNVDA  $204.21 ├────●──┤ $746.11   now $739.00\nTSLA  $152.37 ├──●────┤ $299.29   now $188.71\n"),
    ("2024-02-14T17:30-05:00", "- The S&P 500 rose on Wednesday.\n- Cumulative over the streak: +2.51%.\n"),
    ("2024-02-14T17:30+09:00", "삼성전자 52주 최고가와 최저가는?\n"),
    ("2024-02-14T17:30-05:00", "The S&P 500 closed higher.\n\n[Slide 2] Outlook\n"),
    ("2024-02-14T17:30-05:00", "S&P 500 5,000.62 +0.96%\nTarget 146.98 +1.75%\n"),
)
"""Texts whose figures are no close or session's move of the thing named last, and questions, which state nothing."""
CASES = [(name, i) for name, (_, draft) in DRAFTS.items() for i, m in enumerate(MARK.finditer(draft)) if m[2]]


@pytest.mark.parametrize("name", DRAFTS)
def test_right_figures_are_borne_out(name: str) -> None:
    assert [f for f in labels(*DRAFTS[name]) if f[1] != "supported"] == []


@pytest.mark.parametrize(("name", "wrong"), CASES)
def test_a_wrong_figure_is_refuted(name: str, wrong: int) -> None:
    assert labels(*DRAFTS[name], wrong)[wrong][1] == "refuted"


@pytest.mark.parametrize(("published", "draft"), LEFT_OPEN)
def test_what_is_no_session_s_figure_is_not_refuted(published: str, draft: str) -> None:
    assert not [str(v.claim) for v in wollet.check(markdown.article(draft, "draft.md", published=published)) if v.label == "refuted"]
