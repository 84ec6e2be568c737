"""`Source` → `Article`s: the articles in a collected file of any format.

Each format is one module with two functions, registered in `_READERS` and tried in that order:
`accepts(source)` returns whether the content is of its format (the name is only a hint), and
`read(source, limits)` returns the articles. A file that can't be used is a `Problem`, never an
exception.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from generator.config import Limits
from generator.models import Article, Problem, Source, Understood
from generator.text import NotText, decode
from generator.understand import bookmark_lists, unsupported
from generator.understand.blogs_and_notebooks import (
    evernote,
    ghost,
    kindle,
    medium,
    movable_type,
)
from generator.understand.damaged_text import with_letters
from generator.understand.databases import reader as databases
from generator.understand.databases import ris
from generator.understand.documents import docx, odt, pdf, rtf
from generator.understand.editor.several_articles import second_headline
from generator.understand.editor.sidecar_corrections import correct
from generator.understand.feeds import json_feed, ninjs, rss, saved_articles
from generator.understand.genres.press_release import released
from generator.understand.html import reader as html
from generator.understand.mail import reader as mail
from generator.understand.markdown import reader as markdown
from generator.understand.messages import chat, post, telegram, thread
from generator.understand.pasted import reader as pasted
from generator.understand.pasted.head.evidence import Considered
from generator.understand.reader_results import entry_key, failed
from generator.understand.split_texts import divided

__all__ = ["Considered", "considered", "understand"]


class Reader(Protocol):
    """The interface of a format's module."""

    def accepts(self, source: Source) -> bool:
        """Return whether the file is of this format."""
        ...

    def read(self, source: Source, limits: Limits) -> Understood:
        """Return the articles in the file."""
        ...


# The reader of pasted text accepts everything else.
_READERS: tuple[Reader, ...] = (
    *(mail, bookmark_lists, databases, ris, docx, odt, rtf, pdf),
    *(medium, movable_type, ghost, evernote, kindle, telegram),
    *(html, rss, json_feed, ninjs, saved_articles, unsupported),
    *(markdown, chat, thread, post, pasted),
)
_PLAIN: tuple[Reader, ...] = (
    markdown,
    chat,
    thread,
    post,
    pasted,
)  # of their bytes nearly all are text

# Each of these makes rendering a page slower, more than linearly.
_MARKUP = re.compile(r"[\\`*_\[\]<>]")
_MOST_MARKUP = 10_000  # characters of an article
_NOTHING = "contains nothing that can be read. Save it again, or paste its text into a .txt file."


def understand(source: Source, limits: Limits) -> Understood:
    """Return the articles of a source, corrected by its sidecar, and the problems found."""
    reader = _reader_of(source)
    if reader in _PLAIN and len(source.data) > limits.article_characters < _length(source.data):
        return Understood(problems=(_too_long(source.path, limits),))
    parts = divided(source) if reader is pasted else ()
    read = _each(parts, limits) if parts else reader.read(source, limits)
    understood = _within(read, limits)
    if not understood.articles and not understood.problems:
        return failed(source, _NOTHING)
    articles = [_finished(article, reader) for article in understood.articles]
    if reader in _PLAIN and not parts:
        articles = [_divided(article, source) for article in articles]
    return correct(replace(understood, articles=tuple(articles)), source)


def _reader_of(source: Source) -> Reader:
    return next(reader for reader in _READERS if reader.accepts(source))


def _finished(article: Article, reader: Reader) -> Article:
    """Return an article with its encoding repaired and the boilerplate of a press release removed.

    The reader of pasted pages does both itself. Markdown is an editor's own text, not a page's.
    """
    if reader is pasted:
        return article
    if reader is markdown:
        return released(replace(article, verbatim=True))
    return released(with_letters(article))


def considered(source: Source) -> tuple[Considered, ...]:
    """Return the candidates for section, outlet, place and authors of a pasted page.

    Empty for other formats, which state them in fields, and for texts of several articles.
    """
    reader = _reader_of(source)
    return pasted.considered(source) if reader is pasted and not divided(source) else ()


def _each(parts: Sequence[Source], limits: Limits) -> Understood:
    """Return the articles of a text that contains several, each read separately."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for part in parts:
        understood = pasted.read(part, limits)
        problems += understood.problems
        for article in understood.articles:
            named = replace(article, entry=entry_key(article.title, article.date))
            articles[named.key] = named
    return Understood(tuple(articles.values()), tuple(problems))


def _divided(article: Article, source: Source) -> Article:
    """Return the article with the doubt that its file contains another one below it."""
    headline = second_headline(decode(source.data), article)
    if headline is None:
        return article
    message = (
        f"looks like two articles; the second is '{headline[:120]}'. Put each into a file of its "
        "own, or a line of === between them and a date below each headline."
    )
    doubt = Problem(article.key, "doubt", message, "two-articles", headline[:120])
    return replace(article, problems=(*article.problems, doubt))


def _length(data: bytes) -> int:
    """Return the number of characters of a text, 0 for a binary file."""
    try:
        return len(decode(data))
    except NotText:
        return 0


def _within(understood: Understood, limits: Limits) -> Understood:
    """Return the articles without those whose length or markup shows that they are not articles."""
    kept: list[Article] = []
    problems = list(understood.problems)
    for article in understood.articles:
        text = "".join(block.text for block in article.blocks)
        if len(text) > limits.article_characters:
            problems.append(_too_long(article.key, limits))
        elif len(_MARKUP.findall(text)) > _MOST_MARKUP:
            message = f"is not an article: it contains more than {_MOST_MARKUP} markup characters."
            problems.append(Problem(article.key, "error", f"{message} Remove the file."))
        else:
            kept.append(article)
    return replace(understood, articles=tuple(kept), problems=tuple(problems))


def _too_long(path: str, limits: Limits) -> Problem:
    message = (
        f"is longer than an article: more than {limits.article_characters} characters. Divide it, "
        "or raise limits.article_characters in site_config/digest.yml."
    )
    return Problem(path, "error", message)
