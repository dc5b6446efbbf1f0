"""The day told in sentences: proved statements as fact, open ones charged to their source, refuted ones as corrections.

A sentence is made from one claim, or from several that belong together: a move and the level it led to, the indices of
one day, the figures of one report.  No figure is told that is not a claim's own or its measurement.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from decimal import Decimal

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Beat, Told, growth
from wollet.brief.boards import TOGETHER
from wollet.brief.exact import exact, valued_on
from wollet.brief.figures import amount, day, figure, in_a_row
from wollet.brief.phrases_en import TAILS as TAILS_EN
from wollet.brief.phrases_ko import TAILS as TAILS_KO
from wollet.brief.teller import Teller, josa
from wollet.brief.worthy import TOLD_BY_METRIC
from wollet.model.briefing import Role, Sentence
from wollet.model.claim import Claim
from wollet.model.quantity import Quantity
from wollet.reference import instruments
from wollet.story.ledger import PRICED


class Composer:
    """Tells beats in one language."""

    def __init__(self, teller: Teller, titles: Mapping[str, str] | None = None, persons: Collection[str] = ()) -> None:
        self.t, self.titles, self.persons = teller, titles or {}, persons

    def sentence(self, beat: Beat, role: Role = "figure", link: str = "none") -> Sentence | None:
        """The sentence of a beat, or nothing where this language has no words for it."""
        if beat.kind == "close" and len(beat.parts) > 2 and self.key(beat.parts[2]) not in TAILS_KO:
            beat = Beat("close", beat.parts[:2])
        own = {"close": self.close, "metrics": self.metrics, "consensus": self.consensus, "course": self.course}.get(beat.kind, self.single)
        text = TOGETHER[beat.kind](beat, self) if beat.kind in TOGETHER else own(beat)
        if text is None:
            return None
        lead = self.t.link(link, text) if link != "none" else ""
        if lead:
            text = lead + (text if self.t.ko else soften(text.removeprefix("That day, ")))
        self.t.before = beat.subject if beat.kind in ("close", "single", "metrics", "course", "run") else None
        c = beat.parts[0].verdict.claim if beat.kind == "single" else None
        quotes = ((beat.parts[0].article, *c.span),) if c is not None and any(mark + c.quote in text for mark in "‘“") else ()
        return Sentence(text=text, lang=self.t.lang, role=role, claims=beat.ids, quotes=quotes)

    def close(self, beat: Beat) -> str | None:
        move, level = beat.parts[:2]
        name = self.named(move.claim)
        if name is None or move.claim.quantity is None or level.claim.quantity is None:
            return None
        parts = {"S": name, "fig": figure(move.claim.quantity, self.t.lang) or "", "level": self.reached(level)}
        tail = self.tail(beat.parts[2]) if len(beat.parts) > 2 else None
        if tail:
            parts["tail"] = tail
        when = self.t.when(move.claim.when, move.claim.subject.id)
        return self.t.say(f"{'tail_' if tail else ''}close_{move.claim.direction}", str(move.claim), parts | when)

    def course(self, beat: Beat) -> str | None:
        """Where a share's day began and ended, of which nobody says how much it moved: a first day of trading."""
        level, first = beat.parts
        name = self.named(level.claim)
        if name is None or level.claim.quantity is None or first.claim.quantity is None:
            return None
        parts = {"S": name, "open": self.reached(first), "level": self.reached(level)}
        return self.t.say("course", str(level.claim), parts | self.t.when(level.claim.when, level.claim.subject.id))

    def tail(self, told: Told) -> str | None:
        """What a close came to besides: a threshold crossed, a record, one more day of a run."""
        key = self.key(told)
        table = TAILS_KO if self.t.ko else TAILS_EN
        if key not in table:
            return None
        text = self.t.say(key, str(told.claim), self.parts(told, ""), table)
        return text if self.t.ko else text[:1].lower() + text[1:]

    def named(self, c: Claim) -> str | None:
        """The subject by its name, or as the sentence after the one that named it says."""
        name = self.t.name(c)
        again = self.t.again(c) if name is not None else None
        return name if again is None else again

    def reached(self, told: Told) -> str:
        """The price that a statement tells, as exactly as it was measured."""
        q = exact(told.verdict)
        return self.price(q) if q is not None else ""

    def price(self, q: Quantity) -> str:
        said = figure(q, self.t.lang, bare=True) or ""
        return said.removesuffix("포인트").removesuffix(" points")

    def consensus(self, beat: Beat) -> str | None:
        """A figure of the economy beside what had been expected of it."""
        c, expected = beat.parts[0].claim, beat.parts[1].claim
        name = self.t.name(c)
        if name is None or c.quantity is None or expected.quantity is None or c.quantity.low is None or expected.quantity.low is None:
            return None
        left, right = c.quantity.low, expected.quantity.low
        kind = "over" if left > right else "under" if left < right else "met"
        parts = {"S": name, "amt": figure(c.quantity, self.t.lang, bare=True) or "", "other": amount(right, expected.quantity.unit, self.t.lang)}
        return self.t.say(f"consensus_{kind}", str(c), parts | {"span": self.t.span(c.when)})

    def metrics(self, beat: Beat) -> str | None:
        name = self.t.name(beat.parts[0].claim)
        items = []
        for p in beat.parts:
            said = figure(p.claim.quantity, self.t.lang, bare=True) if p.claim.quantity is not None else None
            if said is None:
                return None
            word = self.metric(p.claim.metric)
            items.append(f"{josa(word, '은는')} {said}" if self.t.ko else f"{word} of {said}")
        if name is None:
            return None
        listed = ", ".join(items) if self.t.ko else in_a_row(items)
        return self.t.say("metrics", f"{beat.ids}", {"S": name, "list": listed, "span": self.t.span(beat.parts[0].claim.when)})

    def metric(self, code: str, id: str | None = None) -> str:
        """What a metric is called; the price of what is no share is a price."""
        held = instruments.get(id) if id is not None and code == "price" else None
        found = P.METRICS.get("commodity_price" if held is not None and held.kind not in ("stock", "fund") else code)
        return found[0 if self.t.ko else 1] if found else ""

    def single(self, beat: Beat) -> str | None:
        told = beat.parts[0]
        c, q, name = told.claim, told.claim.quantity, self.named(told.claim)
        if name is None or c.negated:
            return self.quoted(told, name)
        key = self.key(told)
        if key is None:
            return self.quoted(told, name)
        parts = self.parts(told, name)
        if q is not None and not parts["fig"] and key not in ("record_high", "record_low"):
            return self.quoted(told, name)
        day_of = valued_on(told.verdict) if told.family == "market_cap" else c.when
        if key in ("period_up", "period_down") and parts["span"].startswith(" this "):
            key = key.replace("period", "sofar")
        parts |= self.t.when(day_of, c.subject.id) if "{when}" in "".join(self.t.book[key]).lower() else {}
        return self.t.say(key, str(c), parts)

    def key(self, told: Told) -> str | None:
        """The kind of wording that a proved claim is told in."""
        c, d, family = told.claim, told.claim.direction, told.family
        has = c.quantity is not None
        if family == "change" and has:
            if getattr(c, "reached", False) and d in DIRECTED:
                return f"touched_{d}"
            if c.basis == "open" and d in DIRECTED:
                return f"opened_{d}"
            return d if d in (*DIRECTED, "flat") else "moved"
        if family == "period_return" and d in DIRECTED and has:
            return "multiple" if c.quantity is not None and c.quantity.unit == "ratio" else f"period_{d}"
        if family == "level" and has:
            q = c.quantity
            if q is not None and q.low is not None and q.high is not None and q.low != q.high:
                return "level_range"
            over = q is not None and q.high is None and q.low is not None
            under = q is not None and q.low is None and q.high is not None
            return "level_over" if over else "level_under" if under else "level_close" if c.basis == "close" and c.metric in ("price", "index_level") else "level"
        if family == "record":
            event = getattr(c, "event", "high")
            if event == "cross":
                return f"cross_{d}{'_within' if c.basis == 'intraday' else ''}" if d in DIRECTED and has else None
            return f"record_{event}" if event in ("high", "low") and c.metric in PRICED and self.stretch_of(c) is not None else None
        if family == "rank":
            return "rank" if getattr(c, "by", None) == "market_cap" and has else None
        if family == "market_cap" and has:
            return (f"cap_{d}" if d in DIRECTED else None) if getattr(c, "change", False) else "cap"
        if family == "streak" and d in DIRECTED and has:
            return f"streak_{d}"
        if family == "fundamentals" and has and c.metric in P.METRICS:
            return f"growth_{d}" if growth(told) else "metric"
        if family == "macro" and has:
            return f"macro_{d}" if growth(told) else "macro"
        if family == "conversion" and has and getattr(c, "amount", None) is not None:
            return "conversion"
        return "metric" if family in TOLD_BY_METRIC and has and c.metric in P.METRICS and c.certainty == "asserted" else None

    def parts(self, told: Told, name: str) -> dict[str, str]:
        """Everything that a wording may ask for, but the day."""
        c, ko, lang = told.claim, self.t.ko, self.t.lang
        q = c.quantity
        base = getattr(c, "base", None)
        out = {
            "S": name, "quote": c.quote, "fig": figure(q, lang) or "" if q else "", "amt": figure(q, lang, bare=True) or "" if q else "",
            "basis": P.BASIS[c.basis if c.basis != "close" else None][0 if ko else 1], "metric": self.metric(c.metric, c.subject.id),
            "span": self.t.stretch(c), "scope": ("미국 상장사 가운데 " if ko else " among U.S. listings") if getattr(c, "scope", None) == "US" else "",
            "base": {"yoy": "한 해 전보다 " if ko else " from a year earlier", "qoq": "직전 분기보다 " if ko else " from the quarter before"}.get(str(base), ""),
            "since": self.stretch_of(c) or "",
        }  # fmt: skip
        if q is not None and told.family in ("level", "record"):
            out["amt"] = self.reached(told)
        elif told.family == "market_cap":
            out["amt"] = figure(exact(told.verdict) or q, lang, bare=True) or "" if q is not None else ""
        if q is not None and (self.key(told) in ("level_over", "level_under", "cross_up", "cross_down", "cross_up_within", "cross_down_within")):
            edge = q.low if q.low is not None else q.high
            out["amt"] = amount(edge, q.unit, lang).removesuffix("포인트").removesuffix(" points") if edge is not None else ""
            if c.metric == "market_cap":
                out["amt"] = f"{self.metric(c.metric)} {out['amt']}" if ko else f"{out['amt']} in {self.metric(c.metric)}"
        out["first"] = ("처음으로 " if ko else " for the first time") if told.family == "record" and getattr(c, "historic", False) else ""
        out["reach"] = self.reach(q) if q is not None else ""
        if told.family == "conversion":
            out["from"] = amount(Decimal(getattr(c, "amount", 0)), str(getattr(c, "currency", "")), lang)
        return out

    def stretch_of(self, c: Claim) -> str | None:
        """Since when a record is one: of all time, of a year, or since a day; None where that cannot be told."""
        if getattr(c, "historic", False):
            return "사상 " if self.t.ko else " on record"
        if c.since is None or c.when is None:
            return "" if c.since is None else None
        try:
            since = dt.date.fromisoformat(str(c.since))
        except ValueError:
            return None
        days = (c.when.end - since).days
        if 355 <= days <= 372:
            return "한 해 사이 " if self.t.ko else " in a year"
        told = day(since, self.t.lang, year=since.year != self.t.today.year)
        return f"{told} 이후 " if self.t.ko else f" since {told}"

    def reach(self, q: Quantity) -> str:
        """How far a price went during a session: "3.4%까지", "3% 이상"; "as much as 3.4%", "at least 3%"."""
        if q.low is not None and q.high is not None:
            said = amount(q.high, q.unit, self.t.lang)
            return f"{said}까지" if self.t.ko else f"as much as {said}"
        return figure(q, self.t.lang) or ""

    def quoted(self, told: Told, name: str | None) -> str | None:
        """The article's own words, where they are of this language."""
        if name is None or told.claim.subject.kind == "group" or told.lang != self.t.lang or told.claim.certainty in ("planned", "hypothetical"):
            return None
        return self.t.say("quoted", str(told.claim), {"S": name, "quote": told.claim.quote})


def soften(text: str) -> str:
    """A sentence after a connective: its small first word loses the capital."""
    head = text.split(" ", 1)[0]
    small = ("The", "On", "At", "By", "In", "That", "An", "A", "Take", "Converted,")
    return text[:1].lower() + text[1:] if head in small else text
