"""A saved page → its lines as a browser would copy them: for pages that hold records."""

from __future__ import annotations

from lxml import etree

from generator.text import clean, squeeze
from generator.understand.markup.parse import parse

_PARAGRAPHS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "section")
) | {"article", "blockquote"}
_LINES = _PARAGRAPHS | frozenset(("br", "li", "dt", "dd", "hr"))
_SILENT = frozenset(("script", "style", "head", "template", "noscript"))
_CELLS = frozenset(("td", "th"))


def lines_of_page(data: bytes) -> list[str]:
    """Return a page's lines, with a blank one around each paragraph, and tabs between cells.

    Raises `text.NotText` for a binary file.
    """
    tree, _ = parse(data)
    return [] if tree is None else lines_of(tree)


def lines_of(tree: etree._Element) -> list[str]:
    """Return the lines of an element tree."""
    found = _Lines()
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start" and tag in _SILENT:
            walk.skip_subtree()
            continue
        if tag in _LINES:
            found.end(is_paragraph=tag in _PARAGRAPHS)
        if event == "start":
            found.add(element.text)
        else:
            found.add("", is_cell=tag in _CELLS)
            found.add(element.tail if element is not tree else "")
    found.end(is_paragraph=False)
    return found.lines


class _Lines:
    """The lines that were read so far, and the words of the one that is being read."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._words = [""]

    def add(self, text: str | None, *, is_cell: bool = False) -> None:
        """Add a text to the line; after a cell of a table there is a tab."""
        self._words.append((text or "").replace("\t", " ") + ("\t" if is_cell else ""))

    def end(self, *, is_paragraph: bool) -> None:
        """End the line; a blank one follows a paragraph."""
        cells = [squeeze(clean(cell)) for cell in "".join(self._words).split("\t")]
        line = "\t".join(filter(None, cells))
        self._words.clear()
        if line:
            self.lines.append(line)
        if is_paragraph and self.lines and self.lines[-1]:
            self.lines.append("")
