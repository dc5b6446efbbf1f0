"""Wollet: every number in the market news, proved."""

__version__ = "0.1.0"
