"""What addresses of several feeds have in common."""

from __future__ import annotations

from urllib.parse import urlsplit

from gigdesk import __version__

COMPARED = ("CHN", "DEU", "FRA", "GBR", "JPN", "KOR", "USA")
"""The countries that are asked for: China, and those that people ask about beside it. Fewer than the ILO refuses."""

BROWSER = {"User-Agent": f"Mozilla/5.0 (compatible; GigDesk/{__version__})"}
"""For servers that answer no program that calls itself only by its own name."""


def short(url: str) -> str:
    """An address as messages show it: without what it asks."""
    parts = urlsplit(url)
    return f"{parts.hostname or ''}{parts.path}"
