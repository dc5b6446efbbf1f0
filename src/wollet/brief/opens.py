"""Open statements told as open: charged to who made them, the reason why nothing settles them said once."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Told, growth
from wollet.brief.compose import Composer
from wollet.brief.doubt import tells_itself
from wollet.brief.figures import figure
from wollet.brief.korean import josa
from wollet.brief.latin import person
from wollet.brief.report import reports, told_report
from wollet.brief.worthy import COUNTED as UNITS
from wollet.brief.worthy import TOLD_BY_METRIC, TOTALS, around, foretold, holder, named_base, raising
from wollet.model.briefing import Sentence
from wollet.model.claim import Claim
from wollet.model.story import Relation
from wollet.reference import instruments
from wollet.story.ledger import PRICED
from wollet.story.names import is_outlet

COUNTS = frozenset(("", "count", "years", "months", "days", "rank"))
"""Units in which no metric of the programme's own vocabulary is told."""
APART = 12
"""Characters between a stake and what it became."""
_HANGUL = re.compile(r"[가-힣]")


def same_figure(t: Told) -> tuple[object, ...]:
    """A figure of one subject and metric, whatever its stretch is called: a fiscal quarter and the calendar's."""
    c, q = t.claim, t.claim.quantity
    if t.family == "market_cap" and getattr(c, "change", False):
        return (c.subject.id or c.subject.name, c.metric, c.direction)
    if c.metric == "target_price" or t.family == "deal" or (t.family == "forecast" and c.subject.kind == "series"):
        return (c.subject.id or c.subject.name, c.metric, c.said_by)
    return (c.subject.id or c.subject.name, c.metric, c.direction, q.low, q.high, q.unit) if q is not None else (t.id,)


def once_each(found: Sequence[Told]) -> list[Told]:
    """Each figure once, the first one that tells it."""
    return list({same_figure(t): t for t in reversed(found)}.values())[::-1]


def told_open(found: Sequence[Told], composer: Composer, relations: Sequence[Relation], changed: Sequence[Told], most: int, once: set[object]) -> list[Sentence]:
    """At most so many open statements; why they are open is said once in a briefing for each reason."""
    out: list[Sentence] = []
    found, before = changed_stakes(found)
    for group in reports(sorted(once_each(found), key=lambda t: t.claim.quantity is None)):
        t = group[0]
        if len(out) >= most or (out and t.claim.quantity is None):
            break
        if raising(t) and ("raised", composer.t.lang) in once:
            continue
        reason = t.verdict.reason
        why = ("why", composer.t.lang, reason) not in once
        made = report_of(group, composer, tell_why=why) if len(group) > 1 else None
        made = made or (raised_one(t, composer, changed, around(t, relations), relations, tell_why=why) if raising(t) else told_one(t, composer, holder(t, relations), tell_why=why, before=before.get(t.id)))
        if made is not None and made.text not in {o.text for o in out}:
            out.append(made)
            once.add(("why", composer.t.lang, reason))
            composer.t.before = t.claim.subject.id
            if raising(t):
                once.add(("raised", composer.t.lang))
    return out


def changed_stakes(found: Sequence[Told]) -> tuple[list[Told], dict[str, Told]]:
    """Open statements without the stakes that were changed from, and these by the id of the one that came of them."""
    before: dict[str, Told] = {}
    for t in found:
        b = t.claim.span[1]
        to = (x for x in found if x.claim.metric == t.claim.metric == "stake" and (x.claim.subject, x.article) == (t.claim.subject, t.article))
        into = next((x for x in to if x.claim.direction in DIRECTED and t.claim.direction is None and 0 < x.claim.span[0] - b < APART), None)
        if into is not None:
            before[into.id] = t
    gone = {t.id for t in before.values()}
    return [t for t in found if t.id not in gone], before


def report_of(group: Sequence[Told], composer: Composer, *, tell_why: bool) -> Sentence | None:
    """Several figures of one report, and why they stay open."""
    t, c = composer.t, group[0].claim
    name, said_by = composer.named(c), speaker(c, composer) if not of_itself(c) else None
    if name is None:
        return None
    made = told_report(group, composer, said_by, name)
    if made is None or not tell_why:
        return made
    return msgspec.structs.replace(made, text=f"{made.text} {t.why(group[0].verdict.reason, str(c))}")


def of_itself(c: Claim) -> bool:
    """Whether a company speaks of its own figures, under whichever of its names."""
    held = instruments.get(c.subject.id) if c.subject.id else None
    said = (c.said_by or "").casefold()
    names = [c.subject.name, *((held.name_en, held.name_ko) if held is not None else ())]
    return bool(said) and any(n and (n.casefold().startswith(said) or said.startswith(n.casefold())) for n in names)


def speaker(c: Claim, composer: Composer) -> str | None:
    """Who makes a statement, as this language says it in front of it; None where nobody is named."""
    t = composer.t
    if not c.said_by:
        return None
    if is_outlet(c.said_by) or c.said_by.islower():
        return None
    if tells_itself(c):
        return None
    titled = composer.titles.get(c.said_by)
    if c.metric == "market_cap" or (c.metric in TOTALS | P.RATES | UNITS and not of_itself(c) and not c.quoted and c.said_by not in composer.titles):
        return None
    if t.ko:
        return josa(titled or c.said_by, "은는")
    return titled if titled else c.said_by if not _HANGUL.search(c.said_by) else f"{known} ({c.said_by})" if (known := person(c.said_by)) else None


