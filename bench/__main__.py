"""`python -m bench`: milliseconds per 1,000 characters of each reader, and how many times wollet's mentions are faster.

`python -m bench FILE...`: processor time of each stage on articles of your own (with the market data of $WOLLET_DATA).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from bench import ours, peers, texts
from wollet.model.article import Article, Lang

LANGS: tuple[Lang, ...] = ("ko", "en")
STORIES, SIZE, ROUNDS, PATIENCE = 12, 1500, 5, 8.0


def per_thousand(read: Callable[[str], Any], stories: Sequence[str]) -> float:
    """Milliseconds of processor time per 1,000 characters: the best round, after one to warm up; a slow reader gets fewer rounds."""
    chars = sum(map(len, stories))
    best, spent = float("inf"), 0.0
    for turn in range(ROUNDS + 1):
        begin = time.process_time()
        for story in stories:
            read(story)
        took = time.process_time() - begin
        spent += took
        if turn or spent > PATIENCE:
            best = min(best, took)
        if spent > PATIENCE:
            break
    return best / chars * 1e6


def own(paths: Sequence[str]) -> None:
    """The stages on articles of files."""
    from wollet.read import read

    articles = [a for a in read(list(paths)) if isinstance(a, Article)]
    for lang, spent in ours.stages(articles).items():
        chars = spent["characters"]
        print(f"{'Korean' if lang == 'ko' else 'English'}: {chars:,} characters")
        for stage in ours.STAGES:
            print(f"  {stage:26} {spent[stage] / chars * 1e6:9.3f} ms per 1,000 characters")
    print("Processor time of one core, data loaded.")


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
    print("Processor time, the same texts, one run; the texts are made up by bench/texts.py.")


if __name__ == "__main__":
    own(sys.argv[1:]) if sys.argv[1:] else main()
