"""The patterns of English pieces of time, each anchored at a place: Feb. 13, 2024; third quarter; two weeks ago; 4 p.m. ET."""

from __future__ import annotations

from wollet.mention import timex_en_words as w
from wollet.mention import unhurried as re
from wollet.mention.example import ignores, reads

_CAPS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC"
MONTH = rf"(?:(?:{w.cased(w.MONTH_NAMES)})(?![a-zA-Z])|(?:{w.cased((*(n[:3] for n in w.MONTH_NAMES), 'sept'))}|{_CAPS})(?![a-zA-Z])\.?)"
_DAYS = w.cased(("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"))
WEEKDAY = rf"(?:(?:{w.cased(w.DAY_NAMES)})(?![a-zA-Z])|(?:{_DAYS}|SUN|MON|TUE|WED|THU|FRI|SAT)(?![a-zA-Z])\.?)"
_WORDED = w.cased(w.ORDINALS).replace("\\-", "[- ]")
ORD = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:{_WORDED}))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR4 = r"(?:1[3-9]\d\d|20\d\d|21\d\d)"
TO = r"\s?(?:-|–|—|to|through|thru|till|until|and)\s?"
_DASH = r"\s?(?:-|–|—|to|through)\s?"
N = rf"(?:\d{{1,3}}|{w.cased(w.NUMBERS)})"
_UNIT = w.cased(("minute", "min", "hour", "hr", "day", "week", "month", "quarter", "year", "yr", "decade", "fortnight"))
_WIDE = w.cased(("week", "weekend", "workweek", "work week", "business week", "month", "quarter", "qtr", "year", "yr", "decade", "half"))
_YEAR_END = rf"(?P<y>{YEAR4})(?!\d|[.,]\d)"

