"""Two versions of a text: what was corrected, added, dropped."""

from typing import Any

from wollet.verify.diff import diff


def claim(
    low: str, *, symbol: str = "NVDA", verdict: str = "supported", direction: str = "up", start: str = "2024-02-12"
) -> dict[str, Any]:
    return {
        "code": "CHG", "family": "change", "canonical": f"change({symbol}) = {low}%", "quote": f"{low}%",
        "subject": {"symbol": symbol, "id": symbol, "name": symbol}, "metric": "price", "basis": "close", "direction": direction,
        "stated": {"low": low, "high": low, "unit": "percent", "hedge": None}, "when": {"start": start, "end": start}, "verdict": verdict,
    }  # fmt: skip


def kinds(a: list[dict[str, Any]], b: list[dict[str, Any]]) -> list[str]:
    return [c.kind for c in diff(a, b)]


def test_nothing_changed() -> None:
    assert kinds([claim("3.2"), claim("1", symbol="AMD")], [claim("1", symbol="AMD"), claim("3.2")]) == []


def test_a_corrected_figure_and_its_verdict() -> None:
    (c,) = diff([claim("4.2", verdict="refuted")], [claim("3.2")])
    assert c.kind == "figure"
    assert str(c) == "~ CHG change(NVDA) = 3.2%: 4.2% -> 3.2% [refuted -> supported]"


def test_added_and_removed() -> None:
    assert kinds([claim("3.2")], [claim("5", symbol="AMD")]) == ["added", "removed"]


def test_turned_direction_is_a_changed_figure() -> None:
    assert kinds([claim("3.2")], [claim("3.2", direction="down")]) == ["figure"]


def test_a_figure_said_twice_is_paired_once() -> None:
    assert kinds([claim("3.2"), claim("3.2")], [claim("3.2")]) == ["removed"]
