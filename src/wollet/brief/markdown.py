"""The briefing as Markdown: the same sentences, each figure's proof below in a list."""

from __future__ import annotations

from collections.abc import Sequence

from wollet.brief.marks import GLYPH, worst
from wollet.brief.page import View
from wollet.brief.rendering import short, stamp
from wollet.model.briefing import Sentence

SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>#|"})


def plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return text.translate(SPECIAL)


def markdown(v: View) -> str:
    """The whole briefing."""
    ui = v.ui
    out = [f"# {plain(v.title)}", "", f"**{ui['title']}, {ui['name']}** · {v.date}{f' ({v.since})' if v.since else ''}", ""]
    out += [" · ".join(f"{word} {n}" for n, word, _ in v.tally()), ""]
    for section in v.b.sections:
        out += [f"## {said(section.head, v)}", ""]
        for roles, heading in (
            (("lead", "figure", "relation"), None), (("view",), ui["sides"] if len(v.said(section, "view")) > 1 else ui["voices"]), (("open",), ui["open"]), (("correction",), ui["wrong"]),
            (("reaction",), ui["market"]), (("pay",), ui["pays"]), (("exposure",), ui["home"]), (("catalyst",), ui["own_dates"]),
        ):  # fmt: skip
            sentences = v.said(section, *roles)
            if not sentences:
                continue
            if heading:
                out += [f"### {heading}", ""]
            if roles == ("view",):
                out += [line for s in sentences for line in (f"> {said(s, v)}", "")]
            elif heading and roles not in (("reaction",), ("pay",)):
                out += [f"- {said(s, v)}" for s in sentences] + [""]
            else:
                out += [" ".join(said(s, v) for s in sentences), ""]
    if v.b.ahead:
        out += [f"## {ui['ahead']}", "", *[f"- **{day}** {said(s, v)}" for s, day in v.dates()], ""]
    out += [f"## {ui['read']}", ""]
    for c in v.told:
        counts = " ".join(f"{glyph} {n}" for _, glyph, n in v.counts(c.article.id))
        link = f" <{c.article.url}>" if c.article.url else ""
        out.append(f"- {plain(short(c.article.title))} ({stamp(c.article.published)}) {counts}{link}")
    out += ["", f"## {ui['proofs']}", ""]
    used = list(dict.fromkeys(i for s in v.b.sentences for i in s.claims))
    for id in used:
        out += proof(v, id)
    out += ["", f"## {ui['method']}", "", *[f"{x}\n" for x in v.method()], f"{ui['source']}: {', '.join(plain(s) for s in v.sources())}", ""]
    return "\n".join(out)


def said(s: Sentence, v: View) -> str:
    """A sentence with its verdict and the numbers of its claims."""
    known = [v.claims[i] for i in s.claims if i in v.claims]
    mark = f" {GLYPH[worst(known)]} [{', '.join(s.claims[:4])}]" if known else ""
    return plain(s.text) + mark.replace("[", "\\[").replace("]", "\\]")


def proof(v: View, id: str) -> Sequence[str]:
    p = v.proof(id)
    measured = f" = {p['measured']}" if p["measured"] else ""
    formula = f" · `{p['formula'][:300]}`" if p["formula"] else ""
    rows = "; ".join(f"{r['series']} {r['date']} {r['value']} ({r['source']})" for r in p["rows"][:4])
    lines = [f"- **{id}** {p['glyph']} {p['word']}: {plain(p['quote'])} · `{p['canonical']}`{measured}{formula}"]
    if rows:
        lines.append(f"  - {plain(rows)}")
    if p["help"]:
        lines.append(f"  - {plain(p['help'])}")
    return lines
