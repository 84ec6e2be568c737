"""The source file of each document of the site. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs.structure.files import File, Files

from generator.compose.lists.views import View
from generator.editorial import EditionNotes


def page_sources(
    files: Files, views: Mapping[str, View], notes: Iterable[EditionNotes]
) -> dict[str, str]:
    """Return by document the file to correct: the page, or the file of the note that it shows."""
    written = {text: where for note in notes for text, where in note.files.items() if text}
    return {file.dest_uri: _source(file, views, written) for file in files}


def _source(file: File, views: Mapping[str, View], written: Mapping[str, str]) -> str:
    page, view = f"content/{file.src_uri}", views.get(file.src_uri)
    by_hand = file.page is not None and file.page.meta.get("by_hand")
    return written.get(view.note, page) if view and not by_hand else page
