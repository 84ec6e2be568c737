"""Quotations and dates that occur in an article's text. Frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech in an article without its outer marks, in `Article.blocks[paragraph]`.

    `speaker` is the fullest form of the name in the article, None if it is ambiguous; `credited`
    the article's words for a speaker without a name ("a spokesman"). `before` and `after` are the
    rest of its sentence with punctuation, empty if the sentence has no other words.
    """

    text: str
    paragraph: int
    start: int
    speaker: str | None = None
    credited: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class MentionedDate:
    """A date in the text of an article ("2025-09-12", "2025-09", "2025"), and its sentence."""

    date: str
    text: str
    paragraph: int
