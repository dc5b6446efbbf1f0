"""Relations in minimal pairs: one sentence that tells a tie, and its neighbour that tells none, or another's."""

from __future__ import annotations

import pytest

from story.texts import told
from wollet.model.article import Lang
from wollet.story.names import display
from wollet.story.relations import ratings, relations


def found(text: str) -> list[str]:
    lang: Lang = "en" if text.isascii() else "ko"
    c = [told(text, lang)]
    return sorted(f"{display(r.actor, lang)} {r.kind} {display(r.target, lang)}" for r in [*relations(c), *ratings(c)])


PAIRS = [
    # what a preposition makes part of something else does not act; whose rival it is must be told
    ("Intel raised its bid for AMD on its purchase of Lumentum.", ["Intel acquires Advanced Micro Devices"]),
    ("Qualcomm was advised by Intel on its purchase of AMD.", []),
    ("The study says a pact with Intel hurts rivals such as AMD.", []),
    ("Intel beats rivals such as AMD.", ["Intel competes Advanced Micro Devices"]),
    # bids from either side
    ("Intel rejected two approaches from AMD.", ["Advanced Micro Devices acquires Intel"]),
    ("Intel rejected AMD's $20 billion bid.", ["Advanced Micro Devices acquires Intel"]),
    ("Intel rejected two complaints from AMD.", []),
    ("Intel is weighing an approach for AMD.", ["Intel acquires Advanced Micro Devices"]),
    ("Intel's approach to AMD was its boldest deal since its takeover of Altera.", ["Intel acquires Advanced Micro Devices"]),
    ("Intel and AMD expect to close their merger next week.", ["Intel acquires Advanced Micro Devices"]),
    ("Intel and AMD expect to close their offices next week.", []),
    ("Qualcomm rejected the attempt by Intel to acquire AMD and Nvidia's bid for Micron.", ["Intel acquires Advanced Micro Devices", "NVIDIA acquires Micron Technology"]),
    # "the company" is whoever the sentence before was about
    ("Intel, which bought chips from AMD, fell. The company rejected two approaches from Qualcomm.", ["Intel buys Advanced Micro Devices", "QUALCOMM acquires Intel"]),
    ("Talks with Intel and AMD went on. The company rejected two approaches from Qualcomm.", []),
    # a place and a nationality before a trade are no names, nor is who manages a firm its partner
    ("Intel bought a stake in Lisbon lender Portavela.", []),
    ("Intel's managing partner Ann Tarrow left.", []),
    # the beginning of a name
    ("Brightwater Motors fell. Brightwater is in talks with Intel.", ["Brightwater Motors talks Intel"]),
    ("Brightwater Motors and Brightwater Foods fell. Intel, Brightwater said, is a customer.", []),
    # orders for things that bear their maker's name, and inquiries told by their noun
    ("Microsoft bought 20,000 Nvidia chips.", ["Microsoft buys NVIDIA"]),
    ("Microsoft bought back shares while Nvidia chips ran out.", []),
    ("Qualcomm's order for 500 Intel servers was its largest.", ["QUALCOMM buys Intel"]),
    ("Boeing received an order for ten planes from Qualcomm.", ["Boeing supplies QUALCOMM"]),
    ("The Federal Trade Commission has opened investigations into Intel's pricing.", ["Federal Trade Commission regulates Intel"]),
    ("Qualcomm has opened investigations into Intel's pricing.", []),
    ("Qualcomm launched battery partnerships with its suppliers Intel and Micron.", ["QUALCOMM partners Intel", "QUALCOMM partners Micron Technology"]),
    ("Qualcomm and Micron, one of Intel's suppliers, fell.", ["Micron Technology supplies Intel"]),
    ("Qualcomm, a unit of Intel, and Micron fell.", ["Intel invests QUALCOMM"]),
    ("Qualcomm, which makes, ships and sells chips, fell. Qualcomm, a group that makes, ships and sells chips, has acquired Intel.", ["QUALCOMM acquires Intel"]),
    # a name that goes on
    ("Intel is in talks with Brightwater Systems.", ["Intel talks Brightwater Systems"]),
    ("Intel is in talks with Banca di Brightwater and 138 Maple Systems.", []),
    ("한화는 네이버-가람테크를 세웠다. 네이버는 카카오와 손잡았다.", ["NAVER partners 카카오"]),
    ("네이버의 지분은 카카오가 50%, 한화가 10%를 보유했다.", ["카카오 invests NAVER", "한화 invests NAVER"]),
    ("네이버는 카카오가 10%, 한화가 5% 올랐다고 전했다.", []),
    ("가람온이 네이버를 상대로 제기한 소송에서 졌다.", ["가람온 sues NAVER"]),
    ("카카오는 네이버와 반도체 공급 계약을 검토하고 있다.", []),
    ("카카오는 네이버와 반도체 공급 계약을 체결했다.", ["카카오 supplies NAVER"]),
    # of several with several nobody knows who goes with whom
    ("네이버와 KT는 각각 카카오와 한화와 협력한다.", []),
    ("네이버와 KT는 카카오와 협력한다.", ["KT partners 카카오", "NAVER partners 카카오"]),
    ("Intel and Nvidia sued Qualcomm and Micron respectively.", []),
    # competition as such is nobody's rivalry
    ("네이버가 카카오와 협력하는 등 AI 경쟁이 치열하다.", ["NAVER partners 카카오"]),
    ("네이버는 카카오와의 경쟁이 치열하다.", ["NAVER competes 카카오"]),
    # what a clause serves is another's
    ("네이버는 엔비디아로부터 칩을 공급받아 서버를 만드는 방안을 추진한다.", ["NAVER buys 엔비디아"]),
    ("네이버는 엔비디아로부터 칩을 공급받아 서버를 만드는 가람온에도 투자했다.", []),
    # a deal to buy is no partnership, an offer that is backed no holding
    ("Qualcomm announced its deal with Intel to acquire its graphics division.", ["QUALCOMM buys Intel"]),
    ("Qualcomm is preparing an offer for Intel, backed by the Ellison family.", ["QUALCOMM acquires Intel"]),
    ("Shares of rivals such as Intel-backed Micron and Qualcomm fell.", ["Intel invests Micron Technology"]),
    ("Intel bought Maple Permian and Firebird Energy.", ["Intel acquires Firebird Energy", "Intel acquires Maple Permian"]),
    ("Skydale Media fell. Oakmount Skydale is weighing a bid for Intel.", []),
    ("Skydale Media fell. Skydale is weighing a bid for Intel.", ["Skydale Media acquires Intel"]),
    # others than the company act, or it is only part of what another does
    ("Shareholders of Intel sued Qualcomm.", []),
    ("Approval by shareholders of Intel, which owns 70% of Qualcomm, is due.", ["Intel invests QUALCOMM"]),
    ("Nvidia grew by the purchase of up-and-coming rival Intel, its acquisition of Qualcomm and cheap debt.", []),
    ("In a statement to Intel, Nvidia said it had been negotiating with Qualcomm.", ["NVIDIA talks QUALCOMM"]),
    ("Intel and Qualcomm are in negotiations to settle a suit.", []),
    ("Intel and Qualcomm are in negotiations about a merger.", ["Intel talks QUALCOMM"]),
    ("Qualcomm and Micron jointly filed lawsuits.", []),
    ("Intel is to buy the maker of phones, and Qualcomm to buy Micron owner.", []),
    ("Intel, the parent of Qualcomm, is buying the owner of brands including Micron.", ["Intel invests QUALCOMM"]),
    # the subject of the last clause, and a verb of a clause of its own
    ("네이버는 카카오에 투자했고, KT는 취임 첫해 한화를 인수했다.", ["KT acquires 한화", "NAVER invests 카카오"]),
    ("네이버는 카카오를 계열사로 두고 있음에도 추가 인수에 나섰다.", ["NAVER invests 카카오"]),
    ("네이버·카카오 대주주와 양해각서를 체결했다.", []),
    ("Qualcomm said it would buy smaller rival Micron, taking its rivalry with Intel further.", ["QUALCOMM acquires Micron Technology"]),
    # who only holds what another buys; "이 회사" is the topic of the sentence before
    ("글로벌 결제 플랫폼 가람온(Garam)은 카카오가 보유한 네이버 지분 전량을 인수했다.", ["가람온 acquires NAVER", "가람온 invests NAVER", "카카오 invests NAVER"]),
    ("가장 컸던 곳은 카카오였다. 이 회사는 네이버와 손잡았다.", ["카카오 partners NAVER"]),
    ("카카오는 올랐다. E1은 네이버를 인수했다.", []),
    # another topic, whose name is not known
    ("네이버는 카카오를 상대로 소송을 냈다.", ["NAVER sues 카카오"]),
    ("네이버는 기술을 이전했고, 가람온은 카카오를 상대로 소송을 냈다.", []),
    ("네이버가 카카오의 고려아연 지분을 인수할 수 있다고 본다.", []),
    # a company told by its country and trade
    ("현대차는 독일 부품 기업 보겔러와 손잡았다.", ["현대차 partners 보겔러"]),
    ("현대차는 독일 부품 기업 대부분과 손잡았다.", []),
    # the subject of the clause before is another's
    ("엔비디아는 인텔에서 장비를 사들이기로 했다.", ["엔비디아 buys 인텔"]),
    ("엔비디아는 3% 올랐고 퀄컴은 인텔에서 장비를 사들이기로 했다.", ["퀄컴 buys 인텔"]),
    ("테슬라는 3% 내렸다. 3일 KT와 장비 공급 계약을 체결했다고 밝혔다.", ["테슬라 supplies KT"]),
    ("테슬라는 3% 내렸다. 3일 KT와 장비 공급 계약을 체결했다고 밝힌 가람텍도 6% 올랐다.", []),
    # a list of shares in a theme, a list of partners
    ("네이버·카카오, 간편결제 협력", ["NAVER partners 카카오"]),
    ("삼성전자, 네이버, 카카오 등 간편결제 협력주가 올랐다.", []),
    ("네이버와 카카오가 손잡고 간편결제를 내놓는다.", ["NAVER partners 카카오"]),
    ("네이버와 카카오가 협력 기대에 올랐다.", []),
    # authorities side by side
    ("금융위원회와 금융감독원은 협력을 강화하기로 했다.", []),
    ("The Federal Trade Commission and the Department of Justice said they would work together.", []),
    ("네이버는 금융위원회에 자료를 내고 카카오와 삼성전자 등 여러 회사와도 협력하고 있다.", ["NAVER partners 삼성전자", "NAVER partners 카카오"]),
    # rivals, and shares compared
    ("현대차가 기아를 제치고 점유율 1위에 올랐다.", ["현대차 competes 기아"]),
    ("현대차가 기아를 제치고 상승률 1위에 올랐다.", []),
    ("네이버는 카카오와 경쟁한다.", ["NAVER competes 카카오"]),
    ("네이버는 카카오와 경쟁하듯 올랐다.", []),
    # what somebody only expects
    ("엔비디아가 인텔과 손잡을 것으로 알려졌다.", ["엔비디아 partners 인텔"]),
    ("삼성증권은 엔비디아가 인텔과 손잡을 것으로 내다봤다.", []),
    # goods bought, shares bought back
    ("Amazon bought chips from Intel.", ["Amazon.com buys Intel"]),
    ("Amazon bought back shares from Intel.", []),
    # who makes what for whom
    ("TSMC produces Nvidia's processors.", ["Taiwan Semiconductor Manufacturing supplies NVIDIA"]),
    ("TSMC compares Nvidia's processors.", []),
    ("Nvidia, the largest customer of TSMC, rose.", ["Taiwan Semiconductor Manufacturing supplies NVIDIA"]),
    ("Nvidia, the largest rival of TSMC, rose.", ["NVIDIA competes Taiwan Semiconductor Manufacturing"]),
    ("Nvidia has long relied heavily on TSMC for its wafers.", ["NVIDIA buys Taiwan Semiconductor Manufacturing"]),
    ("Microsoft is investing $5 billion for a 4% stake in Intel.", ["Microsoft invests Intel"]),
    # a buyer chosen, a deal told of the company behind the clause
    ("HMM 주식을 인수할 우선협상대상자에 선정된 카카오는 실사에 들어갔다.", ["카카오 acquires HMM"]),
    ("HMM 주식을 인수할 뜻이 없는 카카오는 실사에서 빠졌다.", []),
    ("LG디스플레이와 620억원 규모 장비 공급계약을 체결했다고 발표한 아바코가 올랐다.", ["아바코 supplies LG디스플레이"]),
    # a brand of the actor's at the head of a list, a unit abroad
    ("Alphabet, which owns DeepMind and Fitbit, rose.", ["Alphabet invests DeepMind", "Alphabet invests Fitbit"]),
    ("The probe covers Alphabet, which owns Google, Meta and Apple.", []),
    ("Intel bought a stake in Qualcomm.", ["Intel invests QUALCOMM"]),
    ("Intel bought a stake in Qualcomm China.", []),
    # decimals, "도", a share that grew, a condition
    ("삼성전자는 네이버 지분 10.2%를 확보했다.", ["삼성전자 invests NAVER"]),
    ("네이버는 게임 개발사 카카오도 인수했다.", ["NAVER acquires 카카오"]),
    ("네이버는 카카오 지분율이 7.4%에서 8.1%로 증가했다고 공시했다.", ["NAVER invests 카카오"]),
    ("네이버가 카카오를 인수하면 점유율이 오른다.", []),
    ("네이버는 카카오에 따르면 1억원을 투자했다.", []),
    # a noun between that is itself joined
    ("네이버는 카카오와의 제휴를 시작했다.", ["NAVER partners 카카오"]),
    ("네이버는 카카오와 거래하는 업체들과의 제휴를 시작했다.", []),
    # authorities: fines told of a clause, a list behind a noun
    ("공정거래위원회는 네이버가 검색을 조작한 것에 대해 과징금을 부과했다.", ["공정거래위원회 regulates NAVER"]),
    ("공정거래위원회는 네이버가 검색을 고친 것에 대해 설명을 들었다.", []),
    ("네이버에 대해 공정거래위원회가 10억원의 과징금을 부과했다.", ["공정거래위원회 regulates NAVER"]),
    ("The European Commission has launched an investigation into large companies, including Intel.", ["European Union regulates Intel"]),
    ("The European Commission has launched a website for large companies, including Intel.", []),
    # who reports, who rejects, who bids
    ("Intel dropped its offer for AMD, Daily Lantern newspaper reported.", ["Intel acquires Advanced Micro Devices"]),
    ("AMD rejected a $5 billion hostile bid by Intel.", ["Intel acquires Advanced Micro Devices"]),
    ("AMD rejected a $5 billion estimate by Intel.", []),
    ("Intel bid 910 million crowns for AMD.", ["Intel acquires Advanced Micro Devices"]),
    ("Citigroup is selling its card business in Peru to Copperbank (CPB.LM).", ["Copperbank buys Citigroup"]),
    ("Citigroup is considering a bid for Royal Bank of Freedonia.", []),
    ("Intel has been in talks with two chip makers, AMD and Qualcomm.", ["Intel talks Advanced Micro Devices", "Intel talks QUALCOMM"]),
    ("Ford uses batteries that Panasonic designed for Tesla.", ["Panasonic supplies Tesla"]),
    # lists that end, hopes, headlines, namesakes
    ("Intel signed an alliance with AMD and Qualcomm.", ["Intel partners Advanced Micro Devices", "Intel partners QUALCOMM"]),
    ("A report named Intel's alliance with AMD and Qualcomm's close ties with Nvidia.", ["Intel partners Advanced Micro Devices"]),
    ("Intel dampened hopes of a renewed bid for AMD.", []),
    ("Merck KGaA rose. Merck agreed to buy Lumentum.", ["Merck KGaA acquires Lumentum"]),
    ("Merck rose. Merck agreed to buy Lumentum.", ["Merck & acquires Lumentum"]),
    ("Both Intel and AMD have invested heavily in Arm.", ["Advanced Micro Devices invests Arm", "Intel invests Arm"]),
    ("Intel will collaborate on servers with AMD.", ["Intel partners Advanced Micro Devices"]),
    # a topic, and what belongs to another
    ("하이브는 올랐다. 네이버와 손을 잡았다.", ["하이브 partners NAVER"]),
    ("하이브는 올랐다. 에스엠 경영진은 네이버와 손을 잡았다.", []),
    ("카카오가 고려아연 공개매수에 나섰다.", ["카카오 acquires 고려아연"]),
    ("카카오가 고려아연 청약에 나섰다.", []),
    ("한미반도체 역시 SK하이닉스의 핵심 협력사로 꼽힌다.", ["한미반도체 supplies SK하이닉스"]),
    # another told by its tie to the name, a list that a clause ends
    ("Intel said it would buy Apple supplier Finisar Corp.", ["Finisar Corp. supplies Apple", "Intel acquires Finisar Corp."]),
    ("Intel said it would buy Finisar Corp.", ["Intel acquires Finisar Corp."]),
    ("Arm, which is backed by SoftBank, Intel said.", ["SoftBank invests Arm"]),
    ("Ford joined Amazon in supporting the potential competitor to Tesla.", []),
    ("Intel would be a potential competitor to Tesla.", ["Intel competes Tesla"]),
    ("Talks over the merger deal between Intel and AMD ended.", ["Intel acquires Advanced Micro Devices"]),
    ("Australian Bank teams up with Intel.", []),
    ("Intel won conditional EU approval for its bid for AMD.", ["Intel acquires Advanced Micro Devices"]),
    ("The EU fined Intel over its rebates.", ["European Union regulates Intel"]),
    # parts of a company, and what is only to be sold
    ("삼성전자가 네이버를 인수했다.", ["삼성전자 acquires NAVER"]),
    ("삼성전자가 네이버 쇼핑사업부를 인수했다.", ["삼성전자 buys NAVER"]),
    ("네이버와 카카오가 철강과 배터리 소재 분야에서 세계 경쟁력을 높이기 위해 손을 맞잡기로 했다.", ["NAVER partners 카카오"]),
    ("네이버가 카카오 인수를 공식 철회했다.", ["NAVER acquires 카카오"]),
    ("네이버가 유럽연합으로부터 과징금을 부과받았다.", ["유럽연합 regulates NAVER"]),
    ("유럽연합은 네이버가 자료를 함부로 썼는지 들여다보고 있다.", ["유럽연합 regulates NAVER"]),
    # who speaks, for whom, and of whom
    ("Citigroup said rival JP Morgan Chase rose.", []),
    ("Citigroup rival JP Morgan Chase rose.", ["Citigroup competes JP Morgan Chase &"]),
    ("Intel has entered into a merger agreement with AMD pursuant to which AMD would acquire Intel.", ["Advanced Micro Devices acquires Intel"]),
    ("Intel has entered into a merger agreement with AMD.", ["Intel acquires Advanced Micro Devices"]),
    # who approves, whose unit is bought, a country whose name begins like a company's
    ("금융위원회가 도담은행의 나래증권 인수를 승인했다.", ["금융위원회 regulates 도담은행", "도담은행 acquires 나래증권"]),
    ("당국이 도담은행의 나래증권 인수를 승인했다.", ["도담은행 acquires 나래증권"]),
    ("Intel said it would buy Barclays Plc's wealth unit.", ["Intel buys Barclays"]),
    ("Germany's Linde and United States rival Intel rose.", ["Linde competes Intel"]),
    ("하이브는 올랐다. 네이버, 카카오 등에 물량을 납품했다.", ["하이브 supplies NAVER", "하이브 supplies 카카오"]),
    ("하이브는 올랐다. 네이버, 카카오 등 대형 업체가 알리에 물량을 납품했다.", []),
    ("SK하이닉스는 한미반도체에 장비를 발주했다.", ["한미반도체 supplies SK하이닉스"]),
    ("SK하이닉스는 한미반도체에 장비 발주를 진행하지 않은 바 있다.", []),
    # names glued to what stands before them
    ("관세도 악재젠슨 황 최고경영자. 젠슨 황 최고경영자가 인텔 인수를 제안했다.", ["젠슨 황 acquires 인텔"]),
    ("롯데쇼핑이 내렸다. 사진=롯데쇼핑나래증권은 카카오의 목표주가를 올렸다.", ["나래증권 rates 카카오"]),
    ("나래증권은 카카오의 목표주가를 올렸다.", ["나래증권 rates 카카오"]),
]


