"""What a number outside the price lists is said of: the metric words around it, whether foretold, and on what base.

A number's owner is the nearest word that names something measured, on its own side of the clause; words of expectation
then make a forecast of a reported figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from wollet.claim.future import FUTURE
from wollet.claim.metrics import BEGINS, EN, KO, Kind
from wollet.mention import unhurried as re
from wollet.mention.anchored import Anchored
from wollet.model.article import Lang


class Fact(msgspec.Struct, frozen=True):
    """What a number measures: family, metric and the place of the word that says so (absent for bare counts)."""

    family: str
    metric: str
    at: tuple[int, int] | None = None
    forecast: bool = False
    cost: int = 0


FORETOLD = {
    "ko": Anchored(rf"(?:예상치|전망치|추정치|기대치|컨센서스)(?!보다|(?:\([^)\n]{{1,24}}\))?[를을]\s?(?:크게\s|소폭\s)?(?:웃|밑|상회|하회|넘|뛰))|목표\s?주가|목표가|가이던스|목표치|예상(?!치|\s?(?:밖|외|보다|(?:\([^)\n]{{1,24}}\))?을\s?(?:웃|밑|상|하|뛰)|\([^)\n]{{1,24}}\)보다))|전망|추정|관측|예측|내다[봤보]|것으로\s?보|가능성|(?:할|이를)\s?수\s?있|[{FUTURE}]\s?것(?![은이]?\s?(?:라는|아니)|[을를]\s(?:요구|촉구|주문|권|당부))|기대된|넘어설|불가능하지|확률|인[하상]될"),
    "en": Anchored(
        r"\b(?:consensus|estimat(?:e[sd]?|ing)|forecast(?:s|ed|ing)?|expect(?:s|ing|ations?)?|(?<!than[- ])expected|predict(?:s|ed|ing)?|guidance|outlook|project(?:s|ed|ions?)"
        r"|anticipat(?:e[sd]?|ing)|guid(?:es|ed|ing)(?= (?:to|for|toward)\b)|tracked by|price targets?|target price|analysts polled|polled by|surveyed by|pric(?:ed|es|ing)(?: in)?|looking (?:at|for)|peaking|betting|bets|would|could|may|might|likely|sees?|seeing|seen(?= (?:showing|rising|falling|at|up|down|increasing|slowing|easing|climbing|growing|declining|coming|holding|dropping|to)\b)|foresee[ns]?|foreseen|"
        r"by (?:the end of )?20[2-9]\d|will|probability|chances?|odds|likelihood)\b"
    ),
}  # fmt: skip
REPORTED = {
    "ko": Anchored(
        r"기록[했한하](?!을)|집계[됐된](?!을)|달성(?!했을)|나타났|나타난|나왔|나온|나오[면며]|발표했|발표한|밝혔|줄었(?!을)|줄어들었(?!을)|늘었(?!을)|늘어났(?!을)|증가했(?!을)"
        r"|감소했(?!을)|[올내]랐(?!을)|내렸|(?:상회|하회)(?!할)|웃돌(?!\s?것)|밑돌(?!\s?것)|비해|확정치|에\s?불과|확대된|축소된"
    ),
    "en": Anchored(
        r"\b(?:reported|posted|(?:came|coming) in|notched|earned|reached|rose|fell|jumped|swelled|surged|was|were|totaled|announced|raked|grew|climbed"
        r"|shed|added|lost|dropped|declined|increased|slipped|delivered|ahead of|declared|current(?:ly)?|held|stood|remained|stayed|ticked|edged|eased|slowed|accelerated|cooled|rebounded|shrank|contracted|expanded)\b"
    ),
}
"""What has been told as done."""
WALL = {
    "ko": re.compile(r"[,·;]\s|(?:으며|하며|이며|이고|했고|됐고|하고|지만|으나|면서|는데|인데)[,\s]|\""),
    "en": re.compile(
        r"[;,–—]\s|\b(?:while|but|and|whereas|as|with|after|compared|versus|vs|which|despite|following)\b|\"|”|“"
    ),
}
"""What parts one statement from the next."""
STOP = {
    "ko": Anchored(r";|[↑↓…]|지만|으나|반면|(?<=[되하이으])며[\s,]"),
    "en": Anchored(
        r";|\s\((?=[^()]*\))|\b(?:while|but|whereas|versus|vs\.?(?=\s)|compared (?:to|with)|topp(?:ed|ing)|beat(?:ing)?|miss(?:ed|ing)|exceed(?:ed|ing)|than|despite|after|against (?:an?|the) (?:[\w-]+ ){0,2}(?:estimates?|consensus|forecasts?|projection))\b"
    ),
}
"""What parts a reported figure from the one that was expected."""
ADJACENT = {
    "ko": (re.compile(r"(?:예상|전망|기대)\s?\((?:각각\s)?(?:[\d.,]+%,\s)?$|(?:(?:예상치|전망치|추정치|기대치|컨센서스|목표치|목표\s?주가|목표가|가이던스)|(?:예상|전망|추정|기대|예측)(?:하는|한|했던|하던|되는|된))(?:인|였던|는|은|\s|\()*\s?(?:주당\s?)?$|(?:목표|투자\s?계획)(?:인|는|은|치는|[을를])\s(?:총\s|약\s)?$"), re.compile(r"\s?(?:의\s(?:성장|증가|개선)[을를]\s)?(?:가이던스)?(?:으?로\s?)?(?:(?<=가이던스로\s)제시|예상(?!치|보다|[을를]\s?(?:웃|밑|상|하|뛰|넘))|전망(?!치)|추정(?!치)|관측|예측(?!치)|가능성)|\s?(?:수준)?[을를]?\s?가정")),
    "en": (
        re.compile(r"\b(?:consensus(?: estimates?)?|estimates?|forecasts?|expectations?|guidance|outlook|targets?|predicted|projected|expected|forecast|(?:looking|calling|hoping) for|expecting|forecasting|projecting|anticipating|anticipated|pencil(?:l)?ed in)(?:\s(?:an?\s)?(?:increases?|gains?|rises?|growth|drops?|declines?|decreases?|falls?)(?=\sof))?(?:\s(?:of|for|is|at|to be(?: in)?|from|was|that))*(?:\s(?:a|the|about|around|roughly))*\s$"),
        re.compile(r"\s?(?:per share\s|a share\s|in revenue\s|annual\s|inflation\s|average\s)?(?:(?:increase|rise|gain|growth|drop|decline|fall|decrease|reading|loss|profit)\s(?=expected|forecast|estimated|projected|predicted|that\s))?(?:goal\b|consensus|(?:[A-Z][\w&.]+ |average |mean |median ){0,2}estimates?|forecasts?|analysts|(?:that )?(?:economists|forecasters|dealers|Wall Street|analysts|the (?:Street|analysts|market))|expected|projected|target)\b"),
    ),
}
"""Words of expectation that touch the figure itself."""
_TABLE = {"ko": KO, "en": EN}
_CUES = {
    lang: (
        Anchored(f"{BEGINS[lang]}(?:{'|'.join(f'({p})' for p in table)})", re.IGNORECASE if lang == "en" else 0),
        list(table.values()),
    )
    for lang, table in _TABLE.items()
}
WHOLE = re.compile(r"(?:의|에서의)?\s?(?:전체|총|연간)?\s?")
"""Between a market and its revenue: the revenue is the market's and no company's."""
TAXED = re.compile(r"\b(?:tariffs?|duty|duties|lev(?:y|ies))\s(?:on|for|against)\s(?:[\w.’'-]+\s){0,3}$", re.IGNORECASE)
"""Before imports that only tell what a tariff is on."""
ASIDE = Anchored(r",\s(?:for which|which|who|including|excluding)\b[^,]{0,110},\s|\s[—–]\s[^—–.;:]{2,140}\s[—–]\s(?=[a-z])")
PER_SHARE = frozenset(("eps", "loss_per_share", "dividend_per_share"))
EARNING = Anchored(r"\b(?:earn\w*|profits?|loss(?:es)?|EPS|income|dividends?|estimates?|analysts|expected|consensus|expectations|results)\b")
"""Without these, "per share" is of a price."""
GENERIC = re.compile(r"(?:per|a) share")
PROJECTED = re.compile(r"\b(?:projections?|predictions?|forecasts?|estimates?|outlook|expectations|guidance)\s(?:for|of|on)\s(?:[\w’'-]+\s){0,3}$")
BEATEN = Anchored(
    r"\b(?:ahead of|above|below|beat(?:s|ing)?|topp(?:ed|ing)|miss(?:ed|ing)|exceed(?:ed|ing)|surpass(?:ed|ing)|outperform(?:ed|ing)|outpac(?:ed|ing)|trail(?:ed|ing)|than)\s(?:[\w’']+\s){0,3}?"
    r"(?:estimates?|expectations|forecasts?|consensus)\b(?!\s(?:of|for|estimates?|calling)\b)"
)
"""Expectations named as what was beaten or missed, without their figure."""
DONE = re.compile(r"\s?(?:수준|규모|선)?(?:이?었[다고으]|였[다고으]|에\s?(?:달했|그쳤|머물렀))")
BASE = re.compile(r"(?:직전|전|지난)\s?(?:월|달|분기|년|해)(?:\s?(?:동기|동월))?\s?\(?\s?$")
"""A figure of the period before, which is no forecast."""
HOUSE_SETS = re.compile(r"(?:증권|투자)(?:[은이가])?\s(?:기존\s)?$|원에서\s$")
"""Before a figure of a list of what each house sets as its target."""
KO_WENT_ON = re.compile(r"(?:[하되]며|으며|[했됐었았랐렸졌왔]고|지만|면서)\s")
"""Between a figure and a word behind it that belongs to the next clause."""
BEATEN_BY_FIGURE = Anchored(
    r"\b(?:ahead of|above|below|beat(?:s|ing)?|topp(?:ed|ing)|miss(?:ed|ing)|exceed(?:ed|ing)|surpass(?:ed|ing)|than|versus|against|compared (?:with|to))\s(?:the\s|an?\s)?(?:[$€£¥]?\d[\d.,]*\S*\s)(?:[\w’'-]+\s){0,3}?(?:estimates?|expect\w+|forecasts?|consensus)\b"
)
"""Expectations with their figure, which a reported one before them is set against."""
REACH, NARROW = 110, 18
BEHIND = {"ko": 30, "en": 85}
"""How much nearer an unconnected word behind the number must be than one before it."""
_TIED = {
    "ko": re.compile(r"(?:\s?(?:규모의?|이상의?|의|대의?|수준의?|어치))?\s?(?:[가-힣]{1,4}\s?)?|\s?(?:규모|상당|어치)의?\s(?:[가-힣A-Za-z0-9·]{1,12}\s?){1,3}"),
    "en": re.compile(r"\s?(?:(?!after|despite|as|with|on|following|and|while|but)[\w-]+\s){0,3}?(?:in|of|for|to)\s(?:[\w’'-]+\s){0,3}?|[\s-](?:(?!after|despite|as|with|on|following|and|while|but|to|from|in|of|for)[\w-]+\s){0,2}"),
}
"""What may stand between a number and the word behind it that it belongs to."""
NEVER_FORETOLD = frozenset(("flow", "breadth", "other", "deal"))
FACTS, LOOSE, STRICT = frozenset(("fundamentals", "macro", "share", "deal")), 60, 14
OFFERED = re.compile(r"[~∼–억조]|[bm]illion|bn|\d-\d")
"""In an amount beside an offering: the size of one, or the range its price is sought in, and not the price it was set at."""
LARGE = re.compile(r"\d\.\d|\d,\d{3}|\d{4}|[천만억조]|illion|thousand")
"""A bare number that can be a figure and is no numbering."""
ONLY: dict[str, frozenset[str]] = {
    "price_tag": frozenset(("money",)), "subscription_deposits": frozenset(("money",)), "budget": frozenset(("money",)), "tariff_rate": frozenset(("percent",)), "count": frozenset(("count",)),
    "mortgage_rate": frozenset(("percent", "bp")), "units": frozenset(("count", "bare", "percent")), "users": frozenset(("count", "bare", "percent")), "job_openings": frozenset(("count", "bare", "percent")), "dividend_yield": frozenset(("percent",)),
    "balance_sheet": frozenset(("money",)), "industry_total": frozenset(("money", "percent", "count", "bare")), "people": frozenset(("count",)), "workforce_share": frozenset(("percent",)), "results": frozenset(("money",)), "nonfarm_payrolls_change": frozenset(("count", "bare")), "jobless_claims": frozenset(("count", "bare")),
    "fee": frozenset(("percent", "bp")), "issuance": frozenset(("money", "shares", "count", "percent")), "target_upside": frozenset(("percent",)), "house_prices": frozenset(("percent",)), "unsold_homes": frozenset(("count", "percent", "bare")), "unemployment_rate": frozenset(("percent",)), "employment_rate": frozenset(("percent",)), "policy_rate": frozenset(("percent",)),
    "cpi_yoy": frozenset(("percent",)), "ppi_yoy": frozenset(("percent",)), "pce_yoy": frozenset(("percent",)), "inflation": frozenset(("percent",)),
    "valuation_ratio": frozenset(("ratio",)), "net_assets": frozenset(("money", "percent")), "equity": frozenset(("money", "percent")), "fee_income": frozenset(("money", "percent")),
    "one_off": frozenset(("money",)), "wages": frozenset(("percent",)), "vacancy_rate": frozenset(("percent",)), "issue_price": frozenset(("money",)),
    "interest_income": frozenset(("money", "percent")), "capital_ratio": frozenset(("percent",)), "bad_loan_ratio": frozenset(("percent",)),
    "net_interest_margin": frozenset(("percent",)), "risk_weighted_assets": frozenset(("money", "percent")),
    "charge": frozenset(("money",)), "oil_volume": frozenset(("count", "bare")), "inventories": frozenset(("count", "percent", "money", "bare")),
    "sentiment_index": frozenset(("bare", "points", "percent")),
    "gdp_growth": frozenset(("percent",)), "retail_sales_mom": frozenset(("percent",)), "stake": frozenset(("percent", "shares", "count")), "weight": frozenset(("percent", "bare")), "bought_stake": frozenset(("percent",)), "capacity": frozenset(("percent", "count", "bare")), "valuation_loss": frozenset(("money",)), "costs": frozenset(("money", "percent")), "payment_volume": frozenset(("money", "percent")), "distribution": frozenset(("money", "percent")), "dividend_per_share": frozenset(("money", "percent", "bare")),
}  # fmt: skip
"""Narrower kinds of number for some metrics."""
FITS: dict[str, frozenset[str]] = {
    "fundamentals": frozenset(("money", "percent", "count", "bare")),
    "macro": frozenset(("money", "percent", "points", "bare")),
    "forecast": frozenset(("money", "percent", "count", "points", "ratio", "bare")),
    "share": frozenset(("percent", "shares", "count")),
    "deal": frozenset(("money", "shares")),
    "other": frozenset(("money", "percent", "count", "ratio")),
    "price": frozenset(("money", "percent", "points", "bare", "ratio")),
    "flow": frozenset(("money", "shares", "count")),
    "market_cap": frozenset(("money", "percent")),
    "breadth": frozenset(("count",)),
}
"""Which kinds of number each measured thing can be told in."""


class Sentence:
    """One sentence with its measured things, its words of expectation and its walls, found once.

    What a fund is called tells what it holds and not what is measured: the names of funds are passed over.
    """

    def __init__(self, text: str, start: int, end: int, lang: Lang, funds: Sequence[tuple[int, int]] = ()) -> None:
        self.text, self.start, self.end, self.lang = text, start, end, lang
        pattern, kinds = _CUES[lang]
        self.cues: list[tuple[int, int, Kind, str]] = []
        for m in pattern.finditer(text, start, end):
            kind, metric = kinds[(m.lastindex or 1) - 1]
            if funds and any(a <= m.start() < b for a, b in funds):
                continue
            self.cues.append((m.start(), m.end(), kind, metric))
        for i in range(1, len(self.cues)):
            a, b = self.cues[i - 1], self.cues[i]
            if a[3] == "industry_total" and b[2] == "fundamentals" and WHOLE.fullmatch(text, a[1], b[0]):
                self.cues[i] = (b[0], b[1], "macro", "industry_total")
        if lang == "en":
            self.cues = [c for c in self.cues if c[3] != "trade" or TAXED.search(text, max(start, c[0] - 48), c[0]) is None]
        self.walls = [m.start() for m in WALL[lang].finditer(text, start, end)]
        self.earning = lang == "ko" or EARNING.search(text, start, end) is not None
        self.asides = [m.span() for m in ASIDE.finditer(text, start, end)]
        self.stops = [m.start() for m in STOP[lang].finditer(text, start, end)]
        self.passed = [m.span() for m in BEATEN.finditer(text, start, end)] if lang == "en" else []
        self.set_against = [m.span() for m in BEATEN_BY_FIGURE.finditer(text, start, end)] if lang == "en" else []
        self.foretold = [m.span() for m in FORETOLD[lang].finditer(text, start, end) if not self.beaten(m.start())]
        self.reported = [m.span() for m in REPORTED[lang].finditer(text, start, end)]

    def beaten(self, at: int) -> bool:
        """Whether a word of expectation only names what a reported figure was set against."""
        return any(a <= at < b for a, b in self.passed)

    def aside(self, a: int, b: int) -> int:
        """How much of the way between two places is an aside between commas."""
        return sum(y - x + 18 * self.crossed(x, y) for x, y in self.asides if a <= x and y <= b)

    def _only_described(self, at: int, start: int) -> bool:
        """Whether a word stands in an aside that the figure does not stand in."""
        return any(x <= at < y and not x <= start < y for x, y in self.asides)

    def crossed(self, a: int, b: int) -> int:
        return bisect_left(self.walls, b) - bisect_left(self.walls, a)

    def fact(self, span: tuple[int, int], unit: str) -> Fact | None:
        """What a number of this sentence measures, or None where no word near it says."""
        sort = sort_of(unit)
        best: Fact | None = None
        generic: Fact | None = None
        for a, b, kind, metric in self.cues:
            if sort not in ONLY.get(metric, FITS[kind]) or (self.asides and self._only_described(a, span[0])):
                continue
            if metric == "offering" and sort == "money" and OFFERED.search(self.text, *span) is None:
                continue
            if sort == "bare" and not LARGE.search(self.text, *span):
                continue
            if a < span[1] and b > span[0]:
                cost = 0
            elif b <= span[0]:
                cost = span[0] - b + 18 * self.crossed(b, span[0]) - self.aside(b, span[0])
            else:
                gap = self.text[span[1] : a]
                cost = len(gap) + 18 * self.crossed(span[1], a) + (30 if self.lang == "ko" and KO_WENT_ON.search(gap) else 0)
                cost += 0 if _TIED[self.lang].fullmatch(gap) and not (self.lang == "ko" and KO_WENT_ON.search(gap)) else BEHIND[self.lang]
            if GENERIC.fullmatch(self.text, a, b):
                if not self.earning:
                    continue
                generic = Fact(kind, metric, (a, b), False, cost) if cost <= REACH else generic
                continue
            if cost <= (NARROW if kind == "other" and sort != "count" and metric != "valuation_ratio" else REACH) and (best is None or cost < best.cost):
                best = Fact(kind, metric, (a, b), kind == "forecast", cost)
        if generic is not None and (best is None or generic.cost < best.cost):
            own = best is not None and best.metric in PER_SHARE and best.at is not None and best.at[1] <= span[0]
            best = best if own else generic
        if best is None:
            before, behind = ADJACENT[self.lang]
            if self.lang == "ko" and sort == "money" and HOUSE_SETS.search(self.text, max(self.start, span[0] - 24), span[0]):
                target = next((c for c in self.cues if c[3] == "target_price"), None)
                if target is not None:
                    return Fact("forecast", "target_price", target[:2], True, REACH)
            if before.search(self.text, max(self.start, span[0] - 48), span[0]) or behind.match(self.text, span[1], self.end):
                return Fact("forecast", "consensus", None, True, 0) if sort in FITS["forecast"] else None
            return None
        before, behind = ADJACENT[self.lang]
        if best.metric == "valuation_ratio" and (before.search(self.text, max(self.start, span[0] - 48), span[0]) or behind.match(self.text, span[1], self.end)):
            return Fact("forecast", best.metric, best.at, True, best.cost)
        if best.forecast or best.family in NEVER_FORETOLD or (best.family == "share" and self.lang == "en"):
            return best
        if best.at is not None and self.lang == "en" and PROJECTED.search(self.text, max(self.start, best.at[0] - 44), best.at[0]):
            return Fact("forecast", best.metric, best.at, True, best.cost)
        if self.is_forecast(span, LOOSE if best.family in FACTS - {"share"} else STRICT):
            return Fact("forecast", best.metric, best.at, True, best.cost)
        return best

    def spoken_of(self, span: tuple[int, int]) -> Fact | None:
        """What a phrase without a figure is said of ("cash rose to a record"): the nearest thing measured, before it first."""
        best: Fact | None = None
        for a, b, kind, metric in self.cues:
            if GENERIC.fullmatch(self.text, a, b) and not self.earning:
                continue
            if b <= span[0]:
                cost = span[0] - b + 18 * self.crossed(b, span[0]) - self.aside(b, span[0])
            elif a >= span[1]:
                cost = a - span[1] + 18 * self.crossed(span[1], a) + BEHIND[self.lang]
            else:
                cost = 0
            if cost <= REACH and (best is None or cost < best.cost):
                best = Fact(kind, metric, (a, b), False, cost)
        return best

    def is_forecast(self, span: tuple[int, int], reach: int = 60) -> bool:
        """Whether the word that governs the number speaks of the future or of what others expect."""
        before, behind = ADJACENT[self.lang]
        touching = before.search(self.text, max(self.start, span[0] - 48), span[0])
        if (touching and not self.beaten(touching.start())) or behind.match(self.text, span[1], self.end):
            return True
        if self.lang == "ko" and (
            DONE.match(self.text, span[1])
            or self.text.startswith(("인 ", "이던 ", "였던 "), span[1])
            or BASE.search(self.text, max(self.start, span[0] - 14), span[0])
        ):
            return False
        near: list[tuple[int, bool]] = []
        for spans, told in ((self.foretold, True), (self.reported, False)):
            for a, b in spans:
                if b <= span[0]:
                    near.append((span[0] - b + 40 * self.parted(b, span[0]) + (20 if self.lang == "ko" else 0), told))
                elif a >= span[1] and not (told and (self.text[a:b].endswith(("치", "가", "컨센서스")) or any(span[1] <= x <= a < y for x, y in self.set_against))):
                    near.append((a - span[1] + 40 * self.parted(span[1], a) + (0 if self.lang == "ko" else 25), told))
        near.sort()
        return bool(near) and near[0][1] and near[0][0] < reach

    def parted(self, a: int, b: int) -> int:
        return bisect_left(self.stops, b) - bisect_left(self.stops, a)


@lru_cache(1 << 10)
def sort_of(unit: str) -> str:
    """The kind of thing that a unit counts: money, percent, count, time or a bare number."""
    unit = unit or ""
    if unit in ("percent", "percentage_point", "bp"):
        return "percent"
    if unit in ("count", "shares", "ratio", "points"):
        return unit
    if unit in ("hours", "days", "sessions", "weeks", "months", "quarters", "years"):
        return "time"
    if unit[:3].isupper() and len(unit) >= 3:
        return "money"
    return unit or "bare"
