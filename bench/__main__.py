"""`python -m bench`: milliseconds per 1,000 characters of each reader, and how many times wollet's mentions are faster."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from bench import ours, peers, texts
from wollet.model.article import Lang

LANGS: tuple[Lang, ...] = ("ko", "en")
STORIES, SIZE, ROUNDS, PATIENCE = 12, 1500, 5, 8.0


def per_thousand(read: Callable[[str], Any], stories: Sequence[str]) -> float:
    """Milliseconds per 1,000 characters: the best round, after one to warm up; a slow reader gets fewer rounds."""
    chars = sum(map(len, stories))
    best, spent = float("inf"), 0.0
    for turn in range(ROUNDS + 1):
        begin = time.perf_counter()
        for story in stories:
            read(story)
        took = time.perf_counter() - begin
        spent += took
        if turn or spent > PATIENCE:
            best = min(best, took)
        if spent > PATIENCE:
            break
    return best / chars * 1e6


def main() -> None:
    for lang in LANGS:
        stories = [texts.story(seed, lang, SIZE) for seed in range(STORIES)]
        print(f"{'Korean' if lang == 'ko' else 'English'}: {len(stories)} texts, {sum(map(len, stories)):,} characters")
        print(f"  {'load to the first mention':26} {ours.load_seconds(lang):9.2f} s")
        base = None
        for name, build in ours.OURS.items():
            try:
                spent = per_thousand(build(lang), stories)
            except Exception as error:
                print(f"  {name:26} not timed ({type(error).__name__}: {error})")
                continue
            base = spent if name == "wollet mentions" else base
            print(f"  {name:26} {spent:9.3f} ms per 1,000 characters")
        for name in peers.PEERS:
            read, why = peers.reader(name, lang)
            if read is None:
                print(f"  {name:26} not timed: {why}")
                continue
            try:
                spent = per_thousand(read, stories)
            except Exception as error:
                print(f"  {name:26} failed ({type(error).__name__}: {error})")
                continue
            ratio = f"   {spent / base:8.0f} times the time of wollet mentions" if base else ""
            print(f"  {name:26} {spent:9.3f} ms per 1,000 characters{ratio}")
    print("One core, the same texts, one run; the texts are made up by bench/texts.py.")


if __name__ == "__main__":
    main()
