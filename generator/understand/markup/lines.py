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
    lines, words = [], [""]
    walk = etree.iterwalk(tree, events=("start", "end"))

    def end_line(*, paragraph: bool) -> None:
        cells = [squeeze(clean(cell)) for cell in "".join(words).split("\t")]
        line = "\t".join(cell for cell in cells if cell)
        words.clear()
        if line:
            lines.append(line)
        if paragraph and lines and lines[-1]:
            lines.append("")

    for event, element in walk:
        tag = str(element.tag)
        if event == "start":
            if tag in _SILENT:
                walk.skip_subtree()
                continue
            if tag in _LINES:
                end_line(paragraph=tag in _PARAGRAPHS)
            words.append((element.text or "").replace("\t", " "))
        else:
            if tag in _LINES:
                end_line(paragraph=tag in _PARAGRAPHS)
            words.append("\t" if tag in _CELLS else "")
            words.append((element.tail or "").replace("\t", " ") if element is not tree else "")
    end_line(paragraph=False)
    return lines
