"""Drafts as language models write them: tables, lists, cards and notes in Markdown.

A mark {right|wrong} holds a figure that is borne out and one in its place that is refuted; {right|} only the first.
"""

from __future__ import annotations

import pytest

import wollet
from marked import MARK, labels
from wollet.read import markdown

DRAFTS = {
    "periods": (
        "2024-02-14T17:30-05:00",
        """## Performance

| Ticker | Close | 1D | WTD | MTD | YTD |
|:--|--:|--:|--:|--:|--:|
| SPX | {5,000.62|5,100.62} | {+0.96%|-0.96%} | {-0.52%|+0.52%} | {+3.20%|+2.30%} | {+4.84%|+8.44%} |
| NVDA | {739.00|793.00} | {+2.46%|+4.26%} | {+2.45%|-12.45%} | {+20.11%|-20.11%} | {+49.23%|+94.23%} |
""",
    ),
    "headings": (
        "2024-02-16T18:30-05:00",
        """| Index | Friday close | Thursday close | Day Δ | Week | Year to date |
|---|---|---|---|---|---|
| S&P 500 | {5,005.57|5,050.57} | {5,029.73|5,005.57} | {-0.48%|+0.48%} | {-0.42%|+8.42%} | {+4.9%|+9.4%} |
| Dow Jones | {38,627.99|38,267.99} | {38,773.12|38,627.99} | {-145.13|+145.13} | {-0.11%|-8.11%} | {+2.5%|-2.5%} |
""",
    ),
    "codes": (
        "2024-02-14T16:50-05:00",
        """## Micron (MU)

**Close:** {$81.83|$88.13}
**Change:** {+0.37%|-0.37%}

| | Price | Day % |
|---|---|---|
| Apple (AAPL) | {$184.15|$148.15} | {-0.48%|+0.48%} |
""",
    ),
    "night": (
        "2024-02-15T07:00+09:00",
        """**간밤 뉴욕증시 (2월 14일 현지시간)**

| 지수 | 종가 | 등락 | 등락률 |
|---|---|---|---|
| S&P500 | {5,000.62|5,100.62} | {+47.45|-47.45} | {+0.96%|-0.96%} |
| 나스닥 | {15,859.15|15,895.15} | {+203.55|-203.55} | {+1.30%|+3.10%} |
""",
    ),
    "days": (
        "2024-02-15T07:00+09:00",
        """| 지수 | 13일 종가 | 2월 14일 종가 | 등락률 |
|---|---|---|---|
| S&P500 | 4,953.17 | {5,000.62|5,100.62} | {+0.96%|-0.96%} |
""",
    ),
    "cards": (
        "2024-02-14T16:30+09:00",
        """코스피: {2,620.42|2,602.42}
- 전일대비 {-29.22|+29.22} ({-1.10%|+1.10%})

코스피가 {2,620.42|2,602.42}에 마감했습니다.

• 등락률: {-1.10%|+1.10%}
• 전일 종가: {2,649.64|2,694.64}
• 최근 5거래일 등락률: {+1.12%|-9.12%}

☑️ 코스피: 2,620.42 / 하락 / {1.10%|1.50%}
""",
    ),
    "summary": (
        "2024-02-16T17:25-05:00",
        """## S&P 500 technical summary

- **Close:** {5,005.57|5,050.57}
- **Previous close:** {5,029.73|5,092.73}
- **Change:** {-24.16|+24.16} points ({-0.48%|+0.48%})

The S&P 500 finished at {5,005.57|5,050.57}, down 0.5% from Thursday's close of {5,029.73|5,092.73} and up {4.9%|9.4%} from the start of the year.
Apple ended the session at {$182.31|$128.31}.
""",
    ),
    "week": (
        "2024-02-16T18:00-05:00",
        """## Best and worst this week

- Nvidia: {+0.7%|+9.7%}
- Apple: {-3.5%|+3.5%}

The S&P 500 finished the week at 5,005.57, down {0.4%|8.4%} from the prior Friday's close of {5,026.61|5,062.61}.
""",
    ),
    "led by a line": (
        "2024-02-15T17:30-05:00",
        """The S&P 500 rose 29.11 points, or 0.6%, to 5,029.73.

For the week so far:
- The S&P 500 is up {3.12|13.12} points, or {0.1%|9.1%}.
- The Dow is up {101.43|201.43} points, or {0.3%|9.3%}.

For the year:
- The S&P 500 is up {259.90|295.90} points, or {5.4%|4.5%}.
- Nvidia is up {46.7%|64.7%} for the quarter to date.
""",
    ),
    "records": (
        "2024-02-14T18:00-05:00",
        """Ticker: NVDA
Date: 2024-02-14
Close: {739.00|793.00}
Previous close: {721.28|712.28}
Change: {+17.72|-17.72} ({+2.46%|-2.46%})
5-day change: {+5.42%|-15.42%}

**What moved**

**NVDA** {$739.00|$793.00} ({+2.5%|-2.5%})
**AAPL** {$184.15|$148.15} ({-0.5%|+0.5%})

| Holding | Shares | Price | Day change | Day % |
|---|---|---|---|---|
| AAPL | 25 | {$184.15|$148.15} | {-$0.89|+$0.89} | {-0.48%|+0.48%} |
| AMD | 40 | {$178.70|$187.70} | {+$7.16|-$7.16} | {+4.17%|-4.17%} |
""",
    ),
    "Korean": (
        "2024-02-15T07:00+09:00",
        """# 엔비디아(NVDA) 주가 분석

**현재 주가**: {$739.00|$793.00} (전일 대비 {+2.46%|-2.46%})

### 주가 흐름
- 1일: {+2.46%|-2.46%}
- 연초 이후: {+49.23%|+94.23%}

### 경쟁사 비교
| 기업 | 2/13 종가 | 2/14 종가 | 등락률 |
|---|---|---|---|
| AMD | {171.54|175.14}달러 | {178.70|187.70}달러 | {+4.17%|-4.17%} |

NVDA는 {$739.00|$793.00}로 {2.46%|4.26%} 상승 마감했다.
""",
    ),
    "numbered": (
        "2024-02-14T17:10-05:00",
        """Top movers today:

1. NVDA: {+2.46%|-2.46%} to {$739.00|$793.00}
2. AMD: {+4.17%|-4.17%} to {$178.70|$187.70}
3. AAPL: {-0.48%|+0.48%} to {$184.15|$148.15}
""",
    ),
    "brackets": (
        "2024-02-14T16:30+09:00",
        """| 종목 | 현재가 | 등락 |
|:--|--:|--:|
| 삼성전자 (005930) | {74,000|70,400} | {▼1,200|▲1,200} ({-1.60%|+1.60%}) |

주요 종목: 삼성전자 {74,000원|70,400원}({-1.60%|+1.60%}), 코스피 {2,620.42|2,602.42}({-1.10%|+1.10%}).
""",
    ),
    "set against": (
        "2024-02-16T18:00+09:00",
        """# 주간 시황

이번 주 코스피는 지난주 목요일 2,620.32에서 1.09% 오른 {2,648.76|2,684.76}로 한 주를 마쳤습니다.
""",
    ),
    "codes and moves": (
        "2024-02-14T16:30-05:00",
        """$SPX 🔺{0.96%|9.60%} {5,000.62|5,100.62}
$NVDA 🔺{2.46%|4.26%} {$739.00|$793.00}

AMD ended at {$178.70|$187.70}, compared with {$171.54|$175.41} in the prior session.
""",
    ),
    "turned": (
        "2024-02-14T17:00-05:00",
        """# Chip check

| | NVDA | AMD | MU |
|---|---|---|---|
| Close | {$739.00|$793.00} | {$178.70|$187.70} | {$81.83|$88.13} |
| Daily change | {+2.46%|-2.46%} | {+4.17%|-4.17%} | {+0.37%|-0.37%} |
| YTD | {+49.2%|+94.2%} | {+21.2%|-21.2%} | {-4.1%|+4.1%} |
""",
    ),
    "metrics": (
        "2024-02-14T17:00-05:00",
        """# Nvidia (NVDA): daily stock report

## Price summary

| Metric | Value |
|---|---|
| Closing price | {$739.00|$793.00} |
| Daily change | {+17.72|-17.72} ({+2.46%|-2.46%}) |
| Previous close | {$721.28|$712.28} |
| Year-to-date | {+49.23%|+94.23%} |
""",
    ),
    "days of one thing": (
        "2024-02-14T17:00+09:00",
        """## 코스피 최근 3거래일

| 날짜 | 종가 | 등락률 |
|---|---|---|
| 2월 13일 | {2,649.64|2,694.64} | {+1.12%|-1.12%} |
| 2월 14일 | {2,620.42|2,602.42} | {-1.10%|+1.10%} |
""",
    ),
    "old extremes": (
        "2024-02-14T17:00-05:00",
        """# Tesla (TSLA) report

| Metric | Value |
|---|---|
| Close | {$188.71|$181.88} |
| 52-week high | $299.29 |

- **52-week low:** $152.37
""",
    ),
    "a column a day": (
        "2024-02-14T18:00-05:00",
        """| | Mon 2/12 | Tue 2/13 | Wed 2/14 | 3-day |
|---|---|---|---|---|
| S&P 500 | {-0.09%|+0.09%} | {-1.37%|-3.17%} | {+0.96%|-0.96%} | {-0.52%|-2.52%} |
""",
    ),
    "tags": (
        "2024-02-14T17:00-05:00",
        """<table>
<tr><th>Index</th><th>Close</th><th>1-day</th><th>YTD</th></tr>
<tr><td>S&P 500</td><td>{5,000.62|5,100.62}</td><td>{+0.96%|+0.69%}</td><td>{+4.84%|+8.44%}</td></tr>
</table>
""",
    ),
    "the day before beside it": ("2024-02-14T16:30+09:00", "# 2월 14일(수) 마감\n\n코스피 지수 {2,620.42|2,602.42} / 전일 {2,649.64|2,694.64} / {-1.10%|+1.10%}\n"),
    "asked": (
        "2024-02-14T20:00-05:00",
        """**Q: How did the S&P 500 do today?**
A: The S&P 500 closed at {5,000.62|5,100.62}.

**Q: And year to date?**
A: S&P 500 {+4.84%|+0.96%}, Nvidia {+49.23%|+2.46%}.
""",
    ),
    "stretches in a row": (
        "2024-02-14T17:30-05:00",
        "For comparison, the S&P 500: 1 day {+0.96%|-0.96%}, month to date {+3.20%|+5.30%}, year to date {+4.84%|+8.44%}.\n",
    ),
    "letters": ("2024-02-14T17:30-05:00", "| | O | H | L | C | %Δ |\n|---|---|---|---|---|---|\n| NVDA | {732.02|} | {742.36|} | {719.38|} | {739.00|793.00} | {+2.46%|-2.46%} |\n"),
    "asked on the line": (
        "2024-02-14T17:30-05:00",
        "3/ Where are we for the month? $SPX {+3.20%|+0.96%}, $NVDA {+20.11%|+2.46%}.\n\n4/ And for the year? $SPX {+4.84%|+0.48%}, $NVDA {+49.23%|+2.46%}.\n",
    ),
    "bars": (
        "2024-02-14T17:30-05:00",
        """Board (today's % change)

Nvidia ██ {+2.46%|-2.46%}
Tesla ██ {+2.55%|-2.55%}

Board (year-to-date % change)

Nvidia ██████ {+49.23%|+2.46%}
Tesla █ {-24.05%|+2.55%}
""",
    ),
    "fall": ("2024-02-14T17:00-05:00", "- S&P 500 rose to {5,000.62|5,100.62}\n- VIX lost {9.3%|3.9%} to {14.38|13.48}\n"),
}
SUMMED_UP = (
    "# Weekly Wrap\n\nThe S&P 500 fell 0.4%. Apple lost 3.5%.\n\n## Stocks\n\n- Nvidia added 0.7%.\n",
    "# Weekly Wrap\n\n| Index | Close | Change |\n|---|---|---|\n| S&P 500 | 5,005.57 | -0.42% |\n",
    "# Notes\n\n## This week\n\nThe S&P 500 fell 0.4%.\n",
)
LEFT_OPEN = (
    ("2024-02-15T07:30-05:00", "Yesterday: S&P 500 +0.96% to 5,000.62.\n\nPremarket (7:15 a.m. ET): S&P futures +0.35%; NVDA +1.27%; TSLA -0.88%.\n"),
    ("2024-02-14T17:30-05:00", "**Q: And year to date?**\nA: The S&P 500 is up 4.8% and Nvidia is up 49%.\n"),
    ("2024-02-14T17:30-05:00", "NVDA +2.46%, closing at $739.00\nvolx @ 14.38 (-9.3%)\n"),
    ("2024-02-15T07:30-05:00", "**Yesterday**\n• NVDA +2.46%\n\n**Movers this morning (pre-market)**\n• NVDA +0.94%\n• TSLA -0.41%\n"),
    ("2024-02-14T17:30-05:00", "| | kappa | lambda |\n|---|---|---|\n| NVDA | 612.02 | +7.46% |\n| TSLA | 312.36 | -4.38% |\n"),
    ("2024-02-14T17:30-05:00", "ticker,prev_close,close,z\nNVDA,721.28,739.00,-2.46\nTSLA,184.02,188.71,-2.55\n"),
    ("2024-02-14T17:30-05:00", "| Ticker | Close ($) | Δ vs. prev. | Δ vs. 5 sessions ago |\n|---|---|---|---|\n| NVDA | 739.00 | +2.46% | +5.45% |\n"),
    ("2024-02-01T17:30+09:00", "같은 기간 코스피: 1일 -1.1%, 5거래일 +9.4%, 월초 대비 +4.9%.\n"),
)
"""Texts whose figures are of other hours, stretches or things than the day's move of the thing named last."""
CASES = [(name, i) for name, (_, draft) in DRAFTS.items() for i, m in enumerate(MARK.finditer(draft)) if m[2]]


