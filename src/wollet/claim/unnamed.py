"""Moves and returns told of what is no instrument of the reference: sectors, funds, small foreign shares.

Korean market prose names them with the same words of movement as any share ("전력주가 4.8% 올랐다", "화학(-2.4%)",
"한 달 수익률은 23.7%"); they are read, kept under the name that the text gives them, and never decided.
"""

from __future__ import annotations

from typing import Any

import msgspec

from wollet.claim import causes, horizon_words, horizons
from wollet.claim.frames import TRADE, Frame, Frames, subject_of
from wollet.claim.pricing import calendar_of, sort_of
from wollet.claim.role_words import FOLLOWED, FOREIGN, KO_MOVE_NEXT, KO_STANDS, KO_TO
from wollet.claim.roles import role
from wollet.claim.stretches import Horizon
from wollet.mention import unhurried as re
from wollet.model.claim import Direction, Subject
from wollet.reference import instruments

SCORE = 44
RETURNED = 76
"""A figure that the word for a return touches is one, whatever the fund's name is made of."""
PRICE_MOVE = re.compile(
    r"[↑▲△↓▼▽]|오른|올랐|올라|오르|오름|내린|내렸|내려|내리|내림|상승|하락|급등|급락|폭등|폭락|반등|반락|뛴|뛰|뛰어|치솟|솟[은았구]|떨어|밀린|밀렸|밀려|밀리|빠진|빠졌|빠지|빠져|강세|약세|껑충|랠리|미끄러"
)
HEAD = re.compile(r"((?:(?![가-힣]*(?:에서|에선|에는|으로|반면|가운데|이어|[은는도며고서중])\s)[가-힣A-Za-z0-9&·.+-]+\s){0,2}[가-힣A-Za-z0-9&·.+-]*[가-힣A-Za-z][0-9]?)\s?\($")
MONEY_HEAD = re.compile(r"\d[\d,.만천억]*\s?(?:원|달러|포인트|센트|엔|위안|유로|bp|p)\s?\($")
TOPIC = re.compile(r"((?:[가-힣A-Za-z0-9&·'‘’-]+\s){0,3}?[가-힣A-Za-z0-9&·'‘’-]+?)(?:\([^)]{1,20}\))?(?:은|는|이|가|도)\s")
MAIN = re.compile(r"[\s·▲△▷-]*((?:[가-힣A-Za-z0-9&·.'‘’-]+\s){0,3}?[가-힣A-Za-z0-9&·.'‘’-]+?)(?:\([^)]{1,20}\))?(?:은|는)\s")
"""The topic that a sentence begins with."""
OTHERWISE = re.compile(
    r"금리|국채|국고채|채권|비중|지분|관세|점유율|비율|이익률|마진|할인율|경쟁률|배당|물가|소비자|생산자|매출|영업이익|순이익|실적|수출|수입|판매|고용|실업|임금|성장률|보유|지표|인구|요금|집값|분양|임대|운임|수치|예상치|전망치|확률|찬성|응답|세율|환율"
)
"""Words of what is measured by other data than prices."""
RETURN_BEFORE = re.compile(rf"수익률(?:\s성과)?(?:[은는이도을만])?\s?(?:(?:최근\s)?{horizon_words.KO_ONE}(?:[,·]\s?{horizon_words.KO_ONE})+\s)?(?:각각|무려|약|평균|연\s?평균)?\s?$")
RETURN_BEHIND = re.compile(r"\s?(?:의\s?)?(?:누적\s?)?수익률[을이]?")
REST = re.compile(r"(?:(?:,\s|·)(?:[한두세석\d]\s?(?:달|개월|년|주|주일)\s?(?:동안은\s)?)?[+-]?[\d.]+%)*")
"""The figures that follow one in a list."""
NAMED_REST = re.compile(r"(?:[,·]\s?(?:[가-힣A-Za-z0-9&·]+(?:\([^)]{1,20}\))?(?:[은는이가도]|와|과)?\s){1,6}[+-]?[\d.]+%){1,40}")
"""Such figures each with its own name before it: "A 8%, B 2.8%, C 2.2% 상승했다"."""
BARE_NAME = re.compile(r"(?:^|[,·.]\s?|[가-힣]주\s)((?:[가-힣A-Za-z0-9&·]+\s){0,2}[가-힣A-Za-z0-9&·]+?)[은는이가도]?\s$")
YIELD = re.compile(r"(?:국채|국고채|채권|만기|물|배당|이익|영업|투자자본|자기자본|자본|내부|기대|예상|목표|연)\s?$")
LOSS = re.compile(r"마이너스\s?\(?-?\)?\s?$|손실")
LIST_END = re.compile(r"(?:[^.\n]|\.(?=\d)){0,160}?(?:강세|약세|상승|하락|올랐|내렸|급등|급락|마감|오르|내리|뛰|밀[려렸리]|오름세|내림세|떨어)")
TURNED = r"(?:오른|내린|높은|낮은|치솟은|상승한|하락한|떨어진|뛴|빠진|밀린|급등한|급락한)"
AMOUNT = re.compile(rf"\s?\([+-]?[\d.]+%\)\s?{TURNED}\s|\)\s?{TURNED}\s(?:[\d만천억,.]+)원")
"""Behind the amount of a move: "540원(0.34%) 내린 15만8870원에"."""
IN_AMOUNT = re.compile(rf"\)\s?(?:{TURNED}\s|[올내]랐?[라려]|상승|하락|급등|급락)")
LANDED = re.compile(rf"\)?\s?{TURNED}\s(?:주당\s)?$|주가[는가도]\s(?:주당\s)?$|(?:장중|한때|장\s초반)(?:에는|엔)?\s(?:주당\s)?$|(?<![가-힣])(?:종가|현재가|시가)(?:는|은|인)?\s?(?:각각\s)?$|종가\s[\d만천,.]+(?:원|달러),\s$")
AFTER_PERCENT = re.compile(rf"%\)?\s?{TURNED}\s$")
"""Before where an index stood that a move in percent led to: "1.54% 오른 3353.51로"."""
STANDS = re.compile(r"까지\s(?:[가-힣]+\s)?(?:오르|올랐|올라|내리|내렸|밀[려렸리]|치솟|떨어)|,\s[\d만천,.]+(?:원|달러)[을를]|(?:에|으로|로)?\s?(?:장을|거래|마감|마쳤)|[을를]?\s?(?:기록|나타|가리)")
STATES = frozenset(("높", "낮", "많", "적", "같", "깊", "공모", "종", "시", "주"))
"""Words whose ending only looks like a topic's particle: "18% 낮은", "공모가"."""
LEADING = re.compile(r"(?:[가-힣]*(?:면|서|며|고|에|은|는|로|들어|동안)\s|(?:이날|이날에만|반면|한편|특히|또|또한|다만|올해|최근|이외|각각|등|때문에|그리고)\s)+")
"""Words before a noun phrase that are no part of its name."""


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A move of an unknown thing: over one session, or over a stretch."""

    subject: Subject
    direction: Direction | None
    horizon: Horizon | None
    mic: str
    score: int = SCORE


def move(frames: Frames, frame: Frame) -> Move | None:
    """The move that a Korean number tells of a thing without listing, or None."""
    q, text = frame.quantity, frames.text
    money = len(frame.unit) == 3 and frame.unit.isupper()
    if frames.lang != "ko" or q is None or not (frame.unit == "percent" or money) or frame.certainty not in ("asserted", "reported"):
        return None
    if frame.compare in ("yoy", "qoq", "mom", "consensus") or role(frames, frame) is not None or FOLLOWED.match(text, frame.end):
        return None
    returned = _returned(frames, frame) if not money else None
    if returned is None and frame.fact is not None and frame.fact.family in FOREIGN and frame.fact.cost <= 45 and frame.fact.family not in ("market_cap", "flow", "breadth"):
        return None
    why = causes.ended(text, frame.sentence.start, frame.start, frame.end) or 0
    lo = max(frame.sentence.start, frame.start - 60, _item(frames, frame), why)
    if money and (AMOUNT.match(text, frame.end) is None or not _market(frames, frame)):
        return None
    if returned is not None:
        name = returned
    elif OTHERWISE.search(text, max(frame.clause[0], lo), frame.start) or not _market(frames, frame):
        return None
    elif (head := _head(frames, frame)) is not None:
        if not LIST_END.match(text, frame.end) or frame.direction is None:
            return None
        name = head
    elif money or _adjacent(frames, frame):
        name = _topic(frames, frame)
    else:
        return None
    near = frame.instrument
    mic = calendar_of(near.name.ids[0]) if near is not None and sort_of(near.name.ids[0]) in ("stock", "index") else "XKRX"
    direction = frame.direction
    if returned is not None and not q.sign:
        direction = "down" if LOSS.search(text, lo, frame.start) else "up"
    own = returned is not None and near is not None and near.start >= frame.sentence.start
    fund = near if own and near is not None and instruments.get(near.name.ids[0]) is None else None
    subject = subject_of(fund) if fund is not None else Subject(kind="topic", name=named(name))
    return Move(subject=subject, direction=direction, horizon=horizons.horizon(frames, frame), mic=mic, score=RETURNED if returned is not None else SCORE)


def _item(frames: Frames, frame: Frame) -> int:
    """Where a figure's own item of a list of percentages begins, 0 where it is in none."""
    if not 0 < frame.index < len(frames.figures):
        return 0
    before = frames.figures[frame.index - 1]
    return before.end if getattr(before.value, "unit", "") == "percent" and frames.text.startswith(",", before.end) else 0


