"""Open statements told as open: charged to who made them, the reason why nothing settles them said once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Told, growth
from wollet.brief.compose import Composer
from wollet.brief.figures import figure
from wollet.brief.teller import josa
from wollet.model.briefing import Sentence
from wollet.model.mention import Name
from wollet.model.story import Checked, Relation
from wollet.story.names import is_outlet, key
from wollet.story.sentences import sentences

TOLD_BY_METRIC = frozenset(("fundamentals", "macro", "deal", "share", "forecast"))
PRICED = frozenset(("price", "index_level", "fx_rate", "yield", "commodity_price"))
COUNTS = frozenset(("", "count", "years", "months", "days", "rank"))
"""Units in which no metric of the programme's own vocabulary is told."""
SPOKEN = 6
"""Shorter words of an article say nothing by themselves."""
KEPT = frozenset(("fundamentals", "market_cap", "deal"))
"""Families of which the day's report is told although no series at hand answers it."""
SILENT = frozenset(("calendar", "elapsed", "other", "arithmetic", "conversion"))
RAISED = frozenset(("capital_raise", "funding", "fund_raising"))
NEAR = frozenset(("deal", "share", "market_cap"))
"""Families whose figure is told of its subject only where the same sentence names it; of others the title may."""
_HANGUL = re.compile(r"[가-힣]")


def tellable(t: Told, of: Checked, relations: Sequence[Relation]) -> bool:
    """Whether an open statement is worth the listener's time, and surely of its subject."""
    v, c = t.verdict, t.claim
    if v.label != "undecided" or t.family in SILENT or v.reason in ("ambiguous", "hypothetical") or (v.reason == "no_data" and t.family not in KEPT):
        return False
    q = c.quantity
    who = c.subject.id or c.subject.name
    if raising(t):
        return True
    if who is None or is_outlet(c.subject.name or "") or is_outlet(who) or c.subject.kind in ("group", "topic"):
        return False
    if q is not None and q.unit in ("percent", "percentage_point") and not growth(t) and c.metric not in P.RATES | {"price"} and t.family in TOLD_BY_METRIC:
        return q.unit == "percent" and c.metric.endswith(("_yoy", "_mom", "_qoq", "growth"))
    if t.family == "period_return" and (c.when is None or c.when.start == c.when.end):
        return False
    if (t.family == "share" and who.startswith("INDEX:")) or (c.metric == "stake" and holder(t, relations) is None):
        return False
    if c.subject.kind == "series":
        return True
    return names_near(of, c.span, who, 0 if t.family in NEAR else 2)


def raising(t: Told) -> bool:
    """Whether an open statement is of money to be raised: told without its subject, which sentences seldom put beside it."""
    q = t.claim.quantity
    return t.family == "deal" and t.claim.metric in RAISED and q is not None and len(q.unit) == 3 and q.unit.isupper()


def holder(t: Told, relations: Sequence[Relation]) -> str | None:
    """Who holds a stake that is told of its company: the tie of the same sentence says so."""
    start = t.claim.span[0]
    found = (r for r in relations if r.kind in ("invests", "acquires") and r.target == t.claim.subject.id and r.article == t.article)
    return next((r.actor for r in found if r.span[0] <= start < r.span[1]), None)


def names_near(of: Checked, span: tuple[int, int], who: str, back: int) -> bool:
    """Whether the sentence of a figure names its subject, or one of so many before it; with `back`, the title counts."""
    text = of.article.text
    spans = sentences(text)
    i = next((i for i, (a, b) in enumerate(spans) if a <= span[0] < b), None)
    if i is None:
        return False
    a, b = spans[max(0, i - back)][0], spans[i][1]
    title = len(of.article.title) + max(text.find(of.article.title), 0) if back else 0
    return any(
        (a <= m.start < b or m.start < title) and (m.value.name == who or key(m.value) == who or who in m.value.ids)
        for m in of.mentions if m.kind in ("instrument", "organisation", "person") and isinstance(m.value, Name)
    )  # fmt: skip


