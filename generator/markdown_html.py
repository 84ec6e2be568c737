"""An editor's Markdown → HTML for feeds and exported files, which no later check scans."""

from __future__ import annotations

import re
from html import escape, unescape

from markdown import Markdown

from generator import sanitize
from generator.text import clean, squeeze

# The converter's own elements: it writes values in double quotes and no > in them.
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>')
_PICTURE = re.compile(r"<img [^>]*>")
_ALT = re.compile(r'alt="([^"]*)"')
_ENTITY = re.compile(r"&#?\w+;")
_NOT_RELATIVE = re.compile(r":|\\|^//")


def html_of(text: str) -> str:
    """Return Markdown as XHTML that loads nothing and links only to safe addresses.

    HTML elements in it are shown as text, pictures as their alternative text.
    """
    converter = Markdown(extensions=["tables", "fenced_code"], output_format="xhtml")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    made = _ENTITY.sub(_sign, converter.convert(clean(text)))
    made = _PICTURE.sub(_description, made)
    return _LINK.sub(_without_harm, made)


def _sign(entity: re.Match[str]) -> str:
    """Return the character that an entity names: XML defines only five named entities."""
    return escape(clean(unescape(entity[0])))


def _without_harm(link: re.Match[str]) -> str:
    """Return a link's start tag unchanged, or without its target if that is unsafe."""
    address = squeeze(clean(unescape(link[1])))
    return "<a>" if _NOT_RELATIVE.search(address) and not sanitize.url(address) else link[0]


def _description(picture: re.Match[str]) -> str:
    found = _ALT.search(picture[0])
    return found[1] if found else ""
