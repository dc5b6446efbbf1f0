"""Korean names in Latin letters, for a listener of English, where no table holds the English name.

Letters that are spelled by their sound go back to letters (엘지 -> LG), words of trade and business are translated
(에너지 -> Energy), the rest follows the Revised Romanization of 2000; a person's surname follows common usage (김 -> Kim).
Such a spelling may differ from the bearer's own: whoever tells it sets the Korean beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from wollet.reference import instruments

LETTERS = {
    "에이치": "H", "에이": "A", "비": "B", "씨": "C", "디": "D", "이": "E", "에프": "F", "지": "G", "아이": "I", "제이": "J", "케이": "K", "엘": "L",
    "엠": "M", "엔": "N", "오": "O", "피": "P", "큐": "Q", "알": "R", "에스": "S", "티": "T", "유": "U", "브이": "V", "더블유": "W", "엑스": "X", "와이": "Y",
    "앤": "&",
}  # fmt: skip
WORDS = {
    "투자증권": "Investment & Securities", "증권": "Securities", "금융지주": "Financial Group", "금융": "Financial", "은행": "Bank", "자산운용": "Asset Management",
    "에너지솔루션": "Energy Solution", "에너지": "Energy", "솔루션": "Solution", "화학": "Chemical", "전자": "Electronics", "전기": "Electric", "디스플레이": "Display",
    "바이오로직스": "Biologics", "바이오": "Bio", "건설기계": "Construction Equipment", "건설": "Construction", "중공업": "Heavy Industries", "조선": "Shipbuilding",
    "생명": "Life", "화재": "Fire & Marine", "보험": "Insurance", "제약": "Pharmaceutical", "테크놀로지": "Technology", "테크": "Tech", "홀딩스": "Holdings",
    "시스템": "Systems", "첨단소재": "Advanced Materials", "소재": "Materials", "산업": "Industries", "컴퍼니": "Company", "로봇": "Robot", "로보틱스": "Robotics",
    "항공": "Airlines", "통신": "Telecom", "텔레콤": "Telecom", "게임즈": "Games", "엔터테인먼트": "Entertainment", "리서치": "Research", "모빌리티": "Mobility",
    "머티리얼즈": "Materials", "반도체": "Semiconductor", "제철": "Steel", "식품": "Foods", "물산": "C&T", "상사": "Trading", "해운": "Shipping", "지주": "Holdings",
    "에셋": "Asset", "인베스트먼트": "Investment", "사이언스": "Science", "바이오사이언스": "Bioscience", "이노베이션": "Innovation", "이노베이트": "Innovate", "오토모티브": "Automotive",
    "인더스트리": "Industry", "네트웍스": "Networks", "네트워크": "Network", "미디어": "Media", "뮤직": "Music", "스틸": "Steel", "마린": "Marine", "정밀": "Precision",
    "하이텍": "Hitech", "일렉트로닉스": "Electronics", "헬스케어": "Healthcare", "파마": "Pharma", "인프라코어": "Infracore", "인프라": "Infra", "오토": "Auto",
    "한국": "Korea", "해양": "Offshore", "조선해양": "Shipbuilding & Offshore", "철강": "Steel", "타이어": "Tire", "케미칼": "Chemical", "랩스": "Labs", "바이오스텝": "Biostep",
    "머티": "Materials", "페이": "Pay", "뱅크": "Bank", "에코": "Eco", "프로": "Pro",
}  # fmt: skip
SURNAMES = {
    "김": "Kim", "이": "Lee", "박": "Park", "최": "Choi", "정": "Jung", "강": "Kang", "조": "Cho", "윤": "Yoon", "장": "Jang", "임": "Lim", "한": "Han",
    "오": "Oh", "서": "Seo", "신": "Shin", "권": "Kwon", "황": "Hwang", "안": "Ahn", "송": "Song", "류": "Ryu", "유": "Yoo", "홍": "Hong", "전": "Jeon",
    "고": "Ko", "문": "Moon", "손": "Son", "양": "Yang", "배": "Bae", "백": "Baek", "허": "Heo", "남": "Nam", "심": "Shim", "노": "Noh", "하": "Ha",
    "곽": "Kwak", "성": "Sung", "차": "Cha", "주": "Joo", "우": "Woo", "구": "Koo", "민": "Min", "나": "Na", "진": "Jin", "지": "Ji", "엄": "Um", "채": "Chae",
    "원": "Won", "천": "Chun", "방": "Bang", "공": "Kong", "현": "Hyun", "함": "Ham", "변": "Byun", "염": "Yeom", "여": "Yeo", "추": "Choo", "도": "Do", "소": "So",
    "석": "Seok", "선": "Sun", "설": "Seol", "마": "Ma", "길": "Gil", "연": "Yeon", "위": "Wi", "표": "Pyo", "명": "Myung", "기": "Ki", "반": "Ban", "왕": "Wang",
}  # fmt: skip
GROUP, SURE, LONGEST, SHORT = 3, 0.7, 6, 4
"""A beginning is a group's where so many companies share it, and so large a part of them the English word."""
ALIKE = {"g": "k", "k": "gc", "d": "t", "t": "d", "b": "p", "p": "b", "j": "c", "r": "l", "l": "r", "h": "h", "e": "u"}
"""First letters that English spellings set for those of the Romanization."""
ENGLISH = frozenset(w for words in WORDS.values() for w in words.split())
LONG = 9
"""Letters of a romanized word that a reader still takes in."""
FIRST = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
MIDDLE = ("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i")
LAST = ("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t")
_HANGUL = re.compile(r"[가-힣]+")
_SPELLED = re.compile(f"(?:{'|'.join(sorted(LETTERS, key=len, reverse=True))}){{2,}}")
_LETTER = re.compile("|".join(sorted(LETTERS, key=len, reverse=True)))
_LATIN = re.compile(r"[A-Z][A-Z&]+(?=[가-힣 ]|$)")
_PERSON = re.compile(r"[가-힣]{2,4}$")


