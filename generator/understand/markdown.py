"""Markdown, with front matter and without → `Article`: the text without its marks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.config import Limits
from generator.models import Article, Block, BlockKind, Dropped, Problem, Source, Understood
from generator.text import NotText, decode, squeeze
from generator.understand import front_matter
from generator.understand.corrections import corrected
from generator.understand.dates import find_date
from generator.understand.language import detect

_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.+?)[ #]*$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-{2,})\s*$")
_ITEM = re.compile(r"^\s*(?:[*+\-]|\d{1,3}[.)])\s+(?=\S)")
_RULE = re.compile(r"^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,})$")
_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,1000}[^()]{0,200}\)")
_LINK = re.compile(r"\[([^\[\]]{1,500})\](?:\([^()\s]{0,1000}[^()]{0,200}\)|\[[^\[\]]{0,100}\])")
_BARE = re.compile(r"<(https?://[^<>\s]{1,1000})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>|<!--[^<>]{0,1000}-->")
_STRONG = re.compile(r"(\*\*|__|~~|`+)(?=\S)([^*_~`]{1,1000})(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^*_]{1,1000})(?<=\S)\1(?![\w*])")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_DATE_LINE = 80  # characters
_TITLE = 250


@dataclass(frozen=True, slots=True)
class _Part:
    """A block of the text and the line it begins on; `level` of a heading, else 0."""

    line: int
    block: Block
    level: int = 0


def accepts(source: Source) -> bool:
    """Tell a Markdown file by its name, or by front matter or a title at its start."""
    start = source.data[:3]
    return source.path.lower().endswith(_NAMES) or start in (b"---", b"+++") or start[:2] == b"# "


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a Markdown file, or what keeps it from being one."""
    del limits
    try:
        front, text, first = front_matter.divide(decode(source.data))
    except NotText as error:
        return _failed(source, f"{error}. Save the article as text and replace the file.")
    fields: dict[str, Any] = {}
    messages: tuple[str, ...] = ()
    try:
        fields, messages = front_matter.said(front) if front else ({}, ())
    except front_matter.FrontMatterError as error:
        messages = (f"{error} The front matter was left out.",)
    parts, dropped = _parts(text, first)
    problems = tuple(Problem(source.path, "warning", message) for message in messages)
    made = _article(source, parts, tuple(dropped), fields)
    if isinstance(made, str):
        return _failed(source, f"{messages[0]} Besides, {made}" if messages else made)
    return Understood((replace(made, problems=problems),))


def _article(
    source: Source, parts: list[_Part], dropped: tuple[Dropped, ...], fields: Mapping[str, Any]
) -> Article | str:
    """Return the article, or what is missing."""
    origins: dict[str, str] = {}
    title = fields.get("title") or source.sidecar.get("title")
    if not title:
        at = _title(parts)
        if at is None:
            return "no title was found. Begin the file with '# Title', or add `title: …`."
        title, origins["title"] = parts[at].block.text, f"line {parts[at].line}"
        parts = parts[:at] + parts[at + 1 :]
    elif parts and parts[0].block.text == title:
        parts = parts[1:]
    text = " ".join(part.block.text for part in parts[:40])
    language = str(fields.get("language") or detect(text))
    date = None if "date" in fields else _date(parts, language, source.collected)
    if date:
        parts = [part for part in parts if part is not date[1]]
        origins["date"] = f"line {date[1].line}"
    if not parts:
        return "no text below the title. Add the article's text, or remove the file."
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=str(title),
        blocks=tuple(part.block for part in parts),
        language=language,
        date=date[0].date if date else None,
        date_inferred=date[0].inferred if date else None,
        dropped=dropped,
        origins={"language": "text", **origins},
    )
    return corrected(article, fields, "front matter")


def _title(parts: list[_Part]) -> int | None:
    """Return which part is the title: the first heading of the first level, else the first part."""
    top = next((at for at, part in enumerate(parts) if part.level == 1), None)
    if top is not None:
        return top
    return 0 if parts and len(parts[0].block.text) <= _TITLE else None


def _date(parts: list[_Part], language: str, collected: dt.date) -> tuple[Any, _Part] | None:
    """Return the date of a short line near the start, and that line."""
    for part in parts[:3]:
        if len(part.block.text) <= _DATE_LINE:
            found = find_date(part.block.text, language, collected)
            if found:
                return found, part
    return None


def _parts(text: str, first: int) -> tuple[list[_Part], list[Dropped]]:
    """Return the blocks of a Markdown text, and the lines that hold none."""
    parts: list[_Part] = []
    dropped: list[Dropped] = []
    for start, lines in _paragraphs(text.split("\n"), first):
        plain = _plain(" ".join(line.strip() for line in lines))
        if not any(map(str.isalnum, plain)):
            reason = "picture" if "![" in lines[0] else "mark without text"
            dropped += [Dropped(start + at, line, reason) for at, line in enumerate(lines)]
        else:
            parts.append(_part(start, lines, plain))
    return parts, dropped


def _paragraphs(lines: list[str], first: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the runs of lines that belong together, each with its first line's number."""
    run: list[str] = []
    for number, line in enumerate(lines, first):
        alone = bool(_HEADING.match(line) or _RULE.match(line))
        if run and _UNDERLINE.match(line) and len(run) == 1 and not _ITEM.match(run[0]):
            yield number - 1, [("# " if "=" in line else "## ") + run[0].strip()]
            run = []
            continue
        if run and (not line.strip() or alone or _ITEM.match(line)):
            yield number - len(run), run
            run = []
        if alone:
            yield number, [line]
        elif line.strip():
            run.append(line)
    if run:
        yield first + len(lines) - len(run), run


def _part(start: int, lines: list[str], plain: str) -> _Part:
    heading = _HEADING.match(lines[0])
    if heading:
        return _Part(start, Block(_plain(heading[2]), "heading"), len(heading[1]))
    kind: BlockKind = "paragraph"
    if _ITEM.match(lines[0]):
        kind, plain = "item", _plain(_ITEM.sub("", " ".join(line.strip() for line in lines), 1))
    elif lines[0].lstrip().startswith(">"):
        kind, plain = "quote", _plain(" ".join(line.strip().lstrip("> ") for line in lines))
    return _Part(start, Block(plain, kind))


def _plain(text: str) -> str:
    """Return a text without the marks of Markdown."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    text = _TAG.sub("", _BARE.sub(r"\1", text))
    text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
    return squeeze(_ESCAPE.sub(r"\1", text))


def _failed(source: Source, message: str) -> Understood:
    return Understood(problems=(Problem(source.path, "error", message),))
