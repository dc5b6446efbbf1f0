"""The pieces that English frames are made of: names, what may stand between a subject and its verb, what before an object."""

from __future__ import annotations

from wollet.story.masking import ANY as N
from wollet.story.masking import NONE as X

LIST = rf"{N}(?:(?:,| and|, and| or| as well as)\s{N})*"
A = rf"(?P<a>{LIST})"
T = rf"(?P<t>{LIST})"
OF = "(?:['’]s|['’])"
ASIDE = rf"(?:\s\({X}{{1,30}}?\))?(?:,\s(?!which|whose|who)(?:{X}(?!,)){{2,70}}{X},)?"
"""What may stand between a subject and its verb: a code in brackets, an apposition between commas."""
TIME = r"(?:on\s)?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today)"
AUX = (
    rf"(?:\s(?:has|have|had|is|are|was|were|be|been|being|will|would|to|also|recently|already|now|then|reportedly|jointly|officially"
    rf"|said|says|it|they|that|which|who|announced|announces|confirmed|{TIME}|last\s(?:week|month|year)|this\s(?:week|month|year)|earlier"
    r"|plans?|planned|planning|agreed|agrees|intends?|aims?|wants?|seeks?|sought|seeking|looking|set|close|nearing|near"
    r"|in|advanced|early|preliminary|exclusive|talks|discussions|negotiations|negotiating|a|an|the|its|deal|agreement|offer|offered|offers|proposed|proposes"
    r"|bid|moved|completed|completes|completing|finali[sz]ed|considering|considers|considered|weighing|weighs|exploring|explores|expects?|expected"
    r"|finish(?:es|ed)?|held|holding|hold|resumed|opened|restarted|broke|broken|suspended|further|long|still|both|once|today|later|first|ended|dropped|abandoned|scrapped|called|off|efforts?|attempts?|failed|plan|of|up|for|on|signed|struck|reached|after|continues?|continued"
    r"|[$€£][\d.,]+|billion|million|decided|hopes?|started|began|begun|begins))"
)
LINK = rf"{ASIDE}(?:,(?=\s(?:which|who)\b))?{AUX}{{0,9}}"
THING = r"(?:\s(?!and\b|but\b|as\b|while\b|to\b|with\b|from\b|in\b|by\b|than\b|that\b)[\w$€£.,%&-]+){0,6}?"
ADJ = r"(?:\s(?:all\sof|part\sof|the\srest\sof|rival|smaller|fellow|startup|start-up|private|[\w-]+-based|[\w-]+\s(?:maker|company|firm|giant|startup|developer|operator|group|retailer|bank|provider|chain)|chipmaker|automaker|drugmaker|carmaker|the|its)){0,3}"
STAKE = rf"(?:an?\s|its\s|their\s|the\s)?{X}{{0,35}}?\b(?:stakes?|shares|holdings?|interest|position)(?:\sof\s{X}{{1,25}}?)?\s(?:in|of)"
MONEY = r"(?:\s(?:another\s|about\s|up\sto\s|as\smuch\sas\s|more\sthan\s|at\sleast\s|an\sadditional\s|nearly\s|some\s)?[$€£¥][\d.,]+(?:\s(?:billion|million|trillion))?)?"
