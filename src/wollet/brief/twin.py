"""The JSON twin of a briefing: each sentence with the claims behind it, each claim with its proof."""

from __future__ import annotations

from typing import Any

import msgspec

from wollet.brief.panels import Panel
from wollet.brief.programme import Programme
from wollet.model.briefing import Briefing, Sentence
from wollet.verify.report import claim_json

SCHEMA = "wollet.briefing/1"


def twin(p: Programme, b: Briefing) -> dict[str, Any]:
    """`wollet.briefing/1`; claims of articles are numbered c1, c2, …, measurements of the programme itself w1, w2, …; the
    trends that are told come first, in their order."""
    heads = {s.id: s.head.text for s in b.sections}
    order = list(heads)
    return {
        "schema": SCHEMA,
        "date": b.date.isoformat(),
        "lang": b.lang,
        "as_of": p.as_of.isoformat() if p.as_of else None,
        "trends": [
            {
                "id": t.id, "headline": heads.get(t.id), "players": list(t.players), "score": t.score, "novelty": t.novelty, "breadth": t.breadth, "move": t.move,
                "shared": list(t.shared),
                "stories": [
                    {
                        "id": s.id, "title": s.title, "articles": list(s.articles), "first": s.first.isoformat(), "last": s.last.isoformat(),
                        "players": list(s.players),
                        "joins": [{"article": j.article, "like": j.like, "score": j.score, "shared": list(j.shared)} for j in s.joins],
                    }
                    for s in t.stories
                ],
                **panel(p.panel(t.id), b.lang),
            }
            for t in sorted(p.trends, key=lambda t: order.index(t.id) if t.id in heads else len(order))
        ],
        "claims": [{**claim_json(v, id, b.lang), "article": article} for id, article, v in p.claims]
        + [{**claim_json(v, id, b.lang), "article": None, "by": "wollet"} for id, v in b.own],
        "sentences": [sentence(s, p) for s in b.sentences],
    }  # fmt: skip


def panel(x: Panel, lang: str) -> dict[str, Any]:
    """What stands beside a trend's sentences, as plain data; estimates are floats, the proofs of sentences are claims."""
    return {
        "relations": msgspec.to_builtins(x.relations), "views": msgspec.to_builtins(x.views), "drifts": msgspec.to_builtins(x.drifts),
        "catalysts": msgspec.to_builtins(x.catalysts), "reactions": msgspec.to_builtins(x.reactions),
        "basket": msgspec.to_builtins(x.basket.path) if x.basket else [], "stakes": msgspec.to_builtins(x.basket.stakes) if x.basket else [],
        "exposure": msgspec.to_builtins(x.at_home(lang)), "windows": msgspec.to_builtins(x.specials),
    }  # fmt: skip


def sentence(s: Sentence, p: Programme) -> dict[str, Any]:
    """One sentence; a quotation carries the passage that it rests on."""
    texts = {c.article.id: c.article.text for c in p.checked}
    return {
        "text": s.text, "lang": s.lang, "role": s.role, "claims": list(s.claims),
        "quotes": [{"article": a, "span": [i, j], "quote": texts[a][i:j]} for a, i, j in s.quotes],
    }  # fmt: skip
