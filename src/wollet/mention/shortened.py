"""Companies by the head of a name that the text gives in full: "Live Nation" for Live Nation Entertainment, 현대일렉 for
HD현대일렉트릭.

A head is read only where the text has the full name, where what falls away is a word for a kind of company, and where
the head stands as a name does: before a verb of what companies do, a possessive, or behind "shares of".
"""

from __future__ import annotations

from bisect import bisect_right

from wollet.mention import edges
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads
from wollet.mention.listed import mention
from wollet.model.article import Lang
from wollet.model.mention import Mention, Name

KIND = frozenset(
    "Global Corp Corporation Inc Group Holdings Holding Technologies Technology Systems Devices Energy Financial Pharmaceuticals Airlines Motors "
    "Bancorp Bank Entertainment Stores Platforms Industries International Labs Therapeutics Media Networks Software Semiconductor Pictures "
    "Resources Resorts Brands Foods Aviation Aerospace Health Healthcare Biosciences Interactive Solutions Services Partners Auto Company Co Natural "
    "Communications Materials Computer Petroleum Oil Gas Realty Properties Bancshares Insurance Laboratories Instruments Machines Products Steel Air Lines "
    "Motor Electric Power Chemical Chemicals Mining Minerals Metals Hotels Worldwide Wireless Robotics Sciences Scientific Medical Surgical Pharma Oncology "
    "Diagnostics Logistics Shipping Midstream Exploration Operating Financials Biopharma Biotech Genomics Vacations Cruises Beverage Apparel".split()
)
COMMON = frozenset(
    "The First American National United General New International Global Royal Bank Standard Western Eastern Northern Southern Central Advanced Applied "
    "North South East West Real Digital Public Home Best Great Old Big Green Blue Red Black White Golden Silver US U.S. Applied Universal Capital Analog Li "
    "Texas Alaska Taiwan China Japan Korea India Canada Boston Chicago Dallas Houston Seattle Denver London Paris Tokyo Singapore California Virginia Ohio Florida "
    "Georgia Kansas Nevada Utah Arizona Hawaiian Brazil Mexico Deutsche Nippon British Canadian Swiss German French Italian Pacific Atlantic Carolina Louisiana "
    "Jersey Washington Hudson Mid Pan Trans Inter Micro Super Ultra Mega Nova Star Sun Energy Green Pure Next One Two Three Union Allied Consolidated Integrated".split()
)
"""Words that alone name no company."""
OTHER_NAME = re.compile(r"[-’']?\s?[A-Z&]|-|\s(?:and|&)\s(?:[A-Z][\w.]*\s)?(?:Co|Sons|Company|Partners)\b")
"""Behind a head: another name goes on."""
_EVERYDAY = frozenset("Charter Target Match Block Unity Chart Summit Frontier Spirit Builders Ally Discover Signature Independence Heritage Horizon Pioneer Enterprise Progress Mosaic Ball Crown Eagle Phoenix Delta Viking Royal Carnival Vertex".split())
"""Words that a sentence may begin with in another sense: as a name they need more beside them."""
DOES = re.compile(
    r"(?:'s?\b|’s?\b)|\s(?:also\s|has\s|had\s|will\s|still\s)?(?:reported|posted|said|says|announced|expects?|forecasts?|guided|plans?|was|is|has|had|will|shares|stock|rose|fell|gained|lost|jumped|dropped|slid|sank|"
    r"climbed|added|shed|soared|rallied|tumbled|employs|makes|sells|trades|traded|closed|ended|tumbled|surged|plunged|slipped|beat|missed|saw|swung|raised|cut|lowered|agreed|earned|recorded|falls|rises|jumps|drops|slides|beats|misses|soars|sinks|tumbles|gains|swings|tops|reports|posts)\b"
)
_HOME = ("XKRX:", "XKOS:")
_GROUP = re.compile(r"[A-Z&]{2,4}(?=[가-힣]{4})")
_HEAD = 4
"""So many letters at least name a company by its head."""
OF = re.compile(r"\b(?:[Ss]hares (?:of|in)|acquir(?:e|ed|ing)|buy|bought|at|by|of|for|with|from)\s$")


