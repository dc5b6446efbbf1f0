"""Yahoo by way of yfinance: the library itself, its transport turned to a local server that answers as Yahoo does."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yfinance
from curl_cffi import requests
from making import opened, utc
from provider_server import NOW, Asked, Reply, Stand, http, js, served

from wollet.market.providers import Batch, ProviderError, Want
from wollet.market.providers.http import Unreachable
from wollet.market.providers.yahoo import Yahoo, symbol
from wollet.market.sync import sync

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:yfinance", "ignore:The inplace keyword")
D = dt.date
NVDA = Want(since=D(2024, 2, 12), until=D(2024, 2, 13), instruments=("XNAS:NVDA",))
OPENING = {
    D(2024, 2, 12): 1707748200, D(2024, 2, 13): 1707834600, D(2024, 2, 20): 1708439400,
    D(2024, 6, 7): 1717767000, D(2024, 6, 10): 1718026200, D(2024, 6, 11): 1718112600,
}  # fmt: skip
META = {
    "currency": "USD", "symbol": "NVDA", "exchangeName": "NMS", "instrumentType": "EQUITY", "gmtoffset": -18000, "timezone": "EST",
    "exchangeTimezoneName": "America/New_York", "priceHint": 2, "dataGranularity": "1d", "range": "", "validRanges": ["1d", "1mo", "max"],
}  # fmt: skip
NOT_FOUND = {"chart": {"result": None, "error": {"code": "Not Found", "description": "No data found, symbol may be delisted"}}}


def chart(closes: dict[dt.date, float | None], events: dict[str, object] | None = None) -> dict[str, object]:
    column = list(closes.values())
    quote = {"open": column, "high": column, "low": column, "close": column, "volume": [None if c is None else 613_710_000 for c in column]}
    found = {
        "meta": META, "timestamp": [OPENING[d] for d in closes], "events": events or {},
        "indicators": {"quote": [quote], "adjclose": [{"adjclose": column}]},
    }  # fmt: skip
    return {"chart": {"result": [found], "error": None}}


class Turned(requests.Session):
    """The transport that yfinance uses, every address turned to a server on this machine."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base

    def request(self, method: str, url: str, *args: object, **named: object) -> requests.Response:  # type: ignore[override]
        return super().request(method, url.replace("https://", self.base + "/"), *args, **named)  # type: ignore[arg-type]


def yahoo(answer: Callable[[Asked], Reply]) -> Callable[[Asked], Reply]:
    """Yahoo's hosts: a cookie, a crumb, and charts by `answer`."""

    def play(asked: Asked) -> Reply:
        if asked.path.endswith("/getcrumb"):
            return Reply(b"crumb")
        return answer(asked) if "/v8/finance/chart/" in asked.path else Reply()

    return play


@pytest.fixture(autouse=True)
def alone(tmp_path: Path) -> Iterator[None]:
    """yfinance keeps time zones on the disk and its session in memory: neither outlives a test."""
    yfinance.set_tz_cache_location(str(tmp_path))
    yield
    yfinance.data.YfData._instances.clear()


def brought(s: Stand, want: Want = NVDA) -> Batch:
    p = Yahoo(Turned(s.base))
    (task,) = p.tasks(want)
    return p.fetch(task, http(), NOW)


def of_charts(*replies: Reply) -> Callable[[Asked], Reply]:
    """Histories in turn, the last one again and again; what yfinance asks first, for the time zone, is always answered."""
    left = list(replies)

    def answer(asked: Asked) -> Reply:
        if "period1" not in asked.query:
            return js(chart({D(2024, 2, 20): 69.5}))
        return left.pop(0) if len(left) > 1 else left[0]

    return yahoo(answer)


def test_rows_carry_the_share_basis_of_the_fetch_and_empty_ones_are_named() -> None:
    with served(of_charts(js(chart({D(2024, 2, 12): 72.2480011, D(2024, 2, 13): None})))) as s:
        batch = brought(s)
    assert [(b.close, b.basis, b.currency, b.volume) for b in batch.rows] == [(Decimal("72.248"), "split_adj_to_2024-03-01", "USD", 613_710_000)]
    assert batch.rows[0].known_at == dt.datetime(2024, 2, 12, 21, tzinfo=dt.UTC)
    assert batch.dropped == ("XNAS:NVDA 2024-02-13: no close",)
    charted = [a for a in s.asked if a.path.endswith("/v8/finance/chart/NVDA") and "period1" in a.query]
    assert charted[-1].query["interval"] == "1d" and int(charted[-1].query["period2"]) > OPENING[D(2024, 2, 20)], "it runs to today"


