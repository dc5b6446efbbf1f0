"""English figures that no word of what is measured stands near: sums paid or lost, plans, growth of a part of a business.

What was done with a sum tells its family: it is paid, lent or raised (a deal), meant to be spent or foreseen (a
forecast), or only counted (another fact).  They are read last, so that every family with a word of its own comes first.
"""

from __future__ import annotations

from decimal import Decimal

from wollet.claim import bonds
from wollet.claim.facts import Fact
from wollet.claim.frames import Frame, Frames
from wollet.claim.roles import role
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

FAR = 84
"""How far the word counts as standing that no word is: every family with one of its own is surer."""
LARGE = 1_000_000
MANY = 100
PER = re.compile(r"\s(?:an?|per)\s(?:month|year|week|day|gallon|barrel|ton|tonne|pound|ounce|bushel|unit|vehicle|car|kilogram|hour|person|household|user|seat|night|ticket|MMBtu|megawatt[- ]hour)\b")
STARTS = re.compile(r"\b(?:starts?|starting|priced|sells? for|retails? (?:for|at))\s(?:at\s|around\s|about\s|from\s|near\s)?$")
"""Before what a thing to be bought costs."""
FEE = re.compile(r"\b(?:fees?|subscriptions?|membership|fares?|tolls?|tickets?|rents?|plan)\b[^.;$]{0,40}\b(?:to|at|of|from|costs?|is|was)\s(?:about\s|just\s)?$")
OFFER = re.compile(r"\b(?:bids?|(?:buyout|takeover|cash|tender|its|their|the)\soffer|proposal)\b[^.;$]{0,50}\b(?:to|of|at|for|from)\s(?:about\s)?$|\b(?:offered|offering|bid)\s(?:about\s)?$|\bvalu(?:es?|ed|ing)\s[^.;$]{2,40}\sat\s(?:about\s)?$")
"""Before what is offered for each share."""
SUM_PUT = re.compile(r"\s(?:worth\sof|invested\sin|in\sshares|investment)\b")
"""Behind a sum of an example: "$1,000 worth of shares"."""
DEALT = Anchored(
    r"\b(?:buy(?:s|ing)?|bought|purchas\w+|acqui\w+|sell(?:s|ing)?|sold|sale|unload\w*|pay(?:s|ing|out)?|paid|raise[sd]?|raising|invest(?:s|ed|ing)?|lend(?:s|ing)?|lent|loan(?:ed|s)?|borrow\w*|funding|financ(?:ed|ing)|contract|orders?|agreement|deal|bids?|offer(?:s|ed|ing)?|valu(?:es|ed|ing)|stake|award\w*|grant\w*|subsid\w+|IPO|inject\w*|commit(?:s|ted|ting)?|provide[ds]?)\b"
)
FINED = Anchored(r"\b(?:fine[ds]?|penalt\w+|settle\w*|charge[ds]?|damages|disgorge\w*|hand over|forfeit\w*|refund\w*|rebates?|subscription|price[ds]?|sav(?:e|ed|ing|ings)|cost(?:s|ing)?|tax(?:es)?|tariffs?)\b")
"""Sums that change hands for no purchase."""
AHEAD = Anchored(
    r"\b(?:will|would|could|may|might|plans?|planned|planning|expects?|expected|intends?|is set to|are set to|aims?|seeks?|projected|projects|forecasts?|forecast|estimates?|needs?|needed|by 20\d\d|over the (?:next|coming)|likely|potential(?:ly)?|sees?|predicts?|should|guidance|outlook|additional|plan)\b"
)
MANAGED = re.compile(r"\b(?:manag(?:es|ed|ing)|oversee(?:s|ing)?|oversaw|with)\s(?:about\s|more than\s|some\s|over\s|nearly\s)?$")
"""Before what a house looks after."""
CAME = re.compile(r"\b(?:c[ao]m(?:e|ing) in at|c[ao]me to|total(?:ed|led|ing)|amount(?:ed|ing) to)\s(?:about\s|just\s|nearly\s|roughly\s)?$")
"""Before a reported sum whose name stands earlier."""
TO_COME = re.compile(r"(?:\s[\w-]+){0,4}?\s(?:(?:is|are) (?:needed|planned|expected|due|to be)|plans?\b|by 20\d\d|over the (?:next|coming)|will\b|would\b|in the coming|(?:this|next) (?:decade|year))")
"""Behind a sum that is still to be spent."""
CHARGE = re.compile(r"\s(?:[\w-]+\s){0,2}?charges?\b")
GUIDED = re.compile(r"\b(?:guidance|outlook|forecasts?)\s(?:[\w-]+\s){0,4}$")
OFFERED = re.compile(r"\b(?:IPO|offering|sale|deal|round)\b")
SPENT = Anchored(r"\b(?:spend\w*|spent|outlays?|capital (?:spending|expenditure)\w*|capex|invest(?:s|ing|ment)?|build\w*|expan\w+|budget\w*|need(?:s|ed)?)\b")
GREW = re.compile(r"\b(?P<verb>grew|grow(?:s|n|ing)?|rose|ris(?:e|es|en|ing)|increas\w+|f[ae]ll(?:s|en|ing)?|declin\w+|dropp\w+|climb\w+|jump\w+|expand\w*|shrank|shr[iu]nk\w*|slipp\w+|surg\w+|contract(?:ed|ing)?|(?:was|were)\s(?:up|down))\s(?:by\s)?(?:about\s|nearly\s|as much as\s|a\s|more than\s|at\s)?$", re.IGNORECASE)
BUSINESS = re.compile(
    r"\b(?:business(?:es)?|unit|division|segment|sales|revenues?|profits?|income|cash|assets|loans|deposits|orders|bookings|demand|traffic|value|customers|users|subscribers|premiums|volumes?|output|production|spending|costs?|expenses|headcount|backlog|advertising|cloud|purchases|usage)\b",
    re.IGNORECASE,
)
OF_ITS = re.compile(r"\s(?:of|in)\s(?:its|their|the\s(?:company|firm|group|chain|bank|retailer)['’]s)\s[a-z]")
"""Behind a percentage: what it is a part of."""
YEAR_AGO = re.compile(r"\s(?:more|fewer|less|higher|lower)\s(?:than\s)?(?:a\syear\s(?:ago|earlier|before)|in\sthe\s(?:year-ago|same)\s(?:period|quarter)|the\s(?:prior|previous)\s(?:year|quarter))")
AIMED = re.compile(r"\b(?:targets?|targeted|targeting|aims? (?:for|at)|goal of|pledged)\b[^.;]{0,40}$")
"""Before a percentage that is to be reached."""
TRADED = Anchored(r"\b(?:shares|stocks?|index|trading|session|futures|yields?|yen|dollar|euro|yuan|pound|rates?)\b")
THINGS = re.compile(r"\b(?:analysts|economists|respondents|sites|parts|units|people|homes|households|businesses|tons|tonnes|jobs|branches|outlets|restaurants|locations|employees|workers|aircraft|jets|planes|railcars|cars|trucks|megawatts|gigawatts|acres|patients|strikes|flights|rooms|countries|investors|clients|merchants|sellers|wells|rigs|ships|tankers|cargoes|attacks|arrests|claims|stores|shops|plants|projects|patents|servers|chips|GPUs)$")
THING_NEXT = re.compile(r"\s(?:[a-z][\w-]*\s){0,2}?(?:people|homes|households|businesses|tons|tonnes|acres|employees|workers|staffers|units|branches|stores|restaurants|locations|aircraft|jets|cars|vehicles|megawatts|customers|clients|patients|barrels|bitcoins?|tokens|coins|engineers|drivers|merchants|investors|holders)\b")
TOP = re.compile(r"\b(?:[Tt]op|S&P|[Bb]ig|[Cc]ovid)[\s-]$")


