"""The currency that a pair is quoted in, told alone: where the yen falls, dollars in yen rise."""

from __future__ import annotations

from wollet.mention import unhurried as re

QUOTED = re.compile(
    r"(?:[a-z]+\s){0,2}(?:yen|won|yuan|renminbi|franc|rupee|peso|rou?ble|lira|krona|krone|baht|ringgit|rupiah)|(?:원|엔|위안|프랑|루피|페소|루블|리라)화(?:\s?가치)?",
    re.IGNORECASE,
)
RATE = re.compile(r"\s?환율|\s(?:exchange )?rate\b")
OTHER_WAY = {"up": "down", "down": "up"}


def told_alone(text: str, start: int, end: int, id: str) -> bool:
    """Whether the words that name a pair of the dollar name only the other currency, and not its rate."""
    return id.startswith("FX:USD/") and QUOTED.fullmatch(text, start, end) is not None and RATE.match(text, end) is None