def raised_one(told: Told, composer: Composer, changed: Sequence[Told], tie: Relation | None, relations: Sequence[Relation], *, tell_why: bool) -> Sentence | None:
    """Money to be raised, beside whom it is told of; in Korean with what it comes to in won, where the rates bear it out."""
    t, c = composer.t, told.claim
    metric = composer.metric(c.metric)
    who = whom(tie, relations, composer) if tie is not None else None
    if c.quantity is None or not metric or tie is None or who is None:
        return None
    q = c.quantity
    high = q.high if q.high is not None else q.low
    won = next((x for x in changed if getattr(x.claim, "amount", None) == high and getattr(x.claim, "currency", "") == q.unit and x.claim.quantity is not None), None)
    parts = {"metric": metric, "amt": figure(q, t.lang, bare=True) or "", "won": "", "A": t.called(who)}
    ids: tuple[str, ...] = (told.id, *told.also)
    if won is not None and won.claim.quantity is not None and t.ko:
        parts["won"] = f", 우리 돈 {figure(won.claim.quantity, t.lang, bare=True)}"
        ids = (*ids, won.id)
    elif t.ko:
        parts["amt"], parts["won"] = "", parts["amt"]
    text = t.say("open_deal", str(c), parts)
    if tell_why:
        text += " " + t.why(told.verdict.reason, str(c))
    return Sentence(text=text, lang=t.lang, role="open", claims=ids, quotes=((tie.article, *tie.span),))


def whom(tie: Relation, relations: Sequence[Relation], composer: Composer) -> str | None:
    """Whom money is raised around, by a name of this language: the tie's own party, else the body that other reports tell
    to deal with the same other party."""
    if composer.t.sayable(tie.actor):
        return tie.actor
    kin = (r for r in relations if r.kind == tie.kind and tie.target in (r.actor, r.target))
    other = (x for r in kin for x in (r.actor, r.target) if x != tie.target)
    return next((x for x in other if x not in composer.persons and composer.t.sayable(x)), None)


def told_one(told: Told, composer: Composer, held_by: str | None = None, *, tell_why: bool = True, before: Told | None = None) -> Sentence | None:
    """One open statement, or nothing where this language has no words for it; of a stake what it was `before`."""
    t, c = composer.t, told.claim
    name, said_by = t.name(c) if c.metric in PRICED else composer.named(c), speaker(c, composer)
    if name is None:
        return None
    own_word = c.said_by is not None and of_itself(c)
    if own_word:
        name, said_by = t.name(c) or name, None
    key_ = kind(told, composer)
    if key_ is None:
        return None
    metric = composer.metric(c.metric, c.subject.id)
    if told.family == "forecast" and (c.subject.kind == "series" or (c.subject.id or "").startswith("RATE:") or (metric and name.endswith(metric))):
        if growth(told):
            return None
        key_, metric = "series", name
    parts = composer.parts(told, name) | {"M": metric, "span": ""}
    if c.metric == "stake" and held_by is not None:
        if not t.sayable(held_by):
            return None
        said_by, held = None, t.name(c)
        parts |= {"S": t.called(held_by), "metric": f"{held} 지분율" if t.ko else f"stake in {held}"}
    if before is not None and before.claim.quantity is not None and key_ == "metric":
        key_, parts["from"] = f"stake_{c.direction}", figure(before.claim.quantity, t.lang, bare=True) or ""
    if c.when is not None and c.when.start != c.when.end and c.metric not in P.STANDING:
        parts["span"] = t.stretch(c)
    if said_by:
        parts["who"] = said_by
    if key_ == "metric" and not said_by and not own_word:
        key_ = "target" if c.metric == "target_price" else "standing" if c.metric in P.STANDING and "open_standing" in t.book else key_
    voice = "open" if key_.startswith("base_") else "said" if said_by else "own" if own_word and f"own_{key_}" in t.book else "open"
    text = t.say(f"{voice}_{key_}", str(c), parts)
    if tell_why and not (own_word and told.family == "forecast" and key_ == "metric"):
        text += " " + t.why(told.verdict.reason, str(c))
    return Sentence(text=text, lang=t.lang, role="open", claims=(told.id, *told.also, *((before.id,) if before is not None else ())))


def kind(told: Told, composer: Composer) -> str | None:
    """The kind of wording of an open statement."""
    c, q, lang = told.claim, told.claim.quantity, composer.t.lang
    if q is None or c.negated or not figure(q, lang):
        return None
    if told.family == "period_return" and getattr(c, "anchor", None):
        return f"base_{base}_{c.direction}" if (base := named_base(c)) and f"open_base_{base}_{c.direction}" in composer.t.book else None
    moving = growth(told)
    if told.family == "market_cap" and getattr(c, "change", False):
        return f"cap_{c.direction}" if c.direction in DIRECTED else None
    if moving and c.metric in PRICED:
        return None if told.family == "forecast" else c.direction
    if moving and told.family in ("forecast", "fundamentals") and c.metric in P.METRICS:
        return f"{'outlook' if foretold(told) else 'growth'}_{c.direction}"
    if told.family in ("change", "period_return") and c.direction in DIRECTED and c.certainty == "asserted":
        return c.direction
    if q.unit in COUNTS and told.family in TOLD_BY_METRIC:
        return None
    if told.family == "forecast" and c.metric in P.METRICS and not moving:
        return "metric" if c.metric == "target_price" or c.metric.startswith("dividend") else "forecast"
    if told.family in (*TOLD_BY_METRIC, "market_cap") and c.metric in P.METRICS and not moving:
        return "forecast" if told.family == "fundamentals" and foretold(told) else "metric"
    return None
