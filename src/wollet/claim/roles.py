"""Whether a number beside a priced subject tells a move over one session, a move over longer, or a level."""

from __future__ import annotations

from typing import Literal

import msgspec

from wollet.claim import horizons, told_on
from wollet.claim.cues import EN_DOWN, EN_UP, MOVE
from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import sort_of
from wollet.claim.stretches import Horizon
from wollet.claim.subjects import Candidate
from wollet.claim.topics import POLICY_RATES
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored

Kind = Literal["change", "period_return", "level"]
MONEY = re.compile(r"[A-Z]{3}(?:/[a-z]+)?$")
KO_MOVE_NEXT = re.compile(
    r"\s?(?:\([^()]{1,24}\))?\s?(?:씩|가량|정도|이나|나|이상|넘게|가까이|안팎|대|대의|의|로|으로|까지)?\s?(?:더|가장\s?(?:많이|크게)|급)?\s?(?:" + MOVE["ko"].pattern + ")"
)
KO_LEVEL_NEXT = re.compile(
    r"\s?(?:선|대|대로|대에|수준|부근|초반|중반|후반)?\s?(?:에서|에|으로|로|까지|를|을|였다|이다|이었다|이며|인|대비|보다|,|\)|\s)\s?"
)
KO_TO = re.compile(r"\s?(?:선|대|수준|부근|초반대?|중반대?|후반대?)?\s?(?:에서|에|으로|로|까지)(?![가-힣])")
KO_STATE = re.compile(r"\s?(?:선|대|수준|부근)?\s?(?:를|을|이|가)?\s?(?:됐|되었|기록|나타내|가리키|유지|형성|찍|터치|상회|하회)|\s?(?:였|이었|이다|이며|으로|\.|$)")
EN_TO = Anchored(
    r"(?:\bto|\bat|\bnear|\baround|\babove|\bbelow|\bof|\bhit|\breach(?:ed|ing)|\btouch(?:ed|ing)|\bcrossed|\bpast|\bnear(?:ed|ing|s)|\bapproach(?:ed|ing|es)|\bfrom|\bwas|\bis|\bstood at|:)\s(?:just\s|about\s|around\s|nearly\s|roughly\s|as (?:high|low|much) as\s|a\s|an\s|the\s)?(?:record\s|(?:fresh |new )?(?:high|low)\sof\s)?$",
    re.IGNORECASE,
)
EN_MOVE_JUST = Anchored(r"(?:" + MOVE["en"].pattern + r")(?:\s(?:by|as much as|about|around|another|a further|an additional|nearly|roughly|more than|less than|at least))?\s?(?:[$€£¥]|a\s)?$", re.IGNORECASE)
EN_MOVE_NEXT = re.compile(r"[- ]?(?:percent(?:age)?)?(?:[- ]points?)?[- ](?:[a-z-]+\s){0,1}?(?:" + MOVE["en"].pattern + ")", re.IGNORECASE)
FOREIGN = frozenset(("fundamentals", "macro", "share", "deal", "forecast", "other", "market_cap", "flow", "breadth"))
EN_TALLY = re.compile(r"(?:loss(?:es)?|gains?)\b", re.IGNORECASE)
"""Words that of a price mean its move."""
EN_AWAY = re.compile(r"\s(?:below|above|off|from|under|shy of|short of|away from)\s(?:its|their|the|a|an)?\s?(?:[\w'’.-]+\s){0,3}?(?:prices?|high|highs|low|lows|peak|levels?|trough|record)\b(?:\sclos(?:e|ing\s\w+)\b)?", re.IGNORECASE)
KO_WIDTH = re.compile(r"(?:폭|률|분)(?:은|이|도|만)?\s?(?:약\s?)?$")
KO_RANGE = re.compile(r"(?:(?:변동|등락|진동)폭|진폭|격차|차이)(?:은|이|가|는|도|만)?\s?(?:약\s?)?$")
"""Before points: how far apart two prices lay, which is neither's move."""
PRICEY = re.compile(
    r"주가|종가|시가|거래|마감|주당|공모가|한주당|신고가|신저가|까지\s?(?:오|올|밀|내|떨|치)|\b(?:shares?|stock|traded|trading|closed?|high|low|unchanged|offered|priced|apiece)\b|\b(?:end|finish|settl)(?:ed|ing|es|s)\s(?:up\s)?(?:[a-z]+\s){0,2}(?:[A-Z][a-z]+\.?\s(?:\d{1,2}\s)?)?at\s[$€£¥]|[+-]\d",
    re.IGNORECASE,
)
FOLLOWED = re.compile(
    r"[을를]?\s(?:추가로?\s)?(?:매입|인수|취득|매각|처분|출자|출연)(?:했|하|한|해)|"
    r"\s?(?:의\s)?(?:[가-힣]{1,4}\s?)?(?:관세|지분|점유율|비중|세율|할인율|이자|금리)|\s(?:of(?!\s(?:(?:its|their|the)\s(?:[\w-]+\s){0,2})?(?:value|worth|capitali[sz]ation)\b)|stake|tariffs?|duty|duties|interest|tax|discount|owned|share of|chance|probability|worth|(?:Fibonacci )?retracement)\b",
    re.IGNORECASE,
)
AFTER_MOVE = {
    "ko": re.compile(r"(?:른|린|한|진|뛴|친|락한|등한|올라|내려|떨어져|뛰어|[승락]해)\s(?:배럴당\s|주당\s|온스당\s)?$"),
    "en": re.compile(r"(?:percent|per cent|pc|%|points?)\)?,?\s(?:to|at)\s$|\b(?:" + EN_UP + "|" + EN_DOWN + r")\s(?:back\s|sharply\s)?to\s(?:just\s|about\s|around\s)?$", re.IGNORECASE),
}
KO_APART = re.compile(r"\s?(?:이상|정도|가량|넘게)?\s?(?:더\s)?(?:높|낮|비싸|비싼|싼|싸)")
KO_CLOSED = re.compile(r"\s?\([^)]{1,20}\)\s?(?:에|로|으로|까지)(?![가-힣])|\s?\([+\-−▲▼△▽]\s?[\d.]+%\)\s?(?:,|·|/|[와과]\s)")
KO_STANDS = re.compile(r"높은|낮은|비싸|웃돌|밑돌|성장")
COMPARED = re.compile(r"=\s?$")
KO_OFF = re.compile(r"(?P<base>[가-힣A-Za-z0-9]+)\s?대비\s?(?:약\s?)?$")
KO_PRICE_BASE = re.compile(r"(?:[간일장주월년달해초말가점기때전후날]|시점|수준|시세|지수|[피닥]|시장|환율|달러|[원엔]|종목|업종|평균|상승분|하락분|[A-Z]{3,}|\d)$")
"""What a price's move can be set against; a move against anything else ("표준 대비 +46%") is no price's."""
ARROW = re.compile(r"\s?[▲▼△▽]\s?\d")
"""Behind a level: what it moved by comes next, with its own sign."""
EN_SPREAD = re.compile(r"\bfrom (?:about |as (?:little|low) as )?[\d.]+ ?(?:percent|%|pc)? to (?:as (?:much|high) as )?$|\bnegative $", re.IGNORECASE)
"""Before the far end of a spread over several things, or a state below zero: neither is the move of one price."""
KO_YEAR_BACK = re.compile(r"1년\s?전(?:보다|과|에|\s?대비)")
KO_SHARE_PRICE = re.compile(r"주가|주식|종가|지수[가는]")
KO_HOPED = re.compile(r"\s?(?:선|대|고지)?\s?(?:진입|돌파|시대|달성|회복|안착)[가-힣\s]{0,8}(?:기대|전망|가능|예상|관측)|\s?(?:짜리|주식|종목)")
"""Behind a level that is hoped for, or one that only sorts things."""
KO_NEARLY = re.compile(
    r"\s?(?:선|대|고지)?(?:의|을|를)?\s?(?:진입|돌파|달성|회복|안착|탈환|등정|복귀|재진입)?(?:을|를|에|도)?\s?(?:눈앞|목전|임박|초읽기|앞[두둔]|시도|도전|노[려리린]|실패|코앞|근접|바짝|다가[서섰선])"
)
"""Behind a level that is not reached yet: where the price stands is near it."""
KO_HOUSE = re.compile(r"(?:증권|자산운용)$")
KO_TARGETS = re.compile(r"목표\s?(?:주)?가")
"""A house that sets targets: no price in its sentence is its own share's."""
KO_LEFT = re.compile(r"대?에서\s[\d만천백,.]+\s?(?:원|달러|센트|엔|유로|위안)대?(?:으로|로|까지)\s")
KO_CAME = re.compile(r"[\d만천백,.]+\s?(?:원|달러|센트|엔|유로|위안)대?에서\s$")
KO_PEAK = re.compile(r"(?:[고저]점|최고가|최저가|신고가|신저가)\s?\($")
"""Around the two prices of a move told from one to the other, and before an old extreme in brackets."""
KO_OF_AMOUNT = re.compile(r"(?:조|억|만주|만\s주)\s?(?:[\d,]+\s?(?:천|만)?)?(?:원|달러|위안|엔|유로|주)?\s?\([^()%]{0,10}$")
"""Before a percentage that stands in brackets behind an amount too large for a price: it is the amount's."""
KO_ITSELF = re.compile(r"[은는]\s")
"""Behind a figure that a clause is itself about ("25%는 시작일 뿐이다"), which is the move of nothing named before."""
KO_TRADED = re.compile(r"[^.\n]{0,40}?(?:순매[수도]|사들|담았|팔았|매집)")
"""Behind a name told by how far it had risen: what was bought of it, so that the move is of no session told."""
KO_GROWN = re.compile(r"\s?(?:넘게\s|이상\s|가량\s)?성장")
"""Behind the growth of a business or of what a fund holds, which is no price."""
HOLDERS = re.compile(r"주주|지분|의결권|우호\s?세력|백기사|보유(?!자)")
"""Words of a clause whose bracketed percentages are what each holds."""
DEFINED = re.compile(r"\s?=\s?\d")
EN_APART = re.compile(r"\b(?:premium|discount|spread) of (?:about |nearly |roughly )?$")
"""Before the amount by which two prices stand apart."""
EN_OF_ELSE = re.compile(
    r"[- ]?(?:percent\s)?(?:[a-z-]+\s){0,2}?(?:jump|rise|gain|increase|decline|drop|fall|surge|growth|decrease|slump|plunge)s?\s(?:in|to)\s(?:its\s|their\s|the\s)?(?!(?:[a-z-]+\s){0,2}?(?:shares?|stocks?|markets?|price|value|index|trading|hours|session|deals)\b)(?P<what>(?!(?:the|its|their)\b)[a-z]{3,}\b)(?!\sto\b)(?!\s(?:[a-z-]+\s)?[A-Z])"
)
"""Behind a figure: a move of what is no price ("a 27% jump in viewing time")."""
EN_FROM_CLOSE = re.compile(r"(?:\spoints?)?\s(?:above|below)\s(?:its|the|their|\w+['’]s)\s(?:previous\s|prior\s|last\s|\w+['’]s\s)?(?:close|finish|settlement)\b")
"""Behind the distance from an earlier close, which is no price."""
EN_HIGHER = re.compile(r"(?:\s?(?:points?|percent|%))?\s(?:higher|lower)\b(?!\sthan\b)")
"""Behind a move, whatever verb stands before it: "was 151.52 points higher at 38,424.27"."""
EN_SO_MANY = re.compile(r"\s(?:of\s(?:them|its|the)\b[\w\s]{0,24}?\s)?(?:rose|fell|gained|lost|advanced|declined|climbed|dropped|slid|were|closed|ended|finished)\b")
"""Behind a count of things that moved, which moved no price by so much: "18 rose and 12 fell"."""
PLUS_OR = re.compile(r"(?:\bplus or |\+/|±\s?)$")
"""Before a move to either side, which has no sign."""
EN_NOUN_OF = re.compile(r"\b(?:gain|loss|drop|rise|fall|decline|jump|increase|slide|advance|rally|plunge)s?\s(?:of\s)(?:just\s|only\s|a mere\s|about\s|nearly\s|more than\s)?$", re.IGNORECASE)
TO_AMOUNT = re.compile(r"\s(?:to|or)\s(?:about\s|nearly\s|roughly\s|around\s|almost\s|just\s|more than\s|over\s|a\srecord\s)?(?:US|C|A|HK)?[$€£¥]?\s?\d[\d.,]*\s?(?:[mb]illion|trillion|mln|bn|[mb]n?(?![a-z]))")
"""Behind a percentage: it took an amount of millions there, which is no price of a share."""
OF_AMOUNT = re.compile(r"\d\s?(?:[mb]illion|trillion)(?:\sin\s\w+)?,\s(?:up|down)\s(?:by\s)?(?:about\s|nearly\s|roughly\s|almost\s|more than\s)?$")
"""Before a percentage by which an amount of millions had changed: "earned $1.4 billion, down 8%"."""
WORTH = re.compile(r"\b(?:worth|valued at)\s(?:about\s|nearly\s|roughly\s|around\s|almost\s|more than\s)?$")
"""Before what a holding comes to, which is no price."""
SURVEYED = re.compile(
    r"\s(?:of\s(?:[\w’'-]+\s){0,4}?(?:respondents|investors|managers|economists|participants|readers|voters|consumers|analysts|members|people|Americans|users|customers|executives|companies surveyed)\b|(?:see|say|said|expect|expected|believe|think|predict|plan|favou?r)\b)"
)
"""Behind a percentage: so many of those asked."""
STEP = re.compile(r"[-\s](?:rate\s)?(?:hikes?|cuts?)\b")
"""Behind a step that a central bank takes, which is no move of a bond's yield."""
STATE_OF = re.compile(r"\b(?:peak|rate|level|range|yield|probability|chance|share|stake|weight|margin|minimum|maximum|ceiling|floor)\sof\s(?:about\s|close to\s|around\s|nearly\s|roughly\s)?$", re.IGNORECASE)
"""Before a percentage at which a thing stands."""
OF_NAME = re.compile(r"\s(?:(?:of|in|at|from|for)\s)?(?:the\s)?")
"""Between what is measured and a name that it is of: "holdings in the trust fell"."""
HELD_IN = re.compile(r"\b(?:holdings|positions|inflows|outflows|assets|deposits)\s(?:of|in|at)\s(?:the\s)?$", re.IGNORECASE)
"""Before a name of which not the price but what is held moved."""
BEYOND = ("below ", "above ", "under ", "beneath ", "past ")
"""What an English yield falls or rises past is where it stands: "dropped below 3.5%"."""
HANDLE = ("선", "대")
"""The end of a round level, which is where a price stands whatever word of movement follows: "2530선 후퇴"."""
RATES = {
    "ko": re.compile(r"금리|국채|국고채|\d{1,2}년\s?물|만기|채권|비중|지분|관세|점유율|비율|이익률|마진|할인율|경쟁률|배당"),
    "en": re.compile(r"\byields?\b|\btreasur|\bstake\b|\btariff", re.IGNORECASE),
}
AMOUNTS = frozenset(("market_cap", "flow", "breadth"))
EN_PAST = re.compile(r"(?:below|above|under|past|beyond)\b", re.IGNORECASE)
"""What a yield went past: "dropped below 3.5%"."""
EN_TIMES = re.compile(r"(?:doubled|tripled|quadrupled|quintupled)$", re.IGNORECASE)
EN_WITHIN = re.compile(r"\s(?:in (?:value|price)\s)?(?:in the (?:past|last)|over|during|since|this|within|so far|year to date|from)\b", re.IGNORECASE)
EN_SHARES = re.compile(r"\b(?:shares|stock|share price)\b", re.IGNORECASE)
"""A verb that multiplies, the stretch right behind it (and so nothing that was doubled), and what makes it the price's."""
KO_BOND = re.compile(r"연\s?$")
FACT_NEAR = 45


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """What a number says of its subject, and how surely (0..100)."""

    kind: Kind
    subject: Candidate
    score: int
    horizon: Horizon | None = None


