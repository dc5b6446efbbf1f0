"""Bodies that are not priced: well-known ones by name, others by the shape of their names ("NH선물", "Acme Capital LLC")."""

from __future__ import annotations

from wollet.mention import edges
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name
from wollet.reference import names, organisations

_KO_KIND = (
    r"(?:투자증권|증권|자산운용|투자자문|선물|경제연구원|금융연구원|개발연구원|경제연구소|경영연구소|캐피탈|벤처스|인베스트먼트|파트너스|"
    r"저축은행|은행|생명|손해보험|거래소|대학교|법무법인)"
)
KO_SHAPE = re.compile(rf"(?<![가-힣A-Za-z0-9])(?P<own>[A-Za-z&]{{1,10}}|[A-Za-z&]{{0,6}}[가-힣]{{2,6}}?)(?P<kind>{_KO_KIND})")
KO_GENERIC = re.compile(
    r"^(?:국내|국외|해외|외국계?|대형|중소형|중소|시중|지방|투자|중앙|상업|인터넷|온라인|전문|일부|주요|미국|한국|일본|중국|유럽|글로벌|기존|"
    r"해당|각|전체|모든|이들|다른|여러|종합|지수|주식|통화|금리|국채|채권|원유|상품|개별|달러|가상자산|암호화폐|금속|농산물|곡물|원자재|최대|유명|"
    r"대표|민간|현지|초대형|국책|특수|예금|미니|야간|주간|근월물?|원월물?|코인|보험|금융|사모|공모|헤지|부동산|벤처|수도|유가|상장지수|상장|골드|실버|구리|옥수수|콩|밀|생활|연관|관련|인공|새|"
    r"[가-힣]{2,}(?:은|는|이|가|을|를|의|에|한|된|인|던))$"
)
_EN_KIND = (
    r"(?:Capital Management|Capital Markets|Capital Partners|Capital Advisors|Asset Management|Wealth Management|Investment Management|Global Investors|"
    r"Investment Partners|Global Advisors|Financial Services|Financial Group|Private Wealth|Fund Advisors|"
    r"Capital|Advisors|Advisers|Securities|Partners|Associates|Ventures|Research|University|Institute|Bank|Insurance|Foundation|Commission|Association|"
    r"Federation|Ministry|Bureau|Agency|Inc\.?|Corp\.?|LLC|LLP|Ltd\.?|plc|PLC|Economics|Analytics|Strategies)"
)
EN_SHAPE = re.compile(rf"(?<![A-Za-z0-9])(?<!\d-)(?P<own>[A-Z][A-Za-z0-9&'.-]{{0,24}}(?: (?:and |& )?[A-Z][A-Za-z0-9&'.-]{{0,24}}){{0,3}}?),? (?P<kind>{_EN_KIND})(?![A-Za-z])")
_EN_HEAD = re.compile(r"(?:The|A|An|And|But|In|On|At|By|For|From|With|As|Our|Its|Their|His|Her|This|That|More|Some|Many|Most|New|Investment|Central|Big|Top|Human|Working|Venture|Market)\b")


def known(level: str, lang: Lang, starts: list[int]) -> list[Mention]:
    """Bodies of the table, the longest name at each place."""
    forms, heads, closed = organisations.table(), organisations.heads(), edges.closed
    out: list[Mention] = []
    at, size = 0, len(level)
    for s in starts:
        lengths = heads.get(level[s : s + 2])
        if lengths is None or s < at:
            continue
        for length in lengths:
            body = forms.get(level[s : s + length])
            if body is not None and s + length <= size and closed(level, s + length):
                at = s + length
                name = (body.name_ko or body.name_en) if lang == "ko" else body.name_en
                out.append(Mention(s, at, "organisation", Name(name=name), f"organisation: {body.kind}"))
                break
    return out


def by_shape(level: str, lang: Lang) -> list[Mention]:
    """Bodies that only the shape of their names tells."""
    out: list[Mention] = []
    for m in (KO_SHAPE if lang == "ko" else EN_SHAPE).finditer(level):
        if (m["kind"] != "투자증권" and KO_GENERIC.match(m["own"]) if lang == "ko" else _EN_HEAD.match(m["own"])) or not edges.closed(level, m.end()):
            continue
        if lang == "ko" and m["kind"] in ("선물", "은행", "생명", "거래소") and len(m["own"]) < 2:
            continue
        start = _behind_glued(level, m.start(), m.end()) if lang == "ko" else m.start()
        out.append(Mention(start, m.end(), "organisation", Name(name=level[start : m.end()]), "organisation by shape"))
    return out


def _behind_glued(level: str, start: int, end: int) -> int:
    """Where a house begins behind the listed company that a lost space glued to it ("…/사진=가람쇼핑나래증권은"), one that
    the text names on its own too."""
    forms = names.lexicon().forms
    if level[start:end] in forms:
        return start
    for cut, form in names.candidates(level, start):
        if cut - start >= 3 and cut < end and names.grade_of(form) == names.STRONG and KO_SHAPE.fullmatch(level[cut:end]):
            return cut if re.search(rf"(?<![가-힣A-Za-z]){re.escape(level[start:cut])}(?:[은는이가을를의에도와과,]|\s|$)", level) else start
    return start


_SHARED = re.compile(
    r"(?<![가-힣A-Za-z0-9])(?P<parts>[가-힣A-Za-z]{2,6}(?:·[가-힣A-Za-z]{2,6})*)·(?P<last>[가-힣A-Za-z]{1,6}?)(?P<kind>투자증권|증권|자산운용|저축은행|은행|생명|카드|손해보험|캐피탈)"
)


def sharing(level: str) -> list[Mention]:
    """Houses told with one common ending: "가람·나래·다온증권" are three houses, none of them the group of its name."""
    out: list[Mention] = []
    for m in _SHARED.finditer(level):
        if not edges.closed(level, m.end()):
            continue
        at = m.start("parts")
        for part in m["parts"].split("·"):
            out.append(Mention(at, at + len(part), "organisation", Name(name=part.removesuffix("투자") + m["kind"] if m["kind"].startswith("투자") else part + m["kind"]), "organisation: shared ending"))
            at += len(part) + 1
    return out


EXAMPLES = (
    reads("ko", "organisation", {"name": "가람증권"}, "{가람}·나래·다온증권은 목표가를 올렸다"),
    reads("ko", "organisation", {"name": "한국투자증권"}, "사진=롯데쇼핑{한국투자증권}은 10일 롯데쇼핑의 목표가를 내렸다"),
    reads("ko", "organisation", {"name": "로이터"}, "{로이터통신}에 따르면 협상이 열린다"),
    reads("ko", "organisation", {"name": "연방준비제도"}, "{연준}은 금리를 동결했다", "{연방준비제도(Fed·연준)}가 움직였다"),
    reads("ko", "organisation", {"name": "오픈AI"}, "{오픈AI}가 새 모델을 냈다"),
    reads("ko", "organisation", {"name": "가람투자증권"}, "{가람투자증권}은 목표가를 올렸다"),
    ignores("ko", "organisation", "{국내 증권}사는 관망했다", "{시중은행} 금리", "원유 {선물}이 올랐다"),
    reads("en", "organisation", {"name": "Reuters"}, "The deal is near, {Reuters} reported."),
    reads("en", "organisation", {"name": "Dow Jones Market Data"}, "the best week since 2020, according to {Dow Jones Market Data}"),
    reads("en", "organisation", {"name": "Harbor Lane Capital Management"}, "a strategist at {Harbor Lane Capital Management} said"),
    ignores("en", "organisation", "They {fed} the data in.", "human {capital} matters"),
)
