"""The layout of pages: the part of the rendered template that all pages at one depth share.

The theme's template is rendered once for each depth, with gaps in place of the blocks that differ
from page to page; only these blocks are rendered for each page. Links are relative to the root of
the site, so pages at one depth have the same layout, unless it links to the page itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from jinja2.runtime import Context

CONTENT = "content"
BLOCKS = ("site_meta", "htmltitle", "extrahead", CONTENT)  # these differ from page to page
_GAP = re.compile("\0(\\w+)\0")
_BETWEEN = "\0"
Chains = dict[str, list[Callable[["Context"], Iterator[str]]]]
Noted = Callable[[str], tuple[str, set[str]]]


@dataclass(frozen=True, slots=True)
class Filled:
    """A page, the ids of its scripts, and where its content begins and ends.

    The place is None if the content has scripts.
    """

    data: bytes
    scripts: frozenset[str]
    content: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a template: its pieces, and the blocks that fill the gaps between them.

    `order` are the blocks in the gaps, `chains` all blocks with those that they override, `shared`
    the variables that the template itself sets.
    """

    template: Template
    pieces: tuple[str, ...]
    order: tuple[str, ...]
    chains: Chains
    shared: Mapping[str, Any]
    scripts: frozenset[str]

    @classmethod
    def of(cls, template: Template, variables: Mapping[str, Any], noted: Noted) -> Layout:
        """Return a template's rendered layout; `noted` records its scripts."""
        context = template.new_context(dict(variables))
        for name in BLOCKS:
            context.blocks[name] = [_gap(name), *context.blocks.get(name, [])]
        made, scripts = noted("".join(template.root_render_func(context)))
        pieces = _GAP.split(made)
        chains = {
            name: chain[1:] if name in BLOCKS else chain for name, chain in context.blocks.items()
        }
        order, shared = tuple(pieces[1::2]), dict(context.vars)
        return cls(template, tuple(pieces[::2]), order, chains, shared, frozenset(scripts))

    def fill(
        self, variables: Mapping[str, Any], noted: Noted, content: bytes | None = None
    ) -> Filled:
        """Return a page; `content` is its content if it is known."""
        context = self.template.new_context(dict(variables))
        context.blocks = self.chains
        context.vars.update(self.shared)
        known = {} if content is None else {CONTENT: content}
        wanted = [name for name in self.order if name not in known]
        blocks = ("".join(self.chains[name][0](context)) for name in wanted)
        made, scripts = noted(_BETWEEN.join(blocks))
        filled = {**dict(zip(wanted, map(_encoded, made.split(_BETWEEN)), strict=True)), **known}
        parts, place = [_encoded(self.pieces[0])], None
        for name, piece in zip(self.order, self.pieces[1:], strict=True):
            if name == CONTENT and b"<script" not in filled[name]:
                start = sum(map(len, parts))
                place = start, start + len(filled[name])
            parts += filled[name], _encoded(piece)
        return Filled(b"".join(parts), frozenset(scripts | self.scripts), place)


class Layouts:
    """The layouts of a theme, rendered on demand."""

    def __init__(self, env: Environment, noted: Noted) -> None:
        self._env = env
        self._noted = noted
        self._layouts: dict[tuple[str, ...], Layout] = {}

    def of(self, template: str, key: tuple[str, ...], variables: Mapping[str, Any]) -> Layout:
        """Return the layout of pages; those with the same layout have the same `key`."""
        if (template, *key) not in self._layouts:
            layout = Layout.of(self._env.get_template(template), variables, self._noted)
            self._layouts[template, *key] = layout
        return self._layouts[template, *key]

    def fill(
        self, layout: Layout, variables: Mapping[str, Any], content: bytes | None = None
    ) -> Filled:
        """Return a page; `content` is its content if it is known."""
        return layout.fill(variables, self._noted, content)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")  # as MkDocs writes it


def _gap(name: str) -> Callable[[Context], Iterator[str]]:
    def gap(_context: Context) -> Iterator[str]:
        yield f"\0{name}\0"

    return gap
