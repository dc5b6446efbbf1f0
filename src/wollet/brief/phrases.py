"""The programme's own wording: for each kind of statement several ways to tell it, in both languages."""

from __future__ import annotations

METRICS: dict[str, tuple[str, str]] = {
    "price": ("주가", "share price"), "index_level": ("지수", "index"), "yield": ("금리", "yield"), "fx_rate": ("환율", "rate"),
    "commodity_price": ("가격", "price"), "market_cap": ("시가총액", "market value"), "revenue": ("매출", "revenue"),
    "sales": ("매출", "sales"), "operating_profit": ("영업이익", "operating profit"), "operating_income": ("영업이익", "operating income"),
    "operating_loss": ("영업손실", "operating loss"), "net_income": ("순이익", "net income"), "net_profit": ("순이익", "net profit"),
    "net_loss": ("순손실", "net loss"), "eps": ("주당순이익", "earnings per share"), "margin": ("이익률", "margin"),
    "operating_margin": ("영업이익률", "operating margin"), "dividend": ("배당", "dividend"), "cpi_yoy": ("소비자물가 상승률", "consumer price inflation"),
    "policy_rate": ("기준금리", "policy rate"), "target_price": ("목표주가", "price target"), "market_share": ("시장점유율", "market share"),
    "share": ("점유율", "share"), "stake": ("지분율", "stake"), "investment": ("투자 규모", "investment"), "fund_raising": ("자금 조달 규모", "fund raising"),
    "deal_value": ("거래 규모", "deal value"), "acquisition": ("인수 금액", "acquisition price"), "contract": ("계약 규모", "contract value"),
    "turnover": ("거래대금", "turnover"), "unemployment_rate": ("실업률", "unemployment rate"), "gdp_growth": ("성장률", "growth rate"),
    "exports": ("수출", "exports"), "payrolls": ("신규 고용", "payrolls"), "capex": ("설비투자", "capital spending"),
}  # fmt: skip

