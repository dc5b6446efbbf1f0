"""Thresholds that a price or a figure has passed: "2600선을 돌파했다", "closed above 5,000", "40조원을 넘어섰다"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

import msgspec

from wollet.claim.candidates import Candidate
from wollet.claim.frames import Frame, Frames
from wollet.claim.pricing import sort_of
from wollet.claim.role_words import HANDLE
from wollet.claim.roles import role
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.quantity import Interval, Quantity

KO_UP = re.compile(r"\s?(?:선|대|고지)?\s?(?:을|를|도|마저)?\s?(?:사상\s?)?(?:처음으로\s?|다시\s?|재차\s?)?(?:재?돌파|(?<=선\s)터치(?!\s?(?:실패|못))|넘어(?!서지|가지)|넘긴|넘겼|넘은|넘었|넘기[며고]|뚫|회복|탈환|올라서|상향\s?돌파)|\s?(?:선|대|고지)?에\s?(?:다시\s)?(?:올라[서섰선]|안착(?!\s?(?:할|시도))|진입(?!\s?(?:할|시도|실패)))|\s?(?:선|대)?\s위에서\s(?:마감|거래를\s마)[가-힣]{1,3}\s(?:것|건)")
KO_NOT_YET = re.compile(r"[가-힣]{0,3}(?:야|려면|려|[려하되지]면|더라도|[할될날]\s경우)[\s,]|[가-힣]{0,3}\s?(?:[을를이가도]\s)?(?:기세|눈앞|목전|초읽기|앞[두둔]|임박|가능성|기대|전망|시도|여부|실패|못|노리|노려|도전|넘보|바라보)")
"""Behind a threshold that is not crossed yet: "2600선 돌파를 목전에 뒀다", "2600선도 뚫을 기세"."""
KO_DOWN = re.compile(r"\s?(?:선|대)?\s?(?:을|를|도|마저|이|가)?\s?(?:내준|내줬|내주|['‘]?(?:와르르|털썩)|붕괴|하회|깨[졌지]|무너|밑으로|아래로|밑돌)")
EN_UP = Anchored(
    r"(?:\b(?:cross(?:ed|es|ing)|topp?(?:ed|ing|s)|surpass(?:ed|es|ing)|eclips(?:ed|ing)|breach(?:ed|ing)|hit|past|reclaim(?:s|ed|ing)?|broke)\s(?:above\s|through\s|past\s)?(?:the\s)?"
    r"|\b(?:rose|climb(?:ed|ing)|clos(?:ed|ing)|jump(?:ed|ing)|moved|ended|finished|surg(?:ed|ing)|back|rallied|soar(?:ed|ing)|push(?:ed|ing)|break(?:ing)?|broke)\s(?:back\s)?(?:above|past|over|through)\s(?:the\s)?)(?:key\s|psychological\s)?$",
    re.IGNORECASE,
)
EN_DOWN = Anchored(
    r"\b(?:fell|fall(?:ing|s)?|dropp?(?:ed|ing)?|sank|slipp?(?:ed|ing)|slid|clos(?:ed|ing)|dipp?(?:ed|ing)|tumbl(?:ed|ing)|broke|plung(?:ed|ing)|back)\s(?:back\s)?(?:below|under|beneath)\s(?:the\s)?(?:key\s)?$",
    re.IGNORECASE,
)
HEDGED = re.compile(r"(?:(?:above|over|past|below|under|beneath|more than|less than) )?", re.IGNORECASE)
OF_FACTS = frozenset(("fundamentals", "market_cap", "share", "flow"))
"""Figures besides prices that pass thresholds."""
KO_CLUB = re.compile(r"\s?(?:원\s?)?클럽[’'\"”]?(?:\s?(?:복귀|가입|진입|입성|재진입|달성))?(?![^.\n]{0,16}(?:못|실패|탈락|다음|목전|눈앞|앞[두둔]|가능|전망|기대|도전|노[리린려]|좌절|무산|불발))")
"""Behind the round figure of a year's results that opens the door: "영업이익 1조 클럽 복귀"."""
CLUB_FROM = Decimal(10) ** 11
TIME = frozenset(("weeks", "months", "years", "days", "hours", "sessions", "quarters", "date"))
NO_PRICE = Decimal(10) ** 7
"""Money from which a figure is what a company is worth or earns, and no price of a share."""
NEAR = Decimal("0.04")
"""So near to a level that the text tells of an index, a handle without a name is that index's."""