def role(frames: Frames, frame: Frame) -> Role | None:
    """The price role of a number, or None where another thing than a price is told."""
    known = frames.roles.get(frame.index, 0)
    if known != 0:
        return known  # type: ignore[return-value]
    found = frames.roles[frame.index] = _role(frames, frame)
    return found


def _role(frames: Frames, frame: Frame) -> Role | None:
    q = frame.quantity
    subject = frame.priced
    if q is None or subject is None or frame.kind in ("duration", "rank", "ordinal"):
        return None
    if (frame.compare in ("yoy", "qoq", "mom", "consensus") and not _year_back(frames, frame)) or COMPARED.search(frames.text, frame.start - 8, frame.start) or DEFINED.match(frames.text, frame.end):
        return None
    if frames.lang == "en" and (EN_APART.search(frames.text, max(0, frame.start - 32), frame.start) or EN_FROM_CLOSE.match(frames.text, frame.end)):
        return None
    if PLUS_OR.search(frames.text, max(0, frame.start - 8), frame.start):
        return None
    if frames.lang == "en" and (m := EN_OF_ELSE.match(frames.text, frame.end, frame.sentence.end)) is not None:
        if not any(x.kind == "instrument" and x.start <= m.start("what") < x.end for x in frames.names.within(frame.sentence)):
            return None
    if subject.name.ids[0] in POLICY_RATES and frame.fact is not None and frame.fact.family == "macro" and frame.fact.metric != "policy_rate":
        return None
    if frames.lang == "ko" and MONEY.match(q.unit) and KO_HOUSE.search(frames.text, subject.start, subject.end) and KO_TARGETS.search(frames.text, frame.sentence.start, frame.sentence.end):
        return None
    unit, sort = q.unit, sort_of(subject.name.ids[0])
    text, lang = frames.text, frames.lang
    if lang == "en" and unit in ("bp", "percentage_point") and subject.name.ids[0] not in POLICY_RATES and STEP.match(text, frame.end):
        return None
    if lang == "en" and unit == "percent" and (SURVEYED.match(text, frame.end) or ((sort != "rate" or subject.how == "carried") and STATE_OF.search(text, max(frame.sentence.start, frame.start - 40), frame.start))):
        return None
    if lang == "en" and unit == "percent" and (TO_AMOUNT.match(text, frame.end) or OF_AMOUNT.search(text, max(frame.sentence.start, frame.start - 40), frame.start)):
        return None
    of_price = frame.fact is None or frame.fact.family not in FOREIGN
    if unit == "ratio" and of_price and (frame.movement is not None or _multiplied(frames, frame, sort)) and not (frame.direction == "down" and (q.low or 0) >= 1) and (h := horizons.horizon(frames, frame)) is not None:
        return Role(kind="period_return", subject=subject, score=70, horizon=h)
    if unit in ("count", "shares", "ratio", "rank"):
        return None
    if lang == "ko" and unit == "percent" and KO_GROWN.match(text, frame.end):
        return None
    if lang == "ko" and unit == "percent" and KO_OF_AMOUNT.search(text, max(0, frame.start - 16), frame.start):
        return None
    if unit == "percent" and (m := EN_AWAY.match(text, frame.end, min(len(text), frame.end + 60))):
        return Role(kind="period_return", subject=subject, score=74, horizon=Horizon("anchor", anchor=m[0].strip()))
    off = max(frame.sentence.start, frame.start - 24)
    if lang == "ko" and text.find("대비", off, frame.start) >= 0 and (base := KO_OFF.search(text, off, frame.start)) is not None and not KO_PRICE_BASE.search(base["base"]):
        return None
    stands = unit != "percent" and ((not q.sign and ARROW.match(text, frame.end) is not None) or (lang == "ko" and KO_NEARLY.match(text, frame.end) is not None))
    higher = lang == "en" and EN_HIGHER.match(text, frame.end) is not None
    adjacent = not stands and (higher or _adjacent(frames, frame)) and not (lang == "ko" and unit != "percent" and frame.quote.endswith(HANDLE))
    to = stands or (not higher and _to(frames, frame)) or (sort == "rate" and unit == "percent" and lang == "en" and frame.quote.lower().startswith(BEYOND))
    fact = frame.fact
    near_name = subject.how == "bracket" or (frame.start - subject.end < 12 and (lang == "ko" or subject.end <= frame.start))
    if fact is not None and unit == "percent" and fact.at is not None and EN_TALLY.fullmatch(text, *fact.at):
        fact = None
    if lang == "en" and HELD_IN.search(text, max(frame.sentence.start, subject.start - 24), subject.start) is not None:
        return None
    if fact is not None and fact.family in FOREIGN and lang == "en" and fact.at is not None and OF_NAME.fullmatch(text, fact.at[1], max(fact.at[1], subject.start)):
        return None
    if fact is not None and fact.family in FOREIGN and not (unit == "percent" and fact.family in AMOUNTS):
        tight = subject.how == "bracket" and (bool(q.sign) or (unit == "percent" and (_moves_near(frame) or (fact.metric == "weight" and _rises(frames, frame)))))
        between = fact.at is not None and subject.start < fact.at[0] and fact.at[1] <= frame.start
        behind = fact.at is not None and fact.at[1] <= subject.start and (adjacent or near_name) and subject.how == "clause"
        if not tight and not behind and (between or fact.cost <= FACT_NEAR or subject.how == "bracket"):
            return None
    if lang == "ko" and unit == "percent" and not adjacent and subject.how in ("carried", "heading", "title") and KO_ITSELF.match(text, frame.end):
        return None
    parted = frame.clause[0] if lang == "ko" and adjacent else 0
    if sort != "rate" and (unit == "percent" or sort not in ("index", "future")) and RATES[lang].search(text, max(subject.end, frame.start - 40, parted), frame.start):
        return None
    if FOLLOWED.match(text, frame.end) or (lang == "ko" and KO_HOPED.match(text, frame.end)):
        return None
    if unit == "" and not q.sign and (text[frame.start - 1 : frame.start].isalpha() or (lang == "en" and EN_SO_MANY.match(text, frame.end))):
        return None
    if subject.name.ids[0] in POLICY_RATES and frame.fact is not None and frame.fact.metric == "policy_rate" and (lang == "en" or frame.fact.cost < 12):
        return None
    if lang == "en" and unit == "percent" and EN_SPREAD.search(text, max(0, frame.start - 40), frame.start):
        return None
    if lang == "ko" and subject.how == "bracket" and not q.sign and HOLDERS.search(text, frame.clause[0], frame.start) and not _rises(frames, frame):
        return None
    horizon = horizons.horizon(frames, frame)
    if horizon is not None and horizon.unit == "anchor" and frame.basis in ("after_hours", "premarket") and lang == "ko":
        horizon = None
    kind: Kind | None = None
    score = 55
    if unit == "percent":
        if sort == "rate":
            kind = "level" if to or not adjacent or EN_PAST.match(frame.quote) or KO_BOND.search(text, frame.start - 3, frame.start) else "change"
            if frame.movement is None and not to and fact is None:
                return None
        elif adjacent or q.sign or near_name or frame.movement is not None:
            kind = "change"
            score = 75 if adjacent else 60
    elif unit in ("bp", "percentage_point"):
        kind = "change" if sort == "rate" and frame.movement is not None else None
    elif unit == "points":
        if sort in ("index", "future"):
            if lang == "ko" and KO_RANGE.search(text, max(0, frame.start - 14), frame.start):
                return None
            width = KO_WIDTH.search(text, max(0, frame.start - 14), frame.start) is not None
            moved = adjacent or bool(q.sign) or _twin(frames, frame) or width
            kind = "change" if moved and (adjacent or width or not to) else "level" if to else None
            score = 70
    elif unit == "":
        kind = _bare(frame, sort, adjacent=adjacent, to=to)
    elif MONEY.match(unit):
        if sort == "index":
            return None
        if lang == "ko" and not _same_money(unit, subject.name.ids[0]):
            return None
        if q.high is not None and q.high >= 10**8 and sort != "crypto":
            return None
        if lang == "en" and WORTH.search(text, max(frame.sentence.start, frame.start - 24), frame.start):
            return None
        if lang == "ko" and KO_APART.match(text, frame.end):
            return None
        if q.sign or (adjacent and not to) or (_twin(frames, frame) and not (to and lang == "en")):
            kind = "change"
        elif lang == "ko" and (KO_LEFT.match(text, frame.end) or KO_CAME.search(text, max(0, frame.start - 24), frame.start) or KO_PEAK.search(text, max(0, frame.start - 8), frame.start)):
            kind = "level"
        elif (to or near_name or frame.basis is not None) and (
            sort != "stock" or AFTER_MOVE[lang].search(text, max(0, frame.start - 32), frame.start) or PRICEY.search(text, frame.clause[0], min(frame.clause[1], frame.end + 40))
        ):
            kind = "level"
            score = 60 if to else 45
    if kind is None:
        return None
    if kind == "change" and horizon is None and lang == "ko" and subject.how == "behind" and KO_TRADED.match(text, subject.end, frame.sentence.end):
        horizon = Horizon("anchor", anchor=frame.quote)
    if kind == "change" and horizon is None and (said := told_on.before(frames, frame)) is not None:
        last = told_on.last_of(frames, frame, said)
        told = role(frames, last) if last is not None else None
        stretch = told.horizon if told is not None else horizons.led_by(frames, frame, said)
        horizon = told_on.carried(frames, frame, stretch) if stretch is not None else None
    if kind == "change" and horizon is not None:
        kind = "period_return"
    return Role(kind=kind, subject=subject, score=score, horizon=horizon)


