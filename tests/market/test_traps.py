"""The faults that real market data has, one test each: none of them may pass into a verdict silently."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from making import LATER, D, imported, opened, together, utc

from wollet.market import open_market

NVDA_SPLIT = """symbol,effective_date,ratio_new_per_old,source
NVDA,2021-07-20,4,table
NVDA,2024-06-10,10,table"""


def closes(bars: object) -> list[Decimal | None]:
    return [b.close for b in bars]  # type: ignore[attr-defined]


def test_a_split_inside_the_window_is_applied_at_the_question(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("splits", NVDA_SPLIT),
        ("prices", """symbol,date,close,volume,basis,source
         NVDA,2024-06-07,1208.88,41103410,as_traded,exchange
         NVDA,2024-06-10,121.79,313400197,as_traded,exchange
         NVDA,2024-06-11,120.91,221922106,as_traded,exchange"""),
    )  # fmt: skip
    window = D(2024, 6, 7), D(2024, 6, 11)
    assert closes(store.bars("XNAS:NVDA", *window)) == [Decimal("1208.88"), Decimal("121.79"), Decimal("120.91")]
    adjusted = store.bars("XNAS:NVDA", *window, adjusted_to=D(2024, 6, 11))
    assert closes(adjusted) == [Decimal("120.888"), Decimal("121.79"), Decimal("120.91")]
    assert adjusted[0].volume == 411034100
    before = store.bars("XNAS:NVDA", *window, adjusted_to=D(2024, 6, 7))
    assert closes(before)[0] == Decimal("1208.88")
    assert store.split_factor("XNAS:NVDA", D(2024, 6, 7), D(2024, 6, 10)) == 10
    assert store.split_factor("XNAS:NVDA", D(2024, 6, 10), D(2024, 6, 11)) == 1


def test_prices_adjusted_to_a_day_come_back_as_traded(tmp_path: Path) -> None:
    """NVDA closed at 751.19 on 2021-07-19; a file of March 2024 states it a quarter of that."""
    store = together(
        tmp_path,
        ("splits", NVDA_SPLIT),
        ("prices", """symbol,date,open,high,low,close,basis,source
         NVDA,2021-07-19,178.55,188.9875,178.1,187.7975,split_adj_to_2024-03-01,panel
         NVDA,2021-07-20,187.30,188.11,181.56,186.12,split_adj_to_2024-03-01,panel"""),
    )  # fmt: skip
    assert closes(store.bars("XNAS:NVDA", D(2021, 7, 19), D(2021, 7, 20))) == [Decimal("751.19"), Decimal("186.12")]
    stated = store.bars("XNAS:NVDA", D(2021, 7, 19), D(2021, 7, 20), adjusted_to=D(2024, 3, 1))
    assert closes(stated) == [Decimal("187.7975"), Decimal("186.12")]


def test_a_market_value_ten_times_too_large_for_a_day_is_doubtful(tmp_path: Path) -> None:
    """NVDA on 2023-12-05: 13.8 trillion between 1.12 and 1.12 trillion."""
    store = together(
        tmp_path,
        ("marketcap", """date,symbol,close,market_cap,source
         2023-12-01,NVDA,467.65,1155096000000,nightly
         2023-12-04,NVDA,455.10,1124097000000,nightly
         2023-12-05,NVDA,465.66,13802160000000,nightly
         2023-12-06,NVDA,455.03,1123924000000,nightly
         2023-12-07,NVDA,465.96,1150921000000,nightly"""),
    )  # fmt: skip
    doubts = [p.doubtful for p in store.market_values("XNAS:NVDA", D(2023, 12, 1), D(2023, 12, 7))]
    assert doubts == [None, None, "ten times, or a tenth of, its neighbours", None, None]


def test_a_share_count_of_another_class_is_doubtful_as_long_as_it_lasts(tmp_path: Path) -> None:
    """HSBC was served for months with its ordinary shares at the price of the receipt, five shares each."""
    days = [D(2023, 6, d) for d in (12, 13, 14, 15, 16, 20, 21, 22, 23, 26, 27, 28)]
    shares = [4_000_000_000] * 3 + [20_000_000_000] * 7 + [3_950_000_000] * 2
    lines = [f"{d},HSBC,38,{38 * n},nightly" for d, n in zip(days, shares, strict=True)]
    store = together(tmp_path, ("marketcap", "date,symbol,close,market_cap,source\n" + "\n".join(lines)))
    found = store.market_values("XNYS:HSBC", days[0], days[-1])
    assert [p.doubtful is not None for p in found] == [n == 20_000_000_000 for n in shares]


def test_a_share_count_that_stood_still_before_a_jump_is_doubtful_at_its_end(tmp_path: Path) -> None:
    from wollet.reference import calendars

    days = calendars.sessions("XNYS", D(2022, 1, 3), D(2023, 3, 1))
    lines = [f"{d},NVO,100,{100 * (2_000_000_000 if d < D(2023, 2, 1) else 2_200_000_000)},nightly" for d in days]
    store = together(tmp_path, ("marketcap", "date,symbol,close,market_cap,source\n" + "\n".join(lines)))
    found = {p.end: p.doubtful for p in store.market_values("XNYS:NVO", days[0], days[-1])}
    assert found[D(2022, 3, 1)] is None and found[D(2023, 2, 1)] is None
    assert found[D(2023, 1, 31)] == "the share count behind it stood still for half a year and then jumped"


def test_rows_with_a_close_only_have_no_high_and_low(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("prices", """symbol,date,open,high,low,close,volume,basis,source
         AAPL,2024-03-11,,,,172.75,60139473,as_traded,nightly
         AAPL,2024-03-12,173.15,174.03,171.01,173.23,59825372,as_traded,nightly"""),
    )  # fmt: skip
    one, two = store.bars("XNAS:AAPL", D(2024, 3, 11), D(2024, 3, 12))
    assert (one.open, one.high, one.low, one.close, one.doubtful) == (None, None, None, Decimal("172.75"), None)
    assert two.high == Decimal("174.03")


def test_an_untraded_session_printed_with_zeros_has_no_open_high_and_low(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("prices", """symbol,date,open,high,low,close,volume,basis,source
         000020.KS,2024-02-23,0,0,0,9550,0,KRX as traded,exchange"""),
    )  # fmt: skip
    (bar,) = store.bars("XKRX:000020", D(2024, 2, 23), D(2024, 2, 23))
    assert (bar.open, bar.high, bar.low, bar.close, bar.doubtful) == (None, None, None, Decimal(9550), None)


FIXINGS = """date,pair,close,kind,source
2024-02-13,USDKRW,1327.2,BOK ECOS basic rate (매매기준율),a
2024-02-13,USDKRW,1327.88,FRED H.10 noon buying rate NY (DEXKOUS),b
2024-02-13,USDKRW,1329.23191,ECB euro reference rate cross,c
2024-02-13,USDKRW,1328.5,Yahoo KRW=X daily OHLC (London day),d
2024-02-13,USDKRW,1340.71,TradingView-style OHLC,e"""


def test_five_fixings_of_one_day_are_told_apart_and_known_at_their_own_hours(tmp_path: Path) -> None:
    store = together(tmp_path, ("fx", FIXINGS))
    day = D(2024, 2, 13)
    found = store.fx("USD/KRW", day, day)
    assert [(p.kind, p.value) for p in found] == [
        ("BOK", Decimal("1327.2")), ("ECB", Decimal("1329.23191")), ("FRED noon", Decimal("1327.88")),
        ("market close", Decimal("1340.71")), ("market close", Decimal("1328.5")),
    ]  # fmt: skip
    assert found[0].known_at == utc(2024, 2, 12, 23, 30) and found[2].known_at == utc(2024, 2, 13, 17)
    assert [p.kind for p in store.fx("USD/KRW", day, day, as_of=utc(2024, 2, 13, 15))] == ["BOK", "ECB"]


def test_the_seoul_onshore_close_is_in_no_series_and_no_other_fixing_takes_its_name(tmp_path: Path) -> None:
    for market in (together(tmp_path, ("fx", FIXINGS)), open_market(None)):
        kinds = {p.kind for p in market.fx("USD/KRW", D(2024, 2, 13), D(2024, 2, 13))}
        assert kinds and "Seoul onshore close" not in kinds


def test_a_fixing_far_from_the_others_of_its_day_is_doubtful(tmp_path: Path) -> None:
    store = together(tmp_path, ("fx", FIXINGS.replace("1327.88", "1227.88")))
    found = {p.kind: p.doubtful for p in store.fx("USD/KRW", D(2024, 2, 13), D(2024, 2, 13))}
    assert found["FRED noon"] is not None and found["BOK"] is None


def test_revised_figures_are_told_from_first_prints_and_never_decide_alone(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("macro", """series,period,value,unit,release_date,source,note
         PAYEMS,2024-01-01,157049,thousand persons,,FRED,latest vintage as of 2026-01-03 (revised not first print)
         PAYEMS,2024-01-01,157700,thousand persons,2024-02-02,ALFRED,first print
         CPIAUCNS,2024-01-01,308.417,index,2024-02-13,BLS,"""),
    )  # fmt: skip
    found = {p.kind: p for p in store.series("US_PAYROLLS", D(2024, 1, 1), D(2024, 1, 31))}
    assert found["first_print"].doubtful is None and found["first_print"].known_at == utc(2024, 2, 2, 13, 30)
    assert found["revised"].doubtful == "revised figure, not the first print"
    (cpi,) = store.series("US_CPI", D(2024, 1, 1), D(2024, 1, 31))
    assert cpi.known_at == utc(2024, 2, 13, 13, 30) and cpi.doubtful is None
    assert not store.series("US_CPI", D(2024, 1, 1), D(2024, 1, 31), as_of=utc(2024, 2, 13, 13, 29))


def test_share_classes_of_one_company_are_ranked_once(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("marketcap", """date,symbol,close,market_cap,source
         2024-02-12,MSFT,415.26,3085562948455,nightly
         2024-02-12,GOOG,148.73,1850000000000,nightly
         2024-02-12,GOOGL,147.53,1834240490000,nightly
         2024-02-12,NVDA,722.48,1784525600000,nightly
         2024-02-12,BRK/A,597100,878247098408,nightly
         2024-02-12,BRK/B,396.3,877472095360,nightly
         2024-02-12,005930.KS,75200,448927647760000,exchange
         2024-02-12,005935.KS,63000,51800000000000,exchange"""),
    )  # fmt: skip
    ids = [id for id, _ in store.market_ranking(D(2024, 2, 12), "US")]
    assert ids == ["XNAS:MSFT", "XNAS:GOOGL", "XNAS:NVDA", "XNYS:BRK.A"]
    assert [id for id, _ in store.market_ranking(D(2024, 2, 12), "KRX")] == ["XKRX:005930"]
    assert store.market_ranking(D(2024, 2, 12), "US", as_of=utc(2024, 2, 12, 20, 59)) == []


def test_the_splits_of_softbank_and_samsung(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("splits", """symbol,effective_date,ratio_new_per_old,source
         9984.T,2025-12-29,4,table
         005930.KS,2018-05-04,50,table"""),
        ("prices", """symbol,date,close,basis,source
         9984.T,2025-12-26,17600,as traded (derived),panel
         9984.T,2025-12-29,4400,as traded (derived),panel
         005930.KS,2018-04-27,2650000,KRX as traded,exchange
         005930.KS,2018-05-04,51900,KRX as traded,exchange"""),
        now=LATER,
    )  # fmt: skip
    softbank = store.bars("XTKS:9984.T", D(2025, 12, 26), D(2025, 12, 29), adjusted_to=D(2025, 12, 29))
    assert closes(softbank) == [Decimal(4400), Decimal(4400)] and softbank[0].doubtful is None
    samsung = store.bars("XKRX:005930", D(2018, 4, 27), D(2018, 5, 4), adjusted_to=D(2018, 5, 4))
    assert closes(samsung) == [Decimal(53000), Decimal(51900)]


def test_a_korean_issue_restated_for_a_later_action_is_doubtful_until_then(tmp_path: Path) -> None:
    """Closes that the exchange's price steps do not allow cannot be what was traded."""
    lines = [f"2024-02-{d:02},{c}" for d, c in ((1, 9553), (2, 9557), (5, 9561), (6, 9570), (7, 9563), (8, 9600), (13, 9610))]
    text = "date,close,symbol,basis\n" + "\n".join(f"{line},000020,KRX adjusted" for line in lines)
    store = together(tmp_path, ("prices", text))
    doubts = [b.doubtful is not None for b in store.bars("XKRX:000020", D(2024, 2, 1), D(2024, 2, 13))]
    assert doubts == [True] * 5 + [False] * 2