def told_open(found: Sequence[Told], composer: Composer, relations: Sequence[Relation], changed: Sequence[Told], most: int, once: set[object]) -> list[Sentence]:
    """At most so many open statements; why they are open is said where the reason is another than before."""
    out: list[Sentence] = []
    before: str | None = "-"
    for t in sorted(found, key=lambda t: t.claim.quantity is None):
        if len(out) >= most or (out and t.claim.quantity is None):
            break
        if raising(t) and ("raised", composer.t.lang) in once:
            continue
        reason = t.verdict.reason
        made = raised_one(t, composer, changed, tell_why=reason != before) if raising(t) else told_one(t, composer, holder(t, relations), tell_why=reason != before)
        if made is not None and made.text not in {o.text for o in out}:
            out.append(made)
            before = reason
            if raising(t):
                once.add(("raised", composer.t.lang))
    return out


def raised_one(told: Told, composer: Composer, changed: Sequence[Told], *, tell_why: bool) -> Sentence | None:
    """Money to be raised; in Korean with what it comes to in won, where an article says so and the rates bear it out."""
    t, c = composer.t, told.claim
    metric = composer.metric(c.metric)
    if c.quantity is None or not metric:
        return None
    q = c.quantity
    high = q.high if q.high is not None else q.low
    won = next((x for x in changed if getattr(x.claim, "amount", None) == high and getattr(x.claim, "currency", "") == q.unit and x.claim.quantity is not None), None)
    parts = {"metric": metric, "amt": figure(q, t.lang, bare=True) or "", "won": ""}
    ids: tuple[str, ...] = (told.id, *told.also)
    if won is not None and won.claim.quantity is not None and t.ko:
        parts["won"] = f", 우리 돈 {figure(won.claim.quantity, t.lang, bare=True)}"
        ids = (*ids, won.id)
    elif t.ko:
        parts["amt"], parts["won"] = "", parts["amt"]
    text = t.say("open_deal", str(c), parts)
    if tell_why:
        text += " " + t.why(told.verdict.reason, str(c))
    return Sentence(text=text, lang=t.lang, role="open", claims=ids)


def told_one(told: Told, composer: Composer, held_by: str | None = None, *, tell_why: bool = True) -> Sentence | None:
    """One open statement, or nothing where this language has no words for it."""
    t, c = composer.t, told.claim
    name = t.name(c)
    said_by = c.said_by if c.said_by and (t.ko or not _HANGUL.search(c.said_by)) else None
    if name is None or (said_by is not None and said_by == name):
        return None
    key_ = kind(told, composer)
    if key_ is None:
        return None
    metric = composer.metric(c.metric, c.subject.id)
    if told.family == "forecast" and c.subject.kind == "series" and key_ != "quoted":
        key_, metric = "series", name
    parts = composer.parts(told, name) | {"M": metric, "span": ""}
    if c.metric == "stake" and held_by is not None:
        if not t.sayable(held_by):
            return None
        said_by = None
        parts |= {"S": t.called(held_by), "metric": f"{name} 지분율" if t.ko else f"stake in {name}"}
    if c.when is not None and c.when.start != c.when.end:
        parts["span"] = t.stretch(c)
    if said_by:
        parts["who"] = josa(said_by, "은는") if t.ko else said_by
    text = t.say(f"{'said' if said_by else 'open'}_{key_}", str(c), parts)
    if tell_why:
        text += " " + t.why(told.verdict.reason, str(c))
    return Sentence(text=text, lang=t.lang, role="open", claims=(told.id, *told.also))


def kind(told: Told, composer: Composer) -> str | None:
    """The kind of wording of an open statement."""
    c, q, lang = told.claim, told.claim.quantity, composer.t.lang
    if q is None or c.negated or not figure(q, lang):
        return "quoted" if q is None and told.lang == lang and len(c.quote) >= SPOKEN else None
    moving = growth(told)
    if told.family == "market_cap" and getattr(c, "change", False):
        return f"cap_{c.direction}" if c.direction in DIRECTED else None
    if moving and c.metric in PRICED:
        return None if told.family == "forecast" else c.direction
    if moving and told.family in ("forecast", "fundamentals") and c.metric in P.METRICS:
        return f"growth_{c.direction}"
    if told.family in ("change", "period_return") and c.direction in DIRECTED and c.certainty == "asserted":
        return c.direction
    if q.unit in COUNTS and told.family in TOLD_BY_METRIC:
        return None
    if told.family == "forecast" and c.metric in P.METRICS and not moving:
        return "metric" if c.metric == "target_price" else "forecast"
    if told.family in (*TOLD_BY_METRIC, "market_cap") and c.metric in P.METRICS and not moving:
        return "metric"
    return None