def find(level: str, found: list[Mention], lang: Lang) -> list[Mention]:
    """The heads of companies named in full, in text order; what other names cover is left to the caller."""
    if lang != "en":
        return _korean(level, found)
    heads: dict[str, tuple[str, ...]] = {}
    for m in found:
        if m.kind != "instrument" or not isinstance(m.value, Name) or not m.value.ids or not m.value.ids[0].startswith("X") or m.value.anaphor:
            continue
        words = level[m.start : m.end].split(" ")
        while len(words) > 1 and words[-1].rstrip(".,") in KIND:
            words = words[:-1]
            head = " ".join(words).rstrip(",")
            if head not in COMMON and len(head) > 2 and head[0].isupper():
                heads[head] = m.value.ids if heads.get(head, m.value.ids) == m.value.ids else ()
    out: list[Mention] = []
    for head, ids in heads.items():
        if not ids:
            continue
        alone = len(head) > _HEAD and level.find(f" {head.lower()} ") < 0 and head not in _EVERYDAY
        at = level.find(head)
        while at >= 0:
            end = at + len(head)
            whole = not (at and (level[at - 1].isalnum() or level[at - 1] in "-&")) and not level[end : end + 1].isalnum()
            named = DOES.match(level, end) or (OF.search(level, max(0, at - 16), at) and not level[end + 1 : end + 2].isupper()) or (alone and _stands(level, at, end))
            if whole and named:
                out.append(mention(at, end, ids, lang, "head of a name"))
            at = level.find(head, end)
    return sorted(out, key=lambda m: m.start)


def _stands(level: str, at: int, end: int) -> bool:
    """Whether a head that is no word of the text otherwise stands by itself and within no other name."""
    before = level[max(0, at - 24) : at].rstrip()
    return OTHER_NAME.match(level, end) is None and not (level[at - 1 : at] == " " and before[-1:].isalpha() and before.rsplit(" ", 1)[-1][:1].isupper() and at > 1 and level[at - 2] not in ".!?")


def _korean(level: str, found: list[Mention]) -> list[Mention]:
    """The Korean heads: four syllables or letters at least of a listing's name, with or without its group's letters."""
    names: dict[str, set[tuple[str, ...]]] = {}
    for m in found:
        if m.kind != "instrument" or not isinstance(m.value, Name) or m.value.anaphor or not m.value.ids or not m.value.ids[0].startswith(_HOME):
            continue
        full = level[m.start : m.end]
        group = _GROUP.match(full)
        for name in (full, full[group.end() :]) if group is not None else (full,):
            if len(name) > _HEAD or (name != full and len(name) == _HEAD):
                names.setdefault(name, set()).add(m.value.ids)
    taken = sorted(m.span for m in found)
    out: dict[int, tuple[int, set[tuple[str, ...]]]] = {}
    for name, ids in names.items():
        at = level.find(name[:_HEAD])
        while at >= 0:
            end = at + _HEAD
            while end - at < len(name) and level[end : end + 1] == name[end - at]:
                end += 1
            whole = not (at and level[at - 1].isalnum()) and edges.closed(level, end)
            if whole and (i := bisect_right(taken, (at, 1 << 60))) >= 0 and not (i and taken[i - 1][1] > at):
                kept = out.get(at)
                out[at] = (end, ids if kept is None or kept[0] < end else kept[1] | ids)
            at = level.find(name[:_HEAD], end)
    return [mention(at, end, next(iter(ids)), "ko", "head of a name") for at, (end, ids) in sorted(out.items()) if len(ids) == 1]


EXAMPLES = (
    reads("ko", "instrument", {"symbol": "267260"}, "{현대일렉} -8% 급락. HD현대일렉트릭(267260)은 내렸다."),
    ignores("ko", "instrument", "{현대일렉} -8% 급락했다.", "{현대일}에 HD현대일렉트릭은 내렸다."),
    reads("en", "instrument", {"symbol": "PARA"}, "{Paramount} posted a loss. Paramount Global had said so.", "Shares of {Paramount} fell; Paramount Global had warned."),
    reads("en", "instrument", {"symbol": "JNPR"}, "Juniper Networks makes routers. A deal for {Juniper} is near.", "Juniper Networks makes routers. {Juniper} soared 22%."),
    reads("en", "instrument", {"symbol": "LSCC"}, "Lattice Semiconductor Corp. cut its outlook. Shares of {Lattice} dropped."),
    ignores("en", "instrument", "Juniper Networks makes routers. The {Juniper} Hotel is old.", "Texas Instruments makes chips. {Texas} is hot."),
    ignores("en", "instrument", "The view is of {paramount} worth. Paramount Global had said so.", "{Paramount} posted a loss."),
)
