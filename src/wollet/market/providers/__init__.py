"""Where market data comes from: thin adapters on documented sources, found by entry point.

A provider turns a `Want` into `Task`s and each task into a `Batch` of rows.  A task is the unit that is fetched,
stored in one transaction and remembered as done, so an interrupted sync goes on where it stopped.
"""

from wollet.market.providers.base import Batch, Provider, ProviderError, Task, Want, available, provider
from wollet.market.providers.http import Http

__all__ = ["Batch", "Http", "Provider", "ProviderError", "Task", "Want", "available", "provider"]
