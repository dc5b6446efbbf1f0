"""A week summed up as one: how its markets came out of it, day by day in order, its best and worst; then its news.

Every figure is measured here, from the last close before the week to its last close known, and replays like anybody's.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import groupby

import msgspec

from wollet.brief import computed as C
from wollet.brief.beats import GAUGES, Beat, Told, gathered, size
from wollet.brief.figures import KO_WEEKDAYS, WEEKDAYS, day, figure, in_a_row
from wollet.brief.korean import josa
from wollet.brief.market import Measured
from wollet.brief.panels import reported
from wollet.brief.phrases import MARKETS
from wollet.brief.phrases_week import COUNTED, EN, INDICES, KO, PLACES
from wollet.brief.teller import Teller, capital
from wollet.claim.measuring import bars_to
from wollet.model.article import Article
from wollet.model.briefing import Role, Sentence
from wollet.model.claim import Subject
from wollet.model.market import Bar, MarketData
from wollet.model.mention import Name
from wollet.model.story import Checked, Trend
from wollet.model.time import Window
from wollet.model.verdict import Evidence, Row, Verdict
from wollet.reference import calendars, instruments
from wollet.verify.judge import compute, weigh

LEAST_DAYS = 4
"""News of so many days is a week's; of fewer, a day's with what led to it."""
THURSDAY, DAYS = 3, 7
BACK = dt.timedelta(days=10)
FEWEST = 5
"""Shares among which one is told to have risen most."""
HEADS, SMALL = 5, 2
"""Percent: a week of a share that heads its story, and a day of one that is news of a week."""
EVENTS, A_DAY = 6, 2
"""Proved news of a market's week that is told, and of one of its days."""
KO_MOVED, EN_MOVED = {"up": ("오른", "올랐습니다", "오르고"), "down": ("내린", "내렸습니다", "내리고")}, {"up": "rose", "down": "fell"}


def week_of(articles: Iterable[Article], date: dt.date) -> Window | None:
    """The week that a programme's articles are of: from Thursday on its own calendar week, else the seven days to its
    date; None where they are of fewer days."""
    days = {a.published.date() for a in articles}
    if len(days) < LEAST_DAYS:
        return None
    monday = date - dt.timedelta(days=date.weekday())
    return Window(monday if date.weekday() >= THURSDAY else date - dt.timedelta(days=DAYS - 1), date)


