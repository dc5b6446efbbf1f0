"""What money put into a share so long ago would be worth: "$1,000 invested in A five years ago would now be worth $1,347"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec

from wollet.claim.frames import Frame, Frames
from wollet.claim.horizon_words import EN_NUMBER
from wollet.claim.stretches import months_before
from wollet.claim.whose import owner
from wollet.mention import unhurried as re
from wollet.model.claim import Direction
from wollet.model.time import Window

PUT = re.compile(
    r"[$€£](?P<sum>[\d,]+)\s(?:worth\sof|invested\sin|investment\sin|in|into|put\sinto)\s[^.$€£]{3,70}?\b(?P<n>\d{1,2}|" + "|".join(EN_NUMBER) + r"|a)\s(?P<unit>year|month|decade)s?\sago\b"
    r"[^.$€£]{0,70}?\b(?:worth|valued\sat|grown\sto|turned\sinto|be|have)\s(?:about\s|nearly\s|roughly\s|more\sthan\s|over\s)?$",
    re.IGNORECASE,
)
REACH = 190
MONTHS = {"month": 1, "year": 12, "decade": 120}


class Grown(msgspec.Struct, frozen=True):
    """A sum that money grew to, with what its claim says of it."""

    frame: Frame
    said: dict[str, Any]


def grown(frames: Frames) -> Iterator[Grown]:
    """The sums that money put into a share would have become, in order."""
    if frames.lang != "en":
        return
    for frame in frames.numbers:
        q = frame.quantity
        if q is None or len(frame.unit) != 3 or not frame.unit.isupper():
            continue
        m = PUT.search(frames.text, max(frame.sentence.start, frame.start - REACH), frame.start)
        if m is None:
            continue
        n = 1 if m["n"].lower() == "a" else int(m["n"]) if m["n"].isdigit() else EN_NUMBER[m["n"].lower()]
        day = frames.article.published.date()
        size, put = q.low if q.low is not None else q.high, Decimal(m["sum"].replace(",", ""))
        direction: Direction | None = None if size is None or size == put else "up" if size > put else "down"
        said = frames.claim_fields(frame)
        said.update(
            subject=owner(frames, frame), metric="value_of_investment", direction=direction, tier="default", certainty="asserted",
            when=Window(months_before(day, n * MONTHS[m["unit"].lower()]), day),
        )  # fmt: skip
        yield Grown(frame, said)
