"""Posts as WordPress exports them: the names of their authors, and their text as HTML. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from lxml import etree

from generator.tables import load_table
from generator.understand.feeds.unpublished import WORDPRESS
from generator.understand.feeds.xml_tree import children, entries_of, local, namespace, text_in

_SHORTCODES = Path(__file__).with_name("shortcodes.yml")
_NAME = r"[A-Za-z][\w-]{1,40}"
# Attributes distinguish a shortcode from words in brackets: [name key="value"], [name key=value].
_ATTRIBUTES = r"""(?:\s+[\w-]+=(?:"[^"<>]*"|'[^'<>]*'|&quot;.*?&quot;|[^\s\[\]<>"']+))+"""
_ESCAPED = re.compile(rf"\[(\[/?{_NAME}(?:\s[^\[\]<>]*)?/?\])\]")
_HELD = re.compile(r"\x02(\d+)\x03")
_MARKUP = re.compile(r"<(?:p|div|br)\b|<!--\s*wp:", re.IGNORECASE)
_PRE = re.compile(r"(<pre\b.*?</pre\s*>)", re.DOTALL | re.IGNORECASE)
_WRAPPED = 55  # characters: lines as long as this were wrapped by a program
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")


def name_authors(root: etree._Element) -> None:
    """Replace each author's login by the display name."""
    names = dict(_names(root))
    for entry in entries_of(root):
        for creator in children(entry, "creator"):
            creator.text = names.get(text_in(creator), text_in(creator))


def mark_up_posts(root: etree._Element) -> None:
    """Mark up the text of each post as WordPress shows it, without shortcodes."""
    for entry in entries_of(root):
        for content in children(entry, "encoded"):
            if not len(content) and content.text:
                content.text = post_markup(content.text)


def post_markup(text: str) -> str:
    """Return the text of a post as HTML: blank lines divide paragraphs, shortcodes are removed.

    Without markup of blocks, as from the classic editor, single line ends are kept as well.
    """
    text = without_shortcodes(text.replace("\r\n", "\n"))
    plain = not _MARKUP.search(text)
    pieces = _PRE.split(text)
    for at in range(0, len(pieces), 2):
        pieces[at] = _BLANK.sub("<br><br>", pieces[at])
        if plain:
            pieces[at] = "<br>".join(map(_with_breaks, pieces[at].split("<br>")))
    return "".join(pieces)


def _with_breaks(paragraph: str) -> str:
    """Return a paragraph with its line ends as breaks, unless they only wrap its lines."""
    lines = paragraph.strip().split("\n")
    wrapped = len(lines) > 1 and min(map(len, lines[:-1])) >= _WRAPPED
    return paragraph if wrapped else paragraph.replace("\n", "<br>")


def without_shortcodes(text: str) -> str:
    """Return a text without shortcodes; the content of one is kept, unless it is not text.

    Shortcodes are recognised by attributes, an end tag or name; other words in brackets are text.
    """
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[1])
        return f"\x02{len(held) - 1}\x03"

    text = _ESCAPED.sub(hold, text)
    silent, single = _known()
    text = silent.sub("", text)
    for name in set(re.findall(rf"\[/({_NAME})\]", text)):
        text = re.sub(rf"\[/?{re.escape(name)}(?:\s[^\[\]]*)?\]", "", text)
    text = single.sub("", text)
    return _HELD.sub(lambda match: held[int(match[1])], text)


@cache
def _known() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of shortcodes whose content is not text, and of single ones."""
    lists = load_table(_SHORTCODES, dict[str, list[str]])
    silent = "|".join(map(re.escape, lists["silent"]))
    alone = "|".join(map(re.escape, lists["alone"]))
    return (
        re.compile(rf"\[({silent})(?:\s[^\]]*)?\](?:(?!\[\1\b).){{0,5000}}?\[/\1\]", re.DOTALL),
        re.compile(
            rf"\[(?:(?:{alone}|{silent})(?:\s[^\[\]<>]*)?|{_NAME}{_ATTRIBUTES})\s*/?\]|\[{_NAME}\s*/\]"
        ),
    )


def _names(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield login and name of each author that an export lists."""
    for author in root.iter():
        if local(author) == "author" and _is_wordpress(author):
            stated: Mapping[str, str] = {local(child): text_in(child) for child in author}
            whole = f"{stated.get('author_first_name', '')} {stated.get('author_last_name', '')}"
            login, shown = (
                stated.get("author_login", ""),
                stated.get("author_display_name", ""),
            )
            name = whole.strip() if shown.lower() in {"", login.lower()} else shown
            if login and (name or shown):
                yield login, name or shown


def _is_wordpress(element: etree._Element) -> bool:
    space = namespace(element)
    return WORDPRESS in space or space == "wp"
