"""Open statements told as open: charged to who made them, the reason why nothing settles them said once."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from wollet.brief import phrases as P
from wollet.brief.beats import DIRECTED, Told, growth
from wollet.brief.compose import Composer
from wollet.brief.figures import figure
from wollet.brief.korean import josa
from wollet.brief.latin import person
from wollet.brief.report import reports, told_report
from wollet.model.briefing import Sentence
from wollet.model.claim import Claim
from wollet.model.mention import Name
from wollet.model.quantity import Quantity
from wollet.model.story import Checked, Relation
from wollet.reference import instruments
from wollet.story.names import is_company, is_outlet, key
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
TOTALS = frozenset(("revenue", "sales", "operating_profit", "operating_income", "operating_loss", "net_income", "net_profit", "net_loss", "profit", "earnings"))
A_SHARE, MOST_A_SHARE = frozenset(("eps", "dividend_per_share", "target_price")), 10_000_000
"""Figures a share, and what none reaches in any currency: then it is a whole company's."""
LEAST = 10_000
"""A company's whole revenue or profit below this, in any currency, is a figure a share or a misreading."""
_BROKEN = re.compile(r"^\W|[()\[\]]|\d{6}")
"""A quotation that begins or ends amid something else says nothing by itself."""
_HANGUL = re.compile(r"[가-힣]")


def tellable(t: Told, of: Checked, relations: Sequence[Relation]) -> bool:
    """Whether an open statement is worth the listener's time, and surely of its subject."""
    v, c = t.verdict, t.claim
    if v.label != "undecided" or t.family in SILENT or v.reason in ("ambiguous", "hypothetical") or (v.reason == "no_data" and t.family not in KEPT):
        return False
    q = c.quantity
    who = c.subject.id or c.subject.name
    if raising(t):
        return around(t, relations) is not None
    if q is not None and (bare_sign(q) or (c.metric in TOTALS and len(q.unit) == 3 and q.unit.isupper() and max(q.low or 0, q.high or 0) < LEAST)):
        return False
    if q is not None and c.metric in A_SHARE and max(q.low or 0, q.high or 0) > MOST_A_SHARE:
        return False
    if t.family == "deal" and ((q is not None and q.unit == "shares") or c.metric == "transaction"):
        return False
    if t.family == "fundamentals" and who is not None and c.said_by is not None and c.said_by not in people_of(of) and not names_near(of, c.span, who, 0):
        return False
    if who is None or is_outlet(c.subject.name or "") or is_outlet(who) or c.subject.kind in ("group", "topic"):
        return False
    if q is not None and q.unit in ("percent", "percentage_point") and not growth(t) and c.metric not in P.RATES | {"price"} and t.family in TOLD_BY_METRIC:
        return q.unit == "percent" and c.metric.endswith(("_yoy", "_mom", "_qoq", "growth"))
    if t.family == "period_return" and (c.when is None or c.when.start == c.when.end):
        return False
    if (t.family == "share" and who.startswith("INDEX:")) or (c.metric == "stake" and (holder(t, relations) is None or q is None or q.unit != "percent")):
        return False
    if c.subject.kind == "series":
        return True
    return names_near(of, c.span, who, 0 if t.family in NEAR else 2)


def bare_sign(q: Quantity) -> bool:
    """Whether a figure only says that something is above or below nought."""
    return (q.low == 0 and q.high is None) or (q.high == 0 and q.low is None)


def people_of(of: Checked) -> frozenset[str]:
    """The persons that an article names: a broker's analyst speaks of others, a firm's figures may be its own."""
    return frozenset(m.value.name for m in of.mentions if m.kind == "person" and isinstance(m.value, Name))


def around(t: Told, relations: Sequence[Relation]) -> Relation | None:
    """The tie of the same article that money to be raised stands beside: of talks or of an investment."""
    found = [r for r in relations if r.article == t.article and r.kind in ("talks", "invests") and r.status != "done"]
    found = found or [r for r in relations if r.article == t.article and r.kind == "talks"]
    return min(found, key=lambda r: abs(r.span[0] - t.claim.span[0]), default=None)


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
    inside = [m.value for m in of.mentions if m.kind in ("instrument", "organisation") and isinstance(m.value, Name) and spans[i][0] <= m.start < spans[i][1]]
    if inside and not any(own(x, who) for x in inside) and any(is_company(key(x)) and not is_outlet(x.name) for x in inside):
        return False
    before = [m.value for m in of.mentions if m.kind in ("instrument", "organisation") and isinstance(m.value, Name) and m.start < spans[i][0] and is_company(key(m.value))]
    if back and not inside and before and not own(before[-1], who) and not is_outlet(before[-1].name):
        return False
    a, b = spans[max(0, i - back)][0], spans[i][1]
    title = len(of.article.title) + max(text.find(of.article.title), 0) if back else 0
    return any(
        (a <= m.start < b or m.start < title) and own(m.value, who)
        for m in of.mentions if m.kind in ("instrument", "organisation", "person") and isinstance(m.value, Name)
    )  # fmt: skip


def own(name: Name, who: str) -> bool:
    """Whether a name of a text stands for a player."""
    return name.name == who or key(name) == who or who in name.ids


