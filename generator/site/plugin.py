"""The MkDocs plugin: provides the theme's templates with their data, from content/ alone.

It works the same under `digest build`, `mkdocs build` and `mkdocs serve`. Front matter is untrusted
text that Material's templates print unescaped: it is escaped here, before they render it. The
digest's own templates have autoescape on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel

from generator.compose.all_lists import Lists
from generator.compose.article.markers import split
from generator.compose.lists.collection import Shelf
from generator.compose.lists.navigation import masthead
from generator.compose.machine_readable.hosting import SITEMAP
from generator.config import load_settings
from generator.content.entries import Entries
from generator.content.pages import load_notes, with_identity
from generator.run.cache import Cache
from generator.run.disk_list import DiskMap
from generator.run.file_hashes import Digests
from generator.run.folder_checks import Misplaced, check_no_links
from generator.site.checks.scan import OwnScripts, foreign_code
from generator.site.compiled_templates import keep_compiled
from generator.site.generated_pages import OwnPages
from generator.site.last_site import LastSite
from generator.site.limited_rendering import limit_rendering
from generator.site.machine_readable import Machines, Rendered
from generator.site.output import Output
from generator.site.page_layout import Filled, Layouts
from generator.site.page_meta import escape_meta, template_of
from generator.site.page_rendering import PageRenderer
from generator.site.page_sources import page_sources
from generator.site.search.documents import PAGE as SEARCH
from generator.site.search.documents import Searches
from generator.site.search.last_index import LastIndex
from generator.site.settings_warnings import listed, warn_of_more
from generator.site.template_context import Contexts
from generator.site.template_inputs import shared_inputs
from generator.site.theme import MARK, PALETTE
from generator.site.theme_environment import bring_theme, needs_bundle, prepare
from generator.site.unpublishable_files import leave_out
from generator.site.urls import Addresses
from generator.words import direction, load_words

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_UNLISTED = InclusionLevel.NOT_IN_NAV
_MATERIAL_SEARCH = frozenset({"search", "material/search"})


class DigestPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Provides every page with its view and every template with the words of the site's language.

    `last` is the site that this one replaces, if its pages may be reused, `former` the folder of
    the one before; `cache` the folder for results that the next build reuses; `entries` are those
    of pages that have been read, `digests` those of files, `lists` those made for content/.
    """

    former: Path | None = None
    last: LastSite | None = None
    last_index: LastIndex | None = None
    cache: Path | None = None
    entries: Entries | None = None
    digests: Digests | None = None
    lists: Lists | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set name, language and address of the site from `site_config/digest.yml`."""
        try:
            check_no_links(Path(config.docs_dir), files=False)
        except Misplaced as error:
            raise PluginError(str(error)) from error
        content = Path(config.docs_dir)
        settings = with_identity(load_settings(content.parent), content)
        self._words = load_words(settings.language)
        config.site_name = str(escape(settings.site_name))
        config.site_description = str(escape(settings.site_description))
        address = settings.site_url or config.site_url
        config.site_url = f"{address.rstrip('/')}/" if address else ""
        config.theme.static_templates.discard(SITEMAP)
        config.theme.static_templates.add(PALETTE)
        bring_theme(config.theme, searched=not _MATERIAL_SEARCH.isdisjoint(config.plugins))
        # Phrases may be in English; the text direction is that of the site's own language.
        config.theme["language"] = self._words.language
        config.theme["direction"] = direction(settings.language)
        config.extra["digest"] = settings
        self._settings = settings
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read all article pages and make the view of each list page."""
        if (sitemap := files.get_file_from_path(SITEMAP)) is not None:
            files.remove(sitemap)  # MkDocs' own, which has the day of the build
        content, read = Path(config.docs_dir), self.entries or Entries()
        leave_out(files, content, self.digests or Digests(), self.cache)
        self._read = {entry.path: (entry, page) for entry, page in read.of(content)}
        entries = [entry for entry, _ in self._read.values()]
        warn_of_more(entries, self._settings)
        self._files = files
        self._menu = dict(listed(self._settings.menu, files))
        lists = self.lists or Lists()
        self._shelf, self._views = lists.of(
            Shelf(
                entries,
                self._words,
                self._settings.edition,
                load_notes(content),
                read.stories(content),
                self._settings.keywords.page_from,
            )
        )
        self._rendered: DiskMap[Rendered] = DiskMap()
        self._moved: set[str] = set()
        self._searches = Searches(
            self._shelf, offline=not config.use_directory_urls, cache=self.cache
        )
        if not files.get_file_from_path(SEARCH):
            files.append(File.generated(config, SEARCH, content="", inclusion=_UNLISTED))
        self._own = OwnScripts()
        self._output = Output(Path(config.site_dir), self.former)
        self._addresses = Addresses(files)
        self._masthead = masthead(self._shelf, self._menu)
        urls = {file.src_uri: file.url for file in files.documentation_pages()}
        self._machines = Machines(
            self._shelf, self._views, self._settings, urls, config.site_url or ""
        )
        bundled = needs_bundle(config)
        self._contexts = Contexts(self._shelf, self._views, self._machines, lists, bundled=bundled)
        self._texts: Cache[Rendered] = Cache(self.cache and self.cache / "texts", "site")
        self._own_pages = OwnPages(
            config,
            self._read,
            self._views,
            self._machines,
            self._searches,
            self._own,
            self._rendered,
            self._texts,
            self._output,
            self.digests or Digests(),
        )
        if alike := shared_inputs(config, self._settings, self._masthead):
            self._own_pages.decide(alike, self.last, files, self._contexts)
        self._output.leave_out()
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the pages that MkDocs does not render."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Turn on autoescape in our own templates; give them addresses and words."""
        prepare(env, config)
        self._compiled = keep_compiled(env, self.cache)
        env.filters["address"] = self._addresses.of
        env.globals["card_once"] = self._addresses.card
        env.globals["words"] = self._words
        env.globals["masthead"] = self._masthead
        env.globals["config"] = config
        self._own.mark(env)
        self._own_pages.apart.keep_out()
        self._own_pages.render(self._renderer(env, config))
        self._addresses.forget()
        return env

    def _renderer(self, env: Environment, config: MkDocsConfig) -> PageRenderer:
        return PageRenderer(
            config=config,
            files=self._files,
            nav=self._nav,
            layouts=Layouts(env, self._own.noted),
            contexts=self._contexts,
            addresses=self._addresses,
            output=self._output,
            linked={link.path or "" for link in self._masthead.links},
        )

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Limit the page's conversion; allow links to pages that MkDocs does not read."""
        limit_rendering(page, self._settings.limits.seconds)
        self._own_pages.apart.let_link()
        return page

    @event_priority(100)  # before any plugin that reads front matter
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Return only a page's text; the templates render the parts that the program generated."""
        own = page.meta.get("digest")
        parts = split(markdown.lstrip("\n"))
        drawn = isinstance(own, dict) and own.get("drawn") == parts.drawn
        page.meta["by_hand"] = not drawn
        if isinstance(own, dict):
            page.meta.setdefault("template", template_of(own))
            if own.get("kind") == "redirect":
                self._moved.add(page.file.src_uri)
            if "source" in own:  # an article: its entry contains the rest
                page.meta["digest"] = {"source": own["source"]}
        if page.file.src_uri == SEARCH:
            page.meta.update(template="search.html", title=self._words("search"), by_hand=False)
        escape_meta(page)
        view = self._views.get(page.file.src_uri)
        if drawn and view:
            return view.note
        return parts.text if drawn else markdown

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Add a page to the search index, and keep its HTML on disk until the page is rendered.

        MkDocs renders all pages before it writes the first, and would keep each in memory.
        """
        path = page.file.src_uri
        digest = self._read[path][1] if path in self._read else ""
        rendered = Rendered(html, page.markdown or "")
        self._searches.note(page, html, digest)
        self._rendered[path] = rendered
        if path in self._machines.with_text:
            self._texts.put(rendered, digest)
        page.markdown = ""
        return ""

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Pass the page's entry or view to its template."""
        path = page.file.src_uri
        self._addresses.start = page.url
        page.content = self._rendered[path].html
        if not page.meta.get("by_hand"):
            page.toc = []  # type: ignore[assignment] # Material's link to the first heading
        context.update(self._contexts.of(page))  # type: ignore[typeddict-item] # the theme's own
        if path == SEARCH:
            context.update(self._searches.context())  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Set the start of relative links for a template that is not a page."""
        self._addresses.start = None
        return context

    @event_priority(-100)  # after any plugin that changes pages
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Record the theme's scripts."""
        return self._own.noted(output_content)[0]

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Record the theme's scripts in a finished page."""
        page.content = ""
        made, scripts = self._own.noted(output)
        data = made.encode("utf-8", "xmlcharrefreplace")  # as MkDocs writes it
        self._own_pages.wrote(
            page.file.src_uri, page.file.dest_uri, Filled(data, frozenset(scripts))
        )
        self._own_pages.apart.anchors(page)
        return made

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write search index and machine-readable files; refuse code that is not the theme's."""
        pages, site = self._own_pages, Path(config.site_dir)
        sources = page_sources(self._files, self._views, self._shelf.notes.values())
        for file in self._files:
            file.page = None  # all are rendered: free MkDocs' memory for the index
        self._searches.write(self._output, self.last_index)
        self._machines.write(
            self._output, self._own.hashes(), self._rendered, self._moved, pages.reuse
        )
        base = urlsplit(config.site_url or "").hostname
        hosts = {*self._settings.allowed_hosts, *filter(None, [base])}
        found = list(
            foreign_code(site, self._own, sources, hosts, pages.reused, pages.shared_pieces)
        )
        if found:
            raise PluginError("\n".join(found))
        pages.keep()
        self._compiled.prune()
        (site / MARK).touch()  # a folder that a later build may replace
