"""Whether a number beside a priced subject tells a move over one session, a move over longer, or a level."""

from __future__ import annotations

import msgspec

from wollet.claim import aimed, horizons, told_on
from wollet.claim.candidates import Candidate
from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import sort_of
from wollet.claim.role_words import (
    AFTER_MOVE,
    AMOUNTS,
    ARROW,
    BEYOND,
    COMPARED,
    DEFINED,
    EN_APART,
    EN_AWAY,
    EN_FROM_CLOSE,
    EN_HIGHER,
    EN_ITS_MEMBERS,
    EN_MOVE_JUST,
    EN_MOVE_NEXT,
    EN_NOUN_OF,
    EN_OF_ELSE,
    EN_PART_FROM,
    EN_PAST,
    EN_PAY,
    EN_SHARES,
    EN_SO_MANY,
    EN_SPREAD,
    EN_TALLY,
    EN_THE_SHARES,
    EN_TIMES,
    EN_TO,
    EN_WITHIN,
    FACT_NEAR,
    FOLLOWED,
    FOREIGN,
    HANDLE,
    HELD_IN,
    HOLDERS,
    KO_APART,
    KO_BOND,
    KO_CAME,
    KO_CLOSED,
    KO_GROWN,
    KO_HOPED,
    KO_ITSELF,
    KO_LEFT,
    KO_MOVE_NEXT,
    KO_NEARLY,
    KO_OF_AMOUNT,
    KO_OFF,
    KO_PEAK,
    KO_PRICE_BASE,
    KO_RANGE,
    KO_SHARE_PRICE,
    KO_STANDS,
    KO_STATE,
    KO_TO,
    KO_TRADED,
    KO_WIDTH,
    KO_YEAR_BACK,
    MONEY,
    OF_AMOUNT,
    OF_NAME,
    PLUS_OR,
    PRICEY,
    RATES,
    STATE_OF,
    STEP,
    SURVEYED,
    TO_AMOUNT,
    WORTH,
    Kind,
)
from wollet.claim.stretches import Horizon
from wollet.claim.topics import POLICY_RATES
from wollet.reference import instruments


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
    own = frames.lang == "en" and q.unit == "percent" and EN_HIGHER.match(frames.text, frame.end) is not None and EN_THE_SHARES.search(frames.text, max(frame.sentence.start, frame.start - 40), frame.start) is not None
    if (frame.compare in ("yoy", "qoq", "mom", "consensus") and not own and not _year_back(frames, frame)) or COMPARED.search(frames.text, frame.start - 8, frame.start) or DEFINED.match(frames.text, frame.end):
        return None
    if frames.lang == "en" and (EN_APART.search(frames.text, frame.start - 32, frame.start) or EN_FROM_CLOSE.match(frames.text, frame.end)):
        return None
    if PLUS_OR.search(frames.text, frame.start - 8, frame.start):
        return None
    if frames.lang == "en" and (m := EN_OF_ELSE.match(frames.text, frame.end, frame.sentence.end)) is not None:
        if not any(x.kind == "instrument" and x.start <= m.start("what") < x.end for x in frames.names.within(frame.sentence)):
            return None
    if frames.lang == "en" and subject.start >= frame.end and subject.name.ids[0].startswith("INDEX:") and EN_ITS_MEMBERS.match(frames.text, subject.end):
        return None
    if frames.lang == "en" and q.unit == "percent" and (EN_PAY.match(frames.text, frame.end) or EN_PART_FROM.search(frames.text, max(frame.sentence.start, frame.start - 60), frame.start)):
        return None
    if subject.name.ids[0] in POLICY_RATES and frame.fact is not None and frame.fact.family == "macro" and frame.fact.metric != "policy_rate":
        return None
    if frames.lang == "ko" and (aimed.of_target(frames, frame, subject) or aimed.has_room(frames, frame)):
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
    if lang == "ko" and unit == "percent" and KO_OF_AMOUNT.search(text, frame.start - 16, frame.start):
        return None
    if unit == "percent" and (of_price or fact_far(frame)) and (m := EN_AWAY.match(text, frame.end, min(len(text), frame.end + 60))):
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
    if own:
        fact = None
    if fact is not None and fact.family in FOREIGN and not (unit == "percent" and fact.family in AMOUNTS):
        tight = subject.how == "bracket" and (bool(q.sign) or (unit == "percent" and (_moves_near(frame) or (fact.metric == "weight" and _rises(frame)))))
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
    if lang == "en" and unit == "percent" and EN_SPREAD.search(text, frame.start - 40, frame.start):
        return None
    if lang == "ko" and subject.how == "bracket" and not q.sign and HOLDERS.search(text, frame.clause[0], frame.start) and not _rises(frame):
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
            if lang == "ko" and KO_RANGE.search(text, frame.start - 14, frame.start):
                return None
            width = KO_WIDTH.search(text, frame.start - 14, frame.start) is not None
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
        elif lang == "ko" and (KO_LEFT.match(text, frame.end) or KO_CAME.search(text, frame.start - 24, frame.start) or KO_PEAK.search(text, frame.start - 8, frame.start)):
            kind = "level"
        elif (to or near_name or frame.basis is not None) and (
            sort != "stock" or AFTER_MOVE[lang].search(text, frame.start - 32, frame.start) or PRICEY.search(text, frame.clause[0], min(frame.clause[1], frame.end + 40))
        ):
            kind = "level"
            score = 60 if to else 45
    if kind is None:
        return None
    if kind == "change" and horizon is None and lang == "ko" and subject.how == "behind" and KO_TRADED.match(text, subject.end, frame.sentence.end):
        horizon = Horizon("anchor", anchor=frame.quote)
    if kind == "change" and horizon is None:
        horizon = told_on.stretch(frames, frame, role)
    if kind == "change" and horizon is not None:
        kind = "period_return"
    return Role(kind=kind, subject=subject, score=score, horizon=horizon)


