"""Whether the words around an open figure bear out what it was read as.

Nothing at hand settles an open statement, so a listener hears it on the report's word alone: it is told only where the
report's own words say so much.  What stands here is asked of the sentence, not of the claim: which figure of a company
the words name nearest, whether they speak of the whole, of now, and of a level rather than of a change.  Whatever fails is
left untold, which costs a sentence; a figure charged to a report that never told it costs the programme its name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from wollet.brief.beats import Told, growth
from wollet.model.claim import Claim
from wollet.model.mention import Name
from wollet.model.story import Checked
from wollet.reference import funds, instruments, organisations
from wollet.story.ledger import given_up
from wollet.story.sentences import sentences

NAMES = (
    ("price", r"(?<!per )(?<!a )\b(?:shares?|stocks?|trad(?:es|ed|ing)|price-to-\w+|valuation)\b|(?<!목표)주가|주식"),
    ("target", r"\bprice (?:targets?|objectives?)\b|\btargets?\b|목표(?:주)?가"),
    ("dividend", r"\bdividends?\b|배당"),
    ("loss", r"\b(?:loss(?:es)?|lost)\b|손실|적자"),
    ("profit", r"\b(?:profits?|earnings|earn(?:s|ed|ing)?|EPS|incomes?|EBITDA?)\b|이익|순익|영업익|흑자|수익|\bNIM\b"),
    ("revenue", r"\b(?:revenues?|sales)\b|매출"),
    ("margin", r"\bmargins?\b|이익률|마진"),
    ("units", r"\b(?:units?|shipments?|deliver\w+|vehicles|cars)\b|판매량|출하|인도"),
)  # fmt: skip
"""What companies' figures are called: the name that stands nearest says of which one the figure is."""
_NAMED = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in NAMES)
CLASSES = {
    "revenue": "revenue", "sales": "revenue", "operating_profit": "profit", "operating_income": "profit", "net_income": "profit", "net_profit": "profit",
    "profit": "profit", "earnings": "profit", "income": "profit", "gross_profit": "profit", "eps": "profit", "operating_loss": "loss", "net_loss": "loss",
    "margin": "margin", "operating_margin": "margin", "gross_margin": "margin", "dividend": "dividend", "dividend_per_share": "dividend",
    "units": "units", "deliveries": "units", "shipments": "units", "target_price": "target",
}  # fmt: skip
WHOLE = frozenset(("revenue", "sales", "operating_profit", "operating_income", "net_income", "net_profit", "profit", "earnings", "income", "units", "shipments", "margin", "operating_margin", "gross_margin"))
"""Metrics that a company has as a whole and each of its parts as well."""
_FOLLOWS = re.compile(
    r"\s?(?:\([^()]*\)\s?)?(?:의\s)?(?:(?:in|of|year-over-year|year-on-year|on-year|annual|quarterly|jump|rise|increase|growth|gain|decline|drop|fall|decrease|net|total|adjusted|operating|pre-tax|연결|당기|분기|연간)\s)*(?P<name>[^\W\d_]+)",
    re.IGNORECASE,
)
"""A figure told before its name: "$4.19 billion in revenue", "257억 달러의 매출"."""
_JOINED = re.compile(r"[가-힣]{0,2}?(?:과|와|·|,|및)?\s?(?:and\s|및\s)?(?:주당\s?|당기|영업)?")
"""What joins two names of one list."""
_PART = re.compile(
    r"\b(?:businesse?s?|divisions?|segments?|units?|(?-i:arm)|subsidiar\w+|category|cloud|wealth management|there|overseas|accounted for|unit’s)\b|"
    r"\b(?:revenues?|sales|shipments|profits?)\s(?:at|from|in)\s(?!(?:the\s)?(?:(?:first|second|third|fourth|last|latest|same|fiscal|full|holiday|year|quarter|period|three|six|nine|twelve|month)\b|Q\d|FY|\d|January|February|March|April|May|June|July|August|September|October|November|December))\w|"
    r"(?<!분기 )(?<!기준 )누적|\bcumulative|사업부|부문|사업(?!보고)|법인|자회사|계열사|본부|점포|콘텐츠|(?:해당|미국|중국|일본|유럽|해외|국내|북미|아시아|지역|온라인|별도)\s?(?:매출|판매|출하)",
    re.IGNORECASE,
)
"""Says that a figure is of a part of the company."""
_PLAIN = re.compile(
    r"(?:^|[\s(“\"-])(?:its|their|the|a|an|of|in|on|and|or|for|with|that|as|to|by|net|total|overall|quarterly|annual|full-year|quarter|year|consolidated|adjusted|operating|gross|pre-tax|reported?|reports|reporting|posted|posts|posting|"
    r"generated?|generating|delivered|booked|logged|saw|sees|had|made|grew|growing|top-line|year-on-year|year-over-year|quarter’s|months|combined|record|all|on-year|said|expects?|expected|forecast|guided?|sees?|boosted?|raised?|diluted|GAAP|earned|adj|non-GAAP|where|while|whose|when|company|firm|bank|group|maker|giant|retailer)$|[’']s?$|^$|[,:;—–-]$|\d%?$|\bQ\d$",
    re.IGNORECASE,
)  # fmt: skip
"""What may stand before "revenue" where it is the whole company's."""
_WHOSE = re.compile(r"\b(?P<owner>[A-Z][\w&]+)(?:[’']s|s[’'])(?:\s(?:net|total|overall|quarterly|annual|consolidated|adjusted|operating|gross))*$")
_HEAD = re.compile(r"\b(?P<name>revenues?|sales|profits?|earnings|incomes?|shipments?|margins?)\b", re.IGNORECASE)
_BEAT = re.compile(
    r"\b(?:versus|vs\.?|compared (?:with|to)|beat(?:s|ing|en)?|miss(?:es|ed|ing)?|topp(?:ed|ing)|tops|exceed\w*|surpass\w*|(?:above|below|ahead of|short of|higher than|lower than|more than|less than|better than) (?:the |a |an |analysts|Wall|consensus|their)|analysts (?:surveyed|polled)|had (?:expected|forecast|projected|called|anticipated|estimated|been)|came in|outperform\w*)|"
    r"보다\s?(?:많|높|낮|적|크|작)|상회|하회|웃돌|웃도|밑돌|밑도|부합|예상치(?:였|인)|기대치(?:였|인|\s?평균)|에 그쳤|어닝\s?(?:쇼크|서프라이즈)",
    re.IGNORECASE,
)
"""A figure that was expected of what is out by now."""
_GUIDED = re.compile(r"\b(?:guid\w+|outlook|forecasted|sees its)\b|가이던스|목표치|제시", re.IGNORECASE)
"""What a company itself expects stays to come, whatever analysts had hoped for."""
_THOUGHT = re.compile(r"\b(?:analysts?|consensus|estimates?|economists?|(?:is|are|was|were) (?:seen|expected|projected|forecast|estimated))\b[^.]*$|(?:예상치|전망치|기대치|컨센서스|추정치|예상)[^.]{0,14}$", re.IGNORECASE)
_THOUGHT_AFTER = re.compile(r"[^,;]{0,44}\b(?:analysts|estimated?|estimates|consensus|expected|projected|forecast)\b|\s?(?:을|를)?\s?(?:예상|전망|추정)", re.IGNORECASE)
"""Says that a figure told as reported is what somebody thinks."""
_OLD = re.compile(r"(?:\bfrom|\bprevious(?:ly)?(?: \w+)? (?:of|at)|\bcompared (?:with|to)|\bversus|\bvs\.?|기존|종전|당초|앞서)\s(?:no (?:less|more) than\s|a range of\s|about\s|around\s|a\s|the\s|just\s|around\s)?$", re.IGNORECASE)
_OLD_AFTER = re.compile(r"\s?(?:에서(?=\s?\S{0,14}(?:으로|로))|→|->|⟶|previously)", re.IGNORECASE)
_BY = re.compile(r"(?:\bby\s|\b(?:increase|decrease|rise|rate|gain|drop|hike|cut),?\s(?:of|or)\s)(?:about\s|nearly\s|roughly\s|around\s|an?\s|almost\s)?$", re.IGNORECASE)
"""By how much, not to what."""
_CHANCE = re.compile(r"확률|가능성|\b(?:probabilit\w+|chances?|odds)\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s(?:at least\s|about\s|nearly\s|around\s|almost\s|just\s)?$", re.IGNORECASE)
_MOVES = re.compile(r"\s?(?:넘게\s|가량\s|정도\s)?(?:상승|하락|오르|내리|오른|내린|급등|급락)|\s(?:higher|lower|up|down)\b")
_GROWS = re.compile(r"\s?[이가]?\s?(?:늘|줄|증가|감소)")
"""Behind an amount of money: by so much something grew."""
_QUARTER_BEFORE = re.compile(r"[^.;]{0,44}\b(?:over|from|than) the (?:previous|prior|preceding) quarter|\s?[^.,]{0,6}(?:직전|전)\s?분기\s?(?:대비|보다)", re.IGNORECASE)
_OUT_OF = re.compile(r"\s?(?:원|달러)?\s?(?:중(?=\s)|가운데)|\s?(?:규모의?\s)?(?:증거금)")
_DEPOSITS = re.compile(r"증거금|\bdeposits\b|\borders\b")
_TOGETHER = re.compile(r"\b(?:combined|together|collectively|in total)\b|합산|합계|합쳐|모두\s?합", re.IGNORECASE)
_VALUE_GOES = re.compile(r"\b(?:eliminat\w*|eras\w+|wip\w+|los[et]\w*|lost|add(?:s|ed|ing)?|gain\w*|shed\w*|shav\w+|worth of)\b|증발|사라|날아|불어|늘어|줄어", re.IGNORECASE)
_HANGUL = re.compile(r"[가-힣]")
_OF_GDP = re.compile(r"\s?of (?:GDP|gross)|\s?(?:of|의)\s(?:\w+\s)?(?:revenue|sales|매출)", re.IGNORECASE)
MOST_A_MONTH = 2
"""Percent: no large economy's prices move so much in a month."""
PRICES_A_MONTH = frozenset(("cpi_mom", "core_cpi_mom", "ppi_mom", "pce_mom", "core_pce_mom"))
MONTH = 31
PUBLIC = frozenset(("regulator", "central bank", "government", "agency", "statistics", "exchange", "international", "association", "ratings", "outlet"))
"""Bodies that have no revenue to report, whatever a sentence of theirs tells."""
COUNTING = PUBLIC | {"data", "research"}
"""Bodies that gather others' figures: what they tell of a company is its report."""


