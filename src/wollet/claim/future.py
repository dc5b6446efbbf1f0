"""The Korean syllables by which a verb speaks of what is to come: those that end in ㄹ, before 것, 전망, 수."""

from __future__ import annotations

FUTURE = "할될일을를갈날낼릴질줄볼칠킬길찰돌설풀늘클올팔살열들벌펼걸끌달불알둘놀밀쓸뛸쉴셀"
"""The common ones, for a class of a pattern; every syllable with that final would be hundreds."""
