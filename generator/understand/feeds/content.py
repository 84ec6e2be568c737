"""The markup or text of a feed's entry → blocks, without additions of the service. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from generator.models import Block, Dropped
from generator.tables import load_numbers, load_table
from generator.text import clean, squeeze
from generator.understand.feeds.footers import is_button
from generator.understand.lines.drop_reasons import labelled
from generator.understand.markup.blocks import pieces_of
from generator.understand.markup.fragment import plain_blocks
from generator.understand.markup.parse import parse_text

_FURNITURE = Path(__file__).with_name("furniture_classes.yml")
_TAG = re.compile(r"</?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>")
_LISTED = re.compile(r"\n(?=[ \t]*(?:[-*•–—▪►]|\d\d?[.)]|(?:\d\d?:)?\d\d?:\d\d)\s)")
_BLANK = re.compile(r"\n[ \t\r]*\n")
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "content")
_ONLY_LINKS = _TUNED["only_links"]
_HALF_LINKS = _TUNED["half_links"]
_MARK = re.compile("\ue000(\\d+)\ue001")  # placeholder in the tree for a removed element


@dataclass(frozen=True, slots=True)
class Content:
    """The text of an entry; `dropped` counts lines as blocks, from 1, kept and dropped ones."""

    blocks: tuple[Block, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def plain_content(text: str) -> Content:
    """Return a plain text: each line is a paragraph."""
    return Content(plain_blocks(text))


def markup_content(markup: str) -> Content:
    """Return the content of HTML; without any tag it may be plain text, whose lines are kept."""
    if not _TAG.search(markup):
        markup = _LISTED.sub("<br>", _BLANK.sub("<br><br>", markup))
    tree, _ = parse_text(f"<div>{markup}</div>")
    return Content() if tree is None else _content(tree)


def _content(tree: etree._Element) -> Content:
    taken = _take_out(tree)
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for block, linked in pieces_of(tree, html=True):
        number = len(kept) + len(dropped) + 1
        mark = _MARK.fullmatch(block.text)
        if mark:
            dropped.append(Dropped(number, taken[int(mark[1])], "added by the feed's service"))
        elif (linked >= _ONLY_LINKS and is_button(block.text)) or (
            linked >= _HALF_LINKS and labelled(block.text) == "related"
        ):
            dropped.append(Dropped(number, block.text, "link of the page"))
        else:
            kept.append(block)
    return Content(tuple(kept), tuple(dropped))


def _take_out(tree: etree._Element) -> list[str]:
    """Replace additions of services in a tree by placeholders, and return their texts."""
    furniture, references = _classes()
    taken: list[str] = []
    for element in list(tree.iter()):
        classes = frozenset(str(element.get("class", "")).lower().split())
        if not classes or not _is_within(element, tree):
            continue
        if classes & references:
            _replace(element, "")
        elif any(name.startswith(furniture) for name in classes):
            text = squeeze(clean(" ".join(map(str, element.itertext()))))
            if any(map(str.isalnum, text)):
                taken.append(text)
                _replace(element, f"\ue000{len(taken) - 1}\ue001")
    return taken


def _replace(element: etree._Element, text: str) -> None:
    """Replace an element by a text; if it is not empty, it becomes a block of its own."""
    tail = element.tail
    element.clear()
    element.tail = tail
    element.tag = "p" if text else "span"
    element.text = text


def _is_within(element: etree._Element, tree: etree._Element) -> bool:
    return element is tree or any(above is tree for above in element.iterancestors())


@cache
def _classes() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the prefixes of furniture's classes, and the classes of note marks."""
    lists = load_table(_FURNITURE, dict[str, list[str]])
    return tuple(lists["furniture"]), frozenset(lists["references"])


def first_of(contents: Sequence[Content]) -> Content:
    """Return the longest of several texts of an entry."""
    return max(contents, key=_size, default=Content())


def _size(content: Content) -> int:
    return sum(len(block.text) for block in content.blocks)
