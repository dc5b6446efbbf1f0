"""Events told apart and joined, in one language and across two; the same whatever the order; trends with their ties."""

from __future__ import annotations

import csv
import datetime as dt
import random
from pathlib import Path

import pytest

from story.held import Held, weekdays
from story.texts import DAY, told_in_full
from wollet.model.story import Checked, Relation
from wollet.story.cluster import Clusterer, stories
from wollet.story.exposure import exposure
from wollet.story.trends import trends

H = dt.timedelta(hours=1)
TWINS: list[tuple[str, str]] = [
    ("Nvidia revenue triples to $22.10 billion\n\nNvidia said revenue rose to $22.10 billion in the quarter and net income reached $12.29 billion. The shares gained 9.07% after hours.",
     "엔비디아 매출 221억달러로 세 배\n\n엔비디아는 분기 매출이 221억달러, 순이익이 122억9천만달러였다고 밝혔다. 시간외에서 주가는 9.07% 올랐다."),
    ("Samsung Electronics profit misses at 6.57 trillion won\n\nSamsung Electronics reported operating profit of 6.57 trillion won, down 84.92% from a year before.",
     "삼성전자 영업이익 6조5천700억원\n\n삼성전자는 영업이익이 6조5천700억원으로 1년 전보다 84.92% 줄었다고 공시했다."),
    ("Broadcom completes $61.25 billion purchase of VMware\n\nBroadcom closed its acquisition of VMware for $61.25 billion and the stock rose 2.37%.",
     "브로드컴, VMware 인수 마무리\n\n브로드컴이 612억5천만달러에 VMware 인수를 마쳤다. 주가는 2.37% 상승했다."),
]  # fmt: skip
SAME = (
    "카카오 4분기 영업이익 1천892억원\n\n카카오는 지난해 4분기 영업이익이 1천892억원으로 전년보다 23.5% 늘었다고 밝혔다. 광고와 커머스가 고르게 성장했다.",
    "카카오 실적 예상 웃돌아…광고·커머스 성장\n\n카카오의 4분기 영업이익은 1천892억원이었다. 23.5% 증가로 시장 예상을 웃돌았다. 광고와 커머스 부문이 성장을 이끌었다.",
)
OTHER = "네이버 새 검색 서비스 공개\n\n네이버가 생성형 인공지능을 넣은 검색을 다음 달 선보인다. 쇼핑 추천도 함께 바뀐다."
CLOSE = "코스피 {} 마감\n\n코스피가 {}% {} {}에 거래를 마쳤다. 외국인이 주식을 {}."


def groups(found: list[Checked]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in stories(found)}


@pytest.mark.parametrize("english, korean", TWINS)
def test_one_event_across_languages(english: str, korean: str) -> None:
    a, b = told_in_full(english, "en", "en"), told_in_full(korean, "ko", "ko", DAY + 3 * H)
    (story,) = stories([a, b, told_in_full(OTHER, "ko", "other", DAY + H)])[:1]
    assert story.articles == ("en", "ko")
    (join,) = story.joins
    assert join.article == "ko" and join.like == "en" and join.score > 0 and len(join.shared) >= 2


def test_different_events_across_languages_stay_apart() -> None:
    found = [told_in_full(t, lang, f"{lang}{n}", DAY + n * H) for n, pair in enumerate(TWINS) for t, lang in zip(pair, ("en", "ko"), strict=True)]  # type: ignore[arg-type]
    assert groups(found) == {frozenset((f"en{n}", f"ko{n}")) for n in range(len(TWINS))}


def test_one_event_in_one_language_and_another_company() -> None:
    found = [told_in_full(SAME[0], "ko", "a"), told_in_full(SAME[1], "ko", "b", DAY + 2 * H), told_in_full(OTHER, "ko", "c", DAY + H)]
    assert groups(found) == {frozenset("ab"), frozenset("c")}


