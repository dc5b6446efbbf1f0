"""Cities by whose clock news tells the hour, with their zones (IANA)."""

from __future__ import annotations

CITIES = {
    "Singapore": "Asia/Singapore", "Hong Kong": "Asia/Hong_Kong", "Tokyo": "Asia/Tokyo", "Seoul": "Asia/Seoul", "Shanghai": "Asia/Shanghai", "Sydney": "Australia/Sydney",
    "Mumbai": "Asia/Kolkata", "London": "Europe/London", "Oslo": "Europe/Oslo", "Frankfurt": "Europe/Berlin", "Paris": "Europe/Paris", "Zurich": "Europe/Zurich", "New York": "America/New_York",
}  # fmt: skip
