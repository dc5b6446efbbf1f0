"""The pieces of English time expressions, matched at a place: Feb. 13, third quarter, last week, Tuesday, two years ago."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import cache

from wollet.mention import timex_en_counted as counted
from wollet.mention import timex_en_figures as figures
from wollet.mention import timex_en_patterns as p
from wollet.mention import timex_en_words as w
from wollet.mention import unhurried as re
from wollet.mention.atoms import Atom
from wollet.mention.timex_en_feasts import DAYS, FEAST
from wollet.mention.timex_en_words import month_number, number, weekday_number

Build = Callable[[re.Match[str], bool], "Atom | None"]
Entries = tuple[tuple[re.Pattern[str], Build], ...]


def piece(text: str, at: int, inside: bool) -> Atom | None:
    """The piece that begins at a place; `inside` an expression also bare years, abbreviated weekdays and noon."""
    for pattern, build in _entries(text, at):
        m = pattern.match(text, at)
        if m is not None and (atom := build(m, inside)) is not None:
            return atom
    return None


def _year_of(m: re.Match[str]) -> int | None:
    if m["y"]:
        return int(m["y"])
    return figures.century(int(m["yy"])) if m["yy"] else None


def _month_day(m: re.Match[str], inside: bool) -> Atom | None:
    day, text, at = number(m["d"]), m.string, m.start()
    if not 1 <= day <= 31 or (m.re.pattern == p.DAY_MONTH.pattern and at and text[at - 1] in "$€£¥.,"):
        return None
    if m["m"].lower() == "may" and text[m.start("m")].islower() and not m["d"][0].isdigit() and m.re.pattern == p.MONTH_DAY.pattern:
        return None
    to, end = (number(m["d2"]), m.end()) if m["d2"] else (None, m.end())
    if to is not None and m["to"].strip() == "and" and not re.search(r"(?:between|from)\s(?:\w+ )?$", text[max(0, at - 16) : at], re.I) and to != day + 1:
        if m.re.pattern == p.DAY_MONTH.pattern:
            return None
        to, end = None, m.start("to")
    return Atom(at, end, "md", day, to, month=month_number(m["m"]), year=_year_of(m) if end == m.end() else None)


def _month(m: re.Match[str], inside: bool) -> Atom | None:
    """A month by name; May and March are also verbs, and three letters are a month beside a year or a full stop only."""
    word, year, text, at = m["m"].lower().rstrip("."), _year_of(m), m.string, m.start()
    if year is None and not inside:
        placed = p.IN_MONTH.search(text, at - 9, at) is not None
        if (word in ("may", "march") and text[at].islower() and (word == "may" or not placed)) or word == "mar":
            return None
        if word == "may" and not placed and not p.OF_MONTH.match(text, m.end()):
            return None
        if len(word) < 4 and word != "may" and m["m"][-1] != "." and not (placed and text[at].isupper()) and not (text[at].isupper() and p.MONTH_TO.match(text, m.end())):
            return None
    end = m.end() - (text[m.end() - 1] == "." and year is None and len(word) > 4)
    return Atom(at, end, "my", w.MONTHS[word], year=year)


def _quarter(m: re.Match[str], inside: bool) -> Atom | None:
    word = (m["o"] or "").lower()
    n = {"f": 1, "s": 2, "t": 3, "1": 1, "2": 2, "3": 3, "4": 4}.get(word[:1], 0) if word not in ("fourth", "final") else 4
    return Atom(m.start(), m.end(), "quarter", n or int(m["q"] or m["q3"]), int(m["q2"]) if m["q2"] else None)


def _quarter_year(m: re.Match[str], inside: bool) -> Atom | None:
    y = int((m["y"] or m["yy"] or m["y2"]).rstrip("- "))
    return Atom(m.start(), m.end(), "quarter", int(m["q"] or m["q2"] or m["q3"]), year=y if y > 100 else figures.century(y))


def _half(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "half", int(m["h"] or m["h2"] or 0) or {"first": 1, "1st": 1}.get((m["o"] or "").lower(), 2))


def _half_year(m: re.Match[str], inside: bool) -> Atom | None:
    y = int(m["y"] or m["y2"])
    return Atom(m.start(), m.end(), "half", int(m["h"] or m["h2"]), year=y if y > 100 else figures.century(y))


def _fiscal(m: re.Match[str], inside: bool) -> Atom | None:
    if m["next"]:
        return Atom(m.start(), m.end(), "fiscal", 0)
    y = int((m["y"] or m["y2"]).lstrip("'’"))
    return Atom(m.start(), m.end(), "year", y if y > 100 else figures.century(y), word="fiscal")


def _year(m: re.Match[str], inside: bool) -> Atom | None:
    """A year in digits: after a preposition or inside an expression any, alone one of our time; not Russell 2000 or 2024 jobs."""
    text, at = m.string, m.start()
    if m["y3"] or m["yy"]:
        return Atom(at, m.end(), "year", int(m["y3"] or figures.century(int(m["yy"])))) if m["y3"] or inside else None
    if p.NAMED.search(text, at - 12, at) or p.COUNTED.match(text, m.end()) or (at and text[at - 1] in "$€£¥,.#/&"):
        return None
    if inside:
        return Atom(at, m.end(), "year", int(m["y"]))
    joined = at > 1 and text[at - 1] in "-–—~" and text[at - 2].isdigit()
    if joined or (not p.IN_YEAR.search(text, at - 12, at) and (m["y"] == "2000" or not 1950 <= int(m["y"]) <= 2049)):
        return None
    return Atom(at, m.end(), "year", int(m["y"]))


def _decade(m: re.Match[str], inside: bool) -> Atom | None:
    if m["y"]:
        return Atom(m.start(), m.end(), "decade", int(m["y"]))
    n, before = int(m["yy"]), m.string[max(0, m.start() - 6) : m.start()].lower()
    if not inside and not before.endswith(("the ", "in ", "early ", "late ", "mid-", "early-")):
        return None
    return Atom(m.start(), m.end(), "decade", 1900 + n if n >= 30 else 2000 + n)


def _weekday(m: re.Match[str], inside: bool) -> Atom | None:
    """A weekday; abbreviated only where a date stands by, for Sun and Sat are words of their own."""
    word, text = m["w"].rstrip("."), m.string
    if word.lower() not in w.DAY_NAMES and not inside and not m["nth"]:
        beside = re.match(rf",? ?(?:{p.MONTH}|\d)", text[m.end() : m.end() + 8])
        if not beside and (word[0].islower() or not (m["w"][-1] == "." and word.lower() not in ("sun", "sat"))) and len(text) > 6:
            return None
    return Atom(m.start(), m.end(), "weekday", weekday_number(m["w"]), number(m["nth"]) if m["nth"] else None)


def _rel_day(m: re.Match[str], inside: bool) -> Atom | None:
    word = m[0].lower()
    return Atom(m.start(), m.end(), "rel_day", w.REL_DAYS[word[:-2] if word[-2:] in ("'s", "’s") else word])


def _rel_unit(m: re.Match[str], inside: bool) -> Atom | None:
    mod, unit = m["mod"].lower(), m["u"].lower()
    n = w.MODS[mod]
    if unit in ("night", "morning", "afternoon", "evening", "day"):
        if unit == "night" and n < 0:
            return Atom(m.start(), m.end(), "rel_day", (-1, "overnight"))
        if unit == "day":
            what = {-1: "previous_day", 0: "this_day", 1: "next_day"}[n]
            return None if mod in ("past", "last", "coming", "upcoming") else Atom(m.start(), m.end(), "rel_day", (n, what))
        return Atom(m.start(), m.end(), "rel_day", (0, "today")) if n == 0 else None
    return Atom(m.start(), m.end(), "rel_" + {"yr": "year", "qtr": "quarter", "work week": "workweek", "business week": "workweek"}.get(unit, unit), n, word="fiscal" if m["fiscal"] else mod)


def _mod_name(m: re.Match[str], inside: bool) -> Atom | None:
    mod = m["mod"].lower()
    if mod == "following" and (m["mod"] != mod or m[0].endswith(("'s", "’s"))) and not m.string.startswith(("the ", "The "), max(0, m.start() - 4)):
        return None
    slot, n = ("mod_weekday", weekday_number(m["w"])) if m["w"] else ("mod_month", month_number(m["m"]))
    return Atom(m.start(), m.end(), slot, n, w.MODS[mod], mod)


def _stretch(m: re.Match[str], inside: bool) -> Atom | None:
    n = number(m["n"]) * (2 if m["u"][1:] == "ortnight" else 1)
    on = m["mod"].lower() in ("next", "coming", "following", "upcoming")
    unit = "sessions" if m["open"] and m["u"].lower() == "day" else w.UNITS[m["u"].lower()]
    return Atom(m.start(), m.end(), "stretch", (n if on else -n, unit)) if n else None


def _ago(m: re.Match[str], inside: bool) -> Atom | None:
    n = number(m["n"]) * (2 if m["u"][1:] == "ortnight" else 1)
    if not n or (m["dir"] is None and not m["base"]):
        return None
    back = bool(m["base"]) or m["dir"] in ("ago", "earlier", "prior")
    unit = w.UNITS[m["u"].lower()]
    if unit in ("hours", "minutes") and m["dir"] not in ("ago", "from now", "hence"):
        return None
    return Atom(m.start(), m.end(), "ago", (-n if back else n, unit), word=m["more"] or None)


def _in(m: re.Match[str], inside: bool) -> Atom | None:
    n = number(m["n"]) * (2 if m["u"][1:] == "ortnight" else 1)
    return Atom(m.start(), m.end(), "in", (n, w.UNITS[m["u"].lower()]), int(m["time"] is not None), m["dir"].lower()) if n else None


def _offset(m: re.Match[str], inside: bool) -> Atom | None:
    n = number(m["n"]) * (2 if m["u"][1:] == "ortnight" else 1)
    word = "starting" if m["dir"].startswith(("starting", "beginning")) else m["dir"].lstrip(", ")
    return Atom(m.start(), m.end(), "offset", (-n if m["dir"] in ("before", "prior to") else n, w.UNITS[m["u"].lower()]), word=word) if n and not inside else None


def _same(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "same", m["u"] or m["u2"])


def _part(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "part", w.PARTS[m["p"].lower()], word=m["p"].lower())


def _nth(m: re.Match[str], inside: bool) -> Atom | None:
    n = -1 if m["n"].lower() == "last" else number(m["n"])
    n = -n if m["back"] else n
    if m["w"]:
        return Atom(m.start(), m.end(), "nth_day", n, weekday_number(m["w"]))
    return Atom(m.start(), m.end(), "nth_" + m["u"], n)


def _the_unit(m: re.Match[str], inside: bool) -> Atom | None:
    """"The month" after "the end of"."""
    return Atom(m.start(), m.end(), f"rel_{m['u']}", 0, word="the") if inside else None


def _to_date(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "to_date", m["u"].lower())


def _at_end(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "at_end", m["u"].lower(), {"last": -1, "next": 1}.get(m["when"] or "", 0))


def _the_nth(m: re.Match[str], inside: bool) -> Atom | None:
    n = number(m["d"] or m["d2"] or m["d3"])
    if m["from"]:
        first = int(m["from"])
        return Atom(m.start(), m.end(), "day", first, n) if 1 <= first < n <= 31 else None
    return Atom(m.start(), m.end(), "day", n) if 1 <= n <= 31 else None


def _ended(m: re.Match[str], inside: bool) -> Atom | None:
    n = number(m["n"]) if m["n"] and m["n"].lower() not in ("the", "fiscal", "full") else 1
    return Atom(m.start(), m.end(), "ended", (n, m["u"]))


def _week_of(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "week_of", 0)


def _nth_bare(m: re.Match[str], inside: bool) -> Atom | None:
    """"The third Tuesday" of this month."""
    return Atom(m.start(), m.end(), "nth_here", number(m["n"]), weekday_number(m["w"])) if not inside else None


def _mod(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end() - 1, "mod", {"l": -1, "n": 1, "t": 0}[m["mod"][0].lower()]) if not inside else None


def _week_no(m: re.Match[str], inside: bool) -> Atom | None:
    """The week 27 (of 2018), as the calendar counts them; a bare "week 24" is a trial's."""
    n = int(m["n"])
    return Atom(m.start(), m.start("end") if m["end"] is not None else m.end(), "iso_week", n) if 1 <= n <= 53 and (m["the"] or inside or m["end"] is None) else None


