"""Further English turns for ties between players: approaches given up, money put in, courts, appositions, mutual verbs."""

from __future__ import annotations

from wollet.story.frame import Frame, frame
from wollet.story.masking import ANY as N
from wollet.story.masking import NONE as X
from wollet.story.parts_en import ADJ, LINK, MONEY, OF, STAKE, SUBJECT, A, T

APPROACH = r"(?:approach(?:es)?|bids?|offers?|proposals?|merger|takeover|acquisition|purchase|pursuit|buyout)"
DROPPED = r"(?:walked\saway\sfrom|walks\saway\sfrom|abandon(?:s|ed|ing)?|drop(?:s|ped|ping)?|call(?:s|ed|ing)?\soff|scrap(?:s|ped|ping)?|withdr(?:ew|aws|awn|awing)|pull(?:s|ed|ing)?\sout\sof|shelv(?:es|ed|ing)|gave\sup|ended|ends|terminat(?:es|ed|ing))"
TIE = r"(?:venture|partnership|alliance|collaboration|tie-up|cooperation|pact|agreement)"
WORDS = r"(?:\s[\w$€£&.'’-]+)"
AND = rf"(?P<a>{N})(?:\sand|,\sand|\s&)\s(?P<t>{N})"
TO_T = rf"\s(?:to|for|of|with){ADJ}\s{T}"