class Crossing(msgspec.Struct, frozen=True, kw_only=True):
    """A threshold passed: the figure with its phrase's end, the way, and whose price it is (None of a reported figure)."""

    frame: Frame
    end: int
    figure: Quantity
    direction: Literal["up", "down"]
    subject: Candidate | None


def crossings(frames: Frames) -> Iterator[Crossing]:
    """Every threshold that the text says was passed, in order."""
    text, ko = frames.text, frames.lang == "ko"
    for frame in frames.numbers:
        q = frame.quantity
        if q is None or q.unit in TIME or q.unit in ("bp", "percentage_point", "ratio", "shares", "rank"):
            continue
        value = q.low if q.low is not None else q.high
        if ko and value is not None and value >= CLUB_FROM and (club := KO_CLUB.match(text, frame.end)) is not None and frame.fact is not None and frame.fact.family == "fundamentals":
            yield Crossing(frame=frame, end=club.end(), figure=_threshold(q, value, "KRW", "up"), direction="up", subject=None)
            continue
        if value is None or (found := _passed(frames, frame)) is None:
            continue
        end, direction = found
        of_fact = ko and frame.fact is not None and frame.fact.family in OF_FACTS and frame.fact.cost <= 110
        digits = significant(value)
        if of_fact and digits <= 2 and q.unit in ("KRW", "USD", "percent") and frame.certainty in ("asserted", "reported"):
            yield Crossing(frame=frame, end=end, figure=_threshold(q, value, q.unit, direction), direction=direction, subject=None)
            continue
        if q.unit == "percent" or digits > 3 or (frame.fact is not None and frame.fact.family not in ("price", "other")):
            continue
        subject = frame.priced or (nameless(frames, frame, value) if ko else None)
        if subject is None:
            continue
        sort = sort_of(subject.name.ids[0])
        if q.unit[:3].isupper() and (sort == "rate" or (value >= NO_PRICE and sort != "crypto")):
            continue
        if q.unit in ("count", "") and sort not in ("index", "fx", "crypto", "commodity", "future"):
            continue
        unit = "points" if sort == "index" else subject.name.ids[0].rpartition("/")[2] if sort == "fx" else q.unit or "USD"
        yield Crossing(frame=frame, end=end, figure=_threshold(q, value, unit, direction), direction=direction, subject=subject)


def _passed(frames: Frames, frame: Frame) -> tuple[int, Literal["up", "down"]] | None:
    """Where the words end that say a figure was passed, and which way, or None."""
    text, q = frames.text, frame.quantity
    assert q is not None
    if frames.lang != "ko":
        at = frame.start + len(HEDGED.match(frame.quote)[0])  # type: ignore[index]
        up = EN_UP.search(text, at - 40, at)
        return (frame.end, "up" if up else "down") if up or EN_DOWN.search(text, at - 40, at) else None
    at = frame.end
    if q.hedge in ("more_than", "less_than", "at_least") and (cut := re.search(r"[을를]\s|\s(?=넘|밑|아래)", frame.quote)):
        at = frame.start + cut.start()
    up, down = KO_UP.match(text, at), KO_DOWN.match(text, at)
    m = up or down
    if m is None or KO_NOT_YET.match(text, m.end()) is not None:
        return None
    return max(frame.end, m.end()), "up" if up else "down"


def _threshold(q: Quantity, value: Decimal, unit: str, direction: str) -> Quantity:
    low, high = (value, None) if direction == "up" else (None, value)
    return Quantity(low=low, high=high, unit=unit, grain=q.grain, hedge=None, interval=Interval(low, high, "both"))


def nameless(frames: Frames, frame: Frame, value: Decimal) -> Candidate | None:
    """The index that a handle without a name is of: the one whose level the text tells nearest to it ("韓증시, 2580선 회복")."""
    if frame.unit not in ("", "points") or not frame.quote.endswith(HANDLE) or value < 100:
        return None
    best: tuple[Decimal, Candidate] | None = None
    for other in frames.numbers:
        found = role(frames, other) if other.unit in ("", "points") else None
        if found is None or found.kind != "level" or other.quantity is None or sort_of(found.subject.name.ids[0]) != "index":
            continue
        x = other.quantity.low or other.quantity.high
        if x and (off := abs(x / value - 1)) <= NEAR and (best is None or off < best[0]):
            best = (off, found.subject)
    return msgspec.structs.replace(best[1], how="carried") if best is not None else None


def significant(x: Decimal) -> int:
    """How many digits of a figure are no idle zeros: thresholds have few."""
    return len(format(x.normalize(), "f").rstrip("0").replace(".", "").lstrip("0"))
