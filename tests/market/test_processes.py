"""One writer and several readers, each a process of its own; a writer that is killed has written nothing."""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

from making import LATER, D, imported, opened, together

from wollet.market.sync import journal

DAY = D(2024, 2, 12)
PRICE = "symbol,date,close,basis,source\nARM,2024-02-12,{},as_traded,desk"
READER = """
import datetime as dt, sys
from pathlib import Path
from wollet.market.answers import Store
day, seen = dt.date(2024, 2, 12), 0
print("reading", flush=True)
while not Path(sys.argv[2]).exists():
    (bar,) = Store(Path(sys.argv[1])).bars("XNAS:ARM", day, day)
    assert bar.close is not None and bar.close >= seen, (bar.close, seen)
    seen = bar.close
print(seen, flush=True)
"""
SYNCING = """
import datetime as dt, sys, time
from decimal import Decimal
from pathlib import Path
from wollet.market.providers import Batch, Http, Task, Want
from wollet.market.sync import sync
from wollet.model.market import Bar
class Slow:
    name, keys, extra = "slow", (), None
    def tasks(self, want):
        return (Task(key=f"slow:{d}", params={"day": str(d)}) for d in (12, 13, 14))
    def fetch(self, task, http, now):
        day = dt.date(2024, 2, int(task.params["day"]))
        if day.day == 14 and len(sys.argv) > 2:
            print("fetching", flush=True)
            time.sleep(60)
        print(day, flush=True)
        at = dt.datetime(2024, 2, day.day, 21, tzinfo=dt.UTC)
        bar = Bar(series="XNAS:ARM", session=day, open=None, high=None, low=None, close=Decimal(day.day), volume=None,
                  currency="USD", basis="as_traded", source="slow", known_at=at, fetched_at=now)
        return Batch(kind="prices", rows=(bar,))
want = Want(since=dt.date(2024, 2, 12), until=dt.date(2024, 2, 14))
sync(Path(sys.argv[1]), [Slow()], want, http=Http(pause=0), now=dt.datetime(2024, 3, 1, tzinfo=dt.UTC))
"""


def test_readers_in_other_processes_see_whole_states_in_their_order(tmp_path: Path) -> None:
    together(tmp_path, ("prices", PRICE.format(100)))
    done = tmp_path / "done"
    command = [sys.executable, "-c", READER, str(tmp_path / "store"), str(done)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for r in readers:
        assert r.stdout is not None and r.stdout.readline() == "reading\n"
    for n in range(1, 13):
        imported(tmp_path, "prices", PRICE.format(100 + n), now=LATER + dt.timedelta(days=n))
    time.sleep(0.2)
    done.touch()
    for r in readers:
        out, err = r.communicate(timeout=60)
        assert (r.returncode, out) == (0, "112\n"), err


def test_an_import_killed_at_any_moment_leaves_the_store_as_it_was_or_whole(tmp_path: Path) -> None:
    together(tmp_path, ("prices", PRICE.format(100)))
    lines = [f"P{s},{D(2020, 1, 2) + dt.timedelta(days=n)},{n + 10}" for s in range(60) for n in range(1000)]
    (tmp_path / "many.csv").write_text("symbol,date,close\n" + "\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "wollet", "data", "import", "many.csv", "--as", "prices", "--to", "store"]
    begin = time.perf_counter()
    subprocess.run(command, cwd=tmp_path, stdout=subprocess.DEVNULL, check=True)
    whole = time.perf_counter() - begin
    draw, rows = random.Random(5), {60_001}
    for _ in range(5):
        child = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
        time.sleep(whole * draw.uniform(0.3, 1.0))
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        store = opened(tmp_path)
        held = sum(p.rows for p in store.manifest.segments)
        assert held in rows or held - 60_000 in rows
        rows = {held}
        assert store.bars("XNAS:ARM", DAY, DAY)[0].close == Decimal(100)
        assert len(store.bars("XXXX:P59", D(2020, 1, 2), D(2023, 1, 1))) == 1000


def test_a_sync_killed_while_it_fetches_leaves_the_store_as_it_was_and_goes_on_from_its_spool(tmp_path: Path) -> None:
    together(tmp_path, ("prices", PRICE.format(100)))
    before = (tmp_path / "store" / "manifest.json").read_bytes()
    command = [sys.executable, "-c", SYNCING, str(tmp_path / "store")]
    child = subprocess.Popen([*command, "slowly"], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert [child.stdout.readline() for _ in range(3)] == ["2024-02-12\n", "2024-02-13\n", "fetching\n"]
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert (tmp_path / "store" / "manifest.json").read_bytes() == before and not list(journal(tmp_path / "store"))
    again = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert again.stdout == "2024-02-14\n", "the two days that were fetched wait in the spool"
    assert [b.session.day for b in opened(tmp_path).bars("XNAS:ARM", DAY, D(2024, 2, 14))] == [12, 13, 14]