FURTHER: tuple[Frame, ...] = (
    # takes over
    frame("acquires", rf"{A}{LINK}\s{DROPPED}\s(?:its|the|an?|their){WORDS}{{0,4}}?\s{APPROACH}{TO_T}", "ended"),
    frame("acquires", rf"{A}{LINK}\s(?:pa(?:y|ys|id|ying)|spen[dt](?:s|ing)?){MONEY}(?:\sin\s(?:cash|stock))?\s(?:for|on\sbuying){ADJ}\s{T}(?!{OF}|\s\w+s\b|\s(?:stock|chip|equipment|software))"),
    frame("acquires", rf"{A}{LINK}\s(?:finish(?:es|ed|ing)?|complet(?:e|es|ed|ing)|clos(?:e|es|ed|ing))\s(?:buying|acquiring|the\spurchase\sof|its\spurchase\sof){ADJ}\s{T}(?!{OF})", "done"),
    frame("acquires", rf"{A}{LINK}\s(?:bid(?:s|ding)?|(?:made|makes|making|lodged|submitted|tabled){WORDS}{{1,4}}?\s(?:bid|offer|proposal))\s(?:for|to\s(?:buy|acquire)){ADJ}\s{T}(?!{OF})", "planned"),
    frame("acquires", rf"{A}{LINK}\s(?:win(?:s|ning)?|won|secured?|gained?)\s(?:control|ownership)\sof{ADJ}\s{T}(?!{OF})"),
    frame("acquires", rf"{A}{LINK}\s(?:snap(?:s|ped|ping)?\sup|swallow(?:s|ed|ing)?(?:\sup)?|absorb(?:s|ed|ing)?){ADJ}\s{T}(?!{OF}|\s(?:shares?|stock))"),
    frame("acquires", rf"{T}{LINK}\s(?:being\s)?(?:sold|handed|passed)\sto{ADJ}\s{A}(?!{OF})"),
    frame("acquires", rf"\b(?:clos(?:e|es|ed|ing)|complet(?:e|es|ed|ing)|block|stop){X}{{0,30}}?\s{A}{OF}{WORDS}{{0,3}}?\s(?:purchase|takeover|acquisition)\sof{ADJ}\s{T}"),
    frame("acquires", rf"{A}\sfrom\s(?:closing|completing|buying|acquiring)(?:\s(?:its|the)\s(?:purchase|takeover|acquisition)\sof)?{ADJ}\s{T}", "planned"),
    frame("acquires", rf"{T}{LINK}\s(?:become|became|becomes)?\s?part\sof{ADJ}\s{A}(?!{OF})", "done"),
    frame("acquires", rf"{SUBJECT}(?!{OF}){X}{{0,140}}?\bits(?:\s[\w$.-]+){{0,4}}?\s(?:purchase|takeover|acquisition|buyout)\sof{ADJ}\s{T}(?!{OF})"),
    frame("acquires", rf"{SUBJECT}{X}{{0,40}}?\b(?:nearing|closing\sin\son|considering|exploring|weighing|pursuing|announced|completed|finali[sz]ing|finali[sz]ed|close\sto)\s(?:an?|the)(?:\s[\w$.-]+){{0,3}}?\s(?:purchase|takeover|acquisition|buyout)\sof{ADJ}\s{T}(?!{OF})"),
    frame("acquires", rf"{A}{X}{{0,80}}?\bto\s(?:help\s)?(?:finance|fund|pay\sfor)\s(?:its\s|the\s)?(?:[\w$.-]+\s){{0,3}}?{T}\s(?:acquisition|takeover|purchase|deal|buyout)\b", "agreed"),
    frame("acquires", rf"{A}{OF}(?:\s[\w$.-]+){{0,3}}?\s(?:plans?|bid|offer|agreement|deal|attempt|move)\sto\s(?:acquire|buy|take\sover|purchase){ADJ}\s{T}(?!{OF}|\s(?:shares?|stock))"),
    frame("acquires", rf"{T}{LINK}\s(?:reject(?:s|ed|ing)?|rebuff(?:s|ed)?|spurn(?:s|ed)?|turn(?:s|ed)\sdown|receiv(?:es|ed)|accept(?:s|ed)?|recommend(?:s|ed)?|back(?:s|ed))\s(?:an?|the){WORDS}{{0,9}}?\s(?:bid|offer|takeover|approach|proposal)\s(?:by|from){ADJ}\s{A}(?!{OF})", "planned"),
    frame("acquires", rf"{A}{LINK}\s(?:nears?|nearing|reach(?:es|ed)|strikes|struck|signs?|signed|inks|clinch(?:es|ed)){MONEY}\s(?:[a-z]+\s){{0,2}}?deal\sfor{ADJ}\s{T}(?!{OF})"),
    frame("acquires", rf"{SUBJECT}(?!{OF}){X}{{0,130}}?\b{T},\s(?:an?|the)(?:\s[\w-]+){{0,3}}?\s(?:that\s)?it\s(?:had\s|has\s)?(?:acquired|bought|purchased)\b", "done"),
    frame("acquires", rf"{A}{LINK}\sbid(?:s|ding)?\s[$€£]?[\d.,]+(?:\s[a-z]+){{0,3}}?\sfor{ADJ}\s{T}(?!{OF})", "planned"),
    # holds a part of
    frame("invests", rf"{SUBJECT}(?!{OF}){X}{{0,50}}?\bits(?:\s[\w$.%-]+){{0,4}}?\s(?:stake|investment|holding|position)\sin{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{T},\sin\swhich\s{A}\s(?:owns?|holds?|has|took|bought)\s(?:an?\s|about\s|its\s)?{X}{{0,25}}?\b(?:stake|interest|shares|holding)"),
    frame("invests", rf"{A}{LINK}\s(?:built|build|amass(?:ed)?|accumulated|taken){WORDS}{{0,3}}?\s(?:stake|position|holding){WORDS}{{0,6}}?\sin{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}{LINK}\s(?:put(?:s|ting)?|pour(?:s|ed|ing)?|pump(?:s|ed|ing)?|inject(?:s|ed|ing)?|s[aiu]nk(?:s|ing)?|plough(?:s|ed|ing)?|plow(?:s|ed|ing)?|commit(?:s|ted|ting)?){MONEY}{WORDS}{{0,3}}?\s(?:in|into|to){ADJ}\s{T}(?!{OF}\s)"),
    frame("invests", rf"{A}{LINK}\sinvest(?:s|ed|ing)?{MONEY}\s(?:for|to\s(?:acquire|buy|take|gain))\s{STAKE}{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}{LINK}\s(?:consider(?:s|ing|ed)?|weigh(?:s|ing|ed)?|mak(?:e|es|ing)|made|announc(?:e|es|ed|ing)|plan(?:s|ning|ned)?|explor(?:e|es|ing)|double(?:s|d)){WORDS}{{0,6}}?\s(?:investment|stake)\sin{ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}{LINK}\s(?:led|leads|leading|joined|joins|joining|took\spart\sin|backed|anchored){WORDS}{{0,6}}?\s(?:round|funding|financing|fundraising)\s(?:in|into|of|for|by|at){ADJ}\s{T}(?!{OF})"),
    frame("invests", rf"{A}{LINK}\s(?:backs?|backed|backing){ADJ}\s{T}(?!{OF})", "done"),
    frame("invests", rf"{T},\s{A}{OF}{WORDS}{{0,3}}?\s(?:subsidiary|unit|arm|affiliate)\b", "done"),
    frame("invests", rf"{A},\s(?:the\s)?{T}{OF}{WORDS}{{0,3}}?\s(?:parent|owner|(?:largest|biggest|top|main|controlling)\s(?:share|stock)holder|backer|investor)\b", "done"),
    frame("invests", rf"{A},\s(?:(?:the|an?)\s)?(?:(?!(?:is|was|are|has|had|will|said|says|[a-z]+ing)\b)[\w-]+\s){{0,3}}?(?:owner|parent(?:\scompany)?|(?:share|stock)holder|backer)\s(?:of|in){ADJ}\s{T}", "done"),
    frame("invests", rf"{T},\s(?:both\s|all\s)?(?:units|subsidiaries|affiliates)\sof{ADJ}\s(?P<a>{N})(?!{OF})", "done"),
    # supplies and buys
    frame("supplies", rf"{A},\s{T}{OF}{WORDS}{{0,4}}?\s(?:supplier|contract\smanufacturer|foundry|vendor|assembler)\b", "done"),
    frame("supplies", rf"{T},\s{A}{OF}{WORDS}{{0,4}}?\s(?:customer|client|buyer)\b", "done"),
    frame("supplies", rf"{A}{LINK}\s(?:signed|landed|won|wins|lands|signs|added|adds|secured|lined\sup|lines\sup){ADJ}\s{T}\sas\s(?:an?|its|the)(?:\s[\w-]+){{0,3}}?\s(?:customer|client|buyer)", "agreed"),
    frame("buys", rf"{A}{LINK}\s(?:gets?|got|draws?|obtain(?:s|ed|ing)?|procur(?:e|es|ed|ing))(?:\s(?!revenue|sales|income|profit|support|approval|permission|help|boost)[\w$€£&.'’-]+){{1,5}}?\sfrom{ADJ}\s{T}(?!{OF})"),
    frame("supplies", rf"{T}{LINK}\s(?:placed|places|place|placing|awarded|awards|handed|gave|gives){WORDS}{{1,6}}?\s(?:orders?|contracts?|business)\s(?:with|to){ADJ}\s{A}(?!{OF})", "agreed"),
    frame("supplies", rf"{T}{LINK}\s(?:awarded|handed|gave|picked|chose|selected|tapped|named){ADJ}\s{A}\s(?:an?|the|as\s(?:an?|its|the)|to\s(?:supply|build|make|provide)){WORDS}{{0,5}}?\s?(?:contract|order|supplier|vendor|deal|chips?|batteries|engines?|equipment)\b", "agreed"),
    frame("supplies", rf"\b(?:contract|order|deal)\s(?:from|with){ADJ}\s{T}\s(?:to|for)\s{A}", "agreed"),
    frame("supplies", rf"{A}{OF}{WORDS}{{1,4}}?\s(?:goes|go|went)\sinto\s{T}{OF}", "done"),
    frame("buys", rf"{A}{LINK}\s(?:depend(?:s|ed|ing|ent)?|rel(?:y|ies|ied|ying|iant))\s(?:heavily\s|largely\s|entirely\s|solely\s)?(?:up)?on{ADJ}\s{T}\s(?:for|to\s(?:make|build|supply|produce))\b"),
    frame("buys", rf"{A}{LINK}\s(?:turn(?:s|ed|ing)?|switch(?:es|ed|ing)?|mov(?:es|ed|ing))\sto{ADJ}\s{T}\s(?:for|as\s(?:a|its)\s(?:\w+\s)?supplier)\b"),
    frame("supplies", rf"{A},\s(?:an?|the)(?:\s[\w-]+){{0,4}}?\s(?:suppliers?|makers?|providers?)\sof{WORDS}{{1,6}}?\s(?:to|for){ADJ}\s{T}(?!{OF}|\s(?:[\w-]+\s){{0,2}}(?:markets?|users?|platform|stores?)\b)", "done"),
    frame("supplies", rf"{T}{LINK}\s(?:placed|awarded|awards|handed|gave){WORDS}{{1,6}}?\s(?:orders?|contracts?|business)(?:\sfor{WORDS}{{1,6}}?)\s(?:with|to){ADJ}\s{A}(?!{OF})", "agreed"),
    frame("supplies", rf"{A}(?:{OF}(?:\s[\w-]+){{1,3}}?)?{LINK}\s(?:makes?|produces?|manufactur(?:es?|ed|ing)|assembl(?:es?|ed|ing)|buil(?:ds?|t))(?:\s(?:most|all|many|some)\sof|\sthe\s(?:bulk|majority)\sof)?\s{T}{OF}{WORDS}{{0,4}}?\s(?:chips?|processors?|phones?|devices|products|batteries|engines?|servers|GPUs?|accelerators|semiconductors?|components|parts|drugs?|vaccines?|medicines?|(?:[\w-]+\s){{1,2}}?drug)\b"),
    frame("supplies", rf"{A}{LINK}\s(?:the\s)?(?:[\w-]+\s){{0,2}}?(?:manufacturer|maker|supplier|foundry)\s(?:behind|of)\s{T}{OF}", "done"),
    frame("supplies", rf"{T},\s(?:an?|the|one\sof|among|all|both)(?:\s(?!rival|competitor)[\w-]+){{0,4}}?\s?(?:customers?|clients?)\sof{ADJ}\s{A}(?!{OF})", "done"),
    frame("supplies", rf"\bthat\s{A}\s(?:makes?|made|designed|designs|builds?|built|produces?|supplies|supplied)\sfor\s{T}", "done"),
    # works with
    frame("partners", rf"{SUBJECT}(?!{OF}){X}{{0,50}}?\bits(?:\s[\w$.-]+){{0,4}}?\s{TIE}\swith{ADJ}\s{T}(?!{OF}\s(?:chief|CEO|shares?|stock))"),
    frame("partners", rf"{A}{OF}{WORDS}{{0,4}}?\s{TIE}\swith{ADJ}\s{T}(?!{OF}\s(?:chief|CEO|shares?|stock))"),
    frame("partners", rf"{AND}{LINK}\s(?:part(?:ed|ing)?\sways|(?:winding\s(?:up|down)|dissol(?:ve|ves|ved|ving)|unwind(?:ing)?|unwound|end(?:s|ed|ing)?|scrap(?:ped|ping)?|dropp(?:ed|ing)|dismantl(?:ed|ing)){WORDS}{{0,6}}?\s{TIE})", "ended"),
    frame("partners", rf"{A}{LINK}\s(?:winding\s(?:up|down)|dissol(?:ve|ves|ved|ving)|end(?:s|ed|ing)?|exit(?:s|ed|ing)?|quit(?:s|ting)?|leav(?:es|ing)|left){WORDS}{{0,5}}?\s{TIE}\swith{ADJ}\s{T}", "ended"),
    frame("partners", rf"{A}{LINK}\s(?:co-?develop(?:s|ed|ing)?|link(?:s|ed|ing)?\sup|ally|allied|allies|cooperat(?:e|es|ed|ing)|pair(?:s|ed|ing)?(?:\sup)?)\swith{ADJ}\s{T}(?!{OF}\s(?:chief|CEO|shares?|stock))"),
    frame("partners", rf"{AND}{LINK}\s(?:co-?develop(?:s|ed|ing)?|cooperat(?:e|ing|ed)|work(?:ed|ing)?\s(?:together|side\sby\sside)|(?:buil[dt]|building|ma[dk]e|making|develop(?:ed|ing)?|design(?:ed|ing)?){WORDS}{{0,5}}?\stogether|share\s(?:a|their)\s\w+|(?:set\sup|launch(?:ed|ing)?|creat(?:e|ed|ing)|start(?:ed|ing)?){WORDS}{{1,5}}?\s(?:fund|venture|consortium|alliance|partnership)|own{WORDS}{{0,5}}?\stogether)\b"),
    # talks with
    frame("talks", rf"\b[Tt]alks\s(?:between|of)(?:\s[\w-]+){{0,2}}?\s(?P<a>{N})\s(?:and|with)(?:\s[\w-]+){{0,2}}?\s(?P<t>{N})"),
    frame("talks", rf"{A}{LINK}\s(?:met|meets?|meeting|held\s(?:a\s)?(?:talks|meeting|meetings))\swith(?:\s(?:the\s)?(?:management|executives|leaders|officials|board|chief\sexecutive)\sof|\s(?:executives|officials)\s(?:from|of|at))?{ADJ}\s{T}(?!{OF}\s(?:shares?|stock))"),
    frame("talks", rf"{A}{LINK}\s(?:approached|sounded\sout){ADJ}\s{T}\s(?:about|over|with|on|to|regarding)\b"),
    # competes with
    frame("competes", rf"{A}{LINK}\s(?:lo(?:ses|st|sing)|shed(?:s|ding)?){WORDS}{{0,3}}?\s(?:riders|users|customers|buyers|drivers|subscribers|orders|patients|viewers|advertisers|shoppers|clients|travel(?:l)?ers|readers|passengers|sales)\sto(?:\srivals?)?{ADJ}\s{T}(?!{OF}\s(?:shares?|stock))", "done"),
    frame("competes", rf"{AND}{LINK}\s(?:(?:both\s)?(?:compet(?:e|es|ed|ing)|fight(?:s|ing)?|fought|battl(?:e|es|ed|ing)|vy(?:ing)|vie(?:d)?|jostl(?:e|ing)|spar(?:ring)?|rac(?:e|ing)|duel(?:ling|ing)?)\s(?:for|over|in|to|head)\b|(?:arch-?|bitter\s|fierce\s|direct\s|long-?time\s)?rivals\b)"),
    frame("competes", rf"{A},\s{T}{OF}{WORDS}{{0,4}}?\s(?:rival|competitor|challenger)\b", "done"),
    frame("competes", rf"{A}{LINK}\s(?:chip(?:s|ped|ping)?\saway\sat|eat(?:s|ing)?\sinto|cut(?:s|ting)?\sinto|tak(?:es|ing)\s(?:market\s)?share\sfrom|took\s(?:market\s)?share\sfrom|undercut(?:s|ting)?|challeng(?:es|ed|ing)|gain(?:s|ed|ing)?\s(?:ground|share)\son){ADJ}\s{T}(?!{OF}\s(?:shares?|stock|chief))", "done"),
    frame("competes", rf"{A}{LINK}\s(?:lo(?:ses|st|sing)|ced(?:es|ed|ing)){WORDS}{{0,4}}?\s(?:ground|share|customers|orders|business)\sto(?:\srivals?)?{ADJ}\s{T}(?!{OF}\s(?:shares?|stock))", "done"),
    # sues
    frame("sues", rf"{SUBJECT}(?!{OF}){X}{{0,50}}?\bits(?:\s[\w$.-]+){{0,4}}?\s(?:lawsuit|suit|case|complaint)\sagainst{ADJ}\s{T}(?!{OF})"),
    frame("sues", rf"{A}{LINK}\s(?:took|takes|taking|take|dragged|drags)\s{T}\sto\s(?:\w+\s)?court"),
    frame("sues", rf"{A}{LINK}\s(?:accus(?:e|es|ed|ing))\s{T}\sof\s{X}{{3,90}}?\b(?:court|lawsuit|suit|complaint|filing|jury)\b"),
    frame("sues", rf"\b(?:lawsuit|suit|complaint|case){WORDS}{{0,4}}?\s(?:filed|brought|lodged)\sby{ADJ}\s{A}\sagainst{ADJ}\s{T}"),
    frame("sues", rf"{A}{LINK}\s(?:brought|lodged|launched|pursu(?:es|ed|ing)){WORDS}{{1,5}}?\s(?:lawsuit|suit|case|complaint|claim|action)\sagainst{ADJ}\s{T}(?!{OF})"),
    frame("sues", rf"{A}{LINK}\s(?:fight(?:s|ing)?|fought|battl(?:e|es|ed|ing))\s{T}\sin\s(?:the\s)?courts?\b"),
    frame("sues", rf"\bjury\s{X}{{0,40}}?\bordered\s{T}\sto\spay\s{A}", "done"),
    # regulates
    frame("regulates", rf"{A}{LINK}\s(?:dropp(?:ed|ing)|drops|clos(?:ed|es|ing)|settl(?:ed|es|ing)|end(?:ed|s|ing)|dismiss(?:ed|es))\s(?:its|the|an?|their){WORDS}{{0,4}}?\s(?:case|probe|investigation|inquiry|suit|lawsuit|charges|complaint|review)\s(?:against|into|of|with){ADJ}\s{T}", "ended", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:ask(?:s|ed|ing)?|urg(?:es|ed|ing)|petition(?:s|ed))\s(?:an?\s|the\s)?(?:[\w.]+\s){{0,2}}?(?:judge|court|panel)\sto\s(?:stop|block|bar|halt|force|order|make)\s{T}", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:look(?:s|ed|ing)?\sinto|examin(?:e|es|ed|ing))(?:\swhether)?{ADJ}\s{T}", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:imposed|levied|impos(?:es|ing)|slapped){WORDS}{{1,8}}?\s(?:on|against){ADJ}\s{T}", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:warned|rebuked|reprimanded|raided|searched|summoned|subpoenaed|told|asked)\s{T}\s(?:to|over|for|about|that|not)\b", officials=True),
    frame("regulates", rf"{A}{LINK}\s(?:fin(?:ed|es|ing))\s{T}", officials=True),
    frame("regulates", rf"{T}{LINK}\s(?:under|facing|faces|faced)(?:\s[\w-]+){{0,4}}?\s(?:investigation|scrutiny|probe|inquiry|review)\s(?:by|from|at){ADJ}\s{A}", officials=True),
)  # fmt: skip
