"""Quotations of an article, each with its speaker. Pure.

A name is given only where the text is unambiguous; otherwise the speaker is None, and `credited`
has the words of the text ("a spokesman for the ministry"), if it has any.
"""

from __future__ import annotations

from generator.analyse.quotes.dialogue import dialogue
from generator.analyse.quotes.marks import Span, spans
from generator.analyse.quotes.paragraphs import paragraph_of
from generator.analyse.quotes.people import people_of
from generator.analyse.quotes.speakers import Speakers
from generator.models import Article
from generator.quotations_and_dates import Quotation


def quotations(article: Article) -> tuple[Quotation, ...]:
    """Return the direct speech of an article, in order."""
    found = _all(article)
    if not found:
        return ()
    quoted: dict[int, list[tuple[int, int]]] = {}
    for span in found:
        for block, start, end in span.parts:
            quoted.setdefault(block, []).append((start, end))
    paragraphs = [
        paragraph_of(block.text, article.language, quoted.get(number, ()))
        for number, block in enumerate(article.blocks)
    ]
    people = people_of(
        [(paragraph.tokens, paragraph.mentions) for paragraph in paragraphs], article.language
    )
    return Speakers(article.blocks, paragraphs, people, found).quotations()


def _all(article: Article) -> list[Span]:
    """Return the quotations in marks and after dashes, without those inside another one."""
    talk = dialogue(article.blocks, article.language)
    inside = {span.block for span in talk}
    marked = [span for span in spans(article.blocks) if span.block not in inside]
    return sorted([*talk, *marked], key=lambda span: (span.block, span.start))