def fact_far(frame: Frame) -> bool:
    """Whether the thing measured that stands nearest stands too far from the number to own it."""
    return frame.fact is not None and frame.fact.cost > FACT_NEAR


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
    known = instruments.get(id)
    of_goods = "/" in unit and sort_of(id) == "stock" and not unit.endswith("/share")
    return known is None or known.currency is None or (unit.split("/")[0] == known.currency and not of_goods) or sort_of(id) in ("fx", "rate", "crypto")


def _moves_near(frame: Frame) -> bool:
    """Whether a word of movement stands before a list in brackets or shortly behind it."""
    m = frame.movement
    return m is not None and not KO_STANDS.match(m.word) and (m.start < frame.start or m.start - frame.end < 25)


def _rises(frame: Frame) -> bool:
    """Whether a list in brackets ends in a word of movement."""
    m = frame.movement
    return m is not None and m.start >= frame.end and m.start - frame.end < 90 and m.start < frame.clause[1] + 12


def _adjacent(frames: Frames, frame: Frame) -> bool:
    """Whether a word of movement stands right beside the number, without "to" between them."""
    text = frames.text
    if frames.lang == "ko":
        m = KO_MOVE_NEXT.match(text, frame.end, min(len(text), frame.end + 50))
        return m is not None and not KO_TO.match(text, frame.end) and not KO_STANDS.search(m[0])
    if EN_NOUN_OF.search(text, frame.start - 40, frame.start):
        return True
    if EN_TO.search(text, frame.start - 40, frame.start):
        return False
    return bool(EN_MOVE_JUST.search(text, frame.start - 50, frame.start)) or bool(
        EN_MOVE_NEXT.match(text, frame.end, min(len(text), frame.end + 40))
    )


def _to(frames: Frames, frame: Frame) -> bool:
    """Whether the number is where something stands or went: "to 5,000", "5000으로", "5000에 마감"."""
    text = frames.text
    if frames.lang == "ko":
        return bool(KO_TO.match(text, frame.end) or KO_CLOSED.match(text, frame.end)) or bool(KO_STATE.match(text, frame.end))
    return bool(EN_TO.search(text, frame.start - 40, frame.start)) or frame.quote.lower().startswith(("as low as", "as high as"))


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
