"""What types an English name as a company or a body: the noun before it, its tail, its apposition, what is done to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

BEFORE = r"(?<![\w.&-])"
BEHIND = r"(?![\w&]|-[A-Za-z]|\.[a-z])"
_WORD = r"[A-Z][A-Za-z0-9]*(?:['’](?!s\b)[A-Za-z]+|[-.&][A-Za-z0-9]+)*"
_NAME = rf"(?P<n>{_WORD}(?:[ ](?:(?:&|of)[ ])?{_WORD}){{0,4}})"
_NOUN = (
    r"(?:start-?up|compan(?:y|ies)|firm|maker|chipmaker|carmaker|automaker|drugmaker|planemaker|developer|operator|retailer|lender|broker(?:age)?|insurer"
    r"|supplier|rival|competitor|subsidiar(?:y|ies)|unit|affiliate|giant|group|carrier|airline|provider|manufacturer|producer|builder|platform|brand|chain"
    r"|venture|label|specialist|agency|regulator|watchdog|utility|refiner|miner|foundry|bank|studio|publisher|distributor|conglomerate|business|parent)s?"
)
_TAIL = (
    r"(?:Inc|Corp|Co|Ltd|plc|PLC|LLC|LP|AG|SA|SE|NV|N\.V|GmbH|AB|ASA|SpA|Corporation|Company|Incorporated|Limited|Holdings?|Group|Technolog(?:y|ies)|Systems|Industries"
    r"|Enterprises|Laboratories|Labs|Pharmaceuticals?|Pharma|Therapeutics|Biosciences|Energy|Petroleum|Resources|Motors?|Airlines|Airways|Aerospace|Entertainment"
    r"|Media|Networks|Software|Semiconductors?|Electronics|Steel|Foods|Brands|Stores|Robotics|Bancorp|Bancshares|Bankshares|Financial|Capital|Partners|Ventures"
    r"|Properties|Realty|Communications|Studios|Pictures|Games|Telecom|Insurance|Healthcare|Products|Services|Chemicals?|Mines|Airport|Data|Savings Bank|National Bank|Hotels?|Oil|Gas|Mining|Paper|Railroad|Railway|Shipping|Lines|Tobacco|Publishing|Broadcasting|Manufacturing|Engineering|Construction|Courier|Nursery|Foundry)"
)
_DEED = (
    r"(?:acquir(?:e[sd]?|ing)|bought|buy(?:s|ing)?|takeover\sof|acquisition\sof|purchase\sof|buyout\sof|bids?\sfor|offers?\sfor|stakes?\sin|(?:shares|pct|percent)\s(?:of|in)"
    r"|interest\sin|invest(?:ed|s|ing)?(?:\s[$€£][\d.,]+(?:\s\w+)?)?\sin(?:to)?|investments?\sin|merg(?:e|er|ed|es|ing)\swith|partner(?:ship|ed|s|ing)?\swith|venture\swith|alliance\swith"
    r"|agreement\swith|(?:contracts?|orders?)\s(?:with|from)|deal\swith|talks\swith|subsidiary\sof|unit\sof|division\sof|arm\sof|(?:owned|backed|controlled)\sby|sold\sto|sell\sto|su(?:ed|es|ing)"
    r"|(?:(?:law)?suit|litigation|dispute)\s(?:against|with)|suppl(?:y|ies|iers?)\s(?:to|of|for)|(?:customers?|rivals?|competitors?|suppliers?|partners?|backers?|investors?)\s(?:such\sas|like|including)|compet(?:e|es|ed|ing)\s(?:with|against)"
    r"|competition\sfrom|team(?:ed|ing|s)?\s(?:up\s)?with|collaborat(?:e|es|ed|ing|ion)\swith|bidders\sfor|approached)"
)
_SUBJECT = (
    r"(?:(?:said|says)\sit|acquired|bought|buys|(?:offers|offered|is)\sto\s(?:buy|acquire)|to\sacquire|(?:has\s|have\s|had\s)?agreed\s(?:to|in)|supplies|manufactures|invested\sin|signed\san?\s|teamed\sup|partnered|raised\s[$€£]"
    r"|(?:shares?|stock)\s(?:rose|fell|jumped|gained|dropped|climbed|slid|surged)|completed\s(?:its|the)|filed\sfor|has\sentered|plans\sto|merged\swith|(?:is|are)\s(?:partnering|teaming|suing|in\stalks|joining)|sued|owns\s|competes\s(?:with|against)|won\san?\s(?:contract|order)|(?:has\s)?(?:built|taken|took)\s(?:up\s)?an?\s(?:\w+\s)?(?:stake|position)|is\sa\s(?:unit|subsidiary|maker|provider|supplier|startup))"
)
_HEAD = r"(?:Chief|Chair|President|Director|Executive|Vice|Managing|Founder|Co-|Chairman|CEO|Said|Says|To|Will|Is|Has)"
"""Behind a name: an office, or the verb of a headline."""
_BUSINESS = (
    r"(?:(?:deal|merger|partnership|agreement|venture|contract)\swith|(?:purchase|acquisition|takeover|buyout)\sof|(?:bid|offer|order|approach)\s(?:for|to)|(?:stake|investment|interest)\sin"
    r"|plans?\sto\s(?:buy|acquire|merge|sell)|(?:subsidiary|unit|rival|supplier|customer|lawsuit)\b)"
)
"""What a company has: told in a possessive."""
_FORMS = (
    re.compile(rf"\b{_NOUN},?\s(?:called\s|named\s)?{_NAME}"),
    re.compile(rf"{BEFORE}(?P<n>{_WORD}(?:[ ](?:(?:&|of)[ ])?{_WORD}){{0,4}}?,?[ ]{_TAIL}(?:[ ](?:and|&)[ ]{_TAIL})?(?:[ ](?:Inc|Corp|Co|Ltd|plc|LLC|AG|SA|NV))?)\b(?![ ](?:& )?(?!{_HEAD})[A-Z][a-z])"),
    re.compile(rf"{BEFORE}{_NAME}(?:\s\([^()]{{1,24}}\)|\s<[^<>]{{1,24}}>)?,\s(?:an?|the|one\sof|its|which|whose)\s(?:[\w-]+\s){{0,6}}?{_NOUN}\b"),
    re.compile(rf"\b{_DEED}\s(?:[Tt]he\s|its\s|an?\s|all\sof\s|the\srest\sof\s)?(?:[A-Z][a-z]+['’]s\s)?(?:(?!and\b|or\b)[a-z][\w-]*\s){{0,3}}?{_NAME}"),
    re.compile(rf"\b(?:[Ii]ts|[Tt]he|[Tt]heir|an?)\s{_NAME}\s(?:subsidiary|unit|division|brand|arm)\b"),
    re.compile(rf"{BEFORE}{_NAME}['’]s?\s(?:(?:chief|chairman|CEO|CFO|president|founder|shares|stock|shareholders|stockholders|board|products|customers|revenue|sales|chips|factory|plants?)\b)"),
    re.compile(rf"{BEFORE}{_NAME}['’]s?\s(?:(?!and\b|or\b)[\w$€£.,-]+\s){{0,5}}?{_BUSINESS}"),
    re.compile(rf"{BEFORE}{_NAME}(?=\s\([A-Z0-9]{{2,10}}\.[A-Z]{{1,2}}\))"),
    re.compile(rf"{BEFORE}{_NAME}(?:\s\([^()]{{1,24}}\)|\s<[^<>]{{1,24}}>)?\s{_SUBJECT}"),
)
_MANY = re.compile(r"[A-Z][a-z]+s$")
"""Opens a sentence on people at large: "Shoppers sued"."""
_LISTED = re.compile(rf"(?:,|,?\s(?:and|or|&))\s{_NAME}")
"""A name that goes on a list of companies."""
PLACES = (
    "America|Americas|Europe|Asia|Africa|China|Japan|Korea|Taiwan|India|Russia|Ukraine|Germany|France|Italy|Spain|Britain|England|Scotland|Ireland|Canada|Mexico|Brazil|Argentina|Chile|Peru"
    "|Australia|Zealand|Singapore|Malaysia|Thailand|Vietnam|Indonesia|Philippines|Turkey|Israel|Iran|Iraq|Arabia|Saudi|Emirates|Dubai|Qatar|Kuwait|Egypt|Nigeria|Poland|Sweden|Norway|Denmark"
    "|Finland|Switzerland|Austria|Belgium|Netherlands|Portugal|Greece|Hungary|Romania|Kong|Macau|Beijing|Shanghai|Shenzhen|Tokyo|Osaka|Seoul|Taipei|London|Paris|Berlin|Frankfurt|Brussels"
    "|York|Washington|Chicago|Boston|Texas|California|Florida|Arizona|Ohio|Michigan|Georgia|Virginia|Carolina|Jersey|Pennsylvania|Illinois|Indiana|Kentucky|Tennessee|Alabama|Kansas|Missouri"
    "|Nevada|Oregon|Colorado|Utah|Louisiana|Oklahoma|Minnesota|Wisconsin|Iowa|Massachusetts|Connecticut|Maryland|Angeles|Francisco|Houston|Dallas|Atlanta|Detroit|Seattle|Miami|Denver|Phoenix"
    "|Moscow|Kyiv|Toronto|Ontario|Quebec|Sydney|Melbourne|Mumbai|Delhi|Hormuz|Gulf|Pacific|Atlantic|East|West|North|South|Valley|Street|Coast"
)
_NATIONS = (
    "American|European|Hungarian|Polish|Czech|Austrian|Portuguese|Greek|Romanian|Bulgarian|Vietnamese|Thai|Indonesian|Malaysian|Philippine|Singaporean|Argentine|Chilean|Colombian|Peruvian|Egyptian|Nigerian|Kenyan|Emirati|Qatari|Kuwaiti|Pakistani|Bangladeshi|Belgian|Icelandic|Croatian|Serbian|Slovak|Moroccan|Iraqi|Venezuelan|Kazakh|Mongolian"
    "|Asian|African|Chinese|Japanese|Korean|Taiwanese|Indian|Russian|Ukrainian|German|French|Italian|Spanish|British|Scottish|Irish|Canadian|Mexican|Brazilian|Australian|Dutch"
    "|Swiss|Swedish|Norwegian|Danish|Finnish|Israeli|Iranian|Saudi|Turkish|Western|Eastern|Nordic"
)
_COMMON = (
    rf"{_NATIONS}|U\.S|U\.K|US|UK|EU|UN|USA|AI|EV|EVs|IT|IPO|IPOs|ETF|ETFs|GDP|CPI|PCE|CEO|CFO|COO|CTO|GPU|GPUs|CPU"
    "|HBM|DRAM|NAND|LNG|R&D|TV|TVs|SUV|SUVs|B2B|M&A|API|Q1|Q2|Q3|Q4|FY|H1|H2"
    "|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Thanksgiving"
    "|The|A|An|And|But|In|On|At|By|For|From|With|As|Our|Its|Their|His|Her|This|That|These|Those|It|He|She|We|They|You|I|If|When|While|After|Before|Since|Although|Though|Because|However|Meanwhile|Also"
    "|Everyone|Someone|Nobody|People|Retail|Central|Foreign|Other|Others|Some|Many|Most|More|All|Both|Each|Analysts?|Investors?|Shares?|Stocks?|Shareholders?|Executives?|Officials?|Markets?|Companies|Company|Earlier|Last|Next|Under|Separately|Among|Here|There|What|Why|How|Who"
    "|Big|Tech|Class|Series|President|Minister|Senator|Governor|Mayor|Chairman|Chair|Judge|Mr|Mrs|Ms|Dr|Sir|Prince|King|Secretary|General|Prime|Vice|Chief|Director|Professor|Republican|Democrat|Democratic"
    "|Internet|Web|God|English|Bitcoin|Treasury|Treasuries|Nasdaq|Dow|Wall|S&P|News|New|Chipmaker|Drugmaker|Automaker|Carmaker|Planemaker|Publisher|Retailer|Insurer|Lender|Brewer|Miner|Airline|Broadcaster"
)
_MODIFIES = re.compile(rf"\s(?:(?!(?:said|says|of|in|and|or|its|their|the|an?|to|by|for|with|from|on|at|has|had|is|was|will|would|[a-z]+ed|[a-z]+ing)\b)[a-z][\w-]*\s){{0,2}}{_NOUN}\s(?:called\s|named\s)?[A-Z]")
"""Behind a place or a nationality that only says where a company is ("a stake in Oslo lender Fjordbank")."""
_PARTICLE = re.compile(r"[A-Za-z] (?:di|de|du|del|dei|della|der|den|van|von|da|do|dos) $")
_PARTICLE_BEHIND = re.compile(r" (?:di|de|du|del|dei|della|der|van|von|da|do|per) (?:l['’])?[A-Z]")
"""Before or behind a name: it goes on there ("Banca di Verona")."""
_CAPITAL_BEFORE = re.compile(r"(?:(?:^|[.!?:;\n\"“]) ?|(?<![\w-])[a-z][\w'’.-]*,? )(?P<w>[A-Z][A-Za-z0-9&-]+) $")
_KIND_BEFORE = re.compile(rf"(?:{_NOUN}|.*-(?:based|backed|listed|owned|led))$", re.I)
_NUMBERED = re.compile(r"(?<![\w.,$€£])(?!(?:19|20)\d\d )\d+ $")
"""Before a name: it begins with a number ("138 East Advancements")."""
_BASED = re.compile(r"[A-Z][\w.]*-(?:based|listed|backed|owned)\s")
_TRADE = re.compile(r"(?:[A-Z][a-z]*maker|Publisher|Retailer|Insurer|Lender|Brewer|Miner|Airline|Broadcaster|Drug|Chip|Bank)\s(?=[A-Z][a-z])")
_PLACE = re.compile(rf"(?:{PLACES})$")
_NATION = re.compile(rf"(?:{_NATIONS})\s")
_LEADING = re.compile(rf"(?:{_COMMON})\s")
_ALL_COMMON = re.compile(rf"(?:(?:{_COMMON}|{PLACES})(?:\s|$))+$")
_NO_NAME = re.compile(rf"-(?:based|listed|backed|owned|style|led|linked|born|related)$|^(?:{_TAIL}\s?)+$|\b(?:To|You|Your|Is|Are|Know|Read|More|Story|TO)\b|^[^a-z]*[ ][^a-z]*$")
"""What is no name of a company: a trade of its own, a tail alone, words of a headline."""
_SHORT = re.compile(rf",?\s{_TAIL}(?:\s(?:Inc|Corp|Co|Ltd|plc|LLC|AG|SA|NV))?$")
_TOO_PLAIN = re.compile(rf"(?:{_COMMON}|{PLACES}|National|International|First|United|Global|Standard|Central|Federal|Royal|Pacific|Atlantic|General|Capital|Digital|Advanced|Universal|Computer|Data|Home|City|Bank|Trust|Great|Southern|Northern|Hong|San|Los|Santa|Saint)$")


def typed(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of names whose surroundings say that they are companies or bodies; names on a list with one follow it."""
    ends = {b for _, b in taken}
    for form in _FORMS:
        for m in form.finditer(text):
            span = own(text, *m.span("n"))
            if span is not None and not (form is _FORMS[-1] and _MANY.match(text, *span)):
                ends.add(span[1])
                yield span
    for m in _LISTED.finditer(text):
        if m.start() in ends and (span := own(text, *m.span("n"))) is not None and not _MANY.match(text, *span):
            ends.add(span[1])
            yield span


