"""The editorial fields of an article in its page's front matter. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from generator.compose.yaml_values import whole_number
from generator.editorial import NO_WORD, Editorial
from generator.models import Block
from generator.text import squeeze

_STRAIGHT = str.maketrans("“”„‟«»‘’‚‛", '""""""\'\'\'\'')


def placed(editorial: Editorial, shown: Sequence[tuple[int, Block]]) -> Editorial:
    """Return the editorial fields with the pull quote as spelled in the text, and its paragraph.

    `shown` are the blocks that the page may show: a pull quote that they do not contain is left
    out. The editor may type straight quotation marks.
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
    """Return the editorial fields that are set."""
    default = asdict(NO_WORD)
    return {name: value for name, value in asdict(editorial).items() if value != default[name]}


def from_front_matter(value: object) -> Editorial:
    """Return what `to_front_matter` wrote; values of an unexpected type count as not set."""
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