def test_the_same_report_of_another_day_or_company_is_another_event() -> None:
    monday = told_in_full(CLOSE.format("하락", "1.10", "내린", "2,620.32", "팔았다"), "ko", "a")
    tuesday = told_in_full(CLOSE.format("상승", "0.85", "오른", "2,642.60", "샀다"), "ko", "b", DAY + 24 * H)
    assert len(groups([monday, tuesday])) == 2
    naver = told_in_full(SAME[0].replace("카카오", "네이버").replace("1천892억", "4천55억").replace("23.5", "20.3"), "ko", "n", DAY + H)
    assert len(groups([told_in_full(SAME[0], "ko", "k"), naver])) == 2


def test_too_late_is_another_story() -> None:
    assert len(groups([told_in_full(SAME[0], "ko", "a"), told_in_full(SAME[1], "ko", "b", DAY + 48 * H)])) == 2


def test_order_of_input_changes_nothing_and_one_by_one_finds_them_too() -> None:
    found = [told_in_full(t, lang, f"{lang}{n}", DAY + n * H) for n, pair in enumerate(TWINS) for t, lang in zip(pair, ("en", "ko"), strict=True)]  # type: ignore[arg-type]
    first = stories(found)
    random.Random(3).shuffle(found)
    assert stories(found) == first
    one_by_one = Clusterer()
    for c in sorted(found, key=lambda c: (c.article.published, c.article.id)):
        one_by_one.add(c)
    assert {s.articles for s in one_by_one.stories()} == {s.articles for s in first}


def test_nothing_and_nothing_in_it() -> None:
    assert list(stories([])) == [] and trends([]) == []
    empty = [told_in_full("", "ko", "a"), told_in_full("", "ko", "a")]
    assert sorted(s.articles for s in stories(empty)) == [("a",), ("a#2",)]


def test_the_labelled_pairs_are_ids_and_labels_only() -> None:
    path = Path(__file__).parents[2] / "docs" / "measured" / "story_pairs.csv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["a", "b", "same"] and len(rows) > 1000
    assert all(len(r) == 3 and r[2] in "01" and len(r[0]) == len(r[1]) == 5 for r in rows[1:])


DEAL = "Intel signed a partnership with Microsoft\n\nIntel signed a partnership with Microsoft to build {} at its {} foundry this year."


def test_stories_with_the_same_players_are_a_trend_and_others_are_not() -> None:
    found = [
        told_in_full(DEAL.format("server chips", "Arizona"), "en", "1"),
        told_in_full("Microsoft and Intel expand work\n\nThe alliance of Microsoft with Intel grows: engineers move to Oregon, a second line opens in May.", "en", "2", DAY + 72 * H),
        told_in_full("Boeing slows 737 output\n\nBoeing said it would make fewer jets while inspectors visit its Renton plant.", "en", "3", DAY + 70 * H),
    ]
    got = trends(stories(found))
    assert sorted(tuple(a for s in t.stories for a in s.articles) for t in got) == [("1", "2"), ("3",)]
    joined = next(t for t in got if len(t.stories) == 2)
    assert {"XNAS:INTC", "XNAS:MSFT"} <= set(joined.shared) and {"XNAS:INTC", "XNAS:MSFT"} <= set(joined.players)


CAST = {
    "en": "Chip plan draws a crowd\n\nOpenAI seeks money for plants. TSMC and SoftBank were asked; Nvidia, Intel and Samsung Electronics watch closely.",
    "ko": "반도체 동맹의 윤곽\n\n새 공장 구상에 TSMC와 소프트뱅크가 거론된다. 엔비디아와 인텔, 삼성전자는 셈이 복잡하다. 오픈AI의 계산도 마찬가지다.",
}  # fmt: skip


def test_the_same_cast_is_a_trend_across_languages_and_half_of_it_is_not() -> None:
    other = "신차 경쟁 본격화\n\n현대차와 기아, 포드가 새 전기차를 낸다. 엔비디아와 인텔은 칩을 댄다. 도요타와 GM도 뒤따른다."
    found = [told_in_full(CAST["en"], "en", "1"), told_in_full(CAST["ko"], "ko", "2", DAY + 60 * H), told_in_full(other, "ko", "3", DAY + 61 * H)]
    got = trends(stories(found))
    assert sorted(tuple(a for s in t.stories for a in s.articles) for t in got) == [("1", "2"), ("3",)]
    assert "OpenAI" in next(t.players for t in got if len(t.stories) == 2)


