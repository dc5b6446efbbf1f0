"""Words of events, by language: what kind of event each tells, and the words that keep a date from being one.

A kind of None marks a word of trading, of sources or of comparison: a date that it governs tells when something else
was.  The lists are the language's own: no name, person or phrase of one text.
"""

from __future__ import annotations

import re

from wollet.claim.metrics import BEGINS
from wollet.mention.anchored import Anchored

KO: tuple[tuple[str, str | None], ...] = (
    (r"따르면|의하면|마감(?:했|한|하며|해|하고|됐)|거래(?!위원회)|장을\s|장중|개장|종가|기준(?!\s?금리|일)|집계[됐된]|보다|대비(?!할|하|해)|이후|현재|연중|(?:으로|에)\s?마쳤|오른|올랐|내린|내렸|하락|상승|급등|급락|"
     r"강세|약세|사들|순매[수도]|돌파|나타났|기록[했한]", None),
    (r"FOMC|금통위|금융통화위원회|통화정책방향|(?:기준)?금리\s?결정|의사록", "policy_meeting"),
    (r"실적(?!을\s(?:내|냈|거[둬뒀]|올[렸려]))", "earnings_date"),
    (r"(?<!통)상장(?!사|지수|기업|주식|이전)|입성|수요예측|청약|공모(?!가)|기업공개|IPO(?!\s?(?:시장|기업|주관|대어|업계|준비))", "listing_date"),
    (r"배당|권리락|지급", "payment_date"),
    (r"휴장|휴일|연휴", "holiday"),
    (r"기자회견|간담회|연설|증언|발언|대담|기자들|말했|말한|밝혔|밝힌|밝히|밝혀|강조|경고했|주장했|언급|라고\s?(?:했|전했|썼)", "remarks"),
    (r"회의|회담|총회|정상회의|회동|만나|만난|만났|통화(?=하|한|해|했)|방문|개막|개최|열[리린릴렸었]|열었|열고|여는|연다|참석|행사(?!하|한|해)", "meeting_date"),
    (r"체결|서명|합의|타결|협약|계약|인수|합병|양해각서", "agreement_date"),
    (r"시행|발효|부과|적용|유예|발동|개시|시작|재개|폐지|중단|금지|해제", "effective_date"),
    (r"시한|기한|만료|종료|끝나|끝난|데드라인|마감\s?(?:시한|일)", "deadline"),
    (r"출시|출범|설립|창립|창업|해체|신설|납품|가동|착공|준공|양산|인도(?![분량네의가는])|취임|선출|지명|사임|별세|임명|선임|행사|완공|증설|도입|리밸런싱|정기\s?변경|판결|선고|기소|선보[이인일였여]|취득(?=[하했한해])|지분을\s(?:추가\s)?(?:확보|매입|인수|처분)|컴백|본격화|결정(?=했|한다|된다|될|할\s|하기로)|신청(?=[했한하])|승인(?=[했한하받을됐된])|폐기|계엄|편입(?=[되됐된돼])", "event_date"),
    (r"발표|윤곽|드러[낼날]|(?<!기업)공개|공시|제출|보고(?!서)|나온다|나올|나오는|내놓|공표|확정|예고", "release_date"),
    (r"예정|계획|방침|강타|발생|터진|터졌|일어|행사(?=하|한|해)|매각|통과|잠정", "event_date"),
)
EN: tuple[tuple[str, str | None], ...] = (
    (r"\b(?:beg[ia]n|start|commence)(?:s|ning|ed|ing)? trading\b|\bfirst day of trading\b", "listing_date"),
    (r"\bclosed\b(?! (?:for|on account))|\bfell\b|\brose\b|\bgained\b|\blost\b|\bdropped\b|\bslid\b|\bsank\b|\bclimbed\b|\bjumped\b|\bsurged\b|\btumbl\w+|\bplung\w+|\bsoar\w+|\btrad(?:ed|ing)\b|\bfinished\b"
     r"|\bsettled\b|\bhigher\b|\blower\b|\baccording to\b|\b(?:up|down)\b|\bfutures\b|\bshares (?:were|are)\b|\bstocks (?:were|are)\b|\brall\w+|\bas of\b(?! the close of business)|\bprice target\b|\bupgrad\w+|\bdowngrad\w+|\bcompared\b|\bversus\b|\bhit\b|\breached\b|\bsession\b", None),
    (r"\bsaid\b(?=(?:\s[A-Za-z]+){0,3}?\s(?:its|it|their)\b[^.;]{0,70}\b(?:profits?|revenues?|sales|earnings|income)\b)", "earnings_date"),
    (r"\btold\b|\bsa(?:id|ys|ying)\b|\bwrote\b|\bwriting\b", None),
    (r"\bpayable\b|\bpaid on\b", "payment_date"),
    (r"\bof record\b|\bex-dividend\b|\bclose of business\b", "record_date"),
    (r"\bFOMC\b|\b(?:rate|policy) (?:decision|meeting)\b|\bpolicy statement\b|\bpost-meeting\b|\bminutes\b", "policy_meeting"),
    (r"\b(?:due|scheduled|slated|set|expected|expects?|plans?|going|likely) to report\b(?! (?:that|by|on the))|\b(?:[Ee]arnings|[Rr]esults)\b(?=[^.;\d]{0,60}\b(?:are|is) (?:due|expected|scheduled|slated)\b)|\bearnings (?:report|release|call|date)s?\b|\bresults\b|\bposted\b(?=[^.;\d]{0,40}\b(?:profits?|revenue|earnings|results|loss|sales)\b)|\breport(?:s|ed|ing)?\b(?! (?:that|by|said|on the (?:consumer|producer)))|\bquarterly (?:earnings|update)\b", "earnings_date"),
    (r"\bIPO\b|\bpublic offering\b|\bgo(?:es|ing)? public\b|\bwent public\b|\bdebut\w*\b|\blist(?:ed|ing)\b", "listing_date"),
    (r"\breleas(?:e|es|ed|ing)\b|\bdue\b(?! to\b)(?: (?:on|out|at))?|\bpublish\w*\b|\bunveil\w*\b|\bfollows?\b(?= (?:on|at)\b)|\bfollowed by\b|\b(?:data|figures|readings?|numbers|report|survey|statistics)\b(?= (?:out |released |due )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri)day)|\b(?:data|figures|report|survey|statistics|numbers) showed\b(?= (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri)day)|\b(?:arriv(?:e|es|ing)|comes?|lands?)\b(?= (?:out )?(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day|next week|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d))|\bprojections\b|\bupdate\b|\bout (?:on|this)\b", "release_date"),
    (r"\bspe(?:ech|ak|aks|aking)\b|\bspoke\b|\btestif\w+\b|\btestimony\b|\bremarks\b|\bcomments\b(?= (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri)day)", "remarks"),
    (r"\bdeadline\b|\bha(?:s|ve) until\b|\bexpir\w+\b|\bexpiration\b|\bends?\b", "deadline"),
    (r"\bmeet(?:s|ing|ings)?\b|\bmet\b|\bsummit\b|\bconference\b(?! board)|\bhearing\b|\bevent\b|\bhosts?\b|\bvisit(?:s|ed|ing)?\b", "meeting_date"),
    (r"\bholidays?\b|\bmarkets? (?:is|are|will be) closed\b|\bclosed for\b", "holiday"),
    (r"\blaunch\w*\b|\bdeliver(?:y|ies)\b|\bship(?:s|ping)\b|\bgo on sale\b|\bcustomers\b", "launch_date"),
    (r"\btakes? effect\b|\btook effect\b|\beffective\b|\bin effect\b|\bimpos\w+\b|\brestrictions?\b|\bban(?:s|ned)?\b|\bbeg(?:an|ins?|un)\b|\bresum(?:e|es|ed|ing)\b|(?<!housing )\bstart(?:s|ed)?\b(?! (?:at|around|from|of))", "effective_date"),
    (r"\bannounc\w+\b|\bsign(?:s|ed|ing)?\b|\bagreed\b|\bcomplet\w+\b|\bacquir\w+\b|\bclose (?:in|by)\b|\bapprov\w+|\bdeal\b|\binitiated\b|\bfil(?:ed|ing)\b|\bnamed\b|\bappoint\w+|\bdisclos(?:ed|es)\b|\breveal(?:ed|s)\b|\bauthori[sz](?:ed|es)\b|\bauction(?:s|ed)?\b|\bdecid(?:e|es|ed)\b", "event_date"),
    (r"\bscheduled\b|\bset to\b|\bslated\b|\bfounded\b|\bplans?\b|\bdeath of\b|\bdied\b|\bopens?\b|\bvot(?:e|ed|ing)\b|\belection\b|\blaid off\b|\bcalendars?\b|\b(?:investor|capital markets|analyst) day\b|\bsteps? down\b(?! to\b)|\bstepp(?:ed|ing) down\b(?! to\b)|\btakes? over\b|\bresign(?:s|ed)?\b|\bretir(?:e|es|ed|ing)\b", "event_date"),
)  # fmt: skip
TABLE = {"ko": KO, "en": EN}
PATTERN = {
    lang: Anchored(f"{BEGINS[lang]}(?:{'|'.join(f'({p})' for p, _ in rows)})", re.IGNORECASE if lang == "en" else 0)
    for lang, rows in TABLE.items()
}