@pytest.mark.parametrize("name", DRAFTS)
def test_right_figures_are_borne_out(name: str) -> None:
    assert [f for f in labels(*DRAFTS[name]) if f[1] != "supported"] == []
    published, draft = DRAFTS[name]
    article = markdown.article(MARK.sub(lambda m: m[1], draft), "draft.md", published=published)
    assert [str(v.claim) for v in wollet.check(article) if v.label == "refuted"] == []


@pytest.mark.parametrize(("name", "wrong"), CASES)
def test_a_wrong_figure_is_refuted(name: str, wrong: int) -> None:
    assert labels(*DRAFTS[name], wrong)[wrong][1] == "refuted"


@pytest.mark.parametrize("draft", SUMMED_UP)
def test_a_move_of_a_weekly_text_is_not_held_against_one_session(draft: str) -> None:
    verdicts = list(wollet.check(markdown.article(draft, "draft.md", published="2024-02-16T18:00-05:00")))
    assert verdicts and not [str(v.claim) for v in verdicts if v.label == "refuted"]


@pytest.mark.parametrize(("published", "draft"), LEFT_OPEN)
def test_a_figure_of_another_hour_stretch_or_thing_is_not_refuted(published: str, draft: str) -> None:
    assert not [str(v.claim) for v in wollet.check(markdown.article(draft, "draft.md", published=published)) if v.label == "refuted"]
