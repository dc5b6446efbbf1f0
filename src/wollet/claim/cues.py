"""Words that turn a number: movement and its direction, price basis, what it is compared with, who trades."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from wollet.claim.clauses import Sentence
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.article import Lang
from wollet.model.claim import Direction


class Cue(msgspec.Struct, frozen=True):
    """A word with a direction, at its place."""

    start: int
    end: int
    direction: Direction | None
    word: str


KO_UP = (
    r"[↑▲△]|오른|오를\s때|올랐|올라|오르|오름|올린|올렸|올리|상승|급등|폭등|반등|뛴|뛰[어었며는고]|뛸|치솟|솟[은았구]|강세|증가|늘[어었며고려린]|급증|전진[했한하해]|더했|보탰|확대|점프|껑충|랠리|플러스"
    r"|성장(?=[한했해하…]|\s?$)|상향|불어|웃돌|높아|높인|높였|높은|비싸"
)
KO_DOWN = (
    r"[↓▼▽]|내린|내릴\s때|내렸|내려|내리|내림|하락|급락|급감|폭락|떨어|밀린|밀렸|밀려|밀리|약세|감소|줄[어었며고]|(?<![가-힣])준\s|급감|축소|후퇴|빠진|빠졌|빠지|빠져|미끄러|추락|주저앉|낮아|낮춘|낮출|낮추|낮췄|낮은"
    r"|조정(?:받|을\s?받|을\s?거|세)|마이너스|곤두박질|고꾸라|뒷걸음|하향|밑돌|까먹|잃|깎[인였이여]|반납했"
)
KO_FLAT = r"보합|변동\s?없|제자리"
EN_UP = (
    r"\b(?:rose|ris(?:e|es|en|ing)|gain(?:s|ed|ing|er|ers)?|up(?! to\b)(?=[\s,;:.)]|$)|higher|firmer|stronger|ripped|comeback|jump(?:s|ed|ing)?|surg(?:e|es|ed|ing)|climb(?:s|ed|ing)?|soar(?:s|ed|ing)?"
    r"|advanc(?:e|es|ed|ing)|add(?:s|ed|ing)|rall(?:y|ies|ied|ying)|spik(?:e|es|ed|ing)|leap(?:s|ed|t|ing)?|popp?(?:ed|ing)?|increas(?:e|es|ed|ing)|rebound(?:s|ed|ing)?"
    r"|grew|grow(?:s|n|th|ing)?|rocket(?:s|ed|ing)?|skyrocket(?:s|ed|ing)?|edged up|firm(?:ed)|strengthen(?:s|ed|ing)?|recover(?:s|ed|ing|y)?|bounc(?:e|es|ed|ing)|tack(?:ed|s|ing) on|expand(?:s|ed|ing)?|upside|vault(?:s|ed|ing)?|swell(?:s|ed|ing)?"
    r"|put on|returned|return(?:s)? of|w[io]n(?:s|ning)? back|claw(?:s|ed|ing)? back|recoup(?:s|ed|ing)?|regain(?:s|ed|ing)?|ma[dk](?:e|es|ing) (?:back|up))\b"
)
EN_DOWN = (
    r"\b(?:fell|fall(?:s|en|ing)?|down(?=[\s,;:.)]|$)|lower|weaker|softer|rout|dump(?:s|ed|ing)?|surrender(?:s|ed|ing)?|drop(?:s|ped|ping)?|slid(?:es?|ing)?|slipp?(?:s|ed|ing)?|sank|sink(?:s|ing)?|sunk|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|declin(?:e|es|ed|ing)"
    r"|los[te](?:s)?|losing|loss(?:es)?|shed(?:s|ding)?|dip(?:s|ped|ping)?|div(?:e|es|ed|ing)|dove|retreat(?:s|ed|ing)?|crash(?:es|ed|ing)?|pull(?:s|ed|ing)? back|pullback|eas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr(?:ank|unk|inks?)"
    r"|weaken(?:s|ed|ing)?|slump(?:s|ed|ing)?|crater(?:s|ed|ing)?|plummet(?:s|ed|ing)?|nosediv(?:e|es|ed|ing)|skid(?:s|ded)?|cut|contract(?:ed|ing)|erased|g[ai]v(?:e|en|es|ing) back|g[ai]v(?:e|en|es|ing) up|sell-?off|selloff|off(?= (?:about |nearly |more than |almost |roughly |over )?\d)|softened|stumbl(?:e|es|ed|ing)|tank(?:s|ed|ing)?|slash(?:ed|ing)?|downside)\b"
)
EN_FLAT = r"\b(?:flat|unchanged|little changed|steady)\b"
MOVE = {
    "ko": Anchored(f"({KO_UP})|({KO_DOWN})|({KO_FLAT})"),
    "en": Anchored(f"({EN_UP})|({EN_DOWN})|({EN_FLAT})", re.IGNORECASE),
}
DIRECTIONS: tuple[Direction, ...] = ("up", "down", "flat")
KO_BASIS = (
    (r"정규장\s?(?:종가|마감가)(?:보다|\s?대비|에\s?비해)|시간\s?외|장\s?마감\s?후|마감\s?후|애프터\s?마켓|애프터마켓", "after_hours"),
    (r"개장\s?전|프리\s?마켓|프리마켓|장\s?시작\s?전", "premarket"),
    (r"(?:장중|장 중)\s?(?:한\s?때\s?)?(?:최고|고점|고가)", "high"),
    (r"(?:장중|장 중)\s?(?:한\s?때\s?)?(?:최저|저점|저가)", "low"),
    (r"장중|장 중|장\s?초반|장\s?후반|오전|오후(?!\s?3시\s?30분\s?(?:기준|현재|대비))|한때|거래\s?중|거래되[고던]|거래돼|거래\s?중이|현재|움직이고|나타내고\s?있", "intraday"),
    (r"출발|(?<![뒤후고]\s)(?<!만에\s)개장(?!\s?(?:초|직후)|한\s(?:지난\s)?(?:\d|이날|당일|첫|[월화수목금]요일))|(?<![가-힣])시가(?!총액|\s?총액|배당|평가|전)|(?<!기\s)(?<!기)(?<!주를\s)(?<!달을\s)(?<!해를\s)시작했|(?<=\d로\s)시작|(?<=\d에\s)시작|\d(?:원|달러|포인트)?(?:에|에서|으로|로)\s(?:거래|장|하루)[를을]\s시작|장을\s?열|시초가|문을\s?열", "open"),
    (r"정규장(?:에서|서)?\s|마감|종가|오후\s?3시\s?30분\s?(?:기준|현재)|장을\s?마|거래를\s?마|거래\s?마|(?<!연휴를\s)(?<!휴장을\s)(?<!휴가를\s)(?:마쳤|마친|마치)|끝났|끝냈|폐장|장을\s?닫", "close"),
)
EN_GOODS = ("gold", "silver", "oil", "crude", "copper", "gas", "gasoline", "Brent", "WTI", "corn", "wheat", "soybean", "coffee", "cocoa", "sugar", "platinum", "palladium", "ore")
"""Goods that trade as futures at all hours: their futures tell nothing of a session to come."""
EN_BASIS = (
    (r"after[- ]?hours|extended[- ](?:trade|trading|hours)|postmarket|post-market|late trading|after the (?:bell|close)|aftermarket|(?:immediately|shortly|right) (?:after|following) (?:reporting|the (?:report|results|print|release))", "after_hours"),
    (r"pre-?market|before the (?:bell|open)|ahead of the (?:bell|open)|early trading before|" + "".join(f"(?<!{w} )" for w in EN_GOODS) + "futures", "premarket"),
    (r"(?:intraday|session(?:['’]s)?|day['’]s) (?:record )?high|at (?:its|their) (?:highs?|peak|best)(?: of the (?:session|day)| point)?(?! of| in| since| for| set| reached)\b|at the highs? of the (?:session|day)", "high"),
    (r"(?:intraday|session(?:['’]s)?|day['’]s) (?:record )?low|at (?:its|their) (?:lows?|worst)(?: of the (?:session|day)| point)?(?! of| in| since| for| set| reached)\b|at the lows? of the (?:session|day)", "low"),
    (r"midday|intraday|morning trading|mid-?morning|in early trading|early trading|afternoon trading|at one point|was trading|were trading|is trading|are trading|trading (?:at|around|near|up|down|higher|lower)|at last check|last (?:seen|traded)|as of \d(?!(?::00)? p\.?m\.? (?:in )?(?:New York|E[SD]?T))|earlier in the (?:day|session)|during the session|so far (?:today|on)", "intraday"),
    (r"(?<!re)(?<!re-)opened|at the open\b|opening (?:price|bell|trade)|started the (?:day|session)", "open"),
    (r"clos(?:ed|ing|es|e) (?:at|up|down|higher|lower|above|below|the|out|with|(?:Mon|Tues|Wednes|Thurs|Fri)day(?:'s|’s) (?:session|trading))|(?:regular|cash) (?:session|trading)|closing|finished|ended|settl(?:ed|ing|e)|as of 4(?::00)? p\.?m\.? (?:in )?(?:New York|E[SD]?T)|at the close|close of|to (?:close|end|finish|settle)\b|at close|(?:at|by|as of) (?:Mon|Tues|Wednes|Thurs|Fri)day(?:'s|’s) close|ends? (?:the )?(?:day|session|up|down|higher|lower)", "close"),
)
BASIS = {
    lang: Anchored("|".join(f"(?P<b{i}>{p})" for i, (p, _) in enumerate(table)), re.IGNORECASE)
    for lang, table in (("ko", KO_BASIS), ("en", EN_BASIS))
}
TIED = 6
"""Code points within which a Korean price is tied to the basis behind it: "Y에 거래를 마쳤다"."""
BASIS_NAMES = {"ko": [b for _, b in KO_BASIS], "en": [b for _, b in EN_BASIS]}
COMPARE = {
    "ko": Anchored(
        r"(?P<yoy>전년\s?(?:동기|동월|같은\s?기간|동일\s?기간)?\s?(?:대비|보다|에\s?비해)?|작년\s?(?:동기|같은\s?기간)?\s?(?:대비|보다)|지난해\s?같은\s?(?:기간|달)|1년\s?전(?:보다|\s?대비|과\s?비교)|전년비)"
        r"|(?P<qoq>전\s?분기\s?(?:대비|보다)?|직전\s?분기)|(?P<mom>전월\s?(?:대비|보다)?|한\s?달\s?전보다|지난달보다)"
        r"|(?P<prev_session>전\s?거래일\s?(?:대비|보다)?|전장\s?(?:대비|보다)?|전일\s?(?:대비|보다|종가|[比비](?![가-힣]))?|전날보다|전날\s?대비|하루\s?전보다)"
        r"|(?P<consensus>예상치|전망치|컨센서스|시장\s?예상|기대치|추정치)"
    ),
    "en": Anchored(
        r"(?P<yoy>year[- ](?:over|on)[- ]year|from (?:a|one|the) year (?:ago|earlier|before)|compared (?:with|to) (?:a|the) year (?:ago|earlier)|\byoy\b|annual(?:ly|ized)?|on[- ]year|from last year|versus last year|from the (?:same|prior)[- ](?:period|quarter|year))"
        r"|(?P<qoq>quarter[- ](?:over|on)[- ]quarter|from the (?:previous|prior) quarter|\bqoq\b)"
        r"|(?P<mom>month[- ](?:over|on)[- ]month|from the (?:previous|prior) month|from a month (?:ago|earlier)|on[- ]month)"
        r"|(?P<prev_session>from (?:the )?(?:previous|prior) (?:close|session|day)|from yesterday)"
        r"|(?P<consensus>consensus|estimates?|expect(?:ed|ations?)|forecast)",
        re.IGNORECASE,
    ),
}
GROUPS = {
    "ko": Anchored(
        r"(?P<foreign>외국인|외인|외국계)|(?P<institution>기관|금융투자|투신|연기금|사모펀드|보험)|(?P<individual>개인|개미|동학개미|서학개미)|(?P<program>프로그램)"
    ),
    "en": Anchored(
        r"(?P<foreign>[Ff]oreign(?:ers)?(?: investors?)?|[Oo]ffshore investors?)|(?P<institution>[Ii]nstitution(?:s|al)?(?: investors?)?)|(?P<individual>[Rr]etail investors?|[Ii]ndividuals?(?: investors?)?|[Rr]etail)"
    ),
}
APART = re.compile(r"\b(?:despite|after|as|on|following|amid|when|even)\b|[,;]")
KO_OPENED_AT = re.compile(r"\d(?:만|천|백)?(?:원|달러|엔|포인트|선|대)?(?:에|로|으로|에서)\s$")
MOMENTS = ("intraday", "high", "low")
KO_PASSED = re.compile(r"[^.\n]{0,12}?\d[\d,.만천]*(?:포인트|원|달러|선|대|%)?까지\s(?:[가-힣]+\s)?[가-힣]*(?:으나|지만|다가|는데|[은린른한진] 뒤)\s")
"""Behind a moment of the session: what was reached in it and left again."""
KO_OPENED = re.compile(r"(?:한|해|했[가-힣]*|하고|하며|하자)\s|\s(?:뒤|후|이후)\s")
"""Behind an opening of which something else followed."""
KO_RATE = re.compile(r"(?:상승|하락|오름|내림)(?:률|폭)(?:은|는|이|가|도)?\s(?:약\s|무려\s|각각\s)?")
"""What a figure is that stands right behind it, where the next such word has a figure of its own: "상승률은 2.5%, 하락률은"."""
KO_HEAD = re.compile(r"(?:상승|하락|오름|내림)(?:률|폭|분|세)?\s?\(")
"""A move that stands before a figure of it in brackets: "전날의 하락분(1.2%)을"."""
KO_LABEL = re.compile(r"(?<![가-힣])(?:(?P<open>시가|시초가|개장가)|(?<!주\s)(?<!상\s)(?<!대\s)(?<!중\s)(?:(?P<high>고가)|(?P<low>저가))|(?P<close>종가))(?:는|는\s각각)?\s$")
"""Right before a price: which one of its session it is."""
KO_OF_DAY = re.compile(r"(?<![가-힣])(?:(?P<high>고점)|(?P<low>저점))(?:은|은\s각각)?\s$")
"""The same of a session's extremes, where the sentence says that they are a session's."""
RATES, PARTS = ("률", "폭"), (",", "…", "·")
KO_EXCEPT = re.compile(r"제외하고\s?(?:모두\s?|일제히\s?)?$")
EN_BEHIND = re.compile(r"\s?(?:percent(?:age)?)?(?:[- ]points?)?[ -]?(?:[a-z-]+\s){0,2}?$")


class Cues:
    """The turning words of one sentence, found once."""

    def __init__(self, text: str, sentence: Sentence, lang: Lang) -> None:
        a, b = sentence.start, sentence.end
        self.text, self.lang, self.sentence = text, lang, sentence
        self.moves = [
            Cue(m.start(), m.end(), DIRECTIONS[(m.lastindex or 1) - 1], m[0]) for m in MOVE[lang].finditer(text, a, b)
        ]
        self.starts = [m.start for m in self.moves]
        names = BASIS_NAMES[lang]
        self.bases = [(m.start(), m.end(), names[int((m.lastgroup or "b0")[1:])]) for m in BASIS[lang].finditer(text, a, b)]
        self.compares = [(m.start(), m.end(), m.lastgroup or "") for m in COMPARE[lang].finditer(text, a, b)]
        self.groups = [(m.start(), m.end(), m.lastgroup or "") for m in GROUPS[lang].finditer(text, a, b)]

    def movement(self, start: int, end: int, clause: tuple[int, int]) -> Cue | None:
        """The word of movement that a number belongs to: in Korean the next one, in English the one before."""
        i = bisect_left(self.starts, end)
        after = self.moves[i] if i < len(self.moves) else None
        before = self.moves[i - 1] if i else None
        if before is not None and before.end > start and before.start < start:
            before = self.moves[i - 2] if i > 1 else None
        if self.sentence.asides and self.sentence.aside_at(start) is None:
            before = next((m for m in reversed(self.moves[:i]) if m.end <= start and self.sentence.aside_at(m.start) is None), None)
        if self.lang == "ko":
            if before is not None and KO_HEAD.fullmatch(self.text, before.start, start):
                return before
            if before is not None and after is not None and self._parted(end, after) and KO_RATE.fullmatch(self.text, before.start, start):
                return before
            if after is not None and after.direction != "flat" and self._except(end, after.start):
                turned: Direction = "down" if after.direction == "up" else "up"
                return Cue(after.start, after.end, turned, after.word)
            if after is not None and after.start < clause[1] + 12:
                return after
            if before is not None and before.start >= clause[0]:
                return before
            return after if after is not None and after.start - end < 120 else before
        if after is not None and EN_BEHIND.fullmatch(self.text, end, after.start):
            if before is None or before.start < clause[0] or start - before.end > 12 or (after.word.lower() in ("higher", "lower") and after.start - end < 2):
                return after
        if before is not None and before.start >= clause[0]:
            return before
        if after is not None and after.start < clause[1]:
            return after
        return before

    def _parted(self, end: int, after: Cue) -> bool:
        """Whether a word of movement behind a number is that of another figure, which follows it or is the next of a list."""
        return self.text.startswith(RATES, after.end) or (self.text.startswith(PARTS, end) and any(c.isdigit() for c in self.text[end : after.start]))

    def _except(self, end: int, at: int) -> bool:
        """Whether the movement is that of the others: "A(1.67%), B(1.56%)을 제외하고 약세다"."""
        return at - end < 90 and bool(KO_EXCEPT.search(self.text, max(end, at - 16), at)) and self.text.startswith(")", end)

    def basis(self, start: int, end: int, clause: tuple[int, int]) -> str | None:
        """The price basis said in the clause, the nearest of the sentence else."""
        inside = [b for b in self.bases if clause[0] <= b[0] < clause[1] + 12]
        pool = inside or self.bases
        if self.sentence.asides and self.sentence.aside_at(start) is None:
            pool = [b for b in pool if self.sentence.aside_at(b[0]) is None] or pool
        if not pool:
            return None
        if self.lang == "en" and any(b[0] < clause[1] for b in inside):
            pool = [b for b in inside if b[0] < clause[1]]
        if self.lang == "ko":
            if (label := KO_LABEL.search(self.text, start - 14, start)) is not None:
                return label.lastgroup
            if any(b[2] in MOMENTS and b[1] <= start for b in self.bases) and (label := KO_OF_DAY.search(self.text, start - 14, start)) is not None:
                return label.lastgroup
            pool = [b for b in pool if not self._opened(b, start)]
            if not pool:
                return None
        for b in pool:
            if b[2] in ("after_hours", "premarket") and b[0] < end:
                return b[2]
        if self.lang == "ko" and (behind := next((b for b in pool if 0 <= b[0] - end <= TIED), None)) is not None:
            return behind[2]
        return min(pool, key=lambda b: (min(abs(b[0] - end), abs(start - b[1]))))[2]

    def _opened(self, b: tuple[int, int, str], start: int) -> bool:
        """Whether an opening is over before a figure: "2534에 개장한 코스피는 0.8% 내린", "상승 출발한 뒤 2530에"; or a moment: "장중 2530까지 올랐으나 2510에"."""
        if b[1] > start:
            return False
        if b[2] in MOMENTS:
            return KO_PASSED.match(self.text, b[1], start) is not None
        if b[2] != "open":
            return False
        return KO_OPENED_AT.search(self.text, b[0] - 8, b[0]) is not None or KO_OPENED.match(self.text, b[1], start) is not None

    def said_basis(self, clause: tuple[int, int]) -> bool:
        """Whether a price basis is said in the clause itself."""
        return any(clause[0] <= b[0] < clause[1] + 12 for b in self.bases)

    def compare(self, start: int, end: int, clause: tuple[int, int]) -> str | None:
        """What the number is set against: the last comparison before it in its clause, or one right behind it."""
        best: str | None = None
        inside = self.sentence.aside_at(start)
        for a, b, name in self.compares:
            if self.sentence.asides and self.sentence.aside_at(a) != inside:
                continue
            if clause[0] <= a and b <= start:
                if name != "consensus" or start - b < 60:
                    best = name
            elif best is None and end <= a <= min(clause[1], end + 40) and not APART.search(self.text, end, a):
                best = name
        return best

    def group(self, start: int) -> str | None:
        """The investor group named last before the number."""
        best: str | None = None
        for _, b, name in self.groups:
            if b <= start:
                best = name
        return best or (self.groups[0][2] if self.groups else None)
