"""Sentences on what the market made of a trend, each on a claim of ours that replays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

from wollet.brief import computed as C
from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, STANDING, Beat, Told, plain
from wollet.brief.figures import figure
from wollet.brief.panels import Panel
from wollet.brief.teller import Teller
from wollet.brief.words import HOW
from wollet.claim.family import family_named, family_of
from wollet.model.briefing import Role, Sentence
from wollet.model.claim import Claim
from wollet.model.market import MarketData
from wollet.model.story import Trend
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Verdict

REACTIONS, EXPOSURES = 2, 2
LEAST = Decimal("0.5")
"""Percent: a session that moved a share less is no answer to news."""
AGO = dt.timedelta(days=12)
"""So far back the newest session of a market is looked for."""
TOGETHER = 0.1
"""Correlations below this are shown in the table, not told as moving together."""
WENT = {"ko": {"up": "올랐습니다", "down": "내렸습니다", "flat": "변화로 제자리였습니다"}, "en": {"up": "rose", "down": "fell", "flat": "was flat, at"}}
CLOSE = {
    "ko": ((0.3, "함께 움직인 정도는 약합니다"), (0.6, "어느 정도 함께 움직였습니다"), (2.0, "밀접하게 함께 움직였습니다")),
    "en": ((0.3, "a loose tie"), (0.6, "a moderate tie"), (2.0, "a close tie")),
}  # fmt: skip
"""What a correlation below a bound means to a listener."""
WOULD = {
    "ko": {"up": "올랐을 것이고", "down": "내렸을 것이고", "flat": "변화로 제자리였을 것이고"},
    "en": {"up": "gained", "down": "lost", "flat": "stood still, at"},
}  # fmt: skip


class Measured:
    """Measures, tells, and keeps the claims of ours under their own numbers."""

    def __init__(self, market: MarketData | None, as_of: dt.datetime | None) -> None:
        self.market, self.as_of = market, as_of
        self.claims: list[tuple[str, Verdict]] = []
        self.newest: dict[str, tuple[str, Verdict]] = {}
        """The newest session of a trend's players that we measured: (claim id, verdict)."""

    def begin(self) -> None:
        """A new trend."""
        self.newest = {}

    def released(self, c: Claim) -> bool:
        """Whether the figure of the economy that a statement foretells is out by now."""
        area, metric = (c.subject.name or "").split(" ", 1)[0], c.metric
        if c.subject.kind != "series" or area not in P.AREAS or self.market is None or metric in STANDING:
            return False
        macro, forecast = family_named("macro"), family_of(c).name == "forecast"
        if macro is None or not forecast or c.when is None or c.quantity is None:
            return False
        said: dict[str, Any] = {"span": c.span, "quote": c.quote, "subject": c.subject, "metric": metric, "quantity": c.quantity, "when": c.when, "area": area}
        return isinstance(macro.measure(macro.claim(**said), self.market, self.as_of), Evidence)

    def beat(self, lang: str) -> Beat | None:
        """What we measured of a market's newest session, as a statement that others follow."""
        return next((Beat("single", (Told(id, v, "", lang),)) for i, (id, v) in self.newest.items() if i.startswith("INDEX:")), None)

    def newest_session(self, trend: Trend, held: Sequence[Told], teller: Teller, once: set[object]) -> Sentence | None:
        """How a market's main index did in its newest session, where its reports tell of an older one only."""
        id = next((x for s in trend.stories if (x := P.MAIN.get(s.market or ""))), None)
        if id is None or self.market is None or self.as_of is None:
            return None
        known = [b.session for b in self.market.bars(id, self.as_of.date() - AGO, self.as_of.date(), as_of=self.as_of) if b.close is not None]
        told = [t.claim.when.end for t in held if t.claim.subject.id == id and t.family == "change" and t.claim.when is not None]
        own = C.session_move(id, known[-1], self.market, self.as_of) if known and known[-1] > max(told, default=dt.date.min) else None
        if own is None or own.claim.direction == "flat" or (teller.lang, id, known[-1]) in once or ("told", teller.lang, id, known[-1]) in once:
            return None
        once.add((teller.lang, id, known[-1]))
        parts = {"S": teller.called(id), "fig": self.fig(own, teller), "basis": ""} | teller.when(own.claim.when, id)
        made = self.sentence(own.claim.direction or "up", f"{id}{known[-1]}", "figure", teller, parts, [(own, parts["fig"])])
        self.newest[id] = (made.claims[0], own)
        return made

    def moves(self, held: Sequence[Told]) -> list[Told]:
        """The sessions of closes that articles tell without saying how far the price went that day."""
        if self.market is None or self.as_of is None:
            return []
        told = {(t.claim.subject.id, t.claim.when) for t in held if t.family == "change"}
        out: list[Told] = []
        for t in held:
            c = t.claim
            if t.family == "level" and c.metric == "price" and plain(t) and c.subject.id is not None and c.when is not None and (c.subject.id, c.when) not in told:
                own = C.session_move(c.subject.id, c.when.end, self.market, self.as_of)
                if own is not None and own.claim.direction in DIRECTED:
                    told.add((c.subject.id, c.when))
                    self.claims.append((f"w{len(self.claims) + 1}", own))
                    out.append(Told(self.claims[-1][0], own, t.article, t.lang))
        return out

    def stale(self, t: Told) -> bool:
        """Whether a session of a market that a report only mentions is no longer its newest known."""
        id, w = t.claim.subject.id, t.claim.when
        if self.market is None or self.as_of is None or id is None or w is None or not id.startswith("INDEX:") or t.family not in ("change", "level"):
            return False
        return any(b.close is not None for b in self.market.bars(id, w.end + dt.timedelta(days=1), self.as_of.date(), as_of=self.as_of))

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

    def reactions(
        self, panel: Panel, teller: Teller, once: set[object], meant: Collection[str], moved: Collection[tuple[str | None, dt.date]] = (), *, sure: bool = False
    ) -> list[Sentence]:
        """The session of the news beside its index, and what is left when the market's part is taken out; of those that
        the news is about (`meant`), of `sure` ones only where that is more than chance.  A move that is told already
        (`moved`) is not told again."""
        out: list[Sentence] = []
        if self.market is None or self.as_of is None:
            return out
        beside: set[tuple[dt.date, str]] = set()
        about = [r for r in panel.reactions if r.id in meant and teller.sayable(r.id) and not (sure and r.low < 0 < r.high)]
        for r in sorted(about, key=lambda r: -abs(r.abnormal[0][1]))[:REACTIONS]:
            own = C.session_move(r.id, r.event, self.market, self.as_of)
            index = C.session_move(r.benchmark, r.event, self.market, self.as_of)
            if own is None or index is None or own.claim.direction == "flat" or (teller.lang, r.id, r.event) in once or (own.claim.quantity is not None and (own.claim.quantity.low or 0) < LEAST):
                continue
            once.add((teller.lang, r.id, r.event))
            parts = {"S": teller.called(r.id), "fig": self.fig(own, teller)} | self.against(index, r.benchmark, teller)
            parts |= teller.when(Window(r.event, r.event), r.id, again=True)
            known = (r.id, r.event) in moved or ("told", teller.lang, r.id, r.event) in once
            if not known:
                again = (r.event, r.benchmark) in beside
                beside.add((r.event, r.benchmark))
                proofs = [(own, parts["fig"])] if again else [(own, parts["fig"]), (index, parts["bfig"])]
                key = ("named_too" if beside - {(r.event, r.benchmark)} else "named") if sure and not again else "reaction_too" if again else "reaction"
                out.append(self.sentence(f"{key}_{own.claim.direction}", f"{r.id}{r.event}", "reaction", teller, parts, proofs))
                if not r.low < 0 < r.high:
                    self.newest[r.id] = (out[-1].claims[0], own)
            left = C.surplus(r, self.market, self.as_of)
            if left is not None and left.claim.direction in ("up", "down") and not (r.low < 0 < r.high):
                fig = self.points(left, teller)
                key = f"abnormal_{left.claim.direction}" if not known else f"beyond_{left.claim.direction}"
                out.append(self.sentence(key, f"ab|{r.id}{r.event}", "reaction", teller,
                                         {"S": teller.called(r.id), "fig": fig}, [(left, fig)]))  # fmt: skip
        return out

    def points(self, v: Verdict, teller: Teller) -> str:
        said = self.fig(v, teller)
        return said.replace("%", "%포인트") if teller.ko else said.replace("%", " percentage points")

    def pays(self, trend: Trend, panel: Panel, houses: Collection[str], article: tuple[str, int, int], teller: Teller, once: set[object], *, behind: bool = False) -> Sentence | None:
        """Does the trend pay?  Its basket beside its index and what chance can do; where it cannot be measured, why: that
        the news is too young is said once for all trends, and of one that stands `behind` the others not at all."""
        b = panel.basket
        if b is None or self.market is None or self.as_of is None or b.sessions < 1:
            return self.unmeasured(trend, panel, houses, article, teller, once, behind=behind)
        key = f"basket {trend.stories[0].first.date()} {','.join(id for id, _ in b.stakes)}"
        own = C.stakes_move(b, key, self.market, self.as_of, index=False)
        other = C.stakes_move(b, key, self.market, self.as_of, index=True)
        if own is None or other is None:
            return self.unmeasured(trend, panel, houses, article, teller, once, behind=behind)
        reach = C.stray(b, key, self.as_of)
        kind = "bare" if reach is None or b.reach is None else "open" if abs(b.lead) <= b.reach else "yes" if b.lead > 0 else "no"
        parts = {"fig": self.fig(own, teller), "dir": WOULD[teller.lang][own.claim.direction or "flat"], "span": teller.span(Window(b.path[0][0], b.path[-1][0]))}
        parts |= self.against(other, b.index, teller)
        proofs = [(own, parts["fig"]), (other, parts["bfig"])]
        if reach is not None:
            parts["reach"] = self.fig(reach, teller)
            proofs.append((reach, parts["reach"]))
        return self.sentence(f"pay_{kind}", f"pay|{trend.id}", "pay", teller, parts, proofs)

    def unmeasured(self, trend: Trend, panel: Panel, houses: Collection[str], article: tuple[str, int, int], teller: Teller, once: set[object], *, behind: bool) -> Sentence | None:
        """Why a trend's basket cannot be told; that there was no session since only once."""
        from wollet.story.basket import named_first

        listed = named_first(trend, without=houses)
        kind = "unlisted" if not listed else "unpriced" if self.market is None or (panel.basket is None and not panel.reactions) else "early"
        if kind == "unpriced" and self.market is not None and self.as_of is not None:
            start = self.as_of.date() - dt.timedelta(days=30)
            kind = "early" if any(self.market.bars(id, start, self.as_of.date(), as_of=self.as_of) for id in listed) else kind
        if kind == "early" and (behind or ("pay", teller.lang, kind) in once):
            return None
        once.add(("pay", teller.lang, kind))
        return Sentence(text=teller.say(f"pay_{kind}", f"pay|{trend.id}", {}), lang=teller.lang, role="pay", quotes=(article,))

    def exposure(self, panel: Panel, teller: Teller, once: set[object], heroes: Collection[str]) -> list[Sentence]:
        """The reader's own market: which listing beside the story's own, through whom, with what past co-movement."""
        out: list[Sentence] = []
        articles = {(r.actor, r.target): r for r in panel.relations}
        for e in panel.at_home(teller.lang):
            key = (teller.lang, e.id, e.through)
            if e.id in heroes:
                continue
            tie = articles.get((e.id, e.through)) or articles.get((e.through, e.id))
            if key in once or len(out) >= EXPOSURES or tie is None or not (teller.sayable(e.id) and teller.sayable(e.through)):
                continue
            pairs = [(tie.kind, *pair) for pair in ((tie.actor, tie.target), (tie.target, tie.actor))]
            told = any(pair in once for pair in pairs)
            once |= {key, *pairs}
            parts = {"S": teller.called(e.id), "B": teller.called(e.through), "how": HOW.get(e.how, HOW["named"])[0 if teller.ko else 1]}
            found = C.co_movement(e.id, e.through, self.market, self.as_of) if self.market is not None and self.as_of is not None else None
            quotes = ((tie.article, *tie.span),)
            if told and (found is None or (e.correlation or 0.0) < TOGETHER):
                continue
            if found is None or (e.correlation or 0.0) < TOGETHER:
                text = teller.say("exposure_bare", f"{e.id}|{e.through}", parts)
                out.append(Sentence(text=text, lang=teller.lang, role="exposure", quotes=quotes))
                continue
            value, count = found
            fig, n = f"{value.readings[0].evidence.measured:.2f}" if value.readings[0].evidence else "", str(count.claim.quantity.low) if count.claim.quantity else ""
            parts |= {"fig": fig, "n": n, "close": next(words for bound, words in CLOSE[teller.lang] if abs(e.correlation or 0.0) < bound)}
            made = self.sentence("exposure_told" if told else "exposure", f"{e.id}|{e.through}", "exposure", teller, parts, [(value, fig), (count, n)])
            out.append(Sentence(text=made.text, lang=made.lang, role="exposure", claims=made.claims, quotes=quotes))
        return out