class Weekly:
    """Tells a week in one language, and keeps what it measured."""

    def __init__(self, week: Window, checked: Sequence[Checked], houses: Collection[str], measured: Measured, teller: Teller) -> None:
        self.week, self.measured, self.t = week, measured, teller
        self.named = [i for i in named_shares(checked) if i not in houses]
        self.moves: dict[str, tuple[Verdict, Verdict] | None] = {}

    def move(self, id: str) -> tuple[Verdict, Verdict] | None:
        """(return over the week, last close) of an index or a share; None where its data do not reach so far."""
        if id not in self.moves:
            self.moves[id] = moved(id, self.week, self.measured.market, self.measured.as_of)
        return self.moves[id]

    def span(self, v: Verdict) -> tuple[str, bool]:
        """("이번 주 ", whether it is over): with the last day known where a session of the week is still to come."""
        last = v.claim.when.end if v.claim.when is not None else self.week.end
        if self.week.start.weekday():
            a, b = (day(x, self.t.lang) for x in (self.week.start, last))
            return (f"{a}부터 {b}까지 " if self.t.ko else f" from {a} to {b}"), True
        mic = instruments.calendar_of(v.claim.subject.id or "")
        over = not calendars.sessions(mic, last + dt.timedelta(days=1), self.week.start + dt.timedelta(days=DAYS - 1))
        if self.t.ko:
            return ("이번 주 " if over else f"이번 주 들어 {KO_WEEKDAYS[last.weekday()]}까지 "), over
        return (" this week" if over else f" this week through {WEEKDAYS[last.weekday()]}"), over

    def say(self, key: str, seed: str, parts: dict[str, str], proofs: Sequence[tuple[Verdict, str]], role: Role = "figure") -> Sentence:
        table = KO if self.t.ko else EN
        if "span" in parts:
            parts["Span"] = parts["span"].strip()
        text = self.t.say(key, f"week|{seed}", {"When": "", **parts}, table)
        ids = tuple(dict.fromkeys(self.measured.keep(v, text, said) for v, said in proofs))
        return Sentence(text=text, lang=self.t.lang, role=role, claims=ids)

    def of_market(self, mic: str) -> list[Sentence]:
        """A market's week: its indices, its days in order, its best and worst share."""
        found = [(id, m) for id in INDICES.get(mic, ()) if (m := self.move(id)) is not None]
        if not found or found[0][1][0].claim.direction not in ("up", "down"):
            return []
        span, over = self.span(found[0][1][0])
        said: list[str] = []
        proofs: list[tuple[Verdict, str]] = []
        turn = None
        for id, (own, level) in found:
            up, fig, at = own.claim.direction or "flat", self.fig(own), self.price(level)
            if up not in EN_MOVED:
                continue
            verb = "" if up == turn else f"{EN_MOVED[up]} "
            said.append(f"{josa(self.t.called(id), '은는')} {fig} {KO_MOVED[up][0]} {at}" if self.t.ko else f"{self.t.called(id)} {verb}{fig} to {at}")
            proofs += [(own, fig), (level, at)]
            turn = up
        listed = ", ".join(said) if self.t.ko else in_a_row(said)
        out = [self.say("whole" if over or not self.t.ko else "so_far", mic, {"span": span, "list": listed, "List": capital(listed)}, proofs, "lead")]
        self.t.last_day = None
        out += self.by_day(found[0][0])
        return out + self.extremes(mic)

    def by_day(self, id: str) -> list[Sentence]:
        """The days of an index in their order: in how many turns, and the best and the worst."""
        market, as_of, own = self.measured.market, self.measured.as_of, self.move(id)
        if market is None or as_of is None or own is None or own[0].claim.when is None:
            return []
        bars = [b for b in bars_to(market, id, own[0].claim.when.end, as_of) if b.session >= self.week.start]
        days = [v for b in bars if (v := C.session_move(id, b.session, market, as_of)) is not None]
        if len(days) < 3 or any(v.claim.direction not in EN_MOVED for v in days):
            return []
        runs = [(up, list(g)) for up, g in groupby(days, key=lambda v: v.claim.direction or "")]
        best, worst = max(days, key=signed), min(days, key=signed)
        name = self.t.called(id)
        if len(runs) == 1:
            top = best if runs[0][0] == "up" else worst
            parts = {"S": name, "days": COUNTED[self.t.lang][len(days)], "fig": self.fig(top), "day": self.weekday(top)}
            return [self.say(f"all_{runs[0][0]}", id, parts, [(top, parts["fig"]), *((v, "") for v in days if v is not top)])]
        ends = {"up": self.fig(best), "upday": self.weekday(best), "down": self.fig(worst), "downday": self.weekday(worst)}
        every = [(v, "") for v in days]
        if len(runs) == 2:
            parts = {"S": name, "first": self.run(*runs[0], last=False), "then": self.run(*runs[1], last=True)}
            out = [self.say("turned", id, parts, every)]
        elif len(runs) < len(days):
            listed = [self.run(*r, last=r is runs[-1], chained=True) for r in runs]
            out = [self.say("swung", id, {"S": name, "list": " ".join(listed) if self.t.ko else in_a_row(listed)}, every)]
        else:
            out = [self.say("every_day", id, {"S": name}, every)]
        return [*out, self.say("extremes", id, ends, [(best, ends["up"]), (worst, ends["down"])])]

    def run(self, up: str, days: Sequence[Verdict], *, last: bool, chained: bool = False) -> str:
        """A row of days that went one way: "화요일부터 나흘 연달아 올랐습니다", "rose on Monday"."""
        first, n = self.weekday(days[0]), len(days)
        if self.t.ko:
            verb = f"{KO_MOVED[up][2]}," if chained and not last else KO_MOVED[up][1 if last else 0]
            return f"{first} {verb}" if n == 1 else f"{first}부터 {COUNTED['ko'][n]} {'연달아 ' if n > 2 else ''}{verb}"
        return f"{EN_MOVED[up]} on {first}" if n == 1 else f"{EN_MOVED[up]} for {'the next ' if last else ''}{COUNTED['en'][n]}"

    def extremes(self, mic: str) -> list[Sentence]:
        """The share of a market that rose most and the one that fell most, of all that the articles name."""
        ids = [i for i in self.named if instruments.calendar_of(i) == mic]
        found = [(i, m[0]) for i in ids if (m := self.move(i)) is not None and m[0].claim.direction in EN_MOVED]
        if len(found) < FEWEST or mic not in PLACES:
            return []
        found.sort(key=lambda x: (signed(x[1]), x[0]))
        (low, worst), (high, best) = found[0], found[-1]
        count = counted(found, self.week, self.measured.as_of)
        rose, fell = best.claim.direction == "up" and self.t.sayable(high), worst.claim.direction == "down" and self.t.sayable(low)
        if not rose and not fell:
            return []
        parts = {"place": PLACES[mic][0 if self.t.ko else 1], "n": str(len(found)), "A": self.t.called(high), "a": self.fig(best), "B": self.t.called(low), "b": self.fig(worst)}
        proofs = [(count, parts["n"]), *([(best, parts["a"])] if rose else []), *([(worst, parts["b"])] if fell else [])]
        return [self.say("movers" if rose and fell else "mover_up" if rose else "mover_down", mic, parts, proofs)]

    def of_share(self, id: str) -> Sentence | None:
        """How the share that a story is about came out of the week."""
        found = self.move(id)
        if found is None or found[0].claim.direction not in EN_MOVED or not self.t.sayable(id):
            return None
        own, level = found
        parts = {"S": self.t.called(id), "span": self.span(own)[0], "fig": self.fig(own), "level": self.price(level)}
        made = self.say(f"share_{own.claim.direction}", id, parts, [(own, parts["fig"]), (level, parts["level"])], "lead")
        self.t.before = id
        return made

    def summed(self, trend: Trend, heroes: Collection[str], held: Sequence[Told]) -> list[Sentence]:
        """A trend's week: of a report on a market its indices', of a story the share's that it is about, where no
        article tells it."""
        if reported(trend):
            return self.of_market(market_of(trend))
        known = {t.claim.subject.id for t in held if t.family == "period_return" and t.claim.when is not None and t.claim.when.start == self.week.start}
        id = self.hero(heroes)
        told = self.of_share(id) if id is not None and id not in known else None
        return [told] if told is not None else []

    def hero(self, heroes: Collection[str]) -> str | None:
        """Of the companies that a story is about the one whose share moved most."""
        found = [(abs(signed(m[0])), i) for i in sorted(heroes) if (m := self.move(i)) is not None]
        return max(found)[1] if found else None

    def heading(self, trend: Trend, heroes: Collection[str], summed: Sequence[Sentence]) -> Sentence | None:
        """What a trend's week is called, by the move that opens it."""
        mic = market_of(trend)
        id = INDICES[mic][0] if mic in INDICES else self.hero(heroes)
        found = self.move(id) if id is not None else None
        if id is None or found is None or found[0].claim.direction not in EN_MOVED or (not mic and abs(signed(found[0])) < HEADS):
            return None
        parts = {"place": MARKETS[mic][0 if self.t.ko else 1] if mic in MARKETS else "", "S": self.t.label(id), "fig": self.fig(found[0])}
        text = self.t.say(f"head_{'' if mic else 'share_'}{found[0].claim.direction}", f"week|{id}", {"When": "", **parts}, KO if self.t.ko else EN)
        return Sentence(text=capital(text), lang=self.t.lang, role="lead", claims=summed[0].claims[:1])

    def weekday(self, v: Verdict) -> str:
        d = v.claim.when.end if v.claim.when is not None else self.week.end
        return KO_WEEKDAYS[d.weekday()] if self.t.ko else WEEKDAYS[d.weekday()]

    def fig(self, v: Verdict) -> str:
        return self.measured.fig(v, self.t)

    def price(self, v: Verdict) -> str:
        q = v.claim.quantity
        return ((figure(q, self.t.lang, bare=True) or "") if q is not None else "").removesuffix("포인트").removesuffix(" points")


