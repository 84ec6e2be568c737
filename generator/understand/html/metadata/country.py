"""The country of a page, by its language tag or its address. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.understand.html.metadata.meta import Metas, first

_TAG = re.compile(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})\b")
# Domains of English-speaking countries; other domains of two letters are often used for a word.
_DOMAINS = frozenset(
    re.findall(r"\w+", "uk au nz ie in za ng ke gh ug tz zw pk bd lk sg my hk mt ph us")
)


def country_of(tree: HtmlElement, metas: Metas, url: str | None) -> str | None:
    """Return a country (ISO 3166, lower case): "us" of `lang="en-US"`, "gb" of an address in .uk.

    The address takes precedence: "en-US" is the default of many systems.
    """
    domain = (urlsplit(url or "").hostname or "").rpartition(".")[2]
    if domain in _DOMAINS:
        return "gb" if domain == "uk" else domain
    locale = first(metas, "og:locale", "content-language")
    tags = (tree.get("lang"), tree.get("xml:lang"), locale[1] if locale else None)
    found = (_TAG.match(tag or "") for tag in tags)
    return next((match[1].lower() for match in found if match), None)
