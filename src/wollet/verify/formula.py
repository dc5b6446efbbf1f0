"""Arithmetic as a proof writes it, redone in decimals: numbers, + - * / **, comparisons, max, min, sum, abs, round."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation, localcontext

PRECISION = 40
LONGEST = 200_000


class FormulaError(ValueError):
    """A formula that is not plain arithmetic over numbers."""


def evaluate(formula: str) -> Decimal:
    """The value of a formula; a comparison gives 1 where it is true and 0 where it is not."""
    tree = _tree(formula)
    with localcontext() as ctx:
        ctx.prec = PRECISION
        try:
            return +_value(tree)
        except (InvalidOperation, ZeroDivisionError, ArithmeticError) as e:
            raise FormulaError(f"{formula[:80]}: cannot be computed ({type(e).__name__})") from e


def literals(formula: str) -> list[Decimal]:
    """Every number written in a formula, without its sign, in the order written."""
    return [Decimal(str(n.value)) for n in ast.walk(_tree(formula)) if isinstance(n, ast.Constant)]


def _tree(formula: str) -> ast.expr:
    if len(formula) > LONGEST:
        raise FormulaError("formula too long")
    try:
        tree = ast.parse(_quoted(formula), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as e:
        raise FormulaError(f"{formula[:80]}: not an arithmetic expression") from e
    return tree


def _quoted(formula: str) -> str:
    """The formula with every number as a string literal, so that no digit is lost to binary floating point."""
    out, i, n = [], 0, len(formula)
    while i < n:
        c = formula[i]
        if c.isascii() and (c.isdigit() or (c == "." and i + 1 < n and formula[i + 1].isdigit())):
            j = i + 1
            while j < n and (formula[j].isdigit() or formula[j] == "."):
                j += 1
            out.append(f"'{formula[i:j]}'")
            i = j
        elif c in "'\"":
            raise FormulaError("no text in a formula")
        else:
            out.append(c)
            i += 1
    return "".join(out)


def _value(node: ast.AST) -> Decimal:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return Decimal(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inner = _value(node.operand)
        return -inner if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return Decimal(_value(node.operand) == 0)
    if isinstance(node, ast.BinOp):
        op = _BINARY.get(type(node.op))
        if op is not None:
            return op(_value(node.left), _value(node.right))
    if isinstance(node, ast.Compare):
        return Decimal(all(_comparisons(node)))
    if isinstance(node, ast.BoolOp):
        values = [_value(v) != 0 for v in node.values]
        return Decimal(all(values) if isinstance(node.op, ast.And) else any(values))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        call = _CALLS.get(node.func.id)
        if call is not None and node.args:
            return call([_value(a) for a in node.args])
    raise FormulaError(f"{type(node).__name__} is not arithmetic")


def _comparisons(node: ast.Compare) -> Iterator[bool]:
    left = _value(node.left)
    for op, right_node in zip(node.ops, node.comparators, strict=True):
        right = _value(right_node)
        test = _COMPARE.get(type(op))
        if test is None:
            raise FormulaError(f"{type(op).__name__} is not arithmetic")
        yield test(left, right)
        left = right


def _power(a: Decimal, b: Decimal) -> Decimal:
    if abs(b) > 64:
        raise FormulaError("exponent too large")
    return a**b


def _rounded(args: list[Decimal]) -> Decimal:
    places = int(args[1]) if len(args) > 1 else 0
    return args[0].quantize(Decimal(1).scaleb(-places))


_BINARY: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
    ast.Mod: lambda a, b: a % b,
    ast.Pow: _power,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.Lt: lambda a, b: a < b,
    ast.LtE: lambda a, b: a <= b,
    ast.Gt: lambda a, b: a > b,
    ast.GtE: lambda a, b: a >= b,
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
}
_CALLS: dict[str, Callable[[list[Decimal]], Decimal]] = {
    "max": lambda xs: max(xs),
    "min": lambda xs: min(xs),
    "sum": lambda xs: sum(xs, Decimal(0)),
    "abs": lambda xs: abs(xs[0]),
    "round": _rounded,
}
