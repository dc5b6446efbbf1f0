"""Binary floats of a file as the decimals they were written for: the shortest that reads back as the same float."""

from __future__ import annotations

from typing import Any

import numpy as np

MOST = 10
"""Decimal places kept; figures with more (derived rates) are rounded there."""
ROOM = 4e18


def scaled(values: Any, most: int = MOST) -> tuple[int, Any, Any]:
    """(scale, integers, missing) of floats: value = integer / 10^scale, exactly as the shortest decimal reads."""
    v = np.asarray(values, dtype=np.float64)
    missing = ~np.isfinite(v)
    x = np.where(missing, 0.0, v)
    top = float(np.abs(x).max(initial=0.0))
    scale, whole = 0, np.rint(x)
    exact = whole == x
    while not exact.all() and scale < most and top * 10.0 ** (scale + 1) < ROOM:
        scale += 1
        whole = np.rint(x * 10.0**scale)
        exact = whole / 10.0**scale == x
    return scale, whole.astype(np.int64), missing


SINGLE = 4
FEW = 20


def unsingled(values: Any) -> Any:
    """Figures that went through 32-bit floats (2620.320068) as they were before (2620.32): where every row of a run is
    the 32-bit float of a decimal with at most four places, that decimal is meant.  Short runs are left as they are, and
    so are figures whose 32-bit steps are as wide as the decimal's own."""
    v = np.asarray(values, dtype=np.float64)
    held = v[np.isfinite(v)]
    if len(held) < FEW or not len(held):
        return v
    narrow = held.astype(np.float32)
    step = float(np.spacing(np.abs(narrow).max()))
    for places in range(SINGLE + 1):
        if step * 10.0**places > 0.5:
            return v
        short = np.rint(held * 10.0**places) / 10.0**places
        if (short == held).all():
            return v
        if (short.astype(np.float32) == narrow).all():
            return np.rint(v * 10.0**places) / 10.0**places
    return v


def rescaled(parts: list[tuple[int, Any, Any]]) -> tuple[int, list[tuple[Any, Any]]]:
    """Several columns on the one scale that holds them all."""
    scale = max(s for s, _, _ in parts)
    return scale, [(whole * 10 ** (scale - s), missing) for s, whole, missing in parts]


_SIGNED = (("b", np.int8), ("h", np.int16), ("i", np.int32), ("q", np.int64))
_COUNTS = (("B", np.uint8), ("H", np.uint16), ("I", np.uint32))


def packed(whole: Any, missing: Any = None) -> tuple[str, Any] | None:
    """Integers in the narrowest signed column; the lowest value of its width stands for a missing one."""
    if missing is not None and missing.all():
        return None
    low, high = (int(whole.min()), int(whole.max())) if len(whole) else (0, 0)
    for code, kind in _SIGNED:
        info = np.iinfo(kind)
        if low > info.min and high <= info.max:
            out = whole.astype(kind)
            if missing is not None:
                out[missing] = info.min
            return code, np.ascontiguousarray(out)
    raise ValueError(f"a figure of more than eighteen digits cannot be stored ({low}..{high})")


def counts(whole: Any) -> tuple[str, Any]:
    """Non-negative integers in the narrowest column, signed where there are negative ones."""
    if len(whole) and int(whole.min()) < 0:
        found = packed(whole)
        assert found is not None
        return found
    for code, kind in _COUNTS:
        if not len(whole) or int(whole.max()) <= np.iinfo(kind).max:
            return code, np.ascontiguousarray(whole.astype(kind))
    return "Q", np.ascontiguousarray(whole.astype(np.uint64))