def same_figure(t: Told) -> tuple[object, ...]:
    """A figure of one subject and metric, whatever its stretch is called: a fiscal quarter and the calendar's."""
    c, q = t.claim, t.claim.quantity
    if c.metric == "target_price" or t.family == "deal" or (t.family == "forecast" and c.subject.kind == "series"):
        return (c.subject.id or c.subject.name, c.metric, c.said_by)
    return (c.subject.id or c.subject.name, c.metric, c.direction, q.low, q.high, q.unit) if q is not None else (t.id,)


def once_each(found: Sequence[Told]) -> list[Told]:
    """Each figure once, the first one that tells it."""
    return list({same_figure(t): t for t in reversed(found)}.values())[::-1]


def told_open(found: Sequence[Told], composer: Composer, relations: Sequence[Relation], changed: Sequence[Told], most: int, once: set[object]) -> list[Sentence]:
    """At most so many open statements; why they are open is said once in a briefing for each reason."""
    out: list[Sentence] = []
    for group in reports(sorted(once_each(found), key=lambda t: t.claim.quantity is None)):
        t = group[0]
        if len(out) >= most or (out and t.claim.quantity is None):
            break
        if raising(t) and ("raised", composer.t.lang) in once:
            continue
        reason = t.verdict.reason
        why = ("why", composer.t.lang, reason) not in once
        made = report_of(group, composer, tell_why=why) if len(group) > 1 else None
        made = made or (raised_one(t, composer, changed, around(t, relations), tell_why=why) if raising(t) else told_one(t, composer, holder(t, relations), tell_why=why))
        if made is not None and made.text not in {o.text for o in out}:
            out.append(made)
            once.add(("why", composer.t.lang, reason))
            composer.t.before = t.claim.subject.id
            if raising(t):
                once.add(("raised", composer.t.lang))
    return out


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
    titled = composer.titles.get(c.said_by)
    if c.metric in TOTALS and titled is None and not of_itself(c) and c.said_by not in composer.persons:
        return None
    if t.ko:
        return josa(titled or c.said_by, "은는")
    return titled if titled else c.said_by if not _HANGUL.search(c.said_by) else f"{known} ({c.said_by})" if (known := person(c.said_by)) else None


def raised_one(told: Told, composer: Composer, changed: Sequence[Told], tie: Relation | None, *, tell_why: bool) -> Sentence | None:
    """Money to be raised, beside whom it is told of; in Korean with what it comes to in won, where the rates bear it out."""
    t, c = composer.t, told.claim
    metric = composer.metric(c.metric)
    if c.quantity is None or not metric or tie is None or not t.sayable(tie.actor):
        return None
    q = c.quantity
    high = q.high if q.high is not None else q.low
    won = next((x for x in changed if getattr(x.claim, "amount", None) == high and getattr(x.claim, "currency", "") == q.unit and x.claim.quantity is not None), None)
    parts = {"metric": metric, "amt": figure(q, t.lang, bare=True) or "", "won": "", "A": t.called(tie.actor)}
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


def told_one(told: Told, composer: Composer, held_by: str | None = None, *, tell_why: bool = True) -> Sentence | None:
    """One open statement, or nothing where this language has no words for it."""
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
    if told.family == "forecast" and c.subject.kind == "series" and key_ != "quoted":
        if growth(told):
            return None
        key_, metric = "series", name
    parts = composer.parts(told, name) | {"M": metric, "span": ""}
    if c.metric == "stake" and held_by is not None:
        if not t.sayable(held_by):
            return None
        said_by, held = None, t.name(c)
        parts |= {"S": t.called(held_by), "metric": f"{held} 지분율" if t.ko else f"stake in {held}"}
    if c.when is not None and c.when.start != c.when.end:
        parts["span"] = t.stretch(c)
    if said_by:
        parts["who"] = said_by
    voice = "said" if said_by else "own" if own_word and f"own_{key_}" in t.book else "open"
    text = t.say(f"{voice}_{key_}", str(c), parts)
    if tell_why:
        text += " " + t.why(told.verdict.reason, str(c))
    quotes = ((told.article, *told.verdict.claim.span),) if key_ == "quoted" else ()
    return Sentence(text=text, lang=t.lang, role="open", claims=(told.id, *told.also), quotes=quotes)


def kind(told: Told, composer: Composer) -> str | None:
    """The kind of wording of an open statement."""
    c, q, lang = told.claim, told.claim.quantity, composer.t.lang
    if q is None or c.negated or not figure(q, lang):
        return "quoted" if q is None and told.lang == lang and len(c.quote) >= SPOKEN and not _BROKEN.search(c.quote) else None
    moving = growth(told)
    if told.family == "market_cap" and getattr(c, "change", False):
        return f"cap_{c.direction}" if c.direction in DIRECTED else None
    if moving and c.metric in PRICED:
        return None if told.family == "forecast" else c.direction
    if moving and told.family in ("forecast", "fundamentals") and c.metric in P.METRICS:
        ahead = told.family == "forecast" or c.certainty in ("expected", "planned") or told.verdict.reason == "pending"
        return f"{'outlook' if ahead else 'growth'}_{c.direction}"
    if told.family in ("change", "period_return") and c.direction in DIRECTED and c.certainty == "asserted":
        return c.direction
    if q.unit in COUNTS and told.family in TOLD_BY_METRIC:
        return None
    if told.family == "forecast" and c.metric in P.METRICS and not moving:
        return "metric" if c.metric == "target_price" else "forecast"
    if told.family in (*TOLD_BY_METRIC, "market_cap") and c.metric in P.METRICS and not moving:
        return "metric"
    return None
