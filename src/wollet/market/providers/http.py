"""A polite client: rate limit a host, retries with back-off, conditional requests, limits on time and size."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec

T = TypeVar("T")
RETRY = frozenset((429, 500, 502, 503, 504))


class Unreachable(Exception):
    """An address could not be read: what was asked, what came back, what to do (one line)."""


class Answer(msgspec.Struct, frozen=True):
    """A body with its status; `cached` where the host said that it had not changed."""

    status: int
    body: bytes
    cached: bool = False

    def json(self, what: str) -> Any:
        try:
            return msgspec.json.decode(self.body)
        except (msgspec.DecodeError, UnicodeDecodeError) as e:
            raise Unreachable(f"{what}: the answer is not JSON ({e}); it may be cut short: try again later") from None


class Http:
    """`cache` is a folder for bodies with an ETag or a Last-Modified; `pause` seconds lie between two calls of a host."""

    def __init__(
        self,
        *,
        cache: Path | None = None,
        pause: float = 0.25,
        timeout: float = 30.0,
        limit: int = 256 << 20,
        tries: int = 4,
        agent: str | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        import urllib3

        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=10.0, read=timeout))
        self._cache, self._pause, self._limit, self._tries, self._sleep = cache, pause, limit, tries, sleep
        self._agent = agent or os.environ.get("WOLLET_AGENT") or "wollet (market data sync; set WOLLET_AGENT to a contact)"
        self._next: dict[str, float] = {}
        self._cookies: dict[str, dict[str, str]] = {}
        self._deadline = timeout * 4

    def get(self, url: str, *, fields: dict[str, str] | None = None, headers: dict[str, str] | None = None) -> Answer:
        """The body at `url`; waits and retries where the host asks for it (Retry-After is honoured, up to a minute)."""
        stored = self._stored(url, fields)
        conditional = {k: v for k, v in stored[0].items() if k in ("If-None-Match", "If-Modified-Since")} if stored else {}
        answer, marks = self._ask("GET", url, fields, {**conditional, **(headers or {})}, None)
        if answer.status == 304 and stored:
            return Answer(200, stored[1], cached=True)
        if answer.status == 200:
            self._keep(url, fields, marks, answer.body)
        return answer

    def post(self, url: str, *, fields: dict[str, str], headers: dict[str, str] | None = None, pause: float | None = None) -> Answer:
        """What `url` answers to a form, asked as patiently as `get` asks; `pause` seconds before the host is asked again."""
        return self._ask("POST", url, fields, headers or {}, pause)[0]

    def _ask(
        self, method: str, url: str, fields: dict[str, str] | None, headers: dict[str, str], pause: float | None
    ) -> tuple[Answer, dict[str, str]]:
        """An answer with its headers.  A host's cookies are sent back to it."""
        import urllib3

        shown, cookies = _shown(url), self._cookies.setdefault(urlsplit(url).netloc, {})
        more: dict[str, Any] = {"encode_multipart": False} if method == "POST" else {}
        why = "no answer"
        for attempt in range(self._tries):
            self.wait_turn(url, pause)
            sent = {"User-Agent": self._agent, **headers}
            if cookies:
                sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in cookies.items())
            try:
                r = self._pool.request(method, url, fields=fields, headers=sent, preload_content=False, **more)
            except urllib3.exceptions.HTTPError as e:
                why = f"{type(e).__name__}"
                self._sleep(min(2.0**attempt, 60.0))
                continue
            try:
                cookies.update(_given(r.headers.getlist("Set-Cookie")))
                if r.status in RETRY:
                    why = f"status {r.status}"
                    self._sleep(_pause_asked(r.headers.get("Retry-After"), 2.0**attempt))
                    continue
                body = self._read(r, shown)
            except urllib3.exceptions.HTTPError as e:
                why = f"cut short ({type(e).__name__})"
                self._sleep(min(2.0**attempt, 60.0))
                continue
            finally:
                _let_go(r)
            return Answer(r.status, body), dict(r.headers)
        raise Unreachable(f"{shown}: {why} after {self._tries} tries: check the network, or try again later")

    def _read(self, r: Any, shown: str) -> bytes:
        parts, size, end = [], 0, time.monotonic() + self._deadline
        for part in r.stream(1 << 16):
            size += len(part)
            if size > self._limit:
                raise Unreachable(f"{shown}: more than {self._limit >> 20} MB: refused")
            if time.monotonic() > end:
                raise Unreachable(f"{shown}: still sending after {self._deadline:.0f} s: refused; try again later")
            parts.append(part)
        return b"".join(parts)

    def patiently(self, url: str, ask: Callable[[], T], pause: float) -> T:
        """What a library brings that does its own asking: at its turn, and again with growing pauses while it is Unreachable."""
        for attempt in range(self._tries):
            self.wait_turn(url, pause)
            try:
                return ask()
            except Unreachable:
                if attempt + 1 == self._tries:
                    raise
                self._sleep(min(2.0**attempt, 60.0))
        raise AssertionError("at least one try")

    def wait_turn(self, url: str, pause: float | None = None) -> None:
        """Waits until a host may be asked again."""
        host, now = urlsplit(url).netloc, time.monotonic()
        at = self._next.get(host, 0.0)
        if at > now:
            self._sleep(at - now)
        self._next[host] = max(at, now) + (self._pause if pause is None else pause)

    def _path(self, url: str, fields: dict[str, str] | None) -> Path | None:
        if self._cache is None:
            return None
        name = hashlib.sha256(json.dumps([url, sorted((fields or {}).items())]).encode()).hexdigest()
        return self._cache / name[:2] / name

    def _stored(self, url: str, fields: dict[str, str] | None) -> tuple[dict[str, str], bytes] | None:
        path = self._path(url, fields)
        if path is None or not path.exists():
            return None
        with contextlib.suppress(ValueError):
            head, _, body = path.read_bytes().partition(b"\n")
            return json.loads(head), body
        return None

    def _keep(self, url: str, fields: dict[str, str] | None, headers: dict[str, str], body: bytes) -> None:
        path = self._path(url, fields)
        low = {k.lower(): v for k, v in headers.items()}
        marks = {m: low[h] for m, h in (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")) if h in low}
        if path is None or not marks:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as f:
            f.write(json.dumps(marks).encode() + b"\n" + body)
        Path(f.name).replace(path)


def _let_go(r: Any) -> None:
    """Gives a connection back: what is left of a short answer is read away first, else the connection is closed."""
    if r.length_remaining is not None and r.length_remaining < 1 << 16:
        r.drain_conn()
    else:
        r.close()
    r.release_conn()


def _given(lines: list[str]) -> dict[str, str]:
    """The cookies that an answer sets."""
    pairs = (line.partition(";")[0].partition("=") for line in lines)
    return {name.strip(): value.strip() for name, _, value in pairs}


def _shown(url: str) -> str:
    """An address as it may be printed: without its query, which can hold a key."""
    u = urlsplit(url)
    return f"{u.scheme}://{u.netloc}"


def _pause_asked(header: str | None, otherwise: float) -> float:
    if header and header.strip().isdigit():
        otherwise = float(header)
    elif header:
        with contextlib.suppress(ValueError, TypeError):
            otherwise = parsedate_to_datetime(header).timestamp() - time.time()
    return max(0.0, min(otherwise, 60.0))
