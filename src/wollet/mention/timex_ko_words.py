"""Korean words of time and the patterns that find them: 오늘, 간밤, 지난주, 상반기, 화요일, 연말, 사흘."""

from __future__ import annotations

import re
from collections.abc import Mapping

DAYS = {
    "오늘": (0, "today"), "금일": (0, "today"), "어제": (-1, "yesterday"), "어저께": (-1, "yesterday"), "작일": (-1, "yesterday"),
    "그제": (-2, "day_before_yesterday"), "그저께": (-2, "day_before_yesterday"), "엊그제": (-2, "day_before_yesterday"), "전전일": (-2, "day_before_yesterday"), "전전날": (-2, "day_before_yesterday"),
    "그끄제": (-3, "three_days_ago"), "그끄저께": (-3, "three_days_ago"), "내일모레": (2, "day_after_tomorrow"),
    "내일": (1, "tomorrow"), "명일": (1, "tomorrow"), "모레": (2, "day_after_tomorrow"), "글피": (3, "in_three_days"),
    "간밤": (0, "overnight"), "지난밤": (0, "overnight"), "어젯밤": (-1, "overnight"), "밤사이": (0, "overnight"), "밤새": (0, "overnight"),
    "이날": (0, "this_day"), "당일": (0, "this_day"), "전날": (-1, "previous_day"), "전일": (-1, "previous_day"),
    "다음날": (1, "next_day"), "다음 날": (1, "next_day"), "이튿날": (1, "next_day"), "익일": (1, "next_day"),
}  # fmt: skip
YEARS = {"올해": 0, "올 해": 0, "금년": 0, "작년": -1, "지난해": -1, "지난 해": -1, "전년": -1, "재작년": -2, "지지난해": -2, "내년": 1,
         "다음 해": 1, "다음해": 1, "후년": 2, "내후년": 2, "올": 0, "예년": -1, "당해": 0}  # fmt: skip
MONTHS = {"이달": 0, "이 달": 0, "이번 달": 0, "이번달": 0, "금월": 0, "당월": 0, "지난달": -1, "지난 달": -1, "저번 달": -1, "저번달": -1,
          "전월": -1, "직전월": -1, "직전 월": -1, "지지난달": -2, "지지난 달": -2, "다음 달": 1, "다음달": 1, "내달": 1, "다다음 달": 2, "다다음달": 2, "전달": -1}  # fmt: skip
WEEKS = {"이번 주": 0, "이번주": 0, "금주": 0, "지난주": -1, "지난 주": -1, "저번 주": -1, "저번주": -1, "전주": -1, "지지난주": -2,
         "지지난 주": -2, "다음 주": 1, "다음주": 1, "내주": 1, "차주": 1, "오는 주": 1, "오는주": 1, "다가오는 주": 1, "다다음 주": 2,
         "다다음주": 2}  # fmt: skip
QUARTERS = {"이번 분기": 0, "이번분기": 0, "당분기": 0, "지난 분기": -1, "지난분기": -1, "전분기": -1, "전 분기": -1, "직전 분기": -1,
            "직전분기": -1, "다음 분기": 1, "다음분기": 1}  # fmt: skip
HALVES = {"상반기": 1, "하반기": 2}
SAME = ("지난해 같은 기간", "지난해 동기", "지난해 같은 달", "지난해 같은 분기", "작년 같은 기간", "작년 동기", "작년 같은 달", "전년 동기", "전년 같은 기간",
        "전년 동월", "전년 같은 달", "전년 같은 분기", "전년동기", "전년동월", "1년 전 같은 기간", "1년 전 같은 달")  # fmt: skip
MONTH_WORDS = dict(zip("일월 이월 삼월 사월 오월 유월 칠월 팔월 구월 시월 십일월 십이월".split(), range(1, 13), strict=True))
THAT_YEAR = {"같은 해": 0, "같은해": 0, "그해": 0, "그 해": 0, "이듬해": 1, "이듬 해": 1}
WEEKENDS = {"주말": None, "이번 주말": 0, "지난 주말": -1, "지난주말": -1, "다음 주말": 1, "다음주말": 1}
ENDS = {"연초": ("year", "early"), "연말": ("year", "late"), "연내": ("year", "rest"), "월초": ("month", "early"), "월말": ("month", "late"),
        "세밑": ("year", "late"), "주초": ("week", "early"), "분기말": ("quarter", "late"), "연중": ("year", "whole")}  # fmt: skip
PARTS = {"초순": "early", "초반": "early", "초": "early", "중순": "mid", "중반": "mid", "하순": "late", "후반": "late", "말": "late",
         "상순": "early", "막판": "late"}  # fmt: skip
MODS = {"지난": -1, "지난번": -1, "오는": 1, "다음": 1, "다가오는": 1, "돌아오는": 1, "이번": 0}
HOURS = {"오전": 0, "오후": 12, "새벽": 0, "아침": 0, "저녁": 12, "밤": 12, "낮": 12, "정오": 12, "자정": 0}
NATIVE_DAYS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15}
NATIVE = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
          "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10}  # fmt: skip
NTH = {"첫": 1, "첫째": 1, "첫번째": 1, "첫 번째": 1, "둘째": 2, "두번째": 2, "두 번째": 2, "셋째": 3, "세번째": 3, "세 번째": 3, "넷째": 4,
       "네번째": 4, "네 번째": 4, "다섯째": 5, "다섯번째": 5, "다섯 번째": 5, "마지막": -1}  # fmt: skip
WEEKDAYS = {c: i for i, c in enumerate("월화수목금토일")}
UNITS = {"일": "days", "주": "weeks", "주일": "weeks", "개월": "months", "달": "months", "분기": "quarters", "년": "years", "해": "years", "거래일": "sessions", "영업일": "sessions"}


def either(words: Mapping[str, object]) -> str:
    """An alternation of words, the longer first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
