"""Holidays by name that Korean market news dates things by: 추수감사절, 크리스마스, 광복절, 미국 독립기념일."""

from __future__ import annotations

import datetime as dt

from wollet.mention import moments, timex_en_feasts
from wollet.mention.example import ignores, reads
from wollet.model.time import When

ENGLISH = {
    "추수감사절": "thanksgiving", "블랙프라이데이": "black friday", "사이버먼데이": "cyber monday", "독립기념일": "independence day", "독립 기념일": "independence day",
    "크리스마스이브": "christmas eve", "크리스마스 이브": "christmas eve", "크리스마스": "christmas", "성탄절": "christmas", "핼러윈": "halloween", "할로윈": "halloween",
    "밸런타인데이": "valentine's day", "부활절": "easter", "성금요일": "good friday", "박싱데이": "boxing day", "준틴스": "juneteenth", "메모리얼데이": "memorial day",
}  # fmt: skip
FIXED = {"삼일절": (3, 1), "어린이날": (5, 5), "현충일": (6, 6), "제헌절": (7, 17), "광복절": (8, 15), "개천절": (10, 3), "한글날": (10, 9), "근로자의 날": (5, 1)}
NAMES = (*ENGLISH, *FIXED)


def feast(name: str, year: int | None, today: dt.date) -> When | None:
    """The holiday of a year, or the nearest one."""

    def of(y: int) -> dt.date:
        return timex_en_feasts.feast(ENGLISH[name], y) if name in ENGLISH else dt.date(y, *FIXED[name])

    day = of(year) if year is not None else moments.nearest(map(of, (today.year - 1, today.year, today.year + 1)), today)
    return When(start=day, end=day, grain="day") if day else None


EXAMPLES = (
    reads("ko", "date", {"start": "2023-11-23", "end": "2023-11-23"}, "{추수감사절} 휴장", "{지난해 추수감사절}에 쉬었다"),
    reads("ko", "date", {"start": "2023-12-25"}, "{크리스마스}까지 올랐다", "{2023년 성탄절} 휴장"),
    reads("ko", "date", {"start": "2023-08-15"}, "{광복절}에 쉰다"),
    ignores("ko", "date", "{크리스마스트리}를 세웠다", "{한글날씨} 앱"),
)
