"""Redirect pages at the former addresses of articles. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import safe
from generator.compose.article.entry import Entry
from generator.compose.article.markers import Parts, join
from generator.models import Page
from generator.words import Words


def compose_redirects(entries: Iterable[Entry], words: Words) -> Iterator[Page]:
    """Yield the page of every alias at which no article stands now."""
    found = list(entries)
    taken = {entry.path for entry in found}
    for entry in found:
        for alias in entry.aliases:
            path = f"{alias.strip('/')}.md"
            if path not in taken:
                taken.add(path)
                yield _redirect(path, entry, words)


def _redirect(path: str, entry: Entry, words: Words) -> Page:
    target = safe.relative(entry.path, path)
    body = words("moved", link=safe.link(entry.title, target)) + "\n"
    parts = Parts(f"# {safe.markdown(entry.title)}\n\n{body}", "", "")
    front = {
        "title": entry.title,
        "search": {"exclude": True},
        "digest": {"kind": "redirect", "to": entry.path, "drawn": parts.drawn},
    }
    return Page(path, front, join(parts))