@pytest.mark.parametrize("text, ties", PAIRS)
def test_what_is_told_and_no_more(text: str, ties: list[str]) -> None:
    assert found(text) == ties


@pytest.mark.parametrize(
    "text, status",
    [
        ("Intel would sell its 7% stake in AMD.", "done"),
        ("Intel sold its 7% stake in AMD.", "ended"),
        ("Intel is in negotiations to acquire AMD.", "reported"),
        ("Intel to invest in AMD", "planned"),
        ("Intel invests in AMD", "done"),
        ("Intel aims for a deal to buy AMD.", "planned"),
        ("Intel reached a deal to buy AMD.", "agreed"),
        ("A judge refused to block the acquisition of AMD by Intel.", "planned"),
        ("The European Union approved Intel's proposed plan.", "done"),
        ("The European Union will approve Intel's proposed plan.", "planned"),
        ("네이버가 금융위원회의 제재를 받게 될 것으로 보인다.", "planned"),
        ("카카오가 네이버 지분 매각을 고려 중인 것으로 알려졌다.", "done"),
        ("카카오가 고려아연 인수전에서 손을 뗐다.", "ended"),
        ("카카오가 고려아연 인수전에 뛰어들었다.", "planned"),
        ("카카오가 네이버 지분을 매각하기로 했다.", "done"),
        ("카카오가 네이버 지분을 전량 매각했다.", "ended"),
        ("삼성전자는 엔비디아에 메모리 납품을 위해 시험을 진행 중이다.", "planned"),
    ],
)
def test_how_far_it_has_got(text: str, status: str) -> None:
    assert {r.status for r in relations([told(text, "en" if text.isascii() else "ko")]) if r.kind != "talks"} == {status}
