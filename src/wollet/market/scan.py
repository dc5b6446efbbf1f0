"""Scans and as-of joins over the whole store: its tables as Parquet, asked by DuckDB.

Point look-ups never come here.  The Parquet files are written once for a state of the store, beside its segments, and
figures are decimals in them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wollet.market.answers import Store
from wollet.market.figures import DAY_ZERO
from wollet.market.segment import TABLES, Run

FOLDER = "scan"
PLACES = 6
"""Decimal places of prices in a scan; the store keeps all that a source gives."""
BARS = ("open", "high", "low", "close")
GROUP = 1 << 20


def export(store: Store, table: str, path: Path) -> int:
    """Writes one table ("prices", "fx", …) as Parquet, sorted by series and day; the number of rows.

    Prices are as their source states them: `basis` tells which splits are in them.
    """
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet

    letter = next(k for k, v in TABLES.items() if v == table)
    fields = [("series", pa.string()), ("day", pa.date32()), ("known_at", pa.timestamp("s", "UTC"))]
    figures = BARS if letter in "bi" else ("value",)
    fields += [(f, pa.float64()) for f in figures] + ([("volume", pa.int64())] if letter in "bi" else [])
    fields += [(a, pa.string()) for a in ("source", "basis", "kind", "unit", "currency", "doubtful")]
    schema = pa.schema(fields)
    rows = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as out:
        waiting: list[Any] = []
        size = 0
        for id in store.keys(letter):
            for r in store.runs(f"{letter}:{id}"):
                waiting.append(_batch(r, id, figures, schema, np, pa))
                size += r.head.n
                if size >= GROUP:
                    out.write_table(pa.Table.from_batches(waiting, schema).combine_chunks())
                    rows, size, waiting = rows + size, 0, []
        if waiting:
            out.write_table(pa.Table.from_batches(waiting, schema).combine_chunks())
    return rows + size


def _batch(r: Run, id: str, figures: tuple[str, ...], schema: Any, np: Any, pa: Any) -> Any:
    n = r.head.n
    day = np.asarray(r.day)
    columns: dict[str, Any] = {
        "series": _same(id, n, pa), "day": pa.array(day - DAY_ZERO, pa.int32()).cast(pa.date32()),
        "known_at": pa.array((day.astype(np.int64) - DAY_ZERO) * 86400 + np.asarray(r.known).astype(np.int64) * 60)
        .cast(pa.timestamp("s")).cast(pa.timestamp("s", "UTC")),
    }  # fmt: skip
    for f in (*figures, *(("volume",) if "volume" in schema.names else ())):
        view = r.column(f)
        if view is None:
            columns[f] = pa.nulls(n, schema.field(f).type)
            continue
        whole = np.asarray(view)
        missing = whole == np.iinfo(whole.dtype).min
        columns[f] = pa.array(whole.astype(np.int64) if f == "volume" else whole / 10.0**r.head.scale, mask=missing)
    for a in ("source", "basis", "kind", "unit", "currency"):
        columns[a] = _same(r.head.attributes.get(a), n, pa)
    doubts = r.column("doubt")
    columns["doubtful"] = (
        pa.nulls(n, pa.string()) if doubts is None
        else pa.array([None, *r.head.doubts], pa.string()).take(pa.array(np.asarray(doubts)))
    )  # fmt: skip
    return pa.record_batch([columns[name].cast(schema.field(name).type) for name in schema.names], schema=schema)


def _same(value: str | None, n: int, pa: Any) -> Any:
    return pa.nulls(n, pa.string()) if value is None else pa.repeat(pa.scalar(value, pa.string()), n)


def connect(store: Store) -> Any:
    """A DuckDB connection with a view a table (prices, fx, series, …) over the store's present state.

    The first call for a state writes the Parquet files.  Raises ValueError where DuckDB or pyarrow is not installed.
    """
    try:
        import duckdb
        import pyarrow  # noqa: F401
    except ImportError:
        raise ValueError("scans need duckdb and pyarrow: pip install 'wollet[data]'") from None
    folder = store.path / FOLDER / f"{store.manifest.generation:06}"
    folder.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    for letter, name in TABLES.items():
        path = folder / f"{name}.parquet"
        if not path.exists():
            if not store.keys(letter):
                continue
            new = path.with_suffix(".new")
            export(store, name, new)
            new.replace(path)
        connection.sql(f"create view {name} as from '{path.as_posix().replace(chr(39), chr(39) * 2)}'")
    return connection
