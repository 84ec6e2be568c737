"""An article as stated by its page in content/: the single source of every list and chart.

Lists are made from the pages' front matter, not from the collected files, so that a page edited by
hand is listed with its present text, and `mkdocs build` alone gives the same site.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from generator.editorial import NO_WORD, Editorial
from generator.metadata import Metadata
from generator.models import KeyPoint, Related, Rights


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of an article: a quotation with its speaker, or a sentence without one.

    `before` and `after` are the rest of a quotation's sentence.
    """

    text: str
    paragraph: int
    speaker: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Entry(Metadata):
    """The front matter of an article page, typed; `path` is the page's path below content/.

    `generator.compose.article.front_matter` writes and reads it.
    """

    path: str
    title: str
    description: str = ""
    standfirst: str = ""  # unless the text begins with it
    date_inferred: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"
    key_points: tuple[KeyPoint, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    ahead: tuple[tuple[str, Quoted], ...] = ()  # date, the sentence that mentions it
    mentioned: tuple[tuple[str, Quoted], ...] = ()  # days before the article's own
    related: tuple[Related, ...] = ()
    story: str | None = None  # the page of its story
    also: tuple[Mapping[str, object], ...] = ()
    key: str = ""
    sha256: str = ""
    collected: dt.date | None = None
    editor: tuple[str, ...] = ()  # fields the editor decided
    within: str = ""  # its id in a file that contains many
    dropped: int = 0  # lines of the source that are not part of the article
    words: int = 0
    characters: int = 0  # of a text that has no spaces between words
    shown: Rights = "full"
    rights: Rights | None = None  # set by the editor for this article
    summary_only: bool = False
    editorial: Editorial = NO_WORD
    held: bool = False  # dated after its collection: not in editions until that is settled
    aliases: tuple[str, ...] = ()  # former addresses, like "/articles/2025/slug/"
    drawn: str = ""

    @property
    def day(self) -> dt.date | None:
        """The calendar day of the article, if it is known."""
        return self.date.day if self.date else None

    @property
    def edition_day(self) -> dt.date | None:
        """Return the day that decides its edition: its own, else the day of collection."""
        return self.day or self.collected

    @property
    def glance(self) -> tuple[tuple[str, int], ...]:
        """Return the key points, with their paragraphs, that the page shows above the text.

        A single one that is the text's first sentence, which stands just below, is not shown.
        """
        if [(point.paragraph, point.sentence) for point in self.key_points] == [(0, 0)]:
            return ()
        return tuple((point.text, point.paragraph) for point in self.key_points)

    @property
    def listed(self) -> bool:
        """Return whether the front page and editions show the article."""
        return not (self.held or self.editorial.hide)

    @property
    def may_be_quoted(self) -> bool:
        """Return whether pages may show passages of the article's text."""
        return self.shown != "link"

    @property
    def source(self) -> str:
        """Return the file the article came from."""
        return self.key.removesuffix(f"#{self.within}") if self.within else self.key
