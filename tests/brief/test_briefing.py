"""Any briefing taken apart: each number has its proof, nothing refuted is told as true, nothing stands alone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from wollet.brief.programme import Programme, programme
from wollet.brief.twin import twin
from wollet.model.market import MarketData
from wollet.model.story import Checked
from wollet.verify.replay import mismatches

NUMBER = re.compile(r"(?<![A-Za-z])(?P<n>\d[\d,]*(?:\.\d+)?)(?P<scale>[조억만]| (?:trillion|billion|million))?")
SCALE = {"조": 10**12, "억": 10**8, "만": 10**4, " trillion": 10**12, " billion": 10**9, " million": 10**6, "": 1}
UNIT = re.compile(r"원|주|명|대|개|달러|엔|유로|위안")
NAMES = re.compile(r"S&P\s?500(?:지수)?|Nasdaq[- ]100|Nikkei 225|닛케이\s?225(?:지수)?|다우존스30|Russell 2000|(?:10|2|30)-year|(?:10|2|30)년물")


def values(text: str) -> Iterator[Decimal]:
    """The numbers of a sentence; "1조 9,400억" is one, and so is "8만 1,000원"."""
    total, end = None, -9
    for m in NUMBER.finditer(NAMES.sub("", text)):
        x = Decimal(m["n"].rstrip(",").replace(",", "")) * SCALE[m["scale"] or ""]
        if total is not None and m.start() - end <= 1 and (m["scale"] or UNIT.match(NAMES.sub("", text), m.end())):
            total += x
        else:
            if total is not None:
                yield total
            total = x
        end = m.end() if m["scale"] in ("조", "억", "만") else -9
    if total is not None:
        yield total


def known(claim: dict[str, Any]) -> set[Decimal]:
    """Every number that a claim object stands for: as stated, as measured to two places, its days, its counts; a
    sum in another currency to the ten thousand or hundred million."""
    out: set[Decimal] = set()
    for x in (claim["stated"].get("low"), claim["stated"].get("high")):
        out |= {abs(Decimal(x))} if x is not None else set()
    for r in (claim["evidence"], *(r["evidence"] for r in claim["readings"])):
        if r is not None and r["measured"] is not None:
            x = abs(Decimal(r["measured"]))
            out |= {x, round(x, 2), round(x)}
            if claim["family"] == "conversion":
                out |= {round(x / 10**4) * Decimal(10**4), round(x / 10**8) * Decimal(10**8)}
    days = re.findall(r"(\d{4})-(\d{2})-(\d{2})", " ".join([claim["canonical"], *(r["canonical"] for r in claim["readings"])]))
    for y, m, d in days:
        out |= {Decimal(y), Decimal(m), Decimal(d), Decimal((int(m) + 2) // 3)}
    counts = re.findall(r"(?:sessions|days|amount)=([\d.E+]+)", claim["canonical"] + " ".join(r["canonical"] for r in claim["readings"]))
    return out | {Decimal(n) for n in counts}


def twins(programmes: list[Programme]) -> Iterator[dict[str, Any]]:
    for p in programmes:
        for b in p.briefings:
            yield twin(p, b)


def test_every_number_has_a_claim_in_the_twin(programmes: list[Programme], week: Programme) -> None:
    seen = 0
    for t in twins([*programmes, week]):
        claims = {c["id"]: c for c in t["claims"]}
        for s in t["sentences"]:
            quoted = {x for q in s["quotes"] for x in values(q["quote"])}
            allowed = set().union(*(known(claims[i]) for i in s["claims"])) if s["claims"] else set()
            for x in values(s["text"]):
                seen += 1
                assert x in allowed | quoted, (s["text"], x, sorted(allowed))
    assert seen > 300


def test_every_sentence_rests_on_something(programmes: list[Programme]) -> None:
    for t in twins(programmes):
        claims = {c["id"] for c in t["claims"]}
        assert t["schema"] == "wollet.briefing/1" and t["sentences"]
        for s in t["sentences"]:
            assert s["claims"] or s["quotes"], s["text"]
            assert set(s["claims"]) <= claims
            assert s["lang"] == t["lang"]


def test_nothing_refuted_is_told_as_true(programmes: list[Programme]) -> None:
    corrections = 0
    for t in twins(programmes):
        claims = {c["id"]: c for c in t["claims"]}
        for s in t["sentences"]:
            labels = {claims[i]["verdict"] for i in s["claims"]}
            if s["role"] == "correction":
                corrections += 1
                assert labels == {"refuted"}
            elif s["role"] in ("figure", "reaction", "pay", "lead"):
                unproved = [claims[i] for i in s["claims"] if claims[i]["verdict"] != "supported"]
                charged = "보도|report" if s["role"] == "lead" else "예상치|expected"
                foreseen = re.compile("예상|전망|expected|forecasts|seen")
                assert all((c["family"] == "forecast" and foreseen.search(s["text"])) or re.search(charged, s["text"]) for c in unproved), s["text"]
                assert "refuted" not in labels
            elif s["role"] == "open":
                assert "undecided" in labels and "refuted" not in labels, s["text"]
    assert corrections == 4


def test_a_correction_tells_the_right_figure(programmes: list[Programme]) -> None:
    for t in twins(programmes):
        for s in t["sentences"]:
            if s["role"] == "correction":
                assert "16.40%" in s["text"] or "16,041.62" in s["text"]


def test_what_is_open_is_charged(programmes: list[Programme]) -> None:
    for t in twins(programmes):
        claims = {c["id"]: c for c in t["claims"]}
        for s in t["sentences"]:
            if s["role"] == "open":
                sources = [said for i in s["claims"] if (said := claims[i]["said_by"])]
                assert any(w in s["text"] for w in ("보도", "report", "제시했", "내놓", "발표했", "itself", "own outlook", *sources)), s["text"]


def test_a_trend_is_asked_whether_it_pays_and_a_market_report_is_not(
    programmes: list[Programme], week: Programme, checked: list[Checked], market: MarketData
) -> None:
    measured = set()
    fortnight = programme(checked, market, langs=("ko", "en"), date=dt.date(2024, 2, 23), days=14)
    for p in [*programmes, week, fortnight]:
        for b in p.briefings:
            young = 0
            for section in sorted(b.sections, key=lambda x: [t.id for t in p.trends].index(x.id)):
                trend = p.trend(section.id)
                told = [s for s in section.sentences if s.role == "pay"]
                young += any("갓 나온" in s.text or "this fresh" in s.text for s in told)
                assert len(told) <= (0 if all(s.market for s in trend.stories) else 1), section.head.text
                assert told or young or all(s.market for s in trend.stories), section.head.text
                for s in told:
                    assert s.claims or s.quotes
                    measured.add(bool(s.claims))
                    if s.claims:
                        own = dict(b.own)
                        lead, index = (own[i].claim for i in s.claims[:2])
                        assert any(word in s.text for word in ("담았다면", "샀다고", "qual stakes", "equal parts")) and lead.subject.kind == "group" and (index.subject.id or "").startswith("INDEX:")
            assert young <= 1
    assert measured == {True, False}


def test_our_own_measurements_replay(programmes: list[Programme], week: Programme) -> None:
    own = [c for t in twins([*programmes, week]) for c in t["claims"] if c.get("by") == "wollet"]
    assert own
    for c in own:
        assert list(mismatches(c)) == [], c["canonical"]
        assert c["verdict"] == "supported"


def test_the_same_articles_give_the_same_words(checked: list[Checked], market: MarketData, week: Programme) -> None:
    again = programme(list(reversed(checked)), market, langs=("ko", "en"), date=week.date)
    assert [b.sentences for b in again.briefings] == [b.sentences for b in week.briefings]


def test_a_week_does_not_read_as_one_template(programmes: list[Programme]) -> None:
    for lang in ("ko", "en"):
        texts = [s.text for p in programmes for b in p.briefings if b.lang == lang for s in b.sentences if s.role == "figure"]
        frames = {re.sub(r"[\d.,$%]+\S*|[A-Z]\S*|\S*(?:은|는|이|가)\b", "_", t) for t in texts}
        assert len(frames) >= 12


def test_korean_figures_end_as_a_broadcaster_speaks(programmes: list[Programme]) -> None:
    for p in programmes:
        for b in p.briefings:
            if b.lang == "ko":
                told = [s.text for s in b.sentences if s.role in ("figure", "open", "correction", "relation", "reaction")]
                assert all(t.endswith("니다.") for t in told), [t for t in told if not t.endswith("니다.")]


def test_articles_of_later_days_are_left_out(checked: list[Checked], market: MarketData, week: Programme) -> None:
    assert all(c.article.published.date() <= week.date for c in week.checked)
    with pytest.raises(ValueError, match="no article of 2023-01-05"):
        programme(checked, market, langs=("ko",), date=dt.date(2023, 1, 5))


def test_what_stands_meets_no_forecast(programmes: list[Programme]) -> None:
    from wollet.brief.beats import STANDING

    for p in programmes:
        for b in p.briefings:
            claims = {id: v for id, _, v in p.claims}
            for s in b.sentences:
                if re.search("예상치|had been expected", s.text):
                    assert all(claims[i].claim.metric not in STANDING for i in s.claims if i in claims)


def test_a_lead_charges_what_is_open_and_sets_the_move_beside_it(programmes: list[Programme]) -> None:
    leads = [(t, s) for t in twins(programmes) for s in t["sentences"] if s["role"] == "lead" and s["text"].endswith(".")]
    assert leads
    for t, s in leads:
        claims = {c["id"]: c for c in t["claims"]}
        families = {claims[i]["family"] for i in s["claims"]}
        assert "change" in families and families & {"macro", "fundamentals"}, s["text"]
        assert not re.search("때문|덕분|because|thanks to|driven by", s["text"])


def test_the_same_figure_is_told_once_in_a_section(programmes: list[Programme]) -> None:
    for p in programmes:
        for b in p.briefings:
            for section in b.sections:
                told = [s.text for s in section.sentences if s.role in ("lead", "figure", "open")]
                assert len(told) == len(set(told))
