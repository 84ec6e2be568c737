"""Text that a page shows only on a click: accordions, and text beside elements of its own.

The extraction leaves out what a page hides, the contents of buttons, and text outside paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from generator.text import squeeze

_NAMED = re.compile(r"accordion|collaps|toggle|faq|panel|answer|expand|spoiler", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none;?|visibility\s*:\s*hidden;?", re.IGNORECASE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "summary", "dt"})
_OUTSIDE = frozenset({"nav", "header", "footer", "aside", "form", "menu"})
_MOST = 200  # hidden parts and buttons that are read
_SENTENCE = 30  # characters of a text in such a part at least
_LABEL = 200  # characters of a button at most that is the heading of a part
_LINKED = 0.3  # share of a part's text in links, from which it is a menu
_AFTER = ("blockquote", "ul", "ol", "dl", "pre", "table", "figure", "h2", "h3", "h4")
_INLINE = frozenset({"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s"})
_INLINE |= {"small", "span", "strong", "sub", "sup", "u"}


def show_hidden(tree: HtmlElement) -> None:
    """Show the parts of articles that a click opens, and the headings that are their buttons."""
    body = next(tree.iter("article", "main"), None)
    if body is None:
        return
    for button in list(islice(body.iter("button"), _MOST)):
        above = button.getparent()
        if above is not None and above.tag in _HEADINGS:
            button.drop_tag()
    for part in list(islice(filter(_is_hidden, body.iter("div", "section", "dd", "p")), _MOST)):
        if _is_text(part) and (_is_opened(part) or _follows_heading(part)):
            _show(part)


def mark_loose_text(tree: HtmlElement) -> None:
    """Put text that follows a list, a quotation or another block into a paragraph of its own."""
    for element in list(tree.iter(*_AFTER)):
        above = element.getparent()
        if (element.tail or "").strip() and above is not None and above.tag != "p":
            paragraph = element.makeelement("p")
            paragraph.text, element.tail = element.tail, None
            inline = list(_inline_after(element))
            element.addnext(paragraph)
            paragraph.extend(inline)


def _inline_after(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements inside the line of text that follows an element."""
    for sibling in element.itersiblings():
        if sibling.tag not in _INLINE:
            return
        yield sibling


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    is_hidden = element.get("aria-hidden") == "true" or element.get("hidden") is not None
    return is_hidden or bool(_HIDING.search(style))


def _is_text(part: HtmlElement) -> bool:
    """Return whether a part has a sentence, hardly any links, and is inside of the article."""
    text = squeeze(part.text_content())
    linked = sum(len(squeeze(link.text_content())) for link in part.iter("a"))
    inside = all(above.tag not in _OUTSIDE for above in part.iterancestors())
    is_form = next(part.iter("form", "input", "nav"), None) is not None
    return inside and not is_form and len(text) >= _SENTENCE and linked <= _LINKED * len(text)


def _is_opened(part: HtmlElement) -> bool:
    """Return whether a click opens a part, by its role or a name of it or of what is around it."""
    near = [part, *islice(part.iterancestors("div", "section", "li", "dl"), 2)]
    names = (f"{element.get('class') or ''} {element.get('id') or ''}" for element in near)
    return part.get("role") == "region" or any(map(_NAMED.search, names))


def _follows_heading(part: HtmlElement) -> bool:
    previous = part.getprevious()
    return previous is not None and previous.tag in _HEADINGS


def _show(part: HtmlElement) -> None:
    """Take away what hides a part; its button becomes a heading."""
    part.set("style", _HIDING.sub("", part.get("style") or ""))
    for name in ("aria-hidden", "hidden"):
        part.attrib.pop(name, None)
    button = part.getprevious()
    if button is not None and button.tag == "button" and len(button.text_content()) <= _LABEL:
        button.tag = "h4"