def events(ranked: Sequence[Beat], week: Window) -> list[Beat]:
    """The proved news of a market's week in the order of its days: what its indices did is told already."""
    days: dict[dt.date, list[Beat]] = {}
    rest: list[Beat] = []
    for b in ranked:
        c = b.parts[0].claim
        index = (b.subject or "").startswith("INDEX:")
        if (index and b.parts[0].family != "record") or b.subject in GAUGES or b.kind in ("board", "mixed", "stretches", "run"):
            continue
        if b.kind == "consensus":
            rest.append(b)
        elif c.basis != "open" and (not b.priced or size(b.parts[0]) >= SMALL) and c.when is not None and c.when.start == c.when.end and c.when.start >= week.start and b.parts[0].family in ("change", "record", "rank", "market_cap"):
            days.setdefault(c.when.end, []).append(b)
    out = {d: list({b.subject: b for b in reversed(gathered(found))}.values())[::-1][:A_DAY] for d, found in days.items()}
    left = EVENTS
    chosen: list[tuple[dt.date, Beat]] = []
    for n in range(A_DAY):
        for d in sorted(out, reverse=True):
            if len(out[d]) > n and left:
                chosen.append((d, out[d][n]))
                left -= 1
    return [*rest[:1], *(b for _, b in sorted(chosen, key=lambda x: x[0]))]


