"""The reading time that a page shows in an element beside its headline: "4 min read". Pure."""

from __future__ import annotations

from itertools import takewhile

from lxml.html import HtmlElement

from generator.text import clean, squeeze
from generator.understand.vocabulary.reading_time import minutes_in

_ABOVE = "(//h1)[1]/preceding::*[position()<8]"
_BELOW = "(//h1)[1]/following::*[position()<40]"
_TIME = 40  # characters of an element that states a reading time
_PARAGRAPH = 100  # characters of a paragraph of the article, below which other articles may be
_OUTSIDE = frozenset({"aside", "nav", "footer", "figure"})


def minutes_beside(tree: HtmlElement) -> int | None:
    """Return the only reading time in the elements beside the headline, None if it is unclear.

    Their lines may have it glued to a date, because only the style sheet parts the two.
    """
    head = [*tree.xpath(_ABOVE), *takewhile(_is_short, tree.xpath(_BELOW))]
    found = {
        number
        for element in head
        if not any(part.tag in _OUTSIDE for part in (element, *element.iterancestors()))
        for text in [squeeze(clean(element.text_content()[: 2 * _TIME]))]
        if len(text) <= _TIME
        for number in minutes_in(text)
    }
    return found.pop() if len(found) == 1 else None


def _is_short(element: HtmlElement) -> bool:
    return element.tag != "p" or len(element.text_content()) < _PARAGRAPH
