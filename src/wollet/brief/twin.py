"""The JSON twin of a briefing: each sentence with the claims behind it, each claim with its proof."""

from __future__ import annotations

from typing import Any

from wollet.brief.programme import Programme
from wollet.model.briefing import Briefing, Sentence
from wollet.verify.report import claim_json

SCHEMA = "wollet.briefing/1"


def twin(p: Programme, b: Briefing) -> dict[str, Any]:
    """`wollet.briefing/1`."""
    return {
        "schema": SCHEMA,
        "date": b.date.isoformat(),
        "lang": b.lang,
        "trends": [
            {
                "id": t.id, "players": list(t.players), "score": t.score, "novelty": t.novelty, "breadth": t.breadth, "move": t.move,
                "shared": list(t.shared),
                "stories": [
                    {
                        "id": s.id, "title": s.title, "articles": list(s.articles), "first": s.first.isoformat(), "last": s.last.isoformat(),
                        "players": list(s.players),
                        "joins": [{"article": j.article, "like": j.like, "score": j.score, "shared": list(j.shared)} for j in s.joins],
                    }
                    for s in t.stories
                ],
            }
            for t in p.trends
        ],
        "claims": [{**claim_json(v, id), "article": article} for id, article, v in p.claims],
        "sentences": [sentence(s, p) for s in b.sentences],
    }  # fmt: skip


def sentence(s: Sentence, p: Programme) -> dict[str, Any]:
    """One sentence; a quotation carries the passage that it rests on."""
    texts = {c.article.id: c.article.text for c in p.checked}
    return {
        "text": s.text, "lang": s.lang, "role": s.role, "claims": list(s.claims),
        "quotes": [{"article": a, "span": [i, j], "quote": texts[a][i:j]} for a, i, j in s.quotes],
    }  # fmt: skip
