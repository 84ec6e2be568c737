"""Decides, before anything is parsed, which pages and files of the last site are reused."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from generator.compose.input_hashes import Inputs
from generator.content.manifest import load_manifest
from generator.run.file_hashes import Digests
from generator.site.last_site import LastSite, Made
from generator.site.output import Output
from generator.site.page_layout import Filled
from generator.site.template_context import Contexts

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_ID = re.compile(r'\sid="([^"]+)"')


class Reuse:
    """Reuses files whose inputs are those of the last build, and records what is made.

    `frame` is a hash of what is shown around the content of all pages.
    """

    def __init__(self, last: LastSite, inputs: Inputs, frame: str, output: Output) -> None:
        self._last = last
        self._inputs = inputs
        self._frame = frame
        self._output = output
        self._sources: dict[str, Made] = {}
        self.reused: set[str] = set()  # names
        self.scripts: set[str] = set()  # the theme's own in reused pages

    def take(self, name: str, *inputs: object, around: str = "", known: bool = True) -> bool:
        """Reuse the files of `name` if they were made from these inputs; return whether they were.

        `around` is what else a page shows around its content. The files are made again if other
        results of `name` that the site needs are not `known`.
        """
        wanted = Made(self._inputs.digest(*inputs), f"{self._frame} {around}".strip())
        made = self._last.take(name, wanted, self._output) if known else None
        if made is None:
            self._sources[name] = wanted
            return False
        self.scripts.update(made.scripts)
        self.reused.add(name)
        return True

    def take_content(self, name: str, page: str) -> bool:
        """Reuse the content of a page that was not taken, and its other files, if it is the same.

        Only what is shown around it has changed then. Return whether it is.
        """
        return self._last.take_content(name, self._sources[name], page, self._output)

    def content(self, name: str, page: str) -> bytes:
        """Return the content of a page after `take_content`."""
        return self._last.content(name, page)

    def note(self, name: str, file: str, data: bytes, page: Filled | None = None) -> None:
        """Record a file of the site that belongs to `name`; `page` if it is the page itself."""
        if name in self._sources:
            made = self._sources[name]
            if page:
                made = replace(made, scripts=tuple(page.scripts), content=page.content)
            self._last.note(name, made, file, data)

    @property
    def taken(self) -> Collection[str]:
        """Return the names of the files that are reused."""
        return self._last.taken

    def keep(self) -> None:
        """Save, for the next build, what each file was made from."""
        self._last.keep()


def candidates(  # noqa: PLR0913 - what is known of pages
    files: Files,
    config: MkDocsConfig,
    contexts: Contexts,
    articles: Mapping[str, str],
    digests: Digests,
    *,
    whole: bool,
) -> Iterator[tuple[File, tuple[object, ...]]]:
    """Yield the pages that are as the program wrote them, with all inputs of their content.

    Pages in the navigation and pages with an editor's own text are left out. With `whole`, the
    templates may show everything about articles.
    """
    content = config.docs_dir
    written, listed = load_manifest(Path(content)).pages, set(_paths(config.nav))
    levels = {InclusionLevel.NOT_IN_NAV}
    if config.nav is not None:  # without one, MkDocs makes one of all pages
        levels |= {InclusionLevel.INCLUDED, InclusionLevel.UNDEFINED}
    for file in files.documentation_pages():
        path = file.src_uri
        inputs = contexts.inputs(path, whole=whole)
        apart = file.inclusion in levels and path not in listed
        if inputs and path in written and apart:
            found = articles.get(path) or digests.of(f"{content}{os.sep}{path}")
            if found == written[path]:
                yield file, (found, *inputs)


class Apart:
    """The pages that MkDocs neither reads nor renders: reused, or rendered by `page_rendering`.

    While MkDocs reads the others, these may link to them.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._files: dict[str, File] = {}
        self._linked = False

    def add(self, file: File) -> None:
        """Hide a page from MkDocs."""
        self._files[file.dest_uri] = file
        file.inclusion = InclusionLevel.EXCLUDED

    def let_link(self) -> None:
        """Make the pages targets of links, once MkDocs has decided which pages it reads."""
        if not self._linked:
            self._include(InclusionLevel.NOT_IN_NAV)
            self._linked = True

    def keep_out(self) -> None:
        """Hide the pages from MkDocs again, before it decides which pages it renders."""
        self._include(InclusionLevel.EXCLUDED)

    def _include(self, level: InclusionLevel) -> None:
        for file in self._files.values():
            file.inclusion = level

    def anchors(self, page: Page) -> None:
        """Let MkDocs check links from a page that it reads to anchors in these pages."""
        for file in page.links_to_anchors or ():
            if file.page is None and file.dest_uri in self._files:
                text = Path(file.abs_dest_path).read_text(encoding="utf-8")
                Page(None, file, self._config).present_anchor_ids = set(_ID.findall(text))


def _paths(nav: object) -> Iterator[str]:
    """Yield the paths in `nav` of mkdocs.yml."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for value in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(value)
