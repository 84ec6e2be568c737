"""Redirect pages at the former addresses of articles. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.markers import Parts, join
from generator.models import Page
from generator.words import Words


def compose_redirects(entries: Iterable[Entry], words: Words) -> Iterator[Page]:
    """Yield a redirect for every alias that is not an article's address."""
    found = list(entries)
    taken = {entry.path for entry in found}
    for entry in found:
        for alias in entry.aliases:
            path = f"{alias.strip('/')}.md"
            if path not in taken:
                taken.add(path)
                yield redirect_page(path, entry.path, entry.title, words)


def redirect_page(path: str, target: str, title: str, words: Words, name: str = "") -> Page:
    """Return a page that redirects to the page `target` with a title.

    `name` is the section or outlet that the page was about, to be read by the next build.
    """
    body = words("moved", link=sanitize.link(title, sanitize.relative(target, path))) + "\n"
    parts = Parts(f"# {sanitize.markdown(title)}\n\n{body}", "", "")
    own = {"kind": "redirect", "to": target, **({"name": name} if name else {})}
    front = {
        "title": title,
        "search": {"exclude": True},
        "digest": {**own, "drawn": parts.drawn},
    }
    return Page(path, front, join(parts))
