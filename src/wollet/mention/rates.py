"""Yields of government bonds by country and maturity: "미국 10년물 국채 금리", "the 10-year Treasury yield", "국고채 3년물"."""

from __future__ import annotations

import re

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
KO = re.compile(
    rf"(?:(?P<c1>{_C})(?:의)?\s?)?(?:(?P<b1>{_BOND})(?:의)?(?:\s?금리는?)?\s?)?(?P<n>\d{{1,2}})년\s?(?P<m>물|만기|짜리)(?:인)?(?:의(?=\s))?"
    rf"(?:\s?(?P<c2>{_C}))?(?:\s?(?P<b2>{_BOND})(?:의)?)?(?P<y>{_YIELD})?"
)
_E = "|".join(sorted(map(re.escape, _EN_COUNTRY), key=len, reverse=True))
_NUM = {"two": "2", "three": "3", "five": "5", "seven": "7", "ten": "10", "twenty": "20", "thirty": "30"}
EN = re.compile(
    rf"(?:\b(?P<c1>{_E})\s)?(?:(?P<bench>benchmark)\s)?\b(?P<n>\d{{1,2}}|{'|'.join(_NUM)})-(?P<u>year|month)\s(?:(?P<c2>{_E})\s)?"
    r"(?:(?P<b>Treasury|government bond|bond|note|sovereign|JGB|[Bb]und|[Gg]ilt)s?\s?)?(?:(?:bond|note|bill)s?\s)?(?P<y>yields?)?",
)


def find(level: str, lang: Lang) -> list[Mention]:
    """Yields named in a text, in order."""
    if lang == "ko":
        return _korean(level) if "년" in level else []
    return _english(level) if "-year" in level or "-month" in level else []


def _korean(level: str) -> list[Mention]:
    out = []
    home = "KR" if level.count("국고채") > level.count("미국") + level.count("美") else "US"
    last: str | None = None
    for m in KO.finditer(level):
        bond = m["b1"] or m["b2"]
        country = m["c1"] or m["c2"]
        if m.start() and not country and not bond and "가" <= level[m.start() - 1] <= "힣":
            continue
        if not (bond or m["y"] or m["m"] == "물") or (m["m"] != "물" and not bond):
            continue
        code = _KO_COUNTRY[country] if country else "KR" if bond and bond.startswith("국고") else last
        if code is None:
            code = home
        last = code
        id = f"RATE:{code}{int(m['n'])}Y"
        if instruments.get(id) is not None:
            end = m.start() + len(m[0].rstrip().removesuffix("의"))
            out.append(mention(m.start(), end, (id,), "ko", "yield by maturity"))
    return out


def _english(level: str) -> list[Mention]:
    out = []
    for m in EN.finditer(level):
        if not (m["y"] or m["b"] in ("Treasury", "JGB", "Bund", "bund", "Gilt", "gilt", "government bond")):
            continue
        country = m["c1"] or m["c2"] or m["b"]
        code = _EN_COUNTRY.get((country or "").strip(), "US")
        n = int(_NUM.get(m["n"], m["n"]))
        id = f"RATE:{code}{n}{'Y' if m['u'] == 'year' else 'M'}"
        if instruments.get(id) is not None:
            end = m.start() + len(m[0].rstrip())
            out.append(mention(m.start(), end, (id,), "en", "yield by maturity"))
    return out
