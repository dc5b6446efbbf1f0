"""The sample pack of market data inside the package, cut out of a folder of public figures.

    python scripts/build_sample.py FIGURES

FIGURES is imported into a temporary store with all its checks, and what the demo and the documentation need is copied from
there: every row keeps its source, its basis, its moment and its doubt.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path

from wollet.market import SAMPLE, folder
from wollet.market.answers import Store
from wollet.market.imports.files import bring, jobs_of
from wollet.market.points import scope_of
from wollet.market.segment import Run, RunData

D = dt.date
FETCHED = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
SEASON = (D(2023, 10, 2), D(2024, 3, 29))
YEARS = (D(2021, 1, 4), D(2024, 3, 29))
EVER = (D(1900, 1, 1), D(2024, 3, 29))
MACRO = (D(2015, 1, 1), D(2024, 6, 30))
WHOLE = {"INDEX:SPX", "INDEX:KOSPI", "INDEX:SOX"}
LONGER = {
    "XNAS:NVDA", "XNAS:AAPL", "XNAS:MSFT", "XNAS:GOOGL", "XNAS:AMZN", "XNAS:META", "XNAS:TSLA", "XNAS:ARM", "XNAS:AMD",
    "XNAS:AVGO", "XNAS:SMCI", "XNYS:TSM", "XNAS:INTC", "XNAS:MU", "XTKS:9984.T", "INDEX:DJI", "INDEX:N225", "INDEX:HSI",
    "INDEX:RUT", "INDEX:NDX", "INDEX:IXIC", "INDEX:VIX", "INDEX:KOSDAQ", "COMDTY:WTI", "COMDTY:BRENT",
    "COMDTY:GOLD", "CRYPTO:BTC",
}  # fmt: skip
LEFT_SOURCES = ("us_closes", "krx_bars")
PAIRS = {"USD/KRW", "EUR/USD", "USD/JPY", "USD/CNY", "EUR/KRW", "JPY/KRW", "CNY/KRW", "USD/GBP"}
ITEMS = ("revenue", "net_income", "operating_income")
LARGEST = {"US": 80, "KRX": 60}


def main(figures: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        bring(Path(scratch), jobs_of(figures), now=FETCHED, lenient=True, told=print)
        store = Store(Path(scratch))
        shutil.rmtree(SAMPLE, ignore_errors=True)
        with folder.writing(SAMPLE):
            part = folder.commit(SAMPLE, cut(store), what="sample pack", fetched_at=FETCHED)
        (SAMPLE / "lock").unlink()
    assert part is not None
    print(f"{part.rows:,} rows, {part.size / 1e6:.2f} MB in {SAMPLE}")


def cut(store: Store) -> Iterator[RunData]:
    """The runs of the sample, cut to their windows."""
    priced = [id for id in store.keys("b") if any(not left_out(r) for r in store.runs(f"b:{id}"))]
    large = {scope: largest(store, scope, n) for scope, n in LARGEST.items()}
    for id in sorted({*priced, *large["KRX"]}):
        window = EVER if id in WHOLE else YEARS if id in LONGER else SEASON
        for r in store.runs(f"b:{id}"):
            if not left_out(r) or (id in large["KRX"] and id not in priced):
                yield from piece(f"b:{id}", r, window, without=("volume",) if id in WHOLE else ())
    for id in sorted(large["US"] | large["KRX"]):
        for r in store.runs(f"v:{id}"):
            if not left_out(r):
                yield from piece(f"v:{id}", r, SEASON)
    for pair in sorted(PAIRS):
        for r in store.runs(f"x:{pair}"):
            yield from piece(f"x:{pair}", r, YEARS if pair == "USD/KRW" else SEASON)
    for name in store.keys("s"):
        for r in store.runs(f"s:{name}"):
            yield from piece(f"s:{name}", r, MACRO)
    for id in sorted(LONGER | set(sorted(large["US"])[:60])):
        for item in ITEMS:
            for r in store.runs(f"f:{id} {item}"):
                yield from piece(f"f:{id} {item}", r, (D(2020, 1, 1), D(2024, 6, 30)))
    for id in store.keys("p"):
        for r in store.runs(f"p:{id}"):
            yield from piece(f"p:{id}", r, EVER)
    for r in store.runs("i:XNAS:NVDA"):
        yield from piece("i:XNAS:NVDA", r, (D(2024, 1, 2), D(2024, 3, 29)))


def left_out(r: Run) -> bool:
    return r.head.attributes["source"].startswith(LEFT_SOURCES)


def largest(store: Store, scope: str, n: int) -> set[str]:
    """Companies that were among the n largest at the end of a month of the season, with their other share classes."""
    found: set[str] = set()
    for day in (D(2023, 12, 29), D(2024, 1, 31), D(2024, 2, 12), D(2024, 2, 13), D(2024, 3, 8)):
        found |= {id for id, _ in store.market_ranking(day, scope)[:n]}
    found |= {"XNAS:GOOG", "XNYS:BRK.A", "XNYS:BRK.B"} if scope == "US" else set()
    return {id for id in found if scope_of(id) == scope}


def piece(key: str, r: Run, window: tuple[D, D], without: tuple[str, ...] = ()) -> Iterator[RunData]:
    """The rows of a run inside a window; nothing where there are none, or where the same rows were already given."""
    a, b = bisect_left(r.day, window[0].toordinal()), bisect_right(r.day, window[1].toordinal())
    days = bytes(r.day[a:b])
    mark = (key, tuple(sorted(r.head.attributes.items())), days)
    if a == b or mark in GIVEN:
        return
    GIVEN.add(mark)
    columns = {
        name: (code, bytes(r.column(name)[a:b])) for name, (code, _) in r.head.columns.items() if name not in without
    }
    yield RunData(
        key=key, n=b - a, scale=r.head.scale, attributes=r.head.attributes, columns=columns, doubts=r.head.doubts,
        fetched=r.head.fetched,
    )  # fmt: skip


GIVEN: set[tuple[object, ...]] = set()

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
