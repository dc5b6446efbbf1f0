"""The words of runs of sessions, weeks and months: how many of what, which way, and whose run is over."""

from __future__ import annotations

from wollet.claim.frames import Frame
from wollet.claim.horizon_words import EN_NUMBER, KO_COUNT, KO_NUMBER
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.claim import Direction

KO_MOVE = r"(?P<move>\s?(?:연속\s?)?(?:으로\s?)?(?:상승|하락|오름|내림|강세|약세|올랐|내렸|올라|내려|오르|내리|급등|급락|뛰|떨어|밀리|상한가|하한가))"
KO = Anchored(
    rf"(?:(?:(?P<word>사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|이틀)|(?P<digits>\d{{1,2}}|[두세네]|다섯|여섯)\s?(?P<unit>거래일|일|주|개월|달|분기|년|차례|번))\s?(?P<row>째|연속|내리|연거푸)(?:{KO_MOVE}(?:세|폭)?)?"
    r"|연\s?(?P<word2>이틀|사흘|나흘|닷새)\s(?=상한가|하한가|상승|하락|강세|약세|급등|급락)(?:상한가|하한가|[가-힣]{2})|(?<![\d.])(?P<digits2>[2-9])연[상하](?=[\s,.…을를이의에]|$)"
    r"|(?P<all>모든\s거래일|매일)(?=\s(?:올|상승|하락|내[렸리려]|강세|약세)))"
)
ORDINAL = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13,
}  # fmt: skip
EN = Anchored(
    rf"\b(?P<ord>{'|'.join(ORDINAL)}|\d{{1,2}}(?:st|nd|rd|th))[- ](?:(?:straight|consecutive|successive)\s(?:(?P<each>daily|weekly|monthly|quarterly)\s(?:[a-z]+\s)?)?(?P<unit>day|session|trading day|trading session|week|month|quarter|gain|loss|rise|drop|decline|advance)s?\b|(?P<unit2>day|session|week|month|quarter|year|gain|loss|rise|drop|decline|advance)\sin a row)"
    rf"|(?<=\bfor a )(?P<ord2>{'|'.join(ORDINAL)})\s(?P<unit7>day|session|week|month)\b(?!\s(?:of|in|this|so\sfar)\b)|(?<=\bfor the )(?P<ord3>{'|'.join(ORDINAL)})\s(?P<unit8>day|session|week|month)\b(?!\s(?:of|in|this|so\sfar)\b)"
    rf"|\b(?P<n>\d{{1,2}}|{'|'.join(EN_NUMBER)})[- ](?:straight|consecutive|successive)\s(?:trading\s)?(?:(?P<each3>daily|weekly|monthly|quarterly)\s(?:[a-z]+\s)?)?(?P<unit3>day|session|week|month|quarter|gain|loss|rise|drop|decline|advance)(?:s|es)?\b"
    rf"|\b(?P<n2>\d{{1,2}}|{'|'.join(EN_NUMBER)})[- ](?P<unit4>day|session|week|month)[- ](?:winning|losing|long)?\s?(?:rally|streak|run|stretch|slide|skid|rout|losing streak|winning streak)\b"
    rf"|\b(?P<n3>\d{{1,2}}|{'|'.join(EN_NUMBER)})\s(?P<unit5>day|session|week|month|quarter|year)s\sin a row"
    rf"|\b(?:beat|beaten|topped|surpassed|exceeded|missed)\b[^.\n]{{0,48}}?\bthe\s(?:last|past|trailing|previous)\s(?P<n6>\d{{1,2}}|{'|'.join(EN_NUMBER)})\s(?P<unit6>quarter|year)s",
    re.IGNORECASE,
)
NTH = re.compile(r"째|\b(?!(?:mon|pa|la)(?:th|st)\b)[a-z\d]+(?:st|nd|rd|th)\b|second|third", re.IGNORECASE)
OVER_IT = Anchored(r"\b(?:over|during|across|through|within|in)\s(?:an?|the|this|that|its|their|one|any)\s(?:[a-z]+\s)?$", re.IGNORECASE)
"""Before days that only tell how long a move took: "over a 10-day stretch"."""
IN_IT = re.compile(r"\bin an?\s$")
LOOSE = re.compile(r"[\w-]+[- ](?:day|session|week|month)[- ](?:long\s)?(?P<what>rally|run|stretch|slide|skid|rout)", re.IGNORECASE)
"""A run that is told as one move and need not have gone one way at each step."""
OF_EACH = re.compile(r"\sof\s(?:straight\s|consecutive\s)?(?:gains|losses|advances|declines|rises|drops|falls)\b")
COMPARED = re.compile(r"\b(?:since|than|like|unlike|after)\s(?:a|an|the|its|their)?\s?$|(?:보다|이후)\s$", re.IGNORECASE)
"""Before a run of another time, which the present one is set against."""
SNAPPED = re.compile(r"\b(?:snap(?:s|ped|ping)?|end(?:s|ed|ing)|halt(?:s|ed|ing)?|br(?:eaks?|oke|eaking)|stopp(?:ed|ing))\s(?:an?|its|their|the(?:\s[\w&]+){0,4}['’]s?|[A-Z][\w&]*(?:\s[A-Z][\w&]*){0,2}['’]s?|the)\s$", re.IGNORECASE)
RUN = re.compile(r"[^.;,]{0,40}?\b(?:streak|run|slide|skid|rally|stretch|string|rout|gains|losses|advances|declines)\b")
"""Around a run that the session told of has ended: "snapped a five-day losing streak"."""
KO_OVER = re.compile(r"(?:세|폭)?[을를]?\s?(?:기록|이어가|이어|보이|나타내)?(?:하다|하던|했던|가던|갔던|던|한\s(?:뒤|후|끝)|했다가|다가|했으나|했지만)|\s?(?:이후|끝에|뒤|후)\s")
"""Behind a Korean run that another move followed: "이틀 연속 상한가를 기록하다 급락했다"."""
UNIT = {
    "거래일": "sessions", "일": "sessions", "주": "weeks", "개월": "months", "달": "months", "분기": "quarters", "년": "years",
    "차례": "count", "번": "count", "week": "weeks", "month": "months", "quarter": "quarters", "year": "years",
    "weekly": "weeks", "monthly": "months", "quarterly": "quarters",
}  # fmt: skip
DOWN = re.compile(r"하한가|연하$|하락|내림|약세|내[렸려리]|급락|떨어|밀리|loss|losing|drop|decline|slide|skid|rout|fell|fall|missed", re.IGNORECASE)
UP = re.compile(r"상한가|연상$|상승|오름|강세|올[랐라]|오르|급등|뛰|gain|winning|rise|rally|advance|rose|climb|beat|topped|surpassed|exceeded", re.IGNORECASE)