def market_of(trend: Trend) -> str:
    """The market that a trend's reports are on; nothing where it is a story of its own."""
    found = Counter(s.market for s in trend.stories if s.market) if reported(trend) else Counter()
    return found.most_common(1)[0][0] if found else ""


def named_shares(checked: Sequence[Checked]) -> list[str]:
    """The shares that the articles name, each listing once, in order."""
    ids = {m.value.ids[0] for c in checked for m in c.mentions if m.kind == "instrument" and isinstance(m.value, Name) and m.value.ids}
    return sorted(i for i in ids if (held := instruments.get(i)) is not None and held.kind == "stock")


def moved(id: str, week: Window, market: MarketData | None, as_of: dt.datetime | None) -> tuple[Verdict, Verdict] | None:
    """From the last close before a week to its last one known: (the return, the last close), both proved."""
    if market is None or as_of is None:
        return None
    bars = [b for b in market.bars(id, week.start - BACK, week.end, as_of=as_of, adjusted_to=week.end) if b.close]
    before, inside = [b for b in bars if b.session < week.start], [b for b in bars if b.session >= week.start]
    if not before or len(inside) < 2:
        return None
    last = inside[-1]
    own = C.judged("period_return", id, before[-1], last, Window(week.start, last.session), market, as_of)
    level = closed(id, last, market, as_of)
    return (own, level) if own is not None and level is not None else None


def closed(id: str, bar: Bar, market: MarketData, as_of: dt.datetime) -> Verdict | None:
    """A close as a claim of ours, through the ordinary judge."""
    held = instruments.get(id)
    if bar.close is None or held is None:
        return None
    unit = "points" if held.kind == "index" else held.currency or ""
    grain = C.CENT if bar.close != bar.close.to_integral_value() else Decimal(1)
    made = C.claim_of("level", C.subject(id), bar.close, unit, Window(bar.session, bar.session), metric="index_level" if held.kind == "index" else "price", grain=grain)
    made = msgspec.structs.replace(made, direction=None)
    verdict = weigh(made, compute(made, as_of, market, as_of))
    return verdict if verdict.label == "supported" else None


def counted(found: Sequence[tuple[str, Verdict]], week: Window, as_of: dt.datetime | None) -> Verdict:
    """Among how many shares the best and the worst were found: each one's return lies between theirs."""
    n, moves = Decimal(len(found)), [f"{signed(v):.2f}" for _, v in found]
    rows = tuple(Row(source=C.OURS, series=f"{id} over the week", date=v.claim.when.end if v.claim.when is not None else week.end, value=x, field="percent") for (id, v), x in zip(found, moves, strict=True))
    formula = " + ".join(f"({moves[0]} <= {x} and {x} <= {moves[-1]})" for x in moves)
    made = C.claim_of("arithmetic", Subject(kind="group", name="shares named"), n, "count", week, metric="count", grain=Decimal(1))
    return C.proved(made, Evidence(measured=n, unit="count", formula=formula, rows=rows, as_of=as_of))


def signed(v: Verdict) -> Decimal:
    """The figure of a move of ours with its sign."""
    q = v.claim.quantity
    size = (q.low or Decimal(0)) if q is not None else Decimal(0)
    return -size if v.claim.direction == "down" else size