def test_where_two_sources_disagree_the_exchange_is_believed_and_the_other_is_doubtful(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("prices", """symbol,date,close,basis,source
         086520.KQ,2024-01-23,523000,KRX as traded,FinanceData/marcap
         086520.KQ,2024-01-24,524000,KRX as traded,FinanceData/marcap
         086520.KQ,2024-01-23,104600,KRX adjusted,other
         086520.KQ,2024-01-24,523000,KRX adjusted,other"""),
    )  # fmt: skip
    window = D(2024, 1, 23), D(2024, 1, 24)
    assert closes(store.bars("XKOS:086520", *window)) == [Decimal(523000), Decimal(524000)]
    assert all(b.doubtful is None for b in store.bars("XKOS:086520", *window))
    assert [b.doubtful for b in store.other_bars("XKOS:086520", *window)] == ["another source differs by more than 2%", None]


def test_two_sources_without_the_exchange_that_disagree_are_both_doubtful(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("prices", """symbol,date,close,basis,source
         GE,2021-02-03,11.07,as_traded,a
         GE,2021-02-03,71.32,as_traded,b"""),
    )  # fmt: skip
    day = D(2021, 2, 3)
    assert [b.doubtful is not None for b in (*store.bars("XNYS:GE", day, day), *store.other_bars("XNYS:GE", day, day))] == [True] * 2


