"""The sample articles, checked once, and the programmes of their days."""

from __future__ import annotations

import datetime as dt

import pytest

from wollet.brief.programme import Programme, programme
from wollet.market import open_market
from wollet.model.market import MarketData
from wollet.model.story import Checked
from wollet.read import read
from wollet.samples import articles
from wollet.verify.check import check


@pytest.fixture(scope="session")
def market() -> MarketData:
    return open_market(None)


@pytest.fixture(scope="session")
def checked(market: MarketData) -> list[Checked]:
    return [check(a, market) for a in read(articles())]  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def programmes(checked: list[Checked], market: MarketData) -> list[Programme]:
    """One a day, as `wollet brief --samples` tells them."""
    days = sorted({c.article.published.date() for c in checked})
    return [programme(checked, market, langs=("ko", "en"), date=d, days=2) for d in days]


@pytest.fixture(scope="session")
def week(checked: list[Checked], market: MarketData) -> Programme:
    return programme(checked, market, langs=("ko", "en"), date=dt.date(2024, 2, 14))
