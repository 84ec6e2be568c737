"""Renders the pages that the program wrote, without having MkDocs read each of them.

MkDocs reads, converts and renders every page in full. The content of these pages is known without
reading them, their texts are in a plain form, and most of what a template renders is the same on
all pages of a folder. The output is byte for byte that of MkDocs; a test compares them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.structure.pages import Page

from generator.compose.article.markers import split
from generator.compose.lists.plain_markdown import describe
from generator.compose.lists.views import View
from generator.compose.machine_readable.publication import Text
from generator.run import files
from generator.run.error_messages import working_on
from generator.site.article_text import ArticleText
from generator.site.machine_readable import paragraphs_of
from generator.site.output import Output
from generator.site.page_layout import Filled, Layouts
from generator.site.page_meta import template_of
from generator.site.search.documents import text_of
from generator.site.urls import Addresses, way_up

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

    from generator.compose.article.entry import Entry
    from generator.site.template_context import Contexts

_PLAIN_EXTENSIONS = {"toc", "tables", "fenced_code"}  # MkDocs' own, which a project can't leave out


@dataclass(frozen=True, slots=True)
class RenderedArticle:
    """An article's page as written, and its text.

    `text` is for the machine-readable files, of which only feeds have its HTML; `searched` is for
    the search index.
    """

    page: Filled
    text: Text
    searched: str


@dataclass
class PageRenderer:
    """Renders pages with the theme's layouts.

    `linked` are the paths of the pages to which the layout links. `shared` collects the pieces of
    the layout of each rendered page, by the name of its file.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    layouts: Layouts
    contexts: Contexts
    addresses: Addresses
    output: Output
    linked: Collection[str]
    shared: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _variables: dict[tuple[str, ...], dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Decide whether texts can be converted without the parser."""
        extensions = {str(name) for name in self.config.markdown_extensions}
        self._plain = extensions <= _PLAIN_EXTENSIONS and not self.config.mdx_configs

    def render_article(self, file: File, entry: Entry, *, in_feed: bool) -> RenderedArticle:
        """Render an article's page; only a text `in_feed` is needed as HTML besides."""
        page = self._page(file, entry)
        source = files.read(Path(file.abs_src_path or "")).decode("utf-8-sig")
        markdown = split(source.partition("\n---\n")[2].lstrip("\n")).text
        plain = ArticleText.of(markdown) if self._plain else None
        if plain:
            page.content = plain  # type: ignore[assignment] # the template's filter knows it
            html = plain.html() if in_feed else ""
            text = Text(html, markdown, tuple(plain.paragraphs()))
            searched = plain.searched()
        else:
            page.markdown = markdown
            page.render(self.config, self.files)
            html = page.content or ""
            page.toc = []  # type: ignore[assignment]
            text, searched = Text(html, markdown, tuple(paragraphs_of(html))), text_of(html)
        return RenderedArticle(self._render(page), text, searched)

    def render_list(self, file: File, view: View) -> Filled:
        """Render a list page."""
        return self._render(self._page(file, view))

    def render_around(self, file: File, shown: Entry | View, content: bytes) -> Filled:
        """Render a page whose content is known."""
        return self._render(self._page(file, shown), content)

    def _page(self, file: File, shown: Entry | View) -> Page:
        page = Page(None, file, self.config)
        file.page = None  # it is not kept
        page.markdown, page.content = "", ""
        if isinstance(shown, View):
            template, description = template_of({"kind": shown.kind}), describe(shown)
        else:
            template, description = "article.html", shown.description
        texts = {"title": shown.title, "description": description}
        page.meta = {name: str(escape(text)) for name, text in texts.items() if text}
        page.meta |= {"template": template, "by_hand": False}
        return page

    def _render(self, page: Page, content: bytes | None = None) -> Filled:
        file = page.file
        with working_on(f"content/{file.src_uri}"):
            self.addresses.start = page.url
            key = self._key(page)
            if key not in self._variables:
                self._variables[key] = dict(get_context(self.nav, [], self.config, page))
            own = self.contexts.of(page) if content is None else self.contexts.around(page)
            variables = {**self._variables[key], "page": page, **own}
            layout = self.layouts.of(page.meta["template"], key, variables)
            made = self.layouts.fill(layout, variables, content)
            self.output.write(file.dest_uri, [made.data])
            self.shared[file.dest_uri] = layout.pieces
        return made

    def _key(self, page: Page) -> tuple[str, str]:
        """Return the key of pages with one layout: their depth, or the path of a linked page."""
        path = page.file.src_uri
        return way_up(page.url), path if path in self.linked else ""
