"""Builds the instrument reference: listings of the large exchanges, with the names that news calls them by.

    python scripts/build_instruments.py LISTINGS.csv [--values VALUES.parquet]

LISTINGS.csv has the columns symbol, name_en, name_ko, aliases (joined by "|"), exchange, currency, sector, industry,
country, isin, type: public exchange listings.  VALUES.parquet (symbol, date, market_cap) grades US listings by size;
without it each keeps the grade it was last given.
The hand-kept tables beside the result (series, aliases, delisted, abroad) are compiled in.  Word frequencies
(`pip install wordfreq`) tell the names that are also words.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import math
import re
import sys
import zlib
from collections import defaultdict
from pathlib import Path

import msgspec

DATA = Path(__file__).resolve().parent.parent / "src" / "wollet" / "reference" / "data"
TABLES = ("series.csv", "aliases.csv", "delisted.csv", "abroad.csv")
MIC = {"NASDAQ": "XNAS", "NYSE": "XNYS", "AMEX": "XASE", "KOSPI": "XKRX", "KOSDAQ": "XKOS", "KONEX": "XKON",
       "TSE": "XTKS", "HKEX": "XHKG"}  # fmt: skip
CALENDAR = {"XNAS": "XNYS", "XASE": "XNYS", "XKOS": "XKRX", "XKON": "XKRX"}
CURRENCY = {"XNYS": "USD", "XKRX": "KRW", "XTKS": "JPY", "XHKG": "HKD"}
STRONG, CONTEXT, BACKED = 0, 1, 2

LEGAL = (
    r"Incorporated|Inc\.?|Corporation|Corp\.?|Company|Co\.?|Limited|Ltd\.?|L\.?L\.?C\.?|PLC|plc|Plc|P\.L\.C\.|LP|L\.P\.|"
    r"S\.?A\.?B?\.?|Sa|N\.?V\.?|AG|SE|S\.p\.A\.|ASA|AB|A/S|Oyj|Bancorp Inc\.?|Holdings?|Group|Trust|"
    r"\(The\)|Co\.,? ?Ltd\.?|de C\.V\.|New"
)
TAIL = re.compile(rf"[\s,]+(?:{LEGAL})$")
CLASS = re.compile(
    r"\s+(?:Class [A-C]|Series [A-C]|Cl [A-C]|Common (?:Stock|Shares?)|Ordinary Shares?|American Depos\w+.*|Depos\w+.*|ADR|ADS"
    r"|Sponsored ADR|Voting Shares|Subordinate Voting.*|Capital Stock|Registered(?: Shares.*)?|Shares of Beneficial.*|\(The\))$",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"\b(?:Warrants?|Units?|Rights?|Notes?|Preferred|Preference|Debentures?|Depositary|Subordinated|due 20\d\d|ETF|ETN|Fund|FUND)\b"
    r"|%|\d/\d"
)
KO_NOT_A_NAME = re.compile(r"우선주|워런트|유닛|채권|신주인수권|라이트$|\d{4}-\d\d|스팩|기업인수목적|\d+호$")


def latin(names: str) -> str:
    """The first of a listing's names that is written in Latin letters and needs nothing beside it."""
    return next((n for n in names.split("|") if re.match(r"[A-Za-z]", n) and not re.search(r"[가-힣]", n) and " " in n), "")


def unslash(symbol: str) -> str:
    return symbol.replace("/", ".").replace("-", ".")


def identify(row: dict[str, str]) -> tuple[str, str] | None:
    mic = MIC.get(row["exchange"])
    if mic is None or row["type"] not in ("stock", "etf"):
        return None
    symbol = row["symbol"]
    if mic in ("XKRX", "XKOS", "XKON"):
        symbol = symbol.split(".")[0]
    elif mic == "XHKG":
        code = symbol.split(".")[0].lstrip("0").zfill(4)
        symbol = f"{code}.HK"
    elif mic != "XTKS":
        symbol = unslash(symbol)
    return f"{mic}:{symbol}", symbol


