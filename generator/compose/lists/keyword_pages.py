"""Which keywords have a page and a feed, and what becomes of pages that had one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator import safe
from generator.compose.article.markers import Parts, join
from generator.models import Page
from generator.words import Words

INDEX = "keywords/index.md"
SEARCH = "search.md"
LEAST_SHARED = 2  # articles: no smaller keyword has a page
_SMALL = 500  # articles of a collection in which every shared keyword has a page


def least_for_page(articles: int) -> int:
    """Return how many articles a keyword needs for a page of its own in a collection of this size.

    Two, and one more for each doubling of the collection beyond 500 articles: 3 in 1,000 articles,
    6 in 10,000. With a fixed number, most pages of a large site would be those of keywords that
    two or three articles share.
    """
    return LEAST_SHARED + _doublings(articles)


def least_for_feed(articles: int) -> int:
    """Return how many articles a keyword needs for a feed of its own: 6 in 1,000, 30 in 10,000."""
    return least_for_page(articles) * (1 + _doublings(articles))


def _doublings(articles: int) -> int:
    return max(0, (articles // _SMALL).bit_length() - 1)


def compose_former(former: Mapping[str, str], words: Words) -> Iterator[Page]:
    """Yield redirects at the addresses of keyword pages that are gone.

    `former` has the keyword of each path, empty for a list of keywords. A keyword leads to the
    search for it, a list to the index of keywords; plain Markdown has a link to the index.
    """
    for path, keyword in former.items():
        link = safe.link(words("keywords"), safe.relative(INDEX, path))
        title = keyword or words("keywords")
        text = words("keyword-without-page", link=link) if keyword else link
        body = f"# {safe.markdown(title)}\n\n{text}\n"
        parts = Parts(body, "", "")
        own: dict[str, object] = {"kind": "redirect", "to": SEARCH if keyword else INDEX}
        if keyword:
            own["query"] = keyword
        front = {
            "title": title,
            "search": {"exclude": True},
            "digest": {**own, "drawn": parts.drawn},
        }
        yield Page(path, front, join(parts))
