"""Which pages and files of the last site are reused: decided before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from generator.compose.inputs import Inputs
from generator.content.manifest import load_manifest
from generator.run.digests import Digests
from generator.site.template_context import Contexts
from generator.site.unchanged_pages import LastSite

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_ID = re.compile(r'\sid="([^"]+)"')


class Reuse:
    """Reuses what is made from the same inputs as in the last build, and notes what is made."""

    def __init__(self, last: LastSite, inputs: Inputs, config: MkDocsConfig) -> None:
        self._last = last
        self._inputs = inputs
        self._staging = str(config.site_dir)
        self._sources: dict[str, str] = {}
        self.reused: set[str] = set()  # names
        self.scripts: set[str] = set()  # the theme's own in reused pages

    def take(self, name: str, *inputs: object, known: bool = True) -> bool:
        """Reuse what is called `name`, if it was made from these inputs; return whether it was.

        If what else it makes for the site is not `known`, it is made anew.
        """
        source = self._inputs.digest(*inputs)
        made = self._last.take(name, source, self._staging) if known else None
        if made is None:
            self._sources[name] = source
            return False
        self.scripts.update(made.scripts)
        self.reused.add(name)
        return True

    def note(self, name: str, file: str, data: bytes, scripts: Iterable[str] = ()) -> None:
        """Take note of a file of the site that belongs to what is called `name`."""
        if name in self._sources:
            self._last.note(name, self._sources[name], file, data, scripts)

    @property
    def taken(self) -> Collection[str]:
        """Return the names of the files that are reused."""
        return self._last.taken

    def keep(self) -> None:
        """Keep for the next build what was made from what."""
        self._last.keep()


def candidates(
    files: Files,
    config: MkDocsConfig,
    contexts: Contexts,
    articles: Mapping[str, str],
    digests: Digests,
) -> Iterator[tuple[File, tuple[object, ...]]]:
    """Yield the pages that are as the program wrote them, with all that they are drawn from.

    Pages of the navigation are not among them, nor those with words of the editor's own.
    """
    content = Path(config.docs_dir)
    written, listed = load_manifest(content).pages, set(_paths(config.nav))
    levels = {InclusionLevel.NOT_IN_NAV}
    if config.nav is not None:  # without one, MkDocs makes one of all pages
        levels |= {InclusionLevel.INCLUDED, InclusionLevel.UNDEFINED}
    for file in files.documentation_pages():
        path = file.src_uri
        inputs = contexts.inputs(path)
        apart = file.inclusion in levels and path not in listed
        if inputs and path in written and apart:
            found = articles.get(path) or digests.of(content / path)
            if found == written[path]:
                yield file, (found, *inputs)


class Apart:
    """The pages that MkDocs neither reads nor draws, because they are reused or drawn by `drawing`.

    While it reads the others, links may lead to them.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._files: dict[str, File] = {}

    def add(self, file: File) -> None:
        """Keep a page from MkDocs."""
        self._files[file.dest_uri] = file
        file.inclusion = InclusionLevel.EXCLUDED

    def let_link(self) -> None:
        """Let links lead to the pages, once MkDocs has decided what it reads."""
        for file in self._files.values():
            file.inclusion = InclusionLevel.NOT_IN_NAV

    def keep_out(self) -> None:
        """Keep the pages from MkDocs again, before it decides what it draws."""
        for file in self._files.values():
            file.inclusion = InclusionLevel.EXCLUDED

    def anchors(self, page: Page) -> None:
        """Let MkDocs check the links of a page of its own to anchors in the pages."""
        for file in page.links_to_anchors or ():
            if file.page is None and file.dest_uri in self._files:
                text = Path(file.abs_dest_path).read_text(encoding="utf-8")
                Page(None, file, self._config).present_anchor_ids = set(_ID.findall(text))


def _paths(nav: object) -> Iterator[str]:
    """Yield the paths that `nav` in mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for value in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(value)
