"""The text of a message → blocks, from the fuller of its parts. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml.html import HtmlElement

from generator.models import Block
from generator.tables import load_numbers
from generator.text import squeeze
from generator.understand.layout.wrapped import unwrapped_paragraphs, unwrapped_text
from generator.understand.mail import mail_phrases
from generator.understand.mail.message import Mail
from generator.understand.markup.blocks import Piece, pieces_of
from generator.understand.markup.bold import mark_bold_headings
from generator.understand.markup.parse import parse_text
from generator.understand.pasted.blocks import blocks

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|"
    r"max-height\s*:\s*0(?:px)?\s*(?:;|$)|font-size\s*:\s*[01](?:px|pt)?\s*(?:;|$)|"
    r"line-height\s*:\s*[01](?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
_PREHEADER = re.compile(r"pre-?header|preview-?text|mcnPreviewText", re.IGNORECASE)
_HEADING = 120  # characters of an underlined line that is a heading
_ADDRESS = re.compile(r"\s*[<\[(]\s*(?:https?://|mailto:)[^\s<>\[\]()]+(?:\([^\s()]*\))?\s*[>\])]")
_BARE = re.compile(r"https?://\S+")
_PICTURE = re.compile(r"\[(?:image|cid|inline image)[:\s][^\]]*\]", re.IGNORECASE)
_UNDERLINE = re.compile(r"\s*([=\-~*#_])(?:\s?\1){2,}\s*")
_QUOTED = re.compile(r"(?:>\s?)+")
_STARS = re.compile(r"^\*{1,2}\s?(?=\S)(.+?)(?<=\S)\s?\*{0,2}$")
# "-- ", or the footer of a mailing list.
_SIGNATURE = re.compile(r"^-- ?$|^_{30,}$(?=\n[^\n]*\blist\b)", re.MULTILINE)
_LONGEST_SIGNATURE = 800  # characters
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "body")
_ENOUGH = _TUNED["enough"]
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a message, each with its share of links; whether they come from HTML."""

    pieces: Sequence[Piece]
    html: bool
    quoted: Sequence[str] = ()  # the signature, and text of other messages that a reply quotes


def body_of(mail: Mail, title: str) -> Body:
    """Return the text of a message: the HTML part's, unless the plain part has much more."""
    html, _ = mail.text("text/html")
    plain, flowed = mail.text("text/plain")
    marked = pieces_of_html(html) if html else []
    text, quoted = without_quotations(plain)
    lines = pieces_of_text(text, title, flowed=flowed) if text else []
    if _words(marked) >= _ENOUGH * _words(lines):
        return Body(marked, html=True)
    return Body(lines, html=False, quoted=quoted)


def pieces_of_html(markup: str) -> list[Piece]:
    """Return the blocks of an HTML part without hidden elements."""
    tree, _ = parse_text(markup)
    if tree is None:
        return []
    for element in list(tree.iter()):
        if isinstance(element.tag, str) and element is not tree and _is_hidden(element):
            _remove(element)
    mark_bold_headings(tree)
    return pieces_of(tree, html=True)


def pieces_of_text(text: str, title: str, *, flowed: bool) -> list[Piece]:
    """Return the blocks of a plain part; `flowed` as in RFC 3676."""
    text = _ADDRESS.sub("", _PICTURE.sub("", text))
    text = "\n".join("" if _BARE.fullmatch(line.strip()) else line for line in text.split("\n"))
    text = _unflowed(text) if flowed else unwrapped_paragraphs(unwrapped_text(text))
    lines, headings = _with_headings(text.split("\n"))
    kept = [line for line in lines if any(map(str.isalnum, line))]
    found = blocks(kept, title) if kept else ()
    return [
        (Block(block.text, "heading") if block.text in headings else block, 0.0) for block in found
    ]


def _with_headings(lines: Sequence[str]) -> tuple[list[str], set[str]]:
    """Return lines without underlines and stars, and the lines that these marked as headings."""
    headings: set[str] = set()
    found: list[str] = []
    for line in lines:
        text = squeeze(_BARE.sub("", line))
        if _UNDERLINE.fullmatch(line):
            if found and 0 < len(found[-1]) < _HEADING and len(found[-1]) <= 2 * len(text):
                headings.add(found[-1])
            continue
        starred = _STARS.match(text) if text.startswith("**") else None
        if starred:
            text = starred[1]
            headings.add(text)
        found.append(text)
    return found, headings


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    if element.get("hidden") is not None or (style and _HIDDEN.search(style)):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_PREHEADER.search(named)) and len(element.text_content()) < 400


def _remove(element: HtmlElement) -> None:
    parent = element.getparent()
    if parent is None:
        return
    tail, before = element.tail or "", element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _unflowed(text: str) -> str:
    """Return a flowed text without its soft line ends (RFC 3676, 4)."""
    made: list[str] = []
    soft = False
    for line in text.split("\n"):
        stuffed = line.removeprefix(" ")
        made.append((made.pop() if soft else "") + stuffed)
        soft = stuffed.endswith(" ") and stuffed != "-- "
    return "\n".join(made)


def without_quotations(text: str) -> tuple[str, list[str]]:
    """Return a plain text without signature and quoted messages, and their lines.

    A text of which most lines are quoted ("> …") is a forwarded one: only the marks are removed.
    """
    lines = text.split("\n")
    written = [line for line in lines if line.strip()]
    if sum(line.startswith(">") for line in written) * 2 > len(written):
        lines = [_QUOTED.sub("", line, count=1) for line in lines]
        quoted: list[str] = []
    else:
        lines, quoted = _without_reply(lines)
    text = "\n".join(lines)
    for mark in _SIGNATURE.finditer(text):
        if len(text) - mark.end() < _LONGEST_SIGNATURE:
            signature = text[mark.end() :].split("\n")
            return text[: mark.start()], [*quoted, *filter(str.strip, signature)]
    return text, quoted


def _without_reply(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return lines without those that a reply quotes below "On …, … wrote:", and the latter."""
    at = next((at for at, line in enumerate(lines) if line.startswith(">")), 0)
    above = at - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    if above < 0 or not mail_phrases.heads_quotation(lines[above]):
        return lines, []
    quoted, rest = [lines[above]], lines[:above]
    for line in lines[at:]:
        (quoted if line.startswith(">") else rest).append(line)
    return rest, quoted


def _words(pieces: Sequence[Piece]) -> int:
    return sum(len(_WORD.findall(block.text)) for block, _ in pieces)
