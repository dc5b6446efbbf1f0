"""What a check found, as Python holds it: verdicts to walk through, a report to store, a table to count with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from wollet.model.article import Article, Failure
from wollet.model.market import MarketData
from wollet.model.story import Checked
from wollet.model.verdict import Label, Verdict

if TYPE_CHECKING:
    import pandas
    import polars

COLUMNS: Mapping[str, str] = {
    "article": "id of the article",
    "published": "publication time, aware",
    "claim": "id of the claim within its article (c1, c2, ...)",
    "start": "first code point of the quoted expression",
    "end": "the code point after its last",
    "quote": "the expression as written",
    "code": "code of its family (CHG)",
    "family": "name of its family (change)",
    "canonical": "the statement in the claim language",
    "subject": "id of what it is about (XNAS:NVDA), where there is one",
    "symbol": "its short symbol (NVDA)",
    "metric": "what is measured of it (price)",
    "low": "lower end of the stated magnitude, in base units",
    "high": "upper end",
    "unit": "its unit (percent, points, USD, ...)",
    "hedge": "about, more_than, ... where the words hedge",
    "direction": "up, down or flat",
    "from": "first day of its window, on the subject's own exchange",
    "to": "last day",
    "basis": "close, intraday, ...",
    "certainty": "asserted, reported, expected, planned or hypothetical",
    "said_by": "whom the statement is charged to, where not to the article",
    "verdict": "supported, refuted or undecided",
    "reason": "why it is undecided",
    "gross": "whether a direction or an order is turned",
    "measured": "what the data say, in `measured_unit`",
    "measured_unit": "its unit",
    "formula": "how it was computed",
    "sources": "where its rows come from",
    "help": "what the article should have said",
}
"""The columns of a report as a data frame.  Figures are floating point there; the report has the exact decimals."""
FIGURES = ("low", "high", "measured")


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Checked articles with what could not be used; each verdict carries its claim, its readings and their proof."""

    articles: tuple[Checked, ...]
    errors: tuple[Failure, ...] = ()
    market: MarketData | None = None

    @property
    def claims(self) -> tuple[Verdict, ...]:
        """Every claim with its verdict, in text order."""
        return tuple(v for c in self.articles for v in c.verdicts)

    @property
    def supported(self) -> tuple[Verdict, ...]:
        return self._labelled("supported")

    @property
    def refuted(self) -> tuple[Verdict, ...]:
        return self._labelled("refuted")

    @property
    def undecided(self) -> tuple[Verdict, ...]:
        return self._labelled("undecided")

    def _labelled(self, label: Label) -> tuple[Verdict, ...]:
        return tuple(v for v in self.claims if v.label == label)

    def __len__(self) -> int:
        return sum(len(c.verdicts) for c in self.articles)

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.claims)

    def __str__(self) -> str:
        """The refuted claims in full, then one line over all."""
        from wollet.verify.diagnostics import diagnostics, summary

        told = [diagnostics(v, c.article) for c in self.articles for v in c.verdicts if v.label == "refuted"]
        return "\n".join([*told, summary(list(self.claims))])

    def to_dict(self, *, mentions: bool = False) -> dict[str, Any]:
        """The document that `wollet check --format json` prints: schema `wollet.report/1`."""
        from wollet.verify.report import report

        return report(self.articles, self.errors, self.market, mentions=mentions)

    def to_json(self, *, mentions: bool = False) -> str:
        """The same as text."""
        return msgspec.json.encode(self.to_dict(mentions=mentions)).decode()

    def rows(self) -> list[dict[str, Any]]:
        """One row a claim, with the keys of `COLUMNS`."""
        from wollet.verify.report import claim_json

        return [
            _row(c.article, claim_json(v, f"c{n}", c.article.lang)) for c in self.articles for n, v in enumerate(c.verdicts, 1)
        ]

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame, one row a claim; the columns are those of `COLUMNS`."""
        pandas = _library("pandas")
        frame = pandas.DataFrame(self.rows(), columns=list(COLUMNS))
        return frame.astype(dict.fromkeys(FIGURES, "float64"))

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame, one row a claim; the columns are those of `COLUMNS`."""
        polars = _library("polars")
        kinds: dict[str, Any] = dict.fromkeys(COLUMNS, polars.String)
        kinds |= dict.fromkeys(FIGURES, polars.Float64)
        kinds |= {"start": polars.Int64, "end": polars.Int64, "gross": polars.Boolean}
        kinds |= {"from": polars.Date, "to": polars.Date, "published": polars.Datetime("us", "UTC")}
        return polars.DataFrame(self.rows(), schema=kinds)


def _library(name: str) -> Any:
    """A library of data frames; an ImportError says how to get it."""
    import importlib

    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        raise ImportError(f"{name} is not installed: pip install 'wollet[frames]', or take Report.rows()") from None


def _row(a: Article, c: dict[str, Any]) -> dict[str, Any]:
    import datetime as dt

    when, proof, said = c["when"] or {}, c["evidence"] or {}, c["stated"]
    day = lambda key: dt.date.fromisoformat(when[key]) if when.get(key) else None  # noqa: E731
    figure = lambda x: None if x is None else float(x)  # noqa: E731
    values = (
        a.id, a.published.astimezone(dt.UTC), c["id"], c["span"][0], c["span"][1], c["quote"], c["code"], c["family"], c["canonical"],
        c["subject"]["id"], c["subject"]["symbol"], c["metric"], figure(said["low"]), figure(said["high"]), said["unit"],
        said["hedge"], c["direction"], day("start"), day("end"), c["basis"], c["certainty"], c["said_by"], c["verdict"],
        c["reason"], c["gross"], figure(proof.get("measured")), proof.get("unit"), proof.get("formula"),
        ", ".join(dict.fromkeys(r["source"] for r in proof.get("rows", ()))) or None, c["help"],
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))
