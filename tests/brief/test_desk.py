"""What a desk minds most: stale headings, rounded closes, reports that contradict each other, who is no company."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from wollet.brief.beats import Told
from wollet.brief.figures import amount, figure
from wollet.brief.latin import outdated
from wollet.brief.opens import changed_stakes
from wollet.brief.programme import Programme, programme
from wollet.brief.teller import edited
from wollet.claim.families.share import Share
from wollet.model.article import Article, Lang
from wollet.model.briefing import Briefing
from wollet.model.claim import Direction, Subject
from wollet.model.market import MarketData
from wollet.model.quantity import Interval, Quantity
from wollet.model.verdict import Verdict
from wollet.story.names import bare_symbol
from wollet.verify.check import check

EVENING = dt.datetime(2024, 2, 13, 17, 40, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
SEOUL = dt.datetime(2024, 2, 16, 16, 30, tzinfo=dt.timezone(dt.timedelta(hours=9)))


def told(market: MarketData, *texts: str, lang: Lang = "en", at: dt.datetime = EVENING) -> Briefing:
    """The briefing of some texts, each an article whose first line is its title."""
    made = [
        check(Article(id=f"a{n}", title=text.split("\n", 1)[0], text=text, lang=lang, published=at + dt.timedelta(minutes=n)), market)
        for n, text in enumerate(texts)
    ]
    return programme(made, market, langs=(lang,)).briefings[0]


def words(b: Briefing, *roles: str) -> str:
    return " ".join(s.text for part in b.sections for s in (part.head, *part.sentences) if not roles or s.role in roles)


def test_a_close_is_told_as_it_was_measured(market: MarketData) -> None:
    b = told(market, "Stocks slide on Wall Street\n\nThe Dow Jones Industrial Average closed at about 38,270 on Tuesday. The S&P 500 fell 1.37% to 4,953.17.")
    assert "38,272.75" in words(b) and "38,270" not in words(b)


def test_a_heading_tells_the_newest_session(programmes: list[Programme], week: Programme) -> None:
    headed = 0
    for p in [*programmes, week]:
        for b in p.briefings:
            claims = {id: v.claim for id, _, v in p.claims} | {id: v.claim for id, v in b.own}
            newest: dict[str | None, dt.date] = {}
            for s in b.sentences:
                for c in (claims[i] for i in s.claims):
                    if type(c).__name__ == "Change" and c.when is not None and c.basis in (None, "close"):
                        newest[c.subject.id] = max(newest.get(c.subject.id, c.when.end), c.when.end)
            for section in b.sections:
                for c in (claims[i] for i in section.head.claims):
                    if type(c).__name__ == "Change" and c.when is not None:
                        assert c.when.end == newest[c.subject.id], section.head.text
                        headed += 1
    assert headed


def test_what_reports_contradict_is_told_by_the_most_and_alone(market: MarketData) -> None:
    b = told(
        market,
        "Nvidia posts results\n\nNvidia reported revenue of $22.1 billion for the fourth quarter of 2023.",
        "Nvidia posts results again\n\nNvidia reported revenue of $22.1 billion for the fourth quarter of 2023.",
        "Nvidia seen from afar\n\nNvidia reported revenue of $6.05 billion for the fourth quarter of 2023.",
    )
    text = words(b, "open", "figure", "lead")
    assert "$22.1 billion" in text and "$6.05 billion" not in text


def test_a_price_below_its_high_is_no_fall_over_a_stretch(market: MarketData) -> None:
    b = told(market, "Arm cools\n\nArm fell 19.5% to $119.98 on Tuesday. Arm is trading 26.9% below its 52-week high.")
    assert "26.9%" in words(b, "open")
    assert all("high" in s.text for s in b.sentences if "26.9%" in s.text)


def test_two_indices_that_part_are_one_sentence(market: MarketData) -> None:
    b = told(market, "코스피 오르고 코스닥 내리고\n\n16일 코스피는 전 거래일보다 1.34% 오른 2648.76에 마감했다. 코스닥은 0.19% 내린 857.60에 거래를 마쳤다.", lang="ko", at=SEOUL)
    both = [s.text for s in b.sentences if "2,648.76" in s.text]
    assert len(both) == 1 and "857.60" in both[0] and both[0].index("코스피") < both[0].index("코스닥")


def test_a_market_whose_reports_are_old_opens_with_its_newest_session(market: MarketData) -> None:
    b = told(market, "코스피 돌아보기\n\n코스피는 지난 13일 1.12% 오른 2649.64에 마감했다. 코스닥은 2.25% 오른 845.15를 기록했다.", lang="ko", at=SEOUL)
    first = b.sections[0].sentences[0]
    assert first.claims and first.claims[0].startswith("w") and "16일" in first.text
    assert "1.12%" not in b.sections[0].head.text


def test_a_person_has_no_revenue(market: MarketData) -> None:
    b = told(market, "A chief speaks\n\nMary Brown said in a statement that she expects revenue growth of 8% this year. Arm fell 19.5% on Tuesday.")
    assert "19.5%" in words(b, "figure") and "Mary Brown’s" not in words(b) and "8%" not in words(b)


def test_dates_stand_in_their_trend_and_in_the_list(week: Programme) -> None:
    for b in week.briefings:
        inside = {s.claims for part in b.sections for s in part.sentences if s.role == "catalyst"}
        assert inside and inside <= {s.claims for s in b.ahead}


@pytest.mark.parametrize(("korean", "english", "given_up"), [("AB전자", "Nuri Electronics", True), ("AB전자", "AB Electronics", False), ("SBS", "Seoul Broadcasting System", False), ("누리전자", "Nuri", False)])
def test_a_name_that_a_company_has_given_up(korean: str, english: str, given_up: bool) -> None:
    assert outdated(korean, english) is given_up


def test_small_counts_are_written_out_in_english() -> None:
    assert [amount(Decimal(n), "sessions", "en") for n in (1, 3, 12, 13)] == ["1 session", "three sessions", "twelve sessions", "13 sessions"]


def test_what_no_company_has_is_not_told(market: MarketData) -> None:
    b = told(market, "Markets in brief\n\nThe S&P 500 fell 1.37% on Tuesday. The Nasdaq reported revenue of $19.6 billion for the fourth quarter of 2023.")
    assert "1.37%" in words(b, "figure") and "19.6" not in words(b)


def test_only_the_newest_quarter_is_told(market: MarketData) -> None:
    b = told(market, "Nvidia posts results\n\nNvidia reported revenue of $22.1 billion for the fourth quarter of 2023. Nvidia reported revenue of $18.12 billion for the third quarter of 2023.")
    assert "$22.1 billion" in words(b) and "$18.12 billion" not in words(b)


def test_a_count_of_digits_is_told_in_words() -> None:
    q = Quantity(low=Decimal(10), high=Decimal(100), unit="percent", interval=Interval(Decimal(10), Decimal(100)), hedge="range")
    assert figure(q, "ko") == "두 자릿수" and figure(q, "en") == "by double digits"


def test_english_where_parts_meet() -> None:
    assert edited("Gana (가나)’s revenue") == "Gana’s (가나) revenue"
    assert edited("In the words of A B, an analyst,: “x”") == "In the words of A B, an analyst: “x”"


def test_a_ticker_is_no_name() -> None:
    assert bare_symbol("XNAS:AAPL", "AAPL") and not bare_symbol("XNAS:AMD", "AMD") and not bare_symbol("XNAS:ARM", "ARM")


def test_a_stake_is_told_with_what_it_was() -> None:
    def stake(id: str, x: str, at: int, direction: Direction | None) -> Told:
        n = Decimal(x)
        q = Quantity(low=n, high=n, unit="percent", interval=Interval(n, n), grain=Decimal("0.1"))
        who = Subject(kind="instrument", id="XNAS:ARM", symbol="ARM", name="Arm")
        made = Share(span=(at, at + 5), quote=f"{x}%", subject=who, metric="stake", quantity=q, direction=direction)
        return Told(id, Verdict(claim=made, label="undecided", reason="no_reference"), "a", "ko")

    old, new, other = stake("c1", "88.1", 10, None), stake("c2", "90.6", 18, "up"), stake("c3", "2.5", 90, None)
    assert changed_stakes([old, new, other]) == ([new, other], {"c2": old})
    assert changed_stakes([new, other]) == ([new, other], {})


def test_a_record_close_is_in_the_heading(market: MarketData) -> None:
    at = dt.datetime(2024, 2, 9, 17, 40, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    b = told(market, "Wall Street ends the week higher\n\nThe S&P 500 rose 0.57% to a record 5,026.61 on Friday, an all-time high. The Nasdaq Composite rose 1.25% to 15,990.66.", at=at)
    assert [part.head.text for part in b.sections if "record" in part.head.text]


def test_a_year_that_is_not_over_is_not_reported(market: MarketData) -> None:
    b = told(market, "Arm in brief\n\nArm fell 19.5% to $119.98 on Tuesday. Arm reported revenue of $3.1 billion for 2024.")
    (told_of,) = [s.text for s in b.sentences if "$3.1 billion" in s.text]
    assert "expected" in told_of and "not due yet" in told_of


def test_one_company_is_told_once_a_day(market: MarketData) -> None:
    b = told(
        market,
        "Micron slides after its rally\n\nMicron fell 4.9% to $81.53 on Tuesday. Traders took profits after wild sessions of buying.",
        "Micron draws a new price target\n\nA broker set a price target of $95 on Micron, citing orders of memory for servers and cars.",
    )
    assert sum("Micron" in part.head.text for part in b.sections) == 1
    assert "$95" in words(b, "open") and "$81.53" in words(b, "figure", "lead")


def test_a_released_figure_opens_its_market_beside_what_was_expected(week: Programme) -> None:
    for b in week.briefings:
        said = [s.text for s in b.sentences if s.role == "lead"]
        assert any("3.1%" in t and "2.9%" in t for t in said), said
