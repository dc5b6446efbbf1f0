"""The pieces that English frames are made of: names, what may stand between a subject and its verb, what before an object."""

from __future__ import annotations

from wollet.story.masking import ANY as N
from wollet.story.masking import NONE as X

LIST = rf"{N}(?:(?:,\s{N})*,?(?:\s(?:and|or|as\swell\sas))\s{N}|(?:,\s{N})+(?=,?\s(?:and|among)\s))?"
CLAUSE = r"(?!['’]s\s(?:[\w-]+\s){1,4}(?:with|in|for|to|over|on|of)\b)(?!\s(?:has|had|have|is|was|are|were|will|would|said|says|bought|sold|won|took|made|held|rose|fell|[a-z]+ed|newspaper|newswire|magazine|daily|weekly|news\sagency)\b)"
"""A name before a finite verb, or with a matter of its own, opens a clause of its own and is no further object."""
A = rf"(?P<a>{LIST})"
SUBJECT = rf"(?P<subject>){A}"
"""Actors that no preposition makes part of something else (`frame` looks before them); for frames that look far behind them."""
T = rf"(?P<t>{N}(?:(?:,\s{N}{CLAUSE})*,?(?:\s(?:and|or|as\swell\sas))\s{N}{CLAUSE}|(?:,\s{N}{CLAUSE})+(?=,?\s(?:and|among)\s))?)"
OF = "(?:['’]s|['’])"
ASIDE = rf"(?:\s\({X}{{1,30}}?\))?(?:,\s(?!which|whose|who)(?:{X}(?!,)){{2,70}}{X},)?"
"""What may stand between a subject and its verb: a code in brackets, an apposition between commas."""
TIME = r"(?:(?:on\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)|(?:earlier\sin|late\sin|in)\s(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})|(?:earlier\s)?this\s\w+)"
AUX = (
    rf"(?:\s(?:has|have|had|is|are|was|were|be|been|being|will|would|to|also|recently|already|now|then|reportedly|jointly|officially"
    rf"|said|says|it|they|that|which|who|announced|announces|confirmed|{TIME}|last\s(?:week|month|year)|this\s(?:week|month|year)|earlier"
    r"|plans?|planned|planning|agreed|agrees|intends?|aims?|wants?|seeks?|sought|seeking|looking|set|close|nearing|near"
    r"|in|final|stages?|advanced|early|preliminary|exclusive|talks|discussions|negotiations|negotiating|a|an|the|its|deal|agreement|offer|offered|offers|proposed|proposes"
    r"|bid|moved|completed|completes|completing|finali[sz]ed|considering|considers|considered|weighing|weighs|exploring|explores|expects?|expected"
    r"|finish(?:es|ed)?|held|holding|hold|resumed|opened|restarted|broke|broken|suspended|further|long|still|both|once|today|later|first|ended|dropped|abandoned|scrapped|called|off|efforts?|attempts?|failed|plan|of|up|for|on|signed|struck|reached|after|continues?|continued|entered|into|subsidiary|unit|arm|[a-z]{3,}ly"
    r"|[$€£][\d.,]+|billion|million|decided|committed|just|attempting|attempted|trying|tried|hopes?|started|began|begun|begins))"
)
LINK = rf"{ASIDE}(?:,(?=\s(?:which|who)\b))?{AUX}{{0,9}}"
THING = r"(?:\s(?!and\b|but\b|as\b|while\b|to\b|with\b|from\b|in\b|by\b|than\b|that\b)[\w$€£.,%&-]+){0,6}?"
ADJ = (
    r"(?:\s(?:all\sof|part\sof|the\srest\sof|[a-z]+\sand\s[a-z]+(?=(?:\s[a-z]+)?\s(?:group|company|firm|giant|producer|maker|business|conglomerate)\b)|(?!(?:and|or|but|to|for|from|with|by|in|on|at|of|than|as|that|into|over|after|before|near|under|between|against|amid|while|when|because|if|it|they|he|she"
    r"|more|less|about|up|down|out|off|shares?|stock|stakes?|bonds?|notes|calls|puts|time|not|is|are|was|were|has|have|had|will|would|says?|said|like|per|each|via|through|behind|ahead|worth)\b)"
    r"(?:[a-z][\w.-]*|[A-Z][\w.-]*['’]s|U\.S\.|U\.K\.|[A-Z]{2}|[A-Z][\w-]*-(?:based|backed|listed|owned)|(?:South|North|Hong|New|San)|[A-Z]\w+(?:an|ese|ish|ch|i|ss))(?![\w])|the|its)){0,5}(?:,?\s(?:including|such\sas))?"
    rf"(?:\s{N}(?:['’]s)?(?:\s[a-z]+)?\s(?:supplier|rival|partner|competitor|customer|affiliate|backer|spin-?off|unit|subsidiary))?"
)
"""What may stand between a verb and its object's name: articles, adjectives, what kind of company it is, its country; the noun that a list of names fills."""
STAKE = rf"(?:an?\s|its\s|their\s|the\s)?{X}{{0,35}}?\b(?:stakes?|shares|holdings?|interest|position)(?:\sof\s{X}{{1,25}}?)?\s(?:in|of)"
MONEY = r"(?:\s(?:another\s|about\s|around\s|roughly\s|up\sto\s|as\smuch\sas\s|more\sthan\s|at\sleast\s|an\sadditional\s|nearly\s|some\s)?[$€£¥][\d.,]+(?:\s(?:billion|million|trillion))?)?"
CALLS = {
    "acquires": r"(?i:acqui|buy|bought|purchas|t[ao]o?k|merg|combin|snap|swallow|absorb|bid|suitor|offer|control|ownership|approach|propos|sell|sold|sale|pass|hand|part of|spen|pa(?:y|id)|divest|spin)",
    "invests": r"(?i:invest|stake|share|own|hold|held|interest|position|back|control|rais|secur|subsidiar|unit|division|arm|parent|affiliate|put|pour|pump|inject|s[aiu]nk|plo|commit|fund|financ|brand|spin|spun|list|float|sell|divest|owner|% of|pct of|percent of|per cent)",
    "supplies": r"(?i:suppl|deliver|s[eo]l[ld]|sale|ship|provid|mak|made|design|assembl|manufactur|produc|buil|custom|client|contract|order|deal|select|chos|choos|pick|award|tapp|hir|foundry|vendor|account|generat|deriv|dr[ae]w|get|got|earn|equip|furnish|serv|buyer|export|plac|hand|gave|give|goes|went|power|represent|contribut)",
    "buys": r"(?i:buy|bought|order|sourc|purchas|acquir|licens|us(?:e|ing)|rel[iy]|depend|get|got|draw|obtain|procur|turn|switch|mov|sell|sold|sale|divest|offload|hand|transfer|deploy|adopt|run)",
    "partners": r"(?i:partner|team|collaborat|forces|work|joint|together|venture|alliance|tie-up|agreement|deal|pact|wind|dissol|unw|part|scrap|drop|dismantl|end|exit|quit|leav|left|develop|link|all[iy]|cooperat|pair|share|set up|launch|creat|start|own|memorandum|mou\b|sign|alongside)",
    "talks": r"(?i:talk|discuss|negotiat|met|meet|held|hold|approach|sound|speak|in touch|resum|beg[ai]n|broke)",
    "competes": r"(?i:compet|rival|edge|ground|share|lead|advantage|los(?:e|t|ing)|shed|fight|fought|battl|v[iy]|jostl|spar|rac|duel|chip|eat|cut|undercut|challeng|gain|ced|contest|alternativ|answer|trail|lag|outs|up against|tak|behind|beat|overt)",
    "sues": r"(?i:sue|suing|suit|complaint|case|court|accus|alleg|claim|litigat|legal|settl|jury|action|petition|patent|dispute|fil[ei])",
    "regulates": r"(?i:fin[ei]|prob|investigat|approv|clear|block|order|charg|accus|penal|ban|scrutin|authori|review|reject|suspend|revok|delay|halt|issu|sent|serv|open|launch|beg[au]n|start|clos|settl|end|drop|dismiss|ask|urg|petition|look|examin|impos|lev|slap|warn|rebuk|repriman|raid|search|summon|subpoena|told|under|fac|inquiry|licen|permission|nod|go-ahead|green light|permit|bless|refus|den[iy]|revers|sanction|blacklist|bar|restrict|cit|notif|agreement|letter|notice|accept|crackdown|ruling|decision|lawsuit|case)",
    "rates": r"(?i:upgrad|downgrad|coverage|reiterat|target|rating|objective)",
}
"""Without one of these a sentence tells nothing of a kind, and its frames need not be tried."""