MONTH_DAY = re.compile(
    rf"(?P<m>{MONTH})(?:,? |[/-]|(?: (?:between|from) )(?=\d\d?{TO}\d))?(?:the )?(?P<d>{DAY}|{ORD})(?:st|nd|rd|th)?(?![\d%A-Za-z]|:\d|[.,]\d| ?(?:percent|million|billion|points?)\b)"
    rf"(?:(?P<to>{TO})(?:the )?(?P<d2>{DAY}|{ORD})(?:st|nd|rd|th)?(?![\d%A-Za-z]|:\d|[.,]\d))?(?:(?: ?,? (?:of )?|[/-]){_YEAR_END}|,? ['’](?P<yy>\d\d)(?!\d))?"
)
DAY_MONTH = re.compile(
    rf"(?:[Tt]he (?=(?:{ORD}|\d\d?){TO}))?(?P<d>{DAY}|{ORD})(?:st|nd|rd|th)?\.?(?:(?P<to>{TO})(?:the )?(?P<d2>{DAY}|{ORD})(?:st|nd|rd|th)?\.?)?(?: day)?[ /-]?(?:of )?(?P<m>{MONTH})"
    rf"(?:[, /-]{{0,2}}{_YEAR_END}|[ -](?:of )?['’]?(?P<yy>\d\d)(?![\d:%.,]))?"
)
MONTH_YEAR = re.compile(rf"(?P<m>{MONTH})(?:(?:,? (?:of )?|[-/]){_YEAR_END}| ?['’](?P<yy>\d\d)(?!\d))?(?![A-Za-z])")
COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\w|[.,-]\d|%)")
DOTTED = re.compile(r"(?P<d>3[01]|[12]\d|0?[1-9])\.(?P<m>1[0-2]|0?[1-9])\.?(?![\d%]| (?:points?|percent|million|billion)\b)")
DOTTED_TO = re.compile(rf"(?P<d>3[01]|[12]\d|0?[1-9])\.?{TO}(?P<d2>3[01]|[12]\d|0?[1-9])\.(?P<m>1[0-2]|0?[1-9])\.(?P<y>20\d\d|\d\d)(?![\d.])")
ISO = re.compile(rf"(?P<y>{YEAR4})(?P<s>[-/.])(?:(?P<m>\d\d?)|(?P<name>{MONTH}))(?P=s)(?P<d>\d\d?)(?!\d|[-/.]\d)")
SLASHED = re.compile(r"(?P<a>\d\d?)(?P<s>[-/.])(?P<b>\d\d?)(?P=s)(?P<y>(?:19|20)\d\d|\d\d)(?!\d|[/.%]\d|-\d+(?![/\d])|%)")
SHORT = re.compile(r"(?P<a>\d\d?) ?/ ?(?P<b>\d\d?)(?![\d/%]|[.,]\d)")
MONTH_OF = re.compile(rf"(?P<m>0?[1-9]|1[0-2])(?: / |/)(?P<y>{YEAR4})(?![\d/])|(?P<y2>{YEAR4})[-/](?P<m2>0?[1-9]|1[0-2])(?![\d/.%-])")
QUARTER = re.compile(
    rf"(?:(?P<o>{w.cased(('first', 'second', 'third', 'fourth', 'final'))}|1st|2nd|3rd|4th)(?:[- ]fiscal)?[- ](?:quarter|qtr)(?:s(?!’|'))?(?![a-z])"
    rf"|[Qq](?P<q>[1-4])(?:{_DASH}[Qq]?(?P<q2>[1-4])(?!\d))?(?![\w%])|(?P<q3>[1-4])[Qq](?![A-Za-z\d]))"
)
QUARTER_YEAR = re.compile(r"(?:[Qq](?P<q>[1-4])|(?P<q2>[1-4])[Qq])(?:['’ -]?(?P<y>20\d\d)|['’]?(?P<yy>\d\d))(?!\d|[.,]\d|%)|(?P<y2>20\d\d(?:[- ](?=[Qq]))?|\d\d)[Qq](?P<q3>[1-4])(?!\d)")
HALF_YEAR = re.compile(r"(?P<h>[12])H ?['’]?(?P<y>20\d\d|\d\d)(?!\d|[.,]\d|%)|H(?P<h2>[12])['’ ]?(?P<y2>20\d\d|(?<=['’])\d\d)(?!\d|[.,]\d|%)")
HALF = re.compile(rf"(?:(?P<o>{w.cased(('first', 'second', 'latter', 'back'))}|1st|2nd)[- ]half(?! (?:time|of the (?:game|match))|-?[a-z]{{3}})|[Hh](?P<h>[12])(?!\w)|(?P<h2>[12])H(?!\w))")
FISCAL = re.compile(rf"(?:{w.cased(('fiscal',))})(?:[- ][Yy]ear)?(?: ending)?,? (?P<y>{YEAR4}|['’]\d\d)(?!\d)|FY ?['’]?(?P<y2>20\d\d|\d\d)(?!\d)|(?P<next>[Ff]iscal)(?= (?:{w.cased(('first', 'second', 'third', 'fourth'))})[- ](?:quarter|half)| Q[1-4])")
YEAR_RANGE = re.compile(r"(?P<y>(?:19|20)\d\d)[-–—~](?P<y2>(?:19|20)\d\d|\d\d)(?!\w|[,.%/:-]\d|%)")
SHORT_TO = re.compile(r"\s?(?:-|–|—|to|and|through)\s?\d\d?/\d\d?(?!\d)")
SHORT_YEAR = re.compile(r"\s?(?:-|–|—|to|through)\s?\d\d?/\d\d?(?:/|,? )(?:19|20)\d\d(?!\d)")
SHORT_TO_HERE = re.compile(r"\d\d?/\d\d?\s?[-–—]\s?$")
YEAR_BEHIND = re.compile(r", ?(?:19|20)\d\d(?!\d)")
SHORT_BEFORE = re.compile(r"(?:from|between) \d\d?/\d\d?\s?(?:-|–|—|to|and|through)\s?$", re.I)
YEAR = re.compile(r"(?P<y>1[6-9]\d\d|20\d\d|21[0-4]\d)(?![\d%]|[.,:/]\d|-\d{3,}|\w)|(?:[Tt]he )?[Yy]ear (?P<y3>\d{3,4})(?!\d)|['’](?P<yy>[0-2]\d|[6-9]\d)(?![\d\w])")
DECADE = re.compile(r"(?P<y>(?:1[6-9]|20)\d0)['’]?s(?![a-z])|['’]?(?P<yy>[2-9]0)['’]?s(?![a-z])")
A_WEEKDAY = re.compile(rf"(?P<w>{WEEKDAY})(?:['’]s)?(?![A-Za-z])(?: (?:the )?(?P<nth>{ORD})(?! (?:of )?[A-Z]))?")
REL_DAY = re.compile(rf"(?:{w.cased(w.REL_DAYS)})(?![a-z-])(?!(?<=vernight) (?:rates?|lending|funding|index|repos?|reverse|deposits?|loans?|swaps?|benchmark)(?![a-z]))(?:['’]s)?")
REL_UNIT = re.compile(
    rf"(?P<mod>{w.cased(w.MODS)}) (?P<fiscal>[Ff]iscal )?(?P<u>{_WIDE}|{w.cased(('night', 'day', 'morning', 'afternoon', 'evening'))})(?:['’]s)?(?![a-zA-Z-])(?! (?:ended|ending)(?: on| in)? {MONTH})"
)
MOD_NAME = re.compile(rf"(?P<mod>{w.cased(w.MODS)}) (?:(?P<w>{WEEKDAY})|(?P<m>(?!may|march){MONTH}))(?:['’]s)?(?![a-zA-Z])(?! \d)")
STRETCH = re.compile(
    rf"(?P<mod>{w.cased(('last', 'past', 'previous', 'prior', 'next', 'coming', 'following', 'upcoming'))}) (?P<n>{N}) (?:(?P<open>business |trading )|calendar |more |full )?(?P<u>{_UNIT})s?(?![a-zA-Z-])"
)
AGO = re.compile(
    rf"(?P<n>{N})[ -]?(?P<u>{_UNIT})s?(?P<more>(?:,? (?:and )?{N} (?:[Dd]ay|[Ww]eek|[Mm]onth)s?){{0,2}})(?:[ -](?P<dir>ago|earlier|from now|hence|later|prior)(?![a-zA-Z])(?! (?:than|to))|[- ](?P<base>before|earlier)(?= (?:period|quarter|level|month|week)|[.,;)]))"
)
IN = re.compile(rf"(?P<dir>{w.cased(('in', 'within'))}) (?:the next )?(?:about )?(?P<n>{N}) (?P<u>{_UNIT})s?(?![a-zA-Z-])(?P<time>['’]?s?['’]? time)?")
OFFSET = re.compile(rf"(?P<n>{N}) (?P<u>{_UNIT})s?(?:,(?= from))? (?P<dir>after|before|from|since|prior to|following|(?:starting|beginning)(?: on| from)?) (?:the )?")
SAME = re.compile(rf"(?:the )?(?P<w>{w.cased(('same',))}) (?P<u>period|quarter|month|week|time|three months|six months)(?:,? (?:of |in )?(?:last year|the (?:previous|prior) year|a year (?:ago|earlier|before)|one year (?:ago|earlier)))|(?:the |a )?(?:year-ago|year-earlier|prior-year|comparable year-ago) (?P<u2>period|quarter|month)")
PART = re.compile(rf"(?:the )?(?P<p>{w.cased(w.PARTS)})(?:[- ](?:in )?(?:the )?)(?!\d\d?(?:st|nd|rd|th))")
NTH = re.compile(rf"(?P<n>{ORD}|[Ll]ast) (?P<back>last )?(?:(?P<w>{WEEKDAY})|(?P<u>week|day|weekend))(?![a-zA-Z])(?= (?:of|in) )")
NTH_BARE = re.compile(rf"(?:the )?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th) (?P<w>{w.cased(w.DAY_NAMES)})(?=\s*(?:$|[.,;!?)\n]))")
MOD_DATE = re.compile(rf"(?P<mod>[Ll]ast|[Nn]ext|[Tt]his) (?=(?:{ORD}|\d\d?)(?: of)? {MONTH}|{MONTH} \d\d?(?!\d))")
WEEK_NO = re.compile(r"(?:(?P<the>[Tt]he|[Cc]alendar) )?[Ww]eek (?P<n>[1-5]?\d)(?!\w|[.,:]\d|%)(?:(?= of (?:last|this|next|\d{4}))|(?P<end>\s*(?:$|(?=[.,;!?)\n]))))")
SEASON = re.compile(rf"(?P<mod>{w.cased(('last', 'past', 'this', 'current', 'next', 'coming', 'previous'))}) (?P<s>summer|spring|fall|autumn|winter)(?![a-z-])|(?P<s2>{w.cased(('summer', 'spring', 'fall', 'autumn', 'winter'))})(?: of)? (?P<y>(?:19|20)\d\d)(?!\d|[.,]\d|%)")
THE_UNIT = re.compile(r"(?:the )?(?P<u>week|month|quarter|year|decade)(?![a-zA-Z-])")
TO_DATE = re.compile(r"(?P<u>[Yy]ear|[Qq]uarter|[Mm]onth|[Ww]eek)[- ]to[- ]date(?![a-z])")
AT_END = re.compile(r"(?:(?P<when>this|last|next) )?(?P<u>[Yy]ear|[Mm]onth|[Qq]uarter)[- ]end(?![a-z])")
THE_NTH = re.compile(rf"(?:the )?(?:(?P<from>\d\d?)(?:st|nd|rd|th)?{TO}(?:the )?(?=\d\d?(?:st|nd|rd|th)?(?: of)? (?:this|next|last) month))?(?P<d>{ORD}|{DAY}(?= of| (?:this|next|last) month))(?: day)?(?=(?: of)? (?:this|next|last|the (?:previous|next|current|same|coming)) month)|the (?P<d2>\d\d?(?:st|nd|rd|th))(?= *(?:$|[.,;!?)])| (?:at|to|and (?:the )?\d))|(?<=[Oo]n )(?P<d3>\d\d?(?:st|nd|rd|th))(?= *(?:$|[.,;!?)])| (?:at|to|-) )")
ENDED = re.compile(
    rf"(?=(?:[A-Za-z0-9]+[ -]){{0,3}}(?:week|month|quarter|half|year|period))(?:(?P<n>{N}|[Ff]iscal|[Ff]ull|[Tt]he)[ -])?(?:(?:current|coming|upcoming|latest|most recent) )?(?:fiscal )?(?P<u>week|month|quarter|half|year|period)s? (?:that |which )?(?:ended|ending|through|to)(?: on| in)?(?= {MONTH})"
)
WEEK_OF = re.compile(r"(?:[Ww]/c|[Ww]eek (?:of|beginning|starting|commencing))(?: on)?(?= )")
MONTH_TO = re.compile(rf"\s?[-–—/]\s?{MONTH}")
CLOCK = re.compile(
    r"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<mi>[0-5]\d))?(?: ?(?P<ap>[apAP])\.?[mM]\.?(?![a-z])|(?P<oc> o['’]clock))(?:[ ,]*\(?(?P<z>E[SD]?T|P[SD]?T|C[SD]?T|GMT|BST|UTC|KST|JST|HKT|CET|(?:[Ee]astern|local|New York|London|Pacific)(?: [Tt]ime)?)\)?(?![a-z]))?"
    r"|(?P<h2>[01]?\d|2[0-3]):(?P<mi2>[0-5]\d)(?::[0-5]\d)?(?![:\d])(?: ?(?P<z2>E[SD]?T|P[SD]?T|GMT|BST|UTC|KST|JST|HKT|CET))?|(?P<nm>[Nn]oon|[Mm]idnight|[Mm]idday)(?![a-z])"
)

