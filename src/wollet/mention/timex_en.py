"""English time expressions: pieces side by side are one expression, resolved against the day of publication.

A weekday alone is the latest one, the day of publication included, unless will, next, by or upcoming says otherwise; a
month and day without a year are the nearest.
"""

from __future__ import annotations

import datetime as dt
from typing import cast

import msgspec

from wollet.mention import anchors_en, moments, timex_en_counted, timex_en_resolve
from wollet.mention import unhurried as re
from wollet.mention.atoms import Atom
from wollet.mention.example import ignores, reads
from wollet.mention.timex_en_context import Context
from wollet.mention.timex_en_patterns import WEEKDAY
from wollet.mention.timex_en_pieces import piece
from wollet.mention.timex_en_words import weekday_number
from wollet.model.mention import Mention
from wollet.model.time import Relation, When

_GAP = re.compile(r"(?:,? (?:of (?:the )?|in (?:the )?|on |at |the )?|, | ?\((?=\d{4}\))|-(?=[A-Za-z]))")
_TO = re.compile(r"\s?(?:-|–|—|to|through|thru|till|until|and)\s?(?:the |on )?")
_NOW = re.compile(r"(?:now|date|the present(?: day)?|(?:the )?current date)(?![A-Za-z-])")
_FROM = re.compile(r"\b(?P<w>[Ff]rom|[Bb]etween)\s(?:the )?$")
_RELATION = re.compile(
    r"(?:\b(?P<since>since)|\b(?P<by>by)|\b(?P<until>until|till|through|up to)|\b(?P<before>before|prior to|ahead of|(?<!no )(?:earlier|sooner) than)|\b(?P<after>after|following|(?<!no )later than)"
    r"|\b(?P<around>around|circa)|\b(?P<during>during|over|throughout))(?: the)?(?: (?:close|end|start|beginning) (?:of|on))?(?: the| around| at least| about)?\s$",
    re.IGNORECASE,
)
_RELATING = frozenset("since by until till through to before of than after following around circa during over throughout the least about on".split())
_OR_LATER = re.compile(r" (?:or (?:later|after|thereafter)|and (?:later|beyond))\b")
_LOCAL = re.compile(r",? \(?local time\)?")
_WIDE = ("rel_week", "rel_month", "rel_year", "rel_quarter", "rel_decade", "rel_half", "my", "mod_month", "year", "decade", "quarter", "half", "rel_weekend", "fiscal")
_FOLLOWS: dict[str, tuple[str, ...]] = {
    "weekday": ("md", "rel_week", "clock", "full", "day", "iso_week"), "iso_week": ("year", "rel_year"), "mod_weekday": ("clock", "md"), "rel_week": ("weekday", "clock"),
    "quarter": ("year", "rel_year"), "half": ("year", "rel_year", "rel_month", "decade", "my"), "year": ("quarter", "half", "my"), "rel_year": ("quarter",),
    "fiscal": ("quarter", "half"), "part": _WIDE, "md": ("rel_year", "clock", "weekday", "year"), "my": ("rel_year", "year"), "rel_day": ("clock",),
    "clock": ("rel_day", "weekday", "md", "mod_weekday", "full"), "nth_day": ("my", "rel_month", "rel_year", "rel_quarter", "year", "mod_month"),
    "nth_week": ("my", "rel_month", "rel_year", "year", "mod_month"), "nth_weekend": ("my", "rel_month"), "day": ("rel_month",), "ended": ("md", "my"),
    "week_of": ("md", "feast", "day"), "full": ("clock",), "rel_month": ("rel_year",), "feast": ("rel_year",), "mod": ("md",),
}  # fmt: skip
_DAYS_OF = re.compile(rf",? (?:from|between) ({WEEKDAY}) (?:to|until|through|and) ({WEEKDAY})")
_ALONE = frozenset(("part", "ended", "fiscal", "week_of", "nth_day", "nth_week", "nth_weekend", "offset", "first_of", "mod"))
"""Pieces that are no time by themselves."""


def scan(text: str, today: dt.date) -> list[Mention]:
    """All English time expressions of a text, in order, none overlapping."""
    out: list[Mention] = []
    floor = 0
    context = Context(today).read(text)
    seeds, size = anchors_en.seeds(), len(text)
    for at in anchors_en.places(text)[1]:
        if at < floor or (seed := seeds[text[at]]) is None or not seed(text, at, size):
            continue
        first = piece(text, at, False)
        if first is None:
            continue
        read = None
        if first.slot in ("offset", "first_of"):
            read = _offset(text, at, first, today)
        elif atoms := _group(text, first):
            read = _expression(text, atoms, context)
        if read is None:
            continue
        when, start, end, rule = read
        out.append(Mention(start, end, "date", when, rule))
        floor = end
        context.saw(when)
    return out