def _multiplied(frames: Frames, frame: Frame, sort: str) -> bool:
    """Whether an English verb tells how many times its price a thing is worth now: "shares have nearly tripled this year"."""
    text, s = frames.text, frame.sentence
    if frames.lang != "en" or not EN_TIMES.search(frame.quote) or not EN_WITHIN.match(text, frame.end, s.end):
        return False
    return sort != "stock" or EN_SHARES.search(text, s.start, frame.start) is not None


def _year_back(frames: Frames, frame: Frame) -> bool:
    """Whether a Korean move "against a year ago" is that of a share price, of which the words speak."""
    if frames.lang != "ko" or (frame.fact is not None and frame.fact.family != "price") or KO_YEAR_BACK.search(frames.text, frame.clause[0], frame.start) is None:
        return False
    before = frames.sentences[max(0, frame.sentence.index - 1)]
    return KO_SHARE_PRICE.search(frames.text, before.start, frame.start) is not None


def _same_money(unit: str, id: str) -> bool:
    """Whether an amount is in the money that its subject is quoted in."""
    from wollet.reference import instruments

    known = instruments.get(id)
    return known is None or known.currency is None or unit.split("/")[0] == known.currency or sort_of(id) in ("fx", "rate", "crypto")


def _moves_near(frame: Frame) -> bool:
    """Whether a word of movement stands before a list in brackets or shortly behind it."""
    m = frame.movement
    return m is not None and not KO_STANDS.match(m.word) and (m.start < frame.start or m.start - frame.end < 25)