VERSION = re.compile(r"(?<![a-z])(?:version|release|build|v)[:.]? ?$", re.I)
# What stands before and after a bare year, month or quarter and tells whether it is one.
COUNTED = re.compile(
    r"(?:[- ](?:GMT|UTC|points?|shares|people|employees|workers|jobs|stores|units|miles|vehicles|cars|companies|stocks|homes|barrels|tons?|pounds|dollars|euros|yen|won|feet|"
    r"meters|hours|days|times|countries|pieces|megawatts|level|mark|percent|million|billion|basis))(?![a-z])"
)
NAMED = re.compile(r"(?:Russell|Model|Boeing|Airbus|Nikkei|No\.|Section|Form|Route|Room|Suite|CSI|ISO|Class|\$|€|£|¥|#)[ ]?$")
IN_YEAR = re.compile(r"(?:\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|until|till|from|for|during|through|to|and|before|after|around|[Ee]arly|[Ll]ate|[Mm]id|back|than|year|year-end|-|–)[ -]|[(–-])$")
IN_MONTH = re.compile(r"(?:\b(?:[Ii]n|[Oo]f|[Ss]ince|[Bb]y|until|[Ff]rom|[Bb]etween|[Tt]hrough|[Dd]uring|[Ff]or|[Ll]ate|[Ee]arly|[Mm]id|and|to|[Ee]nded|ending|this|[Bb]efore|[Aa]fter|[Ll]ast|[Nn]ext|vs\.?|versus)|,|-|–|/)[ -]?$")
OF_MONTH = re.compile(r" (?:was|report|data|sales|figures|meeting|contract|futures|delivery|jobs|CPI|inflation|retail|through|to|from|\d)")