KO: dict[str, tuple[str, ...]] = {
    "up": ("{When}{S:은는} {basis}{fig} 올랐습니다.", "{When}{S:이가} {basis}{fig} 상승했는데요.", "{S:은는} {when}{basis}{fig} 오름세를 보였습니다."),
    "down": ("{When}{S:은는} {basis}{fig} 내렸습니다.", "{When}{S:이가} {basis}{fig} 하락했는데요.", "{S:은는} {when}{basis}{fig} 내림세를 보였습니다."),
    "flat": ("{When}{S:은는} {basis}{fig} 변동에 그쳤습니다.",),
    "moved": ("{When}{S:은는} {basis}{fig} 움직였습니다.",),
    "level": ("{When}{S:은는} {basis}{fig:을를} 기록했습니다.", "{When}{S:은는} {basis}{fig} 수준이었습니다."),
    "metric": ("{When}{S}의 {metric:은는} {fig} 수준으로 확인됩니다.", "{S}의 {metric:은는} {when}{fig:으로로} 집계됐습니다."),
    "conversion": ("이를 환산한 {fig:은는} 당시 환율로 계산한 결과와 맞습니다.", "환산 금액 {fig:은는} 환율 자료로 다시 계산해도 맞는 수치인데요."),
    "quoted": ("{S} 관련 ‘{quote}’ 대목, 자료와 맞춰 보니 사실로 확인됩니다.", "‘{quote}’, {S:을를} 두고 나온 이 대목은 자료로 뒷받침됩니다."),
    "open_up": ("{who} {S:이가} {fig} 올랐다고 전했는데요. {why}",),
    "open_down": ("{who} {S:이가} {fig} 내렸다고 전했는데요. {why}",),
    "open_metric": ("{who} {S}의 {metric:을를} {fig:으로로} 전했습니다. {why}", "{S}의 {metric:이가} {fig}에 이른다는 이야기도 나왔는데요. {Source} {why}"),
    "open_quoted": ("{who} {S:을를} 두고 ‘{quote}’{tail} 언급했습니다. {why}",),
    "refuted": ("{S:을를} 두고 ‘{quote}’{tail} 전한 대목은 자료와 맞지 않아 바로잡습니다. 다시 계산한 값은 {measured}입니다.",),
    "refuted_bare": ("{S:을를} 두고 ‘{quote}’{tail} 전한 대목은 자료와 맞지 않아 쓰지 않습니다.",),
    "view": ("{who} “{words}”라고 말했습니다.", "{who} 이렇게 평가했는데요. “{words}”"),
    "ahead": ("{when} 일정도 확인해 두셔야겠습니다. {S} 관련 ‘{quote}’입니다.", "{when:은는} {S} 관련 일정 ‘{quote}’{tail2} 예정돼 있습니다."),
}  # fmt: skip
EN: dict[str, tuple[str, ...]] = {
    "up": ("{S} rose {fig}{basis}{when}.", "{S} gained {fig}{basis}{when}.", "{When}, {S} climbed {fig}{basis}."),
    "down": ("{S} fell {fig}{basis}{when}.", "{S} lost {fig}{basis}{when}.", "{When}, {S} slipped {fig}{basis}."),
    "flat": ("{S} moved no more than {fig}{basis}{when}.",),
    "moved": ("{S} moved {fig}{basis}{when}.",),
    "level": ("{S} stood at {fig}{basis}{when}.", "{When}, {S} was at {fig}{basis}."),
    "metric": ("{S}’s {metric} came to {fig}{when}.", "The record puts {S}’s {metric} at {fig}{when}."),
    "conversion": ("Converted, the sum is {fig}, and the exchange rates of the day bear that out.",),
    "quoted": ("On {S}, the words “{quote}” hold up against the data.", "“{quote}”: said of {S}, and the data agree."),
    "open_up": ("{who} {S} rose {fig}. {why}",),
    "open_down": ("{who} {S} fell {fig}. {why}",),
    "open_metric": ("{who} {S}’s {metric} at {fig}. {why}",),
    "open_quoted": ("{who} “{quote}” of {S}. {why}",),
    "refuted": ("A correction: “{quote}”, said of {S}, does not match the data, which give {measured}.",),
    "refuted_bare": ("A correction: “{quote}”, said of {S}, does not match the data and is not repeated here as fact.",),
    "view": ("{who} said: “{words}”", "In the words of {who}: “{words}”"),
    "ahead": ("{When}: “{quote}”, which bears on {S}.", "Ahead {when}, a date for {S}: “{quote}”."),
}  # fmt: skip
WHY_KO = {
    "no_data": "이를 확인할 시세 자료가 없어 판단을 미룹니다.", "no_reference": "다만 공개된 자료로는 확인할 수 없는 내용입니다.",
    "ambiguous": "다만 읽는 방법에 따라 결과가 달라 단정하지 않습니다.", "pending": "결과는 때가 돼야 알 수 있습니다.",
    "hypothetical": "어디까지나 가정에 따른 이야기입니다.", None: "아직 확인되지 않았습니다.",
}  # fmt: skip
WHY_EN = {
    "no_data": "We hold no series that could settle it.", "no_reference": "No public record can confirm it.",
    "ambiguous": "The words allow more than one reading, so it stays open.", "pending": "The outcome is not due yet.",
    "hypothetical": "It rests on a condition.", None: "It is not yet confirmed.",
}  # fmt: skip
BASIS = {
    "close": ("종가 기준 ", " at the close"), "open": ("시가 기준 ", " at the open"), "intraday": ("장중 ", " during the session"),
    "high": ("장중 고점 기준 ", " at the high"), "low": ("장중 저점 기준 ", " at the low"),
    "after_hours": ("시간외에서 ", " after hours"), "premarket": ("개장 전 거래에서 ", " before the bell"), None: ("", ""),
}  # fmt: skip
