"""The pages in content/ as they now read: their entries, and the editor's notes."""

from __future__ import annotations

from pathlib import Path

from generator import safe
from generator.compose.article.entry import Entry
from generator.compose.article.front_matter import entry_of
from generator.run import files
from generator.run.faults import working_on

NOTE = ".note.md"


def load_entry(content: Path, file: Path) -> Entry | None:
    """Return a page's entry; None if it is not an article's page or can't be read."""
    try:
        front, _ = safe.split_front_matter(files.read(file).decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    path = file.relative_to(content).as_posix()
    with working_on(f"{content.name}/{path}"):
        return entry_of(path, front)


def load_notes(content: Path) -> dict[str, str]:
    """Return the editor's notes for editions: Markdown by period (`editions/2025-W35.note.md`)."""
    notes = {}
    for file in sorted((content / "editions").glob(f"*{NOTE}")):
        try:
            text = files.read(file).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        notes[file.name.removesuffix(NOTE)] = safe.split_front_matter(text)[1].strip()
    return notes