# The first word or two that any piece can begin with.
_SPANS = _UNIT
_FEW = "|".join(sorted((*(x for x in w.NUMBERS if len(x) > 2), "an? "), key=len, reverse=True))
_GATES = {
    "a": rf"utumn (?:of )?\d|pr(?:il)?(?![a-z])|ug(?:ust)?(?![a-z])|sh W|n? (?:{_SPANS}|couple|few)|couple of (?:{_SPANS})|few (?:{_SPANS})", "b": "eginning of|usiness week|oxing [Dd]|lack [Ff]|ack[- ]half",
    "c": "alendar [Ww]eek|urrent (?:summer|spring|fall|autumn|winter|fiscal|week|month|quarter|half|year|decade)|oming |lose of|ouple of|omparable year|hristmas|olumbus [Dd]|yber [Mm]", "d": r"ec(?:ember)?(?![a-z])|ay (?:after|before)",
    "e": r"arl(?:y|ier)|nd of|aster|ight|leven", "f": r"all (?:of )?\d|eb(?:ruary)?(?![a-z])|ri(?:day)?(?![a-z])|irst|ourt|our |ive |ew (?:" + _SPANS + r")|iscal|Y[ 2'’]|ollowing|ift|inal[- ]q|ull[- ]|ather's",
    "g": "ood [Ff]|roundhog", "h": r"[12](?!\w)|[12]['’ ]?(?:20\d|\d\d(?!\w))|alf|alloween", "i": rf"n (?:\d|the next|about|{_FEW})|ndependence [Dd]", "j": r"an(?:uary)?(?![a-z])|un(?:e|eteenth)?(?![a-z])|ul(?:y)?(?![a-z])",
    "l": "ast |ater? |atter half|abor [Dd]", "m": r"ar(?:ch)?(?![a-z])|ay(?![a-z])|on(?:day|th|ths)?(?![a-z])|id[- ]|iddle of|idnight|artin [Ll]|emorial [Dd]|LK [Dd]|lk [Dd]|other['’]s", "n": r"ov(?:ember)?(?![a-z])|ext |oon|in[et]|ew [Yy]ear",
    "o": r"ct(?:ober)?(?![a-z])|ne[ -]|vernight", "p": "ast |revious |rior |receding |eriod |residents", "q": r"[1-4]|uarter", "r": "est of|emainder of|emaining of",
    "s": r"(?:ummer|pring) (?:of )?\d|ep(?:t|tember)?(?![a-z])|at(?:urday)?(?![a-z])|un(?:day)?(?![a-z])|econd[- ]|ix|even|ame |everal (?:" + _SPANS + r")|tart of", "v": "eterans [Dd]|alentine",
    "t": rf"oday|mrw?(?![a-z])|ill date|omorrow|onight|ue(?:s|sday)?(?![a-z])|hu(?:r|rs|rsday)?(?![a-z])|hir[dt]|hree|wo[ -]|wel|en |enth|went|hanksgiving|urn of|his (?!is|was|has)|he (?:\d|current|coming|end|start|"
         rf"begin|middle|rest|remainder|close of|turn|day |same |year|comparable|prior|week|month|quarter|half|period|decade|early|late|mid|remaining|noughties|two thousands|(?:twen|thir|for|fif|six|seven|eigh|nine)t|{_WORDED})",
    "u": "pcoming ", "w": r"inter (?:of )?\d|eekend of|ed(?:nesday)?(?![a-z])|eeks? |ithin |/c ", "y": "ear|esterday",
}  # fmt: skip
_DIGITS = (
    rf"(?:1[3-9]|20|21)\d\d(?!\d)|(?:19|20)\d\d[01]\d[0-3]\d(?!\d)|\d{{1,2}}(?: of)? (?:this|next|last) month|\d{{1,3}}[ -](?:{_SPANS}|last |past |previous |prior |next |coming |upcoming |following |(?:{w.cased(w.DAY_NAMES)}))|\d{{1,2}}(?:st|nd|rd|th|[-/.:]\d| ?/ ?\d|[QqH]|0?['’]?s| ?[aApP]\.?[mM]| o['’]|[- ](?:quarter|half)"
    rf"|\.?(?:{TO})(?:the )?\d{{1,2}}|\.? ?[-/]?(?:of )?(?:{w.cased(n[:3] for n in w.MONTH_NAMES)}))"
)
_CAPITALS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|SUN|MON|TUE|WED|THU|FRI|SAT"
_HEADS = "|".join(f"[{c.upper()}{c}](?:{rest})" for c, rest in _GATES.items()) + f"|{_DIGITS}|(?:{_CAPITALS})|['’][0-9]"
SEED = f"(?<![A-Za-z0-9_])(?:{_HEADS})"
"""Where a piece may begin: what fails here needs no further look."""