def proper(name: str) -> str:
    """Exchange lists write names in capitals: "ATA CREATIVITY GLOBAL" -> "Ata Creativity Global"."""
    if name.upper() != name:
        return name
    return " ".join(w if len(w) <= 3 and w not in ("INC", "THE", "AND", "CO.") else w.capitalize() for w in name.split())


def shorten(name: str) -> list[str]:
    """Names as prose writes them: legal forms, share classes and articles stripped, longest first."""
    name = CLASS.sub("", re.sub(r"\s+", " ", name)).strip(" ,")
    out = [name]
    while True:
        cut = TAIL.sub("", name).strip(" ,&")
        if cut == name or len(cut) < 2:
            break
        name = cut
        out.append(name)
    more = [re.sub(r"^The ", "", n) for n in out] + [re.sub(r"\.com$", "", n, flags=re.I) for n in out]
    for n in out:
        more.append(re.sub(r"\b[A-Z]{5,}\b", lambda m: m[0].capitalize(), n))
    return list(dict.fromkeys(n.strip() for n in out + more if len(n.strip()) >= 2))


class Words:
    """How common a word is in general text, on the Zipf scale (3 = once in a million words)."""

    def __init__(self) -> None:
        from wordfreq import get_frequency_dict, zipf_frequency

        self.ko = {w: round(math.log10(f) + 9, 2) for w, f in get_frequency_dict("ko").items()}
        self.en_zipf = zipf_frequency

    def en(self, word: str) -> float:
        return float(self.en_zipf(word.lower(), "en"))


def grade_en(name: str, size: int, words: Words) -> int:
    parts = re.findall(r"[A-Za-z0-9'’&.]+", name)
    if len(parts) == 1:
        word = parts[0]
        if len(word) <= 3 or (word.isupper() and len(word) <= 4):
            return BACKED
        z = words.en(re.sub(r"\W", "", word))
        if z >= 3.2:
            return CONTEXT if size >= 3 and z < 4.2 else BACKED
        return STRONG if size >= 2 or z < 2.0 else CONTEXT
    zs = [words.en(p) for p in parts if len(p) > 1]
    if size >= 2:
        return STRONG
    common = sum(z >= 3.6 for z in zs)
    if common == len(zs) and len(zs) <= 3:
        return BACKED
    return STRONG


def grade_ko(name: str, mic: str, words: Words, size: int = 0) -> int:
    core = re.sub(r"[^가-힣A-Za-z0-9]", "", name)
    hangul = len(re.findall(r"[가-힣]", core))
    z = words.ko.get(core.lower(), 0.0)
    if mic in ("XTKS", "XHKG", "XKON"):
        return STRONG if (hangul >= 5 and z == 0 and mic != "XKON") else BACKED
    if len(core) <= 1 or (hangul == 0 and len(core) <= 3):
        return BACKED
    if mic in ("XKRX", "XKOS"):
        if hangul == 0:
            return CONTEXT if len(core) >= 4 else BACKED
        if len(core) == 2 or z >= 3.6 or (len(core) <= 3 and z > 0):
            return BACKED
        return CONTEXT if len(core) == 3 and mic == "XKOS" else STRONG
    if len(core) <= 2 or z >= 3.0:
        return BACKED
    if len(core) == 3:
        return CONTEXT if size >= 2 else BACKED
    return STRONG if size >= 1 or len(core) >= 5 else CONTEXT


def expand(form: str) -> list[str]:
    """"나스닥~지수" is written with and without the space."""
    pieces = form.split("~")
    out = [pieces[0]]
    for piece in pieces[1:]:
        out = [left + gap + piece for left in out for gap in ("", " ")]
    return out


