"""The way to a verdict loads little: what is heavy comes only when it is used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {
    "trafilatura", "duckdb", "pyarrow", "pandas", "polars", "numpy", "rich", "jinja2", "icalendar", "feedparser", "lxml", "urllib3",
    "exchange_calendars", "holidays",
}  # fmt: skip
CHECKING = """
import wollet.verify.check, wollet.verify.report, wollet.verify.diagnostics, wollet.face.check, wollet.face.api
"""
WORKING = """
import wollet
wollet.check("Nvidia slipped 0.2% to close at $722.48 on Monday.", published="2024-02-12T17:30:00-05:00").to_json()
"""


def loaded(code: str) -> set[str]:
    """The packages in memory after some code, in a Python of its own."""
    told = f"{code}\nimport json, sys\nprint(json.dumps(sorted({{m.split('.')[0] for m in sys.modules}})))"
    out = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True, timeout=60).stdout
    return set(json.loads(out))


@pytest.mark.parametrize("code", ["import wollet", "import wollet.face.cli", CHECKING, WORKING])
def test_nothing_heavy_is_loaded(code: str) -> None:
    assert not HEAVY & loaded(code)


def test_a_bare_import_loads_no_layer() -> None:
    code = "import wollet, sys\nassert not [m for m in sys.modules if m.startswith('wollet.')]"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_importing_the_check_path_is_quick() -> None:
    code = f"import time\nt = time.process_time()\n{CHECKING}\nprint(time.process_time() - t)"
    took = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, timeout=60).stdout)
        for _ in range(3)
    )
    assert took < 0.6, "twice the aim of 0.3 s of processor time, for busy machines"
