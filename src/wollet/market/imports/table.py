"""CSV and Parquet as columns under our own names, by a declared mapping."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from wollet.market.figures import DAY_ZERO

NAMED = ("symbol", "pair", "series")
"""Columns that say what a row is of."""
FIRST, LAST = dt.date(1700, 1, 1), dt.date(2200, 12, 31)
"""No figure of a market is of a day beyond."""


class Columns(msgspec.Struct, frozen=True):
    """A file read: pyarrow columns by our names, how many rows, and how many the file had before."""

    n: int
    by: dict[str, Any]
    rows: int = 0

    def has(self, name: str) -> bool:
        return name in self.by


GROUPED = r"^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$"


class Refused(ValueError):
    """A file that cannot be imported: what was received, why it fails, what to do (one line)."""


def read(path: Path, mapping: Mapping[str, str], fields: frozenset[str]) -> Columns:
    """The columns of a file.  `mapping` gives a column's name in the file for ours; other columns keep their names.

    Raises Refused where the file cannot be read or a mapped column is missing.
    """
    sign = ""
    try:
        import pyarrow as pa
        from pyarrow import csv, parquet
    except ImportError:
        raise Refused("importing needs pyarrow and numpy: pip install 'wollet[data]'") from None
    if not path.exists():
        raise Refused(f"{path}: no such file")
    for ours in mapping:
        if ours not in fields:
            raise Refused(f"{path}: {ours} is no field of this kind: the fields are {', '.join(sorted(fields))}")
    try:
        if path.suffix.lower() == ".parquet":
            schema = parquet.read_schema(path)
            wanted = [c for c in schema.names if _ours(c, mapping) in fields]
            table = parquet.read_table(path, columns=wanted)
            present = schema.names
        elif path.suffix.lower() in (".csv", ".tsv", ".txt"):
            encoding = _encoding(path)
            with path.open(encoding=encoding) as f:
                head = f.readline()
            sign = "\t" if "\t" in head else ";" if head.count(";") > head.count(",") else ","
            present = [c.strip().strip('"') for c in head.rstrip("\r\n").split(sign)]
            if (twice := next((c for c in present if c and present.count(c) > 1), None)) is not None:
                raise Refused(f"{path}: the column {twice} stands there twice: rename one of them")
            table = csv.read_csv(
                path,
                read_options=csv.ReadOptions(column_names=present, skip_rows=1, encoding=encoding.removesuffix("-sig")),
                parse_options=csv.ParseOptions(delimiter=sign),
                convert_options=csv.ConvertOptions(
                    column_types={c: pa.string() for c in present}, strings_can_be_null=True, null_values=["", "NaN", "nan", "null", "-"]
                ),
            )
        else:
            raise Refused(f"{path}: .csv and .parquet can be imported, not {path.suffix or 'a file without a suffix'}")
    except UnicodeDecodeError:
        raise Refused(f"{path}: cannot be read as UTF-8 or CP949 text: save it as CSV in UTF-8") from None
    except (pa.ArrowInvalid, pa.ArrowException, OSError) as e:
        raise Refused(f"{path}: cannot be read ({str(e).splitlines()[0][:120]})") from None
    for ours, theirs in mapping.items():
        if theirs not in present:
            raise Refused(f"{path}: no column {theirs!r} for {ours}: the columns are {', '.join(present[:20])}")
    by = {_ours(c, mapping): table.column(c).combine_chunks() for c in table.column_names}
    by = {k: _pointed(v) if sign == ";" else v for k, v in by.items() if k in fields}
    return _of_something(table.num_rows, by)


def _of_something(n: int, by: dict[str, Any]) -> Columns:
    """The rows that say what they are of."""
    import numpy as np
    import pyarrow as pa

    kept = by
    for name in NAMED:
        if name in kept:
            values, codes = texts(kept[name])
            if (nameless := [i for i, v in enumerate(values) if not v.strip()]):
                there = pa.array(~np.isin(codes, nameless))
                kept = {k: v.filter(there) for k, v in kept.items()}
    return Columns(len(next(iter(kept.values()))) if kept else n, kept, n)


def _pointed(column: Any) -> Any:
    """A column of a file parted by semicolons, where a comma is the decimal mark, with points in its place."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_string(column.type):
        return column
    figures = pc.match_substring_regex(column, r"^\s*[+-]?\d+(,\d+)?\s*$")
    return pc.replace_substring(column, ",", ".") if pc.all(figures).as_py() else column


