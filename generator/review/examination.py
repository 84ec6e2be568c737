"""One article for review by an editor: its lines, its fields, and the questions about it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.config import Limits
from generator.models import Article, Problem, Source
from generator.review.candidates import Candidate, InUse, candidates_of
from generator.review.questions import Question, questions_of
from generator.text import NotText
from generator.understand import considered, understand
from generator.understand.damaged_text import readable
from generator.understand.editor.trace import Line, outline, trace

FIELDS = (
    *("title", "standfirst", "date", "updated", "section", "outlet"),
    *("authors", "place", "url", "language"),
)
_LINED = (".txt", ".md", ".markdown")
_MOST_LINES = 1000  # of a source that are shown beside the questions
_LONGEST = 2000  # characters of a line that are shown


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A field's value, where it was found, and candidates for another value."""

    name: str
    value: str
    origin: str
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """The input of `examine`: a source, the article's key, and facts from the collection.

    `doubts` are those of the last build; those about other articles are ignored.
    """

    source: Source
    key: str
    doubts: tuple[Problem, ...]
    in_use: InUse
    limits: Limits


@dataclass(frozen=True, slots=True)
class Examination:
    """An article with the lines of its source, its fields, and the questions about it."""

    key: str
    source: str
    entry: str | None
    title: str
    lines: tuple[Line, ...]
    more_lines: int
    fields: tuple[FieldValue, ...]
    questions: tuple[Question, ...]


def examine(request: Request) -> Examination | None:
    """Return the article of a source with the key, None if there is none."""
    understood = understand(request.source, request.limits)
    article = next((found for found in understood.articles if found.key == request.key), None)
    if article is None:
        return None
    lines = lines_of(article, request.source.data)
    plain = article.entry is None
    candidates = candidates_of(
        article, lines, considered(request.source) if plain else (), request.in_use
    )
    doubts = (*article.problems, *_of_collection(request.doubts, article))
    return Examination(
        key=article.key,
        source=article.source,
        entry=article.entry,
        title=article.title,
        lines=tuple(replace(line, text=line.text[:_LONGEST]) for line in lines[:_MOST_LINES]),
        more_lines=max(0, len(lines) - _MOST_LINES),
        fields=_fields(article, candidates),
        questions=questions_of(article, doubts, candidates),
    )


def lines_of(article: Article, data: bytes) -> Sequence[Line]:
    """Return the lines of a text, or the blocks of a page or an entry instead of its markup."""
    name = article.source.rpartition("/")[2].lower()
    if article.entry is not None or ("." in name and not name.endswith(_LINED)):
        return outline(article)
    try:
        return trace(article, readable(data).text)
    except NotText:
        return ()


def _of_collection(doubts: Sequence[Problem], article: Article) -> list[Problem]:
    """Return the doubts that depend on the whole collection and are not settled."""
    return [
        doubt
        for doubt in doubts
        if doubt.source == article.key
        and doubt.code == "near-copy"
        and doubt.code not in article.settled
    ]


def _fields(
    article: Article, candidates: Mapping[str, Sequence[Candidate]]
) -> tuple[FieldValue, ...]:
    return tuple(
        FieldValue(
            name,
            _shown(getattr(article, name)),
            article.origins.get(name, ""),
            tuple(candidates.get(name, ())),
        )
        for name in FIELDS
    )


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
