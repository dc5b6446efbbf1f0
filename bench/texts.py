"""Made-up market news to time readers on: sentences of this project's own, with drawn names, figures and dates."""

from __future__ import annotations

import random

KO = (
    "{ko_name}는 {day}일 전 거래일보다 {pct}% {ko_move} {won}원에 거래를 마쳤다.",
    "코스피는 {points}포인트({pct}%) 오른 {index}에 마감했다.",
    "외국인은 유가증권시장에서 {eok}억원을 순매수했고 기관은 약 {eok2}억원을 팔았다.",
    "{ko_name}의 {q}분기 매출은 전년 동기 대비 {pct}% 늘어난 {jo}조 {cheon}천억원으로 집계됐다.",
    "뉴욕증시에서 나스닥지수는 {pct}% 내린 1만{index4}에 장을 마쳤다.",
    "증권가는 {ko_name}의 목표주가를 {won}원에서 {won2}원으로 올렸다.",
    "원·달러 환율은 1{fx}원대 초반에서 움직였고 국제유가는 배럴당 {oil}달러를 웃돌았다.",
    "시가총액은 {jo}조원을 넘어 업계 {rank}위로 올라섰으며 {streak}거래일 연속 상승했다.",
    "시장에서는 이번 결정이 투자 심리에 미칠 영향을 두고 엇갈린 해석이 나온다.",
    "회사 관계자는 \"올해 설비 투자를 최대 {jo}조원까지 늘릴 수 있다\"고 말했다.",
    "전문가들은 금리가 {bp}bp 내리면 기업의 이자 부담이 절반 가까이 줄어든다고 본다.",
    "협력사와의 계약은 하반기에 마무리될 것으로 보이며 세부 조건은 공개되지 않았다.",
)
EN = (
    "{en_name} rose {pct}% to ${usd} on {weekday}, its {ordinal} gain in {streak} sessions.",
    "The benchmark index fell {points} points, or {pct}%, to {index}.",
    "Revenue at {en_name} climbed {pct}% from a year earlier to ${bn} billion, above the ${bn2} billion analysts expected.",
    "Foreign investors bought a net {eok} billion won of shares, while local funds sold more than {eok2} billion won.",
    "The 10-year yield slipped {bp} basis points to {yield_}%, while crude settled at ${oil} a barrel.",
    "Analysts raised their target on {en_name} to ${usd2} from ${usd}, citing stronger demand for its tools.",
    "The company plans to spend as much as ${bn} billion by 2027, its chief executive said in {month}.",
    "Traders said the decision had been expected and that attention would turn to the next meeting.",
    "The stock has more than doubled this year and trades at {pe} times expected earnings.",
    "About {count} of the {total} members in the gauge advanced, with chipmakers leading and utilities behind.",
    "Officials did not give details of the agreement, which still needs the approval of both boards.",
    "Shares of {en_name} touched a 52-week high before giving up half of the move in late trading.",
)
KO_NAMES = ("한빛전자", "가온화학", "새벽은행", "누리바이오", "다솔중공업")
EN_NAMES = ("Harborlight Inc", "Northfield Motors", "Calder Bank", "Brightwell Energy", "Osprey Chips")


def story(seed: int, lang: str, size: int) -> str:
    """A text of about `size` characters, in paragraphs of three sentences."""
    draw = random.Random(f"{lang}{seed}")
    sentences: list[str] = []
    while sum(map(len, sentences)) < size:
        sentences.append(draw.choice(KO if lang == "ko" else EN).format(**_figures(draw)))
    return "\n\n".join(" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))


def _figures(draw: random.Random) -> dict[str, object]:
    n = draw.randint
    return {
        "ko_name": draw.choice(KO_NAMES), "en_name": draw.choice(EN_NAMES), "day": n(1, 28), "pct": f"{n(1, 999) / 100:.2f}",
        "ko_move": draw.choice(("오른", "내린")), "won": f"{n(10, 900)}만 {n(1, 99) * 100}", "won2": f"{n(10, 900)}만",
        "points": f"{n(100, 9999) / 100:.2f}", "index": f"{n(2000, 5999)}.{n(10, 99)}", "index4": f"{n(1000, 9999)}.{n(10, 99)}",
        "eok": f"{n(100, 9999):,}", "eok2": f"{n(100, 9999):,}", "q": n(1, 4), "jo": n(1, 400), "cheon": n(1, 9), "fx": n(300, 480),
        "oil": f"{n(5000, 9999) / 100:.2f}", "rank": n(1, 9), "streak": n(2, 9), "bp": n(1, 75), "usd": f"{n(1000, 90000) / 100:.2f}",
        "usd2": n(20, 900), "bn": f"{n(10, 990) / 10:.1f}", "bn2": f"{n(10, 990) / 10:.1f}", "yield_": f"{n(200, 500) / 100:.2f}",
        "weekday": draw.choice(("Monday", "Tuesday", "Friday")), "ordinal": draw.choice(("third", "fourth", "second")),
        "month": draw.choice(("March", "June", "October")), "pe": n(8, 60), "count": n(100, 400), "total": 500,
    }  # fmt: skip
