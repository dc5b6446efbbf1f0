"""Checking many articles: in this process or in several, once or whenever a file changes."""

from __future__ import annotations

import contextlib
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NoReturn

import click

from wollet.face.cli import collect_seldom
from wollet.face.inputs import failed, market_at
from wollet.model.article import Article, Failure
from wollet.model.market import MarketData
from wollet.model.story import Checked

CHUNK, AHEAD = 8, 4
"""Articles handed to a process at a time, and how many such hands full wait for each process."""
POLL = 0.5
"""Seconds between two looks at the files."""


def checked_articles(
    found: Iterable[Article],
    market: MarketData,
    data: str | None,
    *,
    hindsight: bool,
    jobs: int,
    failures: list[Failure],
) -> Iterator[Checked]:
    """Articles checked one after the other, in the order given; what broke becomes a failure and the rest goes on."""
    results = _several(found, data, hindsight, jobs) if jobs > 1 else (_one(a, market, hindsight) for a in found)
    telling = sys.stderr.isatty()
    started = time.monotonic()
    for n, c in enumerate(results, 1):
        if telling and time.monotonic() - started > 1:
            click.echo(f"\r{n} articles …\x1b[K\r", err=True, nl=False)
        if isinstance(c, Failure):
            failed(c, failures)
        else:
            yield c


def _one(article: Article, market: MarketData, hindsight: bool) -> Checked | Failure:
    from wollet.verify.check import check

    try:
        return check(article, market, hindsight=hindsight)
    except Exception as error:  # a fault of ours in one article is no reason to lose the others
        what = f"{type(error).__name__}: {error}".split("\n", 1)[0]
        return Failure(
            article.source, f"could not be checked ({what}): a fault of wollet's, please report it with the text"
        )


_market: MarketData | None = None
_hindsight = False


def _begin(data: str | None, hindsight: bool) -> None:
    global _market, _hindsight
    collect_seldom()
    _market, _hindsight = market_at(data), hindsight


def _next(articles: list[Article]) -> list[Checked | Failure]:
    assert _market is not None
    return [_one(a, _market, _hindsight) for a in articles]


def _several(found: Iterable[Article], data: str | None, hindsight: bool, jobs: int) -> Iterator[Checked | Failure]:
    """In order, with no more handed out than keeps every process busy."""
    import multiprocessing
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    rest = iter(found)
    waiting: deque[Future[list[Checked | Failure]]] = deque()
    spawn = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(jobs, spawn, _begin, (data, hindsight)) as pool:
            while (some := list(islice(rest, CHUNK))) or waiting:
                if some:
                    waiting.append(pool.submit(_next, some))
                if waiting and (not some or len(waiting) >= AHEAD * jobs):
                    yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise click.ClickException("a process of -j ended before its work (out of memory?): take fewer, or leave -j out") from error


def watched(inputs: tuple[str, ...], once: Callable[[tuple[str, ...]], int]) -> NoReturn:
    """Check, then check again what changed, until interrupted."""
    if any(x == "-" or x.startswith(("http://", "https://")) for x in inputs):
        raise click.UsageError("--watch looks at files and folders: name some, not standard input or an address")
    for x in inputs:
        if not Path(x).exists():
            raise click.UsageError(f"{x}: no such file or folder to watch: check the path")
    seen: dict[str, float] = {}
    while True:
        now = _times(inputs)
        changed = tuple(p for p, at in now.items() if seen.get(p) != at)
        if changed:
            if seen and sys.stdout.isatty():
                click.clear()
            once(changed if seen else inputs)
        seen = now
        time.sleep(POLL)


def _times(inputs: Iterable[str]) -> dict[str, float]:
    """When each file was last changed; one that goes away meanwhile is left out."""
    out = {}
    for p in _files(inputs):
        with contextlib.suppress(FileNotFoundError):
            out[str(p)] = p.stat().st_mtime
    return out


def _files(inputs: Iterable[str]) -> Iterator[Path]:
    from wollet.read.sources import SUFFIXES

    for name in inputs:
        path = Path(name)
        if path.is_dir():
            yield from (p for p in sorted(path.rglob("*")) if p.suffix.lower() in SUFFIXES and p.is_file())
        elif path.exists():
            yield path