def fact(frames: Frames, frame: Frame) -> Fact | None:
    """What a figure without a word of its own is, or None where nothing tells."""
    q = frame.quantity
    if frames.lang != "en" or q is None or frame.place == "caption" or frame.kind in ("duration", "rank", "ordinal") or role(frames, frame) is not None or frame.index in bonds.owned(frames):
        return None
    size = max(abs(q.low or Decimal(0)), abs(q.high or Decimal(0)))
    unit = frame.unit
    if len(unit) >= 3 and unit[:3].isupper():
        return _sum(frames, frame) if size >= LARGE else _price(frames, frame)
    if unit == "percent":
        return _growth(frames, frame)
    if unit == "" and THING_NEXT.match(frames.text, frame.end):
        unit = "count"
    if unit == "count" and frame.kind in ("count", "number") and any(c.isdigit() for c in frame.quote) and not TOP.search(frames.text, max(0, frame.start - 6), frame.start):
        if size >= MANY or (size >= 10 and (THINGS.search(frame.quote) or frame.unit == "")):
            return Fact("other", "count", None, False, FAR)
    return None


def _sum(frames: Frames, frame: Frame) -> Fact | None:
    """A large sum, by what is done with it."""
    text, s = frames.text, frame.sentence
    if SUM_PUT.match(text, frame.end):
        return None
    lo, hi = max(s.start, frame.start - 100), min(s.end, frame.end + 60)
    if not any(c.isdigit() for c in frame.quote):
        return None
    if CHARGE.match(text, frame.end):
        return Fact("fundamentals", "charge", None, False, FAR)
    if GUIDED.search(text, max(s.start, frame.start - 44), frame.start):
        return Fact("forecast", "outlook", None, True, FAR)
    ahead = _ahead(frames, frame)
    if MANAGED.search(text, max(s.start, frame.start - 30), frame.start):
        return Fact("other", "amount", None, False, FAR)
    if CAME.search(text, max(s.start, frame.start - 40), frame.start) and not OFFERED.search(text, lo, frame.start) and frames.facts_of(s).cues:
        return Fact("fundamentals", "results", None, False, FAR)
    if FINED.search(text, max(s.start, frame.start - 40), min(s.end, frame.end + 30)):
        return Fact("other", "amount", None, False, FAR)
    if ahead and SPENT.search(text, lo, hi):
        return Fact("forecast", "spending", None, True, FAR)
    if DEALT.search(text, lo, hi):
        return Fact("deal", "transaction", None, False, FAR)
    return Fact("forecast", "outlook", None, True, FAR) if ahead else Fact("other", "amount", None, False, FAR)


