"""A fragment of markup, as in feeds and records → blocks, or one line. Pure."""

from __future__ import annotations

from generator.models import Block
from generator.text import clean, squeeze
from generator.understand.markup.blocks import blocks_of
from generator.understand.markup.parse import parse_text

_DIRECTION_MARKS = "\u200e\u200f"  # at the end of a title they order what programs put behind it


def fragment(markup: str) -> tuple[Block, ...]:
    """Return the text of a piece of HTML as blocks, without what is nested too deeply."""
    tree, _ = parse_text(f"<div>{markup}</div>")
    return () if tree is None else blocks_of(tree, html=True)


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return the lines of a plain text as paragraphs."""
    lines = (squeeze(line) for line in clean(text).split("\n"))
    return tuple(Block(line) for line in lines if any(sign.isalnum() for sign in line))


def line_of(markup: str) -> str:
    """Return a title or name without its markup, on one line."""
    if "<" not in markup and "&" not in markup:
        return squeeze(clean(markup)).strip(_DIRECTION_MARKS)
    return " ".join(block.text for block in fragment(markup)).strip(_DIRECTION_MARKS)
