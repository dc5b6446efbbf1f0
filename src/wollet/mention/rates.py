"""Yields of government bonds by country and maturity: "미국 10년물 국채 금리", "the 10-year Treasury yield", "국고채 3년물"."""

from __future__ import annotations

from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.listed import mention
from wollet.model.article import Lang
from wollet.model.mention import Mention
from wollet.reference import instruments

_KO_COUNTRY = {"미국": "US", "미": "US", "美": "US", "한국": "KR", "일본": "JP", "日": "JP", "독일": "DE", "영국": "GB", "중국": "CN",
               "호주": "AU", "프랑스": "FR", "이탈리아": "IT", "캐나다": "CA"}  # fmt: skip
_EN_COUNTRY = {"U.S.": "US", "US": "US", "American": "US", "Korean": "KR", "South Korean": "KR", "Korea": "KR", "Japanese": "JP", "Japan's": "JP",
               "German": "DE", "Germany's": "DE", "Britain's": "GB", "France's": "FR", "Italy's": "IT", "Australia's": "AU", "Canada's": "CA", "America's": "US", "Korea's": "KR", "Bund": "DE", "bund": "DE", "Gilt": "GB", "British": "GB", "UK": "GB", "U.K.": "GB", "gilt": "GB", "Chinese": "CN",
               "China's": "CN", "Australian": "AU", "French": "FR", "Italian": "IT", "Canadian": "CA", "Treasury": "US", "Treasuries": "US",
               "JGB": "JP"}  # fmt: skip
_C = "|".join(sorted(_KO_COUNTRY, key=len, reverse=True))
_BOND = r"(?:국고채권?|국채|재무부\s?채권|재무부\s?국채|채권)"
_YIELD = r"(?:\s?(?:수익률|금리))"
KO = re.compile(r"년\s?(?P<m>물|만기|짜리)")
_KO_LEFT = re.compile(rf"(?:(?P<c>{_C})(?:의)?\s?)?(?:(?P<b>{_BOND})(?:의)?(?:\s?금리는?)?\s?)?(?P<n>\d{{1,2}})$")
_KO_RIGHT = re.compile(rf"(?:인)?(?:의(?=\s))?(?:\s?(?P<c>{_C}))?(?:\s?(?P<b>{_BOND})(?:의)?)?(?P<y>{_YIELD})?")
_E = "|".join(sorted(map(re.escape, _EN_COUNTRY), key=len, reverse=True))
_NUM = {"two": "2", "three": "3", "five": "5", "seven": "7", "ten": "10", "twenty": "20", "thirty": "30"}
EN = re.compile(r"-(?P<u>year|month)(?:['’]s)?\s")
_EN_LEFT = re.compile(rf"(?:\b(?P<c>{_E})\s)?(?:benchmark\s)?\b(?P<n>\d{{1,2}}|{'|'.join(_NUM)})$")
_EN_RIGHT = re.compile(
    rf"(?:(?P<c>{_E})(?:\s|(?=[,.;])))?(?:(?P<b>Treasury|government bond|bond|note|sovereign|JGB|[Bb]und|[Gg]ilt)s?\s?)?(?:(?:bond|note|bill)s?\s)?(?P<y>yields?)?"
)
_YIELD_ON = re.compile(r"\byields?\s(?:on|of|for)\s(?:the\s)?(?:benchmark\s)?$")
"""Before bonds that alone would mean their price."""
_BARE = re.compile(
    r"(?:also\s|then\s)?(?:rose|fell|climbed|dropped|slid|slipped|jumped|added|gained|lost|advanced|declined|eased|edged|ticked|was|stood|traded|hit|touched|yielded|surged|sank|tumbled)\b[^.;]{0,40}?(?:basis points?\b|bps?\b|\d\.\d+\s?(?:%|percent\b))"
)
"""Behind a maturity alone, "the 10-year rose 8 basis points", where yields were named before."""
_RATE = re.compile(r"rate\b(?! (?:mortgage|loan))")
_OF_TREASURIES = re.compile(r"\bTreasur(?:y|ies)\b[^.\n]*$")
"""Around a maturity whose rate is that of Treasuries named in the same sentence: "a pullback in Treasuries drove the 10-year rate near 3.6%"."""
_BY_ITSELF = frozenset(("Treasury", "JGB", "Bund", "bund", "Gilt", "gilt", "government bond"))


