"""Units that follow a figure: percent, points, multiples, ranks, counters, times; in both languages, the longest first."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.model.mention import NumberKind


class Unit(NamedTuple):
    """What a unit makes of a figure: the kind of mention, its unit code and what one of it is worth in that code."""

    kind: NumberKind
    code: str
    factor: Decimal = Decimal(1)


_PERCENT, _PP, _BP = Unit("percent", "percent"), Unit("percent", "percentage_point"), Unit("percent", "bp")
_POINTS, _RATIO, _RANK = Unit("number", "points"), Unit("number", "ratio"), Unit("rank", "rank")
_COUNT, _SHARES = Unit("count", "count"), Unit("count", "shares")
PLAIN = Unit("number", "")


def _time(code: str, factor: str = "1") -> Unit:
    return Unit("duration", code, Decimal(factor))


KO: dict[str, Unit] = {
    "%": _PERCENT, "％": _PERCENT, "퍼센트": _PERCENT, "프로": _PERCENT, "퍼센티지": _PERCENT,
    "%포인트": _PP, "%p": _PP, "%P": _PP, "퍼센트포인트": _PP, "퍼센트 포인트": _PP, "% 포인트": _PP, "％포인트": _PP, "％p": _PP,
    "bp": _BP, "bps": _BP, "BP": _BP, "베이시스포인트": _BP, "베이시스 포인트": _BP,
    "포인트": _POINTS, "pt": _POINTS, "pts": _POINTS, "p": _POINTS, "P": _POINTS, "포인트(p)": _POINTS, "포인트(P)": _POINTS,
    "대 주주": _RANK, "대주주": _RANK, "배": _RATIO, "갑절": _RATIO, "위": _RANK, "등": _RANK, "번째": Unit("ordinal", "rank"), "째": Unit("ordinal", "rank"),
    "주": _SHARES, "만주": Unit("count", "shares", Decimal(10000)),
    "시간": _time("hours"), "거래일": _time("sessions"), "영업일": _time("sessions"), "일": _time("days"),
    "주일": _time("weeks"), "주간": _time("weeks"), "개월": _time("months"), "달": _time("months"),
    "분기": _time("quarters"), "개 분기": _time("quarters"), "개분기": _time("quarters"), "년": _time("years"),
    "분": _time("minutes"), "초": _time("seconds"), "세기": _time("years", "100"),
}  # fmt: skip
for _word in (
    "명", "개", "곳", "건", "회", "차례", "번", "가지", "종", "종목", "개국", "개사", "사", "편", "권", "마리", "채", "호",
    "가구", "척", "장", "대", "인", "개 종목", "개 국가", "개소", "군데", "쌍", "팀", "세대", "품목", "업체", "계좌", "기",
    "석", "줄", "그루", "통", "켤레", "잔", "병", "벌", "구좌", "편대", "국", "여명", "여개", "인분",
):  # fmt: skip
    KO.setdefault(_word, _COUNT)
for _word in ("톤", "t", "배럴", "리터", "ℓ", "그램", "kg", "km", "m", "GW", "MW", "kW", "GWh", "MWh", "kWh", "TB", "GB", "MB",
              "나노미터", "나노", "nm", "인치", "평", "㎡", "㎞", "㎏", "살", "세", "도", "온스", "갤런", "부셸", "달러어치"):  # fmt: skip
    KO.setdefault(_word, PLAIN)

EN: dict[str, Unit] = {
    "%": _PERCENT, "percent": _PERCENT, "per cent": _PERCENT, "pct": _PERCENT, "pc": _PERCENT,
    "percentage point": _PP, "percentage points": _PP, "percentage-point": _PP, "pp": _PP, "ppt": _PP, "ppts": _PP,
    "percent point": _PP, "percent points": _PP, "%pts": _PP, "%-points": _PP,
    "basis point": _BP, "basis points": _BP, "basis-point": _BP, "bp": _BP, "bps": _BP, "bips": _BP,
    "point": _POINTS, "points": _POINTS, "pts": _POINTS, "pt": _POINTS,
    "times": _RATIO, "fold": _RATIO, "-fold": _RATIO, "x": _RATIO,
    "share": _SHARES, "shares": _SHARES,
    "trading day": _time("sessions"), "trading days": _time("sessions"), "session": _time("sessions"),
    "sessions": _time("sessions"), "trading session": _time("sessions"), "trading sessions": _time("sessions"),
    "trading-day": _time("sessions"), "business day": _time("sessions"), "business days": _time("sessions"),
    "hour": _time("hours"), "hours": _time("hours"), "hr": _time("hours"), "hrs": _time("hours"), "h": _time("hours"),
    "minute": _time("minutes"), "minutes": _time("minutes"), "min": _time("minutes"), "mins": _time("minutes"),
    "second": _time("seconds"), "seconds": _time("seconds"), "sec": _time("seconds"), "secs": _time("seconds"),
    "day": _time("days"), "days": _time("days"), "night": _time("days"), "nights": _time("days"),
    "week": _time("weeks"), "weeks": _time("weeks"), "month": _time("months"), "months": _time("months"),
    "quarter": _time("quarters"), "quarters": _time("quarters"), "year": _time("years"), "years": _time("years"),
    "decade": _time("years", "10"), "decades": _time("years", "10"), "century": _time("years", "100"),
    "centuries": _time("years", "100"),
}  # fmt: skip
LONGEST = max(map(len, (*KO, *EN)))
Entry = tuple[str, Unit]


def _by_first(table: dict[str, Unit]) -> dict[str, tuple[Entry, ...]]:
    """The units by their first character, the longest first."""
    out: dict[str, list[Entry]] = {}
    for word, unit in table.items():
        out.setdefault(word[0], []).append((word, unit))
    return {first: tuple(sorted(entries, key=lambda e: -len(e[0]))) for first, entries in out.items()}


_KO_FIRST = _by_first(EN | KO)
_EN_FIRST = _by_first({w: u for w, u in KO.items() if not (w.isascii() and w.isalpha())} | EN)
_LOWER_ONLY = frozenset(("times", "x", "h", "second", "min", "sec", "fold"))


def unit_at(text: str, pos: int, ko: bool) -> tuple[Unit, int] | None:
    """The unit that begins at `pos` (after at most one space or hyphen) and where it ends."""
    at = pos
    if ko and text[at : at + 1] == "여":
        at += 1
    if text[at : at + 1] in _GAPS:
        at += 1
        if not ko and text[at : at + 1] in _MORE_FIRST and (m := _MORE.match(text, at)):
            at = m.end()
    first = text[at : at + 1]
    entries = (_KO_FIRST if ko else _EN_FIRST).get(first)
    if entries:
        for word, unit in entries:
            if text.startswith(word, at):
                end = at + len(word)
                if word == "주" and (m := _WEEKS.match(text, end)):
                    return KO["주간"], end + (m[0] == "째")
                if _ends(text, word, end, at > pos):
                    return unit, end
    elif "A" <= first <= "Z" and (entries := _EN_FIRST.get(first.lower())):
        chunk = text[at : at + LONGEST].lower()
        for word, unit in entries:
            if chunk.startswith(word) and word not in _LOWER_ONLY and _ends(text, word, at + len(word), at > pos):
                return unit, at + len(word)
    return None


# What may stand between a figure and its unit of time: three more weeks, two additional quarters.
_MORE = re.compile(r"(?:more|extra|additional|further|full|whole|long|short) (?=(?:minute|hour|day|week|month|quarter|year|decade|session|trading (?:day|session))s(?![a-z-]))")
_MORE_FIRST = frozenset("meafwls")
# What makes 주 a week and not a share: 4주째, 3주 연속, 52주 신고가, 2주 전.
_WEEKS = re.compile(r"째|차|만[에의]| ?(?:연속|동안|신고|신저|만[에의]|안에|뒤|최고|최저|[전후내](?=[ ,.에의]|$))")
# What makes 대 a bin of an index and not machines: 2500대 중반, 2600대 강보합.
_INDEX_BIN = re.compile(r" ?(?:[초중후]반|[강약]?보합|회복|진입|마감|안착|붕괴|탈환|등락|복귀)|에서? (?:상승 |하락 |보합 )?(?:마감|거래|진입|안착|머|장을|등락|출발|개장|움직|횡보|오르내|공방|시작)"
    r"|로 (?:올라[서섰]|내려[앉서섰]|밀[려렸]|떨어|후퇴|주저앉|추락|복귀|급락|급등|마감|출발|하락|상승)|를 (?:회복|탈환|내[줬준주]|뚫|돌파|지켰|터치)|까지 (?:올[라랐]|오르|내려|밀[려렸]|떨어|치솟|하락|상승)")
_GAPS = frozenset((" ", "-", "\u00a0"))
_STRICT: dict[str, str] = {
    "주": "가를는의식와로씩에당나까도만라", "대": "가를는의로에까씩나도만", "인": "이을은의", "사": "가는의를로에",
    "기": "가를의는", "장": "이을의은", "호": "가", "종": "이을의은", "국": "이을의은", "통": "이을의", "세": "", "도": "", "석": "이을",
    "달": "간", "프로": "가를로", "번": "이째의", "째": "로", "팀": "이은을의", "회": "", "분": "간이의을만동씩에가정쯤도짜", "초": "간만에짜", "등": "을이은에인의과으", "채": "", "벌": "", "줄": "", "병": "",
    "잔": "", "평": "", "살": "이은을의에로입", "편": "", "권": "", "t": "", "m": "", "p": "", "P": "",
}  # fmt: skip


def _ends(text: str, word: str, end: int, spaced: bool) -> bool:
    """Whether a unit word ends here: Latin words at a word's end, one-syllable Korean ones not inside another word."""
    nxt = text[end : end + 1]
    if not nxt:
        return True
    if word[-1].isascii() and word[-1].isalpha():
        if word == "x" and spaced and text[end + 1 : end + 2].isdigit():
            return False
        if word == "quarter" and text.startswith(("-point", " point", "-percent"), end):
            return False
        return not (nxt.isascii() and (nxt.isalnum()))
    if (word == "등" and spaced) or (word == "대" and _INDEX_BIN.match(text, end)):
        return False
    if "가" <= nxt <= "힣" and word in _STRICT:
        return nxt in _STRICT[word]
    return True