def _group(text: str, first: Atom | None) -> list[Atom]:
    """Pieces that stand side by side with a first one and fit together: weekday, month and day; quarter and year."""
    if first is None:
        return []
    atoms = [first]
    while len(atoms) < 6:
        last = atoms[-1]
        end = last.end
        if last.slot in ("part", "ended", "fiscal", "week_of"):
            end = last.end + (text[last.end : last.end + 1] == " ")
        else:
            gap = _GAP.match(text, end)
            end = gap.end() if gap else end
        if end >= len(text) or last.slot not in _FOLLOWS:
            break
        nxt = piece(text, end, True)
        if nxt is None or any(a.slot == nxt.slot for a in atoms) or not _follows(first, last, nxt, end - last.end):
            break
        if nxt.slot == "year" and last.slot in ("quarter", "half") and text[last.end : end].startswith(" (") and text[nxt.end : nxt.end + 1] != ")":
            break
        atoms.append(nxt)
    return [] if len(atoms) == 1 and first.slot in _ALONE else atoms


def _follows(first: Atom, last: Atom, nxt: Atom, gap: int) -> bool:
    if nxt.word == "dotted":
        return last.slot == "weekday"
    if nxt.slot == "weekday" and last.slot == "my":
        return first.slot == "nth_week"
    return nxt.slot in _FOLLOWS[last.slot] and (last.slot != "year" or nxt.slot != "my" or gap == 1)


def _offset(text: str, at: int, atom: Atom, today: dt.date) -> tuple[When, int, int, str] | None:
    """"Two weeks after Jan. 15", "ten days starting Monday", "the first nine months of 2024": told by the time that follows."""
    inner = _group(text, piece(text, atom.end, False)) if atom.end < len(text) else []
    when = timex_en_resolve.resolve(text, inner, today) if inner and inner[0].slot not in ("offset", "in", "stretch", "first_of") else None
    if atom.slot == "first_of":
        part = timex_en_counted.first_of(atom, when) if when is not None else None
        return (part, at, inner[-1].end, "date") if part is not None else None
    if when is None and text.startswith("now", atom.end) and not text[atom.end + 3 : atom.end + 4].isalpha():
        return timex_en_resolve.moved(When(start=today, end=today, grain="day"), atom), at, atom.end + 3, "ago"
    if when is None or when.start is None:
        return None
    moved = timex_en_resolve.moved(when, atom)
    if moved.end is not None and (atom.word == "starting" or (atom.word == "from" and text[max(0, at - 4) : at].lower() == "for ")):
        return When(start=when.start, end=moved.end - moments.DAY, grain="range"), at, inner[-1].end, "range"
    return moved, at, inner[-1].end, "ago"


def _expression(text: str, atoms: list[Atom], context: Context) -> tuple[When, int, int, str] | None:
    if atoms[-1].word == "dotted" and not timex_en_resolve.agreeing(atoms, context.today):
        atoms = atoms[:-1]
    start, end = atoms[0].start, atoms[-1].end
    when = timex_en_resolve.resolve(text, atoms, context.today, context=context)
    if when is None:
        return None
    if len(atoms) == 1 and atoms[0].slot in ("weekday", "rel_week") and (more := _within(text, atoms[0], when, context)) is not None:
        return more
    rule = {"in": "ago", "ago": "ago", "stretch": "stretch", "same": "same"}.get(atoms[0].slot, "date")
    if rule == "date" and when.start is not None and (m := _TO.match(text, end)):
        joined = _range(text, atoms, when, m, context.today)
        if joined is not None:
            return joined
    before = text[max(0, start - 28) : start]
    if before[-1:].isspace() and before.split()[-1:] and before.split()[-1].lower() in _RELATING and (m := _RELATION.search(before)):
        relation: Relation = m.lastgroup  # type: ignore[assignment]
        when = msgspec.structs.replace(when, relation=relation)
    elif _OR_LATER.match(text, end):
        when = msgspec.structs.replace(when, relation="since")
    if when.grain in ("day", "instant") and (m := _LOCAL.match(text, end)):
        when = msgspec.structs.replace(when, local=True)
    return when, start, end, rule


