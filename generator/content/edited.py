"""What to tell the editor about pages in content/ that were edited by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.compose.article.entry import Entry
from generator.content.pages import load_entry
from generator.models import Problem

_KEPT = "was changed by hand and is kept as it is"


def edited_pages(
    content: Path, pages: Iterable[str], articles: Mapping[str, tuple[str, str]], seeds: Path
) -> Iterator[Problem]:
    """Yield a warning for each page edited by hand, and what the edit may keep from it.

    `articles` are the key and the SHA-256 of the article that each page is made of by now.
    """
    for path in pages:
        message = _KEPT + _missed(load_entry(content, content / path), articles.get(path), seeds)
        yield Problem(f"{content.name}/{path}", "warning", message, "changed-by-hand")


def _missed(page: Entry | None, article: tuple[str, str] | None, seeds: Path) -> str:
    """Return the end of a sentence about a page edited by hand, and what to do."""
    if page and not article and not (seeds / page.source).is_file():
        return (
            f", but its article is no longer in {seeds.name}/ ({page.key}). Remove the page too, "
            "or bring the article back."
        )
    if page and not article:
        return (
            f", but {page.key} has no page here any more: it can't be used, is a draft or a copy, "
            "or has another address. Delete the page if you no longer want it."
        )
    if page and article and article[1] != page.sha256:
        return (
            f", and {article[0]} has changed since. Copy what is new into the page; or put your "
            "change into the sidecar and build with --force, which replaces the page."
        )
    return (
        ". To make the change last, put it into the sidecar beside the article; to replace the "
        "page, build with --force."
    )
