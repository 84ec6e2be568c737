"""A feed as JSON Feed (jsonfeed.org, version 1.1)."""

from __future__ import annotations

from collections.abc import Sequence

from generator import sanitize
from generator.compose.machine_readable import dates
from generator.compose.machine_readable.feeds import Feed, Item
from generator.compose.machine_readable.publication import Publication
from generator.compose.yaml_values import without_empty


def json_feed(feed: Feed, items: Sequence[Item], site: Publication) -> bytes:
    """Return the feed's file."""
    head = without_empty(
        version="https://jsonfeed.org/version/1.1",
        title=feed.title,
        description=site.description,
        home_page_url=site.page(feed.path, feed.json),
        feed_url=site.address(feed.json, feed.json),
        language=site.language,
        authors=[{"name": site.name}],
    )
    return sanitize.json_file({**head, "items": [_item(item) for item in items]})


def _item(item: Item) -> dict[str, object]:
    return without_empty(
        id=item.id,
        url=item.url,
        external_url=item.original,
        title=item.title,
        summary=item.summary if item.html else None,
        content_html=item.html,
        content_text=None if item.html else item.summary,  # one of the two is asked for
        date_published=dates.rfc3339(item.published) if item.published else None,
        date_modified=dates.rfc3339(item.changed),
        authors=[{"name": name} for name in item.authors],
        tags=list(item.tags),
        language=item.language,
    )