def own(text: str, a: int, b: int) -> tuple[int, int] | None:
    """A name without the words that only stand before it, or None where nothing of its own is left."""
    if _MODIFIES.match(text, b) or _NUMBERED.search(text, max(0, a - 12), a):
        return None
    if _NATION.match(text, a, b) or _PARTICLE.search(text, max(0, a - 9), a) or _PARTICLE_BEHIND.match(text, b):
        return None
    while m := _LEADING.match(text, a, b) or _BASED.match(text, a, b):
        a = m.end()
    name = text[a:b]
    if len(name) < 3 or _NO_NAME.search(name) or _ALL_COMMON.match(name) or (" " not in name and _PLACE.match(name)) or _PLACE.search(name.rsplit(" ", 1)[-1]):
        return None
    return a, b


def within(text: str, a: int) -> bool:
    """Whether a name goes on before where it was found: a capitalised word that is none of the language stands there."""
    m = _CAPITAL_BEFORE.search(text, max(0, a - 25), a)
    return m is not None and not _LEADING.match(m["w"] + " ") and not _PLACE.match(m["w"]) and not _KIND_BEFORE.match(m["w"])


def own_start(text: str, a: int, b: int) -> int:
    """Where a name begins behind the trade that a sentence opens on ("Drugmaker Brightwater Inc")."""
    m = _TRADE.match(text, a, b) or _BASED.match(text, a, b)
    return m.end() if m else a


def plausible(name: str) -> bool:
    """Whether what a text calls an employer may be a company or a body."""
    return own(name, 0, len(name)) == (0, len(name))


def forms(name: str) -> list[str]:
    """How a text may call a company later: in full, without its tail."""
    short = _SHORT.sub("", name)
    return [name, short] if short != name and len(short) >= 4 and not _TOO_PLAIN.match(short) else [name]
