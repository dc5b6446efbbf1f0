"""Relations in both languages: who, what, to whom, how far; minimal pairs that are none; names swapped."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from story.texts import DAY, told
from wollet.story.relations import ratings, relations

INTC, AMD, NVDA, TSM, MSFT = "XNAS:INTC", "XNAS:AMD", "XNAS:NVDA", "XNYS:TSM", "XNAS:MSFT"
SEC, HYNIX, HYUNDAI, NAVER, LGES = "XKRX:005930", "XKRX:000660", "XKRX:005380", "XKRX:035420", "XKRX:373220"
EN = [
    ("Intel agreed to acquire AMD for $30 billion.", INTC, "acquires", AMD, "agreed"),
    ("Intel plans to buy AMD next year.", INTC, "acquires", AMD, "planned"),
    ("AMD was acquired by Intel in 2022.", INTC, "acquires", AMD, "done"),
    ("Intel's $5 billion takeover of AMD closed on Monday.", INTC, "acquires", AMD, "done"),
    ("Intel is considering buying AMD, people familiar with the matter said.", INTC, "acquires", AMD, "reported"),
    ("Intel abandoned its plan to buy AMD.", INTC, "acquires", AMD, "ended"),
    ("Intel, the largest maker of server processors, said it would buy AMD.", INTC, "acquires", AMD, "planned"),
    ("Microsoft invested $10 billion in AMD.", MSFT, "invests", AMD, "done"),
    ("Microsoft holds a 12% stake in AMD.", MSFT, "invests", AMD, "done"),
    ("Microsoft sold its entire stake in AMD.", MSFT, "invests", AMD, "ended"),
    ("AMD, which is backed by Microsoft, opened a plant.", MSFT, "invests", AMD, "done"),
    ("AMD raised $500 million from Microsoft.", MSFT, "invests", AMD, "done"),
    ("TSMC supplies Nvidia with chips.", TSM, "supplies", NVDA, "done"),
    ("TSMC makes advanced processors for Nvidia.", TSM, "supplies", NVDA, "done"),
    ("Nvidia supplier TSMC raised its forecast.", TSM, "supplies", NVDA, "done"),
    ("TSMC counts Nvidia as one of its largest customers.", TSM, "supplies", NVDA, "done"),
    ("Nvidia is a major customer of TSMC.", TSM, "supplies", NVDA, "done"),
    ("Intel won a large contract from Microsoft.", INTC, "supplies", MSFT, "agreed"),
    ("Microsoft buys thousands of chips from Nvidia.", MSFT, "buys", NVDA, "done"),
    ("Microsoft relies on Nvidia's processors.", MSFT, "buys", NVDA, "done"),
    ("Intel is teaming up with Microsoft on servers.", INTC, "partners", MSFT, "done"),
    ("Intel signed a partnership with Microsoft.", INTC, "partners", MSFT, "agreed"),
    ("Intel and Microsoft jointly develop software.", INTC, "partners", MSFT, "done"),
    ("Intel is in talks with Microsoft.", INTC, "talks", MSFT, "done"),
    ("Intel and Microsoft are in early talks over a factory.", INTC, "talks", MSFT, "done"),
    ("AMD competes with Nvidia in graphics chips.", AMD, "competes", NVDA, "done"),
    ("Nvidia rival AMD fell.", NVDA, "competes", AMD, "done"),
    ("Intel faces growing competition from Nvidia.", INTC, "competes", NVDA, "done"),
    ("Intel sued AMD over patents.", INTC, "sues", AMD, "done"),
    ("AMD was sued by Intel.", INTC, "sues", AMD, "done"),
    ("The Federal Trade Commission is investigating Microsoft.", "Federal Trade Commission", "regulates", MSFT, "done"),
    ("Microsoft was fined $20 million by the Federal Trade Commission.", "Federal Trade Commission", "regulates", MSFT, "done"),
    ("Goldman Sachs raised its price target on Nvidia to $800.", "XNYS:GS", "rates", NVDA, "done"),
    ("Intel gained after news that it agreed to buy AMD.", INTC, "acquires", AMD, "agreed"),
    ("Intel was selected for Microsoft's server contract.", INTC, "supplies", MSFT, "agreed"),
    ("Intel's long and close partnership with its old ally Microsoft goes on.", INTC, "partners", MSFT, "done"),
    ("Intel's slump shows the competition it faced from chip makers like AMD.", INTC, "competes", AMD, "done"),
    ("Intel shares rose. It competes with Nvidia.", INTC, "competes", NVDA, "done"),
]  # fmt: skip
KO = [
    ("삼성전자가 네이버를 인수하기로 합의했다.", SEC, "acquires", NAVER, "agreed"),
    ("삼성전자는 네이버를 5조원에 인수할 계획이다.", SEC, "acquires", NAVER, "planned"),
    ("삼성전자의 네이버 인수가 마무리됐다.", SEC, "acquires", NAVER, "done"),
    ("네이버가 삼성전자에 인수됐다.", SEC, "acquires", NAVER, "done"),
    ("삼성전자가 네이버 인수를 검토하는 것으로 알려졌다.", SEC, "acquires", NAVER, "reported"),
    ("삼성전자가 네이버 인수를 철회했다.", SEC, "acquires", NAVER, "ended"),
    ("삼성전자는 네이버에 3천억원을 투자했다.", SEC, "invests", NAVER, "done"),
    ("삼성전자가 네이버 지분 10%를 확보했다.", SEC, "invests", NAVER, "done"),
    ("삼성전자는 네이버 지분을 전량 매각했다.", SEC, "invests", NAVER, "ended"),
    ("삼성전자는 최근 검색 업체 네이버 등의 지분을 늘렸다.", SEC, "invests", NAVER, "done"),
    ("네이버를 보유한 삼성전자의 주가가 올랐다.", SEC, "invests", NAVER, "done"),
    ("네이버의 최대주주인 삼성전자가 입장을 밝혔다.", SEC, "invests", NAVER, "done"),
    ("SK하이닉스는 엔비디아에 고대역폭메모리를 공급하고 있다.", HYNIX, "supplies", NVDA, "done"),
    ("엔비디아에 메모리를 납품하는 SK하이닉스가 올랐다.", HYNIX, "supplies", NVDA, "done"),
    ("LG에너지솔루션은 현대차와 2조원 규모의 배터리 공급 계약을 맺었다.", LGES, "supplies", HYUNDAI, "agreed"),
    ("SK하이닉스의 주요 고객사인 엔비디아가 실적을 발표했다.", HYNIX, "supplies", NVDA, "done"),
    ("현대차는 LG에너지솔루션으로부터 배터리를 조달한다.", HYUNDAI, "buys", LGES, "done"),
    ("삼성전자는 네이버와 인공지능 반도체를 공동 개발한다.", SEC, "partners", NAVER, "done"),
    ("현대차와 LG에너지솔루션은 합작 공장을 짓는다.", HYUNDAI, "partners", LGES, "done"),
    ("삼성전자가 네이버와 업무협약을 체결했다.", SEC, "partners", NAVER, "agreed"),
    ("네이버와 손잡은 삼성전자가 강세다.", SEC, "partners", NAVER, "done"),
    ("삼성전자가 엔비디아와 공급을 논의 중인 것으로 전해졌다.", SEC, "talks", NVDA, "reported"),
    ("삼성전자는 SK하이닉스와 치열하게 경쟁하고 있다.", SEC, "competes", HYNIX, "done"),
    ("삼성전자의 경쟁사인 SK하이닉스도 내렸다.", SEC, "competes", HYNIX, "done"),
    ("LG에너지솔루션이 삼성전자를 상대로 특허 소송을 제기했다.", LGES, "sues", SEC, "done"),
    ("금융감독원이 카카오에 과징금을 부과했다.", "Financial Supervisory Service", "regulates", "XKRX:035720", "done"),
    ("NH투자증권은 네이버에 대해 목표주가를 25만원으로 올렸다.", "XKRX:005940", "rates", NAVER, "done"),
]
NONE_EN = [
    "Intel did not acquire AMD.",
    "Intel denied that it plans to buy AMD.",
    "Intel could buy AMD, some think.",
    "If Intel bought AMD, prices would rise.",
    "Intel and AMD rose.",
    "Intel rose after AMD said it would buy land.",
    "Investors bought Intel and sold AMD.",
    "Intel fell 3% while AMD gained 2%.",
    "Intel buys AMD shares no longer matter to.",
    "Analysts compared Intel with AMD.",
    "Intel rose after it opened a plant near AMD.",
]
NONE_KO = [
    "삼성전자와 SK하이닉스가 나란히 올랐다.",
    "삼성전자는 네이버를 인수하지 않았다.",
    "삼성전자가 네이버를 인수할 가능성은 낮다.",
    "삼성전자는 SK하이닉스보다 더 올랐다.",
    "외국인은 삼성전자를 사들이고 SK하이닉스를 팔았다.",
    "삼성전자는 네이버 인수설을 부인했다.",
    "삼성전자의 공급 과잉 우려에 SK하이닉스가 내렸다.",
    "삼성전자는 올랐다. SK하이닉스도 네이버와 함께 올랐다.",
    "삼성전자 공모 청약 경쟁률은 SK하이닉스보다 높았다.",
]


@pytest.mark.parametrize("text, actor, kind, target, status", [*EN, *KO])
def test_one_relation(text: str, actor: str, kind: str, target: str, status: str) -> None:
    lang = "en" if text.isascii() else "ko"
    found = (ratings if kind == "rates" else relations)([told(text, lang)])  # type: ignore[arg-type]
    assert [(r.actor, r.kind, r.target, r.status) for r in found if r.kind == kind] == [(actor, kind, target, status)]
    (one,) = [r for r in found if r.kind == kind]
    assert text[one.span[0] : one.span[1]] in text and one.at == dt.date(2024, 2, 14) and one.articles == ("a",)
    assert len(found) == 1 or {r.kind for r in found} == {"talks", "supplies"}


@pytest.mark.parametrize("text", [*NONE_EN, *NONE_KO])
def test_none(text: str) -> None:
    article = told(text, "en" if text.isascii() else "ko")
    assert relations([article]) == ratings([article]) == []


PLAIN_EN = [t for t, *_ in EN if "Federal" not in t and "Goldman" not in t]
NAMES_EN = ["Intel", "AMD", "Nvidia", "TSMC", "Microsoft"]
SPARE = "Qualcomm"


@pytest.mark.parametrize("text", PLAIN_EN)
def test_swapping_two_names_swaps_them_in_the_relation(text: str) -> None:
    first, second = [n for n in NAMES_EN if n in text][:2]
    swapped = text.replace(first, "\0").replace(second, first).replace("\0", second)
    (a,), (b,) = relations([told(text, "en")])[:1], relations([told(swapped, "en")])[:1]
    assert (a.actor, a.target, a.kind, a.status) == (b.target, b.actor, b.kind, b.status)


@pytest.mark.parametrize("text", [t for t, *_ in KO if "금융" not in t and "증권" not in t])
def test_swapping_korean_names_of_the_same_ending(text: str) -> None:
    """네이버 for 삼성전자 and back: both end in a vowel, so the particles stay right."""
    if not ("네이버" in text and "삼성전자" in text):
        return
    swapped = text.replace("네이버", "\0").replace("삼성전자", "네이버").replace("\0", "삼성전자")
    (a,), (b,) = relations([told(text, "ko")]), relations([told(swapped, "ko")])
    assert (a.actor, a.target, a.kind, a.status) == (b.target, b.actor, b.kind, b.status)


def test_a_merger_talked_of_is_a_talk_and_a_merger_reported() -> None:
    found = relations([told("삼성전자가 네이버와 합병을 위한 협의를 진행 중이다.", "ko")])
    assert {(r.actor, r.kind, r.target, r.status) for r in found} == {
        (SEC, "acquires", NAVER, "reported"), (SEC, "talks", NAVER, "done"),
    }  # fmt: skip


def test_lists_of_targets_and_sources_counted() -> None:
    one = told("Intel signed a partnership with Microsoft and Nvidia.", "en", "1")
    two = told("Microsoft is teaming up with Intel.", "en", "2", DAY + dt.timedelta(days=1))
    found = {(r.actor, r.target): r for r in relations([two, one])}
    assert set(found) == {(INTC, MSFT), (INTC, NVDA)}
    assert found[INTC, MSFT].articles == ("1", "2") and found[INTC, MSFT].article == "1"
    assert found[INTC, MSFT].status == "done" and found[INTC, NVDA].status == "agreed"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from([*EN, *KO]), min_size=1, max_size=6))
def test_order_of_articles_changes_nothing(rows: list[tuple[str, str, str, str, str]]) -> None:
    articles = [
        told(t, "en" if t.isascii() else "ko", str(n), DAY + dt.timedelta(minutes=n)) for n, (t, *_) in enumerate(rows)
    ]
    assert relations(articles) == relations(list(reversed(articles)))


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="Intel AMD acquired by 삼성전자 인수를 네이버가\ue000\ue001,.'’()\n", max_size=120))
def test_any_text_is_read_in_peace(text: str) -> None:
    for lang in ("en", "ko"):
        for r in relations([told(text, lang)]):  # type: ignore[arg-type]
            assert r.actor != r.target


def test_long_lists_stay_quick() -> None:
    text = " ".join(itertools.islice(itertools.cycle(["Intel,", "AMD,", "Nvidia and", "which said it plans to", "(the"]), 4000))
    assert relations([told(text, "en")]) is not None
