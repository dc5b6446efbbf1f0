"""The day told in sentences: proved statements as fact, open ones charged to their source, refuted ones as corrections.

Each sentence is made from one claim or one quotation.  Which wording is used follows from a hash of the claim and the
day, and the wording used last is not used again at once: variety without chance.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal

from wollet.brief import phrases as P
from wollet.brief.figures import amount, figure, josa, span
from wollet.claim.family import family_of
from wollet.model.briefing import Role, Sentence
from wollet.model.story import View
from wollet.model.verdict import Verdict
from wollet.verify.report import deciding

MOVES = frozenset(("change", "period_return"))
TOLD_BY_METRIC = frozenset(("fundamentals", "macro", "deal", "share", "market_cap", "forecast"))
_SLOT = re.compile(r"\{(\w+)(?::([가-힣]+))?\}")


class Teller:
    """Tells claims in one language, remembering which wording it used last."""

    def __init__(self, lang: str, today: dt.date, spelled: Mapping[str, str]) -> None:
        self.lang, self.today, self.spelled = lang, today, spelled
        self.used: dict[str, int] = {}

    def name(self, v: Verdict) -> str | None:
        """What the subject is called in this language."""
        from wollet.story.names import display

        s = v.claim.subject
        if s.id:
            return self.spelled.get(s.id) or display(s.id, self.lang)
        return s.name

    def choose(self, key: str, seed: str) -> str:
        """A wording by hash, never the one used just before."""
        options = (P.KO if self.lang == "ko" else P.EN)[key]
        n = int.from_bytes(hashlib.sha256(f"{seed}|{self.today}".encode()).digest()[:4], "big") % len(options)
        if self.used.get(key) == n:
            n = (n + 1) % len(options)
        self.used[key] = n
        return options[n]

    def say(self, key: str, seed: str, parts: Mapping[str, str]) -> str:
        """A wording filled in, Korean particles after the sound of the word before."""

        def fill(m: re.Match[str]) -> str:
            word = parts.get(m[1], "")
            return josa(word, m[2]) if m[2] and word.strip() else word

        text = re.sub(r"\s{2,}", " ", _SLOT.sub(fill, self.choose(key, seed))).strip()
        return text[:1].upper() + text[1:]

    def claim(self, v: Verdict, id: str) -> Sentence | None:
        """A claim as a sentence, or nothing where it has no words of ours."""
        name = self.name(v)
        if not name:
            return None
        if v.label == "supported":
            key, role = self.told(v), "figure"
        elif v.label == "refuted":
            key, role = "refuted", "correction"
        else:
            key, role = self.asked(v), "open"
        parts = self.parts(v, name)
        if key == "refuted" and not parts.get("measured"):
            key = "refuted_bare"
        needed = {"fig"} if key in ("up", "down", "flat", "moved", "level", "metric", "conversion") else set()
        if key in ("metric", "open_metric"):
            needed |= {"metric", "fig"}
        if any(not parts.get(n) for n in needed):
            key = "open_quoted" if role == "open" else "quoted"
        text = self.say(key, str(v.claim), parts)
        return Sentence(text=text, lang="ko" if self.lang == "ko" else "en", role=_role(role), claims=(id,))

    def told(self, v: Verdict) -> str:
        family = family_of(v.claim).name
        if family in MOVES and not v.claim.negated:
            return v.claim.direction if v.claim.direction in ("up", "down", "flat") else "moved"
        if family in ("level", "conversion") and not v.claim.negated:
            return family
        plain = v.claim.certainty == "asserted" and not v.claim.negated
        moving = v.claim.direction is not None and v.claim.quantity is not None and v.claim.quantity.unit == "percent"
        return "metric" if family in TOLD_BY_METRIC and plain and not moving else "quoted"

    def asked(self, v: Verdict) -> str:
        family, c = family_of(v.claim).name, v.claim
        if c.negated:
            return "open_quoted"
        if family in MOVES and c.direction in ("up", "down") and c.certainty == "asserted":
            return f"open_{c.direction}"
        moving = c.direction is not None and c.quantity is not None and c.quantity.unit == "percent"
        return "open_metric" if family in TOLD_BY_METRIC and not moving else "open_quoted"

    def parts(self, v: Verdict, name: str) -> dict[str, str]:
        """Everything a wording may ask for."""
        c, ko = v.claim, self.lang == "ko"
        i = 0 if ko else 1
        when = span(c.when, self.lang, self.today) if c.when is not None else ""
        on = ("" if when.startswith("from ") else ("in " if when.isdigit() else "on ")) if when and not ko else ""
        key = self.told(v) if v.label == "supported" else self.asked(v)
        fig = figure(c.quantity, self.lang) if c.quantity is not None else None
        if fig and not ko and key in ("up", "down", "flat", "moved", "open_up", "open_down") and fig.startswith("between"):
            fig = fig.replace("between", "by between", 1)
        out = {
            "S": name, "fig": fig or "", "quote": c.quote, "basis": P.BASIS[c.basis][i], "metric": self.metric(c.metric),
            "When": (f"{when} " if ko else f"{on}{when}") if when else "", "when": (f"{when} " if ko else f" {on}{when}") if when else "",
            "why": (P.WHY_KO if ko else P.WHY_EN)[v.reason], "tail": "라고" if josa(c.quote, "이라라").endswith(c.quote + "라") else "이라고",
            "tail2": "이" if josa(c.quote, "이가").endswith("이") and not c.quote.endswith("이") else "가",
        }  # fmt: skip
        out["who"], out["Source"] = self.source(c.said_by, key)
        if not when and not ko:
            out["When"] = "In the latest reading"
        shown = deciding(v)
        e = shown.evidence if shown is not None else None
        if e is not None and e.measured is not None and e.unit != "truth":
            value = abs(e.measured).quantize(Decimal("0.01")) if abs(e.measured) < 10**6 else abs(e.measured).quantize(Decimal(1))
            word = {True: ("하락 ", "a fall of "), False: ("상승 ", "a rise of ")}[e.measured < 0] if key.endswith(("up", "down")) else ("", "")
            body = amount(value, e.unit, self.lang)
            out["measured"] = f"{body} {word[0].strip()}".strip() if ko else f"{word[1]}{body}"
        return out

    def metric(self, code: str) -> str:
        found = P.METRICS.get(code)
        return found[0 if self.lang == "ko" else 1] if found else ""

    def source(self, said_by: str | None, key: str) -> tuple[str, str]:
        """Who is charged with an open statement, as the subject of the sentence."""
        if self.lang == "ko":
            who = said_by or "관련 보도"
            return josa(who, "은는"), f"출처는 {said_by or '관련 보도'}입니다."
        verb = {"open_metric": "put", "open_quoted": "used the words"}.get(key, "said that")
        return f"{said_by or 'The report'} {verb}", ""

    def view(self, view: View) -> Sentence:
        """A view in its holder's own words, the holder named."""
        who = " ".join(x for x in (view.org, view.speaker, view.role) if x) if self.lang == "ko" else ", ".join(
            x for x in (view.speaker, view.role, view.org) if x
        )
        text = self.say("view", view.quote, {"who": josa(who, "은는") if self.lang == "ko" else who, "words": view.quote})
        return Sentence(
            text=text, lang="ko" if self.lang == "ko" else "en", role="view", quotes=((view.article, *view.span),)
        )

    def ahead(self, v: Verdict, id: str) -> Sentence | None:
        """A date ahead."""
        name = self.name(v)
        if not name or v.claim.when is None:
            return None
        return Sentence(
            text=self.say("ahead", str(v.claim), self.parts(v, name)), lang="ko" if self.lang == "ko" else "en", role="catalyst", claims=(id,)
        )


def _role(name: str) -> Role:
    roles: dict[str, Role] = {"figure": "figure", "open": "open", "correction": "correction"}
    return roles[name]
