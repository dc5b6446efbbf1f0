"""A language model that lies: a stand-in server on this machine rewords sentences, honestly or not."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from wollet.brief.polish import polished, polisher
from wollet.brief.programme import Programme
from wollet.model.market import MarketData


@contextmanager
def server(reword: Callable[[str], str], status: int = 200) -> Iterator[tuple[str, list[str]]]:
    """An OpenAI-compatible address whose model rewords as told."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            sentence = body["messages"][-1]["content"]
            asked.append(sentence)
            reply = json.dumps({"choices": [{"message": {"role": "assistant", "content": reword(sentence)}}]}).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *args: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}/v1", asked
    finally:
        httpd.shutdown()
        httpd.server_close()


def run(week: Programme, market: MarketData, reword: Callable[[str], str], status: int = 200) -> tuple[Programme, list[str], list[str]]:
    said: list[str] = []
    with server(reword, status) as (address, asked):
        word = polisher(address)
        assert word is not None
        return polished(week, market, word, tell=said.append), asked, said


def texts(p: Programme) -> list[str]:
    return [s.text for b in p.briefings for s in b.sentences]


def more(s: str) -> str:
    """Another number: the first digit raised."""
    for i, c in enumerate(s):
        if c.isdigit():
            return s[:i] + str((int(c) + 1) % 10) + s[i + 1 :]
    return s + " 42%"


LIES: dict[str, Callable[[str], str]] = {
    "a digit changed": more,
    "a number added": lambda s: s.rstrip(".") + ", 3% more than before.",
    "a number dropped": lambda s: "".join(c for c in s if not c.isdigit()),
    "a direction turned": lambda s: s.replace("올랐", "내렸").replace("상승", "하락").replace("오른", "내린").replace("rose", "fell").replace("gained", "lost").replace("up ", "down ") + " ",
    "a name swapped": lambda s: s.replace("엔비디아", "테슬라").replace("Nvidia", "Tesla"),
    "a number in words": lambda s: s.rstrip(".") + " 이는 구천삼백조 원 규모입니다.",
    "an essay": lambda s: s + " Analysts everywhere agree that this is a remarkable development for the market." * 4,
    "nothing": lambda s: "",
}


@pytest.mark.parametrize("lie", LIES)
def test_what_lies_is_thrown_out(lie: str, week: Programme, market: MarketData) -> None:
    got, asked, _ = run(week, market, LIES[lie])
    assert asked
    assert [t for t, old in zip(texts(got), texts(week), strict=True) if t.strip() != old.strip()] == []


def test_honest_wording_is_kept_and_marked(week: Programme, market: MarketData) -> None:
    got, _, _ = run(week, market, lambda s: s.replace("거래를 마쳤습니다", "마감했습니다").replace("closed at", "ended at"))
    changed = [s for b in got.briefings for s in b.sentences if s.polished]
    assert changed and all(s.role in ("figure", "open", "reaction") for s in changed)
    assert [s.claims for b in got.briefings for s in b.sentences] == [s.claims for b in week.briefings for s in b.sentences]


def test_quotations_corrections_and_headings_are_never_sent(week: Programme, market: MarketData) -> None:
    _, asked, _ = run(week, market, lambda s: s)
    kept = {s.text for b in week.briefings for s in b.sentences if s.role in ("lead", "view", "correction", "relation", "catalyst")}
    assert kept.isdisjoint(asked)


def test_a_server_that_fails_is_told_once_and_left_alone(week: Programme, market: MarketData) -> None:
    got, asked, said = run(week, market, lambda s: s, status=500)
    assert texts(got) == texts(week) and len(asked) == 1 and len(said) == 1 and "500" in said[0]


def test_an_answer_of_another_shape_changes_nothing(week: Programme, market: MarketData) -> None:
    said: list[str] = []
    word = polisher("http://127.0.0.1:9/v1")
    assert word is not None
    assert texts(polished(week, market, word, tell=said.append)) == texts(week) and "no answer" in said[0]


def test_it_is_off_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WOLLET_POLISH", raising=False)
    assert polisher(None) is None
    with pytest.raises(ValueError, match="no web address"):
        polisher("ftp://example")
