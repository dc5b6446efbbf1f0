"""wollet data sync: from providers into the store in one step, resumed where it was interrupted."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from making import D, opened, utc
from provider_server import Reply, playing

from wollet.face.cli import main
from wollet.market.providers import Batch, Http, ProviderError, Task, Want
from wollet.market.providers.base import Closed
from wollet.market.providers.ecos import Ecos
from wollet.market.providers.http import Unreachable
from wollet.market.providers.krx import Krx
from wollet.market.sync import Outcome, journal, sync, wanted
from wollet.model.market import Bar

NOW = utc(2024, 3, 1)
WANT = Want(since=D(2024, 2, 12), until=D(2024, 2, 14), instruments=("XNAS:ARM",))
CLOSES = {D(2024, 2, 12): "148.97", D(2024, 2, 13): "120.24", D(2024, 2, 14): "126.69"}


class Desk:
    """A source of its own: one task a day; `breaks` names a day at which it is interrupted, `refuses` one it refuses."""

    name = "desk"
    keys: tuple[str, ...] = ()
    extra = None

    def __init__(self, breaks: dt.date | None = None, refuses: dt.date | None = None, plus: Decimal = Decimal(0)) -> None:
        self.breaks, self.refuses, self.plus = breaks, refuses, plus
        self.asked: list[str] = []

    def tasks(self, want: Want) -> Iterator[Task]:
        return (Task(key=f"desk:{d}", params={"day": str(d)}) for d in CLOSES if want.since <= d <= want.until)

    def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
        d = dt.date.fromisoformat(task.params["day"])
        self.asked.append(str(d))
        if d == self.breaks:
            raise KeyboardInterrupt
        if d == self.refuses:
            raise ProviderError("the desk is closed: try again later")
        bar = Bar(
            series="XNAS:ARM", session=d, open=None, high=None, low=None, close=Decimal(CLOSES[d]) + self.plus, volume=None,
            currency="USD", basis="as_traded", source="desk", known_at=utc(d.year, d.month, d.day, 21), fetched_at=now,
        )  # fmt: skip
        return Batch(kind="prices", rows=(bar,), dropped=(f"{d}: a line was empty",))


def went(folder: Path, desk: Desk, want: Want = WANT, now: dt.datetime = NOW) -> Outcome:
    return sync(folder / "store", [desk], want, http=Http(pause=0), now=now)


def test_what_is_fetched_is_in_the_store_once_and_in_the_journal(tmp_path: Path) -> None:
    out = went(tmp_path, Desk())
    assert (out.fetched, out.rows, out.failures) == (3, 3, []) and len(out.dropped) == 3
    bars = opened(tmp_path).bars("XNAS:ARM", WANT.since, WANT.until)
    assert [str(b.close) for b in bars] == list(CLOSES.values()) and bars[0].fetched_at == NOW
    assert [e.key for e in journal(tmp_path / "store")] == [f"desk:{d}" for d in CLOSES]
    again = Desk()
    assert went(tmp_path, again).known == 3 and again.asked == []


def test_an_interrupted_sync_leaves_the_store_as_it_was_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    went(tmp_path, Desk(), Want(since=D(2024, 2, 12), until=D(2024, 2, 12)))
    before = (tmp_path / "store" / "manifest.json").read_bytes()
    with pytest.raises(KeyboardInterrupt):
        went(tmp_path, Desk(breaks=D(2024, 2, 14)))
    assert (tmp_path / "store" / "manifest.json").read_bytes() == before
    assert len(opened(tmp_path).bars("XNAS:ARM", WANT.since, WANT.until)) == 1
    desk = Desk()
    out = went(tmp_path, desk)
    assert desk.asked == ["2024-02-14"] and (out.fetched, out.resumed, out.known) == (1, 1, 1)
    assert len(opened(tmp_path).bars("XNAS:ARM", WANT.since, WANT.until)) == 3
    assert list((tmp_path / "store" / "spool").iterdir()) == []


def test_a_task_that_is_refused_is_reported_and_the_others_are_stored(tmp_path: Path) -> None:
    out = went(tmp_path, Desk(refuses=D(2024, 2, 13)))
    assert out.failures == ["desk:2024-02-13: the desk is closed: try again later"] and out.rows == 2
    desk = Desk()
    assert went(tmp_path, desk).fetched == 1 and desk.asked == ["2024-02-13"]


@pytest.mark.parametrize(("why", "said"), [(Closed("no key"), "desk: no key"), (Unreachable("gone"), "desk: gone (2 requests left for then)")])
def test_a_source_that_is_closed_or_gone_is_asked_once(tmp_path: Path, why: Exception, said: str) -> None:
    class Shut(Desk):
        def fetch(self, task: Task, http: Http, now: dt.datetime) -> Batch:
            self.asked.append(task.key)
            raise why

    desk = Shut()
    out = went(tmp_path, desk)
    assert (len(desk.asked), out.failures, out.rows) == (1, [said], 0)


def test_a_window_that_reaches_today_is_asked_again(tmp_path: Path) -> None:
    today = utc(2024, 2, 14, 12)
    went(tmp_path, Desk(), now=today)
    desk = Desk()
    went(tmp_path, desk, now=utc(2024, 2, 14, 23, 59) + dt.timedelta(days=1))
    assert desk.asked == []
    went(tmp_path, desk, Want(since=D(2024, 2, 14), until=D(2024, 2, 14)), now=today)
    assert desk.asked == ["2024-02-14"]


def test_a_source_that_changes_its_figure_is_believed_from_then_on_only(tmp_path: Path) -> None:
    went(tmp_path, Desk())
    later = utc(2025, 1, 1)
    sync(tmp_path / "store", [Desk(plus=Decimal(1))], WANT, http=Http(pause=0), now=utc(2024, 2, 14))
    (then,) = opened(tmp_path).bars("XNAS:ARM", D(2024, 2, 13), D(2024, 2, 13), as_of=utc(2024, 2, 13, 22))
    (now,) = opened(tmp_path).bars("XNAS:ARM", D(2024, 2, 13), D(2024, 2, 13), as_of=later)
    assert (then.close, now.close) == (Decimal("120.24"), Decimal("121.24"))


def test_answers_of_documented_interfaces_reach_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECOS_API_KEY", "k")
    monkeypatch.setenv("KRX_API_KEY", "k")
    day = Want(since=D(2024, 2, 13), until=D(2024, 2, 13), instruments=("FX:USD/KRW", "XKRX:005930"))
    rate = {"StatisticSearch": {"list_total_count": 1, "row": [{"TIME": "20240213", "DATA_VALUE": "1327.2"}]}}
    stock = {"BAS_DD": "20240213", "ISU_CD": "005930", "TDD_OPNPRC": "74,800", "TDD_HGPRC": "75,200", "TDD_LWPRC": "74,400",
             "TDD_CLSPRC": "75,200", "ACC_TRDVOL": "21,966,745"}  # fmt: skip
    empty = Reply(json.dumps({"OutBlock_1": []}).encode())
    with playing(Reply(json.dumps(rate).encode())) as bank, playing(Reply(json.dumps({"OutBlock_1": [stock]}).encode()), empty) as exchange:
        sync(tmp_path / "store", [Ecos(bank.base), Krx(exchange.base)], day, http=Http(pause=0), now=NOW)
    store = opened(tmp_path)
    fixing, close = store.fx("USD/KRW", day.since, day.until)
    assert (fixing.kind, fixing.value, fixing.known_at) == ("BOK", Decimal("1327.2"), utc(2024, 2, 12, 23, 30))
    assert close.kind == "Seoul onshore close"
    (bar,) = store.bars("XKRX:005930", day.since, day.until)
    assert (bar.close, bar.volume, bar.source, bar.known_at) == (Decimal(75200), 21_966_745, "KRX", utc(2024, 2, 13, 6, 30))


def test_symbols_become_instruments_and_series() -> None:
    want = wanted(D(2024, 1, 1), D(2024, 2, 1), ["NVDA", "005930", "USD/KRW", "US10Y", "US_CPI"])
    assert want.instruments == ("XNAS:NVDA", "XKRX:005930", "FX:USD/KRW") and want.series == ("US10Y", "US_CPI")
    with pytest.raises(ProviderError, match="'NOSUCH' is neither"):
        wanted(D(2024, 1, 1), D(2024, 2, 1), ["NOSUCH"])


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--since", "yesterday"], "not a date: write 2024-02-13"),
        (["--since", "2024-02-13", "--until", "2024-02-01"], "lies before"),
        (["--since", "2024-02-13", "--only", "bloomberg"], "no provider is called 'bloomberg'"),
        (["--since", "2024-02-13", "--symbols", "NOSUCH"], "neither an instrument"),
    ],
)
def test_wrong_options_of_sync(args: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["data", "sync", "--to", str(tmp_path / "store"), *args])
    err = capsys.readouterr().err
    assert stop.value.code == 2 and says in err and len(err.strip().splitlines()) == 1


def test_a_provider_without_its_key_says_where_to_get_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FRED_API_KEY", raising=False)
    with pytest.raises(SystemExit) as stop:
        main(["data", "sync", "--to", str(tmp_path / "store"), "--since", "2024-02-01", "--only", "fred", "--symbols", "US10Y"])
    assert stop.value.code == 2 and "get one at fredaccount.stlouisfed.org" in capsys.readouterr().err
