"""Markdown → blocks of plain text, each with the line it begins on. Pure.

CommonMark with tables, struck text and footnotes, by markdown-it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from generator.models import Block, BlockKind, Dropped
from generator.text import clean, squeeze
from generator.understand.markup.fragment import fragment
from generator.understand.markup.tables import lines_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode as Node

_BREAKS = frozenset({"softbreak", "hardbreak"})
_WITHOUT_TEXT = frozenset({"s", "image", "html_inline", "footnote_ref", "footnote_anchor"})
_BREAK_TAG = "<br"
_KINDS_INSIDE: Mapping[str, BlockKind] = {"blockquote": "quote", "footnote": "item"}


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the text and the line it begins on; `level` of a heading, else 0."""

    line: int
    block: Block
    level: int = 0


def parts_of(text: str, first: int) -> tuple[list[Part], list[Dropped]]:
    """Return the blocks of a text whose first line is the `first`-th, and the lines without one."""
    root = _tree(text)
    found = [
        replace(part, line=part.line + first) for node in root.children for part in _parts(node)
    ]
    parts = [part for part in found if any(map(str.isalnum, part.block.text))]
    dropped = list(_dropped(text.split("\n"), root.children, {part.line for part in parts}, first))
    return parts, dropped


@cache
def _parser() -> MarkdownIt:
    # Imported where Markdown is read: it takes longer than a pasted page.
    from markdown_it import MarkdownIt  # noqa: PLC0415
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    return (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .use(footnote_plugin, inline=False, move_to_end=True)
    )


def _tree(text: str) -> Node:
    """Return the tree of a text in Markdown."""
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 - see `_parser`

    return SyntaxTreeNode(_parser().parse(text))


def _parts(node: Node, kind: BlockKind = "paragraph") -> Iterator[Part]:
    """Yield the parts of a node; `kind` is that of a paragraph in it. Lines count from 0."""
    line = node.map[0] if node.map else 0
    match node.type:
        case "heading":
            yield Part(line, Block(_plain(node), "heading"), int(node.tag[1:]))
        case "paragraph":
            yield Part(line, Block(_plain(node), kind))
        case "list_item":
            yield from _item(node, kind)
        case "fence" | "code_block":
            yield from _code(node, line, kind)
        case "html_block":
            yield from map(partial(Part, line), fragment(node.content))
        case "table":
            yield from _rows(node)
        case _:
            for child in node.children:
                yield from _parts(child, _KINDS_INSIDE.get(node.type, kind))


def _code(node: Node, line: int, kind: BlockKind) -> Iterator[Part]:
    """Yield the lines of code, below the fence if there is one."""
    first = line + 1 if node.type == "fence" else line
    for at, code in enumerate(node.content.split("\n"), first):
        yield Part(at, Block(squeeze(clean(code)), kind))


def _item(node: Node, kind: BlockKind) -> Iterator[Part]:
    """Yield an item's parts: its first paragraph is the item, with its number if it has one."""
    for at, child in enumerate(node.children):
        own = at == 0 and child.type == "paragraph"
        for part in _parts(child, kind):
            if own and node.info:
                text = f"{node.info}{node.markup} {part.block.text}"
                yield replace(part, block=Block(text, "number" if kind == "paragraph" else kind))
            elif own and kind == "paragraph":
                yield replace(part, block=replace(part.block, kind="item"))
            else:
                yield part


def _rows(table: Node) -> Iterator[Part]:
    rows = [node for part in table.children for node in part.children]
    head, *body = ([_plain(cell) for cell in row.children] for row in rows)
    for row, text in zip(rows[1:], lines_of(head, body), strict=True):
        yield Part(row.map[0] if row.map else 0, Block(text, "row"))


def _plain(node: Node) -> str:
    return squeeze(clean("".join(_texts(node))))


def _texts(node: Node) -> Iterator[str]:
    """Yield the text of a node without marks, struck-through text and pictures."""
    if node.type in _BREAKS or (node.type == "html_inline" and node.content.startswith(_BREAK_TAG)):
        yield " "
    elif node.type in {"text", "code_inline"}:
        yield node.content
    elif node.type not in _WITHOUT_TEXT:
        for child in node.children:
            yield from _texts(child)


def _dropped(
    lines: Sequence[str], nodes: Sequence[Node], used: set[int], first: int
) -> Iterator[Dropped]:
    """Return the lines without a block: rules, pictures, the targets of links."""
    held = set(used)
    for node in nodes:
        own = range(node.map[0] + first, node.map[1] + first) if node.map else range(0)
        if not used.isdisjoint(own):
            held.update(own)
    for number, line in enumerate(lines, first):
        if line.strip() and number not in held:
            yield Dropped(number, line, "picture" if "![" in line else "mark without text")
