"""What the editor says of an article, as the front matter of its page has it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from generator.compose.values import whole_number
from generator.editorial import NO_WORD, Editorial
from generator.models import Block
from generator.text import squeeze

_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛", '""""""\'\'\'\'')


def placed(editorial: Editorial, shown: Sequence[tuple[int, Block]]) -> Editorial:
    """Return the editor's word with the pull quote as the text has it, and its paragraph.

    `shown` is what the page may show of the text: a pull quote that it does not contain is left
    out. Quotation marks may be typed straight.
    """
    wanted = squeeze(editorial.pull_quote).translate(_STRAIGHT)
    if not wanted:
        return editorial
    for number, block in shown:
        at = block.text.translate(_STRAIGHT).find(wanted)
        if at >= 0:
            found = block.text[at : at + len(wanted)]
            return replace(editorial, pull_quote=found, paragraph=number)
    return replace(editorial, pull_quote="", paragraph=None)


def to_front_matter(editorial: Editorial) -> dict[str, object]:
    """Return what the editor says, without what is not set."""
    default = asdict(NO_WORD)
    return {name: value for name, value in asdict(editorial).items() if value != default[name]}


def from_front_matter(value: object) -> Editorial:
    """Read back what `to_front_matter` wrote; values of an unexpected type count as not set."""
    given: Mapping[str, object] = value if isinstance(value, dict) else {}
    return Editorial(
        lead=given.get("lead") is True,
        weight=whole_number(given.get("weight")) or 0,
        pin=given.get("pin") is True,
        hide=given.get("hide") is True,
        comment=_text(given.get("comment")),
        pull_quote=_text(given.get("pull_quote")),
        paragraph=whole_number(given.get("paragraph")),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