def _season(m: re.Match[str], inside: bool) -> Atom | None:
    if m["y"] and p.COUNTED.match(m.string, m.end()):
        return None
    n = ("spring", "summer", "fall", "winter").index((m["s"] or m["s2"]).lower().replace("autumn", "fall"))
    return Atom(m.start(), m.end(), "season", n, w.MODS[m["mod"].lower()] if m["mod"] else None, year=int(m["y"]) if m["y"] else None)


def _clock(m: re.Match[str], inside: bool) -> Atom | None:
    if m["nm"]:
        return Atom(m.start(), m.end(), "clock", dt.time(0 if "night" in m["nm"] else 12)) if inside else None
    hour = int(m["h"] or m["h2"])
    if m["ap"]:
        hour = hour % 12 + (12 if m["ap"] in "pP" else 0)
    zone = m["z"] or m["z2"]
    word = None if not zone else "local" if zone.startswith("local") else w.ZONES.get(zone[0])
    return Atom(m.start(), m.end(), "clock", dt.time(hour % 24, int(m["mi"] or m["mi2"] or 0)), word=word)


def _feast(m: re.Match[str], inside: bool) -> Atom | None:
    name = m["name"].lower().replace("’", "'")
    if name == "new year" and not m.string[max(0, m.start() - 7) : m.start()].lower().endswith(("before ", "after ", "since ")):
        return None
    return Atom(m.start(), m.end(), "feast", name, year=int(m["y"]) if m["y"] else None, to=w.MODS.get((m["mod"] or "").lower().strip()), word="weekend" if m["we"] or m["we2"] or m["of"] else None)


