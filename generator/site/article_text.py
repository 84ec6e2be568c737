"""The text of an article's page as HTML, without a Markdown parser if it is in plain form. Pure.

`compose` writes texts as paragraphs, verses, sub-headings, flat lists and quotations, and escapes
every character with a meaning in Markdown. Such a text is converted here, with the same result as
Python-Markdown with MkDocs' default extensions. Texts in any other form are left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from markdown.extensions.toc import slugify, unique

from generator.compose.typography import typeset_pieces

_LINE = re.compile(
    r'(<a id="p\d+"></a>)?'
    r"((?:[^\\`*_{}\[\]<>&|~^\n\x00-\x1f]++|\\[\\`*_{}\[\]#+\-!.)]|&(?:amp|lt|gt|#\d+);)++)"
)
_OPENS = re.compile(r"[#+\-!:?/@%=\s]|\d+[.)]")  # a block that is not a paragraph
_ESCAPED = re.compile(r"\\(.)")
_CONTENTS = "TOC"  # in brackets: a table of contents
_VERSE_ENDS = "  "
_MARKS = {"## ": "h2", "- ": "ul", "> ": "blockquote"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: its anchor, if it has one, and the line as HTML and as plain text."""

    anchor: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (p) or verse of several lines, a heading (h2), list (ul) or blockquote."""

    tag: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """A text in plain form."""

    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, markdown: str) -> ArticleText | None:
        """Return a Markdown text as blocks, None if it is not in plain form."""
        if _CONTENTS in markdown:
            return None
        blocks: list[Block] = []
        for chunk in markdown.strip("\n").split("\n\n"):
            block = _block(chunk)
            if block is None:
                return None
            if blocks and block.tag == blocks[-1].tag and block.tag in {"ul", "blockquote"}:
                return None  # Markdown would make one of them
            blocks.append(block)
        return cls(tuple(blocks))

    def html(self) -> str:
        """Return the text as Python-Markdown converts it."""
        identifiers: set[str] = set()
        return "\n".join(_as_html(block, identifiers) for block in self.blocks)

    def typeset(self, language: str) -> str:
        """Return the HTML with typographic marks, as `typeset_html` returns it."""
        identifiers: set[str] = set()
        return "\n".join(_typeset(block, language, identifiers) for block in self.blocks)

    def paragraphs(self) -> Iterator[str | Mapping[str, str]]:
        """Yield the paragraphs as plain text, headings as `{"heading": …}`."""
        for block in self.blocks:
            if block.tag == "h2":
                yield {"heading": block.lines[0].text}
            elif block.tag == "p":
                yield " ".join(line.text for line in block.lines)
            else:
                yield from (line.text for line in block.lines)

    def searched(self) -> str:
        """Return the plain text, with one line for each paragraph or line of verse."""
        return "\n".join(line.text for block in self.blocks for line in block.lines)


def _block(chunk: str) -> Block | None:
    mark = next((mark for mark in _MARKS if chunk.startswith(mark)), "")
    tag = _MARKS.get(mark, "p")
    lines = _verses(chunk) if tag == "p" else _unmarked(chunk, tag, mark)
    found = [_line(line) for line in lines or ()]
    known = tuple(line for line in found if line)
    return Block(tag, known) if known and len(known) == len(found) else None


def _verses(chunk: str) -> list[str] | None:
    """Return the lines of a paragraph or verse, None if Markdown would join them."""
    *verses, last = chunk.split("\n")
    if not all(line.endswith(_VERSE_ENDS) for line in verses):
        return None
    return [*(line.removesuffix(_VERSE_ENDS) for line in verses), last]


def _unmarked(chunk: str, tag: str, mark: str) -> list[str] | None:
    """Return the lines of any other block without their marks, None if it is not plain."""
    lines = chunk.split("\n")
    between = lines[1::2] if tag == "blockquote" else []
    lines = lines[::2] if tag == "blockquote" else lines
    if (tag == "h2" and len(lines) > 1) or set(between) - {">"}:
        return None
    if not all(line.startswith(mark) for line in lines):
        return None
    return [line.removeprefix(mark) for line in lines]


def _line(markdown: str) -> Line | None:
    match = _LINE.fullmatch(markdown)
    if match is None or markdown[-1].isspace():
        return None
    anchor, rest = match[1] or "", match[2]
    if _OPENS.match(rest):
        return None
    made = _ESCAPED.sub(r"\1", rest) if "\\" in rest else rest
    text = unescape(made) if "&" in made else made
    return Line(anchor, made, " ".join(text.split()))


def _as_html(block: Block, identifiers: set[str]) -> str:
    lines = [f"{line.anchor}{line.html}" for line in block.lines]
    return _marked_up(block, lines, "<br />\n", identifiers)


def _typeset(block: Block, language: str, identifiers: set[str]) -> str:
    texts = [unescape(line.html) for line in block.lines]
    if block.tag == "p":
        texts = typeset_pieces([texts[0], *(f"\n{text}" for text in texts[1:])], language)
        texts = [texts[0], *(text.removeprefix("\n") for text in texts[1:])]
    else:
        texts = [typeset_pieces([text], language)[0] for text in texts]
    lines = [f"{line.anchor}{_escape(text)}" for line, text in zip(block.lines, texts, strict=True)]
    return _marked_up(block, lines, "<br>\n", identifiers)


def _marked_up(block: Block, lines: list[str], line_break: str, identifiers: set[str]) -> str:
    if block.tag == "h2":
        heading = unique(slugify(block.lines[0].text, "-"), identifiers)
        return f'<h2 id="{heading}">{lines[0]}</h2>'
    if block.tag == "ul":
        return "\n".join(["<ul>", *(f"<li>{line}</li>" for line in lines), "</ul>"])
    if block.tag == "blockquote":
        return "\n".join(["<blockquote>", *(f"<p>{line}</p>" for line in lines), "</blockquote>"])
    return f"<p>{line_break.join(lines)}</p>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
