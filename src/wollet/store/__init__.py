"""The archive: what was read, what it stated, what was found, each with the time it was fetched; never changed."""

from __future__ import annotations

from wollet.store.archive import Archive, Hit, open_archive

__all__ = ["Archive", "Hit", "open_archive"]