DENIED = re.compile(r"\s?[가-힣]{0,6}(?:지|지는|지도)\s(?:못|않)")
"""Behind a run that did not come about: "3일 연속 이어지지 못했다"."""
KO_TRADED = re.compile(r"\s?(?:(?P<up>순매수|사들|‘?사자|매수\s?우위)|(?P<down>순매도|팔아|‘?팔자|매도\s?우위))")
"""Behind a run of sessions in which someone bought or sold on balance."""
HELD = re.compile(r"\s?(?:기준금리를?\s?)?(?:동결|묶|유지|같은)")
REPORTED = frozenset(("macro", "fundamentals", "forecast", "share"))
OF_OTHERS = frozenset(("count", "years", "quarters"))
"""What runs of prices are seldom counted in."""
UNITS = ("unit", "unit2", "unit3", "unit4", "unit5", "unit6", "unit7", "unit8")
COUNTS = ("n", "n2", "n3", "n6")


def counted(m: re.Match[str]) -> tuple[int, str]:
    """How many and of what."""
    g = m.groupdict()
    if "word" in g:
        if g["word"] or g["word2"]:
            return KO_NUMBER[g["word"] or g["word2"]], "sessions"
        if g["digits2"]:
            return int(g["digits2"]), "sessions"
        digits = g["digits"]
        return (int(digits) if digits.isdigit() else KO_COUNT.get(digits, 0)), UNIT[g["unit"]]
    unit = (g["each"] or g["each3"] or next((g[k] for k in UNITS if g[k]), "day")).lower()
    if ordinal := g["ord"] or g["ord2"] or g["ord3"]:
        word = ordinal.lower()
        n = ORDINAL.get(word) or int(re.sub(r"\D", "", word) or 0)
    else:
        word = next((g[k] for k in COUNTS if g[k]), "").lower()
        n = int(word) if word.isdigit() else EN_NUMBER.get(word, 0)
    return n, UNIT.get(unit, "sessions")


IN_A_ROW = re.compile(r"\s?내리(?=\s|$)")


def turned(frame: Frame, phrase: str) -> Direction | None:
    """Which way a run went, by its own words; 내리 before a verb is "in a row"."""
    phrase = IN_A_ROW.sub("", phrase)
    if DOWN.search(phrase):
        return "down"
    if UP.search(phrase):
        return "up"
    return frame.movement.direction if frame.movement is not None and frame.movement.direction != "flat" else None
