"""The lines of a page that `br` divides, as text with a blank line between paragraphs. Pure."""

from __future__ import annotations

from lxml.html import HtmlElement

from generator.text import squeeze

_PARAGRAPHS = ("p", "div", "blockquote")


def text_with_breaks(tree: HtmlElement) -> str:
    """Return the text of all paragraphs that `br` divides, as a file of plain text has them."""
    found = (_lines(element) for element in tree.iter(*_PARAGRAPHS))
    return "\n\n".join(text for text in found if text)


def _lines(element: HtmlElement) -> str:
    """Return the text of an element with a newline for each `br`, "" without one."""
    lines = [element.text or ""]
    for child in element:
        if child.tag == "br":
            lines.append("")
        elif isinstance(child.tag, str):
            lines[-1] += child.text_content()
        lines[-1] += child.tail or ""
    return "\n".join(map(squeeze, lines)) if len(lines) > 1 else ""