def _rises(frames: Frames, frame: Frame) -> bool:
    """Whether a list in brackets ends in a word of movement."""
    m = frame.movement
    return m is not None and m.start >= frame.end and m.start - frame.end < 90 and m.start < frame.clause[1] + 12


def _adjacent(frames: Frames, frame: Frame) -> bool:
    """Whether a word of movement stands right beside the number, without "to" between them."""
    text = frames.text
    if frames.lang == "ko":
        m = KO_MOVE_NEXT.match(text, frame.end, min(len(text), frame.end + 50))
        return m is not None and not KO_TO.match(text, frame.end) and not KO_STANDS.search(m[0])
    if EN_NOUN_OF.search(text, max(0, frame.start - 40), frame.start):
        return True
    if EN_TO.search(text, max(0, frame.start - 40), frame.start):
        return False
    return bool(EN_MOVE_JUST.search(text, max(0, frame.start - 50), frame.start)) or bool(
        EN_MOVE_NEXT.match(text, frame.end, min(len(text), frame.end + 40))
    )


def _to(frames: Frames, frame: Frame) -> bool:
    """Whether the number is where something stands or went: "to 5,000", "5000으로", "5000에 마감"."""
    text = frames.text
    if frames.lang == "ko":
        return bool(KO_TO.match(text, frame.end) or KO_CLOSED.match(text, frame.end)) or bool(KO_STATE.match(text, frame.end))
    return bool(EN_TO.search(text, max(0, frame.start - 40), frame.start)) or frame.quote.lower().startswith(("as low as", "as high as"))


