"""The market model: a straight line through past returns, the bounds of what it foretells, and correlation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import NormalDist

import msgspec

Z95 = NormalDist().inv_cdf(0.975)


class Line(msgspec.Struct, frozen=True):
    """y = alpha + beta x by least squares: `error` is the residual standard deviation (n - 2), `spread` the sum of
    squared deviations of x from its mean."""

    n: int
    alpha: float
    beta: float
    error: float
    mean: float
    spread: float


def line(x: Sequence[float], y: Sequence[float]) -> Line | None:
    """The least-squares line; None for fewer than three points or where x never varies."""
    n = len(x)
    if n < 3:
        return None
    mx, my = math.fsum(x) / n, math.fsum(y) / n
    sxx = math.fsum((a - mx) ** 2 for a in x)
    if sxx <= 1e-18:
        return None
    beta = math.fsum((a - mx) * (b - my) for a, b in zip(x, y, strict=True)) / sxx
    alpha = my - beta * mx
    rest = math.fsum((b - alpha - beta * a) ** 2 for a, b in zip(x, y, strict=True))
    return Line(n, alpha, beta, math.sqrt(rest / (n - 2)), mx, sxx)


def summed_error(fit: Line, x: Sequence[float]) -> float:
    """Standard error of the sum of the abnormal returns at these x, the line's own uncertainty included.

    Meaning: s * sqrt(L + L**2 / n + (sum(x) - L * mean)**2 / Sxx) for L days (Salinger's correction to s * sqrt(L)).
    """
    days = len(x)
    away = math.fsum(x) - days * fit.mean
    return fit.error * math.sqrt(days + days * days / fit.n + away * away / fit.spread)


def t95(df: int) -> float:
    """The two-sided 95% point of Student's t (the normal point for endless degrees of freedom), good to 0.001 from df 6.

    Source: the expansion of Abramowitz and Stegun, 26.7.5.
    """
    z = Z95
    g1 = (z**3 + z) / 4
    g2 = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    g3 = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    g4 = (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160
    return z + g1 / df + g2 / df**2 + g3 / df**3 + g4 / df**4


def correlation(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Pearson's correlation; None for fewer than three pairs or where one side never varies."""
    n = len(x)
    if n < 3:
        return None
    mx, my = math.fsum(x) / n, math.fsum(y) / n
    sxx = math.fsum((a - mx) ** 2 for a in x)
    syy = math.fsum((b - my) ** 2 for b in y)
    if sxx <= 1e-18 or syy <= 1e-18:
        return None
    sxy = math.fsum((a - mx) * (b - my) for a, b in zip(x, y, strict=True))
    return max(-1.0, min(1.0, sxy / math.sqrt(sxx * syy)))
