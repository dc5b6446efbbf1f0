"""A report proves itself: every proof comes out again, and none survives the loss or change of a row."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wollet
from sessions import run

SAMPLES = Path(wollet.__file__).parent / "samples" / "articles"


@cache
def whole() -> dict[str, Any]:
    return wollet.check(wollet.read(SAMPLES)).to_dict()


@cache
def proofs() -> list[tuple[int, int, int]]:
    return [
        (a, c, r)
        for a, entry in enumerate(whole()["articles"])
        for c, claim in enumerate(entry["claims"])
        for r, reading in enumerate(claim["readings"])
        if reading["evidence"] and reading["evidence"]["rows"]
    ]


PROOFS = st.deferred(lambda: st.sampled_from(proofs()))
ROWS = PROOFS.flatmap(lambda p: st.tuples(st.just(p), st.integers(0, len(proof(whole(), p)["rows"]) - 1)))


def proof(report: dict[str, Any], place: tuple[int, int, int]) -> dict[str, Any]:
    a, c, r = place
    found: dict[str, Any] = report["articles"][a]["claims"][c]["readings"][r]["evidence"]
    return found


def damaged(place: tuple[int, int, int]) -> tuple[dict[str, Any], dict[str, Any]]:
    """A copy of the report's one article with only the claim of a proof, and the proof in it."""
    a, c, r = place
    entry = whole()["articles"][a]
    claim = copy.deepcopy(entry["claims"][c])
    return {"articles": [{**entry, "claims": [claim]}]}, claim["readings"][r]["evidence"]


def test_every_verdict_comes_out_again() -> None:
    assert len(proofs()) > 40
    assert wollet.replay(whole()) == []
    assert wollet.replay(json.loads(json.dumps(whole()))) == []


@settings(deadline=None)
@given(ROWS)
def test_a_missing_row_breaks_the_proof(where: tuple[tuple[int, int, int], int]) -> None:
    report, evidence = damaged(where[0])
    del evidence["rows"][where[1]]
    assert wollet.replay(report)


@settings(deadline=None)
@given(ROWS, st.sampled_from(["value", "date", "series", "source"]), st.integers(1, 9))
def test_an_altered_row_breaks_the_proof(where: tuple[tuple[int, int, int], int], key: str, by: int) -> None:
    report, evidence = damaged(where[0])
    row = evidence["rows"][where[1]]
    row[key] = str(Decimal(row[key]) + by) if key == "value" else row[key] + "x"
    assert wollet.replay(report)


@settings(deadline=None)
@given(ROWS)
def test_a_row_too_many_breaks_the_proof(where: tuple[tuple[int, int, int], int]) -> None:
    report, evidence = damaged(where[0])
    evidence["rows"].append(dict(evidence["rows"][where[1]]))
    assert wollet.replay(report)


@settings(deadline=None)
@given(PROOFS)
def test_another_measured_value_breaks_the_proof(place: tuple[int, int, int]) -> None:
    report, evidence = damaged(place)
    key = "measured" if evidence["measured"] is not None else "high"
    evidence[key] = str(Decimal(evidence[key]) * 2 + 1)
    assert wollet.replay(report)


@pytest.mark.parametrize("verdict", ["supported", "refuted", "undecided"])
def test_another_verdict_is_noticed(verdict: str) -> None:
    for entry in whole()["articles"]:
        for claim in entry["claims"]:
            if claim["verdict"] != verdict:
                assert wollet.replay({"articles": [{**entry, "claims": [{**claim, "verdict": verdict}]}]})


def test_on_the_command_line(tmp_path: Path) -> None:
    one = copy.deepcopy({**whole(), "articles": whole()["articles"][:1]})
    (tmp_path / "report.json").write_text(json.dumps(one), encoding="utf-8")
    lines = "".join(json.dumps(a) + "\n" for a in whole()["articles"])
    (tmp_path / "report.jsonl").write_text(lines, encoding="utf-8")
    for name in ("report.json", "report.jsonl"):
        ran = run(["replay", name], at=tmp_path)
        assert ran.status == 0 and "claims replayed, 0 mismatches" in ran.out
    assert run(["replay", "-"], at=tmp_path, given=lines.encode()).status == 0
    one["articles"][0]["claims"][0]["verdict"] = "refuted"
    (tmp_path / "report.json").write_text(json.dumps(one), encoding="utf-8")
    ran = run(["replay", "report.json"], at=tmp_path)
    assert ran.status == 1 and "1 mismatch" in ran.out and "c1" in ran.out.splitlines()[0]


@pytest.mark.parametrize("content", ["", "[]", "{}", "nonsense", '{"articles": [{"claims": [{"id": "c1"}]}]}', '{"articles": [1]}', "[" * 9999])
def test_what_is_no_report_is_refused_in_one_line(content: str, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(content, encoding="utf-8")
    ran = run(["replay", "r.json"], at=tmp_path)
    assert ran.status == 2 and ran.err.startswith("wollet: ") and ran.err.count("\n") == 1