def sizes(path: str | None) -> dict[str, int]:
    """0 unknown or below $300m, 1 below $2bn, 2 below $10bn, 3 from there, at the last date of the table; else as built last."""
    if path is None:
        held = msgspec.msgpack.decode(zlib.decompress((DATA / "instruments.bin").read_bytes()))["rows"]
        return {s: g for id, s, g in zip(held[0], held[1], held[11], strict=True) if id.startswith(("XNAS:", "XNYS:", "XASE:"))}
    import pyarrow.parquet as pq

    latest: dict[str, tuple[object, float]] = {}
    columns = pq.read_table(path, columns=["symbol", "date", "market_cap"]).to_pydict()
    for symbol, date, cap in zip(columns["symbol"], columns["date"], columns["market_cap"], strict=True):
        if cap and (symbol not in latest or date >= latest[symbol][0]):  # type: ignore[operator]
            latest[symbol] = (date, cap)
    return {unslash(s): (cap >= 3e8) + (cap >= 2e9) + (cap >= 1e10) for s, (_, cap) in latest.items()}


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    for row in rows:
        if None in row or None in row.values():
            sys.exit(f"{name}: the row of {row['id']} has a comma too many or too few")
    return rows


def digest() -> str:
    return hashlib.sha256(b"".join((DATA / name).read_bytes() for name in TABLES)).hexdigest()


class Names:
    """Every spelling with its grade and the ids it may mean, likeliest first."""

    def __init__(self) -> None:
        self.forms: dict[str, list[tuple[int, int, int]]] = defaultdict(list)

    def add(self, form: str, index: int, grade: int, rank: int) -> None:
        form = form.strip()
        if len(form) >= 2 or rank == 0:
            self.forms[form].append((rank, grade, index))

    def table(self) -> tuple[list[str], bytes, list[list[int]]]:
        keys = sorted(self.forms)
        grades, targets = bytearray(), []
        for key in keys:
            entries = sorted(self.forms[key])
            best = entries[0][0]
            grade = entries[0][1]
            if best >= 3:
                ids = {e[2] for e in entries}
                grade = max(e[1] for e in entries) if len(ids) > 1 else min(e[1] for e in entries)
                if len(ids) > 3:
                    grade = BACKED
            grades.append(grade)
            targets.append(list(dict.fromkeys(e[2] for e in entries))[:4])
        return keys, bytes(grades), targets


FLAG = {"?": CONTEXT, "!": BACKED}


def hand(names: Names, index: int, spellings: str, rank: int = 1) -> None:
    for form in spellings.split("|"):
        if form:
            grade = FLAG.get(form[0], STRONG)
            for spelling in expand(form.lstrip("?!")):
                names.add(spelling, index, grade, rank)
                if re.fullmatch(r"[가-힣A-Z]+(?: [가-힣A-Z]+)+", spelling) and len(spelling) >= 6:
                    names.add(spelling.replace(" ", ""), index, grade, rank)