def doubtful(t: Told, of: Checked) -> bool:
    """Whether an open statement's own sentence leaves it in doubt: then it is not told."""
    c, q, text = t.claim, t.claim.quantity, of.article.text
    a, b = sentence_at(text, t.verdict.claim.span)
    start, stop = t.verdict.claim.span
    before, after = text[a:start], text[stop:b]
    if no_such_thing(t) or given_up(c, text) or _OLD.search(before) or (_OLD_AFTER.match(after) and c.metric != "stake"):
        return True
    if t.family in ("fundamentals", "forecast") and c.metric in CLASSES and CLASSES[c.metric] not in named(before, after, behind=not growth(t)):
        return True
    if t.family in ("fundamentals", "forecast") and c.metric in WHOLE and of_a_part(text, a, start, stop, b, names_of(c, of)):
        return True
    if c.metric in CLASSES and not growth(t) and _BY.search(before):
        return True
    if q is not None and q.unit != "percent" and _GROWS.match(after) and not getattr(c, "change", False):
        return True
    if t.family == "forecast":
        return past_consensus(before, after) or bool(_OF_GDP.match(after)) or bool(_CHANCE.search(clause(before) + after[:24])) or (c.metric in ("price", "fx_rate", "index_level") and _MOVES.match(after) is not None)
    if t.family == "fundamentals":
        guided = _GUIDED.search(before)
        if guided is not None and guided[0] != "제시":
            return True
        if growth(t) and getattr(c, "base", None) != "qoq" and _QUARTER_BEFORE.match(after):
            return True
        moved = growth(t) and (_TO.search(before) is not None or _THOUGHT_AFTER.match(after) is not None)
        return moved or bool(_THOUGHT.search(clause(before))) or (q is not None and q.unit == "percent" and _OF_GDP.match(after) is not None)
    if t.family == "market_cap":
        changing = getattr(c, "change", False)
        if changing and not any(w in names_of(c, of) for w in re.findall(r"[a-z0-9&]+|[가-힣]+", before.lower())) and not _HANGUL.search(before):
            return True
        return bool(_TOGETHER.search(clause(before))) or (not changing and _VALUE_GOES.search(clause(before) + after[:24]) is not None)
    if t.family == "deal":
        return bool(_OUT_OF.match(after)) or (c.metric == "offering" and _DEPOSITS.search(before[-24:] + after[:16]) is not None)
    return t.family == "share" and _BY.search(before) is not None


