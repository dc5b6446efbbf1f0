"""English bids from either side: who approaches, offers, is turned down, and mergers told by what becomes of them."""

from __future__ import annotations

from wollet.story.frame import Frame, frame
from wollet.story.frames_en_nominal import AND, NO_SHARES, W
from wollet.story.masking import NONE as X
from wollet.story.parts_en import ADJ, LINK, OF, SUBJECT, A, T

BID = r"(?:approach(?:es)?|bids?|offers?|proposals?|overtures?|takeover(?:\s(?:attempts?|approach(?:es)?|bids?|offers?|proposals?))?)"
ANSWER = (
    r"(?:reject(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|spurn(?:s|ed)?|turn(?:s|ed|ing)?\sdown|dismiss(?:es|ed)|fend(?:s|ed|ing)?\soff|fought\soff|snubb?(?:s|ed)|resist(?:s|ed|ing)?"
    r"|accept(?:s|ed|ing)?|recommend(?:s|ed|ing)?|welcom(?:es|ed)|receiv(?:es|ed|ing)|agreed\sto|reviewing|evaluating)"
)
MAKING = (
    r"(?:study|studying|studies|weigh(?:s|ed|ing)?(?:\sup)?|plott?(?:ing|ed|s)|consider(?:s|ed|ing)?|prepar(?:es|ed|ing)|launch(?:es|ed|ing)?|ma(?:kes?|de|king)|mull(?:s|ed|ing)?|submit(?:s|ted|ting)?"
    r"|tabl(?:es|ed|ing)|lodg(?:es|ed|ing)|rais(?:es|ed|ing)|sweeten(?:s|ed|ing)?|improv(?:es|ed|ing)|renew(?:s|ed|ing)?|drop(?:s|ped|ping)?|withdr(?:aws|ew|awn)|explor(?:es|ed|ing))"
)

BIDS: tuple[Frame, ...] = (
    frame("acquires", rf"{T}{LINK}\s{ANSWER}\s(?:an?|the|two|three|several|its|another|earlier|what){X}{{0,70}}?\b{BID}[”\"’]?\s(?:by|from){ADJ}\s{A}(?!{OF})", "planned"),
    frame("acquires", rf"{T}{LINK}\s{ANSWER}{ADJ}\s{A}{OF}{W}{{0,4}}?\s{BID}\b", "planned"),
    frame("acquires", rf"{A}{LINK}\s{MAKING}\s(?:an?|the|its){W}{{0,5}}?\s(?:approach|bid|offer|proposal)\s(?:for|to\s(?:buy|acquire|take\sover)){ADJ}\s{T}{NO_SHARES}"),
    frame("acquires", rf"{A}{OF}{W}{{0,4}}?\s(?:approach|tilt|overtures?|advances?|swoop|pursuit)\s(?:to|for|at|on|of){ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("acquires", rf"{A}{OF}{W}{{0,4}}?\sdeal\ssince\sits{W}{{0,4}}?\s(?:takeover|acquisition|purchase|buyout)\sof{ADJ}\s{T}{NO_SHARES}", "done"),
    frame("acquires", rf"{SUBJECT}(?!{OF}){X}{{0,40}}?\b(?:proposed|planned|pending|agreed)\smerger\swith{ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("acquires", rf"{AND}{LINK}\s(?:receiv(?:e|ed)|won|win|expect|agreed|seek|sought|clos(?:e|ed)|complet(?:e|ed)|announced|call(?:ed)?\soff|abandon(?:ed)?|terminat(?:e|ed)|scrapp(?:ed)){X}{{0,60}}?\b(?:their|a)\s(?:[\w$-]+\s){{0,3}}?merger\b"),
    frame("acquires", rf"{A}{LINK}\stakeover{ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("invests", rf"{A},\s(?:an?|the|which\sis\san?)\s(?:[\w-]+\s){{0,2}}?(?:owner|holder)\sof{W}{{0,3}}?\s(?:%|percent|per\scent|pct|half|third)?\s?(?:of|in){ADJ}\s{T}(?!{OF}\s(?!shares|stock))", "done"),
)  # fmt: skip
