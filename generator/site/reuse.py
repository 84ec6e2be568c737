"""Which pages and files of the last site are reused: decided before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from generator.compose.inputs import Inputs
from generator.content.manifest import hash_of, load_manifest
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
        self._config = config
        self._sources: dict[str, str] = {}
        self.reused: set[str] = set()  # names
        self.scripts: set[str] = set()  # the theme's own in reused pages

    def take(self, name: str, *inputs: object) -> bool:
        """Reuse what is called `name`, if it was made from these inputs; return whether it was."""
        source = self._inputs.digest(*inputs)
        made = self._last.take(name, source, Path(self._config.site_dir))
        if made is None:
            self._sources[name] = source
            return False
        self.scripts.update(made.scripts)
        self.reused.add(name)
        return True

    def expect(self, name: str, *inputs: object) -> None:
        """Take note that what is called `name` is made anew, from these inputs."""
        self._sources[name] = self._inputs.digest(*inputs)

    def note(self, name: str, file: str, data: bytes, scripts: Iterable[str] = ()) -> None:
        """Take note of a file of the site that belongs to what is called `name`."""
        if name in self._sources:
            self._last.note(name, self._sources[name], file, data, scripts)

    def anchors(self, page: Page) -> None:
        """Let MkDocs check the links of a page to anchors in reused pages."""
        for file in page.links_to_anchors or ():
            if file.page is None and file.dest_uri in self._last.taken:
                text = Path(file.abs_dest_path).read_text(encoding="utf-8")
                Page(None, file, self._config).present_anchor_ids = set(_ID.findall(text))

    @property
    def taken(self) -> Collection[str]:
        """Return the names of the files that are reused."""
        return self._last.taken

    def keep(self) -> None:
        """Keep for the next build what was made from what."""
        self._last.keep()


def candidates(
    files: Files, config: MkDocsConfig, contexts: Contexts, articles: Mapping[str, str]
) -> Iterator[tuple[File, tuple[object, ...]]]:
    """Yield the pages that are as the program wrote them, with all that they are drawn from.

    Pages of the navigation are not among them, nor those with words of the editor's own.
    """
    content = Path(config.docs_dir)
    written, listed = load_manifest(content).pages, set(_paths(config.nav))
    for file in files.documentation_pages():
        path = file.src_uri
        inputs = contexts.inputs(path)
        apart = file.inclusion is InclusionLevel.NOT_IN_NAV and path not in listed
        if inputs and path in written and apart:
            found = articles.get(path) or hash_of(content / path)
            if found == written[path]:
                yield file, (found, *inputs)


def leave_to_last(file: File) -> None:
    """Keep a page that is reused from being read and drawn by MkDocs."""
    file.inclusion = InclusionLevel.EXCLUDED


def _paths(nav: object) -> Iterator[str]:
    """Yield the paths that `nav` in mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for value in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(value)
