"""Whose a figure is and of which day: tables, bare codes, clauses joined by "and", days told from other days, forecasts.

Each sentence has a twin with a wrong figure: the right one is never refuted, the wrong figure never borne out.
"""

from __future__ import annotations

import pytest

import wollet

NEW_YORK = "T17:30:00-05:00"
Figures = dict[str, str]


def verdicts(day: str, text: str) -> Figures:
    """The verdict on each figure of a text by its words, of several the worst."""
    out: Figures = {}
    for v in wollet.check(text, published=day + NEW_YORK):
        if out.get(v.claim.quote) != "refuted":
            out[v.claim.quote] = v.label
    return out


TABLE = "| Index | Close | Change |\n|---|---|---|\n| S&P 500 | {close} | {move}% |\n"
PROSE = "Bond yields fell\n\nThe 10-year Treasury yield ended at 4.27%, down from 4.32% on Tuesday.\n\n"
RIGHT = [
    ("2024-02-14", PROSE + TABLE.format(close="5,000.62", move="+0.96"), ("5,000.62", "+0.96%")),
    ("2024-02-14", "Closing levels, Tuesday, Feb. 13\n\n" + TABLE.format(close="4,953.17", move="-1.37"), ("4,953.17", "-1.37%")),
    ("2024-02-14", PROSE + "- S&P 500: 5,000.62 (+0.96%)\n", ("5,000.62", "+0.96%")),
    ("2024-02-12", "NVDA +0.2%, ARM +29.3%, S&P 500 -0.1%", ("+0.2%", "+29.3%", "-0.1%")),
    ("2024-02-13", "SPX -1.4%, NDX -1.6%, DJIA -1.4%", ("-1.6%",)),
    ("2024-02-13", "The Nasdaq Composite fell 1.8%.\n\n- **AAPL** dropped 1.1%.\n", ("1.8%", "1.1%")),
    ("2024-02-12", "The brokerage sees the S&P 500 reaching 5,200 by the end of the year. It closed at 5,021.84.", ("5,021.84",)),
    ("2024-02-12", "The bank expects Nvidia to reach $900 by the end of June.", ()),
    ("2024-02-12", "The S&P 500 could fall to 4,700 before the summer, one strategist said.", ()),
    ("2024-02-12", "Gold fell 0.3% and U.S. crude rose 0.1% to $76.92 a barrel.", ("0.3%", "0.1%", "$76.92 a barrel")),
    ("2024-02-14", "A day after its 1.4% slide, the S&P 500 rose 1.0%.", ("1.4%", "1.0%")),
    ("2024-02-13", "Tesla gave back 2.2% after losing 2.8% the day before.", ("2.2%", "2.8%")),
    ("2024-02-14", "The S&P 500 gained 1.0%, following a 1.4% drop the previous day.", ("1.0%", "1.4%")),
    ("2024-02-13", "The Nasdaq's 1.8% drop compares with a 1.25% gain on Friday.", ("1.8%", "1.25%")),
    ("2024-02-14", "The S&P 500 gained 1.0% on Wednesday, versus a 1.4% loss on Tuesday.", ("1.0%", "1.4%")),
    ("2024-02-14", "The S&P 500 gained 1.0%. Consumer spending rose 3%. EUR +0.4%, DOW +0.4%, gold -0.1%", ("1.0%",)),
    ("2024-02-14", "The S&P 500 rose 1.0%, its second-best day on record.", ("1.0%",)),
    ("2024-02-09", "The S&P 500 closed above 5,000 for the first time ever.", ("above 5,000",)),
    ("2024-02-13", "The S&P 500, which had closed above 5,000 for the first time ever, fell 1.4%.", ("1.4%",)),
    ("2024-02-14", "The S&P 500, having topped 5,000 for the first time ever, rose 1.0%.", ("1.0%",)),
    ("2024-02-13", "The 10-year Treasury yield rose above 4.2%.", ("above 4.2%",)),
    ("2024-02-12", "| NVDA | 722.48 | +0.16% |", ("722.48", "+0.16%")),
]
WRONG = [
    ("2024-02-14", PROSE + TABLE.format(close="5,100.62", move="+2.96"), ("5,100.62", "+2.96%")),
    ("2024-02-12", "NVDA +3.2%, ARM +29.3%, S&P 500 -0.1%", ("+3.2%",)),
    ("2024-02-13", "The Nasdaq Composite fell 1.80%.\n\n- **AAPL** dropped 1.8%.\n", ("1.8%",)),
    ("2024-02-14", "A day after its 2.4% slide, the S&P 500 rose 1.0%.", ("2.4%",)),
    ("2024-02-14", "The S&P 500 gained 3.0% after losing 1.4% the day before.", ("3.0%",)),
    ("2024-02-13", "The Nasdaq's 4.8% drop compares with a 1.25% gain on Friday.", ("4.8%",)),
    ("2024-02-14", "The S&P 500 closed above 5,000 for the first time ever.", ("above 5,000",)),
    ("2024-02-12", "The S&P 500 closed at 5,200, and strategists see it at 5,400 by year-end.", ("5,200",)),
]
OPEN = [
    ("2024-02-14", "The 10-year Treasury yield dropped below 1.2% during the session.", "below 1.2%"),
    ("2024-02-12", "Gold fell 0.3% and U.S. crude rose 0.1% to $79.92 a barrel.", "$79.92 a barrel"),
    ("2024-02-12", "The bank raised its year-end S&P 500 target to 5,400 from 5,000.", "5,000"),
    ("2024-02-13", "The Nasdaq Composite fell 1.80%.\n\n- **ZZQX** dropped 1.8%.\n", "1.8%"),
]


@pytest.mark.parametrize(("day", "text", "borne"), RIGHT, ids=[text[-40:] for _, text, _ in RIGHT])
def test_right(day: str, text: str, borne: tuple[str, ...]) -> None:
    found = verdicts(day, text)
    assert "refuted" not in found.values(), found
    assert {q: found.get(q) for q in borne} == dict.fromkeys(borne, "supported")


@pytest.mark.parametrize(("day", "text", "refuted"), WRONG, ids=[text[-40:] for _, text, _ in WRONG])
def test_wrong(day: str, text: str, refuted: tuple[str, ...]) -> None:
    found = verdicts(day, text)
    assert {q: found.get(q) for q in refuted} == dict.fromkeys(refuted, "refuted"), found


@pytest.mark.parametrize(("day", "text", "figure"), OPEN, ids=[text[-40:] for _, text, _ in OPEN])
def test_not_borne_out(day: str, text: str, figure: str) -> None:
    assert verdicts(day, text).get(figure) != "supported"
