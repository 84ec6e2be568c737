"""The pages that the program wrote: reused from the last site, or rendered without MkDocs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.compose.input_hashes import Inputs
from generator.run.file_hashes import Digests
from generator.site.machine_readable import Machines, Rendered
from generator.site.output import Output
from generator.site.page_rendering import RenderedArticle
from generator.site.reuse import Apart, Reuse, candidates
from generator.site.template_inputs import has_templates

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from generator.compose.article.entry import Entry
    from generator.compose.lists.views import View
    from generator.run.cache import Cache
    from generator.run.disk_list import DiskMap
    from generator.site.checks.scan import OwnScripts
    from generator.site.last_site import LastSite
    from generator.site.page_rendering import PageRenderer
    from generator.site.search.documents import Searches
    from generator.site.template_context import Contexts


@dataclass
class OwnPages:
    """Reuses or renders the pages that are as the program wrote them.

    `read` are the entries of articles and the digests of their pages, `views` the lists, both by
    path. The pages are recorded in `machines`, `searches`, `scripts` and `rendered`, from which the
    rest of the site is made; `rendered` contains the texts of feeds, which `texts` keeps between
    builds. `shared_pieces` are the layout's pieces of rendered pages, by the names of their files.
    """

    config: MkDocsConfig
    read: Mapping[str, tuple[Entry, str]]
    views: Mapping[str, View]
    machines: Machines
    searches: Searches
    scripts: OwnScripts
    rendered: DiskMap[Rendered]
    texts: Cache[Rendered]
    output: Output
    digests: Digests
    reuse: Reuse | None = None
    shared_pieces: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _drawn: list[File] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin without any page."""
        self.apart = Apart(self.config)

    def decide(self, alike: str, last: LastSite | None, files: Files, contexts: Contexts) -> None:
        """Reuse feeds and pages of the last site; find other pages that MkDocs need not render.

        `alike` is a hash of what all pages share.
        """
        pages = {path: page for path, (_, page) in self.read.items()}
        own = has_templates(self.config)
        if last:
            self.reuse = Reuse(last, Inputs(alike, pages, whole=own), self.output)
            self.machines.take_feeds(self.reuse, pages)
        for file, inputs in candidates(
            files, self.config, contexts, pages, self.digests, whole=own
        ):
            if self.reuse and self.reuse.take(
                file.src_uri, *inputs, known=self._recall(file.src_uri)
            ):
                self.apart.add(file)
            elif not own:
                self._drawn.append(file)
                self.apart.add(file)
        if self.reuse:
            self.scripts.adopt(self.reuse.scripts)

    def _recall(self, path: str) -> bool:
        """Take an article's text and search document from the cache; return whether it has both."""
        if path not in self.read:
            return True
        entry, digest = self.read[path]
        if path in self.machines.with_text:
            rendered = self.texts.get(digest)
            if rendered is None:
                return False
            self.rendered[path] = rendered
        return self.searches.recall(entry.path, digest)

    def render(self, renderer: PageRenderer) -> None:
        """Render the pages that MkDocs need not render, and the files beside articles."""
        self.shared_pieces = renderer.shared
        for file in self._drawn:
            path = file.src_uri
            if path in self.read:
                self._add(file, renderer.render_article(file, self.read[path][0]))
            else:
                self.wrote(path, file.dest_uri, *renderer.render_list(file, self.views[path]))

    def _add(self, file: File, article: RenderedArticle) -> None:
        path = file.src_uri
        entry, digest = self.read[path]
        self.wrote(path, file.dest_uri, article.data, article.scripts)
        self.searches.note_article(entry, file.url, article.searched, digest)
        for place, data in self.machines.article(entry, article.text):
            self.output.write(place, [data])
            self.wrote(path, place, data)
        if path in self.machines.with_text:
            rendered = Rendered(article.text.html, article.text.markdown)
            self.rendered[path] = rendered
            self.texts.put(rendered, digest)

    def wrote(self, path: str, place: str, data: bytes, scripts: Collection[str] = ()) -> None:
        """Record a file of the site that belongs to a page."""
        if self.reuse:
            self.reuse.note(path, place, data, scripts)

    @property
    def reused(self) -> Collection[str]:
        """Return the names of the files of the site that are reused."""
        return self.reuse.taken if self.reuse else ()

    def keep(self) -> None:
        """Save, for the next build, what each file was made from."""
        if self.reuse:
            self.reuse.keep()
            self.texts.prune()
