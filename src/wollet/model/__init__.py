"""The nouns: frozen records and the market-data protocol; no input or output."""