def _price(frames: Frames, frame: Frame) -> Fact | None:
    """What a thing costs by the piece or by the month."""
    if "/" in frame.unit and not frame.unit.endswith("/share"):
        return Fact("other", "price_tag", None, False, FAR) if frame.subject is None or not frame.subject.name.ids or not frame.subject.name.ids[0].startswith("COMDTY:") else None
    if OFFER.search(frames.text, max(frame.sentence.start, frame.start - 60), frame.start):
        return Fact("deal", "offer_price", None, False, FAR)
    if FEE.search(frames.text, max(frame.sentence.start, frame.start - 60), frame.start):
        return Fact("other", "price_tag", None, False, FAR)
    if STARTS.search(frames.text, max(frame.sentence.start, frame.start - 24), frame.start):
        return Fact("forecast", "price_tag", None, True, FAR) if _ahead(frames, frame) else Fact("other", "price_tag", None, False, FAR)
    return Fact("other", "price_tag", None, False, FAR) if PER.match(frames.text, frame.end) else None


def _growth(frames: Frames, frame: Frame) -> Fact | None:
    """By how much a part of a business grew, or is expected to."""
    text, a = frames.text, frame.clause[0]
    if OF_ITS.match(text, frame.end):
        return Fact("forecast", "outlook", None, True, FAR) if AIMED.search(text, max(a, frame.start - 30), frame.start) else Fact("other", "part", None, False, FAR)
    if YEAR_AGO.match(text, frame.end):
        return Fact("fundamentals", "growth", None, False, FAR)
    if AIMED.search(text, max(frame.sentence.start, frame.start - 60), frame.start):
        return Fact("forecast", "outlook", None, True, FAR)
    m = GREW.search(text, max(a, frame.start - 50), frame.start)
    if m is None or TRADED.search(text, a, frame.start) or BUSINESS.search(text, max(a, m.start() - 34, text.rfind(",", a, m.start())), m.start()) is None:
        return None
    return Fact("forecast", "growth", None, True, FAR) if _ahead(frames, frame) else Fact("fundamentals", "growth", None, False, FAR)


def _ahead(frames: Frames, frame: Frame) -> bool:
    """Whether the words before a figure speak of what is to come."""
    text, s = frames.text, frame.sentence
    return AHEAD.search(text, max(s.start, frame.start - 90), frame.start) is not None or TO_COME.match(text, frame.end, s.end) is not None
