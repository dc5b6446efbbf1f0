"""The hash of a scanned window is that of its figures as a proof writes them."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from wollet.claim.measuring import digest, show

FIGURES = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False) | st.sampled_from(
    [Decimal(x) for x in ("12.00", "12.50", "100", "1E+3", "1E-9", "0.0", "-0.00", "10.010", "7.")]
)


@given(st.lists(st.tuples(st.dates(), FIGURES), max_size=8))
def test_a_window_is_hashed_as_it_is_shown(rows):
    text = "\n".join(f"{day.isoformat()} {show(x)}" for day, x in rows)
    assert digest(rows) == (len(rows), hashlib.sha256(text.encode()).hexdigest())
