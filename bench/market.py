"""Speed of the market store: python -m bench.market [STORE] [ROWS]; without a store the sample, a panel of 10 million rows.

Look-ups in the store, one article checked from a cold start, and a generated panel imported, asked and scanned.
"""

from __future__ import annotations

import datetime as dt
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wollet.market import open_market
from wollet.market.answers import Store
from wollet.reference import calendars

IDS = ("XNAS:NVDA", "XNAS:AAPL", "XNYS:JPM", "XKRX:005930", "XKRX:000660", "INDEX:KOSPI", "INDEX:SPX", "XNAS:ARM", "XNAS:TSLA", "XNAS:AMZN")
AS_OF = dt.datetime(2024, 2, 14, tzinfo=dt.UTC)
ASKED = 10_000
SINCE, UNTIL = dt.date(2010, 1, 4), dt.date(2023, 12, 29)
ARTICLE = "Nvidia rose 0.16% to close at $722.48 on Monday. Arm soared 29.3% to $148.97.\n"


@contextmanager
def timed(what: str) -> Iterator[None]:
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    print(f"  {what:64} {1e3 * (time.process_time() - cpu):9.1f} ms of processor time {1e3 * (time.perf_counter() - wall):9.1f} ms")


def asked(store: Store, what: str, questions: Sequence[tuple[str, dt.date]], ask: Callable[[str, dt.date], Any]) -> None:
    with timed(f"{len(questions):,} look-ups of {what}"):
        for id, day in questions:
            ask(id, day)


def look_ups(store: Store) -> None:
    draw = random.Random(1)
    days = calendars.sessions("XNYS", dt.date(2023, 12, 5), dt.date(2024, 2, 12))
    questions = [(draw.choice(IDS), draw.choice(days)) for _ in range(ASKED)]
    asked(store, "bars, rows not touched before", questions, lambda id, d: store.bars(id, d, d, as_of=AS_OF))
    asked(store, "the same bars again", questions, lambda id, d: store.bars(id, d, d, as_of=AS_OF))
    asked(store, "bars on the share basis of the day", questions, lambda id, d: store.bars(id, d, d, as_of=AS_OF, adjusted_to=d))
    asked(store, "all fixings of a day", questions, lambda id, d: store.fx("USD/KRW", d, d, as_of=AS_OF))
    for day in (dt.date(2024, 2, 12), dt.date(2024, 2, 9)):
        with timed(f"the market values of {day} ranked"):
            store.market_ranking(day, "US", as_of=AS_OF)


def cold(folder: str | None) -> None:
    with tempfile.TemporaryDirectory() as at:
        draft = Path(at, "draft.txt")
        draft.write_text(ARTICLE, encoding="utf-8")
        command = [sys.executable, "-m", "wollet", "check", "--published=2024-02-12T17:30-05:00", str(draft)]
        command += ["--data", folder] if folder else []
        best, used = float("inf"), 0.0
        for _ in range(5):
            before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if (took := time.perf_counter() - begin) < best:
                best, used = took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"  one article checked from a cold start: {best:.2f} s, {used:.2f} s of processor time, {after.ru_maxrss / 1024:.0f} MB")


def generated(rows: int, path: Path) -> int:
    """A random walk a series, every New York session of fourteen years; the number of rows."""
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    days = np.array([d.toordinal() for d in calendars.sessions("XNYS", SINCE, UNTIL)])
    n, m = len(days), rows // len(days) + 1
    chance = np.random.default_rng(1)
    close = np.round(50 * np.exp(np.cumsum(chance.normal(0, 0.015, (m, n)), axis=1)), 2).clip(1)
    first = np.round(close * (1 + chance.normal(0, 0.003, (m, n))), 2)
    columns = {
        "open": first, "high": np.maximum(first, close) + 0.1, "low": np.minimum(first, close) - 0.1, "close": close,
        "volume": chance.integers(100_000, 100_000_000, (m, n)),
    }  # fmt: skip
    symbols = pa.DictionaryArray.from_arrays(np.repeat(np.arange(m, dtype="int32"), n), [f"P{i:05}" for i in range(m)])
    dates = pa.array(np.tile(days - dt.date(1970, 1, 1).toordinal(), m).astype("int32")).cast(pa.date32())
    table = {"symbol": symbols.cast(pa.string()), "date": dates, **{k: v.ravel().round(2) for k, v in columns.items()}}
    parquet.write_table(pa.table(table), path)
    return int(m * n)


def panel(rows: int) -> None:
    from wollet.market.imports.files import Job, bring
    from wollet.market.scan import connect

    with tempfile.TemporaryDirectory() as at:
        file, folder = Path(at, "panel.parquet"), Path(at, "store")
        held = generated(rows, file)
        print(f"A generated panel of {held:,} bars")
        with timed("imported"):
            bring(folder, [Job(path=file, kind="prices")], now=dt.datetime.now(dt.UTC), lenient=False, told=lambda line: None)
        print(f"  on disk: {sum(f.stat().st_size for f in folder.rglob('*') if f.is_file()) / 1e6:,.0f} MB")
        store = Store(folder)
        draw, names = random.Random(2), store.keys("b")
        sessions = calendars.sessions("XNYS", SINCE, UNTIL - dt.timedelta(days=7))
        questions = [(draw.choice(names), draw.choice(sessions)) for _ in range(ASKED)]
        asked(store, "bars, series not touched before", questions, lambda id, d: store.bars(id, d, d, as_of=AS_OF))
        later = [(id, d + dt.timedelta(days=1)) for id, d in questions]
        asked(store, "bars, new rows of touched series", later, lambda id, d: store.bars(id, d, d, as_of=AS_OF))
        with timed("written out once for scans"):
            scans = connect(store)
        with timed("the mean of every close (DuckDB)"):
            scans.sql("select count(*), avg(close) from prices").fetchall()
        with timed("100,000 moments joined as of each (DuckDB)"):
            scans.sql("create table q as select series, known_at + interval 5 hour as at from prices using sample 100000 rows")
            scans.sql("select count(*), sum(p.close) from q asof join prices p on q.series = p.series and q.at >= p.known_at").fetchall()


def main(args: Sequence[str]) -> None:
    folder = args[0] if args and not args[0].isdigit() else None
    rows = next((int(a) for a in args if a.isdigit()), 10_000_000)
    print(f"The store at {folder or 'the sample'}")
    with timed("opened"):
        store = open_market(folder)
    assert isinstance(store, Store)
    look_ups(store)
    cold(folder)
    panel(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
