"""The pages that the program wrote: reused from the last site, or rendered without MkDocs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.compose.input_hashes import Inputs
from generator.compose.lists.views import View
from generator.run.file_hashes import Digests
from generator.site.machine_readable import Machines, Rendered
from generator.site.output import Output
from generator.site.page_layout import Filled
from generator.site.page_rendering import RenderedArticle
from generator.site.reuse import Apart, Reuse, candidates
from generator.site.template_inputs import Alike, has_templates

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from generator.compose.article.entry import Entry
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
    _kept: set[str] = field(default_factory=set)  # those drawn whose content is the last site's

    def __post_init__(self) -> None:
        """Begin without any page."""
        self.apart = Apart(self.config)

    def decide(self, alike: Alike, last: LastSite | None, files: Files, contexts: Contexts) -> None:
        """Reuse feeds and pages of the last site; find other pages that MkDocs need not render.

        `alike` is what all pages share.
        """
        pages = {path: page for path, (_, page) in self.read.items()}
        own = has_templates(self.config)
        if last:
            hashes = Inputs(alike.content, whole=own)
            self.reuse = Reuse(last, hashes, alike.frame, self.output)
            self.machines.take_files(self.reuse, pages)
        for file, inputs in candidates(
            files, self.config, contexts, pages, self.digests, whole=own
        ):
            if self._take(file, inputs):
                self.apart.add(file)
            elif not own:
                self._drawn.append(file)
                self.apart.add(file)
        if self.reuse:
            self.scripts.adopt(self.reuse.scripts)

    def _take(self, file: File, inputs: Sequence[object]) -> bool:
        """Reuse a page of the last site and the files beside it; return whether it is the same.

        If only what is around its content has changed, the content is reused.
        """
        path, page, view = file.src_uri, file.dest_uri, self.views.get(file.src_uri)
        if self.reuse is None:
            return False
        known, feed = self._recall(path), self.machines.feed(path)
        if self.reuse.take(path, *inputs, around=feed.title if feed else "", known=known):
            return True
        named = view is not None and view.kind == "front"  # its content has the digest's name
        if known and not named and self.reuse.take_content(path, page):
            self._kept.add(path)
        return False

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
            path, place = file.src_uri, file.dest_uri
            shown = self.read[path][0] if path in self.read else self.views[path]
            if path in self._kept and self.reuse:
                content = self.reuse.content(path, place)
                self.wrote(path, place, renderer.render_around(file, shown, content))
                self.machines.have_files(path)
            elif isinstance(shown, View):
                self.wrote(path, place, renderer.render_list(file, shown))
            else:
                in_feed = path in self.machines.with_text
                self._add(file, renderer.render_article(file, shown, in_feed=in_feed))

    def _add(self, file: File, article: RenderedArticle) -> None:
        path = file.src_uri
        entry, digest = self.read[path]
        self.wrote(path, file.dest_uri, article.page)
        self.searches.note_article(entry, file.url, article.searched, digest)
        for place, data in self.machines.article(entry, article.text):
            self.output.write(place, [data])
            if self.reuse:
                self.reuse.note(path, place, data)
        if path in self.machines.with_text:
            rendered = Rendered(article.text.html, article.text.markdown)
            self.rendered[path] = rendered
            self.texts.put(rendered, digest)

    def wrote(self, path: str, place: str, page: Filled) -> None:
        """Record a page of the site."""
        if self.reuse:
            self.reuse.note(path, place, page.data, page)

    @property
    def reused(self) -> Collection[str]:
        """Return the names of the files of the site that are reused."""
        return self.reuse.taken if self.reuse else ()

    def keep(self) -> None:
        """Save, for the next build, what each file was made from."""
        if self.reuse:
            self.reuse.keep()
            self.texts.prune()
