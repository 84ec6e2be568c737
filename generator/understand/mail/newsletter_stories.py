"""Whether a newsletter has several stories, and under which headings. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from generator.models import Block
from generator.tables import load_numbers
from generator.understand.lines.fact_lines import is_byline
from generator.understand.mail import mail_phrases
from generator.understand.markup.blocks import Piece

_WORD = re.compile(r"[^\W_]+")
_TEXT = 15  # words of a story's text
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "newsletter_stories")
_LINKED = _TUNED["linked"]
_HEADLINE = 4  # words of one
_LEAST = 2  # stories


def is_buttons(block: Block) -> bool:
    """Return whether a block is nothing but buttons."""
    return mail_phrases.consists_of("line", block.text)


def as_stories(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the blocks, with those that consist of a link to an article as headings."""
    return [
        (replace(block, kind="heading"), links)
        if _is_linked_headline(block, links)
        else (block, links)
        for block, links in pieces
    ]


def _is_linked_headline(block: Block, links: float) -> bool:
    has_words = len(_WORD.findall(block.text)) >= _HEADLINE
    return links >= _LINKED and has_words and not is_buttons(block)


def stories_in(pieces: Sequence[Piece], buttons: Collection[int]) -> list[str]:
    """Return the headings of a newsletter's stories, none if it has a single story.

    A heading with text below it begins a story if the heading is a link, a button ("Read more")
    ends it, or a byline is below it. `buttons` are the blocks above the buttons.
    """
    starts = [at for at, (block, _) in enumerate(pieces) if block.kind == "heading"]
    found: list[str] = []
    for start, end in pairwise((*starts, len(pieces))):
        heading, links = pieces[start]
        text = [block.text for block, _ in pieces[start + 1 : end]]
        is_story = links >= _LINKED or not set(buttons).isdisjoint(range(start, end))
        if _has_text(text) and (is_story or is_byline(text[0])):
            found.append(heading.text)
    return found if len(found) >= _LEAST else []


def _has_text(lines: Sequence[str]) -> bool:
    return sum(len(_WORD.findall(line)) for line in lines) >= _TEXT