def prefixes(names: list[str]) -> tuple[list[str], list[bytes]]:
    """The first four characters of the names with the lengths of the names that begin so, longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in names:
        if 4 <= len(name) < 256:
            lengths[name[:4]].add(len(name))
    return list(lengths), [bytes(sorted(found, reverse=True)) for found in lengths.values()]


def build(listings: str, values: str | None) -> bytes:
    words, size = Words(), sizes(values)
    with Path(listings).open(encoding="utf-8", newline="") as handle:
        source = list(csv.DictReader(handle))
    rows: dict[str, list[str | int]] = {}
    vendor: dict[str, str] = {}
    names = Names()
    position: dict[str, int] = {}

    def put(id: str, *cells: str | int) -> int:
        if id not in rows:
            position[id] = len(rows)
            rows[id] = [id, *cells]
        return position[id]

    for table, kind in (("series.csv", ""), ("abroad.csv", "stock"), ("delisted.csv", "stock")):
        for row in read(table):
            symbol = row.get("symbol") or row["id"].split(":", 1)[1]
            i = put(row["id"], symbol, row.get("kind") or kind, row["name_en"], row["name_ko"], row["currency"],
                    row["calendar"], "", "", "", row.get("delisted", ""), 3)  # fmt: skip
            for code in row.get("vendor", "").split():
                vendor[code] = row["id"]
            hand(names, i, row["names"], 2 if table == "abroad.csv" else 1)
            for form in (row["name_en"], row["name_ko"]):
                if form and table == "delisted.csv":
                    names.add(form, i, BACKED, 4)
    english = {row["id"]: first for row in read("aliases.csv") if row["id"][:4] in ("XKRX", "XKOS") and (first := latin(row["names"]))}
    listed = {}
    for row in source:
        found = identify(row)
        if found is None:
            continue
        id, symbol = found
        mic = id.split(":")[0]
        us = mic in ("XNAS", "XNYS", "XASE")
        grade = 3 if row["type"] == "stock" and mic == "XKRX" else size.get(symbol, 0) if us else 1
        aliases = [a for a in row["aliases"].split("|") if a]
        name_en = (aliases[0] if us and aliases and re.match(r"[A-Za-z0-9]", aliases[0]) else "") or proper(row["name_en"])
        name_en = english.get(id) or CLASS.sub("", name_en)
        put(id, symbol, "fund" if row["type"] == "etf" else "stock", name_en, row["name_ko"],
            row["currency"] or CURRENCY.get(CALENDAR.get(mic, mic), ""), CALENDAR.get(mic, mic), row["sector"],
            row["country"], row["isin"], "", grade)  # fmt: skip
        vendor.setdefault(row["symbol"], id)
        listed[id] = (row, aliases, grade)
    for row in read("aliases.csv"):
        if row["id"] in position:
            hand(names, position[row["id"]], row["names"])
        elif not row["id"].startswith(("XNYS:", "XNAS:", "XASE:")):
            sys.exit(f"aliases.csv: {row['id']} is in no listing")
        else:
            other = [m + row["id"][4:] for m in ("XNYS", "XNAS", "XASE") if m + row["id"][4:] in position]
            if other:
                hand(names, position[other[0]], row["names"])
            else:
                print(f"aliases.csv: {row['id']} is in no listing", file=sys.stderr)
    for id, (row, aliases, grade) in listed.items():
        i, mic = position[id], id.split(":")[0]
        us = mic in ("XNAS", "XNYS", "XASE")
        if row["type"] == "etf":
            for alias in aliases:
                if len(alias.split()) >= 3:
                    for form in shorten(alias)[:2]:
                        names.add(form, i, STRONG, 5)
            continue
        rank = 3 if us and grade >= 2 else 4 if us or mic in ("XKRX", "XKOS") else 6
        for alias in [row["name_en"] and proper(row["name_en"]), *aliases]:
            if not alias or NOT_A_NAME.search(alias):
                continue
            if re.search(r"[가-힣]", alias):
                names.add(alias, i, grade_ko(alias, mic, words, grade), rank + 1)
                continue
            for depth, form in enumerate(shorten(alias)):
                if mic in ("XTKS", "XHKG") and depth == 0 and len(alias.split()) == 1:
                    continue
                g = grade_en(form, grade if us else 0, words)
                names.add(form, i, BACKED if mic in ("XHKG", "XKON") else g, rank + (depth > 0))
        ko = re.sub(r"\(ADR\)|\(ADS\)|\(페이스북\)", "", row["name_ko"]).strip()
        if ko and not KO_NOT_A_NAME.search(ko):
            g = grade_ko(ko, mic, words, grade)
            names.add(ko, i, g, rank)
            if " " in ko:
                names.add(ko.replace(" ", ""), i, g, rank)
    keys, grades, targets = names.table()
    heads, lengths = prefixes(keys)
    packed = {
        "digest": digest(),
        "rows": [list(column) for column in zip(*rows.values(), strict=True)],
        "vendor": vendor,
        "names": keys,
        "grades": grades,
        "heads": heads,
        "lengths": lengths,
        "targets": [t[0] if len(t) == 1 else t for t in targets],
    }
    return zlib.compress(msgspec.msgpack.encode(packed), 9)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("listings")
    parser.add_argument("--values")
    options = parser.parse_args()
    packed = build(options.listings, options.values)
    (DATA / "instruments.bin").write_bytes(packed)
    print(f"instruments.bin: {len(packed):,} bytes")


if __name__ == "__main__":
    main()
