"""An article checked as of its publication gets the same verdicts, whatever is imported afterwards."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from making import LATER, imported, together

import wollet

TEXT = """Chips lead on Monday

Nvidia rose 0.16% to close at $722.48 on Monday. Arm slipped 29.3% to $148.97 on Monday.
Nvidia's market value stood at $1.78 trillion at Monday's close. The dollar was worth 1,327.2 won on Monday.
U.S. consumer prices rose 3.1% in January from a year earlier, the Labor Department said.
"""
PUBLISHED = "2024-02-13T18:00-05:00"
FILES = (
    ("prices", """symbol,date,open,high,low,close,volume,basis,source
     NVDA,2024-02-08,700.74,707.94,694.55,696.41,41442160,as_traded,nightly
     NVDA,2024-02-09,705.33,721.85,702.12,721.33,43663707,as_traded,nightly
     NVDA,2024-02-12,726,746.11,712.5,722.48,61371032,as_traded,nightly
     NVDA,2024-02-13,704,734.5,696.2,721.28,60258035,as_traded,nightly
     ARM,2024-02-08,116.76,126.58,103.08,113.89,103466780,as_traded,nightly
     ARM,2024-02-09,121.34,126.58,111.11,115.21,42960480,as_traded,nightly
     ARM,2024-02-12,119.75,164,119.7,148.97,104024350,as_traded,nightly
     ARM,2024-02-13,141.13,145.9,119.25,120.24,47000000,as_traded,nightly"""),
    ("marketcap", "date,symbol,close,market_cap,currency,source\n2024-02-12,NVDA,722.48,1784525600000,USD,nightly"),
    ("fx", "date,pair,close,kind,source\n2024-02-12,USDKRW,1327.2,BOK,bank\n2024-02-13,USDKRW,1327.2,BOK,bank"),
    ("macro", """series,period,value,unit,release_date,source
     CPIAUCNS,2023-01-01,299.170,index,2023-02-14,BLS
     CPIAUCNS,2024-01-01,308.417,index,2024-02-13,BLS"""),
)  # fmt: skip
AFTERWARDS = {
    "prices": """symbol,date,open,high,low,close,volume,basis,source
     NVDA,2024-02-09,700,800,600,730,1,as_traded,FinanceData/marcap
     NVDA,2024-02-12,700,800,600,715,1,as_traded,FinanceData/marcap
     NVDA,2024-02-12,70,80,60,71.5,1,split_adj_to_2025-01-31,Yahoo Finance
     ARM,2024-02-12,100,120,90,99,1,as_traded,FinanceData/marcap
     NVDA,2024-06-10,120,123,117,121.79,1,as_traded,nightly""",
    "splits": "symbol,effective_date,ratio_new_per_old,source\nNVDA,2024-06-10,10,table",
    "dividends": "symbol,ex_date,amount,source\nNVDA,2024-03-05,0.04,desk",
    "marketcap": "date,symbol,market_cap,currency,source\n2024-02-12,NVDA,1500000000000,USD,KRX\n2024-02-12,MSFT,3085562948455,USD,KRX",
    "fx": "date,pair,close,kind,source\n2024-02-12,USDKRW,1340,BOK,other\n2024-02-12,USDKRW,1341,ECB,other\n2024-02-13,USDKRW,1340,BOK,other",
    "macro": "series,period,value,unit,release_date,source,note\nCPIAUCNS,2024-01-01,311,index,2025-02-12,BLS,revised\nCPIAUCNS,2023-01-01,297,index,2025-02-12,BLS,revised",
}  # fmt: skip


def verdicts(store: Path, *, hindsight: bool = False) -> list[dict[str, Any]]:
    report = wollet.check(TEXT, published=PUBLISHED, data=store, hindsight=hindsight)
    claims: list[dict[str, Any]] = report.to_dict()["articles"][0]["claims"]
    return claims


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("held")
    together(at, *FILES)
    return at


def test_verdicts_outlast_every_later_import(folder: Path) -> None:
    before = verdicts(folder / "store")
    assert {c["verdict"] for c in before} >= {"supported", "refuted"} and len(before) >= 6
    for n, (kind, text) in enumerate(AFTERWARDS.items()):
        imported(folder, kind, text, now=LATER + dt.timedelta(days=n), name=f"afterwards{n}")
        assert verdicts(folder / "store") == before, kind
    assert verdicts(folder / "store", hindsight=True) != before, "what was imported does count with hindsight"
