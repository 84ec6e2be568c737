"""Markdown, with front matter and without → `Article`: the text without its marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.config import Limits
from generator.corrections import corrected
from generator.models import Article, Dropped, Problem, Source, Understood
from generator.source_urls import is_web, untracked
from generator.text import NotText
from generator.understand.damaged_text import readable
from generator.understand.dates.field_dates import StatedDates
from generator.understand.dates.written import FoundDate
from generator.understand.lines.publication_date import Calendar, calendar_of
from generator.understand.markdown import front_matter
from generator.understand.markdown.blocks import Part, parts_of
from generator.understand.markdown.clip import TASK, byline_in, cleaned, dated_line
from generator.understand.markdown.front_matter import KeptBackError, Stated
from generator.understand.markdown.front_matter_syntax import FrontMatterError, divide
from generator.understand.markdown.obsidian import plain_notes
from generator.understand.markdown.properties import properties_of
from generator.understand.pasted.dateline import facts_in
from generator.understand.reader_results import failed
from generator.understand.vocabulary.language import detect

_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_OF_TITLE = frozenset({"title", "full title"})  # a heading takes precedence
_TITLE = 250  # characters of a headline
_HEAD = 2000  # bytes by which the text of a reader service is recognised
_HEADED = re.compile(r"^# \S", re.MULTILINE)


def accepts(source: Source) -> bool:
    """Return whether the file is Markdown, by its name, or front matter or a title at its start."""
    start = source.data[:3]
    if start == b"Tit" and b"\nMarkdown Content:\n" in source.data[:_HEAD]:
        return True
    return source.path.lower().endswith(_NAMES) or start in (b"---", b"+++") or start[:2] == b"# "


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a Markdown file, or why there is none."""
    del limits
    try:
        found = readable(source.data, markup=True)
    except NotText as error:
        return failed(source, f"{error}. Save the article as text and replace the file.")
    front, text, first = divide(found.text)
    text, comments = plain_notes(text, first)
    note = properties_of(text, first, front_matter.KEYS)
    try:
        values = {key: value for key, value in note.values.items() if key.lower() not in _OF_TITLE}
        noted = front_matter.stated_in(values if _HEADED.search(text) else note.values)
        stated = _stated(front).over(noted)
    except KeptBackError as error:
        return failed(source, str(error))
    parts, marks = parts_of(note.text, first)
    made = _article(source, parts, (*comments, *note.dropped, *marks), stated)
    if isinstance(made, str):
        return failed(source, " Besides, ".join([*stated.messages[:1], made]))
    return Understood((replace(made, problems=(*made.problems, *found.doubts(source.path))),))


def _stated(front: str) -> Stated:
    try:
        return front_matter.stated(front) if front else Stated()
    except KeptBackError:
        raise
    except FrontMatterError as error:
        return Stated(messages=(f"{error} The front matter was left out.",))


@dataclass(slots=True)
class _Draft:
    """An article being built: values taken from its text are no longer among the parts."""

    title: str
    parts: list[Part]
    fields: dict[str, object] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()

    @classmethod
    def of(cls, parts: list[Part], title: str) -> _Draft | None:
        """Return the draft with a stated title, else the text's; None if neither has one."""
        if title:
            repeats = bool(parts) and parts[0].block.text == title
            return cls(title, parts[1:] if repeats else parts)
        at = _title(parts)
        if at is None:
            return None
        origins = {"title": f"line {parts[at].line}"}
        return cls(parts[at].block.text, parts[:at] + parts[at + 1 :], origins=origins)

    def texts(self) -> list[str]:
        """Return the texts of the parts."""
        return [part.block.text for part in self.parts]

    def clean(self, calendar: Calendar) -> None:
        """Take the address; remove the page around a clipped article, and the boxes of tasks."""
        if "url" not in self.fields:
            self.take_address()
        if "url" in self.fields:
            self.clean_clip(calendar)
        self.strip_boxes()

    def take_address(self) -> None:
        """Take an address that is alone right below the title as the article's."""
        found = _address(self.parts)
        if found:
            self.fields["url"], part = found
            self.dropped.append(Dropped(part.line, found[0], "address"))
            self.parts.remove(part)

    def clean_clip(self, calendar: Calendar) -> None:
        """Remove the page around the text of a clipped article."""
        clip = cleaned(self.title, self.parts, self.fields, calendar)
        self.title, self.parts = clip.title, list(clip.parts)
        self.dropped += clip.dropped
        self.fields |= clip.fields

    def strip_boxes(self) -> None:
        """Remove the boxes of tasks from items."""
        self.parts = [_without_box(part) for part in self.parts]

    def take_date(self, calendar: Calendar) -> FoundDate | None:
        """Return the date of a short line near the start, and remove the line; keep its byline."""
        found = dated_line(self.parts, calendar)
        if found is None:
            return None
        self.parts = [part for part in self.parts if part is not found[1]]
        self.authors = byline_in(found[1].block.text)
        named = ("date", "authors") if self.authors else ("date",)
        self.origins |= dict.fromkeys(named, f"line {found[1].line}")
        return found[0]