def test_a_series_called_as_traded_that_does_not_move_at_a_split_is_doubtful_before_it(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("splits", "symbol,effective_date,ratio_new_per_old,source\nSMCI,2024-10-01,10,table"),
        ("prices", """symbol,date,close,basis,source
         SMCI,2024-09-27,41.98,as_traded,panel
         SMCI,2024-09-30,41.64,as_traded,panel
         SMCI,2024-10-01,40.55,as_traded,panel
         SMCI,2024-10-02,41.29,as_traded,panel"""),
        now=LATER,
    )  # fmt: skip
    doubts = [b.doubtful for b in store.bars("XNAS:SMCI", D(2024, 9, 27), D(2024, 10, 2))]
    assert doubts == ["the price does not move as its basis asks at a split on record"] * 2 + [None] * 2


def test_a_jump_like_a_split_that_nobody_recorded_is_doubtful_on_its_day(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("prices", """symbol,date,close,basis,source
         AVGO,2024-07-11,1703.31,as_traded,panel
         AVGO,2024-07-12,1700.12,as_traded,panel
         AVGO,2024-07-15,171.42,as_traded,panel
         AVGO,2024-07-16,172.60,as_traded,panel"""),
        now=LATER,
    )  # fmt: skip
    doubts = [b.doubtful for b in store.bars("XNAS:AVGO", D(2024, 7, 11), D(2024, 7, 16))]
    assert doubts == [None, None, "jumps like a split that is not on record", None]


