"""A local stand-in for the sources: plays prepared answers, errors, rate limits and broken transfers."""

from __future__ import annotations

import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from wollet.market.providers import Http, Want

NOW = dt.datetime(2024, 3, 1, tzinfo=dt.UTC)


class Reply(NamedTuple):
    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cut: bool = False


class Asked(NamedTuple):
    """A request as it came; `query` holds the form of a POST."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    method: str = "GET"


class Stand(NamedTuple):
    base: str
    asked: list[Asked]


@contextmanager
def served(answer: Callable[[Asked], Reply]) -> Iterator[Stand]:
    """A source on this machine that answers each request by a function, and keeps what was asked."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            u = urlsplit(self.path)
            form = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            query = dict(parse_qsl(u.query if self.command == "GET" else form, keep_blank_values=True))
            asked.append(Asked(u.path, query, {k.lower(): v for k, v in self.headers.items()}, self.command))
            r = answer(asked[-1])
            self.send_response(r.status)
            for k, v in r.headers:
                self.send_header(k, v)
            self.send_header("Content-Length", str(len(r.body) + (100 if r.cut else 0)))
            self.end_headers()
            self.wfile.write(r.body)
            if r.cut:
                self.close_connection = True

        do_POST = do_GET

        def log_message(self, *a: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield Stand(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()


def playing(*replies: Reply) -> AbstractContextManager[Stand]:
    """Answers one reply after another, the last one again and again."""
    left = list(replies)
    return served(lambda asked: left.pop(0) if len(left) > 1 else left[0])


def js(x: object) -> Reply:
    return Reply(json.dumps(x).encode())


def http(**k: object) -> Http:
    return Http(pause=0, timeout=5, sleep=lambda _: None, **k)  # type: ignore[arg-type]


def run(provider: object, want: Want, client: Http | None = None) -> list[object]:
    client = client or http()
    return [r for t in provider.tasks(want) for r in provider.fetch(t, client, NOW).rows]  # type: ignore[attr-defined]
