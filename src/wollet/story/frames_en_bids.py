"""English bids from either side, orders for things that bear their maker's name, and inquiries told by their noun."""

from __future__ import annotations

from wollet.story.frame import Frame, frame
from wollet.story.frames_en_nominal import AND, NO_SHARES, W
from wollet.story.masking import ANY as N
from wollet.story.masking import NONE as X
from wollet.story.parts_en import ADJ, ASIDE, LINK, OF, SUBJECT, A, T

BID = r"(?:approach(?:es)?|bids?|offers?|proposals?|overtures?|takeover(?:\s(?:attempts?|approach(?:es)?|bids?|offers?|proposals?))?)"
ANSWER = (
    r"(?:reject(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|spurn(?:s|ed)?|turn(?:s|ed|ing)?\sdown|dismiss(?:es|ed)|fend(?:s|ed|ing)?\soff|fought\soff|snubb?(?:s|ed)|resist(?:s|ed|ing)?"
    r"|accept(?:s|ed|ing)?|recommend(?:s|ed|ing)?|welcom(?:es|ed)|receiv(?:es|ed|ing)|agreed\sto|reviewing|evaluating)"
)
MAKING = (
    r"(?:study|studying|studies|weigh(?:s|ed|ing)?(?:\sup)?|plott?(?:ing|ed|s)|consider(?:s|ed|ing)?|prepar(?:es|ed|ing)|launch(?:es|ed|ing)?|ma(?:kes?|de|king)|mull(?:s|ed|ing)?|submit(?:s|ted|ting)?"
    r"|tabl(?:es|ed|ing)|lodg(?:es|ed|ing)|rais(?:es|ed|ing)|sweeten(?:s|ed|ing)?|improv(?:es|ed|ing)|renew(?:s|ed|ing)?|drop(?:s|ped|ping)?|withdr(?:aws|ew|awn)|explor(?:es|ed|ing))"
)

CRAFT = r"(?:aircraft|air(?:planes?|liners?)|planes?|jets?|jetliners?|narrowbod(?:y|ies)|widebod(?:y|ies)|freighters?|helicopters?|engines?|trucks?|buses|trains?|locomotives?|turbines?|ships?|vessels?|tankers?|satellites?|rockets?|chips?|GPUs?|servers?|processors?|accelerators?|vaccines?|doses|robots?|excavators?|tractors?)\b"
WN = r"(?:\s(?!(?:and|but|as|while|when|before|after|because|since|if|than|that|which|who|whose|with|by|against|over|amid|in|on|at|from|to)\b)[\w$€£&.,%'’-]+)"
"""A word that opens no clause or phrase."""
PROBES = r"(?:investigations?|probes?|inquir(?:y|ies)|reviews?)"

