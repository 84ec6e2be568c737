"""An article as JSON-LD (schema.org/NewsArticle): what is known and no other metadata repeats."""

from __future__ import annotations

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.machine_readable import dates
from generator.compose.yaml_values import without_empty


def news_article(entry: Entry, address: str | None) -> str:
    """Return JSON-LD for a script element; `address` is the page's absolute address, if known."""
    published = dates.published(entry)
    return sanitize.json_script(
        without_empty(
            **{
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": entry.title,
                "inLanguage": entry.language,
                "datePublished": dates.iso(published),
                "dateModified": dates.iso(entry.updated),
                "author": [{"@type": "Person", "name": name} for name in entry.authors],
                "publisher": entry.outlet
                and {"@type": "NewsMediaOrganization", "name": entry.outlet},
                "articleSection": entry.section,
                "keywords": list(entry.keywords),
                "dateline": entry.place,
                "wordCount": entry.words or None,
                "timeRequired": f"PT{entry.reading_minutes}M" if entry.reading_minutes else None,
                "url": sanitize.url(entry.url),
                "mainEntityOfPage": address,
            }
        )
    )
