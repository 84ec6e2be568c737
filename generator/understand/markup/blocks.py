"""An element tree → the blocks of an article. Pure.

Reads HTML and the markup that trafilatura returns (`head`, `list`, `item`, `lb` …).
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from generator.models import Block, BlockKind
from generator.text import clean, ends_sentence, squeeze
from generator.understand.markup.preformatted import lines_in, written_text
from generator.understand.markup.tables import data_lines


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), "heading"),
    **dict.fromkeys(("blockquote", "quote"), "quote"),
    **dict.fromkeys(("li", "item", "dt", "dd"), "item"),
}
_HEADING = 150  # characters: a longer one that ends as a sentence does is a paragraph in large type
_ORDER: tuple[BlockKind, ...] = ("heading", "quote", "item")  # the first one open decides
_BREAKS = _tags(
    "p div br lb hr ul ol dl list table thead tbody tr row section article main header footer "
    "aside figure figcaption pre body address details summary center"
) | frozenset(_KINDS)
_PREFORMATTED = _tags("pre code")
_CELLS = _tags("td th cell")
_LINKS = _tags("a ref")
_SILENT = _tags(
    "script style noscript template iframe object embed svg math canvas audio video form button "
    "select textarea nav head title link meta figure"
)


Piece = tuple[Block, float]
"""A block, and the share of its characters that are links to other pages."""


def blocks_of(tree: etree._Element, *, html: bool) -> tuple[Block, ...]:
    """Return the text of a tree as blocks; `html`: it is HTML, not trafilatura's markup."""
    return tuple(block for block, _ in pieces_of(tree, html=html))


def pieces_of(tree: etree._Element, *, html: bool) -> list[Piece]:
    """Return the blocks of a tree as `blocks_of` does, each with its share of links."""
    return _Walk(html=html).over(tree)


class _Walk:
    """One pass over a tree; text is gathered until a tag begins or ends a block."""

    def __init__(self, *, html: bool) -> None:
        self._silent = _SILENT if html else frozenset({"graphic"})
        self._open: Counter[BlockKind] = Counter()
        self._words: list[str] = []
        self._in_link, self._linked = 0, 0
        self._pieces: list[Piece] = []

    def over(self, tree: etree._Element) -> list[Piece]:
        walk = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            tag = str(element.tag)
            silent = tag in self._silent and element is not tree
            if event == "end":
                self._leave("" if silent else tag, element.tail if element is not tree else None)
            elif silent or self._taken(tag, element):
                walk.skip_subtree()
            else:
                self._enter(tag, element.text)
        self._flush()
        return self._pieces

    def _taken(self, tag: str, element: etree._Element) -> bool:
        """Add a table or preformatted text, which are read as a whole; return whether it is one."""
        if tag == "table":
            return self._tabled(element)
        return tag in _PREFORMATTED and self._preformatted(element)

    def _preformatted(self, element: etree._Element) -> bool:
        """Take a text whose lines are as its writer broke them; return whether it has lines."""
        text = clean(written_text(element)).strip("\n")
        if "\n" not in text:
            return False
        self._flush()
        self._pieces += [(Block(line), 0.0) for line in lines_in(text)]
        return True

    def _tabled(self, table: etree._Element) -> bool:
        """Take the rows of a table of data; return whether it is one."""
        rows = data_lines(table)
        if rows:
            self._flush()
            self._pieces += [(Block(row, "row"), 0.0) for row in rows]
        return bool(rows)

    def _enter(self, tag: str, text: str | None) -> None:
        if tag in _BREAKS:
            self._flush()
        if tag in _KINDS:
            self._open[_KINDS[tag]] += 1
        self._in_link += tag in _LINKS
        self._say(text or "")

    def _leave(self, tag: str, tail: str | None) -> None:
        if tag in _BREAKS:
            self._flush()
        if tag in _KINDS:
            self._open[_KINDS[tag]] -= 1
        self._in_link -= tag in _LINKS
        self._say(f" {tail or ''}" if tag in _CELLS else tail or "")

    def _say(self, text: str) -> None:
        if text:
            self._words.append(text)
        if self._in_link:
            self._linked += len(text.strip())

    def _flush(self) -> None:
        if not self._words:
            return
        words = "".join(self._words)
        linked, self._linked = self._linked, 0
        self._words.clear()
        if not words.strip():
            return
        text = squeeze(clean(words))
        if any(sign.isalnum() for sign in text):
            paragraph: BlockKind = "paragraph"
            kind = next((kind for kind in _ORDER if self._open[kind]), paragraph)
            if kind == "heading" and len(text) > _HEADING and ends_sentence(text):
                kind = paragraph
            self._pieces.append((Block(text, kind), linked / len(text)))
