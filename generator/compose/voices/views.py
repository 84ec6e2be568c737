"""What pages show of quotations and of dates ahead. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.compose.lists.views import Card, Link


@dataclass(frozen=True, slots=True)
class Statement:
    """A quotation of an article, or a sentence with a date: its words, and where they are.

    `speaker` is None where the page's title names them; then `before` and `after` are what else the
    sentence says, if anything.
    """

    text: str
    paragraph: int
    card: Card
    speaker: Link | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What is said of one date; `date` is as in "2025-09-12", `label` as readers read it."""

    date: str
    label: str
    items: tuple[Statement, ...]