def no_such_thing(t: Told) -> bool:
    """Whether a subject cannot have such a figure: a regulator revenue, a fund profits, a currency an offering price, a
    share a price in points, a month an operating margin."""
    c, q = t.claim, t.claim.quantity
    held = instruments.get(c.subject.id) if c.subject.id is not None else None
    body = organisations.body(c.subject.name) if c.subject.id is None and c.subject.name else None
    company = t.family in ("fundamentals", "market_cap", "deal", "share") or (t.family == "forecast" and c.metric in CLASSES)
    if company and ((body is not None and body.kind in PUBLIC) or (held is not None and held.kind == "fund") or (c.subject.name and funds.listed(c.subject.name))):
        return True
    if q is not None and c.metric in PRICES_A_MONTH and (q.low or q.high or 0) >= MOST_A_MONTH:
        return True
    if t.family == "forecast" and c.metric == "price" and held is not None and q is not None:
        return held.kind in ("fx", "rate") or (q.unit == "percent" and c.direction is None) or (held.kind == "stock" and (q.unit in ("points", "percent") or (q.low or q.high or 0) > 10**7))
    if t.family == "period_return" and getattr(c, "anchor", None) and held is not None and held.kind not in ("stock", "index", "fund"):
        return True
    short = c.when is not None and (c.when.end - c.when.start).days <= MONTH and c.when.start != c.when.end
    return t.family in ("fundamentals", "forecast") and short and c.subject.id is not None and CLASSES.get(c.metric) in ("profit", "loss", "margin")


