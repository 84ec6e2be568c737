"""From a folder of collected news articles to a published briefing digest."""

__version__ = "0.2.0"
