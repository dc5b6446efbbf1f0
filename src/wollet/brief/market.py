"""Sentences on what the market made of a trend, each on a claim of ours that replays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from wollet.brief import computed as C
from wollet.brief.figures import figure
from wollet.brief.panels import Panel
from wollet.brief.teller import Teller
from wollet.model.briefing import Role, Sentence
from wollet.model.market import MarketData
from wollet.model.story import Trend
from wollet.model.time import Window
from wollet.model.verdict import Verdict

REACTIONS, EXPOSURES = 2, 2
TOGETHER = 0.1
"""Correlations below this are shown in the table, not told as moving together."""
LEAST = 4
"""Closes below which a basket's way is too short to tell."""
WENT = {"ko": {"up": "올랐습니다", "down": "내렸습니다", "flat": "움직이지 않았습니다"}, "en": {"up": "rose", "down": "fell", "flat": "moved"}}


class Measured:
    """Measures, tells, and keeps the claims of ours under their own numbers."""

    def __init__(self, market: MarketData | None, as_of: dt.datetime | None) -> None:
        self.market, self.as_of = market, as_of
        self.claims: list[tuple[str, Verdict]] = []

    def keep(self, v: Verdict, text: str, said: str) -> str:
        id = f"w{len(self.claims) + 1}"
        self.claims.append((id, C.spelled_in(v, text, said)))
        return id

    def sentence(self, key: str, seed: str, role: Role, teller: Teller, parts: dict[str, str], proofs: list[tuple[Verdict, str]]) -> Sentence:
        """A sentence of ours, its claims kept with the words that it uses for them."""
        text = teller.say(key, seed, parts)
        ids = tuple(self.keep(v, text, said) for v, said in proofs)
        return Sentence(text=text, lang=teller.lang, role=role, claims=ids)

    def fig(self, v: Verdict, teller: Teller) -> str:
        q = v.claim.quantity
        return figure(q, teller.lang) or "" if q is not None else ""

    def against(self, v: Verdict, benchmark: str, teller: Teller) -> dict[str, str]:
        return {"B": teller.called(benchmark), "bfig": self.fig(v, teller), "bdir": WENT[teller.lang][v.claim.direction or "flat"]}

    def reactions(self, panel: Panel, teller: Teller, once: set[object], meant: Collection[str]) -> list[Sentence]:
        """The session of the news beside its index, and what is left when the market's part is taken out; of those that
        the news is about (`meant`)."""
        out: list[Sentence] = []
        if self.market is None or self.as_of is None:
            return out
        about = [r for r in panel.reactions if r.id in meant and teller.sayable(r.id)]
        for r in sorted(about, key=lambda r: -abs(r.abnormal[0][1]))[:REACTIONS]:
            own = C.session_move(r.id, r.event, self.market, self.as_of)
            index = C.session_move(r.benchmark, r.event, self.market, self.as_of)
            if own is None or index is None or own.claim.direction == "flat" or (teller.lang, r.id, r.event) in once:
                continue
            once.add((teller.lang, r.id, r.event))
            parts = {"S": teller.called(r.id), "fig": self.fig(own, teller)} | self.against(index, r.benchmark, teller)
            parts |= teller.when(Window(r.event, r.event), r.id, again=True)
            out.append(self.sentence(f"reaction_{own.claim.direction}", f"{r.id}{r.event}", "reaction", teller, parts,
                                     [(own, parts["fig"]), (index, parts["bfig"])]))  # fmt: skip
            left = C.surplus(r, self.market, self.as_of)
            if left is not None and left.claim.direction in ("up", "down") and not (r.low < 0 < r.high):
                fig = self.points(left, teller)
                out.append(self.sentence(f"abnormal_{left.claim.direction}", f"ab|{r.id}{r.event}", "reaction", teller,
                                         {"S": teller.called(r.id), "fig": fig}, [(left, fig)]))  # fmt: skip
        return out

    def points(self, v: Verdict, teller: Teller) -> str:
        said = self.fig(v, teller)
        return said.replace("%", "%포인트") if teller.ko else said.replace("%", " percentage points")

    def basket(self, trend: Trend, panel: Panel, teller: Teller) -> list[Sentence]:
        """What equal parts of a trend's companies would have made since it was first told, beside their index."""
        from wollet.story.names import is_company
        from wollet.story.returns import benchmark_of, reference_index

        if self.market is None or self.as_of is None or len(panel.basket) < LEAST:
            return []
        start, end = panel.basket[0][0], panel.basket[-1][0]
        ids = [p for p in trend.players if ":" in p and is_company(p) and benchmark_of(p)]
        index = reference_index(ids)
        if index is None:
            return []
        ids = [p for p in ids if benchmark_of(p) == index][:8]
        own = C.basket_move(ids, start, end, f"basket {trend.id}", self.market, self.as_of)
        other = C.span_move(index, start, end, self.market, self.as_of)
        if own is None or other is None or own.claim.direction == "flat":
            return []
        parts = {"fig": self.fig(own, teller), "span": teller.span(Window(start, end))} | self.against(other, index, teller)
        return [self.sentence(f"basket_{own.claim.direction}", trend.id, "reaction", teller, parts, [(own, parts["fig"]), (other, parts["bfig"])])]

    def exposure(self, panel: Panel, teller: Teller, once: set[object]) -> list[Sentence]:
        """The reader's own market: which listing, through whom, with what past co-movement."""
        out: list[Sentence] = []
        articles = {(r.actor, r.target): r for r in panel.relations}
        for e in panel.at_home(teller.lang):
            key = (teller.lang, e.id, e.through)
            tie = articles.get((e.id, e.through)) or articles.get((e.through, e.id))
            if key in once or len(out) >= EXPOSURES or tie is None or not (teller.sayable(e.id) and teller.sayable(e.through)):
                continue
            once.add(key)
            parts = {"S": teller.called(e.id), "B": teller.called(e.through)}
            found = C.co_movement(e.id, e.through, self.market, self.as_of) if self.market is not None and self.as_of is not None else None
            quotes = ((tie.article, *tie.span),)
            if found is None or (e.correlation or 0.0) < TOGETHER:
                text = teller.say("exposure_bare", f"{e.id}|{e.through}", parts)
                out.append(Sentence(text=text, lang=teller.lang, role="exposure", quotes=quotes))
                continue
            value, count = found
            fig, n = f"{value.readings[0].evidence.measured:.2f}" if value.readings[0].evidence else "", str(count.claim.quantity.low) if count.claim.quantity else ""
            made = self.sentence("exposure", f"{e.id}|{e.through}", "exposure", teller, parts | {"fig": fig, "n": n}, [(value, fig), (count, n)])
            out.append(Sentence(text=made.text, lang=made.lang, role="exposure", claims=made.claims, quotes=quotes))
        return out
