"""Two figures that are the ends of one range: 5조~7조 달러, $5-7 trillion, 4.25~4.50%, between 3 and 5 percent."""

from __future__ import annotations

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.part import Part
from wollet.model.mention import Mention
from wollet.model.quantity import Closed, Interval, Quantity

LINK = re.compile(
    r" ?(?:~|∼|〜|～|–|—|-)(?: ?[$€£¥₩]| ?(?:US|HK|A|C)\$)? ?(?=[0-9])|[ ](?:to|and)[ ](?:(?:US|HK|A|C)?[$€£¥₩])?(?=[0-9a-z])|(?:에서|과|와) (?=[0-9])"
)
LINKS = frozenset(" ~∼〜～–—-에과와")
_MOVING = re.compile(
    r"(?:from|rose|rises?|fell|falls?|up|down|gain(?:ed|s)?|lost|loses?|added|adds?|climb(?:ed|s|ing)?|dropp(?:ed|ing)|drops|slipp(?:ed|ing)|jump(?:ed|ing)|slid(?:ing)?|shed(?:ding)?|rising|falling|adding|losing|gaining|"
    r"raised|raises?|cut|lifted|by|increased?|decreased?|advanced?|surged|tumbled|higher|lower|eased|ticked|boosted|narrowed|widened|tightened|rebounded|recovered|sank|plunged|soared|rallied|plummeted|slumped|edged|inched|spiked|retreated|declined|swelled|shrank|slimmed|bumped|hiked|trimmed|slashed|reduced|upped|grew)"
    r"(?:[ \n](?:its|a|the|about|around|nearly|almost|roughly|target|price|of|forecast|more|than|as|much))*[ \n]?$",
    re.I,
)  # fmt: skip
_ANYWHERE = re.compile(r"(?:anywhere|rang(?:e[sd]?|ing))[ \n]from[ \n]$", re.I)
_BETWEEN = re.compile(r"(?:between|range(?:s|d)?(?: of)?|from|betwixt)[ \n](?:about |roughly |around )?$", re.I)


def join(text: str, first: Part, second: Part, link: str) -> tuple[Part, Part] | None:
    """The two ends with the unit and scale they share, or None where they are two figures."""
    if first.bin not in ("", "선") or second.bin in ("places", "many", "pair"):
        return None
    if first.unit and second.unit and (first.unit.code != second.unit.code):
        return None
    if first.unit is not None and first.unit.kind == "percent" and second.unit is None and second.scale != 1:
        return None
    word = link.strip(" $€£¥₩USHKAC") if link.strip(" $€£¥₩").isalpha() or link[0] in "에과와 " else ""
    if word in ("에서", "과", "와"):
        after = text[second.end : second.end + 3]
        if not (after.startswith((" 사이", "사이"))) or first.end - first.start > 30:
            return None
    elif word in ("to", "and"):
        if first.letters and text[max(0, first.start - 4) : first.start].lower() == "the ":
            return None
        if word == "and" and not _BETWEEN.search(text, max(0, first.start - 24), first.start):
            return None
        if word == "to" and not _ANYWHERE.search(text, max(0, first.start - 24), first.start) and _MOVING.search(text, max(0, first.start - 40), first.start) and not _shares_unit(first, second):
            return None
        if word == "to" and first.unit is not None and first.unit.code in ("percent", "points") and second.unit is None:
            return None
        if word == "to" and first.unit is None and link[-1] in "$€£¥₩":
            return None
        if word == "to" and second.value > 100 * first.value > 0 and second.scale == 1 == first.scale:
            return None
    elif first.unit is None and second.unit is None and not _plain(text, first, second, link):
        return None
    unit = second.unit or first.unit
    if unit is not None and unit.kind in ("ordinal",) and word == "":
        return None
    a, b = first, second
    if unit is not None and unit.factor != 1:
        f = unit.factor
        if a.unit is None:
            a = a._replace(value=a.value * f, grain=a.grain * f, round=a.round * f)
        elif b.unit is None:
            b = b._replace(value=b.value * f, grain=b.grain * f, round=b.round * f)
    if a.scale == 1 and b.scale != 1 and a.value < 1000:
        a = a._replace(value=a.value * b.scale, grain=a.grain * b.scale, round=a.round * b.scale)
    elif a.unit is None and a.value < 10000 and (k := _korean_scale(text, b)) > 1 and a.value * k < b.value and not _scaled(text, a):
        a = a._replace(value=a.value * k, grain=a.grain * k, round=a.round * k)
    if a.value >= b.value:
        return None
    return a._replace(unit=unit), b._replace(unit=unit)


