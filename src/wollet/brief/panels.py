"""What is drawn beside a trend's sentences: relations, views, drifts, reactions, the basket, what it touches at home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import msgspec

from wollet.model.market import MarketData
from wollet.model.story import Catalyst, Checked, Drift, Exposure, Reaction, Relation, Special, Trend, View
from wollet.reference import instruments
from wollet.story.basket import Basket
from wollet.story.names import is_company

HOME = {"ko": "XKRX", "en": "XNYS"}
REACTIONS, SPECIALS, RELATIONS = 6, 3, 24


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What the articles of a programme hold beside their claims."""

    relations: tuple[Relation, ...] = ()
    views: tuple[View, ...] = ()
    drifts: tuple[Drift, ...] = ()
    catalysts: tuple[Catalyst, ...] = ()
    houses: frozenset[str] = frozenset()
    """Brokers and analysts' employers: they speak of companies and are no players."""


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """The same for one trend, with what the market made of it; `exposure` by language of the reader."""

    trend: str
    relations: tuple[Relation, ...] = ()
    views: tuple[View, ...] = ()
    drifts: tuple[Drift, ...] = ()
    catalysts: tuple[Catalyst, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    basket: Basket | None = None
    exposure: tuple[tuple[str, tuple[Exposure, ...]], ...] = ()
    specials: tuple[Special, ...] = ()

    def at_home(self, lang: str) -> tuple[Exposure, ...]:
        return next((found for tongue, found in self.exposure if tongue == lang), ())


def part(module: str, name: str) -> Callable[..., Any]:
    """A function of the story layer, loaded when it is first needed."""
    found: Callable[..., Any] = getattr(import_module(f"wollet.story.{module}"), name)
    return found


def found(checked: Sequence[Checked], date: dt.date) -> Found:
    """Relations, views, drifts and dates ahead of some articles."""
    tied, rated = part("relations", "relations_and_ratings")(checked)
    return Found(
        relations=tuple(tied),
        houses=part("houses", "houses")(checked, rated),
        views=tuple(part("views", "views")(checked)),
        drifts=tuple(part("drift", "drifts")(checked)),
        catalysts=tuple(part("catalysts", "catalysts")(checked, date)),
    )


def at_home(trend: Trend, home: str) -> bool:
    """Whether most of a trend's listed companies are of the reader's own market: then nothing has to be traced home."""
    places = [instruments.calendar_of(p) for p in trend.players if ":" in p and is_company(p) and instruments.get(p) is not None]
    return bool(places) and 2 * places.count(home) > len(places)


def reported(trend: Trend) -> bool:
    """Whether a trend is the daily report on a market: it has no companies of its own to hold."""
    return all(s.market for s in trend.stories)


def panel(
    trend: Trend, every: Found, checked: Sequence[Checked], market: MarketData | None, as_of: dt.datetime, langs: Sequence[str]
) -> Panel:
    """One trend's panel: its own relations, views, drifts and dates, and its figures where there are prices."""
    articles = {a for s in trend.stories for a in s.articles}
    relations = tuple(r for r in every.relations if r.article in articles or articles & set(r.articles))[:RELATIONS]
    base = Panel(
        trend=trend.id, relations=relations, views=tuple(v for v in every.views if v.article in articles),
        drifts=tuple(d for d in every.drifts if {d.earlier[0], d.later[0]} & articles),
        catalysts=tuple(c for c in every.catalysts if c.article in articles),
    )  # fmt: skip
    exposure = tuple((lang, tuple(part("exposure", "exposure")(trend, relations, HOME[lang], market, as_of))) for lang in langs if not at_home(trend, HOME[lang]))
    if market is None:
        return msgspec.structs.replace(base, exposure=exposure)
    first = min(s.first for s in trend.stories)
    latest = max(trend.stories, key=lambda s: (s.first, s.id)).first
    reactions: list[Reaction] = []
    for id in () if reported(trend) else [p for p in trend.players if p not in every.houses]:
        for event in dict.fromkeys((latest, first)):
            r = part("reaction", "reaction")(id, event, market, as_of=as_of) if ":" in id else None
            if r is not None:
                reactions.append(r)
                break
        if len(reactions) >= REACTIONS:
            break
    basket = None if reported(trend) else part("basket", "basket")(trend, market, as_of=as_of, without=every.houses)
    specials: list[Special] = []
    for c in checked:
        for v in c.verdicts if c.article.id in articles else ():
            if v.label == "supported" and len(specials) < SPECIALS:
                s = part("windows", "special")(v, market, as_of=as_of)
                if s is not None and (s.id, s.end) not in {(x.id, x.end) for x in specials}:
                    specials.append(s)
    return msgspec.structs.replace(
        base, exposure=exposure, reactions=tuple(reactions), basket=basket, specials=tuple(specials)
    )
