"""An article's provenance: its sources, and what was inferred, corrected or left out. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.article.entry import Entry
from generator.compose.article.labels import minutes
from generator.words import Words


def provenance(entry: Entry, words: Words) -> Iterator[tuple[str, str]]:
    """Yield names and values as plain text, without the address of the original, a link."""
    yield words("source-file"), entry.key
    yield words("fingerprint"), entry.sha256
    if entry.collected:
        yield words("collected"), words.day(entry.collected)
    if outlets := _other_outlets(entry):
        yield words("also"), ", ".join(outlets)
    for phrase in _inferred(entry):
        yield words("inferred"), words(phrase)
    names = (f"field-{name}" for name in entry.editor)
    if decided := [words(name) for name in names if name in words.phrases]:
        yield words("decided"), ", ".join(decided)
    if entry.dropped:
        yield words("dropped"), words.count("dropped-lines", entry.dropped)


def _inferred(entry: Entry) -> Iterator[str]:
    if entry.date_inferred:
        yield f"inferred-{entry.date_inferred}"
    if not entry.reading_minutes and minutes(entry):
        yield "inferred-minutes"


def _other_outlets(entry: Entry) -> list[str]:
    """Return the other outlets, or else files, with the same text, each once."""
    others = dict.fromkeys(str(copy.get("outlet") or copy.get("source")) for copy in entry.also)
    return [outlet for outlet in others if outlet != entry.outlet]