def sentence_at(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence that a statement begins in."""
    spans = sentences(text)
    return spans[max(0, bisect_right([a for a, _ in spans], span[0]) - 1)] if spans else (0, len(text))


def clause(before: str) -> str:
    """What stands before a figure since the last comma of its sentence."""
    return re.split(r"[,;:](?=\s)", before)[-1]


def named(before: str, after: str, *, behind: bool = True) -> frozenset[str]:
    """Which figures of a company the words next to a figure name: the one right behind it ("in revenue"), else the
    nearest one before and those joined to it ("매출과 영업이익은"), else the first one `behind`."""
    follows = _FOLLOWS.match(after)
    if follows is not None:
        told = next((name for name, words in _NAMED if words.match(follows["name"])), None)
        if told is not None:
            return frozenset((told,))
    if _NAMED[1][1].search(before):
        return frozenset(("target",)) | frozenset(name for name, words in _NAMED[2:] if words.search(clause(before)))
    found = sorted(((m.start(), m.end(), name) for name, words in _NAMED for m in words.finditer(before)), reverse=True)
    out = {found[0][2]} if found else set()
    for (start, _, _), (_, end, name) in pairwise(found):
        if not _JOINED.fullmatch(before, end, start):
            break
        out.add(name)
    if not out and behind:
        later = [(m.start(), name) for name, words in _NAMED for m in words.finditer(after)]
        out = {min(later)[1]} if later else set()
    return frozenset(out)


def names_of(c: Claim, of: Checked) -> frozenset[str]:
    """The words of a subject's names, as the reference and the article spell them, small."""
    held = instruments.get(c.subject.id) if c.subject.id is not None else None
    spelled = [of.article.text[m.start : m.end] for m in of.mentions if isinstance(m.value, Name) and c.subject.id is not None and c.subject.id in m.value.ids]
    told = [*spelled, c.subject.name or "", c.subject.symbol or "", *((held.name_en,) if held is not None else ())]
    return frozenset(w for name in told for w in re.findall(r"[a-z0-9&]+", name.lower()))


def of_a_part(text: str, a: int, start: int, stop: int, b: int, own: frozenset[str]) -> bool:
    """Whether the words may speak of a division, a product or a region, or of another company."""
    before, near = text[a:start], clause(text[a:start])
    if _PART.search(near) or _PART.match(text[stop:b].lstrip()):
        return True
    heads = list(_HEAD.finditer(before))
    head = heads[-1] if heads else _HEAD.search(text, stop, b)
    if head is None:
        return False
    ahead = before[: head.start()] if heads else text[stop : head.start()]
    if heads and not ahead.strip():
        earlier = sentence_at(text, (max(0, a - 2), a))
        return _PART.search(text[earlier[0] : earlier[1]]) is not None
    whose = _WHOSE.search(ahead.rstrip())
    return _PLAIN.search(ahead.rstrip()) is None or (whose is not None and whose["owner"].lower() not in own)


def past_consensus(before: str, after: str) -> bool:
    """Whether a forecast is what had been expected of a figure that is out."""
    return not _GUIDED.search(before) and (_BEAT.search(before) is not None or _BEAT.search(after) is not None)


def tells_itself(c: Claim) -> bool:
    """Whether whoever is named as the speaker only gathers others' figures."""
    body = organisations.body(c.said_by) if c.said_by else None
    return body is not None and body.kind in COUNTING
