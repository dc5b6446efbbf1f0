"""How English tells who invests in, acquires, supplies, buys from, joins, talks with, rivals, sues or regulates whom."""

from __future__ import annotations

import re

from wollet.story.frame import Frame, frame, grouped
from wollet.story.frames_en_bids import BIDS
from wollet.story.frames_en_further import FURTHER
from wollet.story.frames_en_nominal import NOMINAL
from wollet.story.masking import ANY as N
from wollet.story.masking import NONE as X
from wollet.story.parts_en import ADJ, ASIDE, AUX, CALLS, LINK, MONEY, OF, STAKE, SUBJECT, THING, A, T

BASIC: tuple[Frame, ...] = (
    # takes over
    frame("acquires", rf"{A}{LINK}\s(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|tak(?:e|es|ing)\s(?:over|out)|took\s(?:over|out))(?:\sout)?{ADJ}\s{T}(?!\s?(?:{OF})|\s(?:shares?|stock|bonds?|notes|products?|chips?|phones?|calls?|puts?|cars?|railcars|jets?|planes?)\b)"),
    frame("acquires", rf"{A}{LINK}\s(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought)\s(?:all|control|ownership|the\srest|the\swhole|100\s?(?:%|percent|per\scent|pct))\sof{ADJ}\s{T}"),
    frame("acquires", rf"{T}{ASIDE}(?:\s(?:has|had|is|was|were|will|would|be|been|being|to|agreed|set|also|recently|once)){{0,5}}\s(?:acquired|bought|purchased|taken\s(?:over|private)|snapped\sup)(?:\sout)?(?:\slast\s\w+|\sin\s\d{{4}}|\sfor\s[$€£][\d.,]+\s\w+)?\sby{ADJ}\s{A}"),
    frame("acquires", rf"{A}{OF}(?:\s[\w$€£.,-]+){{0,4}}?\s(?:acquisition|takeover|purchase|buyout)\sof{ADJ}\s{T}(?!{OF}|\s(?:stake|shares|stock|units?|assets)\b)"),
    frame("acquires", rf"{A}{OF}(?:\s[\w$€£.,-]+){{0,4}}?\s(?:bid|offer)\sfor{ADJ}\s{T}", "planned"),
    frame("acquires", rf"\b(?:acquisition|takeover|purchase|buyout|absorption)\sof{ADJ}\s{T}\sby{ADJ}\s{A}"),
    frame("acquires", rf"{A}{LINK}\s(?:closed|completed|announced|finali[sz]ed)\s(?:its|the)(?:\s[\w$€£.,-]+){{0,3}}?\s(?:acquisition|takeover|purchase|buyout)\sof(?:\s[\w-]+){{0,4}}?\s{T}"),
    frame("acquires", rf"{A}{LINK}\smerg(?:e|es|ed|ing)\swith{ADJ}\s{T}"),
    # holds a part of
    frame("invests", rf"{A}{LINK}\sinvest(?:s|ed|ing)?{MONEY}(?:\s(?:heavily|[a-z]+ly))?\s(?:in|into){ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}{OF}(?:\s[\w$€£.,-]+){{0,3}}?\s(?:investment|stake)\sin{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}{LINK}\s(?:tak(?:e|es|ing)|took|owns?|owned|holds?|held|hold|has|had|bought|buy|buys|acquired?|acquires|raised|raises|increased|boosted|built|disclosed|trimmed|cut|reduced|sold|sell|sells|unloaded|dumped)\s{STAKE}{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}{LINK}\s(?:owns?|owned|holds?)\s(?:about\s|roughly\s|nearly\s|more\sthan\s|over\s|around\s|almost\s|at\sleast\s)?[\d.]+(?:%|\spercent|\sper\scent|\spc)\sof{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}-backed(?:\s[\w-]+){{0,3}}?\s(?P<t>{N})", "done"),
    frame("invests", rf"{T}{ASIDE},?\s(?:which\sis\s|is\s)?(?:backed|owned|controlled)\sby{ADJ}\s{A}", "done"),
    frame("invests", rf"{T}{LINK}\srais(?:e|es|ed|ing){MONEY}(?:\s[\w-]+){{0,4}}?\sfrom{ADJ}\s{A}"),
    frame("invests", rf"{A}{OF}\s(?:[\w-]+\s){{0,2}}?(?:subsidiary|subsidiaries|unit|units)\s{T}", "done"),
    frame("invests", rf"{T},\s(?:an?|the)\s(?:[\w-]+\s){{0,5}}?(?:subsidiary|unit|division|arm)\sof{ADJ}\s(?P<a>{N})(?!{OF})", "done"),
    # supplies
    frame("supplies", rf"{A}{LINK}\ssuppl(?:y|ies|ied|ying)\s{T}\swith\b"),
    frame("supplies", rf"{A}{LINK}\s(?:suppl(?:y|ies|ied|ying)|deliver(?:s|ed|ing)?|sell(?:s|ing)?|sold|ship(?:s|ped|ping)?|provid(?:e|es|ed|ing))(?:\s(?!and\b|but\b|as\b|while\b|stake|shares|units?\b|business|operations?\b|division|subsidiar|arm\b|assets\b|interests?\b|plants?\b)[\w.,%-]+){{1,6}}?\sto{ADJ}\s{T}(?!{OF})"),
    frame("supplies", rf"{A}{LINK}\s(?:makes?|made|making|design(?:s|ed|ing)?|assembl(?:e|es|ed|ing)|manufactur(?:e|es|ed|ing)|produc(?:e|es|ed|ing)|build(?:s|ing)?|built)(?:\s(?!and\b|but\b)[\w-]+){{1,5}}?\sfor{ADJ}\s{T}(?!{OF}\s(?:[\w-]+\s){{0,2}}(?:users?|customers|platform|stores?|ecosystem|readers|viewers|fans))"),
    frame("supplies", rf"{A},?{AUX}{{0,3}}(?:\s(?:an?|the))?(?:\s[\w-]+){{0,3}}?\ssuppliers?\s(?:to|for|of){ADJ}\s{T}(?!{OF}|\s(?:[\w-]+\s){{0,2}}(?:markets?|users?|platform|stores?)\b)"),
    frame("supplies", rf"{T}{OF}?(?:\s(?:key|main|major|biggest|largest|chip|memory|battery|parts)){{0,3}}\ssuppliers?,?(?:\s(?:such\sas|like|including))?\s{A}", "done"),
    frame("supplies", rf"{A}{LINK}\scounts?\s{T}(?:{OF}(?:\s[\w-]+){{1,5}})?(?:\s{N})?\s(?:as|among)\s(?:an?|its|one\sof\sits|their)(?:\s[\w-]+){{0,3}}?\s(?:customers?|clients?)", "done"),
    frame("supplies", rf"{T}{LINK}(?:\s(?:an?|one\sof|among))(?:\s(?:the|[\w-]+)){{0,3}}?\s(?:customers?|clients?)\sof\s{A}", "done"),
    frame("supplies", rf"{A}{OF}(?:\s[\w-]+){{0,3}}?\s(?:customers?|clients?),?(?:\s(?:such\sas|like|including|include|includes))?\s{T}", "done"),
    frame("supplies", rf"(?P<t>{N}(?:{OF}(?:\s[\w-]+){{1,3}})?(?:(?:,|\sand|,\sand)\s{N}(?:{OF}(?:\s[\w-]+){{1,3}})?)*)\s(?:is|are)\s(?:among|one\sof)\s{A}{OF}(?:\s[\w-]+){{0,3}}?\s(?:customers|clients)", "done"),
    frame("supplies", rf"{A}{LINK}\s(?:won|win|wins|secured|secures|received|receives|landed|awarded|got)\s(?:an?|the){THING}\s(?:contracts?|orders?|deal)(?:\s[\w$€£.,-]+){{0,5}}?\s(?:from|by|with){ADJ}\s{T}(?!{OF})", "agreed"),
    frame("supplies", rf"{A}{LINK}\s(?:selected|chosen|picked|awarded)(?:\s[\w-]+){{0,4}}?\s(?:for|by|from)\s(?:the\s)?{T}(?:{OF}{X}{{0,90}}?\bcontract|\s(?:to\ssupply|for))", "agreed"),
    # buys from
    frame("buys", rf"{A}{LINK}\s(?:buy(?:s|ing)?|bought|order(?:s|ed|ing)?|sourc(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|acquir(?:e|es|ed|ing)|licens(?:e|es|ed|ing))(?:\s(?!and\b|but\b|as\b|while\b|back\b|shares?\b|stakes?\b|stock\b|bonds?\b)[\w$.,%-]+){{1,7}}?\sfrom{ADJ}\s{T}(?!{OF})"),
    frame("buys", rf"{A}{LINK}\s(?:us(?:es|ed|ing)|rel(?:y|ies|ied)\son|depends?\son)\s{T}(?:{OF}|\s(?:chips?|processors?|software|engines?|batteries|gpus?|GPUs?))"),
    # works with
    frame("partners", rf"{A}{LINK}\s(?:partner(?:s|ed|ing)?|team(?:s|ed|ing)?\sup|collaborat(?:e|es|ed|ing)|join(?:s|ed|ing)?\sforces|work(?:s|ed|ing)?(?:\s\w+ly)?)(?:\s(?:in|on)(?:\s[\w-]+){{1,3}}?)?\swith(?:\s(?:[\w-]+(?:['’]s)?)){{0,3}}?\s{T}(?!{OF}\s(?:chief|CEO|shares?|stock))"),
    frame("partners", rf"(?P<a>{N})(?:\sand|,\sand|\s&){ADJ}\s(?P<t>{N}){LINK}\s(?:partner(?:ed|ing)?|team(?:ed|ing)?\sup|collaborat(?:e|ed|ing)|join(?:ed|ing)?\sforces|jointly(?!\s(?:fil|su|ask|appeal|said|announc|own|hold|call|oppos|urg|press))|form(?:ed|ing)?\s(?:an?\s)?(?:[\w-]+\s){{0,2}}?(?:joint\sventure|partnership|alliance))\b"),
    frame("partners", rf"{A}(?:{OF}|{LINK}\s(?:has|have|had|announced|expanded|signed|struck|formed|entered\sinto|ended|extended|launched|agreed\son|agrees\son)\s(?:an?|its|the|their))(?:\s[\w$€£.,-]+){{0,4}}?\s(?:partnership|collaboration|alliance|joint\sventure|tie-up|licensing\sdeal|licensing\sagreement|(?<!merger\s)(?<!takeover\s)(?:agreement|deal))\swith(?:\s[\w'’-]+){{0,4}}?\s{T}(?!{OF}\s(?:chief|CEO|shares?|stock))"),
    frame("partners", rf"{A}{OF}(?:\s[\w-]+){{0,7}}?\spartnership\swith(?:\s[\w-]+){{0,7}}?\s{T}"),
    frame("partners", rf"(?<!merger\s)(?<!takeover\s)\b(?:partnership|collaboration|alliance|joint\sventure|tie-up|deal)\s(?:between|of)(?:\s[\w-]+){{0,2}}?\s(?P<a>{N})\sand(?:\s[\w-]+){{0,2}}?\s(?P<t>{N})"),
    # talks with
    frame("talks", rf"{A}{LINK}\s(?:talks|discussions|negotiations|negotiating|talking)\s(?:\w+\s){{0,3}}?with(?:\s[\w-]+(?:['’]s)?){{0,5}}?,?\s{T}"),
    frame("talks", rf"\b(?:talks|discussions|negotiations)\sbetween(?:\s[\w-]+){{0,2}}?\s(?P<a>{N})\sand(?:\s[\w-]+){{0,2}}?\s(?P<t>{N})"),
    frame("talks", rf"(?P<a>{N})(?:\s\([^()]{{1,20}}\))?\sand{ADJ}\s(?P<t>{N}){LINK}\s(?:in\s(?:[\w-]+\s){{0,2}}?(?:talks|discussions|negotiations)|negotiating|discussing)\b(?!\s(?:with|to\s(?:settle|buy|acquire|sell|raise|join|invest|resolve|end))\b)"),
    frame("talks", rf"{A}{LINK}\s(?:in)(?:\s[\w-]+){{0,2}}?\s(?:talks|discussions|negotiations)(?:\s[\w-]+){{0,4}}?\sto\s(?:acquire|buy|merge\swith|sell\s[\w\s]{{0,20}}to)\s{T}"),
    # competes with
    frame("competes", rf"{A}(?:{OF}(?:\s[\w-]+){{1,3}}?)?{LINK}\s(?:compet(?:e|es|ed|ing)(?:\s[\w-]+){{0,3}}?\s(?:with|against)|rivals)(?:\s[\w-]+){{0,3}}?\s{T}"),
    frame("competes", rf"{A}{OF}(?:\s(?!said\b|says\b|sees\b|told\b|noted\b|added\b)(?:[\w-]+)){{0,3}}?\s(?:rivals?|competitors?),?(?:\s(?:such\sas|like|including|include))?\s{T}(?!{OF}\s(?:lead|chief))"),
    frame("competes", rf"{A}\s(?:rivals?|competitors?),?(?:\s(?:such\sas|like|including|include))?\s{T}(?!{OF}\s(?:lead|chief))"),
    frame("competes", rf"{SUBJECT}(?:\s(?!said\b|says\b|sees\b|told\b|noted\b|added\b)(?:[\w-]+)){{1,3}}?\s(?:rivals?|competitors?),?(?:\s(?:such\sas|like|including|include))?\s{T}(?!{OF}\s(?:lead|chief))"),
    frame("competes", rf"{A}{LINK}(?:\s(?:faces?|faced|facing|amid))?(?:\s[\w-]+){{0,3}}?\scompetition\s(?:\w+\s){{0,3}}?from(?:\s[\w-]+){{0,5}}?\s{T}"),
    frame("competes", rf"{A}(?:\s(?:and|or|against|over|behind|overtook|overtaking))(?:\sits)?(?:\s(?:smaller|larger|domestic|local|main|chief|arch|fellow)){{0,2}}\s(?:arch-)?rivals?\s{T}"),
    frame("competes", rf"{SUBJECT}{OF}{X}{{0,70}}?\bcompetition\sit\s(?:faced|faces|is\sfacing)\sfrom(?:\s[\w-]+){{0,5}}?\s{T}"),
    frame("competes", rf"{SUBJECT}{X}{{0,80}}?\b(?:edge|ground|share|lead|advantage)\s(?:over|to)(?:\s[\w-]+){{0,3}}?\s(?:rivals?|competitors?)(?:\s(?:such\sas|like|including))\s{T}"),
    # rates
    frame("rates", rf"{A}(?:{OF}(?:\s\w+){{0,3}}?)?{LINK}\s(?:upgrad(?:e|es|ed|ing)|downgrad(?:e|es|ed|ing)|initiat(?:e|es|ed|ing)\scoverage\s(?:on|of)|reiterat(?:e|es|ed)(?:\s[\w-]+){{1,4}}?\son){ADJ}\s{T}", "done"),
    frame("rates", rf"{A}(?:{OF}(?:\s\w+){{0,3}}?)?{LINK}\s(?:rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|cut|cuts|cutting|lower(?:s|ed|ing)?|trim(?:s|med)?|hik(?:e|es|ed|ing)|boost(?:s|ed)?|set|has)\s(?:its|his|her|their|the|an?)(?:\s[\w$-]+){{0,3}}?\s(?:target|rating|objective)\s(?:on|for|of){ADJ}\s{T}", "done"),
    frame("rates", rf"{A}(?:{OF}(?:\s\w+){{0,3}}?)?{LINK}\s(?:rais(?:e|es|ed|ing)|lift(?:s|ed|ing)?|cut|cuts|cutting|lower(?:s|ed|ing)?|trim(?:s|med)?|hik(?:e|es|ed|ing)|boost(?:s|ed)?)\s{T}{OF}(?:\s\w+){{0,2}}?\s(?:target|rating)\b", "done"),
    # sues
    frame("sues", rf"{A}{LINK}\s(?:sued|sues|suing|filed(?:\s(?:an?|its))?(?:\s[\w-]+){{0,4}}?\s(?:lawsuit|suit|complaint|case)\sagainst){ADJ}\s{T}(?!{OF})"),
    frame("sues", rf"{T}{ASIDE}(?:\s(?:has|had|is|was|were|been|being|also)){{0,4}}\ssued(?:\s[\w-]+){{0,4}}?\sby{ADJ}\s{A}"),
    frame("sues", rf"{A}{OF}(?:\s[\w-]+){{0,4}}?\s(?:lawsuit|suit|complaint)\sagainst{ADJ}\s{T}"),
    # regulates
    frame("regulates", rf"{A}{LINK}\s(?:fined|fines|fining|probing|probes?|probed|investigat(?:e|es|ed|ing)|approved?|approves|cleared?|clears|blocked?|blocks|ordered|orders|charged|charges|accused|accuses|penali[sz]ed|banned|bans|scrutini[sz](?:es|ed|ing)|authori[sz]ed|reviewing|review|rejected|rejects|suspended|revoked|delayed|halted)(?:\s(?:the|an?|its)(?:\s[\w-]+){{1,3}}?\s(?:of|by|from))?{ADJ}\s{T}", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:issued|sent|served)(?:\s[\w-]+){{1,5}}?\sto\s{T}", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:opened|launched|opens|launches|began|started)\s(?:an?|its)(?:\s[\w-]+){{0,4}}?\s(?:probe|investigation|inquiry|review)\s(?:into|of|against)(?:\s(?:the|whether)){{0,1}}{ADJ}\s{T}", officials=True),
    frame("regulates", rf"{T}{OF}?(?:\s[\w-]+){{0,4}}?\s(?:was|is|were|been|being|be|gets?|got|won|received|wins|receives)(?:\s[\w$-]+){{0,4}}?\s(?:fined|investigated|probed|approved|approval|cleared|clearance|blocked|ordered|charged|banned|authori[sz]ed|authori[sz]ation)(?:\s[\w$.,-]+){{0,6}}?\s(?:by|from){ADJ}\s{A}", officials=True),
)  # fmt: skip
FRAMES = grouped(BASIC + FURTHER + NOMINAL + BIDS, CALLS)

