"""Warnings about pages in content/ that were edited by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.markers import split
from generator.content.pages import load_entry
from generator.editions import file_of
from generator.models import Problem
from generator.run import files

_KEPT = "was edited by hand and is kept as it is"
_PLAIN = ": it is no longer updated, and shown as plain text without its layout. "
_NOT_SHOWN = (
    "was edited by hand and is no longer updated, and its text between the markers is not shown. "
)
_WHERE = {
    "front": f"A note for the front page belongs in {file_of('NAME')}, where NAME is the latest "
    "edition: `front: …`. Build with --force to replace the page.",
    "edition": "A note for this edition belongs in {file}: `note: …`. Build with --force to "
    "replace the page.",
    "list": "Write a page of your own instead, and list it in `menu` of site_config/digest.yml. "
    "Build with --force to replace the page.",
}


def edited_pages(
    content: Path, pages: Iterable[str], articles: Mapping[str, tuple[str, str]], seeds: Path
) -> Iterator[Problem]:
    """Yield a warning for each page edited by hand, with the updates that the edit prevents.

    `articles` maps each page to the key and the SHA-256 of its current article.
    """
    for path in pages:
        name = f"{content.name}/{path}"
        kind, hidden = _list_page(content / path)
        where = _WHERE.get(kind, "").format(file=file_of(PurePosixPath(path).stem))
        if hidden:
            yield Problem(name, "warning", _NOT_SHOWN + where, "text-not-shown")
            continue
        missed = _missed(load_entry(content, content / path), articles.get(path), seeds)
        message = _KEPT + (f"{_PLAIN}{where}" if kind else missed)
        yield Problem(name, "warning", message, "changed-by-hand")


def _list_page(page: Path) -> tuple[str, bool]:
    """Return the kind of a list page, and whether its template hides the text that was added.

    ("", False) for any other page: an article's text is shown. Text added to the head or the foot
    of a list page is shown too.
    """
    try:
        front, body = sanitize.split_front_matter(files.read(page).decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return "", False
    own, parts = front.get("digest"), split(body.lstrip("\n"))
    if not isinstance(own, dict) or "source" in own or not own.get("drawn"):
        return "", False
    kind = str(own.get("kind"))
    return kind if kind in _WHERE else "list", own["drawn"] == parts.drawn


def _missed(page: Entry | None, article: tuple[str, str] | None, seeds: Path) -> str:
    """Return the end of the warning about a page edited by hand: why, and what to do."""
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
        ". To make the change permanent, put it into the sidecar beside the article; to replace "
        "the page, build with --force."
    )
