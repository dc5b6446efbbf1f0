"""The report holds exactly what the contract names, in the forms that it names."""

from __future__ import annotations

import datetime as dt
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import wollet
from wollet.face.results import COLUMNS, Report
from wollet.model.article import Failure

SAMPLES = Path(wollet.__file__).parent / "samples" / "articles"
TEXTS = (
    ("2024-02-13T08:10:00+09:00", "현지시각 12일 엔비디아는 0.2% 내린 722.48달러에 마감했다. ARM은 사흘 동안 90% 넘게 올랐다."),
    ("2024-02-14T08:12:00+09:00", "오픈AI는 최대 7조 달러, 우리 돈 약 9천300조원을 조달할 계획이다. 매출은 2030년 1조 달러를 넘을 전망이다."),
    ("2024-02-12T17:30:00-05:00", "The Dow gained 125.69 points, or 0.3%, to 38,797.38, a record close. \"We see gold at $2,100,\" an analyst said."),
)  # fmt: skip
ARTICLE = {"id", "url", "title", "section", "byline", "published", "published_assumed", "modified", "lang", "text"}
CLAIM = {
    "id", "span", "quote", "family", "code", "canonical", "subject", "metric", "stated", "interval", "direction", "when", "since",
    "basis", "said_by", "certainty", "verdict", "reason", "gross", "readings", "evidence", "help",
}  # fmt: skip
REPLAYED = {"negated", "decided"}
READING = {"canonical", "tier", "measured", "holds"}
READING_REPLAYED = {"gross", "reason", "note", "evidence"}
EVIDENCE = {"measured", "unit", "formula", "rows"}
EVIDENCE_REPLAYED = {"seal", "low", "high", "window", "as_of", "note"}
ROW = {"source", "series", "date", "value"}
UNITS = {
    "percent", "percentage_point", "bp", "points", "ratio", "rank", "count", "shares", "hours", "days", "sessions", "weeks", "months",
    "quarters", "years", "date",
}  # fmt: skip
MONEY = re.compile(r"[A-Z]{3}(?:/[a-z]+)?")
DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
SYMBOL = re.compile(
    r"[A-Z]{1,5}(?:\.[A-Z])?|\d{5}[0-9A-Z]|[A-Z0-9]{1,5}(?:-[A-Z])?\.(?:AX|TO|T|HK|L|DE|PA|SW|AS|SS|SZ|TW|TWO|NS|MI|MC|ST|CO|OL|HE|V)|[A-Z0-9]{1,4}=F"
    r"|KOSPI|KOSDAQ|GSPTSE|FTSE|SX5E|N225|[A-Z]{3}/[A-Z]{3}|BRENT|US\d{1,2}[YM]|KR\d{1,2}[YM]|[A-Z]{2}\d{1,2}Y|FEDFUNDS|BOK_BASE|[A-Z][A-Z0-9_]+"
)


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    checked = [wollet.check(text, published=at).articles[0] for at, text in TEXTS]
    samples = wollet.check(wollet.read(SAMPLES))
    assert len(samples.articles) >= 6 and not samples.errors
    whole = Report(articles=(*checked, *samples.articles), errors=(Failure("x.md", "no such file"),), market=samples.market)
    found: dict[str, Any] = json.loads(whole.to_json(mentions=True))
    return found


