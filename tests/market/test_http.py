"""The client that providers share: polite, patient, and never content with half an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from provider_server import Reply, playing

from wollet.market.providers import Http
from wollet.market.providers.http import Unreachable


def http(**k: object) -> Http:
    return Http(pause=0, timeout=5, sleep=lambda _: None, **k)  # type: ignore[arg-type]


def test_a_rate_limit_is_waited_out_as_the_host_asks() -> None:
    waits: list[float] = []
    with playing(Reply(status=429, headers=(("Retry-After", "7"),)), Reply(b"ok")) as s:
        a = Http(pause=0, timeout=5, sleep=waits.append).get(s.base + "/x")
    assert a.body == b"ok" and 7.0 in waits and len(s.asked) == 2


def test_a_host_is_asked_no_faster_than_its_pause() -> None:
    waits: list[float] = []
    with playing(Reply(b"ok")) as s:
        client = Http(pause=2, timeout=5, sleep=waits.append)
        client.get(s.base + "/a")
        client.get(s.base + "/b")
    assert len(waits) == 1 and 1.5 < waits[0] <= 2


def test_a_body_cut_short_is_asked_for_again_and_never_used() -> None:
    with playing(Reply(b'{"half":', cut=True), Reply(b"{}")) as s:
        assert http().get(s.base).body == b"{}"
    with playing(Reply(b'{"half":', cut=True)) as s, pytest.raises(Unreachable, match="cut short"):
        http().get(s.base)


def test_an_unchanged_body_comes_from_the_cache(tmp_path: Path) -> None:
    with playing(Reply(b"v1", headers=(("ETag", '"a"'),)), Reply(status=304), Reply(b"v2", headers=(("ETag", '"b"'),))) as s:
        client = http(cache=tmp_path)
        assert client.get(s.base + "/f").body == b"v1"
        again = client.get(s.base + "/f")
        assert (again.body, again.cached) == (b"v1", True)
        assert s.asked[1].headers["if-none-match"] == '"a"'
        assert client.get(s.base + "/f").body == b"v2"


def test_too_large_a_body_is_refused() -> None:
    with playing(Reply(b"x" * 2_000_000)) as s, pytest.raises(Unreachable, match="more than 1 MB"):
        http(limit=1 << 20).get(s.base)


def test_an_error_never_prints_the_query_which_may_hold_a_key() -> None:
    with playing(Reply(status=503)) as s, pytest.raises(Unreachable) as e:
        http().get(s.base + "/path", fields={"api_key": "secret"})
    assert "secret" not in str(e.value) and "503" in str(e.value)
