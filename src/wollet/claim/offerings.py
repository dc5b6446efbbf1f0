"""The price at which shares were first offered, which a Korean text sets the market's against: "공모가(1만원) 대비", "공모가 1만8000원보다"."""

from __future__ import annotations

from typing import Any

from wollet.claim.frames import Frame, Frames, subject_of
from wollet.claim.pricing import calendar_of, sort_of
from wollet.claim.unnamed import named
from wollet.mention import unhurried as re
from wollet.model.claim import Subject

BEFORE = re.compile(r"공모가(?:액|격)?(?:\(|\s|인\s|였던\s|를\s|는\s|은\s)(?:주당\s|확정\s)?$")
WISHED = re.compile(r"희망|범위|밴드|상단|하단|예상")
BEHIND = re.compile(r"\)?\s?(?:대비|보다|에\s?비해|[를을]\s(?:[\d.]+%\s(?:넘게\s|이상\s|가까이\s)?)?(?:밑|웃|하회|상회|회복|넘)|로\s(?:확정|결정|정해)|이?었던|의\s(?:두|세|\d)|\))")
"""Around an offering price; one that is only hoped for is a range yet."""
TOPIC = re.compile(r"([가-힣A-Za-z0-9&·]{2,})(?:\([^)]{1,20}\))?[은는이가]\s")


def told(frames: Frames, frame: Frame) -> dict[str, Any] | None:
    """What a claim of an offering price takes from its frame, or None where a figure is none."""
    q, text, s = frame.quantity, frames.text, frame.sentence
    if frames.lang != "ko" or q is None or q.low is None or q.low != q.high or frame.unit not in ("KRW", "USD"):
        return None
    at = BEFORE.search(text, max(s.start, frame.start - 16), frame.start)
    if at is None or BEHIND.match(text, frame.end) is None or WISHED.search(text, max(s.start, at.start() - 8), frame.start):
        return None
    near = frame.instrument
    own = near if near is not None and (near.start >= s.start or not frame.strange) and sort_of(near.name.ids[0]) == "stock" else None
    topics = list(TOPIC.finditer(text, s.start, at.start()))
    said = frames.claim_fields(frame)
    windows = frames.windows(frame, calendar_of(own.name.ids[0]) if own is not None else "XKRX", days=True)
    said.update(
        subject=subject_of(own) if own is not None else Subject(kind="topic", name=named(topics[-1][1]) if topics else ""), metric="offer_price",
        direction=None, when=windows[0][0] if windows else None, tier="default", basis=None,
    )  # fmt: skip
    return said