@pytest.fixture(scope="module")
def claims(document: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    found = [(c, a["article"]["text"]) for a in document["articles"] for c in a["claims"]]
    assert len(found) > 60
    return found


def test_the_document(document: dict[str, Any]) -> None:
    assert set(document) == {"schema", "data", "articles", "errors"} and document["schema"] == "wollet.report/1"
    assert set(document["data"]) == {"as_of", "sources"}
    assert dt.datetime.fromisoformat(document["data"]["as_of"]).tzinfo and all(isinstance(s, str) for s in document["data"]["sources"])
    assert document["errors"] == [{"input": "x.md", "error": "no such file"}]
    for a in document["articles"]:
        assert set(a) == {"article", "claims", "mentions", "coverage"} and set(a["article"]) == ARTICLE
        assert dt.datetime.fromisoformat(a["article"]["published"]).tzinfo and a["article"]["lang"] in ("ko", "en")
        assert isinstance(a["article"]["published_assumed"], bool)
        assert [c["id"] for c in a["claims"]] == [f"c{n}" for n in range(1, len(a["claims"]) + 1)]
        assert [c["span"] for c in a["claims"]] == sorted(c["span"] for c in a["claims"])


def test_coverage(document: dict[str, Any]) -> None:
    for a in document["articles"]:
        c, text = a["coverage"], a["article"]["text"]
        assert set(c) == {"numbers", "read", "unread"} and c["numbers"] == c["read"] + len(c["unread"])
        for u in c["unread"]:
            assert set(u) == {"span", "quote"} and text[slice(*u["span"])] == u["quote"]


def test_claims_hold_the_keys_of_the_contract(claims: list[tuple[dict[str, Any], str]]) -> None:
    for c, _ in claims:
        assert set(c) == CLAIM | REPLAYED
        assert set(c["subject"]) == {"kind", "id", "symbol", "name"}
        assert {"low", "high", "unit", "hedge"} <= set(c["stated"]) <= {"low", "high", "unit", "hedge", "grain", "sign"}
        assert c["interval"] is None or set(c["interval"]) == {"low", "high", "closed"}
        assert c["when"] is None or set(c["when"]) == {"start", "end"}
        for r in c["readings"]:
            assert set(r) == READING | READING_REPLAYED
        for e in [c["evidence"], *(r["evidence"] for r in c["readings"])]:
            if e is not None:
                assert set(e) == EVIDENCE | EVIDENCE_REPLAYED
                assert all(ROW <= set(r) <= ROW | {"field", "doubtful"} for r in e["rows"])


def test_claims_quote_their_text(claims: list[tuple[dict[str, Any], str]]) -> None:
    for c, text in claims:
        start, end = c["span"]
        assert 0 <= start < end <= len(text) and text[start:end] == c["quote"]


def test_values_are_of_the_listed_kinds(claims: list[tuple[dict[str, Any], str]]) -> None:
    for c, _ in claims:
        assert c["verdict"] in ("supported", "refuted", "undecided") and isinstance(c["gross"], bool)
        assert (c["verdict"] == "undecided") == (c["reason"] is not None)
        assert c["reason"] in (None, "no_data", "no_reference", "ambiguous", "pending", "hypothetical")
        assert c["direction"] in ("up", "down", "flat", None)
        assert c["certainty"] in ("asserted", "reported", "expected", "planned", "hypothetical")
        assert c["stated"]["hedge"] in (None, "about", "more_than", "less_than", "up_to", "at_least", "nearly", "range")
        assert c["interval"] is None or c["interval"]["closed"] in ("both", "left", "right", "none")
        assert c["subject"]["kind"] in ("instrument", "organisation", "person", "series", "event", "group", "topic")
        assert all(r["tier"] in ("stated", "default", "possible") and r["holds"] in (True, False, None) for r in c["readings"])
        if c["verdict"] == "refuted":
            assert c["help"] and "\n" not in c["help"] and c["evidence"] is not None
            assert all(r["holds"] is False for r in c["readings"])


def test_units_are_listed(claims: list[tuple[dict[str, Any], str]]) -> None:
    for c, _ in claims:
        assert c["stated"]["unit"] in UNITS or MONEY.fullmatch(c["stated"]["unit"]), c["stated"]["unit"]


def test_symbols_have_the_agreed_forms(claims: list[tuple[dict[str, Any], str]]) -> None:
    for c, _ in claims:
        symbol = c["subject"]["symbol"]
        assert symbol is None or SYMBOL.fullmatch(symbol), symbol
        if c["subject"]["id"] and c["subject"]["kind"] == "instrument":
            assert re.fullmatch(r"[A-Z]+:\S+", c["subject"]["id"]) and symbol


def test_numbers_are_decimal_strings(claims: list[tuple[dict[str, Any], str]]) -> None:
    def figures(c: dict[str, Any]) -> list[str | None]:
        proofs = [e for e in [c["evidence"], *(r["evidence"] for r in c["readings"])] if e is not None]
        return [
            c["stated"]["low"], c["stated"]["high"], *([c["interval"]["low"], c["interval"]["high"]] if c["interval"] else []),
            *(r["measured"] for r in c["readings"]), *(e[k] for e in proofs for k in ("measured", "low", "high")),
        ]  # fmt: skip

    for c, _ in claims:
        assert all(x is None or (isinstance(x, str) and DECIMAL.fullmatch(x)) for x in figures(c)), figures(c)
        low, high = c["stated"]["low"], c["stated"]["high"]
        assert low is None or Decimal(low) >= 0
        assert low is None or high is None or Decimal(low) <= Decimal(high)
        for e in (r["evidence"] for r in c["readings"]):
            for row in e["rows"] if e else ():
                assert Decimal(row["value"]).is_finite() and dt.date.fromisoformat(row["date"])


def test_the_canonical_form_reads_back(claims: list[tuple[dict[str, Any], str]]) -> None:
    for c, _ in claims:
        assert str(wollet.parse(c["canonical"])) == c["canonical"]


def test_mentions(document: dict[str, Any]) -> None:
    for a in document["articles"]:
        assert a["mentions"]
        for m in a["mentions"]:
            assert {"span", "quote", "kind", "low", "high", "unit", "hedge", "start", "end", "ids"} <= set(m)
            assert a["article"]["text"][slice(*m["span"])] == m["quote"]


def test_data_frames() -> None:
    report = wollet.check(TEXTS[0][1], published=TEXTS[0][0])
    pandas, polars = report.to_pandas(), report.to_polars()
    assert list(pandas.columns) == list(polars.columns) == list(COLUMNS)
    assert len(pandas) == len(polars) == len(report) == len(report.claims) > 0
    assert pandas["low"].dtype == "float64" and polars["verdict"].to_list() == [v.label for v in report]
    assert set(report.supported) | set(report.refuted) | set(report.undecided) == set(report.claims)
    empty = wollet.check("Nothing to count here.", published="2024-02-13")
    assert list(empty.to_pandas().columns) == list(empty.to_polars().columns) == list(COLUMNS) and len(empty) == 0
