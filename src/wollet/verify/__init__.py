"""The one judge: claims against market data, with proof, replay and diagnostics."""
