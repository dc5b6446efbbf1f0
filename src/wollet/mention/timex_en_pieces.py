"""The pieces of English time expressions, matched at a place: Feb. 13, third quarter, last week, Tuesday, two years ago."""

from __future__ import annotations

import datetime as dt
import re

from wollet.mention.atoms import Atom

_MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: i + 1 for i, name in enumerate(_MONTH_NAMES)} | {name[:3]: i + 1 for i, name in enumerate(_MONTH_NAMES)} | {"sept": 9}
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS = {name: i for i, name in enumerate(_DAY_NAMES)} | {name[:3]: i for i, name in enumerate(_DAY_NAMES)} | {
    "tues": 1, "thur": 3, "thurs": 3}  # fmt: skip
ORDINALS = {w: i + 1 for i, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth "
    "thirtieth thirty-first".split())}  # fmt: skip
NUMBERS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1, "an": 1, "couple": 2, "a couple": 2, "a couple of": 2, "couple of": 2, "few": 3, "a few": 3, "several": 3, "fifteen": 15, "twenty": 20,
    "thirty": 30}  # fmt: skip
UNITS = {"day": "days", "night": "days", "week": "weeks", "month": "months", "quarter": "quarters", "qtr": "quarters", "year": "years", "yr": "years",
         "decade": "decades"}  # fmt: skip
MODS = {"last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "this": 0, "current": 0, "the current": 0, "next": 1, "coming": 1,
        "upcoming": 1, "following": 1, "this past": -1, "this coming": 1, "the coming": 1}  # fmt: skip
REL_DAYS = {"today": (0, "today"), "yesterday": (-1, "yesterday"), "tomorrow": (1, "tomorrow"), "tonight": (0, "tonight"), "overnight": (0, "overnight"),
            "the day after tomorrow": (2, "day_after_tomorrow"), "day after tomorrow": (2, "day_after_tomorrow"),
            "the day before yesterday": (-2, "day_before_yesterday"), "day before yesterday": (-2, "day_before_yesterday"),
            "last night": (-1, "overnight")}  # fmt: skip
PARTS = {"early": "early", "mid": "mid", "middle of": "mid", "late": "late", "later": "rest", "earlier": "past", "end of": "late", "start of": "early",
         "beginning of": "early", "rest of": "rest", "remainder of": "rest", "close of": "late", "turn of": "early"}  # fmt: skip


def _either(words: object) -> str:
    return "|".join(sorted((re.escape(x) for x in words), key=len, reverse=True))  # type: ignore[attr-defined]


