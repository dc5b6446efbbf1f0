"""The voice of one day in one language: which wording is used follows from a hash of the claim and the day, and none is
told again before all others were: variety without chance."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from wollet.brief import phrases as P
from wollet.brief import phrases_en, phrases_ko
from wollet.brief.figures import KO_WEEKDAYS, SMALL, WEEKDAYS, day, span
from wollet.brief.korean import josa
from wollet.brief.latin import glossed, outdated
from wollet.model.article import Lang
from wollet.model.claim import Claim
from wollet.model.story import Checked
from wollet.model.time import Window
from wollet.reference import instruments, organisations

_SLOT = re.compile(r"\{(\w+)(?::([가-힣]+))?\}")
_HANGUL = re.compile(r"[가-힣]")
_GLOSS = re.compile(r"(?<=[A-Za-z]) \([^()]*[가-힣][^()]*\)$")
_GLOSSED = re.compile(r"( \([^()]*[가-힣][^()]*\))’s\b")
_POSSESSIVE = re.compile(r"(?<=[a-z]s)’s\b")
_COUNTRY = re.compile(r"^(?:대만|일본|미국|영국|중국|독일|프랑스|네덜란드|스위스|덴마크|인도|홍콩)\s(?:의\s)?(?=\S)")
"""Where a company is from is told once by the article, not at each mention."""
_GENERIC_KO = re.compile(r"(?<=[가-힣]{2})(?:\s(?:플랫폼스|테크놀로지스?|홀딩스|그룹)|닷컴)$")
_BODY = re.compile(r"(?:Agency|Bureau|Department|Ministry|Commission|Reserve|Association|Board|Office|Administration|Authority|Council|Committee|Service|House|Court)$|^(?:Bank|Department|Ministry|Bureau|Board|Office|Court|Federal Bureau) of\b")
"""Public bodies, which English calls with an article."""
_LINE = re.compile(r"(?<=\d) (?=선\s?[을에])")
"""Korean writes 2,580선, and 30만 원 선."""
_ADVERB, _NOUN = re.compile(r"(?:넘게|가까이|이상|미만)$"), re.compile(r"\{fig\} (?:오름세|내림세|상승$|하락$|증가|감소)")
"""A figure that only stands before a verb (19% 넘게 올랐다), and a wording that sets a noun behind it."""
_NOBODY = re.compile(r"(?:^|(?<=\s))의\s")
"""What is left of "…의 상승률은" where the subject is left away."""
_SPACES = re.compile(r"\s{2,}")
_GENERIC = re.compile(r"(?<=[a-z]{3})(?:\.com|\s(?:Technologies|Technology|Platforms))$")
"""What an editor leaves away behind a name of one word: Palantir, Micron, Meta, Amazon."""
SPELLED = frozenset(("stock", "fund", "crypto"))
"""Kinds that are called as the articles call them; a rate or a pair needs its full name."""
AGAIN = {
    "stock": (("주가", "이 회사"), ("the stock", "the company")), "index": (("지수", "지수"), ("the index", "the index")),
}  # fmt: skip
"""What a subject is called in the sentence after the one that named it: of its price, of all else."""
SATURDAY = 5
PRICES = frozenset(("price", "index_level"))
CURRENCIES = {"USD": "dollar", "KRW": "won", "JPY": "yen", "EUR": "euro", "CNY": "yuan", "GBP": "pound", "HKD": "Hong Kong dollar", "TWD": "Taiwan dollar", "CHF": "franc"}
HOME = {"ko": ("XKRX", "XKOS"), "en": ("XNYS", "XNAS")}


class Teller:
    """Chooses wordings and fills them in; remembers what it said last."""

    def __init__(self, lang: str, today: dt.date, spelled: Mapping[str, str], elsewhere: Mapping[str, str] | None = None) -> None:
        self.lang: Lang = "ko" if lang == "ko" else "en"
        self.today, self.spelled, self.elsewhere = today, spelled, elsewhere or {}
        self.book = phrases_ko.KO if lang == "ko" else phrases_en.EN
        self.links = phrases_ko.LINKS if lang == "ko" else phrases_en.LINKS
        self.used: dict[str, Counter[str]] = {}
        self.last_day: dt.date | None = None
        self.before: str | None = None
        self.glossed: set[str] = set()
        self.week: Window | None = None
        """The week that is summed up: its days are told by their names."""
        self.repeats = 0
        """Sentences in a row that called their subject by another word."""
        self.away = False
        """Whether a section has said already that its days are those of another market."""

    @property
    def ko(self) -> bool:
        return self.lang == "ko"

    def begin(self) -> None:
        """A new section: dates and names are told anew."""
        self.last_day = self.before = None
        self.away, self.repeats = False, 0

    def name(self, claim: Claim) -> str | None:
        """What the subject is called in this language; None where it has no name of this language."""
        s = claim.subject
        if s.id is not None:
            return self.called(s.id) if self.sayable(s.id) else None
        if s.kind == "series" and (series := self.statistic(claim)) is not None:
            return series
        body = organisations.table().get(s.name) if s.name else None
        if body is not None and self.sayable(body.name_en):
            return self.called(body.name_en)
        return None if not s.name or (not self.ko and _HANGUL.search(s.name)) else s.name

    def again(self, claim: Claim) -> str | None:
        """The subject as the next sentence on it calls it, where the sentence before was on nothing else; Korean leaves it
        away the third time."""
        id = claim.subject.id
        held = instruments.get(id) if id is not None and id == self.before else None
        if held is None or held.kind not in AGAIN:
            self.repeats = 0
            return None
        self.repeats += 1
        if self.ko and self.repeats > 1 and claim.metric in PRICES:
            return ""
        return AGAIN[held.kind][0 if self.ko else 1][claim.metric not in PRICES]

    def sayable(self, id: str) -> bool:
        """Whether a player has a name in this language's letters."""
        return self.ko or not _HANGUL.search(_GLOSS.sub("", self.called(id)))

    def label(self, id: str) -> str:
        """The name as a label: without the article of running English."""
        name = self.called(id).removeprefix("the ") if self.sayable(id) else id.rsplit(":", 1)[-1]
        return name if self.ko else capital(name)

    def statistic(self, claim: Claim) -> str | None:
        """A statistic by its area and what it measures, "미국 소비자물가 상승률"; None where either is not known."""
        area = P.AREAS.get(getattr(claim, "area", None) or "") or next((a for word, a in P.AREA_WORDS if (claim.subject.name or "").startswith(word)), None)
        metric = P.METRICS.get(claim.metric)
        if area is None or metric is None:
            return None
        return f"{area[0]} {metric[0]}" if self.ko else f"{area[1]} {metric[1]}"

    def called(self, id: str) -> str:
        """A company, an index or a plain name as this language's articles spell it, else as the reference does."""
        from wollet.story.names import display

        found = instruments.get(id)
        name = self.spelled.get(id) if found is None or found.kind in SPELLED else None
        if name is None and self.ko and found is not None and found.name_ko is None:
            name = self.elsewhere.get(id)
        if self.ko:
            name = P.INDICES_KO.get(id) or (_COUNTRY.sub("", name) if name else None)
        name = name or _GENERIC_KO.sub("", display(id, self.lang))
        if not self.ko and found is None and _BODY.search(name) and not name.startswith("the "):
            return f"the {name}"
        if not self.ko and found is not None and found.kind == "stock":
            if id not in self.spelled and found.currency == "KRW" and found.name_ko and outdated(found.name_ko, found.name_en):
                return glossed(found.name_ko)
            name = self.english(name, self.elsewhere.get(id), spelled=id in self.spelled)
        if not self.ko and found is not None and found.kind == "fx":
            pair = [CURRENCIES.get(x, x) for x in id.removeprefix("FX:").split("/")]
            return f"the {'-'.join(pair)} rate"
        if not self.ko and found is not None and found.kind in ("index", "rate", "fx", "commodity") and not name.startswith("the "):
            name = f"U.S. {name[3:]}" if name.startswith("US ") else name
            if found.kind == "commodity" and name.istitle():
                return name.lower()
            return f"the {name}" if found.kind in ("index", "rate") else name
        return name

    def english(self, name: str, there: str | None, *, spelled: bool) -> str:
        """A company in English: as its articles spell it, else short; in Latin letters where only Korean is known."""
        if spelled:
            return name.removesuffix(".com")
        if _HANGUL.search(name):
            return glossed(name)
        if there is not None and there.isascii() and there.isupper() and len(there) > 2:
            return there
        short = _GENERIC.sub("", name)
        return short if " " not in short else name

    def number(self, seed: str, n: int) -> int:
        return int.from_bytes(hashlib.sha256(f"{seed}|{self.today}|{self.lang}".encode()).digest()[:4], "big") % n

    def choose(self, key: str, seed: str, table: Mapping[str, tuple[str, ...]] | None = None, *, dated: bool = True, adverb: bool = False) -> str:
        """A wording that was told least often, from the hash's place on; where no day is told (`dated`), none that begins
        with it, and none with a noun behind a figure that only stands before a verb (`adverb`)."""
        options = (table or self.book)[key]
        if adverb:
            options = tuple(o for o in options if not _NOUN.search(o)) or options
        if not dated:
            options = tuple(o for o in options if "{When}" not in o) or options
        told, n = self.used.setdefault(key, Counter()), self.number(seed, len(options))
        turns = (*options[n:], *options[:n])
        chosen = min(turns, key=lambda o: told[o])
        told[chosen] += 1
        return chosen

    def say(self, key: str, seed: str, parts: Mapping[str, str], table: Mapping[str, tuple[str, ...]] | None = None) -> str:
        """A wording filled in, Korean particles after the sound of the word before."""

        def fill(m: re.Match[str]) -> str:
            word = parts.get(m[1], "")
            if not m[2] or not word.strip():
                return word
            if m[1] == "quote":
                return with_quote(word, m[2])
            return josa(word, m[2])

        text = _SPACES.sub(" ", _SLOT.sub(fill, self.choose(key, seed, table, dated=parts.get("When") != "That day", adverb=bool(_ADVERB.search(parts.get("fig", "")))))).strip()
        if self.ko and parts.get("S") == "":
            text = _NOBODY.sub("", text)
        text = text.replace(" .", ".").replace(" ,", ",").replace("..", ".")
        if not self.ko and (metric := parts.get("metric")) in P.PLURAL:
            text = text.replace(f"{metric} is ", f"{metric} are ").replace(f"{metric} was ", f"{metric} were ")
        return _LINE.sub("", text) if self.ko else capital(_POSSESSIVE.sub("’", edited(text)))

    def why(self, reason: str | None, seed: str) -> str:
        table = {k or "": v for k, v in (P.WHY_KO if self.ko else P.WHY_EN).items()}
        return self.choose(reason or "", f"why|{seed}", table)

    def link(self, kind: str, seed: str) -> str:
        """A connective, or none."""
        return self.choose(kind, seed, self.links)

    def when(self, w: Window | None, id: str | None, *, again: bool = False) -> dict[str, str]:
        """{when} and {When} of a day: the weekday in English, 현지시각 of markets elsewhere in Korean; a day told in the
        sentence before is not told again."""
        if w is None:
            return {"when": "", "When": "" if self.ko else "Lately"}
        if w.start != w.end:
            told = self.span(w)
            return {"when": told, "When": told.strip()}
        if w.end == self.last_day and not again:
            return {"when": "", "When": "" if self.ko else "That day"}
        self.last_day = w.end
        weekly = self.week is not None and self.week.start <= w.end <= self.week.end
        if self.ko:
            near = (w.end.year, w.end.month) == (self.today.year, self.today.month)
            told = KO_WEEKDAYS[w.end.weekday()] if weekly else f"{w.end.day}일" if near else day(w.end, "ko", year=w.end.year != self.today.year)
            held = instruments.get(id) if id is not None else None
            away = held is not None and held.kind != "crypto" and held.calendar not in HOME["ko"]
            told_before, self.away = self.away and weekly, self.away or away
            return {"when": f"현지시각 {told} " if away and not told_before else f"{told} ", "When": told}
        age = (self.today - w.end).days
        told = WEEKDAYS[w.end.weekday()] if 0 <= age < 6 or weekly else day(w.end, "en", year=w.end.year != self.today.year)
        return {"when": f" on {told}", "When": f"On {told}"}

    def stretch(self, claim: Claim) -> str:
        """The stretch of a claim: the number of sessions where it is counted in them, else its days."""
        n, w = getattr(claim, "sessions", None), claim.when
        if w is None:
            return ""
        if not n:
            between = (w.end + dt.timedelta(days=n) for n in range(1, (self.today - w.end).days + 1))
            fresh = w.end.year == self.today.year and w.end <= self.today and sum(d.weekday() < SATURDAY for d in between) <= 1
            if fresh and dt.date(w.end.year - 1, 12, 26) <= w.start <= dt.date(w.end.year, 1, 5):
                return "올해 들어 " if self.ko else " this year"
            if fresh and abs((w.end.replace(day=min(w.end.day, 28)) - w.start.replace(day=min(w.start.day, 28))).days - 365.5) < 3:
                return "한 해 사이 " if self.ko else " over a year"
            monday = self.today - dt.timedelta(days=self.today.weekday())
            if fresh and w.start == monday and w.end > monday:
                return "이번 주 들어 " if self.ko else " this week"
            if fresh and w.start == self.today.replace(day=1) and w.end > w.start:
                return "이달 들어 " if self.ko else " this month"
            return self.span(w)
        end = w.end
        if self.ko:
            until = "" if end == self.last_day else f"{end.day}일까지 " if end.month == self.today.month else f"{day(end, 'ko')}까지 "
            return f"{until}{n}거래일 동안 "
        count = SMALL[n] if n < len(SMALL) else str(n)
        until = WEEKDAYS[end.weekday()] if 0 <= (self.today - end).days < 6 else day(end, "en")
        return f" over the {count} sessions to {until}"

    def calendar(self, id: str) -> str:
        found = instruments.get(id)
        return found.calendar if found is not None else ""

    def span(self, w: Window | None) -> str:
        """A stretch of time: {span} with a space behind it in Korean, before it in English."""
        if w is None:
            return ""
        told = span(w, self.lang, self.today)
        if self.ko:
            return f"{told} "
        if told.startswith("from "):
            return f" {told}"
        return f" in {told}" if w.start != w.end else f" on {told}"


def teller_of(checked: Sequence[Checked], lang: str, today: dt.date) -> Teller:
    """The voice of a day, spelling names as the articles of its language do."""
    from wollet.story.names import wording

    told = list(checked)
    return Teller(lang, today, wording(told, lang), wording(told, "en" if lang == "ko" else "ko"))


def with_quote(word: str, pair: str) -> str:
    """A quotation in its marks, the particle after the closing one."""
    joined = josa(word, pair)
    return f"{word}’{joined[len(word):]}"


def edited(text: str) -> str:
    """English where two parts met: a comma before a colon, a possessive behind a gloss, "at between"."""
    return _GLOSSED.sub(r"’s\1", text).replace(",:", ":").replace(",.", ".").replace(" at between ", " between ").replace("a high on record", "a record high")


def capital(text: str) -> str:
    """The first letter as a sentence begins; names that begin small on purpose keep their letter."""
    return text[:1].upper() + text[1:] if text[:1].islower() else text
