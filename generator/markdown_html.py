"""Markdown that an editor wrote → HTML for feeds and files to send."""

from __future__ import annotations

from markdown import Markdown


def html_of(text: str) -> str:
    """Return Markdown as XHTML. Elements in it are shown as text."""
    converter = Markdown(extensions=["tables", "fenced_code"], output_format="xhtml")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter.convert(text)