EXAMPLES = (
    reads("ko", "percent", {"low": "0.25", "unit": "percentage_point"}, "금리를 {0.25%포인트} 낮췄다", "금리를 {0.25%p} 낮췄다"),
    reads("ko", "percent", {"low": "3", "unit": "bp"}, "금리가 {3bp} 올랐다", "금리가 {3베이시스포인트} 올랐다"),
    reads("ko", "number", {"low": "1.4", "unit": "points"}, "{1.4포인트} 내렸다", "{1.4p} 내렸다"),
    reads("ko", "count", {"low": "3000000", "unit": "shares"}, "{300만주}를 샀다"),
    reads("ko", "duration", {"low": "52", "unit": "weeks"}, "{52주} 신고가"),
    reads("ko", "rank", {"low": "2"}, "시총 {2위}로 올랐다", "{2대 주주}가 됐다"),
    reads("ko", "count", {"low": "2500"}, "차 {2500대}를 팔았다"),
    reads("en", "percent", {"low": "50", "unit": "bp"}, "a cut of {50 basis points}", "a {50-basis-point} cut"),
    reads("en", "duration", {"low": "10", "unit": "days"}, "a {10-Day} Rally"),
    reads("en", "number", {"low": "13", "unit": "ratio"}, "trades at {13x} earnings", "{13 times} earnings"),
    reads("en", "duration", {"low": "3", "unit": "weeks"}, "It took {three more weeks}", "It took {3 full weeks}"),
    reads("en", "number", {"low": "3"}, "{three} more firms"),
    ignores("en", "percent", "traded at {4 p}.m. in London"),
    ignores("ko", "count", "지수는 {2500대} 강보합이다", "지수가 {2500대}에서 상승 출발했다", "지수는 {2500대}로 밀렸다"),
    ignores("ko", "percent", "{10년} 만기"),
)
