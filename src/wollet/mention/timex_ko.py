"""Korean time expressions: pieces side by side are one expression, resolved against the day of publication.

News looks back: a day or weekday told without its month or week is the latest one, unless 오는, 다음 or the sentence's
end (예정, 전망, 열린다) says otherwise.  현지시각 and 한국시간 around a date are kept as `local` and `zone`.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from wollet.mention import moments, timex_ko_resolve
from wollet.mention import unhurried as re
from wollet.mention.atoms import RANK, Atom
from wollet.mention.example import ignores, reads
from wollet.mention.timex_ko_context import Context
from wollet.mention.timex_ko_pieces import FIRSTS, SECONDS, piece
from wollet.mention.timex_ko_words import NATIVE_DAYS
from wollet.model.mention import Mention
from wollet.model.time import Relation, When

_SEED = re.compile(rf"[0-9'’‘{FIRSTS}](?:(?<=[0-9'’‘])(?<![0-9A-Za-z]['’‘0-9])(?<![0-9][.,][0-9])|(?<![가-힣0-9].)(?<![0-9'’‘])(?=[{SECONDS} \d]))")
_GAP = re.compile(r"[ \u00a0]?(?:의 )?(?:, )?(?=[^ ])")
_LOCAL_GAP = re.compile(r" ?\(?현지 ?시[각간](?:으로|기준)?(?: 기준)?\)? ")
_ZONES = (
    (re.compile(r"현지|미국 ?시|미 ?동부|동부 ?시|뉴욕 ?시"), None), (re.compile(r"한국|우리|국내"), "Asia/Seoul"), (re.compile(r"일본"), "Asia/Tokyo"),
    (re.compile(r"그리니치|GMT|UTC|국제 ?표준|세계 ?표준"), "UTC"),
)  # fmt: skip
_NOTE = re.compile(r"\s?\((?P<rest>이하 ?)?(?P<zone>[가-힣 ]{0,8}?(?:현지|미국|미 ?동부|동부|뉴욕|한국|우리|그리니치|일본)[가-힣 ]{0,3}? ?(?:시[각간]|기준|표준시))[^)]{0,10}\)")
_BEFORE_ZONE = re.compile(r"(?P<zone>현지|미국|미 ?동부|동부|한국|우리|일본) ?시[각간](?:으로|으로는|기준)?(?: 기준)?(?:으로)? ?$")
_TO = re.compile(r"\s?(?:[~∼〜～–-]|부터|에서)\s?(?=[^ ])")
_UNTIL = re.compile(r"\s?(?:까지|사이)")
_FOR = re.compile(rf"부터 ?(?:(?P<days>{'|'.join(NATIVE_DAYS)})|(?P<n>\d{{1,2}})일)(?: ?(?:동안|간|에 걸쳐|일정))")
_FOR_UNITS = re.compile(r"부터 ?(?P<n>\d{1,2}) ?(?P<u>주|개월|년)(?:간| 동안)")
_RELATION = re.compile(
    r"(?P<since>[ ]?(?:이후|이래|부터|로부터))(?!의 일정)|(?P<until>[ ]?(?:까지))|(?P<before>[ ]?이전|[ ]전(?=[ ,에의까])|[ ]직전)|(?P<after>[ ]직후)|(?P<by>[ ](?:내로|안에|이내|내에))"
    r"|(?P<around>[ ]?(?:무렵|께(?![서])|쯤|경(?![제영기]))|[ ]전후)"
)
_SO_FAR = re.compile(r"\s?(?:들어|들어서|중 현재|현재까지)(?![가-힣]{2})")
_AFTER_OR_AT = re.compile(r"\s?(?:또는|혹은) 그 이후")
_WHOLE = frozenset(("year", "rel_year", "half", "quarter", "rel_quarter", "month", "rel_month", "decade", "rel_week", "year_month", "ends"))


def scan(text: str, today: dt.date) -> list[Mention]:
    """All Korean time expressions of a text, in order, none overlapping."""
    out: list[Mention] = []
    floor = 0
    local = False
    context = Context(today)
    for seed in _SEED.finditer(text):
        at = seed.start()
        if at < floor:
            continue
        atoms = _group(text, at)
        if not atoms:
            continue
        read = _expression(text, atoms, context)
        if read is None:
            floor = max(floor, at + 1)
            continue
        when, end, rule = read
        when, notes_rest = _zoned(text, atoms[0].start, end, when, local)
        local = local or notes_rest
        out.append(Mention(atoms[0].start, end, "date", when, rule))
        floor = end
        context.saw(when, end)
    return out


def _group(text: str, at: int) -> list[Atom]:
    """Pieces that stand side by side and each fix something narrower than the one before."""
    first = piece(text, at, False)
    if first is None:
        return []
    atoms, rank = [first], RANK.get(first.slot, 4)
    while atoms[-1].slot not in ("ago", "stretch", "same", "in") and len(atoms) < 7:
        gap = _LOCAL_GAP.match(text, atoms[-1].end) or _GAP.match(text, atoms[-1].end)
        if gap is None or gap.end() >= len(text) or "\n" in gap[0]:
            break
        nxt = piece(text, gap.end(), True)
        if nxt is None or not _follows(atoms, nxt, rank, gap[0]):
            break
        atoms.append(nxt)
        rank = max(rank, RANK.get(nxt.slot, 4))
    return atoms


def _follows(atoms: list[Atom], nxt: Atom, rank: int, gap: str) -> bool:
    last, new = atoms[-1].slot, RANK.get(nxt.slot, 4)
    if nxt.slot in ("ago", "stretch", "mod", "year", "rel_year", "that_year", "same", "in", "decade", "full", "ends"):
        return nxt.slot in ("year", "rel_year") and last == "mod"
    if "," in gap and nxt.slot not in ("weekday",):
        return False
    if nxt.slot == "part":
        return last in _WHOLE and gap in ("", " ")
    if nxt.slot == "half" and last in ("month", "rel_month", "day", "rel_day"):
        return False
    if last in ("rel_week",) and nxt.slot in ("month", "rel_month"):
        return False
    if nxt.slot == "weekend":
        return last in ("rel_week", "rel_month", "month", "mod")
    if last == "hours" and nxt.slot in ("clock",):
        return True
    if last in ("quarter", "half", "rel_quarter") and nxt.slot not in ("part",):
        return False
    return new > rank or (last == "mod")


def _expression(text: str, atoms: list[Atom], context: Context) -> tuple[When, int, str] | None:
    """The time that a group tells, with what it is joined to by ~, 부터…까지 or 사흘간."""
    end = atoms[-1].end
    when = timex_ko_resolve.resolve(text, atoms, context)
    if when is None:
        return None
    rule = {"in": "ago", "ago": "ago", "stretch": "stretch", "same": "same"}.get(atoms[0].slot, "date")
    if atoms[-1].word == "due":
        rule = "delivery"
    if when.start is None or when.end is None or rule == "stretch" or atoms[0].slot in ("in", "same"):
        return when, end, rule
    if (m := _SO_FAR.match(text, end)) and when.start <= context.today <= when.end and when.grain in ("week", "month", "quarter", "half", "year"):
        return msgspec.structs.replace(when, end=context.today), end, rule
    if m := _FOR.match(text, end):
        n = NATIVE_DAYS[m["days"]] if m["days"] else int(m["n"])
        if n:
            return When(start=when.start, end=when.start + (n - 1) * moments.DAY, grain="range"), m.end(), "days_from"
    if (m := _FOR_UNITS.match(text, end)) and 0 < int(m["n"]):
        unit = {"주": "weeks", "개월": "months", "년": "years"}[m["u"]]
        return When(start=when.start, end=moments.on(when.start, int(m["n"]), unit) - moments.DAY, grain="range"), m.end(), "days_from"
    if m := _TO.match(text, end):
        second = _group(text, m.end()) if m.end() < len(text) else []
        if second and second[0].slot not in ("stretch", "ago", "in", "same", "hours", "clock", "mod") and (joined := _range(text, when, second, context, m[0])):
            return joined
    if _AFTER_OR_AT.match(text, end):
        return When(start=when.start, end=when.end, grain=when.grain, relation="since", deixis=when.deixis), end, rule
    if m := _RELATION.match(text, end):
        relation: Relation = m.lastgroup  # type: ignore[assignment]
        when = timex_ko_resolve.with_relation(when, relation)
    return when, end, rule


def _range(text: str, first: When, atoms: list[Atom], context: Context, link: str) -> tuple[When, int, str] | None:
    second = timex_ko_resolve.resolve(text, atoms, context.after(first))
    if second is None or second.end is None or first.start is None or second.start is None:
        return None
    end = atoms[-1].end
    closing = _UNTIL.match(text, end)
    plain = len(atoms) == 1 and atoms[0].slot in ("day", "year") and first.grain in ("day", "year")
    if link.strip() in ("부터", "에서") and not closing and not plain:
        return None
    if second.end < first.start:
        if atoms[0].slot in ("month", "quarter"):
            second = timex_ko_resolve.with_years(second, 1)
        if second.end is None or second.end < first.start:
            return None
    if closing:
        end = closing.end()
    grain = first.grain if first.grain == second.grain and first.grain not in ("day", "instant") else "range"
    return When(start=first.start, end=second.end, grain=grain if grain != "day" else "range"), end, "range"


def _zoned(text: str, start: int, end: int, when: When, local: bool) -> tuple[When, bool]:
    """현지시각 or 한국시간 before or after a date; 이하 현지시간 holds for the rest of the text."""
    if when.grain not in ("day", "instant", "range"):
        return when, False
    rest = False
    m = _NOTE.match(text, end) if text[end : end + 2].strip()[:1] == "(" else None
    if m is not None:
        rest = m["rest"] is not None
    elif "시" in text[max(0, start - 16) : start]:
        m = _BEFORE_ZONE.search(text, start - 16, start)
    word = m["zone"] if m is not None else text[start:end] if "현지" in text[start:end] else ""
    if not word:
        if local and when.deixis is None:
            return timex_ko_resolve.zoned(when, True, None), False
        return when, False
    zone = next((z for p, z in _ZONES if p.search(word)), None)
    return timex_ko_resolve.zoned(when, zone is None, zone), rest and zone is None


EXAMPLES = (
    reads("ko", "date", {"start": "2024-02-12", "end": "2024-02-14", "grain": "range"}, "{12~14일} 열린다", "{12일부터 사흘간} 열린다", "{12일부터 14일까지} 열린다"),
    reads("ko", "date", {"start": "2024-02-13", "end": "2024-02-15", "grain": "range"}, "{오는 13~15일} 열린다"),
    reads("ko", "date", {"start": "2024-01-30", "end": "2024-02-02", "grain": "range"}, "{30~2일} 열렸다"),
    reads("ko", "date", {"start": "2024-02-28", "end": "2024-03-01"}, "{2월 28일~3월 1일} 휴장", "{2월 28일부터 3월 1일까지} 쉰다"),
    reads("ko", "date", {"start": "2024-02-13", "local": True}, "{13일}(현지시간) 뉴욕증시는", "현지시각 {13일} 마감", "현지시간으로 {13일} 발표됐다"),
    reads("ko", "date", {"start": "2024-02-13", "local": False, "zone": "Asia/Seoul"}, "한국시간 {13일} 공개됐다"),
    reads("ko", "date", {"start": "2024-02-21", "end": "2024-02-21"}, "{오는 21일} 행사", "{다음 주 수요일} 발표", "{다음주 현지시각 21일} 공개", "행사는 {21일} 열릴 예정이다"),
    reads("ko", "date", {"start": "2024-01-21"}, "{지난 21일} 밝혔다", "{21일} 계약을 맺었다", "{지난달 21일} 공시했다"),
    reads("ko", "date", {"start": "2023-10-01", "end": "2023-12-31", "grain": "quarter"}, "{지난해 4분기} 매출", "{4분기} 영업이익은 줄었다", "{2023년 4분기} 실적"),
    reads("ko", "date", {"start": "2023-01-01", "end": "2023-06-30", "relation": "before"}, "올해 상반기 수출은 {지난해 같은 기간}보다 늘었다"),
    reads("ko", "date", {"start": "2024-02-01", "end": "2024-02-14", "grain": "month"}, "외국인은 {이달} 들어 순매도했다"),
    reads("ko", "date", {"start": "2002-01-01", "relation": "since"}, "{2002년} 이후 처음이다"),
    reads("ko", "date", {"start": "2024-02-13", "relation": "until"}, "{어제}까지 올랐다"),
    reads("ko", "date", {"start": "2024-02-13"}, "거래를 마쳤다.{13일} 코스피는", "지수가 13.5 내렸다. {13일} 코스피는"),
    reads("ko", "date", {"start": "2030-01-01", "end": "2030-12-31"}, "{2030년}이 돼야 넘어선다"),
    reads("ko", "date", {"start": "2024-02-12", "local": True}, "13일(현지시간) 지수는 {전날}의 오름세를 이어갔다"),
    reads("ko", "date", {"start": "2024-02-13", "grain": "day"}, "{13일} 전 거래일보다 올랐다", "{13일} 전장보다 내렸다"),
    ignores("ko", "date", "{12일} 만에 올랐다", "{3일} 연속 올랐다", "{20일}선을 밑돈다", "{5일} 이동평균선", "{10년}물 금리", "{3년} 만에 최고"),
)
