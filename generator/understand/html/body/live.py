"""Writes the time of each entry of a live blog before its heading or text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from generator.text import squeeze
from generator.understand.dates.clock_words import HOUR
from generator.understand.html.metadata.jsonld import Node, types

_CLOCK = re.compile(
    rf"(?:\D{{0,20}}\s)?(?:[01]?\d|2[0-4])(?:[.:h]|\s?{HOUR}\s?)[0-5]\d(?:\s?[ap]\.?m\.?)?"
    rf"(?:\s?{HOUR}|\s?[A-Z]{{2,5}})?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"live-?(?:blog|ticker|feed)|liveticker", re.IGNORECASE)
_FOLLOWS = ("h2", "h3", "h4", "p")
_CLOCKS = ("h2", "h3", "h4", "h5")
_LEAST = 2  # such headings of a live blog
_MOST = 500  # entries
_NEAR = 6  # elements after a time in which the text of its entry begins


def write_times(tree: HtmlElement) -> None:
    """Put the time of each entry of a live blog before its text, or it would be lost."""
    for time in list(islice(tree.iter("time"), _MOST)):
        text = squeeze(time.text_content())
        if not _CLOCK.fullmatch(text):
            continue
        near = islice(time.itersiblings(), _NEAR)
        entry = next((element for element in near if element.tag in _FOLLOWS), None)
        if entry is not None:
            entry.text = f"{text}  {entry.text or ''}"
    for clock in _clocks(tree):
        entry, above = clock.getnext(), clock.getparent()
        if entry is not None and entry.tag in _FOLLOWS and above is not None:
            entry.text = f"{squeeze(clock.text_content())}  {entry.text or ''}"
            above.attrib.pop("class", None)  # "post" would be taken for the only one
            clock.drop_tree()


def _clocks(tree: HtmlElement) -> list[HtmlElement]:
    """Return the headings that are times of day, each above the text of an entry."""
    headings = islice(tree.iter(*_CLOCKS), _MOST)
    return [heading for heading in headings if _CLOCK.fullmatch(squeeze(heading.text_content()))]


def is_live(tree: HtmlElement, articles: Sequence[Node]) -> bool:
    """Return whether a page is a live blog: by its schema.org type, headings or parts' names."""
    if any("LiveBlogPosting" in types(node) for node in articles):
        return True
    parts = tree.iter("article", "main", "section", "div")
    if len(_clocks(tree)) >= _LEAST:
        return True
    return any(_NAMED.search(f"{part.get('class') or ''} {part.get('id') or ''}") for part in parts)
