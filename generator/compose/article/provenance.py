"""Where an article comes from, and what was inferred, set by the editor, or left out. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.article.entry import Entry
from generator.words import Words


def provenance(entry: Entry, words: Words) -> Iterator[tuple[str, str]]:
    """Yield names and values as plain text; the original's address, a link, is not among them."""
    yield words("source-file"), entry.key
    yield words("fingerprint"), entry.sha256
    if entry.collected:
        yield words("collected"), words.day(entry.collected)
    others = dict.fromkeys(str(copy.get("outlet") or copy.get("source")) for copy in entry.also)
    if outlets := [outlet for outlet in others if outlet != entry.outlet]:
        yield words("also"), ", ".join(outlets)
    if entry.date_inferred:
        yield words("inferred"), words("inferred-year")
    decided = [words(f"field-{name}") for name in entry.editor if f"field-{name}" in words.phrases]
    if decided:
        yield words("decided"), ", ".join(decided)
    if entry.dropped:
        yield words("dropped"), words.count("dropped-lines", entry.dropped)
