"""English turns without a plain verb for a tie: nouns, owners, units sold, bidders, approvals, lists of customers."""

from __future__ import annotations

from wollet.story.frame import Frame, frame
from wollet.story.masking import ANY as N
from wollet.story.masking import NONE as X
from wollet.story.parts_en import ADJ, LINK, OF, SUBJECT, A, T

W = r"(?:\s[\w$€£&.,%'’-]+)"
TIE = r"(?:joint\sventure|venture|partnership|alliance|collaboration|tie-up|cooperation|pact|memorandum\sof\sunderstanding|MOU)"
PART = r"(?:unit|business(?:es)?|operations?|division|arm|subsidiary|subsidiaries|assets|brands?|plants?|factory|factories|stores|branches|portfolio|interests?)"
GRANT = r"(?:approv(?:es|ed|al)|clear(?:s|ed|ance)|authori[sz](?:es|ed|ation)|reject(?:s|ed|ion)|refus(?:es|ed|al)|den(?:ies|ied)|block(?:s|ed)|den(?:y|ial)|revers(?:es|ed))"
NO_SHARES = rf"(?!{OF}|\s(?:[\w-]+\s){{0,2}}(?:markets?|users?|platform|stores?|ecosystem|devices|computers?)\b|\s(?:shares?|stakes?|stock|bonds?|notes|executives?|officials?|analysts?)\b)"

AND = rf"(?P<a>{N})(?:\s\([^()]{{1,20}}\)){{0,2}}(?:\sand|,\sand|\s&){ADJ}\s(?P<t>{N})"

