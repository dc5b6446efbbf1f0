"""Web addresses, against a server of our own that is slow, huge, silent, wrong or endless."""

from __future__ import annotations

import gzip
import http.server
import threading
import time
from collections.abc import Iterator

import pytest

from wollet.model.article import Article, Failure
from wollet.read import read
from wollet.read.fetch import fetch

PAGE = """<html><head><title>코스피 상승 마감</title></head><body><h1>코스피 상승 마감</h1><p>입력 2024-02-14 16:05</p>
<p>코스피는 14일 외국인이 사들이면서 하루 만에 올라 거래를 마쳤다고 거래소가 밝혔다.</p></body></html>"""


class Server(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, self.path.strip("/").split("/")[0])()

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self) -> None:
        self.answer(PAGE.encode())

    def wrong_charset(self) -> None:
        self.answer(PAGE.encode("cp949"), "text/html; charset=utf-8")

    def no_charset(self) -> None:
        self.answer(PAGE.encode("cp949"), "text/html")

    def zipped(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def bomb(self) -> None:
        self.answer(gzip.compress(b"<p>" + b"a" * 3_000_000), Content_Encoding="gzip")

    def huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(300):
                self.wfile.write(b"x" * 10_000)
        except OSError:  # the reader has hung up, as it should
            self.close_connection = True

    def slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(50):
                self.wfile.write(b"<p>word</p>" * 2_000)
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            self.close_connection = True

    def silent(self) -> None:
        time.sleep(1.5)

    def moved(self) -> None:
        self.answer(b"", status=302, Location="/page")

    def endless(self) -> None:
        self.answer(b"", status=302, Location="/endless")

    def elsewhere(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def missing(self) -> None:
        self.answer(b"gone", status=404)

    def empty(self) -> None:
        self.answer(b"")

    def picture(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def lines(self) -> None:
        self.answer('{"id":"a","published":"2024-02-14","text":"코스피 상승"}\n'.encode(), "application/x-ndjson")

    def log_message(self, format: str, *args: object) -> None:
        """Silence: the tests say what went wrong."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.parametrize("path", ["page", "wrong_charset", "no_charset", "zipped", "moved"])
def test_a_page_is_read(address: str, path: str) -> None:
    (a,) = read([f"{address}/{path}"])
    assert isinstance(a, Article), a
    assert a.title == "코스피 상승 마감" and "거래소가 밝혔다." in a.text
    assert a.published.isoformat() == "2024-02-14T16:05:00+09:00"
    assert a.url == f"{address}/{'page' if path == 'moved' else path}"


def test_lines_of_json(address: str) -> None:
    (a,) = read([f"{address}/lines"])
    assert isinstance(a, Article) and (a.id, a.text) == ("a", "코스피 상승")


@pytest.mark.parametrize(
    ("path", "said"),
    [("missing", "status 404"), ("endless", "redirects more than"), ("empty", "empty page"), ("picture", "image/png"), ("elsewhere", "check")],
)
def test_what_cannot_be_read_is_said_in_one_line(address: str, path: str, said: str) -> None:
    (failure,) = read([f"{address}/{path}"])
    assert isinstance(failure, Failure) and said in failure.error and "\n" not in failure.error


@pytest.mark.parametrize("path", ["huge", "bomb"])
def test_size_has_a_limit(address: str, path: str) -> None:
    with pytest.raises(ValueError, match="larger than"):
        fetch(f"{address}/{path}", most=1_000_000)


@pytest.mark.parametrize("path", ["slow", "silent"])
def test_time_has_a_limit(address: str, path: str) -> None:
    with pytest.raises(ValueError, match=r"within 0\.5 seconds"):
        fetch(f"{address}/{path}", seconds=0.5)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://", "http://[::1", "https://no such host/"])
def test_addresses_that_lead_nowhere(url: str) -> None:
    (failure,) = read([url])
    assert isinstance(failure, Failure) and "\n" not in failure.error


def test_a_refused_connection_is_told_from_a_slow_one() -> None:
    (failure,) = read(["http://127.0.0.1:9/"])
    assert isinstance(failure, Failure) and failure.error == "cannot be reached: check the address and the network"