def _twin(frames: Frames, frame: Frame) -> bool:
    """Whether an amount stands in brackets beside a move in percent: "21.26%(5만2500원) 급등"."""
    if frames.lang == "ko" and KO_CLOSED.match(frames.text, frame.end):
        return False
    for i in (frame.before, frame.after):
        if i is not None and 0 <= i < len(frames.figures):
            m = frames.figures[i]
            a, b = sorted((m.span, frame.span))
            between = frames.text[a[1] : b[0]]
            if getattr(m.value, "unit", "") == "percent" and ("(" in between or " or " in between):
                return m.span < frame.span or not getattr(m.value, "sign", 0)
            if m.span > frame.span and frames.lang == "ko" and between.strip() == "," and KO_MOVE_NEXT.match(frames.text, m.end):
                return True
    return False


def _bare(frame: Frame, sort: str, *, adjacent: bool, to: bool) -> Kind | None:
    q = frame.quantity
    assert q is not None
    if q.low is None and q.high is None:
        return None
    size = q.low if q.low is not None else q.high
    assert size is not None
    if q.sign:
        return "change" if q.grain < 1 or sort == "index" else None
    if sort not in ("index", "future", "fx", "crypto", "rate"):
        return None
    if sort == "rate":
        return "level" if to and q.grain < 1 else None
    if adjacent and not to:
        return "change"
    year = q.grain >= 1 and 1900 <= size <= 2100 and not to
    if (to or frame.movement is not None or frame.basis is not None) and not year and (size >= 100 or sort == "fx" or q.grain < 1):
        return "level"
    return None