def _within(text: str, atom: Atom, when: When, context: Context) -> tuple[When, int, int, str] | None:
    """A weekday of a week told by counting (Monday two weeks from now), the days of a week (next week from Tuesday to Friday)."""
    if atom.slot == "weekday":
        counted = piece(text, atom.end + 1, False) if text[atom.end : atom.end + 1] == " " and atom.end + 1 < len(text) else None
        if counted is None or counted.slot != "ago" or cast("tuple[int, str]", counted.value)[1] != "weeks":
            return None
        day = timex_en_resolve.resolve(text, [counted], context.today)
        if day is None or day.start is None:
            return None
        told = moments.week(day.start)[0] + cast(int, atom.value) * moments.DAY
        return When(start=told, end=told, grain="day", deixis="weekday"), atom.start, counted.end, "ago"
    m = _DAYS_OF.match(text, atom.end)
    if m is None or when.start is None:
        return None
    days = [when.start + weekday_number(m[k]) * moments.DAY for k in (1, 2)]
    return (When(start=days[0], end=days[1], grain="range"), atom.start, m.end(), "range") if days[0] < days[1] else None


def _range(text: str, atoms: list[Atom], first: When, link: re.Match[str], today: dt.date) -> tuple[When, int, int, str] | None:
    """Two times joined by to, through, a dash, or between … and; to now, to date."""
    if link.end() >= len(text) or first.start is None:
        return None
    start = atoms[0].start
    word = link[0].strip().split(" ")[0]
    opened = _FROM.search(text, start - 12, start)
    if opened and first.start <= today and (now := _NOW.match(text, link.end())):
        return When(start=first.start, end=today, grain="range", fiscal=first.fiscal), start, now.end(), "range"
    second = _group(text, piece(text, link.end(), False))
    if not second or second[0].slot in ("ago", "stretch", "ended", "clock", "in", "offset") or (second[0].slot == "part" and not opened):
        return None
    if word == "and" and not (opened and opened["w"].lower() == "between"):
        return None
    if word in ("to", "until", "till") and not opened and second[0].slot not in ("md", "my", "weekday", "year", "full", "rel_day"):
        return None
    if word == "to" and not opened and second[0].slot in ("rel_day", "year") and (second[0].slot == "year" or atoms[0].slot != "full"):
        return None
    if word in ("-", "–", "—") and not link[0].startswith(word) and second[0].slot not in ("md", "full", "my", "year", "weekday"):
        return None
    when = timex_en_resolve.resolve(text, second, today, after=None if _year_told(second) else first)
    if when is None or when.end is None or when.start is None:
        return None
    first = _drawn(text, atoms, second, first, when, today)
    if first.start is None or when.end < first.start:
        return None
    if word == "-" and second[0].slot == "weekday" and first.grain != "day":
        return None
    grain = first.grain if first.grain == when.grain and first.grain not in ("day", "instant") else "range"
    if opened and text[second[-1].end :].startswith(" of "):
        return None
    return When(start=first.start, end=when.end, grain=grain, fiscal=first.fiscal), start, second[-1].end, "range"


def _year_told(atoms: list[Atom]) -> bool:
    return any(a.slot in ("year", "rel_year", "full") or a.year is not None for a in atoms)


def _drawn(text: str, atoms: list[Atom], second: list[Atom], first: When, last: When, today: dt.date) -> When:
    """The nearer end, with the year or month that only the further end tells: May to Oct. 2020, the 13th to the 15th of July."""
    if last.start is None or last.end is None:
        return first
    if atoms[0].slot == "day" and len(atoms) == 1 and second[0].slot == "md" and last.grain == "day":
        n = atoms[0].value
        month = moments.month(last.start.year, last.start.month - (isinstance(n, int) and n > last.start.day))[0]
        day = moments.date(month.year, month.month, n) if isinstance(n, int) else None
        return When(start=day, end=day, grain="day") if day else first
    if atoms[-1].slot not in ("md", "my") or _year_told(atoms) or not _year_told(second) or any(a.slot == "rel_year" for a in second):
        return first
    for year in (last.end.year, last.end.year - 1):
        drawn = timex_en_resolve.resolve(text, [*atoms, Atom(atoms[-1].end, atoms[-1].end, "year", year)], today)
        if drawn is not None and drawn.start is not None and drawn.start <= last.end:
            return drawn
    return first


