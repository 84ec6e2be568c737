"""The head of Firefox's reader view: address, credits and reading time. Pure.

Source: toolkit/components/reader/content/aboutReader.html in Firefox.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from generator.source_urls import is_web
from generator.text import clean, squeeze

_VIEW = "/descendant::*[@id='readability-page-1' or contains(@class,'moz-reader-content')]"
_PART = "/descendant::*[contains(concat(' ', normalize-space(@class), ' '), ' {} ')]"
_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class ReaderView:
    """The head of a reader view; a part is empty if the page is not one or does not state it.

    `minutes` is the longer time of a range, for slow readers ("3–4 minutes").
    """

    url: str | None = None
    domain: str = ""
    credits: str = ""
    minutes: int | None = None

    @classmethod
    def of(cls, tree: HtmlElement) -> ReaderView:
        """Return the head of a reader view, an empty one for other pages."""
        if not tree.xpath(_VIEW):
            return cls()
        domain = next(iter(tree.xpath(_PART.format("reader-domain"))), None)
        address = "" if domain is None else domain.get("href") or ""
        numbers = _NUMBER.findall(_text(tree, "reader-estimated-time"))
        return cls(
            url=address if is_web(address) else None,
            domain=_text(tree, "reader-domain"),
            credits=_text(tree, "reader-credits") or _text(tree, "credits"),
            minutes=int(numbers[-1]) if numbers else None,
        )


def _text(tree: HtmlElement, name: str) -> str:
    found = next(iter(tree.xpath(_PART.format(name))), None)
    return "" if found is None else squeeze(clean(found.text_content()))
