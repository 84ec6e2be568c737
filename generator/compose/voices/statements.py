"""Quotations and dates ahead as pages show them. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.compose.lists.views import Card, Link


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation of an article, or a sentence with a date: its text, and where it is.

    `speaker` is None if the page's title names them; then `before` and `after` are the rest of the
    sentence, if any.
    """

    text: str
    paragraph: int
    card: Card
    speaker: Link | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The sentences about one date; `date` is like "2025-09-12", `label` is for readers."""

    date: str
    label: str
    items: tuple[Statement, ...]
