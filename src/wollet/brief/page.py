"""The page of a briefing: one self-contained file, every figure marked and leading to its proof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wollet.brief.charts import line_picture, move, points, price_picture, recent, unit_word
from wollet.brief.compose import soften
from wollet.brief.figures import day
from wollet.brief.marks import CLASS, GLYPH, marks, worst
from wollet.brief.panels import Panel
from wollet.brief.phrases import RELATION_WORD, STATUS_WORD
from wollet.brief.programme import Programme, event_of
from wollet.brief.proofs import LABELS, proof, stretches
from wollet.brief.relmap import relation_map
from wollet.brief.rendering import asset, environment, safe, short, stamp
from wollet.brief.teller import capital, teller_of
from wollet.brief.ties import grouped
from wollet.brief.voices import who
from wollet.brief.words import HOW, METHOD, STEPS, UI, dated
from wollet.model.briefing import Briefing, Section, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Drift, Reaction
from wollet.model.story import View as Voice
from wollet.model.verdict import Verdict
from wollet.reference import instruments

PICTURES, CHIPS, MAIN = 12, 9, 1
"""Price pictures and chips of one trend at most; players whose picture is drawn although no sentence speaks of them."""
TITLE = {"ko": 44, "en": 76}
"""A page's title holds the second heading as well where both fit."""