def find(level: str, lang: Lang) -> list[Mention]:
    """Yields named in a text, in order."""
    return _korean(level) if lang == "ko" else _english(level)


def _korean(level: str) -> list[Mention]:
    out: list[Mention] = []
    last: str | None = None
    for m in KO.finditer(level):
        left = _KO_LEFT.search(level, m.start() - 24, m.start())
        right = _KO_RIGHT.match(level, m.end())
        if left is None or right is None:
            continue
        bond, country = left["b"] or right["b"], left["c"] or right["c"]
        if not country and not bond and left.start() and "가" <= level[left.start() - 1] <= "힣":
            continue
        if m["m"] != "물" and not bond:
            continue
        code = _KO_COUNTRY[country] if country else "KR" if bond and bond.startswith("국고") else last or _home(level)
        last = code
        end = m.start() + len(level[m.start() : right.end()].rstrip().removesuffix("의"))
        _add(out, left.start(), end, f"RATE:{code}{int(left['n'])}Y", "ko")
    return out


def _home(level: str) -> str:
    """Whose bonds a Korean text speaks of where it names no country."""
    return "KR" if level.count("국고채") > level.count("미국") + level.count("美") else "US"


def _english(level: str) -> list[Mention]:
    out: list[Mention] = []
    code = "US"
    for m in EN.finditer(level):
        left = _EN_LEFT.search(level, m.start() - 40, m.start())
        right = _EN_RIGHT.match(level, m.end())
        if left is None or right is None:
            continue
        of_yield = (right["c"] == "Treasuries" or right["b"] in ("note", "bond")) and _YIELD_ON.search(level, left.start() - 30, left.start())
        bare = bool(out) and right.end() == m.end() and _BARE.match(level, m.end()) is not None
        rate = right.end() == m.end() and _RATE.match(level, m.end()) is not None and _OF_TREASURIES.search(level, left.start() - 90, left.start()) is not None
        if not (rate or right["y"] or right["b"] in _BY_ITSELF or right["c"] == "Treasury" or of_yield or bare):
            continue
        country = left["c"] or right["c"] or right["b"]
        code = _EN_COUNTRY.get(country, "US") if country else code if bare else "US"
        n = int(_NUM.get(left["n"], left["n"]))
        end = m.start() + len(level[m.start() : right.end()].rstrip())
        _add(out, left.start(), end, f"RATE:{code}{n}{'Y' if m['u'] == 'year' else 'M'}", "en")
    return out


def _add(out: list[Mention], start: int, end: int, id: str, lang: Lang) -> None:
    """Adds a yield that the reference knows."""
    if instruments.get(id) is not None and (not out or out[-1].end <= start):
        out.append(mention(start, end, (id,), lang, "yield by maturity"))


EXAMPLES = (
    reads("ko", "instrument", {"symbol": "US2Y"}, "{미국 2년 만기 국채 금리}는 4.5%다", "{미 국채 2년물 수익률}은 4.5%다"),
    reads("ko", "instrument", {"symbol": "KR10Y"}, "국고채 3년물은 올랐고 {10년물 금리}는 내렸다"),
    reads("en", "instrument", {"symbol": "US30Y"}, "{30-year Treasury yields} rose.", "the {benchmark 30-year yield} fell", "The yield on {30-year Treasuries} rose.", "The yield on the {benchmark 30-year bond} rose."),
    reads("en", "instrument", {"symbol": "US10Y"}, "The two-year Treasury yield rose to 3.90%, while the {10-year} rose 8 basis points to 4.34%."),
    reads("en", "instrument", {"symbol": "US2Y"}, "The 10-year Treasury yield rose to 4.31%, while the {two-year's} was little changed at 4.65%."),
    ignores("en", "instrument", "The two-year Treasury yield rose. The {10-year} plan rose in cost."),
    reads("en", "instrument", {"symbol": "US10Y"}, "A pullback in Treasuries drove the {10-year} rate near 3.6%."),
    ignores("en", "instrument", "Lenders quoted the {30-year} rate at 7%."),
    reads("en", "instrument", {"symbol": "UK10Y"}, "{Britain's 10-year yield} fell."),
    ignores("ko", "instrument", "{10년 만기} 적금", "{3년 만}에 올랐다"),
    ignores("en", "instrument", "a {10-year deal}", "the {10-year-old} child", "Prices of {10-year Treasuries} rose."),
)