_CASED = lambda names: "|".join(f"[{n[0].upper()}{n[0]}]{n[1:]}|{n.upper()}" for n in names)  # noqa: E731
MONTH = rf"(?:{_CASED(_MONTH_NAMES)}|(?:{_CASED(n[:3] for n in _MONTH_NAMES)}|Sept|sept)(?![a-z])\.?)"
WEEKDAY = rf"(?:{_CASED(_DAY_NAMES)}|(?:{_CASED(('mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'))})(?![a-zA-Z])\.?)"
_ORD = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{_either(ORDINALS)}))"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
_TO = r"\s?(?:-|–|—|to|through|till|until|and)\s?"
_N = rf"(?:\d{{1,3}}|{_either(NUMBERS)})"
_MOD = rf"(?:{_either(MODS)})"
MD = re.compile(
    rf"(?P<m>{MONTH})[ -]?(?:the )?(?P<d>{_DAY}|{_ORD})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|,000)(?:(?P<to>{_TO})(?P<d2>{_DAY})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d))?(?:,? (?:of )?(?P<y>{_YEAR})(?!\d|[.,]\d)|,? ['’](?P<yy>\d\d)(?!\d))?"
)
DM = re.compile(
    rf"(?P<d>{_DAY}|{_ORD})(?:st|nd|rd|th)?\.?(?:(?P<to>{_TO})(?P<d2>{_DAY}|{_ORD})(?:st|nd|rd|th)?\.?)?(?: day)?(?:[ -]?(?:of )?)(?P<m>{MONTH})(?![a-z])(?:[, -]{{0,2}}(?P<y>{_YEAR})(?!\d|[.,]\d)|[ -]['’]?(?P<yy>\d\d)(?![\d:%.,]))?"
)
MY = re.compile(rf"(?P<m>{MONTH})(?:(?:,? (?:of )?|[-/])(?P<y>{_YEAR})(?!\d|[.,]\d)| ?['’](?P<yy>\d\d)(?!\d))?(?![A-Za-z])")
ISO = re.compile(rf"(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?![\d]|[-/.]\d)")
SLASH = re.compile(r"(?P<a>\d\d?)(?P<s>[-/.])(?P<b>\d\d?)(?P=s)(?P<y>(?:19|20)\d\d|\d\d)(?!\d|[-/.%]\d|%)")
SHORT = re.compile(r"(?P<a>\d\d?)/(?P<b>\d\d?)(?![\d/%]|[.,]\d)")
M_Y = re.compile(rf"(?P<m>0?[1-9]|1[0-2])/(?P<y>{_YEAR})(?![\d/])|(?P<y2>{_YEAR})[-/](?P<m2>0?[1-9]|1[0-2])(?![\d/.%-])")
QUARTER = re.compile(
    rf"(?:(?P<o>first|second|third|fourth|1st|2nd|3rd|4th|final|First|Second|Third|Fourth)(?:[- ]fiscal)?[- ](?:quarter|qtr)s?(?!-)(?![a-z])|[Qq](?P<q>[1-4])(?:{_TO}[Qq](?P<q2>[1-4]))?(?![\w%])|(?P<q3>[1-4])[Qq](?![A-Za-z])"
    r"|(?P<o2>first|second|third|fourth|First|Second|Third|Fourth)-quarter(?= ))"
)
QUARTER_YEAR = re.compile(r"(?:[Qq](?P<q>[1-4])|(?P<q2>[1-4])[Qq])['’ ]?(?P<y>20\d\d|\d\d)(?!\d|[.,]\d|%)|(?P<y2>\d\d|20\d\d)[Qq](?P<q3>[1-4])(?!\d)")
HALF = re.compile(r"(?:(?P<o>first|second|latter|back|First|Second|1st|2nd)[- ]half(?:-(?=year))?(?! (?:time|of the (?:game|match))|[a-z])|[Hh](?P<h>[12])(?!\w)|(?P<h2>[12])H(?!\w))")
FISCAL = re.compile(rf"(?:[Ff]iscal|FISCAL)(?:[- ][Yy]ear|[- ]full[- ]year)?,? (?P<y>{_YEAR}|['’]\d\d)(?!\d)|FY[ ]?['’]?(?P<y2>20\d\d|\d\d)(?!\d)|(?P<next>[Ff]iscal) (?=(?:first|second|third|fourth)[- ]quarter|Q[1-4])")
YEAR = re.compile(r"(?P<y>1[6-9]\d\d|20[0-9]\d|21[0-4]\d)(?![\d%]|[.,:/]\d|-\d{3,}|\w)|['’](?P<yy>[0-2]\d|9\d)(?![\d\w])|[Yy]ear (?P<y3>\d{3,4})(?!\d)")
DECADE = re.compile(r"(?P<y>(?:1[6-9]|20)\d0)['’]?s(?![a-z])|['’]?(?P<yy>[2-9]0)['’]?s(?![a-z])")
WEEKDAY_RE = re.compile(rf"{WEEKDAY}(?:s(?=['’]))?(?:['’]s)?(?![A-Za-z])(?: (?:the )?(?P<nth>\d\d?(?:st|nd|rd|th))(?! [A-Z]))?")
REL_DAY = re.compile(rf"(?:{_CASED(REL_DAYS)})(?![a-z-])(?:['’]s)?")
REL_UNIT = re.compile(
    rf"(?P<mod>{_CASED(MODS)}) (?P<fiscal>fiscal )?(?P<u>week(?:end)?|month|quarter|qtr|year|yr|decade|half|night|day|morning|afternoon|evening|summer)(?:['’]s)?(?![a-z-])"
)
MOD_NAME = re.compile(rf"(?P<mod>{_CASED(MODS)}) (?:(?P<w>{WEEKDAY})|(?P<m>{MONTH}))(?:['’]s)?(?![a-z])")
STRETCH = re.compile(rf"(?P<mod>{_CASED(('last', 'past', 'previous', 'prior', 'next', 'coming', 'following'))}) (?P<n>{_N}) (?:business |trading |calendar |more )?(?P<u>day|week|month|quarter|year|yr|decade)s?(?![a-z-])")
AGO = re.compile(rf"(?P<n>{_N}|one-|A|An|One|Two|Three|Four|Five|Six) ?(?P<u>day|week|month|quarter|year|decade)s?(?: and (?P<n2>\d+|one|two|three) (?P<u2>day|week|month)s?)? (?P<dir>ago|earlier|before|from now|hence|later|prior|out)(?![a-z])(?! than)")
PART = re.compile(rf"(?:the )?(?P<p>{_CASED(PARTS)})(?:[- ](?:in )?(?:the )?(?:half of )?)")
NTH = re.compile(rf"(?P<n>{_ORD}|[Ll]ast) (?:(?P<w>{WEEKDAY})|(?P<u>week|day|month|quarter|weekend))(?![a-z])(?= (?:of|in) )")
THE_NTH = re.compile(rf"the (?P<d>{_ORD}|twenty[- ]\w+)(?= *(?:$|[.,;!?)]|of (?:this|next|last|the (?:previous|next|current|same)) month|at|to|and (?:the )?\d)| (?:of (?:this|next|last|the)))")
ENDED = re.compile(
    rf"(?P<n>{_N}|[Tt]hree|[Ss]ix|[Nn]ine|[Tt]welve|[Ff]iscal|[Ff]ull|the|[Tt]he)?[ -]?(?P<u>week|month|quarter|half|year|period)s? (?:that |which )?(?:ended|ending|through|to)(?: on| in)? (?={MONTH})"
)
CLOCK = re.compile(
    r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<mi>[0-5]\d))?(?: ?(?P<ap>[ap])\.?m\.?(?![a-z])|(?P<oc> o['’]clock))(?:[ ,]*(?P<z>E[SD]?T|P[SD]?T|C[SD]?T|GMT|BST|UTC|KST|JST|HKT|CET|(?:[Ee]astern|local|New York|London|Pacific)(?: [Tt]ime)?))?"
    r"|(?P<h2>[01]?\d|2[0-3]):(?P<mi2>[0-5]\d)(?::[0-5]\d)?(?![:\d])(?: ?(?P<z2>E[SD]?T|P[SD]?T|GMT|BST|UTC|KST|JST|HKT|CET))?|(?P<nm>[Nn]oon|[Mm]idnight|[Mm]idday)(?![a-z])"
)
ZONES = {"E": "America/New_York", "P": "America/Los_Angeles", "C": "America/Chicago", "G": "UTC", "U": "UTC", "B": "Europe/London", "K": "Asia/Seoul",
         "J": "Asia/Tokyo", "H": "Asia/Hong_Kong", "N": "America/New_York", "L": "Europe/London", "e": "America/New_York"}  # fmt: skip
NOT_A_YEAR = re.compile(
    r"(?:[- ](?:points?|shares|people|employees|workers|jobs|stores|units|miles|vehicles|cars|companies|stocks|homes|barrels|tons?|pounds|dollars|euros|yen|won|feet|"
    r"meters|hours|days|times|countries|pieces|megawatts|level|mark|percent|million|billion|basis))(?![a-z])"
)
YEAR_AFTER = re.compile(r"(?:Russell|Model|Boeing|Airbus|Nikkei|No\.|Section|Form|Route|Room|Suite|CSI|ISO|Class|\$|€|£|¥|#)[ ]?$")
IN_YEAR = re.compile(r"(?:\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|until|till|from|for|during|through|to|and|before|after|around|[Ee]arly|[Ll]ate|[Mm]id|back|than|year|year-end|-|–)[ -]|[(–-])$")


def _number(word: str) -> int:
    word = word.lower().strip("- ")
    if word.isdigit():
        return int(word)
    return NUMBERS.get(word) or ORDINALS.get(word) or int(re.match(r"\d+", word)[0]) if re.match(r"\d+", word) or word in NUMBERS or word in ORDINALS else 0  # type: ignore[index]


def _year(m: re.Match[str]) -> int | None:
    g = m.groupdict()
    if g.get("y"):
        return int(g["y"])
    if g.get("yy"):
        n = int(g["yy"])
        return 2000 + n if n < 70 else 1900 + n
    return None


def month_number(word: str) -> int:
    return MONTHS[word.lower().rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAYS[word.lower().rstrip(".")]


def piece(text: str, at: int, inside: bool) -> Atom | None:
    """The piece that begins at a place; `inside` an expression also bare years and days."""
    c = text[at]
    if c.isdigit():
        return _digits(text, at, inside)
    if c in "'’":
        m = YEAR.match(text, at) if inside else DECADE.match(text, at)
        return None if m is None else Atom(at, m.end(), "year" if inside else "decade", _year(m) or 0)
    return _word(text, at, inside)


def _digits(text: str, at: int, inside: bool) -> Atom | None:
    if m := ISO.match(text, at):
        return _full(at, m.end(), int(m["y"]), int(m["m"]), int(m["d"]))
    if m := SLASH.match(text, at):
        a, b, y = int(m["a"]), int(m["b"]), int(m["y"])
        if m["s"] == "." and len(m["y"]) == 2 and not (a <= 31 and b <= 12 and len(m["b"]) == 2):
            return None
        if m["s"] == "-" and len(m["y"]) == 2 and not inside and at and text[at - 1] != " ":
            return None
        day_first = a > 12 or (m["s"] == "." and b <= 12)
        return _full(at, m.end(), y if y > 100 else 2000 + y if y < 70 else 1900 + y, b if day_first else a, a if day_first else b)
    if m := M_Y.match(text, at):
        return Atom(at, m.end(), "my", int(m["m"] or m["m2"]), year=int(m["y"] or m["y2"]))
    if m := DM.match(text, at):
        return _month_day(m, at)
    if m := SHORT.match(text, at):
        a, b = int(m["a"]), int(m["b"])
        before = text[max(0, at - 3) : at]
        if 1 <= a <= 12 and 1 <= b <= 31 and (before[-3:].lower() in ("on ", "by ") or (b > 12 and a < b and b not in (16, 32, 64))):
            return Atom(at, m.end(), "md", b, month=a)
        return None
    if m := QUARTER_YEAR.match(text, at):
        y = m["y"] or m["y2"]
        return Atom(at, m.end(), "quarter", int(m["q"] or m["q2"] or m["q3"]), year=int(y) if len(y) == 4 else 2000 + int(y))
    if m := QUARTER.match(text, at):
        return _quarter(m, at)
    if m := HALF.match(text, at):
        return Atom(at, m.end(), "half", int(m["h2"] or m["o"][0]))
    if m := DECADE.match(text, at):
        n = int(m["y"]) if m["y"] else 1900 + int(m["yy"]) if int(m["yy"]) >= 30 else 2000 + int(m["yy"])
        if m["y"] or re.search(r"(?:the|early|late|mid)[ -]$", text[max(0, at - 6) : at]):
            return Atom(at, m.end(), "decade", n)
        return None
    if m := CLOCK.match(text, at):
        return _clock(m, at)
    if m := AGO.match(text, at):
        return _ago(m, at)
    if (m := NTH.match(text, at)) is not None:
        return _nth(m, at)
    if (m := YEAR.match(text, at)) and m["y"]:
        before = text[max(0, at - 12) : at]
        if YEAR_AFTER.search(before) or NOT_A_YEAR.match(text, m.end()) or (at and text[at - 1] in "$€£¥,.#/&"):
            return None
        if not inside and not IN_YEAR.search(before) and (m["y"] == "2000" or not 1950 <= int(m["y"]) <= 2049):
            return None
        return Atom(at, m.end(), "year", int(m["y"]))
    return None


def _word(text: str, at: int, inside: bool) -> Atom | None:
    c = text[at].lower()
    if c in "lpntcuf" and (m := STRETCH.match(text, at)):
        n = _number(m["n"])
        mod = m["mod"].lower()
        return Atom(at, m.end(), "stretch", (n if mod in ("next", "coming", "following") else -n, UNITS[m["u"]]), None, mod)
    if c in "lpntcuf" and (m := REL_UNIT.match(text, at)):
        mod, unit = MODS[m["mod"].lower()], m["u"]
        if unit in ("night", "morning", "afternoon", "evening", "day"):
            if m["mod"].lower() == "last" and unit == "night":
                return Atom(at, m.end(), "rel_day", (-1, "overnight"))
            if unit == "day" or mod != 0:
                return None
            return Atom(at, m.end(), "rel_day", (0, "today"))
        return Atom(at, m.end(), "rel_" + {"yr": "year", "qtr": "quarter"}.get(unit, unit), mod, None, "fiscal" if m["fiscal"] else m["mod"].lower())
    if c in "lpntcuf" and (m := MOD_NAME.match(text, at)):
        mod = MODS[m["mod"].lower()]
        if m["w"]:
            return Atom(at, m.end(), "mod_weekday", (weekday_number(m["w"]), str(mod)))
        return Atom(at, m.end(), "mod_month", (month_number(m["m"]), str(mod)))
    if c in "jfmasond":
        found = _month(text, at, inside)
        if found is not None:
            return found
    if c in "mtwfs" and (m := WEEKDAY_RE.match(text, at)) and _is_weekday(text, m, inside):
        nth = m["nth"]
        name = re.match(r"[A-Za-z]+", m[0])[0].lower()  # type: ignore[index]
        if name not in WEEKDAYS:
            name = name.rstrip("s")
        return Atom(at, m.end(), "weekday", WEEKDAYS[name], _number(nth) if nth else None)
    if c in "tyold" and (m := REL_DAY.match(text, at)):
        return Atom(at, m.end(), "rel_day", REL_DAYS[m[0].lower().removesuffix("'s").removesuffix("’s")])
    if c in "fstq" and (m := QUARTER.match(text, at)):
        return _quarter(m, at)
    if c == "q" and (m := QUARTER_YEAR.match(text, at)):
        y = m["y"] or m["y2"]
        return Atom(at, m.end(), "quarter", int(m["q"] or m["q2"] or m["q3"]), year=int(y) if len(y) == 4 else 2000 + int(y))
    if c in "fslbh" and (m := HALF.match(text, at)):
        n = int(m["h"]) if m["h"] else {"first": 1, "1st": 1}.get((m["o"] or "").lower(), 2)
        return Atom(at, m.end(), "half", n)
    if c == "f" and (m := FISCAL.match(text, at)):
        if m["next"]:
            return Atom(at, m.end() - 1, "fiscal", 0)
        y = (m["y"] or m["y2"]).lstrip("'’")
        return Atom(at, m.end(), "year", int(y) if len(y) == 4 else 2000 + int(y), None, "fiscal")
    if (c in "aotfsencd" or c in "12345678") and (m := AGO.match(text, at)):
        return _ago(m, at)
    if c in "mlesbrct" and (m := PART.match(text, at)):
        p = m["p"].lower()
        return Atom(at, m.end(), "part", PARTS[p], None, p)
    if c in "fstenl" and (m := NTH.match(text, at)):
        return _nth(m, at)
    if c in "fsten" and (m := DM.match(text, at)):
        return _month_day(m, at)
    if c == "t" and (m := THE_NTH.match(text, at)):
        n = _number(m["d"])
        return Atom(at, m.end(), "day", n) if 1 <= n <= 31 else None
    if c in "tsnfwmqyhp" and (m := ENDED.match(text, at)):
        n = _number(m["n"]) if m["n"] and m["n"].lower() not in ("the", "fiscal", "full") else 1
        return Atom(at, m.end() - 1, "ended", (n, m["u"]))
    if c in "nm" and (m := CLOCK.match(text, at)) and inside:
        return _clock(m, at)
    if c == "y" and (m := YEAR.match(text, at)) and m["y3"]:
        return Atom(at, m.end(), "year", int(m["y3"]))
    return None


def _month(text: str, at: int, inside: bool) -> Atom | None:
    if m := MD.match(text, at):
        if m["d"][0].isdigit() or text[at].isupper() or m["m"].lower() != "may":
            return _month_day(m, at)
    m = MY.match(text, at)
    if m is None:
        return None
    word = m["m"].lower().rstrip(".")
    year = _year(m)
    if year is None and not inside:
        if text[at].islower() and (word in ("may", "march") or len(word) < 4):
            if not re.search(r"(?:\b[Ii]n|\b[Ss]ince|\b[Bb]y|\blast|\bnext|\buntil|\bfrom|\bof)[ ]$", text[max(0, at - 7) : at]) or len(word) < 4:
                return None
        elif word == "may" and not re.search(r"(?:\b(?:[Ii]n|of|[Ss]ince|[Bb]y|until|from|through|during|for|late|early|[Mm]id|and|to|[Ee]nded|ending|this|before|after)|,|-|–|/)[ -]?$", text[max(0, at - 9) : at]):
            if not re.match(r" (?:was|report|data|sales|figures|meeting|contract|futures|delivery|jobs|CPI|inflation|retail|through|to|from|\d)", text[m.end() : m.end() + 12]):
                return None
        elif word == "mar" or (len(word) < 4 and word not in ("may",) and m["m"][-1] != "." and text[at + 1 : at + 2].islower() and not re.search(r"\b(?:[Ii]n|of|[Ss]ince|[Bb]y|until|from|through|to)[ ]$", text[max(0, at - 9) : at])):
            return None
    end = m.end() - (text[m.end() - 1] == "." and year is None and len(word) > 3 and word != "sept")
    return Atom(at, end, "my", month_number(m["m"]), year=year)


def _month_day(m: re.Match[str], at: int) -> Atom | None:
    day = _number(m["d"])
    if not 1 <= day <= 31:
        return None
    if m.re is DM and text_is_money(m.string, at):
        return None
    year = _year(m)
    to = _number(m["d2"]) if m["d2"] else None
    if to is not None and m["to"].strip() == "and" and not re.search(r"(?:between|from)\s(?:\w+ )?$", m.string[max(0, at - 16) : at], re.I):
        if to != day + 1:
            return Atom(at, m.start("to") if m.re is MD else m.end(), "md", day, month=month_number(m["m"]))
    end = m.end()
    return Atom(at, end, "md", day, to, month=month_number(m["m"]), year=year)


def text_is_money(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in "$€£¥.,"


def _is_weekday(text: str, m: re.Match[str], inside: bool) -> bool:
    """Abbreviations only where a date follows or stands before; Sun and Sat are words of their own."""
    word = re.match(r"[A-Za-z]+", m[0])[0]  # type: ignore[index]
    if len(word) > 5 or word.lower() in _DAY_NAMES:
        return True
    if inside or m["nth"]:
        return True
    after = text[m.end() : m.end() + 6]
    if word.lower() in ("sun", "sat", "wed", "mon", "fri") and word[0].islower():
        return len(text) < 6
    return bool(re.match(rf",? ?(?:{MONTH}|\d)", after)) or (m[0].endswith(".") and word.lower() not in ("sun", "sat")) or len(text) < 6


def _quarter(m: re.Match[str], at: int) -> Atom:
    g = m.groupdict()
    if g["o"] or g["o2"]:
        n = {"f": 1, "s": 2, "t": 3, "1": 1, "2": 2, "3": 3, "4": 4}[(g["o"] or g["o2"] or "")[0].lower()]
        if (g["o"] or g["o2"] or "").lower() in ("fourth", "final"):
            n = 4
        return Atom(at, m.end(), "quarter", n)
    return Atom(at, m.end(), "quarter", int(g["q"] or g["q3"] or 1), int(g["q2"]) if g["q2"] else None)


def _ago(m: re.Match[str], at: int) -> Atom:
    n = _number(m["n"].strip("-"))
    back = m["dir"] in ("ago", "earlier", "before", "prior")
    extra = f"+{_number(m['n2'])} {UNITS[m['u2']]}" if m["n2"] else ""
    return Atom(at, m.end(), "ago", (-n if back else n, UNITS[m["u"]]), None, m["dir"] + extra)


def _nth(m: re.Match[str], at: int) -> Atom | None:
    n = -1 if m["n"].lower() == "last" else _number(m["n"])
    if m["w"]:
        return Atom(at, m.end(), "nth_day", n, weekday_number(m["w"]))
    return Atom(at, m.end(), "nth_" + m["u"], n) if m["u"] in ("week", "day", "weekend") else None


def _clock(m: re.Match[str], at: int) -> Atom:
    g = m.groupdict()
    if g["nm"]:
        return Atom(at, m.end(), "clock", dt.time(0 if "night" in g["nm"] else 12))
    hour = int(g["h"] or g["h2"])
    if g["ap"]:
        hour = hour % 12 + (12 if g["ap"] == "p" else 0)
    zone = g["z"] or g["z2"]
    return Atom(at, m.end(), "clock", dt.time(hour % 24, int(g["mi"] or g["mi2"] or 0)), None, "local" if zone and zone.startswith("local") else ZONES.get(zone[0]) if zone else None)


def _full(at: int, end: int, y: int, m: int, d: int) -> Atom | None:
    try:
        return Atom(at, end, "full", dt.date(y, m, d))
    except ValueError:
        return None
