"""Reads the present pages in content/: their entries, and the editor's notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.front_matter import entry_of
from generator.config import Settings
from generator.editions import file_of, load_editions
from generator.editorial import EditionNotes
from generator.run import files
from generator.run.error_messages import working_on

NOTE = ".note.md"
FRONT_PAGE = "index.md"
# Folders, and the kind of their pages.
_NAMED = {"keywords": "keyword", "voices": "voice", "sections": "section", "outlets": "outlet"}


def load_entry(content: Path, file: Path) -> Entry | None:
    """Return a page's entry; None if it is not an article's page or can't be read."""
    front = _front_matter(file)
    if front is None:
        return None
    path = file.relative_to(content).as_posix()
    with working_on(f"{content.name}/{path}"):
        return entry_of(path, front)


def with_identity(settings: Settings, content: Path) -> Settings:
    """Return settings with the name that permanent ids are made from.

    It is taken from the settings, else from the front page in content/, else it is the site's
    name: a digest that is renamed keeps its ids.
    """
    identity = settings.feeds.identity or _recorded(content / FRONT_PAGE) or settings.site_name
    feeds = settings.feeds.model_copy(update={"identity": identity})
    return settings.model_copy(update={"feeds": feeds})


def _recorded(front_page: Path) -> str:
    """Return the identity that a front page records, "" if it has none."""
    try:
        front, _ = sanitize.split_front_matter(files.read(front_page).decode("utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""
    own = front.get("digest")
    return str(own.get("identity") or "") if isinstance(own, dict) else ""


def _front_matter(file: Path) -> Mapping[str, object] | None:
    """Return a page's front matter, empty if it has none; None if the page can't be read."""
    try:
        return sanitize.split_front_matter(files.read(file).decode("utf-8"))[0]
    except (OSError, UnicodeDecodeError):
        return None


def former_names(content: Path, gone: Iterable[str]) -> dict[str, str]:
    """Return, by path, the keyword, speaker, section or outlet of each page in `gone`.

    The name is empty for a list of them. A redirect has the name of the page that it replaced.
    """
    found = {}
    for path in sorted(gone):
        kind = _NAMED.get(path.partition("/")[0])
        own = kind and (front := _front_matter(content / path) or {}).get("digest")
        if isinstance(own, dict):
            stated = own.get("query") or own.get("name")
            name = front.get("title") if own.get("kind") == kind else stated
            found[path] = str(name or "")
    return found


def load_notes(content: Path) -> dict[str, EditionNotes]:
    """Return the editor's notes by edition, from files like `site_config/editions/2025-W35.yml`.

    For an edition without a note there, `content/editions/2025-W35.note.md` is the note.
    """
    notes = {
        name: EditionNotes(
            file.note, file.front, dict.fromkeys((file.note, file.front), file_of(name))
        )
        for name, file in load_editions(content.parent).items()
    }
    for file in sorted((content / "editions").glob(f"*{NOTE}")):
        try:
            text = files.read(file).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        name, note = file.name.removesuffix(NOTE), sanitize.split_front_matter(text)[1].strip()
        known = notes.get(name, EditionNotes())
        if not known.edition:
            where = f"{content.name}/editions/{file.name}"
            notes[name] = replace(known, edition=note, files={**known.files, note: where})
    return notes