def test_reports_on_one_market_are_a_trend_and_those_of_two_markets_are_not() -> None:
    reports = [
        ("코스피 1.10% 하락 마감\n\n코스피가 1.10% 내린 2,620.32에 거래를 마쳤다.", "ko", 0), ("코스피 0.42% 반등\n\n코스피가 0.42% 오른 2,631.33에 장을 마쳤다.", "ko", 24),
        ("Stocks end lower on Wall Street\n\nThe S&P 500 fell 0.60% and the Nasdaq Composite lost 0.91%.", "en", 26),
    ]  # fmt: skip
    found = [told_in_full(text, lang, str(n), DAY + hours * H) for n, (text, lang, hours) in enumerate(reports)]  # type: ignore[arg-type]
    got = {frozenset(a for s in t.stories for a in s.articles): t for t in trends(stories(found))}
    assert set(got) == {frozenset("01"), frozenset("2")} and "XKRX" in got[frozenset("01")].shared


def test_newer_broader_and_moving_trends_lead() -> None:
    days = weekdays(dt.date(2024, 2, 1), 10)
    rows = [("XNYS:BA", d, 100 if n < 9 else 90, None) for n, d in enumerate(days)]
    boeing = told_in_full("Boeing slows 737 output\n\nBoeing said it would make fewer jets.", "en", "b")
    coke = told_in_full("Coca-Cola opens a museum\n\nCoca-Cola opened a museum of bottles.", "en", "c")
    assert next(t.players[0] for t in trends(stories([coke, boeing]), Held(rows))) == "XNYS:BA"
    old = told_in_full("Boeing slows 737 output\n\nBoeing said it would make fewer jets.", "en", "b", DAY - 120 * H)
    assert next(t.players[0] for t in trends(stories([coke, old]))) == "XNYS:KO"


def relation(actor: str, kind: str, target: str, status: str = "done") -> Relation:
    return Relation(actor=actor, target=target, kind=kind, status=status, article="1", span=(0, 1), at=DAY.date(), articles=("1",))


def night_market() -> Held:
    """New York one night, Seoul the same way the next morning."""
    rng = random.Random(1)
    days = weekdays(dt.date(2023, 10, 2), 90)
    rows: list[tuple[str, dt.date, str | float, int | None]] = []
    us, kr, last = 100.0, 100.0, 0.0
    for d in days:
        kr *= 1 + last * 0.5
        last = rng.uniform(-0.03, 0.03)
        us *= 1 + last
        rows += [("XNAS:NVDA", d, round(us, 6), None), ("XKRX:000660", d, round(kr, 6), None)]
    return Held(rows)


def test_home_exposure_through_a_supplier_with_the_night_before() -> None:
    found: list[Checked] = [told_in_full("Nvidia revenue triples\n\nNvidia said revenue rose to $22.10 billion.", "en", "1")]
    (trend,) = trends(stories(found))
    got = exposure(trend, [relation("XKRX:000660", "supplies", "XNAS:NVDA"), relation("XKRX:005930", "partners", "XNAS:NVDA", "ended")], "XKRX", night_market(), DAY)
    assert [(e.id, e.through, e.how) for e in got] == [("XKRX:000660", "XNAS:NVDA", "supplier")]
    assert got[0].correlation == pytest.approx(1.0, abs=1e-6) and got[0].sessions >= 80


def test_home_exposure_looks_at_nothing_later_and_at_no_one_elses_home() -> None:
    found = [told_in_full("Nvidia and SK hynix\n\nNvidia buys memory from SK hynix, the market says of SK hynix.", "en", "1")]
    (trend,) = trends(stories(found))
    early = dt.datetime(2023, 11, 10, tzinfo=dt.UTC)
    (named,) = exposure(trend, [], "XKRX", night_market(), early)
    assert (named.id, named.how, named.correlation) == ("XKRX:000660", "named", None) and named.sessions < 40
    assert exposure(trend, [relation("XKRX:000660", "supplies", "XNAS:NVDA")], "XNYS", None, DAY)[0].how == "customer"
    assert exposure(trend, [], "XTKS", night_market(), DAY) == []