_VOID = re.compile(
    r"\b(?:[Nn]ot|n['’]t|never|den(?:y|ies|ied)|no\s(?:plans?|talks|intention)|[Ii]f|[Uu]nless|could|may|might|should|[Ww]hether|speculation|hypothetical|would\shave|imagine)\b|n['’]t\b"
)
_HOPED = re.compile(r"\b(?:expectations|hopes|fears|prospects?|chances?|talk)\s(?:of|that)\b")
"""What is only looked for; a rivalry stands even so."""
_ENDED = re.compile(r"\b(?:ended(?!\sup)|dropped|abandoned|scrapped|called\soff|terminated|collapsed|failed|halted|walked\saway|withdr(?:ew|awn)|fell\sapart|broke(?:n)?\s(?:down|off)|killed|unwound|dissolved|parted\sways|former|formerly)\b")
_SOLD = re.compile(r"\b(?:sold|sells?|dumped|unloaded|exited)\s(?:its|all|the)\b")
"""Ends a holding; where a company is sold, the buyer's tie only begins."""
_SELLING = re.compile(r"\b(?:sell|selling|sale|divest|divesting|trim|cut|reduce)\b")
"""Of a holding: what is still to be sold is held."""
_REPORTED = re.compile(r"\b(?:reportedly|sources|familiar|considering|considers|weighing|weighs|exploring|explores|rumou?red|report|reported|talks\sto|discussions\sto|negotiations\sto|preliminary)\b")
_HEARD = re.compile(r"\b(?:reportedly|sources|familiar|rumou?red|report|reported)\b")
_UNION = re.compile(r"\bmerger\b")
_MERGED = re.compile(r"\b(?:clos(?:e|ed|es|ing)|complet(?:e|ed|es|ing)|finali[sz](?:e|ed)|merged|after\s(?:the|its|their)|created|formed|resulted)\b")
"""A merger is ahead where nothing says that it is done."""
_PLANNED = re.compile(rf"(?<!by\s){N}\sto\s(?:invest|buy|acquire|take|supply|make|sell|merge|partner|team|join|build)\b|" r"\b(?:plans?|planned|planning|intends?|aims?|wants?|seeks?|sought|seeking|will|would|set\sto|offer|offered|offers|proposed|proposes|bid|looking\sto|expects?\sto|hopes?|(?:is|are|was|were)\sto|potential|possible|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)\sto|stop|stopping|block|oppos(?:es|ed|ing)|due\sto\s(?:buy|acquire|supply|make|start)|from\snext)\b")
_SOUGHT = re.compile(r"\b(?:aims?|seeks?|hopes?|wants?|nears?|nearing|close\sto)\b")
"""Before a deal: it is not struck yet."""
_TO_RULE = re.compile(r"\b(?:will|would|set\sto|plans?\sto|expected\sto|likely\sto|due\sto)\b")
_TO_MEET = re.compile(r"\b(?:will|plans?\sto|planning\sto|due\sto|set\sto|to)\s(?:meet|hold|resume)\b")
_AGREED = re.compile(r"\b(?:agreed|agrees|agreement|signed|struck|deal\sto|definitive|contract)\b")


def status(words: str, kind: str) -> str | None:
    """How far a matter has got: ended, reported, planned, agreed, done; None where it is denied or only imagined."""
    if _VOID.search(words) or (kind != "competes" and _HOPED.search(words)):
        return None
    if kind == "invests" and _SELLING.search(words) and (_PLANNED.search(words) or _REPORTED.search(words)):
        return "done"
    if _ENDED.search(words) or (kind == "invests" and _SOLD.search(words)):
        return "ended"
    if kind == "regulates":
        return "planned" if _TO_RULE.search(words) else "reported" if _HEARD.search(words) else "done"
    if kind == "talks" and _TO_MEET.search(words):
        return "planned"
    if kind not in ("talks", "competes"):
        if _SOUGHT.search(words) and not _REPORTED.search(words):
            return "planned"
        for told, pattern in (("reported", _REPORTED), ("agreed", _AGREED), ("planned", _PLANNED)):
            if pattern.search(words):
                return told
        if kind == "acquires" and _UNION.search(words) and not _MERGED.search(words):
            return "planned"
    elif _HEARD.search(words):
        return "reported"
    return "done"