EXAMPLES = (
    reads("en", "date", {"start": "2024-02-13", "grain": "day"}, "{Feb. 13, 2024}", "{February 13, 2024}", "{13 February 2024}", "{2024-02-13}", "{2/13/2024}", "{Tuesday, Feb. 13}"),
    reads("en", "date", {"start": "2024-03-01", "end": "2024-03-31", "grain": "month"}, "in {March 2024}", "{next month}"),
    reads("en", "date", {"start": "2023-10-01", "end": "2023-12-31", "grain": "quarter"}, "in the {December} quarter", "in the {December} period"),
    reads("en", "date", {"start": "2024-01-01", "end": "2024-01-31", "grain": "month"}, "a {January} quarter-point cut"),
    reads("en", "date", {"start": "2023-02-01", "end": "2024-01-31"}, "{the current fiscal year ending in January}"),
    ignores("en", "date", "the {overnight} rate"),
    reads("en", "date", {"start": "2024-02-29", "grain": "day"}, "{Feb. 29}: price index", "{Thursday, Feb. 29}: price index"),
    reads("en", "date", {"start": "2024-04-01", "end": "2024-06-30"}, "{second quarter of 2024}", "{Q2 2024}", "{2Q24}", "{second quarter of this year}"),
    reads("en", "date", {"start": "2025-01-01", "end": "2025-12-31", "fiscal": True}, "{FY2025} guidance", "{fiscal 2025} guidance", "{FY25} guidance"),
    reads("en", "date", {"start": "2023-01-01", "end": "2023-12-31", "deixis": "last_year"}, "{last year}", "{Last year’s} sales"),
    reads("en", "date", {"start": "2024-01-31"}, "{two weeks ago}", "{14 days ago}"),
    reads("en", "date", {"start": "2024-01-01", "end": "2024-02-14"}, "{year to date}", "{earlier this year}"),
    reads("en", "date", {"start": "1990-01-01", "end": "1999-12-31", "grain": "decade"}, "in the {1990s}", "in the {90s}"),
    reads("en", "date", {"start": "2024-03-20"}, "on {the 20th of next month}", "on {20 of next month}"),
    reads("en", "date", {"clock": "16:00:00", "zone": "America/New_York"}, "at {4 p.m. ET}", "at {4:00 p.m. ET}"),
    reads("en", "date", {"start": "2023-11-23"}, "before {Thanksgiving}"),
    reads("en", "date", {"start": "2014-01-01", "end": "2018-12-31"}, "in {2014-2018}", "the {2014-18} boom"),
    reads("en", "date", {"start": "2023-01-01", "end": "2023-12-31", "grain": "range"}, "in the {last four quarters}"),
    reads("en", "date", {"start": "2025-12-01", "end": "2025-12-31"}, "by {the end of 2025}", "at {the end of next year}"),
    reads("en", "date", {"start": "2023-10-01", "end": "2023-11-07"}, "from {10/1 to 11/7}"),
    reads("en", "date", {"start": "2019-01-22"}, "It closed on {22/Jan/2019}."),
    reads("en", "date", {"start": "2024-02-14", "deixis": "offset"}, "It opened {15 minutes ago}.", "It opened {2 hours ago}."),
    reads("en", "date", {"start": "2022-01-13"}, "It opened {2 years 1 month 1 day ago}."),
    reads("en", "date", {"start": "2024-02-04", "end": "2024-02-22"}, "from {4 to 22 this month}", "{the 4th to 22nd of this month}"),
    reads("en", "date", {"start": "2023-06-21", "end": "2023-09-22"}, "It rose {last summer}", "It rose in the {summer of 2023}"),
    reads("en", "date", {"start": "2023-07-03", "end": "2023-07-09", "grain": "week"}, "in {week 27 of last year}", "in {calendar week 27 of 2023}"),
    reads("en", "date", {"start": "2024-02-20"}, "It expires {third Tuesday}.", "It expires {the third Tuesday}."),
    reads("en", "date", {"start": "2024-02-29"}, "They meet on {29th}."),
    reads("en", "date", {"start": "2024-04-06"}, "It is due {next 6th of April}", "It is due {next April 6}"),
    reads("en", "date", {"start": "2024-07-01", "end": "2024-12-31", "grain": "half"}, "{2H24} guidance", "{2H 2024} guidance"),
    reads("en", "date", {"start": "2024-06-01", "end": "2024-06-30"}, "in {2024 June}"),
    reads("en", "date", {"start": "2024-02-19", "end": "2024-02-23"}, "It opens {next workweek}."),
    ignores("en", "date", "a {week 27} visit in the trial", "sales {fall 2023} points", "{2H2}O", "on {29th} Street", "its {third} straight Tuesday loss", "falls in {5 minutes} of trading"),
    ignores("en", "date", "the {2014-2018 points}", "traded at {1950-2000}", "from {1/2 to 3/4} of it"),
    ignores("en", "date", "up {1/2} point", "version {2.13.1}", "Version: {1.10.30}", "call {555-123-4567}", "a {2-for-1} split", "{Visa} rose", "won {3-1}"),
)
