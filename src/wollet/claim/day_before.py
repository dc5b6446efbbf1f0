"""Whether a move is told of the session before the one that the text is of: "a day after soaring 29%", "전 거래일 0.8% 내린 데 이어"."""

from __future__ import annotations

from wollet.claim.eve import DEIXES, HAD_MOVED
from wollet.claim.frames import Frame, Frames
from wollet.mention import unhurried as re

SESSION_BEFORE = re.compile(r"(?:전\s?거래일|전장|전날|전일|하루\s?전)(?:에|에는|엔)?\s(?:약\s|각각\s)?$")
FOLLOWED_BY = re.compile(r"\s?(?:가량\s|넘게\s|이상\s)?[가-힣]{1,6}[가-힣]?\s?데\s?(?:이어|반해|비해)(?P<today>\s(?:이날|오늘|당일)(?:에?도|은|에는)?\s)?")
OF_THE_EVE = re.compile(r"\s?(?:가량\s|넘게\s|이상\s)?[가-힣]{1,6}(?:\s마감)?[한른린진던]\s(?:전[날일]|전\s?거래일|어제)(?:에\s이어|[과와]는?\s(?:달리|반대)|의\s)")
"""Behind a move: the day that it is said to be of, which the session told of went on from: "3% 내린 전날에 이어"."""
EN_DAY_AFTER = re.compile(r"\b(?:a|one)\s(?:trading\s)?(?:day|session)\safter\s(?:[a-z]+ing|an?|its|[^,.;:\d]{2,36}?\s[a-z]+(?:ed|ell|ose|ost|ank|lid|hed|ew))\s(?:by\s|as much as\s|about\s|nearly\s|more than\s)?$", re.IGNORECASE)
"""Before a move of the session before: "a day after soaring 29%"."""
EN_DAY_BEFORE = re.compile(r"(?:\spercent)?(?:\s(?!(?:after|from|than|with|to|against|following|versus|over|compared)\b)[a-z-]+){0,2}?\s(?:the (?:day|session) before(?=[.,;)]|$|\s(?:in|as|when|amid|on|and|but)\b)|(?:(?:in|during|of|on) )?the (?:previous|prior|preceding) (?:trading )?(?:session|day)\b(?!['’]s))", re.IGNORECASE)
"""Behind such a move: "after soaring 9% the day before"."""


def of_the_session_before(frames: Frames, frame: Frame) -> bool:
    """Whether a move is told of the session before, which this one followed: "전 거래일 0.8% 내린 데 이어", "a day after soaring 29%"; 전날 is read as a day already."""
    if frames.lang == "en":
        after = EN_DAY_AFTER.search(frames.text, max(frame.sentence.start, frame.start - 40), frame.start)
        before = EN_DAY_BEFORE.match(frames.text, frame.end, frame.sentence.end)
        span = frames.day(frame).span
        return after is not None or (before is not None and (span is None or not before.start() <= span[0] < before.end()))
    timed, text = frames.day(frame), frames.text
    if frames.lang != "ko" or (timed.when is not None and timed.when.deixis in DEIXES):
        return False
    if timed.how != "clause" and OF_THE_EVE.match(text, frame.end):
        return True
    followed = FOLLOWED_BY.match(text, frame.end)
    told = SESSION_BEFORE.search(text, max(frame.sentence.start, frame.start - 14), frame.start) is not None
    if told and HAD_MOVED.match(text, frame.end):
        return True
    return followed is not None and (told or (followed["today"] is not None and timed.how != "clause"))