def _encoding(path: Path) -> str:
    """UTF-8, or the CP949 in which Korean spreadsheets and the exchange's downloads are written."""
    with path.open("rb") as f:
        head = f.read(1 << 16)
    try:
        head[: head.rfind(b"\n") + 1 or None].decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp949"
    return "utf-8-sig"


def _ours(column: str, mapping: Mapping[str, str]) -> str:
    return next((ours for ours, theirs in mapping.items() if theirs == column), column if column not in mapping else "")


def need(columns: Columns, path: Path, *names: str) -> None:
    for n in names:
        if n not in columns.by:
            raise Refused(f"{path}: {n} is not among the columns: name it with --map {n}=COLUMN")


def texts(column: Any) -> tuple[list[str], Any]:
    """(the distinct texts, a code for each row); a missing text is ""."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not pa.types.is_string(column.type) and not pa.types.is_large_string(column.type):
        column = pc.cast(column, pa.string())
    coded = pc.fill_null(column, "").dictionary_encode()
    return coded.dictionary.to_pylist(), coded.indices.to_numpy(zero_copy_only=False)


def floats(column: Any, path: Path, name: str) -> Any:
    """A numeric column; commas between groups of three digits are allowed in text.  Missing is NaN."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    try:
        if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
            column = pc.utf8_trim_whitespace(column)
            odd = column.filter(pc.and_(pc.match_substring(column, ","), pc.invert(pc.match_substring_regex(column, GROUPED))))
            if len(odd.drop_null()):
                raise Refused(f"{path}: {name} holds {odd[0].as_py()[:30]!r}: a comma parts thousands (1,234.5) and is no decimal mark: write a point")
            column = pc.cast(pc.replace_substring(column, ",", ""), pa.float64())
        elif not pa.types.is_floating(column.type):
            column = pc.cast(column, pa.float64(), safe=False)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as e:
        raise Refused(f"{path}: {name} holds what is no number ({str(e).splitlines()[0][:80]})") from None
    return np.asarray(pc.fill_null(pc.cast(column, pa.float64()), float("nan")).to_numpy(zero_copy_only=False))


def days(column: Any, path: Path, name: str) -> Any:
    """Ordinals of a column of dates: dates, timestamps, 2024-02-13 or 20240213; 0 where there is none."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        day32 = pc.cast(column, pa.date32(), safe=False) if not pa.types.is_date32(column.type) else column
        out = pc.fill_null(pc.cast(day32, pa.int32()), -DAY_ZERO).to_numpy(zero_copy_only=False).astype(np.int64) + DAY_ZERO
        for day in (int(out[out > 0].min(initial=LAST.toordinal())), int(out.max(initial=0))):
            if day and not FIRST.toordinal() <= day <= LAST.toordinal():
                raise Refused(f"{path}: {name} holds {_shown(day)}, which is no day of a market: check the column")
        return out
    values, codes = texts(column)
    return np.array([_day(v, path, name) for v in values], dtype=np.int64)[codes]


def _day(text: str, path: Path, name: str) -> int:
    s = text.strip()
    if not s:
        return 0
    try:
        day = dt.date.fromisoformat(s[:10] if "-" in s else f"{s[:4]}-{s[4:6]}-{s[6:8]}")
    except ValueError:
        raise Refused(f"{path}: {name} holds {text[:30]!r}, which is no date: write 2024-02-13 or 20240213") from None
    if not FIRST <= day <= LAST:
        raise Refused(f"{path}: {name} holds {text[:30]!r}, which is no day of a market: check the column")
    return day.toordinal()


def _shown(ordinal: int) -> str:
    return str(dt.date.fromordinal(ordinal)) if 0 < ordinal <= dt.date.max.toordinal() else f"day {ordinal:,}"


def names(path: Path) -> list[str]:
    """The columns that a file has."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise Refused("importing needs pyarrow and numpy: pip install 'wollet[data]'") from None
    if path.suffix.lower() == ".parquet":
        return list(parquet.read_schema(path).names)
    with path.open(encoding=_encoding(path)) as f:
        return [c.strip().strip('"') for c in f.readline().rstrip("\r\n").replace(";", ",").replace("\t", ",").split(",")]