class View:
    """A programme in one language, as a template asks for it."""

    def __init__(self, p: Programme, b: Briefing, market: MarketData | None) -> None:
        self.p, self.b, self.market, self.lang = p, b, market, b.lang
        self.ui = UI[b.lang]
        self.teller = teller_of(p.checked, b.lang, p.date)
        self.claims: dict[str, Verdict] = {id: v for id, _, v in p.claims} | dict(b.own)
        self.told = sorted((c for c in p.checked if c.article.id in p.told), key=lambda c: c.article.published, reverse=True)

    @property
    def title(self) -> str:
        heads = [s.head.text for s in self.b.sections[:2]]
        joined = (" · " if self.lang == "ko" else "; ").join([*heads[:1], *(soften(h) for h in heads[1:])])
        return joined if heads and len(joined) <= TITLE[self.lang] else heads[0] if heads else self.ui["empty"]

    @property
    def date(self) -> str:
        return dated(self.p.date, self.lang)

    @property
    def since(self) -> str:
        """The week that is told, or from which day on articles are, where that is further back than the day before."""
        if self.p.week is not None:
            a, b = (day(x, self.lang, year=x.year != self.p.date.year) for x in (self.p.week.start, self.p.week.end))
            return self.ui["week"].format(a=a, b=b)
        first = min((c.article.published.date() for c in self.told), default=self.p.date)
        back = day(first, self.lang, year=first.year != self.p.date.year)
        return self.ui["since"].format(day=back) if (self.p.date - first).days > 1 else ""

    def tally(self) -> list[tuple[int, str, str]]:
        labels = [v.label for _, _, v in self.p.claims]
        out = [(len(self.told), self.ui["articles"], ""), (len(labels), self.ui["claims"], "")]
        return out + [(labels.count(x), self.ui[x], CLASS[x]) for x in ("supported", "undecided", "refuted") if x in labels]

    def anchor(self, words: str, ids: Sequence[str], label: str) -> str:
        from markupsafe import escape

        word = LABELS[self.lang][label]
        said = f"{words or word}, {word}: {self.ui['shown']}"
        return (
            f'<a class="fig {CLASS[label]}" href="#p-{ids[0]}" data-p="{" ".join(ids[:4])}" aria-label="{escape(said)}">'
            f'{escape(words)}<span class="m" aria-hidden="true">{GLYPH[label]}</span></a>'
        )

    def sentence(self, s: Sentence) -> Any:
        """A sentence with its figures marked."""
        from markupsafe import escape

        out, at = "", 0
        for m in marks(s, self.claims):
            if m.start == m.end:
                out += str(escape(s.text[at:])) + f'<span class="tail">{self.anchor("", m.ids, m.label)}</span>'
                at = len(s.text)
            else:
                out += str(escape(s.text[at : m.start])) + self.anchor(s.text[m.start : m.end], m.ids, m.label)
                at = m.end
        out += str(escape(s.text[at:]))
        if s.quotes and s.role in ("relation", "exposure", "catalyst"):
            article = s.quotes[0][0]
            out += f' <a class="src" href="#{self.slug(article)}">{escape(self.ui["evidence"])}</a>' if article in self.p.told else ""
        return safe(out)

    def slug(self, article: str) -> str:
        return f"a{[c.article.id for c in self.told].index(article) + 1}" if article in self.p.told else "articles"

    def said(self, section: Section, *roles: str) -> list[Sentence]:
        return [s for s in section.sentences if s.role in roles]

    def sides(self, section: Section) -> str:
        """The heading of a trend's views: two sides only where there are two."""
        stances = {x.stance for x in self.p.panel(section.id).views}
        return self.ui["sides"] if len(stances) > 1 else self.ui["voices"]

    def groups(self, section: Section) -> list[tuple[str, list[Sentence]]]:
        """Sentences in their order, those of one role that stand side by side together."""
        out: list[tuple[str, list[Sentence]]] = []
        for s in section.sentences:
            if out and out[-1][0] == s.role:
                out[-1][1].append(s)
            else:
                out.append((s.role, [s]))
        return out

    def chips(self, section: Section) -> list[tuple[str, str, str]]:
        """Players with the move of their last session: (name, move, side)."""
        from wollet.story.names import is_company

        out = []
        tied = {x for r in self.p.panel(section.id).relations for x in (r.actor, r.target)}
        about = {*tied, *self.about(section)}
        for id in sorted((x for x in section.players if x in about), key=lambda x: instruments.get(x) is None)[:CHIPS]:
            name = self.teller.label(id)
            if not self.teller.sayable(id) or (instruments.get(id) is None and id not in self.teller.spelled):
                continue
            moved = self.last_move(id)
            if moved[0] or id in tied or (instruments.get(id) is not None and is_company(id)):
                out.append((name, *moved))
        return out

    def about(self, section: Section) -> dict[str, None]:
        """Whom a section's sentences speak of, in their order; the indices of its measurements aside."""
        benchmarks = {r.benchmark for r in self.p.panel(section.id).reactions}
        own = {id for id, _ in self.b.own}
        ids = [v.claim.subject.id for s in section.sentences if s.role != "pay" for i in s.claims if (v := self.claims.get(i)) is not None and not (i in own and v.claim.subject.id in benchmarks)]
        return dict.fromkeys(x for x in ids if x is not None)

    def reactions(self, section: Section) -> list[Reaction]:
        """What the market made of those that a section speaks of; who is only named in passing is left out."""
        about = self.about(section)
        return [r for r in self.p.panel(section.id).reactions if r.id in about]

    def last_move(self, id: str) -> tuple[str, str]:
        if self.market is None or self.p.as_of is None or instruments.get(id) is None:
            return "", ""
        bars = recent(self.market, id, self.p.as_of, 3)
        m = move(bars)
        if m is not None and id.startswith("RATE:"):
            step = points(bars)
            return f"{step:+.0f}bp".replace("-", "−"), "up" if step > 0 else "down" if step < 0 else ""
        return ("", "") if m is None else (f"{m:+.2f}%".replace("-", "−"), "up" if m > 0 else "down" if m < 0 else "")

    def pictures(self, section: Section) -> list[dict[str, Any]]:
        out: list[dict[str, Any]] = []
        if self.market is None or self.p.as_of is None:
            return out
        about = self.about(section)
        for id in [*about, *(x for x in section.players[:MAIN] if x not in about and not x.startswith(("INDEX:", "RATE:")))]:
            if len(out) >= PICTURES or instruments.get(id) is None:
                continue
            bars = recent(self.market, id, self.p.as_of)
            name = self.teller.label(id)
            svg = price_picture(bars, name, self.lang, unit=unit_word(id, self.lang))
            if svg:
                out.append({"name": name, "svg": safe(svg), "move": self.last_move(id)})
        return out

    def basket(self, panel: Panel) -> Any:
        if panel.basket is None:
            return ""
        return safe(line_picture(panel.basket.path, (self.ui["basket_own"], self.teller.label(panel.basket.index)), self.lang))

    def map(self, panel: Panel) -> Any:
        return safe(relation_map(self.relations(panel), self.teller.label, self.lang, str([t.id for t in self.p.trends].index(panel.trend))))

    def relations(self, panel: Panel) -> list[Any]:
        """The ties that the map draws: those of bodies, and of persons what no body does."""
        kept = [r for _, group in grouped(panel.relations, self.teller, self.p.persons, most=99) for r in group]
        return sorted(kept, key=panel.relations.index)

    def ties(self, panel: Panel) -> list[tuple[str, str, str, str, str]]:
        k = 0 if self.lang == "ko" else 1
        seen: dict[tuple[str, str, str], tuple[str, str, str, str, str]] = {}
        for r in self.relations(panel):
            if r.kind not in RELATION_WORD:
                continue
            a, b = self.teller.label(r.actor), self.teller.label(r.target)
            word, status = RELATION_WORD[r.kind][k], STATUS_WORD.get(r.status, ("", ""))[k]
            seen.setdefault((a, r.kind, b), (a, word, b, status, self.slug(r.article)))
        return list(seen.values())[:10]

    def drifts(self, panel: Panel) -> list[Drift]:
        """Figures whose certainty or scope grew as they were passed on, in the trend of the later telling; a hedge alone
        may be style."""
        mine = {a for s in self.p.trend(panel.trend).stories for a in s.articles}
        return [d for d in panel.drifts if d.later[0] in mine and any(s.startswith(("certainty", "scope")) for s in d.steps)][:5]

    def step(self, d: Drift) -> str:
        """What grew from one telling to the next."""
        told = [STEPS[k][0 if self.lang == "ko" else 1] for k in STEPS if any(s.startswith(k) for s in d.steps)]
        return ", ".join(told)

    def who(self, x: Voice) -> str:
        return capital(who(x, self.teller, self.p.article(x.article)).rstrip(","))

    def aside(self, section: Section) -> bool:
        """Whether a trend's views are set side by side: where there are two sides."""
        return len({x.stance for x in self.p.panel(section.id).views}) > 1

    def windows(self, panel: Panel) -> list[str]:
        """How special the stated stretches are among those of their length."""
        out = []
        for s in panel.specials:
            if self.teller.sayable(s.id):
                more = max(0.0, 100 - s.percentile)
                rank = self.ui["special_first"] if more < 0.05 else self.ui["special_rank"].format(p=f"{more:.1f}")
                text = self.ui["special_text"].format(
                    name=self.teller.label(s.id), n=s.sessions, x=f"{s.measured:+.2f}".replace("-", "−"), count=s.count, rank=rank, typical=f"{s.typical:+.2f}".replace("-", "−")
                )
                out.append(text)
        return out

    def how(self, code: str) -> str:
        return HOW.get(code, (code, code))[0 if self.lang == "ko" else 1]

    def proof(self, id: str) -> dict[str, Any]:
        return proof(self.claims[id], id, self.lang) | {"class": CLASS[self.claims[id].label], "glyph": GLYPH[self.claims[id].label]}

    def proofs(self) -> list[dict[str, Any]]:
        told = {i for s in self.b.sentences for i in s.claims}
        return [{**self.proof(id), "told": id in told} for id in self.claims]

    def paragraphs(self, article: str) -> list[Any]:
        from markupsafe import escape

        out = []
        told = self.p.article(article).article
        for pieces in stretches(told.text, self.p.of(article)):
            if len(pieces) == 1 and not pieces[0][1] and pieces[0][0].strip() == told.title.strip():
                continue
            html = ""
            for text, owners in pieces:
                html += self.anchor(text, [id for id, _ in owners], worst([v for _, v in owners])) if owners else str(escape(text))
            out.append(safe(html))
        return out

    def counts(self, article: str) -> list[tuple[str, str, int]]:
        labels = [v.label for _, v in self.p.of(article)]
        return [(CLASS[x], GLYPH[x], labels.count(x)) for x in ("supported", "undecided", "refuted") if x in labels]

    def dates(self) -> list[tuple[Sentence, str]]:
        out = []
        for s in self.b.ahead:
            e = event_of(self.p, s)
            if e is not None:
                hour = f" {e.clock:%H:%M} ({e.zone})" if e.clock is not None else ""
                out.append((s, dated(e.start, self.lang) + hour))
        return out

    def method(self) -> tuple[str, ...]:
        return METHOD[self.lang]

    def sources(self) -> list[str]:
        used = {r.source for v in self.claims.values() for x in v.readings if x.evidence is not None for r in x.evidence.rows}
        return sorted(used - {"article", "wollet"})


def render(template: str, view: View, **more: Any) -> str:
    """A template of the briefing filled in."""
    html: str = environment().get_template(template).render(v=view, stamp=stamp, short=short, ui=view.ui, lang=view.lang, **more)
    return html


def page(p: Programme, b: Briefing, market: MarketData | None, *, stem: str, others: Sequence[tuple[str, str]] = (),
         related: Sequence[tuple[str, str]] = ()) -> str:  # fmt: skip
    """The HTML page; `others` are (language, file) of the same day, `related` (file, words) of earlier programmes."""
    return render("page.html", View(p, b, market), css=safe(asset("page.css")), js=safe(asset("page.js")), stem=stem, others=others, related=related)