def test_splits_after_the_window_are_kept_for_the_prices_stated_on_them() -> None:
    paid, split = OPENING[D(2024, 2, 12)], OPENING[D(2024, 2, 20)]
    events = {
        "dividends": {str(paid): {"amount": 0.004, "date": paid}},
        "splits": {str(split): {"date": split, "numerator": 10.0, "denominator": 1.0, "splitRatio": "10:1"}},
    }
    with served(of_charts(js(chart({D(2024, 2, 12): 46.566, D(2024, 2, 13): 46.6, D(2024, 2, 20): 69.452}, events)))) as s:
        batch = brought(s)
    assert [b.session for b in batch.rows] == [D(2024, 2, 12), D(2024, 2, 13)]
    (split_row,), (dividend,) = (b.rows for b in batch.also)
    assert (split_row.end, split_row.value) == (D(2024, 2, 20), Decimal("10.0"))
    assert (dividend.value, dividend.unit, dividend.kind) == (Decimal("0.004"), "USD", "split_adj_to_2024-03-01")


def test_prices_stated_on_a_later_split_come_back_as_traded_with_the_splits_of_the_same_answer(tmp_path: Path) -> None:
    """A sync of old prices from a source of today brings the splits since, or every close would be a tenth."""
    split = OPENING[D(2024, 6, 10)]
    events = {"splits": {str(split): {"date": split, "numerator": 10.0, "denominator": 1.0, "splitRatio": "10:1"}}}
    closes: dict[dt.date, float | None] = {D(2024, 6, 7): 120.888, D(2024, 6, 10): 121.79, D(2024, 6, 11): 120.91}
    want = Want(since=D(2024, 6, 7), until=D(2024, 6, 7), instruments=("XNAS:NVDA",))
    with served(of_charts(js(chart(closes, events)))) as s:
        out = sync(tmp_path / "store", [Yahoo(Turned(s.base))], want, http=http(), now=utc(2024, 9, 1))
    assert out.failures == []
    store = opened(tmp_path)
    (bar,) = store.bars("XNAS:NVDA", D(2024, 6, 1), D(2024, 6, 30))
    assert (bar.close, bar.doubtful) == (Decimal("1208.88"), None)
    assert store.split_factor("XNAS:NVDA", D(2024, 6, 7), D(2024, 6, 10)) == 10


def test_an_unknown_symbol_is_named() -> None:
    with served(yahoo(lambda asked: Reply(json.dumps(NOT_FOUND).encode(), 404))) as s, pytest.raises(ProviderError, match="no prices of NVDA"):
        brought(s)


def test_a_rate_limit_is_waited_out_and_at_last_reported() -> None:
    limit, good = Reply(b"Too Many Requests", 429), js(chart({D(2024, 2, 12): 72.2}))
    with served(of_charts(limit, limit, good)) as s:
        assert len(brought(s).rows) == 1
    with served(of_charts(limit)) as s, pytest.raises(Unreachable, match=r"NVDA \(YFRateLimitError\): wait a while"):
        brought(s)
    assert len([a for a in s.asked if "chart" in a.path]) >= 4


def test_a_cut_transfer_and_a_page_of_apology_are_asked_for_again_and_never_used() -> None:
    whole = json.dumps(chart({D(2024, 2, 12): 72.2})).encode()
    down = Reply(b"<html>502</html>", 502)
    with served(of_charts(Reply(whole[:80], cut=True), down, down, Reply(whole))) as s:
        assert len(brought(s).rows) == 1
    with served(of_charts(Reply(b"Will be right back"))) as s, pytest.raises(Unreachable, match="did not answer"):
        brought(s)


@pytest.mark.parametrize("gone", ["timestamp", "meta", "indicators"])
def test_a_changed_format_is_named(gone: str) -> None:
    changed = json.loads(json.dumps(chart({D(2024, 2, 12): 72.2})))
    changed["chart"]["result"][0].pop(gone)
    with served(of_charts(js(changed))) as s, pytest.raises(ProviderError, match="not what yfinance reads"):
        brought(s)


def test_names() -> None:
    assert [symbol(i) for i in ("XNYS:BRK.B", "XKOS:247540", "INDEX:KOSPI", "XASX:VGN.AX", "RATE:US10Y")] == [
        "BRK-B", "247540.KQ", "^KS11", "VGN.AX", None,
    ]  # fmt: skip
