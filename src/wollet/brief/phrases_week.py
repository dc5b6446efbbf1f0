"""How the programme speaks of a week, in Korean and in English."""

from __future__ import annotations

KO: dict[str, tuple[str, ...]] = {
    "whole": ("{span}{list:으로로} 한 주를 마쳤습니다.", "{span}{list}에서 한 주 거래를 마무리했습니다."),
    "so_far": ("{span}{list:을를} 기록하고 있습니다.",),
    "all_up": ("{S:은는} {days} 연달아 올랐고, 가장 많이 오른 날은 {fig} 오른 {day:이었였}습니다.",),
    "all_down": ("{S:은는} {days} 연달아 내렸고, 가장 많이 내린 날은 {fig} 내린 {day:이었였}습니다.",),
    "turned": ("{S:은는} {first} 뒤 {then}.", "{S}의 한 주를 따라가 보면, {first} 뒤 {then}."),
    "swung": ("{S:은는} {list}.",), "every_day": ("{S:은는} 하루 오르고 하루 내리기를 되풀이했습니다.",),
    "extremes": ("가장 많이 오른 날은 {up} 오른 {upday}, 가장 많이 내린 날은 {down} 내린 {downday:이었였}습니다.",),
    "movers": (
        "기사에 이름이 오른 {place} 종목 {n}개 가운데 이 기간 가장 많이 오른 것은 {a} 오른 {A}, 가장 많이 내린 것은 {b} 내린 {B:이었였}습니다.",
        "{place} 종목 가운데서는, 기사에 나온 {n}개를 놓고 볼 때 {A:이가} {a:으로로} 가장 많이 올랐고 {B:은는} {b:으로로} 가장 많이 내렸습니다.",
    ),
    "mover_up": ("기사에 이름이 오른 {place} 종목 {n}개 가운데 이 기간 가장 많이 오른 것은 {a} 오른 {A:이었였}습니다.",),
    "mover_down": ("기사에 이름이 오른 {place} 종목 {n}개 가운데 이 기간 가장 많이 내린 것은 {b} 내린 {B:이었였}습니다.",),
    "share_up": ("{S:은는} {span}{fig} 올라 {level:으로로} 마쳤습니다.", "{span}{S}의 주가는 {fig} 올랐습니다. 마지막 종가는 {level}입니다."),
    "share_down": ("{S:은는} {span}{fig} 내려 {level:으로로} 마쳤습니다.", "{span}{S}의 주가는 {fig} 내렸습니다. 마지막 종가는 {level}입니다."),
    "head_up": ("{place}, {S} 한 주 {fig} 상승",), "head_down": ("{place}, {S} 한 주 {fig} 하락",),
    "head_share_up": ("{S} 한 주 {fig} 상승", "{S}, 한 주 새 {fig} 올라"), "head_share_down": ("{S} 한 주 {fig} 하락", "{S}, 한 주 새 {fig} 내려"),
}  # fmt: skip
EN: dict[str, tuple[str, ...]] = {
    "whole": ("{Span}, {list}.", "{List}{span}."),
    "so_far": ("{Span}, {list}.",),
    "all_up": ("{S} rose {days} in a row, most on {day}, when it gained {fig}.",),
    "all_down": ("{S} fell {days} in a row, most on {day}, when it lost {fig}.",),
    "turned": ("{S} {first} and then {then}.", "Day by day, {S} {first} and then {then}."),
    "swung": ("{S} {list}.", "Day by day, {S} {list}."), "every_day": ("{S} changed direction every day.",),
    "extremes": ("The best day was {upday}, up {up}; the worst was {downday}, down {down}.",),
    "movers": ("Of the {n} {place} shares that the news named in that time, {A} rose most, by {a}, and {B} fell most, by {b}.",),
    "mover_up": ("Of the {n} {place} shares that the news named in that time, {A} rose most, by {a}.",),
    "mover_down": ("Of the {n} {place} shares that the news named in that time, {B} fell most, by {b}.",),
    "share_up": ("{S} gained {fig}{span}, to {level}.", "{Span}, {S} rose {fig} to {level}."),
    "share_down": ("{S} lost {fig}{span}, to {level}.", "{Span}, {S} fell {fig} to {level}."),
    "head_up": ("{place}: {S} up {fig} on the week",), "head_down": ("{place}: {S} down {fig} on the week",),
    "head_share_up": ("{S} up {fig} on the week",), "head_share_down": ("{S} down {fig} on the week",),
}  # fmt: skip
COUNTED = {
    "ko": ("", "하루", "이틀", "사흘", "나흘", "닷새", "엿새", "이레"), "en": ("", "one day", "two days", "three days", "four days", "five days", "six days", "seven days"),
}  # fmt: skip
PLACES = {
    "XKRX": ("국내", "Korean"), "XNYS": ("미국", "U.S."), "XTKS": ("일본", "Japanese"), "XHKG": ("홍콩", "Hong Kong"), "XLON": ("영국", "U.K."),
    "XETR": ("독일", "German"), "XSHG": ("중국", "Chinese"), "XTAI": ("대만", "Taiwanese"),
}  # fmt: skip
INDICES = {
    "XKRX": ("INDEX:KOSPI", "INDEX:KOSDAQ"), "XNYS": ("INDEX:SPX", "INDEX:IXIC", "INDEX:DJI"), "XTKS": ("INDEX:N225",), "XHKG": ("INDEX:HSI",),
}  # fmt: skip
"""The indices that tell a market's week, the main one first."""