def test_figures_per_share_on_mixed_share_bases_are_not_imported(tmp_path: Path) -> None:
    imported(
        tmp_path, "fundamentals",
        """symbol,period_type,item,period_end,value,unit,source,note
        NVDA,annual,eps,2023-01-29,1.74,USD/share,SEC,mixed split basis
        NVDA,annual,netIncome,2023-01-29,4368000000,USD,SEC,""",
    )  # fmt: skip
    store = opened(tmp_path)
    year = D(2023, 1, 1), D(2023, 12, 31)
    assert store.fundamentals("XNAS:NVDA", "eps", *year) == []
    (income,) = store.fundamentals("XNAS:NVDA", "net_income", *year)
    assert (income.value, income.kind, income.unit) == (Decimal(4368000000), "annual", "USD")
    assert income.known_at == utc(2023, 4, 14, 22)


def test_a_ticker_that_is_also_a_commodity_is_the_company_in_a_list_of_us_listings(tmp_path: Path) -> None:
    imported(tmp_path, "marketcap", "date,symbol,close,market_cap\n2024-02-12,GOLD,14.4,25300000000", listings="US")
    store = opened(tmp_path)
    assert store.market_values("XNYS:GOLD", D(2024, 2, 12), D(2024, 2, 12))
    assert not store.market_values("COMDTY:GOLD", D(2024, 2, 12), D(2024, 2, 12))


