"""Headings that a page or a document sets in bold type instead of marking them as such."""

from __future__ import annotations

from lxml.html import HtmlElement

from generator.text import squeeze

_BOLD = ("strong", "b")
_HEADING = 120  # characters of a bold line that is a heading


def mark_bold_headings(tree: HtmlElement) -> None:
    """Make a heading of each paragraph that consists of a short bold line without an end mark."""
    for element in tree.iter("p", "div", "td"):
        if _is_bold_line(element):
            element.tag = "h4"


def _is_bold_line(element: HtmlElement) -> bool:
    """Return whether an element consists of one short bold text, as a heading does."""
    inner = [child for child in element if isinstance(child.tag, str) and child.tag != "br"]
    if len(inner) != 1 or not (_is_blank(element.text) and _is_blank(inner[0].tail)):
        return False
    bold = _within_link(inner[0])
    return bold.tag in _BOLD and _may_head(bold)


def _within_link(element: HtmlElement) -> HtmlElement:
    """Return the only element of a link without other text, any other element as it is."""
    is_link = element.tag == "a" and len(element) == 1 and _is_blank(element.text)
    return element[0] if is_link else element


def _may_head(element: HtmlElement) -> bool:
    """Return whether a bold text is one short line, without a mark at its end."""
    text = squeeze(element.text_content())
    if not 2 < len(text) < _HEADING or text[-1] in ".:,;":
        return False
    return next(element.iter("br", "img"), None) is None


def _is_blank(text: str | None) -> bool:
    return not (text or "").strip()