def roman(word: str) -> str:
    """Syllables by the Revised Romanization, each by itself but for ㄹㄹ: 삼양 -> samyang, 한솔 -> hansol."""
    out, before = "", ""
    for c in word:
        n = ord(c) - 0xAC00
        first, middle, last = FIRST[n // 588], MIDDLE[n % 588 // 28], LAST[n % 28]
        if first == "r" and before == "l":
            first = "l"
        out += first + middle + last
        before = last
    return out


def outdated(korean: str, english: str) -> bool:
    """Whether an English name is one that the company has given up: its Korean one begins with Latin letters, or with a
    group's name, that the English one lacks."""
    letters = re.sub(r"[^a-z]", "", english.casefold())
    initials = "".join(w[0] for w in re.findall(r"[A-Za-z]+", english)).casefold()
    latin = _LATIN.match(korean)
    if latin is not None:
        own = latin[0].casefold().replace("&", "")
        return own not in letters and own not in initials
    head = next((k for n in range(min(len(korean), LONGEST), 1, -1) if (k := korean[:n]) in families()), None)
    return head is not None and families()[head].casefold()[:GROUP] not in letters


@cache
def company(name: str) -> str:
    """A company's name in Latin letters; what stands in Latin letters already stays."""
    latin = _LATIN.match(name)
    if latin is not None and _HANGUL.match(name, latin.end()):
        return f"{latin[0]} {company(name[latin.end() :])}"
    head = next((k for n in range(min(len(name), LONGEST), 1, -1) if (k := name[:n]) in families()), "")
    rest = _HANGUL.sub(lambda m: f" {part(m[0], least=1 if head else 2)} ", name[len(head) :])
    return re.sub(r"\s+", " ", f"{families().get(head, '')} {rest}").strip()


@cache
def families() -> dict[str, str]:
    """How the listed companies of one group begin in both languages, learnt from those whose names are known in both."""
    seen: dict[str, dict[str, tuple[str, str]]] = {}
    for i in instruments.instruments():
        if i.kind == "stock" and i.currency == "KRW" and i.name_ko and not _HANGUL.search(i.name_en):
            for n in range(2, min(len(i.name_ko), LONGEST) + 1):
                if _HANGUL.fullmatch(i.name_ko[:n]):
                    seen.setdefault(i.name_ko[:n], {})[i.company or i.id] = (i.name_ko[n : n + 1], i.name_en.split(" ", 1)[0])
    out = {}
    for head, members in seen.items():
        spelled = Counter(word.casefold() for _, word in members.values())
        word, n = spelled.most_common(1)[0]
        alike = roman(head)[:1] == word[:1] or word[:1] in ALIKE.get(roman(head)[:1], "")
        if n >= GROUP and n > SURE * len(members) and len({after for after, _ in members.values()}) > 1 and alike and not trade(head):
            out[head] = min(w for _, w in members.values() if w.casefold() == word)
    return {k: w if w.isupper() and len(w) < SHORT else w.capitalize() for k, w in out.items()}


def trade(name: str) -> bool:
    """Whether a name ends in a word of trade, so that it is a firm's."""
    return any(name.endswith(w) and len(name) > len(w) for w in WORDS)


def glossed(name: str) -> str:
    """The same with the Korean behind it where a long stretch is only romanized: nobody would know it again."""
    latin = company(name)
    return f"{latin} ({name})" if any(len(w) > LONG and not w.isupper() and w not in ENGLISH for w in latin.split()) else latin


def part(word: str, least: int = 2) -> str:
    """One stretch of Hangul: words of trade from its end translated, spelled letters as letters, the rest romanized."""
    for n in range(len(word)):
        if (n >= least or not n) and word[n:] in WORDS:
            return f"{part(word[:n])} {WORDS[word[n:]]}".strip() if n else WORDS[word]
    spelled = _SPELLED.search(word)
    if spelled is not None and (spelled.start() == 0 or spelled.end() == len(word)) and len(_LETTER.findall(spelled[0])) > 1:
        letters = "".join(LETTERS[x] for x in _LETTER.findall(spelled[0]))
        head, tail = word[: spelled.start()], word[spelled.end() :]
        return " ".join(x for x in (roman(head).capitalize(), letters, part(tail) if tail else "") if x)
    return roman(word).capitalize()


@cache
def person(name: str) -> str | None:
    """A Korean person's name, surname first: 김수연 -> Kim Su-yeon; None where it does not look like one."""
    if not _PERSON.fullmatch(name) or name[0] not in SURNAMES or len(name) == 4:
        return None
    return f"{SURNAMES[name[0]]} {'-'.join(roman(c) for c in name[1:]).capitalize()}"
