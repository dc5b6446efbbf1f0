"""English times told by counting: two Fridays from now, the week after next, the 5 past years, the first nine months of
2024, ten days starting Monday; and years and days spelled out: nineteen ninety-six, May twenty-one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import cast

from wollet.mention import moments
from wollet.mention import timex_en_patterns as p
from wollet.mention import timex_en_words as w
from wollet.mention import unhurried as re
from wollet.mention.atoms import Atom
from wollet.mention.example import ignores, reads
from wollet.model.time import Grain, When

Build = Callable[[re.Match[str], bool], "Atom | None"]
_DAY = w.cased(w.DAY_NAMES)
_UNITS = w.cased(("day", "week", "month", "quarter", "year"))
COUNTED = re.compile(
    rf"(?P<n>{p.N}) (?:(?P<w>{_DAY})s? (?P<dir>from now|from today|hence|later|ago|earlier)(?![a-z])"
    rf"|(?P<mod>past|previous|prior|last|next|coming|upcoming|following) (?P<u>{_UNITS})s(?![A-Za-z-]))"
)
AFTER_NEXT = re.compile(
    rf"(?:the )?(?:(?P<w>{_DAY})|(?P<m>{w.cased(w.MONTH_NAMES)})|(?P<u>week|weekend|month|quarter|year)) after (?:the )?next(?=$|[^A-Za-z\w ]| *\n| (?:to|when|as|and|but|for|in|at|on|with)(?![a-z]))"
)
_OF = r" (?:of|in) (?:the (?=(?:current |past |previous |next |last )?(?:year|quarter|month|half|week|decade)))?"
FIRST_OF = re.compile(rf"(?:the )?(?P<end>{w.cased(('first', 'last', 'final', 'opening', 'closing'))}) (?:(?P<n>{p.N}) (?P<u>{_UNITS})s?|month){_OF}")
NTH_OF = re.compile(rf"(?:the )?(?P<nth>{p.ORD})(?: month{_OF}| {{1,2}}(?P<c>century)(?![a-z-]))")
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNDER_100 = rf"(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}"
YEAR_WORDS = re.compile(
    rf"(?P<c>[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen)[- ](?:hundred(?: and)?(?:[- ](?P<r>{_UNDER_100}|{_ONES}))?|(?P<r2>{_UNDER_100}|oh[- ](?:{_ONES})))(?![a-z-])"
    rf"|[Tt]wo thousand(?:(?: and)? (?P<r3>{_UNDER_100}|{_ONES}))?(?![a-z-])|[Tt]wenty[- ](?P<r4>(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS})(?![a-z-])"
)
DECADE_WORDS = re.compile(
    r"(?:(?P<the>[Tt]he) )?(?:(?P<c>[Ee]ighteen|[Nn]ineteen|[Tt]wenty)[- ])?(?P<t>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|tens)(?![a-z-])|[Tt]he (?P<z>noughties|two thousands)(?![a-z-])"
)
_DECADES = {w_: 10 * i for i, w_ in enumerate("tens twenties thirties forties fifties sixties seventies eighties nineties".split(), 1)}
_YEAR_ALONE = re.compile(r"\s*(?:$|[.,;:!?)\n]|and (?:was|were|came|has|had|then|in)(?![a-z]))")
_IN = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]ack in|[Bb]y|[Oo]f)\s$")
DAY_WORDS = re.compile(rf"(?P<m>{p.MONTH}) (?P<t>twenty|thirty)[- ](?P<o>{_ONES})(?=\s*(?:$|[.,;!?)\n])| (?:two thousand|nineteen|twenty)(?![a-z]))")


def by_counting(m: re.Match[str], inside: bool) -> Atom | None:
    n, back = w.number(m["n"]), m["dir"] in ("ago", "earlier")
    if m["mod"]:
        on = m["mod"] in ("next", "coming", "upcoming", "following")
        return Atom(m.start(), m.end(), "stretch", (n if on else -n, w.UNITS[m["u"].lower()])) if n else None
    return Atom(m.start(), m.end(), "days_from", -n if back else n, w.weekday_number(m["w"])) if n else None


def _after_next(m: re.Match[str], inside: bool) -> Atom | None:
    number = w.weekday_number(m["w"]) if m["w"] else w.month_number(m["m"]) if m["m"] else None
    return Atom(m.start(), m.end(), "after_next", "day" if m["w"] else "name" if m["m"] else m["u"], number)


def _first_of(m: re.Match[str], inside: bool) -> Atom | None:
    """So many units at the beginning (n) or the end (-n) of the period that follows; `to` the one unit counted out."""
    if inside:
        return None
    back = m["end"].lower() in ("last", "final", "closing")
    if m["n"] is None:
        return Atom(m.start(), m.end(), "first_of", (-1 if back else 1, "months"), 1)
    n = w.number(m["n"])
    return Atom(m.start(), m.end(), "first_of", (-n if back else n, w.UNITS[m["u"].lower()])) if n else None


def nth_of(m: re.Match[str], inside: bool) -> Atom | None:
    n = w.number(m["nth"])
    if m["c"]:
        return Atom(m.start(), m.end(), "century", n) if 15 <= n <= 22 else None
    return Atom(m.start(), m.end(), "first_of", (n, "months"), 1) if n and not inside else None


def _hundred(word: str) -> int:
    parts = re.split(r"[- ]", word)
    tens = {t: 10 * (i + 2) for i, t in enumerate(_TENS.split("|"))}
    ones = {o: i + 1 for i, o in enumerate(_ONES.split("|"))} | {t: i + 10 for i, t in enumerate(_TEENS.split("|"))}
    return sum(tens.get(x, 0) + ones.get(x, 0) for x in parts)


def _year_words(m: re.Match[str], inside: bool) -> Atom | None:
    """A year as it is said: after a month or a day any, alone one after "in" or "since" that nothing is counted by."""
    if not inside and not (_IN.search(m.string, max(0, m.start() - 8), m.start()) and _YEAR_ALONE.match(m.string, m.end())):
        return None
    century = {"s": 16, "e": 18, "n": 19}.get((m["c"] or "")[:1].lower(), 20)
    if m["c"] and m["c"].lower() == "seventeen":
        century = 17
    rest = m["r"] or m["r2"] or m["r3"] or m["r4"]
    if rest is None and not inside:
        return None
    return Atom(m.start(), m.end(), "year", 100 * century + (_hundred(rest) if rest else 0))


def _decade_words(m: re.Match[str], inside: bool) -> Atom | None:
    """The nineties, the nineteen-seventies, the noughties."""
    if m["z"]:
        return Atom(m.start(), m.end(), "decade", 2000)
    if not (m["the"] or m["c"]) or (m["t"] == "tens" and not m["c"]):
        return None
    century = {"e": 1800, "n": 1900, "t": 2000}[m["c"][0].lower()] if m["c"] else 1900
    return Atom(m.start(), m.end(), "decade", century + _DECADES[m["t"]])


def year_range(m: re.Match[str], inside: bool) -> Atom | None:
    """2014-2018, 2014-18 as years: after a preposition, "the" or a bracket, for indexes have such ranges too."""
    text, at, first = m.string, m.start(), int(m["y"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first // 100 * 100 + int(m["y2"])
    placed = p.IN_YEAR.search(text, at - 12, at) or text[max(0, at - 4) : at].lower() == "the "
    if not first < last <= first + 60 or not placed or last > 2049 or p.COUNTED.match(text, m.end()):
        return None
    return Atom(at, m.end(), "year", first, last)


def _day_words(m: re.Match[str], inside: bool) -> Atom | None:
    return Atom(m.start(), m.end(), "md", _hundred(f"{m['t']} {m['o']}"), month=w.month_number(m["m"]))


_MONTHS, _WEEKDAYS, _ORDINALS = "ja fe ma ap ju au se oc no de", "mo tu we th fr sa su", "th fi se fo si ei ni te el tw"
_LETTERS = (
    (_MONTHS, DAY_WORDS, _day_words), ("an co fe on tw th fo fi si se ei ni te el", COUNTED, by_counting), ("th fi la op cl", FIRST_OF, _first_of),
    (_ORDINALS, NTH_OF, nth_of), ("th ni ei tw", DECADE_WORDS, _decade_words), ("ni ei si se tw", YEAR_WORDS, _year_words), (f"{_MONTHS} {_WEEKDAYS} qu ye", AFTER_NEXT, _after_next),
)  # fmt: skip
BY_PAIR: dict[str, tuple[tuple[re.Pattern[str], Build], ...]] = {}
"""What may begin with two letters, in small letters."""
for _firsts, _pattern, _build in _LETTERS:
    for _pair in dict.fromkeys((*_firsts.split(), *(("a ",) if _pattern is COUNTED else ()))):
        BY_PAIR[_pair] = (*BY_PAIR.get(_pair, ()), (_pattern, _build))


def days_from(a: Atom, today: dt.date) -> When:
    """"Two Fridays from now": the second one after today."""
    n, weekday = cast(int, a.value), cast(int, a.to)
    ahead, back = (weekday - today.weekday()) % 7 or 7, (today.weekday() - weekday) % 7 or 7
    day = today + (ahead + 7 * (n - 1)) * moments.DAY if n > 0 else today - (back + 7 * (-n - 1)) * moments.DAY
    return When(start=day, end=day, grain="day", deixis="offset")


def after_next(a: Atom, today: dt.date) -> When:
    """"The year after next" is two years on; "Friday after next" the one after the coming one."""
    unit = cast(str, a.value)
    if unit == "day":
        day = today + ((cast(int, a.to) - today.weekday()) % 7 or 7) * moments.DAY + 7 * moments.DAY
        return When(start=day, end=day, grain="day", deixis="weekday")
    grain: Grain = "range"
    if unit == "name":
        days, grain = moments.month(today.year + 1 + (cast(int, a.to) <= today.month), cast(int, a.to)), "month"
    elif unit == "week":
        days, grain = moments.week(today, 2), "week"
    elif unit == "weekend":
        monday = moments.week(today, 2)[0]
        days = (monday + 5 * moments.DAY, monday + 6 * moments.DAY)
    elif unit == "month":
        days, grain = moments.month(today.year, today.month + 2), "month"
    elif unit == "quarter":
        q = (today.month + 2) // 3 + 2
        days, grain = moments.quarter(today.year + (q - 1) // 4, (q - 1) % 4 + 1), "quarter"
    else:
        days, grain = moments.year(today.year + 2), "year"
    return When(start=days[0], end=days[1], grain=grain)


def century(a: Atom) -> When:
    first = 100 * (cast(int, a.value) - 1)
    return When(start=dt.date(first, 1, 1), end=dt.date(first + 99, 12, 31), grain="range")


def first_of(a: Atom, whole: When) -> When | None:
    """The first nine months of 2024, the last two weeks of May, the third month of the year."""
    n, unit = cast("tuple[int, str]", a.value)
    if whole.start is None or whole.end is None or whole.grain not in ("week", "month", "quarter", "half", "year", "decade"):
        return None
    if a.to is not None:
        first = moments.on(whole.start, n - 1, unit) if n > 0 else moments.on(whole.end + moments.DAY, n, unit)
        last = moments.on(first, 1, unit) - moments.DAY
    elif n > 0:
        first, last = whole.start, moments.on(whole.start, n, unit) - moments.DAY
    else:
        first, last = moments.on(whole.end + moments.DAY, n, unit), whole.end
    if first < whole.start or last > whole.end:
        return None
    months = {"months": 1 if a.to else abs(n), "quarters": 3 * abs(n)}.get(unit, 0)
    aligned = (first.month - 1) % max(months, 1) == 0
    grain: Grain = {1: "month", 3: "quarter", 6: "half", 12: "year"}.get(months, "range") if aligned else "range"  # type: ignore[assignment]
    return When(start=first, end=last, grain=grain, fiscal=whole.fiscal)


EXAMPLES = (
    reads("en", "date", {"start": "2024-02-23", "end": "2024-02-23"}, "They meet {two Fridays from now}.", "They meet on {Friday after next}."),
    reads("en", "date", {"start": "2024-02-02"}, "They met {two Fridays ago}."),
    reads("en", "date", {"start": "2026-01-01", "end": "2026-12-31", "grain": "year"}, "A cut may come {the year after next}."),
    reads("en", "date", {"start": "2019-02-14", "end": "2024-02-14"}, "It doubled in the {five past years}."),
    reads("en", "date", {"start": "2023-01-01", "end": "2023-09-30", "grain": "range"}, "Sales in {the first nine months of 2023} rose."),
    reads("en", "date", {"start": "2023-01-01", "end": "2023-06-30", "grain": "half"}, "Sales in {the first six months of last year} rose."),
    reads("en", "date", {"start": "2024-02-01", "end": "2024-02-10"}, "Exports in {the first 10 days of February} rose.", "Exports in {the first 10 days of this month} rose."),
    reads("en", "date", {"start": "2023-03-01", "end": "2023-03-31", "grain": "month"}, "In {the third month of 2023} it fell."),
    reads("en", "date", {"start": "1900-01-01", "end": "1999-12-31"}, "A market of {the 20th century}."),
    reads("en", "date", {"start": "1996-01-01", "end": "1996-12-31"}, "They left in {nineteen ninety-six}.", "They left in {nineteen ninety six}, he said."),
    reads("en", "date", {"start": "2005-10-01", "end": "2005-10-31"}, "They met in {October two thousand and five}."),
    reads("en", "date", {"start": "2018-01-22"}, "They met on {Jan. twenty-two, 2018}."),
    reads("en", "date", {"start": "2024-02-19", "end": "2024-02-28", "grain": "range"}, "It runs for {10 days from Feb. 19}.", "a sale of {10 days starting next Monday}"),
    reads("en", "date", {"start": "2024-02-29"}, "It starts {10 days from Feb. 19}."),
    reads("en", "date", {"start": "1990-01-01", "end": "1999-12-31", "grain": "decade"}, "in {the nineties}", "in {the nineteen-nineties}"),
    reads("en", "date", {"start": "2000-01-01", "end": "2009-12-31"}, "in {the noughties}", "in {the two thousands}"),
    ignores("en", "date", "a man in his {nineties}", "sold by {the tens} of thousands"),
    reads("en", "count", {"low": "2005"}, "They sold {two thousand and five cars}."),
    reads("en", "date", {"start": "2023-07-01", "grain": "quarter"}, "In the {third quarter of 2023} it fell."),
    ignores("en", "date", "They sold {two thousand and five cars}.", "{two thousand} people came", "a {21st-century} bank", "the {first nine months of trading}", "{four Fridays} in a row", "the {week after next}ing"),
)
