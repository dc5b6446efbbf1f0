"""What a reading leaves open or rests on, told in the reader's language.

Claims and judge write notes in English, one fixed wording for one matter; every face tells them through `noted`.
"""

from __future__ import annotations

from wollet.mention import unhurried as re
from wollet.model.article import Lang

KO = {
    "a bare number of days may be a date or a stretch": "날만 적힌 숫자가 날짜인지 기간인지 분명하지 않습니다",
    "a move without a sign may be either way": "부호 없는 등락이라 방향이 분명하지 않습니다",
    "a first day's move may be set against the offering price": "상장 첫날의 등락은 공모가 대비일 수 있습니다",
    "a stretch of another time may be meant": "다른 때의 기간을 말하는 것일 수 있습니다",
    "it may have come about on a day before": "그 전날에 이뤄진 일일 수 있습니다",
    "a longer stretch of time is named before it": "앞에서 하루보다 긴 기간을 말합니다",
    "a longer stretch of time is named beside it": "바로 곁에서 하루보다 긴 기간을 말합니다",
    "a longer stretch of time is named in the clause before it": "앞 절에서 하루보다 긴 기간을 말합니다",
    "a move so large is rarely one session's": "하루의 등락으로 보기에는 폭이 큽니다",
    "a move told of a name in passing may be of any stretch": "지나가며 언급한 종목의 등락은 어느 기간의 것인지 분명하지 않습니다",
    "a figure told of indexes together may be of one of them": "여러 지수를 함께 말한 수치라 그중 하나의 것일 수 있습니다",
    "what a sentence opens with may be of any time before": "문장 첫머리에서 말한 것은 그 전 어느 때의 일일 수 있습니다",
    "a run of another time is meant": "다른 때의 연속 기록을 말합니다",
    "the figures may be handed out to several names in turn": "수치가 여러 이름에 차례로 나뉠 수 있습니다",
    "a stretch of several sessions is told beside it": "여러 거래일에 걸친 기간을 함께 말합니다",
    "another figure of the sentence is read as the same thing": "한 문장의 다른 수치와 같은 것을 말하는 것으로 읽혔습니다",
    "the settlement of a session that still ran may be told": "아직 열려 있던 거래일의 정산가일 수 있습니다",
    "another session's price is told beside it": "다른 거래일의 가격을 함께 말합니다",
    "the figure is told as not so": "그렇지 않다고 말한 수치입니다",
    "an opening price and a close are told in one sentence": "시가와 종가를 한 문장에서 말합니다",
    "the market is not named": "어느 시장인지 밝히지 않았습니다",
    "the price is only said to be near it": "가격이 그 근처라고만 했습니다",
    "the day of an old extreme is not told": "그 고점이나 저점의 날짜를 밝히지 않았습니다",
    "another name stands between the subject and the figure": "대상과 수치 사이에 다른 이름이 있습니다",
    "bars of a day do not settle a moment within it": "일별 시세로는 장중 어느 한때를 가릴 수 없습니다",
    "beside the close": "종가 바로 곁의 가격일 수 있습니다",
    "an average is told, of more than one move": "한 번의 등락이 아니라 여러 등락의 평균을 말합니다",
    "another thing may have moved": "움직인 것이 다른 것일 수 있습니다",
    "days ago are counted roughly": "며칠 전이라는 말은 어림한 것입니다",
    "no figure of the article fits the day that it is dated": "글에 적힌 날짜에 맞는 수치가 글에 하나도 없습니다",
    "only the day of publication is known, and no other figure of the article bears this session out":
        "실린 날짜만 알려져 있고, 글의 다른 수치로도 어느 거래일인지 확인되지 않습니다",
    "prices right beside the close": "종가 바로 곁의 가격",
    "the article's own figures": "이 글의 다른 수치",
    "the figure may be an average or count dividends": "평균이거나 배당을 넣은 수치일 수 있습니다",
    "the figure may be of the business and no price": "주가가 아니라 사업의 수치일 수 있습니다",
    "the future is meant, not the thing itself": "현물이 아니라 선물을 말합니다",
    "the listing at the company's home may be meant": "그 회사 본국의 상장 주식을 말했을 수 있습니다",
    "the rate of the text's other conversions": "이 글의 다른 환산에 쓰인 환율",
    "the record may be of a day before": "그 기록은 하루 전의 것일 수 있습니다",
    "the sentence is in another language": "다른 언어로 쓰인 문장입니다",
    "the session is told by its place in a month": "그 달의 몇째 거래일인지로 말한 날입니다",
    "the subject is carried over another sentence": "대상이 한 문장 이상 앞에서 이어집니다",
    "the subject is only where the thing told of stands": "대상이 아니라 그 안에 든 것을 말합니다",
    "the title rounds the figure of the text": "제목이 본문의 수치를 어림해 적었습니다",
    "the words do not say that the rate stood there": "금리가 그 수준이었다고 잘라 말하지 않습니다",
    "the largest move of any stretch in reach": "말이 미치는 기간 안에서 가장 큰 등락",
    "no move within a session is so large beside its close": "종가에 견주어 하루 중에 그만큼 움직이지는 않습니다",
    "the price went there the other way than is said": "그 값에 이른 방향이 글과 다릅니다",
    "the other name moved more, or less, than is said": "견준 종목과의 크기 순서가 글과 다릅니다",
    "the widest move of the period": "그 기간 안에서 가장 큰 등락",
    "windows beside the likeliest one": "가장 그럴듯한 기간의 앞뒤 기간",
}  # fmt: skip
"""Notes of one wording."""
DOUBTS = {
    "another source differs by more than 2%": "다른 출처와 2% 넘게 다릅니다",
    "another source of the fixing's day differs by more than 3%": "같은 날 환율의 다른 출처와 3% 넘게 다릅니다",
    "currency is not the listing's": "상장 통화와 다른 통화입니다",
    "a price below zero": "값이 0보다 작습니다",
    "its session was not over when it was fetched": "거래가 끝나기 전에 받은 값입니다",
    "jumps from its neighbours for one day": "하루만 앞뒤 값에서 튑니다",
    "jumps like a split that is not on record": "기록에 없는 액면분할처럼 튑니다",
    "marked suspect by its source": "출처가 스스로 의심스럽다고 표시했습니다",
    "off the exchange's price steps: adjusted for a later corporate action": "거래소 호가 단위에 맞지 않습니다: 나중의 권리 변동에 맞춰 수정된 값입니다",
    "open, high and low do not hold the close": "시가·고가·저가 범위에 종가가 들지 않습니다",
    "revised figure, not the first print": "처음 발표치가 아니라 수정치입니다",
    "ten times, or a tenth of, its neighbours": "앞뒤 값의 열 배이거나 십분의 일입니다",
    "the day is no session of its exchange": "거래소가 열린 날이 아닙니다",
    "the price does not move as its basis asks at a split on record": "기록된 액면분할 때 값이 그 기준대로 움직이지 않습니다",
    "the share count behind it jumps and comes back": "바탕이 된 주식 수가 튀었다가 되돌아옵니다",
    "the share count behind it stood still for half a year and then jumped": "바탕이 된 주식 수가 반년 동안 멈췄다가 튀었습니다",
    "two rows of one day differ": "같은 날의 두 행이 서로 다릅니다",
}
"""Why a row of the market store decides nothing alone, as the import marks it."""
PLACES = {"US": "미국", "KRX": "한국", "world": "세계"}
KINDS = {"from, to and percent": "이전 값·이후 값·변동률", "from, to and difference": "이전 값·이후 값·차이"}
WEEKDAYS = {
    "Monday": "월요일", "Tuesday": "화요일", "Wednesday": "수요일", "Thursday": "목요일", "Friday": "금요일", "Saturday": "토요일", "Sunday": "일요일",
}  # fmt: skip
MADE = re.compile(
    r"doubtful row: (?P<doubt>.+)|by (?P<source>.+)|fixing: (?P<fixing>.+), (?P<day>[\d-]+)|(?P<scope>\w+) listings at the close"
    r"|the text's own figures: (?P<kind>.+)|(?P<date>[\d-]+) is a (?P<weekday>\w+)",
    re.DOTALL,
)
"""Notes made of a wording and what it is about."""


def noted(note: str | None, lang: Lang) -> str | None:
    """A note in a language; what is no wording (a figure, a foreign plug-in's note) stays as it is."""
    if note is None or lang == "en":
        return note
    if (m := MADE.fullmatch(note)) is None:
        return KO.get(note, note)
    if m["doubt"]:
        return f"의심스러운 자료: {DOUBTS.get(m['doubt'], m['doubt'])}"
    if m["source"]:
        return f"출처 {m['source']}"
    if m["fixing"]:
        return f"적용 환율: {m['fixing']}, {m['day']}"
    if m["scope"]:
        return f"{PLACES.get(m['scope'], m['scope'])} 상장 종목, 종가 기준"
    if m["kind"]:
        return f"이 글의 다른 수치: {KINDS.get(m['kind'], m['kind'])}"
    return f"{m['date']}은(는) {WEEKDAYS.get(m['weekday'], m['weekday'])}"