NOMINAL: tuple[Frame, ...] = (
    # takes over
    frame("acquires", rf"{A}{LINK}{W}{{0,4}}?\s(?:bidders?|suitors?)\sfor{ADJ}{W}{{0,4}}?\s{T}", "planned"),
    frame("acquires", rf"\b(?:bidders?|suitors?)\sfor{ADJ}{W}{{0,3}}?\s{T},?\s(?:include|includes|including|are)\s{A}", "planned"),
    frame("acquires", rf"{T},\s(?:which\s)?{A}\s(?:acquired|bought|took\sover|purchased)(?:\s(?:in|last|for|earlier|from)\b|,|\.)", "done"),
    frame("acquires", rf"{T}{OF}?{W}{{0,3}}?\s(?:acquisition|takeover|purchase|buyout)\sby{ADJ}\s{A}"),
    frame("acquires", rf"\b[Mm]erger(?:\s(?:deal|agreement|plan))?\s(?:between|of){W}{{0,3}}?\s(?P<a>{N})\s(?:and|with){W}{{0,2}}?\s(?P<t>{N})"),
    frame("acquires", rf"{AND}{LINK}\s(?:merg(?:e|ed|ing)|combin(?:e|ed|ing))\b"),
    frame("acquires", rf"{A}{OF}?{W}{{0,3}}?\smerger\swith{ADJ}\s{T}{NO_SHARES}"),
    frame("acquires", rf"{A}{OF}?{LINK}\s(?:agreement|deal|letter\sof\sintent|pact|talks|plans?|right|option|bid|offer){W}{{0,3}}?\s(?:to|of)\s(?:acquire|buy|purchase|take\sover|acquiring|buying)(?:\s(?!from\b|about\b)[a-z-]+){{0,5}}?\s{T}{NO_SHARES}"),
    frame("acquires", rf"{A}{LINK}\s(?:agreement|deal|pact)\swith\s{N}\sto\s(?:acquire|buy|purchase){W}{{0,7}}?\s{T}{NO_SHARES}"),
    frame("acquires", rf"{A}{LINK}{W}{{0,4}}?\s(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)){X}{{0,50}}?\ball\s(?:of\s)?(?:the\s)?(?:\w+\s){{0,2}}?(?:shares|stock|share\scapital)\s(?:of|in){ADJ}\s{T}"),
    frame("acquires", rf"\b(?:sell(?:s|ing)?|sold|sale\sof|divest(?:ed|s)?|spin\soff)(?:\s(?:its|the|all\sof|their)){{0,2}}{ADJ}\s{T}(?:\s{PART})?(?:,[^,]{{2,90}},)?\sto{ADJ}\s{A}(?!{OF})"),
    frame("acquires", rf"{A}{LINK}{W}{{0,5}}?\smerger\sagreement\swith{ADJ}\s{T}(?!,?\s(?:pursuant|under\swhich))"),
    frame("acquires", rf"{SUBJECT}(?!{OF}){X}{{0,120}}?\b(?:deal|agreement|offer|bid|plans?)\s(?:of\s{X}{{1,20}}\s)?to\s(?:buy|acquire|purchase|take\sover){ADJ}\s{T}{NO_SHARES}"),
    frame("acquires", rf"{A}{LINK}\sbid(?:s|ding)?\s(?:an?\s\w+\s)?[$€£][\d.,]+(?:\s\w+)?\sfor{ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("acquires", rf"{SUBJECT}(?!{OF}){X}{{0,30}}?\b(?:move|go|press|push)(?:es|s|ed)?\s(?:ahead|forward|on)\swith{W}{{0,7}}?\s(?:acquisition|takeover|purchase|buyout|merger)\s(?:of|with){ADJ}\s{T}{NO_SHARES}", "planned"),
    frame("acquires", rf"{SUBJECT}(?!{OF}){X}{{0,80}}?\b(?:its|an?|their)(?:\s[\w$.,-]+){{0,4}}?\s(?:bid|offer)\sfor{ADJ}\s{T}{NO_SHARES}", "planned"),
    # holds a part of
    frame("invests", rf"\b(?:sell(?:s|ing)?|sold|sale\sof|transfer(?:s|red)?){W}{{1,7}}?\s(?:stakes?|shares|interests?|holdings?)\s(?:in|of){ADJ}\s{T}{W}{{0,4}}?\sto{ADJ}\s{A}(?!{OF})"),
    frame("invests", rf"{T}{LINK}{W}{{0,5}}?\s(?:sell(?:s|ing)?|sold|sale\sof|issu(?:e|es|ed)|plac(?:e|ed)){W}{{0,5}}?\s(?:new\sshares|shares\sof\sits|its\s(?:common|preferred|own)\s(?:stock|shares)|newly\sissued){X}{{0,70}}?\sto\s{A}(?!{OF})"),
    frame("invests", rf"{A},\s(?:the|an?)\s(?:[\w-]+\s){{0,5}}?(?:that|which|who)\s(?:owns?|holds?|controls?|has)\s(?:an?\s)?{W}{{0,4}}?\s?(?:stake\sin|of|interest\sin){ADJ}\s{T}(?!{OF})", "done"),
    frame("invests", rf"{A}{LINK}{W}{{0,5}}?\s(?:spin(?:s|ning)?\s?off|spinoff|spun\s?off|list|float|sell(?:ing)?|divest)(?:\s(?:all|all\sor|or|part|some|a\spart|a\sstake)(?:\sof)?){{0,4}}?\sits\s{T}(?!{OF})", "done"),
    frame("invests", rf"{A}{LINK}\s(?:owns?|owned|controls?|controlled|runs){ADJ}\s{T}{NO_SHARES}", "done"),
    frame("invests", rf"{A}{LINK}\s(?:owns?|owned|holds?|held|has|controls?|acquired?|bought|buys?|purchased?|sold|sells?|raised|increased)\s(?:about\s|roughly\s|nearly\s|more\sthan\s|over\s|around\s|almost\s|at\sleast\s|some\s|up\sto\s|an\sadditional\s|a\sfurther\s)?[\d.,]+(?:%|\spercent|\spct|\sper\scent|\spc)?\s(?:of\s(?:the\s)?(?:shares|stock|outstanding\s\w+|common\sstock|(?:\w+\s)?share\scapital)\s)?(?:(?:common\s|ordinary\s|voting\s|class\s\w\s)?(?:shares|stake|interest|stock)\s)?(?:of|in){ADJ}\s{T}(?!{OF}|\s(?:products?|chips?|phones?)\b)"),
    frame("invests", rf"{A}{LINK}\s(?:trim(?:s|med)?|cut|cuts|rais(?:es|ed)|reduc(?:es|ed)|boost(?:s|ed)|increas(?:es|ed)|sold|sells?|add(?:s|ed)\sto|slash(?:es|ed)|halv(?:es|ed)|exit(?:s|ed)|built|kept|hold|holds|held|did\s(?:trim|cut|sell))\s(?:its|their|his|the|an?|most\sof\sits|all\sof\sits|half\sof\sits){W}{{0,3}}?\s{T}\s(?:stake|holdings?|position|shares|investment)\b"),
    frame("invests", rf"{A}{OF}{W}{{0,2}}?\s{T}\s(?:stake|holding|position|investment)\b"),
    frame("invests", rf"(?P<t>{N}){OF}?(?:\s[\w-]+){{0,2}}?[\s-](?:parent|owner)(?:\s(?:company|group))?,?\s{A}", "done"),
    frame("invests", rf"{A}-owned(?:\s[\w-]+){{0,3}}?\s(?P<t>{N})", "done"),
    frame("invests", rf"{T}{LINK}\s(?:is\s|was\s)?(?:[\w%.-]+\s){{0,2}}?(?:owned|held|controlled|backed)(?:\s[\w%.-]+){{0,3}}?\sby{ADJ}\s{A}(?!{OF})", "done"),
    frame("invests", rf"{T},\s(?:an?|the)(?:\s[\w-]+){{1,6}}?\s(?:backed|owned|controlled|funded|financed)\sby{ADJ}\s{A}(?!{OF})", "done"),
    frame("invests", rf"{A}{LINK}\s(?:owns?|owned|holds?|held|controls?|bought|acquired)\s(?:an?\s(?:third|quarter|fifth|tenth|half)|half|most|all|part|much|the\srest)\sof{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{T}{LINK}\s(?:an?|the)(?:\s[\w%-]+){{0,4}}?\s(?:unit|subsidiary|affiliate|division|arm)\sof{ADJ}\s(?P<a>{N})(?!{OF})", "done"),
    frame("invests", rf"{A}{OF}?\s{T}\s(?:unit|subsidiary|arm|division)\b", "done"),
    frame("invests", rf"{A}{OF}?(?:\s[\w-]+){{0,2}}?\s(?:subsidiary|subsidiaries|affiliate),?\s{T}", "done"),
    frame("invests", rf"{T},\s(?:an?|the)(?:\s[\w-]+){{0,5}}?\s{A}{OF}\s(?:subsidiary|unit|affiliate|arm|division)\b", "done"),
    frame("invests", rf"\b(?:stake|shares|interest){W}{{0,4}}?\sin{ADJ}\s{T}\s(?:held|owned|bought|sold)\sby{ADJ}\s{A}(?!{OF})"),
    frame("invests", rf"{T}(?:,\swhose|{OF})(?:\s[\w-]+){{0,3}}?\s(?:investors|backers|shareholders|owners),?\s(?:include|includes|including|such\sas|are)\s{A}", "done"),
    frame("invests", rf"\b(?:investors|backers)\s(?:in|of){ADJ}\s{T},?\s(?:include|including|such\sas|are)\s{A}", "done"),
    frame("invests", rf"{T}{LINK}\s(?:rais(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|received|got){W}{{0,6}}?\s(?:million|billion|funding|investment|capital|money|financing|round)(?:\s(?!contract|order)[\w-]+){{0,5}}?\s(?:from|led\sby)\s(?:[a-z-]+\s){{0,6}}?(?:including\s|such\sas\s|led\sby\s)?{A}(?!{OF}\s(?:chief|CEO))"),
    # sells a part of its business: the buyer buys from the seller
    frame("buys", rf"{T}{LINK}\s(?:sold|sells?|selling|sale\sof|divest(?:s|ed|ing)?|offload(?:s|ed|ing)?|hand(?:s|ed)?\s(?:over|control\sof)|transfer(?:s|red)?){W}{{0,9}}?\s{PART}{W}{{0,6}}?\sto{ADJ}\s{A}(?!{OF})"),
    frame("buys", rf"{T}{LINK}\s(?:completed|completes|finali[sz]ed|closed|announced|agreed\sto|said){W}{{0,3}}?\ssale\sof{W}{{1,10}}?\sto{ADJ}\s{A}(?!{OF})"),
    frame("buys", rf"{A}{LINK}\s(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|tak(?:es?|ing)\sover){ADJ}\s{T}{OF}{W}{{0,5}}?\s{PART}\b"),
    frame("buys", rf"{A}{LINK}(?:\s(?:an?|its|the))?(?:\s[\w$€£.,-]+){{0,4}}?\s(?:deal|agreement)\s(?:for|to\s(?:buy|acquire|take\sover))(?:\sthe)?\s{T}{OF}{W}{{0,5}}?\s{PART}\b", "agreed"),
    frame("buys", rf"{SUBJECT}{LINK}\s(?:us(?:es|ed|ing|e)|buy(?:s|ing)?|bought|order(?:s|ed|ing)?|deploy(?:s|ed|ing)?|adopt(?:s|ed|ing)?|run(?:s|ning)?\son|rel(?:y|ies|ied)\s(?:up)?on)(?:\s(?!(?:and|but|as|while|when|before|after|because|since|if|than|that)\b)[\w$€£&.,%'’-]+){{0,4}}?\s{T}(?:{OF})?(?:\s(?!in\b|for\b|as\b|to\b|at\b|on\b|by\b|and\b)[\w-]+){{0,2}}?\s(?:chips?|processors?|GPUs?|gpus?|software|cloud|engines?|batter(?:y|ies)|models?|servers?|accelerators?|systems?|technology|equipment|semiconductors?|aircraft|jets?|planes?)\b"),
    frame("buys", rf"{A}{LINK}\s(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|tak(?:es?|ing)\sover)(?:\s[\w-]+){{1,5}}?\s{PART}\s(?:of|from){ADJ}\s{T}(?!{OF})"),
    frame("buys", rf"{A}{LINK}(?:\s[\w-]+){{0,3}}?\s(?:acquisition|purchase|takeover)\sof\s(?:the\s)?(?:[\w-]+\s){{1,4}}?{PART}\sof{ADJ}\s{T}(?!{OF})"),
    frame("buys", rf"{A}{OF}?{LINK}(?:\s[\w$€£.-]+){{0,3}}?\s(?:bid|offer|plans?|agreement|deal)\sto\s(?:buy|acquire|take\sover){ADJ}\s{T}{OF}{W}{{0,4}}?\s{PART}\b"),
    # supplies
    frame("supplies", rf"{T}{OF}{W}{{0,4}}?\s(?:is|are|was|were|will\sbe|being)\s(?:made|built|manufactured|produced|assembled|supplied|powered)\sby{ADJ}\s{A}(?!{OF})", "done"),
    frame("supplies", rf"{T}{OF}(?:\s[\w-]+){{0,3}}?\ssuppliers\s(?:are|include|is)(?:\s[\w-]+){{0,4}}?(?:,?\s(?:including|such\sas|like))?\s{A}", "done"),
    frame("supplies", rf"{T}{LINK}\s(?:account(?:s|ed|ing)?\sfor|generat(?:es|ed)|represent(?:s|ed)|make[s]?\sup|made\sup|contribut(?:es|ed)){W}{{1,6}}?\sof\s{A}{OF}{W}{{0,3}}?\s(?:revenues?|sales|orders|business)\b", "done"),
    frame("supplies", rf"{A}{LINK}\s(?:gets?|got|deriv(?:es|ed)|dr[ae]ws?|earn(?:s|ed)|generat(?:es|ed)|makes?){W}{{1,6}}?\s(?:revenues?|sales|income|business|orders)\sfrom{ADJ}\s{T}(?!{OF})", "done"),
    frame("supplies", rf"{A}{OF}{W}{{0,4}}?\s(?:suppl(?:y|ies)|deliver(?:y|ies)|shipments?|sales|exports?|orders)(?:\sof{W}{{1,4}}?)?\s(?:to|for|from){ADJ}\s{T}{NO_SHARES}"),
    frame("supplies", rf"{A},?\s(?:whose|with)(?:\s[\w-]+){{0,3}}?\s(?:customers|clients|buyers)\s(?:include|includes|including|such\sas|like|are)\s{T}", "done"),
    frame("supplies", rf"{A}{OF}?(?:\s[\w-]+){{0,2}}?\s(?:customer|client)s?,?\s(?:such\sas\s|like\s|including\s)?{T}{NO_SHARES}", "done"),
    frame("supplies", rf"{A}{LINK}(?:\s(?:an?|the|one\sof|among))?(?:\s[\w-]+){{0,4}}?\s(?:suppliers?|vendors?|contractors?)\s(?:to|for|of){ADJ}\s{T}{NO_SHARES}", "done"),
    frame("supplies", rf"{A}{LINK}\s(?:sign(?:s|ed|ing)?|struck|strikes?|reach(?:es|ed)?|won|wins?|secur(?:es|ed)|enter(?:s|ed)\sinto|announc(?:es|ed)|land(?:s|ed)|has|gets?|got){W}{{1,6}}?\s(?:contracts?|deal|agreement|orders?)\s(?:with|from){ADJ}\s{T}(?:,|\s)(?:to|for\sthe)\s(?:supply|provide|build|make|manufacture|produce)\b", "agreed"),
    frame("supplies", rf"{A}{LINK}\s(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|equip(?:s|ped|ping)?|furnish(?:es|ed)?|serv(?:e|es|ed|ing)){ADJ}\s{T}\s(?:with|under)\b"),
    frame("supplies", rf"{T}{LINK}\s(?:tapp?(?:ed|s)|hir(?:ed|es)|chose|chooses|pick(?:ed|s)|select(?:ed|s)){ADJ}\s{A}\s(?:to\s(?:supply|build|make|provide|produce|manufacture)\b|as\s(?:an?|its|the|their){W}{{0,3}}?\s(?:supplier|vendor|contractor|provider)\b)", "agreed"),
    # works with
    frame("partners", rf"{SUBJECT}{X}{{0,110}}?\b(?:through|via|under|in|for|from|of|with|to)\s(?:an?|its|their|the)(?:\s[\w-]+){{0,3}}?\s{TIE}\swith{ADJ}{W}{{0,3}}?\s{T}{NO_SHARES}"),
    frame("partners", rf"{A}{LINK}{W}{{1,10}}?\s(?:in\s(?:partnership|collaboration|cooperation|tandem|conjunction)|together|jointly|alongside)\swith{ADJ}\s{T}{NO_SHARES}"),
    frame("partners", rf"{AND}{LINK}\s(?:inks|signs|signed|struck|announced|unveiled|reached|sealed|agreed(?:\son)?|entered|inked|sign|strike|announce|ink)\s(?:into\s)?(?:an?\s|the\s|to\s)?{W}{{0,5}}?\s?(?:{TIE}|deal|agreement|cooperate|collaborate|work\stogether)\b(?!\s(?:to|that)\s(?:settle|end|resolve|ends|settles))"),
    frame("partners", rf"{A}{LINK}\s(?:{TIE}|agreement|deal|contract)\s(?:to|that|for)(?:\s[\w-]+){{1,6}}?\s(?:with|alongside){ADJ}\s{T}{NO_SHARES}"),
    frame("partners", rf"(?P<a>{N})[-–/](?P<t>{N})\s(?:{TIE}|tie-up|deal)\b"),
    frame("partners", rf"{A}{OF}?(?:\s[\w-]+){{0,2}}?\s(?:partners?|ally|allies),?\s(?:such\sas\s|like\s|including\s)?{T}{NO_SHARES}"),
    frame("partners", rf"(?P<a>{N})\sand\s(?P<t>{N})\s(?:partnership|alliance|tie-up|joint\sventure)\b"),
    frame("partners", rf"{TIE}(?:\s(?:agreement|deal|plan))?\sbetween{W}{{0,2}}?\s(?P<a>{N})\sand{W}{{0,2}}?\s(?P<t>{N})"),
    frame("partners", rf"{A}{LINK}\s(?:among)(?:\s[\w-]+){{1,4}}?\s(?:teaming\sup|working|partnering|collaborating)\swith{ADJ}\s{T}{NO_SHARES}"),
    # talks with
    frame("talks", rf"{A}{LINK}\s(?:negotiat(?:e|es|ed|ing)|talking|speaking|in\stouch)\swith{W}{{0,3}}?\s{T}{NO_SHARES}"),
    frame("talks", rf"{A}{OF}{W}{{0,4}}?\s(?:talks|negotiations|discussions)\swith{ADJ}\s{T}{NO_SHARES}"),
    frame("talks", rf"{AND}{LINK}\s(?:held|hold|resumed?|began|begin|ended?|broke\soff|in){W}{{0,4}}?\s(?:talks|negotiations|discussions)\b(?!\s(?:with|to\s(?:settle|buy|acquire|sell|raise|join|invest|resolve|end))\b)"),
    # competes with
    frame("competes", rf"{SUBJECT}{X}{{0,130}}?\b(?:its|their|the|a|an)(?:\s[\w-]+){{0,3}}?\s(?:competition|rivalry|battle|race|fight|contest)\s(?:against|with){ADJ}(?:\s[\w-]+){{0,2}}?\s{T}{NO_SHARES}"),
    frame("competes", rf"{A}(?:,\s(?:an?|the|both|all))?{LINK}(?:\s(?!in\b|by\b|with\b|for\b|on\b|after\b|over\b|from\b|\w+ing\b)[\w-]+){{0,5}}?\s(?:rivals?|alternatives?|competitors?|challengers?|answer)\s(?:to|of)\s{T}(?:{OF})?(?!\s(?:shares?|stock)\b)", "done"),
    frame("competes", rf"{SUBJECT}(?:\sand)?(?:\s(?:its|their|other|the))?(?:\s[\w-]+){{0,2}}?\s(?:rivals|competitors|peers\sand\srivals),?\s(?:such\sas|including|like|include)\s{T}", "done"),
    frame("competes", rf"{SUBJECT}{X}{{0,60}}?\b(?:behind|ahead\sof|over|than|from|against|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?\sbehind|outpac(?:e|es|ed|ing)|beat(?:s|en)?|outsold|overtook|overtake)\s(?:its\s|their\s)?(?:[\w-]+\s){{0,2}}?(?:rivals?|competitors?)\s{T}(?!{OF}\s(?:chief|CEO))", "done"),
    frame("competes", rf"{A}{LINK}\s(?:compet(?:e|es|ed|ing)(?:\s[\w-]+){{0,4}}?\s(?:with|against)|go(?:es|ing)?\sup\sagainst|tak(?:e|es|ing)\son|outs(?:ell|ells|old)){ADJ}(?:\s(?:the\slikes\sof|rivals?\ssuch\sas|companies\ssuch\sas|both|other|larger|companies\slike|players\slike|firms\slike)){{0,2}}\s{T}{NO_SHARES}", "done"),
    # sues
    frame("sues", rf"{T}(?:\s\([^()]{{1,20}}\)){{0,2}}{LINK}\s(?:slammed|hit|served|targeted)\s(?:by|with){W}{{1,8}}?\s(?:lawsuit|suit){W}{{0,6}}?\s(?:by|from){ADJ}\s{A}"),
    frame("sues", rf"{A}{LINK}\s(?:prosecut(?:es|ed)|su(?:es|ed|ing)){ADJ}\s{T}{NO_SHARES}"),
    frame("sues", rf"{A}{LINK}\s(?:settl(?:e|es|ed|ing)){W}{{0,8}}?\s(?:lawsuit|suit|litigation|dispute|case|claims?)(?:\s[\w-]+){{0,3}}?\s(?:with|against|by){ADJ}\s{T}{NO_SHARES}", "ended"),
    frame("sues", rf"{A}{OF}?(?:\s[\w-]+){{0,5}}?\s(?:lawsuit|suit|legal\s(?:battle|fight|dispute|action)|patent\s(?:case|dispute)|litigation|countersuit)\s(?:against|with){ADJ}\s{T}{NO_SHARES}"),
    frame("sues", rf"{A}{LINK}\s(?:countersu(?:e|es|ed|ing)|fil(?:e|es|ed|ing)|lodg(?:e|es|ed)|bring|brought){W}{{0,6}}?\s(?:lawsuit|suit|complaint|action|claim|petition)?{W}{{0,3}}?\sagainst{ADJ}\s{T}{NO_SHARES}"),
    frame("sues", rf"{T}{LINK}\s(?:faces?|faced|facing|defend(?:s|ed|ing)|lost|los(?:es|ing)){W}{{0,5}}?\s(?:lawsuit|suit|complaint|case|claim)s?(?:\s[\w-]+){{0,4}}?\s(?:from|by|brought\sby|filed\sby|against){ADJ}\s{A}(?!{OF})"),
    frame("sues", rf"{A}{LINK}\s(?:accus(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)\sthat)\s{T}\s(?:of\s)?(?:infring|steal|stole|cop(?:y|ied)|violat|breach|misappropriat)\w*"),
    # regulates
    frame("regulates", rf"{A}{X}{{0,80}}?\b(?:block(?:ed|s|ing)?|stop(?:ped|s|ping)?|halt(?:ed|s|ing)?)(?:\s(?!and\b|but\b)[\w$€£.,’'-]+){{0,7}}?\s(?P<t>{N}(?:(?:{OF}(?:\s[\w$.,-]+){{1,5}}?\sof|\sand|\sfrom\s\w+(?:\srival)?)\s{N})?)", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:look(?:s|ed|ing)?\sinto|examin(?:e|es|ed|ing)|prob(?:e|es|ed|ing)|investigat(?:e|es|ed|ing)|review(?:s|ed|ing)?){W}{{1,6}}?\s{T}", officials=True),
    frame("regulates", rf"{T}{LINK}\s(?:receiv(?:e|es|ed|ing)|won|wins?|got|gets?|secur(?:e|es|ed|ing)|gain(?:s|ed)?|obtain(?:s|ed)?|seek(?:s|ing)?|sought|await(?:s|ing)?|needs?){W}{{0,7}}?\s(?:approval|clearance|authori[sz]ation|licen[cs]es?|permission|nod|go-ahead|green\slight|permit|blessing)s?(?:\s[\w-]+){{0,4}}?\s(?:from|by|of){ADJ}\s{A}", officials=True),
    frame("regulates", rf"{T}{LINK}\s(?:receiv(?:e|es|ed|ing)|won|wins?|got|gets?|secur(?:e|es|ed|ing)|gain(?:s|ed)?|obtain(?:s|ed)?|seek(?:s|ing)?|sought|await(?:s|ing)?|needs?)\s(?:the\s)?{A}{OF}?\s(?:\w+\s)?(?:approval|clearance|authori[sz]ation|licen[cs]es?|permission|nod|go-ahead)\b", officials=True),
    frame("regulates", rf"{A}{OF}?{W}{{0,3}}?\s(?:approval|clearance|rejection|review|investigation|probe|inquiry|lawsuit|case|fine|decision|ruling|order|crackdown|antitrust\s\w+)\s(?:of|into|against|on|over|for){ADJ}\s{T}", officials=True),
    frame("regulates", rf"{T}(?!{OF}){X}{{0,90}}?\b(?:after|as|because|when|since|that)\s(?:the\s|an?\s)?(?:[\w.]+\s){{0,2}}?{A}\s(?:has\s|had\s)?(?:{GRANT}|fined|sued|ordered|approved|opened|launched|halted|delayed|banned|accepted)\b(?!\sto\s)", officials=True),
    frame("regulates", rf"{A}\s(?:has\s|had\s)?(?:{GRANT})(?:\s[\w’'-]+){{1,9}}?\s(?:on|of|for|from|by|in)\s(?:the\s)?{T}{OF}", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:sanction(?:s|ed)?|blacklist(?:s|ed)?|bann?(?:s|ed|ing)|barr(?:s|ed|ing)|restrict(?:s|ed)?|cit(?:es|ed)|reprimand(?:s|ed)|licen[cs](?:es|ed)|notif(?:ies|ied)){ADJ}\s{T}", officials=True),
    frame("regulates", rf"{T}{LINK}\s(?:fin(?:e|es|ed)|penalt(?:y|ies)|settle(?:ment|d|s)|agreement|warning|subpoena|letter|notice|charges){W}{{0,7}}?\s(?:with|from|by){ADJ}\s{A}", officials=True),
    frame("regulates", rf"{T}{LINK}\s(?:pay|pays|paid|paying)(?:\s[\w$€£.,]+){{1,6}}?\sto{ADJ}\s{A}", officials=True),
    frame("regulates", rf"{T}{LINK}\s(?:settled|settles|settle|agreed\sto\spay){W}{{0,9}}?\s(?:with|by|from){ADJ}\s{A}", officials=True),
)  # fmt: skip
