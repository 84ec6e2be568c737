"""Doubts about a saved page: whether it is an article, and whether its date is stated."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models import Block, Doubt, Problem
from generator.text import ends_sentence
from generator.understand.html.body.main_text import Body
from generator.understand.html.consent import is_consent
from generator.understand.html.metadata import About

_TEXT = 60  # characters of a sentence that is more than a label
_MESSAGES: dict[Doubt, str] = {
    "date-guessed": "the page states no date for its article; {date} was guessed from other text "
    "of the page. Set `date` in the sidecar.",
    "two-articles": "the page contains several stories; they are shown as one article. Put each "
    "into a file of its own.",
    "list-page": "the page looks like a list of articles, not an article. Save the articles "
    "themselves, or write `settled: [list-page]` into the sidecar.",
    "consent-page": "the page shows little more than a dialog that asks for consent to cookies. "
    "Answer the dialog in the browser, and save the page again.",
}


def doubts_of(source: str, about: About, body: Body, *, had_consent: bool) -> Iterator[Problem]:
    """Yield the doubts about a page's article; `had_consent`: a dialog was removed from it."""
    if about.date and about.is_date_guessed:
        yield _doubt(source, "date-guessed", date=str(about.date.day))
    if body.has_stories:
        yield _doubt(source, "two-articles")
    if body.is_list:
        yield _doubt(source, "list-page")
    if is_consent(body.blocks) or (had_consent and not _has_text(body.blocks)):
        yield _doubt(source, "consent-page")


def _has_text(blocks: tuple[Block, ...]) -> bool:
    return any(len(block.text) >= _TEXT and ends_sentence(block.text) for block in blocks)


def _doubt(source: str, code: Doubt, date: str = "") -> Problem:
    return Problem(source, "doubt", _MESSAGES[code].format(date=date), code, date)