def _head(frames: Frames, frame: Frame) -> str | None:
    """The name that a figure in brackets stands behind, or None: "화학(-2.44%)"."""
    lo = max(frame.sentence.start, frame.start - 40)
    if frames.text[frame.end : frame.end + 1] != ")" or MONEY_HEAD.search(frames.text, lo, frame.start) is not None:
        return None
    m = HEAD.search(frames.text, lo, frame.start)
    return m[1] if m is not None else None


def price(frames: Frames, frame: Frame) -> Move | None:
    """The price that an unknown thing's move led to: "540원(0.34%) 내린 15만8870원에 거래를 마쳤다", or None."""
    text = frames.text
    if frames.lang != "ko" or frame.quantity is None or role(frames, frame) is not None:
        return None
    index = frame.unit in ("", "points") and frame.quantity.grain < 1 and AFTER_PERCENT.search(text, max(frame.clause[0], frame.start - 14), frame.start)
    if not index and (len(frame.unit) != 3 or not frame.unit.isupper()):
        return None
    if LANDED.search(text, max(frame.clause[0], frame.start - 14), frame.start) is None or STANDS.match(text, frame.end) is None:
        return None
    if OTHERWISE.search(text, max(frame.clause[0], frame.start - 60), frame.start) or not _market(frames, frame):
        return None
    when = frame.time.when
    abroad = when is not None and when.local
    return Move(subject=Subject(kind="topic", name=named(_topic(frames, frame))), direction=None, horizon=None, mic="XNYS" if abroad else "XKRX")


