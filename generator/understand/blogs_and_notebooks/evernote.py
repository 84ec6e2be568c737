"""Evernote's export (ENEX): notes in a dialect of HTML (ENML), most of them clipped pages.

A note's tasks, attachments and tags belong to its owner and are not read; the day on which it was
created is the day of clipping, not of publication.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from generator.config import Limits
from generator.corrections import corrected
from generator.models import Article, Problem, Source, Understood
from generator.source_urls import is_web, untracked
from generator.text import squeeze
from generator.understand.dates.machine import machine_date
from generator.understand.feeds.xml_tree import mended, tree_of
from generator.understand.lines.publication_date import Calendar, calendar_of
from generator.understand.markdown.blocks import Part
from generator.understand.markdown.clip import Clip, cleaned, dated_line
from generator.understand.markup.blocks import blocks_of
from generator.understand.markup.parse import parse_text
from generator.understand.reader_results import as_the_file, entry_key, failed, shortened, too_many
from generator.understand.vocabulary.language import detect

_ROOT = re.compile(rb"<en-export[\s>]")
_HEAD = 2000  # bytes by which an export is recognised
_TODO = re.compile(r"<en-todo\b[^>]*>(?:\s*</en-todo>)?")
_DECLARATION = re.compile(r"<\?xml.*?\?>|<!DOCTYPE[^>]*>", re.DOTALL)
_AGAIN = "Export the notes again, or paste their text into .txt files."


@dataclass(frozen=True, slots=True)
class _Note:
    """A note: its title, markup, address and day of creation ("" if missing)."""

    title: str
    markup: str
    url: str
    created: str


def accepts(source: Source) -> bool:
    """Return whether the file is an export of notes, by its root element."""
    return bool(_ROOT.search(source.data[:_HEAD].replace(b"\0", b"")))


def read(source: Source, limits: Limits) -> Understood:
    """Return an article per note; a note without text is a problem that names it."""
    root = tree_of(mended(source.data))
    notes = [] if root is None else [_note(element) for element in root.iter("note")]
    if not notes:
        message = f"this export of notes (ENEX) can't be read, or contains none. {_AGAIN}"
        return failed(source, message)
    articles: dict[str, Article] = {}
    problems = list(too_many(source, limits, len(notes), "notes"))
    for note in notes[: limits.feed_entries]:
        article = _article(source, note)
        if article.blocks:
            articles.setdefault(article.key, article)
        else:
            message = (
                f"the note '{article.title[:120]}' contains no text. Attachments are not read."
            )
            problems.append(Problem(source.path, "warning", message))
    found = Understood(tuple(articles.values()), tuple(problems))
    return as_the_file(found) if len(notes) == 1 else found


def _note(element: etree._Element) -> _Note:
    address = squeeze(element.findtext("note-attributes/source-url") or "")
    return _Note(
        squeeze(element.findtext("title") or ""),
        element.findtext("content") or "",
        untracked(address) if is_web(address) else "",
        squeeze(element.findtext("created") or ""),
    )


def _parts(markup: str) -> list[Part]:
    text = _TODO.sub("[ ] ", _DECLARATION.sub("", markup))
    tree, _ = parse_text(f"<div>{text}</div>")
    blocks = () if tree is None else blocks_of(tree, html=True)
    return [Part(number, block) for number, block in enumerate(blocks, 1)]


def _article(source: Source, note: _Note) -> Article:
    parts = _parts(note.markup)
    texts = [part.block.text for part in parts]
    language = detect(" ".join(texts[:40]))
    calendar = calendar_of(texts, language, source.collected)
    clip, fields = _clip(note, parts, calendar)
    created = machine_date(note.created, source.collected)
    if created:
        fields["collected"] = created.day
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=clip.title or shortened("".join(texts[:1])),
        blocks=tuple(part.block for part in clip.parts),
        language=language,
        entry=note.url or entry_key(note.title, created),
        dropped=clip.dropped,
        origins={"language": "text", "title": "note"},
    )
    return corrected(article, fields, "note")


def _clip(note: _Note, parts: Sequence[Part], calendar: Calendar) -> tuple[Clip, dict[str, object]]:
    """Return a note without the page around it and its date, and the fields that these state.

    A note without an address is the owner's own and has no page around it.
    """
    fields: dict[str, object] = {"url": note.url} if note.url else {}
    clip = cleaned(note.title, parts, fields, calendar) if note.url else Clip(note.title, parts)
    fields |= clip.fields
    dated = None if "date" in fields else dated_line(clip.parts, calendar)
    if dated and not dated[0].inferred:
        fields["date"] = dated[0].date
        clip = replace(clip, parts=[part for part in clip.parts if part is not dated[1]])
    return clip, fields