def _shares_unit(first: Part, second: Part) -> bool:
    """"rose 3 to 5 percent" is a range, "rose 3 percent to 5" and "rose 3 to 5" are not."""
    return first.unit is None and second.unit is not None and second.unit.kind != "money" and second.value < 10 * first.value


def _plain(text: str, first: Part, second: Part, link: str) -> bool:
    """Whether two bare figures joined by a dash are a range: 1,000-5,000; not 7-2, 2024-25 or 02-123."""
    if link.strip(" ") in ("~", "∼", "〜", "～"):
        return True
    return first.value >= 100 and second.value > first.value and text[first.start] != "0" and link.strip() in ("-", "–", "—") \
        and not (1900 <= first.value <= 2100)


def _scaled(text: str, p: Part) -> bool:
    return any(c in "십백천만억조" for c in text[p.start : p.end])


def _korean_scale(text: str, p: Part) -> int:
    """The scale after a plain figure: 30 in "20~30조" shares its 조."""
    i = p.start
    while i < p.end and (text[i].isdigit() or text[i] in ".,"):
        i += 1
    return {"만": 10**4, "억": 10**8, "조": 10**12, "천": 1000, "백": 100}.get(text[i : i + 1], 1) if i > p.start else 1


_GAP = re.compile(r",? ?(?:and |and is |그리고 )?$")


def bounded(text: str, found: list[Mention]) -> list[Mention]:
    """A lower bound followed at once by an upper one of the same unit is one range: 3% 이상 5% 미만."""
    out: list[Mention] = []
    for m in found:
        if out and (both := _both(text, out[-1], m)):
            out[-1] = both
        else:
            out.append(m)
    return out


def _both(text: str, a: Mention, b: Mention) -> Mention | None:
    p, q = a.value, b.value
    if not isinstance(p, Quantity) or not isinstance(q, Quantity) or b.start - a.end > 8 or p.hedge is None or q.hedge is None:
        return None
    if (p.unit not in (q.unit, "") and q.unit != "") or not _GAP.match(text[a.end : b.start]):
        return None
    if p.high is None and q.low is None:
        low, high = p, q
    elif p.low is None and q.high is None:
        low, high = q, p
    else:
        return None
    if low.low is None or high.high is None or low.low >= high.high or low.interval.low is None or high.interval.high is None:
        return None
    opened, shut = low.hedge == "more_than", high.hedge == "less_than"
    closed: Closed = "none" if opened and shut else "right" if opened else "left" if shut else "both"
    value = Quantity(low=low.low, high=high.high, unit=q.unit or p.unit, hedge="range", grain=min(p.grain, q.grain),
                     interval=Interval(low.interval.low, high.interval.high, closed))
    return Mention(a.start, b.end, "range" if not value.unit else b.kind, value, "bounds", (a, b))


EXAMPLES = (
    reads("ko", "money", {"low": "5000000000000", "high": "7000000000000", "unit": "USD"}, "{5조~7조 달러}를 모은다"),
    reads("ko", "money", {"low": "8000", "high": "9000", "unit": "KRW"}, "공모가는 {8,000~9,000원}이다"),
    reads("ko", "money", {"low": "20000000000000", "high": "30000000000000"}, "{20~30조원} 수준"),
    reads("ko", "percent", {"low": "3", "high": "5", "interval.closed": "left"}, "{3% 이상 5% 미만}"),
    reads("en", "money", {"low": "5000000000000", "high": "7000000000000", "unit": "USD"}, "worth {$5-7 trillion}"),
    reads("en", "percent", {"low": "4.25", "high": "4.50", "hedge": "range"}, "a target of {4.25%-4.50%}", "a target of {4.25 to 4.50 percent}"),
    reads("en", "percent", {"low": "3", "high": "5"}, "growth between {3 and 5 percent}", "have gained anywhere from {3 percent to 5 percent}"),
    reads("en", "percent", {"low": "3", "high": "3"}, "It rose from {3%} to 5%", "It rose {3%} to 500 points", "VIX off {3%} to 13.43", "Spreads narrowed {3%} to 5%"),
    reads("en", "money", {"low": "216.44", "high": "216.44"}, "It rose from $208.27 on Dec. 18 to {$216.44}."),
    ignores("en", "range", "the 2024-{25} season", "won the match {7-2}"),
)