def _article(
    source: Source, parts: list[Part], dropped: tuple[Dropped, ...], stated: Stated
) -> Article | str:
    """Return the article, or a message about what is missing."""
    title = stated.fields.get("title") or source.sidecar.get("title") or ""
    draft = _Draft.of(parts, str(title))
    if draft is None:
        return "no title was found. Start the file with '# Title', or add `title: …`."
    texts = draft.texts()
    language = str(stated.fields.get("language") or detect(" ".join(texts[:40])))
    calendar = calendar_of([*stated.dates.values(), *texts], language, source.collected)
    worded, messages = _worded(stated.dates, calendar)
    draft.dropped += dropped
    draft.fields |= {name: found.date for name, found in worded.items()} | dict(stated.fields)
    draft.clean(calendar)
    date = worded.get("date") if "date" in draft.fields else draft.take_date(calendar)
    if not draft.parts:
        return "no text below the title. Add the article's text, or remove the file."
    if stated.saved and stated.saved.day <= source.collected:
        draft.fields["collected"] = stated.saved.day
    problems = [Problem(source.path, "warning", text) for text in (*stated.messages, *messages)]
    article = _made(source, draft, language, problems)
    return _placed(_dated(article, date), calendar)


def _made(source: Source, draft: _Draft, language: str, problems: Sequence[Problem]) -> Article:
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=draft.title,
        authors=draft.authors,
        blocks=tuple(part.block for part in draft.parts),
        language=language,
        dropped=tuple(sorted(draft.dropped, key=lambda line: line.line)),
        origins={"language": "text", **draft.origins},
        problems=tuple(problems),
    )
    if "title" in draft.fields:
        draft.fields["title"] = draft.title
    return corrected(article, draft.fields, "front matter")


def _address(parts: Sequence[Part]) -> tuple[str, Part] | None:
    """Return the address that is alone right below the title, and its part."""
    if len(parts) > 1 and parts[0].block.kind == "paragraph" and is_web(parts[0].block.text):
        return untracked(parts[0].block.text), parts[0]
    return None


def _without_box(part: Part) -> Part:
    if part.block.kind == "item":
        return replace(part, block=replace(part.block, text=TASK.sub("", part.block.text, count=1)))
    return part


def _dated(article: Article, found: FoundDate | None) -> Article:
    """Return the article with a date that was read; an ambiguous one is marked as such."""
    if found is None:
        return article
    origins = dict(article.origins)
    if found.other and origins.get("date") == "front matter":
        origins["date"] = "numbers in the front matter"
    return replace(
        article,
        date=found.date,
        date_inferred=found.inferred,
        date_other=found.other,
        origins=origins,
    )


def _placed(article: Article, calendar: Calendar) -> Article:
    """Return the article with the place and day of its dateline, if nothing else states them."""
    stated = facts_in([block.text for block in article.blocks[:1]], calendar)
    facts: dict[str, Any] = {}
    if "place" in stated and not article.place:
        facts["place"] = stated["place"]
    if "date" in stated and not (article.date or stated.get("date_inferred")):
        facts["date"] = stated["date"]
    origins = {**article.origins, **dict.fromkeys(facts, "text")}
    return replace(article, **facts, origins=origins)


def _title(parts: Sequence[Part]) -> int | None:
    """Return which part is the title: the first heading of the first level, else the first part."""
    top = next((at for at, part in enumerate(parts) if part.level == 1), None)
    if top is not None:
        return top
    return 0 if len(parts) > 1 and len(parts[0].block.text) <= _TITLE else None


def _read(stated: StatedDates, text: str) -> list[FoundDate]:
    """Return the date in another language than the text's: a program's own, perhaps."""
    found = stated.read(text)
    return [found] if found else []


def _worded(
    dates: Mapping[str, str], calendar: Calendar
) -> tuple[dict[str, FoundDate], tuple[str, ...]]:
    """Return the worded dates of front matter, and messages about values that are not dates."""
    stated = StatedDates.of(dates.values(), calendar.collected, [calendar.language])
    read = {name: calendar.any_dates(text) or _read(stated, text) for name, text in dates.items()}
    if read.get("updated", [])[:1] and read["updated"][0].inferred == "day":
        del read["updated"]  # a month is no time of a change
    messages = (
        f"front matter: '{name}' can't be '{dates[name]}': write 2025-08-29. It was left out."
        for name, found in read.items()
        if not found
    )
    return {name: found[0] for name, found in read.items() if found}, tuple(messages)