def _returned(frames: Frames, frame: Frame) -> str | None:
    """Whose return a figure is where the word for it touches it ("수익률은 8%", "8% 수익률"), or None."""
    text = frames.text
    first = frame.start
    at = RETURN_BEFORE.search(text, max(frame.sentence.start, first - 44), first)
    if at is None:
        chain = frame
        while chain.before is not None and chain.before < len(frames.numbers_so_far):
            chain = frames.numbers_so_far[chain.before]
        at = RETURN_BEFORE.search(text, max(frame.sentence.start, chain.start - 44), chain.start) if chain is not frame else None
    start = at.start() if at is not None else None
    if start is None:
        last = REST.match(text, frame.end)
        behind = RETURN_BEHIND.match(text, last.end() if last is not None else frame.end)
        start = first if behind is not None else None
    if start is None or YIELD.search(text, max(frame.sentence.start, start - 8), start):
        return None
    return _topic(frames, frame)


def _market(frames: Frames, frame: Frame) -> bool:
    """Whether the sentence or the one before it speaks of trading, or the whole text does."""
    s = frame.sentence
    before = frames.sentences[max(0, s.index - 1)]
    if TRADE["ko"].search(frames.text, before.start if before.end - before.start < 240 else s.start, s.end) is not None:
        return True
    return frames.of_trading


def _adjacent(frames: Frames, frame: Frame) -> bool:
    """Whether a word of rising or falling prices stands right behind the number, or behind the list it is part of."""
    text, end = frames.text, frame.end
    rest = NAMED_REST.match(text, end) or REST.match(text, end)
    if rest is not None:
        end = rest.end()
    if IN_AMOUNT.match(text, end) is not None:
        return True
    m = KO_MOVE_NEXT.match(text, end, min(len(text), end + 50))
    if m is None or KO_TO.match(text, end) or KO_STANDS.search(m[0]):
        return False
    return PRICE_MOVE.search(m[0]) is not None


def _topic(frames: Frames, frame: Frame) -> str:
    """The noun phrase before the figure in a list, or that the clause or the sentence is about; "" where none is marked."""
    if (bare := BARE_NAME.search(frames.text, max(frame.sentence.start, frame.start - 30), frame.start)) is not None:
        return str(bare[1])
    why = causes.ended(frames.text, frame.sentence.start, frame.start, frame.end)
    if why is not None and (main := MAIN.match(frames.text, frame.sentence.start, why)) is not None:
        return str(main[1])
    for lo in (frame.clause[0], frame.sentence.start):
        if found := [m for m in TOPIC.finditer(frames.text, lo, frame.start) if m[1] not in STATES]:
            return str(found[-1][1])
    return ""


def named(phrase: str) -> str:
    """A noun phrase without the adverbs before it."""
    phrase = phrase.strip()
    m = LEADING.match(phrase)
    return phrase[m.end() :] if m is not None else phrase


def fields(frames: Frames, frame: Frame, told: Move) -> dict[str, Any]:
    """What a claim of such a move takes from its frame."""
    windows = frames.windows(frame, told.mic, days=True)
    window = windows[0][0] if windows else None
    basis = frame.basis
    if basis is None or (basis == "close" and frames.in_session(window, told.mic)):
        basis = "intraday" if frames.in_session(window, told.mic) else "close"
    out = frames.claim_fields(frame)
    out.update(
        subject=told.subject, metric="price", when=window, tier=windows[0][1] if windows else "default", basis=basis,
        direction=told.direction,
    )  # fmt: skip
    return out