_FIGURES: tuple[tuple[str, str, re.Pattern[str], Build], ...] = (
    ("4", "-/.", p.ISO, figures.iso), ("8", "", p.COMPACT, figures.compact), ("12", "-/.", p.SLASHED, figures.slashed), ("12", "", p.DOTTED_TO, figures.dotted_to),
    ("124", "-/ ", p.MONTH_OF, figures.month_of), ("12", "", p.DAY_MONTH, _month_day), ("12", " /", p.SHORT, figures.short), ("124", "Qq- ", p.QUARTER_YEAR, _quarter_year),
    ("1", "snrtQq", p.QUARTER, _quarter), ("1", "H", p.HALF_YEAR, _half_year), ("1", "snH", p.HALF, _half), ("24", "'’s", p.DECADE, _decade),
    ("4", "-–—~", p.YEAR_RANGE, counted.year_range), ("12", "", p.CLOCK, _clock), ("123", "", p.AGO, _ago), ("123", " ", counted.COUNTED, counted.by_counting),
    ("12", "snrt", counted.NTH_OF, counted.nth_of), ("123", " ", p.OFFSET, _offset), ("12", "snrt", p.NTH, _nth), ("1", "snrt", p.NTH_BARE, _nth_bare),
    ("12", "", p.THE_NTH, _the_nth), ("123", " -", p.ENDED, _ended), ("4", "", p.YEAR, _year), ("12", ".", p.DOTTED, figures.dotted),
)  # fmt: skip
"""What may begin with so many digits and go on with one of these characters (any, where none is named)."""
_MODS, _ORD, _MONTH, _DAY = tuple(w.MODS), (*w.ORDINALS, "last"), w.MONTH_NAMES, w.DAY_NAMES
_LETTERS: tuple[tuple[Iterable[str], re.Pattern[str], Build], ...] = (
    ((*DAYS, "last", "next", "this", "previous", "following", "weekend"), FEAST, _feast), (_ORD, p.NTH, _nth), (("the", "first", "second", "third", "fourth"), p.NTH_BARE, _nth_bare),
    (("last", "next", "this"), p.MOD_DATE, _mod), (("the", "week", "calendar"), p.WEEK_NO, _week_no), ((*_MODS, "summer", "spring", "fall", "autumn", "winter"), p.SEASON, _season),
    (_MODS, p.STRETCH, _stretch), (_MODS, p.REL_UNIT, _rel_unit), (_MODS, p.MOD_NAME, _mod_name), (_MONTH, p.MONTH_DAY, _month_day), (_MONTH, p.MONTH_YEAR, _month), (_DAY, p.A_WEEKDAY, _weekday),
    (w.REL_DAYS, p.REL_DAY, _rel_day), (("q1", "q2", "q3", "q4"), p.QUARTER_YEAR, _quarter_year), (("first", "second", "third", "fourth", "final", "q1", "q2", "q3", "q4"), p.QUARTER, _quarter),
    (("h1", "h2"), p.HALF_YEAR, _half_year), (("first", "second", "latter", "back", "h1", "h2"), p.HALF, _half), (("fiscal", "fy"), p.FISCAL, _fiscal),
    (("the", "same", "year", "a ", "prior", "comparable"), p.SAME, _same), (w.NUMBERS, p.AGO, _ago), (w.NUMBERS, p.OFFSET, _offset), (("in", "within"), p.IN, _in), (("the", *w.PARTS), p.PART, _part),
    (("the", *_ORD), p.DAY_MONTH, _month_day), (("the", *_ORD), p.THE_NTH, _the_nth), ((*w.NUMBERS, "fiscal", "full", "the", "week", "month", "quarter", "half", "year", "period"), p.ENDED, _ended),
    (("week", "w/"), p.WEEK_OF, _week_of), (("noon", "midnight", "midday"), p.CLOCK, _clock), (("this", "last", "next", "year"), p.AT_END, _at_end), (("the", "year"), p.YEAR, _year),
    (("year", "quarter", "month", "week"), p.TO_DATE, _to_date), (("the", "week", "month", "quarter", "year", "decade"), p.THE_UNIT, _the_unit), (("quarter", "month"), p.AT_END, _at_end),
)  # fmt: skip
"""What may begin with these words, by their first two letters."""
_BY_PAIR: dict[str, Entries] = {pair: tuple(entries) for pair, entries in counted.BY_PAIR.items()}
for _words, _pattern, _build in _LETTERS:
    for _pair in dict.fromkeys(x[:2].lower() if len(x) > 1 else x + " " for x in _words):
        _BY_PAIR[_pair] = (*_BY_PAIR.get(_pair, ()), (_pattern, _build))
_BY_PAIR["'"] = ((p.DECADE, _decade), (p.YEAR, _year))
PAIRS = frozenset(_BY_PAIR)


@cache
def _figures(digits: int, follow: str) -> Entries:
    return tuple((pattern, build) for sizes, nexts, pattern, build in _FIGURES if str(digits) in sizes and (not nexts or (follow and follow in nexts)))


_RUN = re.compile(r"[0-9]+")


def _entries(text: str, at: int) -> Entries:
    """What the first letters or figures at a place allow."""
    c = text[at]
    if c <= "9" and (m := _RUN.match(text, at)) is not None:
        end = m.end()
        return _figures(min(end - at, 9), text[end : end + 1])
    return _BY_PAIR.get("'" if c in "'’" else text[at : at + 2].lower(), ())