BIDS: tuple[Frame, ...] = (
    frame("acquires", rf"{T}(?:\s(?:says|said)\sits\sboard)?{LINK}\s{ANSWER}\s(?:an?|the|two|three|several|its|another|earlier|what){X}{{0,70}}?\b{BID}[”\"’]?\s(?:by|from){ADJ}\s{A}(?!{OF})", "planned"),
    frame("acquires", rf"{T}(?:\s(?:says|said)\sits\sboard)?{LINK}\s{ANSWER}{ADJ}\s{A}{OF}{W}{{0,4}}?\s{BID}\b", "planned"),
    frame("acquires", rf"{A}{LINK}\s{MAKING}\s(?:an?|the|its){W}{{0,5}}?\s(?:approach|bid|offer|proposal)\s(?:for|to\s(?:buy|acquire|take\sover)){ADJ}\s{T}{NO_SHARES}"),
    frame("acquires", rf"{A}{OF}{W}{{0,4}}?\s(?:approach|tilt|overtures?|advances?|swoop|pursuit)\s(?:to|for|at|on|of){ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("acquires", rf"{A}{OF}{W}{{0,4}}?\sdeal\ssince\sits{W}{{0,4}}?\s(?:takeover|acquisition|purchase|buyout)\sof{ADJ}\s{T}{NO_SHARES}", "done"),
    frame("acquires", rf"{SUBJECT}(?!{OF}){X}{{0,40}}?\b(?:proposed|planned|pending|agreed)\smerger\swith{ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("acquires", rf"{AND}{LINK}\s(?:receiv(?:e|ed)|won|win|expect|agreed|seek|sought|clos(?:e|ed)|complet(?:e|ed)|announced|call(?:ed)?\soff|abandon(?:ed)?|terminat(?:e|ed)|scrapp(?:ed)){X}{{0,60}}?\b(?:their|a)\s(?:[\w$-]+\s){{0,3}}?merger\b"),
    frame("acquires", rf"{A}{LINK}\stakeover{ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("invests", rf"{A},\s(?:an?|the|which\sis\san?)\s(?:[\w-]+\s){{0,2}}?(?:owner|holder)\sof{W}{{0,3}}?\s(?:%|percent|per\scent|pct|half|third)?\s?(?:of|in){ADJ}\s{T}(?!{OF}\s(?!shares|stock))", "done"),
    frame("invests", rf"{T}{LINK}\scounts?\s{A}\s(?:as|among)\s(?:an?|its|one\sof\sits|their)(?:\s[\w-]+){{0,3}}?\s(?:investors?|backers?|shareholders?|owners?)\b", "done"),
    frame("buys", rf"{A}{LINK}{W}{{0,3}}?\s(?:deal|agreement|pact)\swith\s{T}\sto\s(?:acquire|buy|purchase|take\sover)\sits\s", "agreed"),
    # orders: what is ordered bears its maker's name
    frame("buys", rf"{SUBJECT}{LINK}(?:{W}{{0,5}}?\s(?:to|option\sto))?\s(?:order(?:s|ed|ing)?|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|leas(?:e|es|ed|ing))(?:\sas\s(?:many|few)\sas|\sup\sto)?{WN}{{1,7}}?\s{T}(?:\s\([^()]{{1,20}}\))?(?:(?:\sand)?{WN}){{0,4}}?\s{CRAFT}", "agreed"),
    frame("buys", rf"{A}{OF}{W}{{0,4}}?\s(?:order|deal|commitment)\s(?:for|of){WN}{{0,5}}?\s{T}{WN}{{0,3}}?\s{CRAFT}", "agreed"),
    frame("buys", rf"{SUBJECT}(?:(?!receiv|w[io]n|secur|land|book|pick|g[eo]t|announc){X}){{0,50}}?\border\s(?:of|for){W}{{1,6}}?\sfrom{ADJ}\s{T}(?!{OF})", "agreed"),
    frame("supplies", rf"{A}{LINK}\s(?:pick(?:s|ed)\sup|secur(?:es|ed)|book(?:s|ed)|land(?:s|ed)|w[io]ns?|receiv(?:es|ed)){W}{{1,6}}?\sorders?{W}{{0,5}}?\sfrom{ADJ}\s{T}(?!{OF})", "agreed"),
    frame("supplies", rf"{A}{LINK}{W}{{0,6}}?\s(?:to\ssell|selling){ADJ}\s{T}\s(?:up\sto\s)?(?:\d+|two|three|four|five|six|seven|eight|ten|dozens|hundreds)\b", "agreed"),
    frame("supplies", rf"{T}{LINK}\s(?:an?|the)\s(?:[a-z]+\s){{0,2}}?{A}\s(?:customer|client)\b", "done"),
    frame("partners", rf"^{X}{{0,3}}(?P<a>{N}),\s(?P<t>{N})\s(?:strike|sign|ink|agree|reach|seal|team\sup|partner|join\sforces|form|announce|launch|set\sup|expand|extend)\b(?:{W}{{0,6}}?\s(?:deals?|pact|contract|agreement|partnership|venture|alliance|MOU|collaboration)\b(?!\s(?:to|that)\s(?:settle|end|resolve)))", "agreed"),
    frame("partners", rf"{AND}{LINK}\s(?:sign(?:ed|s)?|struck|strike|inked?|sealed){W}{{1,6}}?\s(?:contract|memorandum)\b", "agreed"),
    frame("partners", rf"{SUBJECT}{LINK}\s(?:launch(?:es|ed|ing)?|enter(?:s|ed|ing)?(?:\sinto)?|sign(?:s|ed|ing)?|forg(?:es|ed|ing)|form(?:s|ed|ing)?|announc(?:es|ed|ing)|struck|strikes?|expand(?:s|ed|ing)?|inks?|inked|seal(?:s|ed)|ha[sd]|establish(?:es|ed)?|buil(?:ds?|t)|pursu(?:es|ed|ing)){W}{{0,6}}?\s(?:partnerships?|alliances?|collaborations?|joint\sventures?|tie-ups?|cooperation|pacts?|MOUs?|memorand(?:ums?|a)(?:\sof\sunderstanding)?)\swith{ADJ}\s{T}{NO_SHARES}"),
    frame("supplies", rf"(?P<a>{N}),\sone\sof\s{T}{OF}{W}{{0,3}}?\ssuppliers\b", "done"),
    frame("supplies", rf"{A}{LINK}\s(?:been|remain(?:s|ed)|becom(?:es|e)|became|is|was)\s{T}{OF}{W}{{0,4}}?\ssupplier\b", "done"),
    frame("talks", rf"{A}{LINK}\s(?:in|holding|held)\s(?:[\w-]+\s){{0,2}}?(?:talks|discussions|negotiations)\swith{ADJ}\s{T}{NO_SHARES}"),
    # inquiries
    frame("regulates", rf"{A}{LINK}\s(?:open(?:s|ed|ing)?|launch(?:es|ed|ing)?|beg[au]n|begins|start(?:s|ed|ing)?|pursu(?:es|ed|ing)|conduct(?:s|ed|ing)|widen(?:s|ed|ing)?|expand(?:s|ed|ing)?|lead(?:s|ing)?){W}{{0,5}}?\s{PROBES}\s(?:into|of|against|on){ADJ}\s{T}", officials=True),
    frame("regulates", rf"{SUBJECT}{X}{{0,50}}?\b{PROBES}\s(?:into|of){ADJ}\s{T}", officials=True),
    frame("regulates", rf"{SUBJECT}{X}{{0,40}}?\b(?:lead|open|launch|start|conduct)\s(?:an?|the)\s{T}\s{PROBES}\b", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:slap(?:s|ped)?|impos(?:es|ed|ing)|lev(?:ies|ied)|hand(?:s|ed)|issu(?:es|ed)){W}{{1,7}}?\s(?:fine|penalty|sanctions?|order|ban)\s(?:on|against|to){ADJ}\s{T}", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:hit|hits|slap(?:s|ped)?|hand(?:s|ed)|served?){ADJ}\s{T}\s(?:with\s)?(?:an?|the|its){W}{{0,6}}?\s(?:fine|penalty|sanction|order|subpoena|notice)\b", officials=True),
    frame("regulates", rf"{T}{LINK}\s(?:receiv(?:es|ed|ing)|got|gets){W}{{1,6}}?\s(?:subpoena|demand|request|notice|letter|summons|warning)s?\s(?:[a-z]+\s){{0,3}}?(?:from|by){ADJ}\s{A}", officials=True),
    # courts
    frame("sues", rf"\bjury\s{X}{{0,40}}?\bordered\s{T}\sto\spay(?:\sthe\s[\w\s-]{{3,40}}?,)?\s{A}", "done"),
    frame("sues", rf"{A}{LINK}\salleg(?:es|ed|ing)\s(?:that\s)?{T}{ASIDE}{W}{{0,6}}?\s(?:infring|steal|stole|cop(?:y|ied)|violat|breach|misappropriat)\w*"),
)  # fmt: skip