EXAMPLES = (
    reads("en", "date", {"start": "2024-02-13", "end": "2024-02-13", "deixis": "weekday"}, "Stocks fell on {Tuesday}.", "{Tuesday’s} close was lower.", "She said {Tuesday} it would sell the unit."),
    reads("en", "date", {"start": "2024-02-20"}, "The company will report on {Tuesday}.", "It is due by {next Tuesday}.", "Results come out {Feb. 20}."),
    reads("en", "date", {"start": "2024-02-14"}, "Shares rose {today}.", "Shares rose on {Wednesday}.", "as of {Feb. 14}"),
    reads("en", "date", {"start": "2024-02-12", "end": "2024-02-14", "grain": "range"}, "{Feb. 12-14}", "from {Feb. 12 to Feb. 14}", "between {Feb. 12 and 14}"),
    reads("en", "date", {"start": "2020-05-01", "end": "2020-10-31"}, "from {May to October 2020}", "between {May and October 2020}", "in {May-Oct 2020}"),
    reads("en", "date", {"start": "2019-11-01", "end": "2020-02-29"}, "from {November to February 2020}"),
    reads("en", "date", {"start": "2023-07-13", "end": "2023-07-15"}, "from {the 13th to the 15th of July 2023}", "from {July 13th through 15th, 2023}"),
    reads("en", "date", {"start": "2023-12-01", "end": "2024-02-14"}, "between {December and now}", "from {Dec. 1, 2023 to date}", "from {Dec. 1, 2023 to today}"),
    reads("en", "date", {"start": "2023-03-21", "end": "2023-09-20"}, "from {the end of March to the middle of September 2023}"),
    reads("en", "date", {"start": "2024-03-06", "end": "2024-03-06", "deixis": "offset"}, "It wants to sell it {in three weeks}.", "It opens {in three weeks’ time}."),
    reads("en", "date", {"start": "2023-11-23", "end": "2023-11-26"}, "Stores were full on {Thanksgiving weekend}."),
    reads("en", "date", {"start": "2024-02-12", "end": "2024-02-18"}, "in the {week of the 15th}."),
    reads("en", "date", {"start": "2024-02-15", "end": "2024-02-20", "deixis": "stretch"}, "It pays within the {next four trading days}."),
    reads("en", "date", {"start": "2018-01-01", "relation": "before"}, "No one did so earlier than {2018}."),
    reads("en", "date", {"start": "2023-10-01", "end": "2023-12-31", "grain": "quarter"}, "the {three months ended Dec. 31}", "{fourth quarter} profit fell", "{Q4 2023} sales"),
    reads("en", "date", {"start": "2023-10-01", "end": "2023-12-31", "fiscal": True}, "It posted {fiscal second-quarter} revenue."),
    reads("en", "date", {"start": "2023-01-01", "end": "2023-03-31", "relation": "before"}, "In the first quarter of 2024 sales beat {the same period last year}."),
    reads("en", "date", {"start": "2021-11-01", "relation": "since"}, "the most since {November 2021}"),
    reads("en", "date", {"start": "2024-01-01", "end": "2024-12-31", "relation": "by"}, "by {2024}"),
    reads("en", "date", {"start": "2024-02-15"}, "Key events this week:\nRetail sales, {Thursday}\nHousing starts, Friday"),
    reads("en", "date", {"start": "2024-02-15", "deixis": "next_day"}, "On Feb. 14 it rose; the {next day} it fell."),
    ignores("en", "date", "It {may} rise.", "Troops {march} on.", "the {second} largest", "the {Sun} sets", "a {52-week} high", "Russell {2000} futures", "{2024 points}", "cut in {1/4} of cases", "the biggest drop {in three weeks}", "It fell 5% {in three weeks} of trading"),
    reads("en", "date", {"start": "2024-02-26", "end": "2024-02-26"}, "They meet {Monday two weeks from now}."),
    reads("en", "date", {"start": "2024-02-20", "end": "2024-02-23"}, "They meet {next week from Tuesday to Friday}.", "They meet {next week between Tuesday and Friday}."),
    reads("en", "date", {"start": "2023-10-06"}, "They met the {1st week of October on Friday}."),
    reads("en", "date", {"start": "2024-01-01", "end": "2024-01-31"}, "the {January} meeting", published=dt.datetime(2023, 12, 5, 12)),
    reads("en", "date", {"start": "2023-01-01", "end": "2023-01-31"}, "Sales fell in {January}.", published=dt.datetime(2023, 12, 5, 12)),
    ignores("en", "date", "from December to {now-defunct} banks", "from a {date to remember}"),
)
