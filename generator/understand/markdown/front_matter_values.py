"""The values of front matter and properties → texts and names, whatever form they have. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.source_urls import is_web
from generator.understand.markdown.obsidian import without_links
from generator.understand.vocabulary.contacts import without_addresses
from generator.understand.vocabulary.people import BY, first_name_first, people, without_by

_MOST = 50  # values of a list
_HOST = re.compile(
    r"(?:[a-z\d-]+\.)+[a-z]{2,}"
)  # a site, as clippers call a writer they don't know
_LINK = re.compile(r"\[([^\[\]]+)\]\((\S+)\)")


def texts_in(value: object, *, split: bool) -> Iterator[str]:
    """Yield the texts in a value: a text, a list, or the names in a list of mappings.

    A link to a note is its words; without quotes YAML takes `[[Name]]` for a list in a list.
    """
    if isinstance(value, dict):
        value = value.get("name", value.get("title"))
    if isinstance(value, list):
        for part in value[:_MOST]:
            inner = part if isinstance(part, list) and len(part) == 1 else [part]
            if not isinstance(inner[0], list):
                yield from texts_in(inner[0], split=False)
    elif value is not None:
        text = _words(without_links(str(value)))
        parts = text.split(";" if ";" in text else ",") if split else [text]
        yield from (part.strip() for part in parts)


def authors_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield names as they are written, without "By" and addresses."""
    for text in texts:
        name = without_addresses(text)
        if is_web(name) or _HOST.fullmatch(name):
            continue
        if BY.match(name):
            yield from people(name, (), strict=False) or (without_by(name),)
        elif name:
            yield first_name_first(name)


def _words(text: str) -> str:
    """Return a value that is a link in Markdown as its words; of an address, the address."""
    link = _LINK.fullmatch(text.strip())
    return (link[2] if is_web(link[1]) else link[1]) if link else text
