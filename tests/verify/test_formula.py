"""A proof's arithmetic is redone in decimals, and nothing but arithmetic is let through."""

from decimal import Decimal

import pytest

from wollet.verify.formula import FormulaError, evaluate, literals


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("100 * (148.97 / 77.01 - 1)", "93.442410076613427"),
        ("0.1 + 0.2", "0.3"),
        ("-(3.5)", "-3.5"),
        ("max(1.2, 3.4) < 5", "1"),
        ("5088.80 > 5026.61 and 5088.80 > 5100", "0"),
        ("(187.2 > 185.1) + (3 > 4) + (2 > 1)", "2"),
        ("abs(2 - 5) * 10 ** 4", "30000"),
        ("round(2.345, 2)", "2.34"),
    ],
)
def test_value(formula: str, value: str) -> None:
    assert abs(evaluate(formula) - Decimal(value)) < Decimal("1e-12")


@pytest.mark.parametrize(
    "formula",
    [
        "__import__('os')",
        "x + 1",
        "1 if 2 else 3",
        "[1, 2]",
        "1 / 0",
        "2 ** 9999",
        "",
        "open(1)",
        "1 +",
        "'a'",
        "(1).real",
        "1 and",
        "9" * 300_000,
    ],
)
def test_refused(formula: str) -> None:
    with pytest.raises(FormulaError):
        evaluate(formula)


def test_every_number_is_listed() -> None:
    assert sorted(literals("100 * (148.97 / 77.01 - 1)")) == [Decimal(x) for x in ("1", "77.01", "100", "148.97")]
