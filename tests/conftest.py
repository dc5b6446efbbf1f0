"""Tests stand on the data that come with wollet, whatever store the user's own shell names."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _no_store_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WOLLET_DATA", raising=False)
