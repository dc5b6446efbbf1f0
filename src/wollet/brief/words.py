"""Everything that a page says beside the programme: labels, legends, notes on method."""

from __future__ import annotations

import datetime as dt

from wollet.brief.figures import MONTHS

UI: dict[str, dict[str, str]] = {
    "ko": {
        "title": "월가의 돈이 되는 트렌드", "name": "월렛", "tag": "숫자를 모두 증명하는 시황", "skip": "본문으로", "theme": "밝게 / 어둡게", "archive": "지난 방송",
        "other": "English", "briefing": "브리핑", "of": "{y}년 {m}월 {d}일 {w}요일", "supported": "확인됨", "undecided": "미확정", "refuted": "바로잡음",
        "claims": "확인한 문장", "articles": "기사", "today": "오늘의 트렌드", "since": "{day}부터의 기사", "week": "{a}부터 {b}까지 한 주", "trend": "트렌드", "open": "아직 열려 있는 이야기", "wrong": "바로잡습니다",
        "sides": "엇갈린 시선", "bull": "강세론", "bear": "신중론", "map": "누가 누구와 함께하나", "market": "시장은 이렇게 반응했습니다", "pays": "돈이 되는 트렌드인가", "own_dates": "다가오는 날짜", "voices": "전문가의 말", "home": "국내 증시와 닿는 곳",
        "prices": "주가 흐름", "basket": "이 트렌드에 투자했다면", "basket_own": "트렌드 종목", "ahead": "앞으로의 일정", "read": "기사로 보기",
        "proofs": "증명 전체", "method": "이렇게 확인했습니다", "prev": "이전 방송", "next": "다음 방송", "related": "관련 소식", "proof": "증명", "formula": "계산식",
        "measured": "측정값", "rows": "자료", "meaning": "뜻", "window": "살핀 구간", "help": "참고", "source": "출처", "more": "외 {n}건", "none": "아직 이 날짜 이후로 알려진 일정이 없습니다.",
        "instrument": "종목", "abnormal": "초과수익률", "interval": "95% 구간", "volume": "거래량", "sessions": "거래일", "series": "계열", "date": "날짜", "value": "값",
        "through": "연결 고리", "how": "관계", "together": "상관계수", "script": "진행 원고", "calendar": "일정 파일", "markdown": "마크다운", "json": "JSON", "mail": "메일본",
        "evidence": "근거 문장", "shown": "증명 보기", "listed": "관계 목록", "special": "기간은 얼마나 특별한가", "special_text": "{name} {n}거래일 {x}%: 지난 1년의 같은 길이 구간 {count}개 가운데 {rank}이며, 보통은 {typical}%입니다.", "special_first": "가장 큰 움직임", "special_rank": "상위 {p}%", "history": "앞선 소식", "reason": "사유", "drift": "옮겨지며 달라진 말",
        "abnormal_note": "시장 모형(사건 이전 {n}거래일)으로 계산한 값이며, 한 번의 사건은 법칙이 아닙니다.",
        "basket_note": "각 종목이 처음 보도된 뒤의 첫 종가에 같은 금액씩 담은 값이며, 점선은 같은 때 같은 돈을 지수에 넣은 값입니다. 시작을 100으로 놓았고 비용과 배당은 넣지 않았습니다.",
        "empty": "이 날은 전할 소식이 없습니다.",
    },
    "en": {
        "title": "The Trends That Pay on Wall Street", "name": "Wollet", "tag": "every number proved", "skip": "Skip to the text", "theme": "Light / dark", "archive": "Archive",
        "other": "한국어", "briefing": "Briefing", "of": "{w}, {mm} {d}, {y}", "supported": "supported", "undecided": "open", "refuted": "corrected",
        "claims": "statements checked", "articles": "articles", "today": "Today’s trends", "since": "articles from {day} on", "week": "the week from {a} to {b}", "trend": "Trend", "open": "Still open", "wrong": "Corrections",
        "sides": "Two views", "bull": "For", "bear": "Against", "map": "Who is with whom", "market": "What the market made of it", "pays": "Does this trend make money?", "own_dates": "The date to watch", "voices": "In their words", "home": "What it touches at home",
        "prices": "Prices", "basket": "Had you bought the trend", "basket_own": "Trend basket", "ahead": "Dates ahead", "read": "The articles",
        "proofs": "All proofs", "method": "How this was checked", "prev": "Previous", "next": "Next", "related": "Related", "proof": "Proof", "formula": "Formula",
        "measured": "Measured", "rows": "Rows", "meaning": "Claim", "window": "Window scanned", "help": "Note", "source": "Source", "more": "and {n} more", "none": "No dates beyond this day are known yet.",
        "instrument": "Listing", "abnormal": "Abnormal return", "interval": "95% bounds", "volume": "Volume", "sessions": "sessions", "series": "Series", "date": "Date", "value": "Value",
        "through": "Through", "how": "As", "together": "Correlation", "script": "Script", "calendar": "Calendar", "markdown": "Markdown", "json": "JSON", "mail": "E-mail",
        "evidence": "evidence", "shown": "show the proof", "listed": "Relations listed", "special": "How special is the window", "special_text": "{name}, {n} sessions, {x}%: of the {count} stretches of that length in the past year {rank}; the typical one returned {typical}%.", "special_first": "none moved more that way", "special_rank": "{p}% moved more that way", "history": "Earlier", "reason": "Reason", "drift": "Told with growing certainty",
        "abnormal_note": "Market model on {n} sessions before the event; a single event proves no rule.",
        "basket_note": "Equal stakes, each bought at the first close after its company was first named; dashed, the same money in the index at the same closes. Start = 100, without costs or dividends.",
        "empty": "Nothing to tell on this day.",
    },
}  # fmt: skip
STEPS = {"certainty": ("전해진 말이 단정으로", "from hearsay to fact"), "scope": ("일부가 전체로", "from a part to the whole"), "hedge": ("어림이 확정으로", "from an estimate to a figure")}
WEEKDAYS = {"ko": "월화수목금토일", "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")}
METHOD = {
    "ko": (
        "이 지면의 숫자는 모두 기사 속 한 문장이거나 월렛이 직접 잰 값입니다. 숫자를 누르면 계산식과 원자료가 나옵니다. 계산기만 있으면 누구나 다시 해 볼 수 있습니다.",
        "‘확인됨’은 기사가 나온 시점까지 알려진 시장 자료로 다시 계산해 맞았다는 뜻입니다. ‘미확정’은 자료가 없거나, 때가 되지 않았거나, 말이 여러 뜻으로 읽힌다는 뜻이며 틀렸다는 뜻이 아닙니다. ‘바로잡음’은 가능한 해석을 모두 계산해도 맞지 않을 때만 붙습니다.",
        "반올림과 버림, ‘약’이나 ‘넘게’ 같은 말은 적힌 자릿수대로 여유를 둡니다. 방향이나 순서가 뒤집힌 것은 따로 표시합니다.",
    ),
    "en": (
        "Every number on this page is a statement of an article or a measurement of ours. Choose a number to see its formula and the rows behind it: a pocket calculator is enough to redo it.",
        "Supported means that it came out again from market data known when the article appeared. Open means that no data answer it, that it is not due yet, or that the words allow several readings; it does not mean wrong. Corrected is used only where every reading was computed and failed.",
        "Rounding, cut-off digits and words such as “about” or “more than” give a figure the room that its own digits allow. A direction turned round is marked as such.",
    ),
}
HOW = {
    "supplier": ("공급사", "supplier"), "customer": ("고객사", "customer"), "partner": ("협력사", "partner"), "in talks": ("논의 상대", "counterpart in talks"),
    "competitor": ("경쟁사", "competitor"), "investor": ("투자사", "investor"), "holding": ("투자 대상", "holding"), "acquirer": ("인수 희망자", "bidder"),
    "acquired": ("인수 대상", "takeover target"), "plaintiff": ("원고", "plaintiff"), "defendant": ("피고", "defendant"), "regulator": ("규제 기관", "regulator"),
    "regulated": ("규제 대상", "regulated"), "named": ("함께 언급", "named together"),
}  # fmt: skip


def dated(d: dt.date, lang: str) -> str:
    """A day in full, with its weekday."""
    return UI[lang]["of"].format(y=d.year, m=d.month, d=d.day, mm=MONTHS[d.month - 1], w=WEEKDAYS[lang][d.weekday()])