def test_a_source_told_as_the_same_is_that_of_the_row_above(tmp_path: Path) -> None:
    store = together(
        tmp_path,
        ("macro", """series,period,value,unit,release_date,source,note
         SIA_WSTS_GLOBAL_SEMI_SALES_ANNUAL,2023,526.8,bn USD,2024-02-05,SIA release 2024-02-05,
         SIA_WSTS_GLOBAL_SEMI_SALES_ANNUAL,2022,574.1,bn USD,2024-02-05,same,restated; first print 573.5"""),
    )  # fmt: skip
    found = store.series("WORLD_SEMICONDUCTOR_SALES", D(2022, 1, 1), D(2023, 12, 31))
    assert [(p.end.year, p.source) for p in found] == [(2022, "SIA release 2024-02-05"), (2023, "SIA release 2024-02-05")]


def test_what_a_source_gave_before_the_session_was_over_is_doubtful(tmp_path: Path) -> None:
    """A price of a session under way, and one of a day to come, is no close."""
    text = """symbol,date,close,basis,source
     AAPL,2024-05-30,191.29,as_traded,desk
     AAPL,2024-05-31,191.50,as_traded,desk
     AAPL,2024-06-03,192.00,as_traded,desk"""
    imported(tmp_path, "prices", text, now=utc(2024, 5, 31, 18))
    doubts = [b.doubtful for b in opened(tmp_path).bars("XNAS:AAPL", D(2024, 5, 30), D(2024, 6, 3))]
    assert doubts == [None, *["its session was not over when it was fetched"] * 2]


def test_a_price_below_zero_is_doubtful_but_for_goods(tmp_path: Path) -> None:
    """On 20 April 2020 a barrel of oil cost less than nothing; a share never does."""
    text = """symbol,date,close,basis,source
     CL=F,2020-04-20,-37.63,front_month,desk
     AAPL,2020-04-20,-69.23,as_traded,desk"""
    store = together(tmp_path, ("prices", text))
    day = D(2020, 4, 20)
    (oil,), (share,) = store.bars("COMDTY:WTI", day, day), store.bars("XNAS:AAPL", day, day)
    assert (oil.close, oil.doubtful, share.doubtful) == (Decimal("-37.63"), None, "a price below zero")
