"""The MkDocs plugin: gives the theme's templates what they draw, from content/ alone.

It works the same under `digest build`, `mkdocs build` and `mkdocs serve`. Front matter is foreign
text that Material's templates print as it is: it is escaped here, before any of them sees it. The
digest's own templates have autoescape on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import pass_context
from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import normalize_url, write_file

from generator.compose.article.entry import Entry
from generator.compose.article.markers import split
from generator.compose.lists import views
from generator.compose.lists.collection import Shelf
from generator.compose.lists.navigation import masthead
from generator.compose.machine_readable.hosting import SITEMAP
from generator.compose.typography import typeset
from generator.config import SETTINGS_FILE, Settings, load_settings
from generator.content.pages import NOTE, load_entries, load_notes, load_stories
from generator.run.places import Misplaced, check_no_links
from generator.run.spool import SpooledMap
from generator.site.checks.scan import OwnScripts, foreign_code
from generator.site.leave_out import leave_out
from generator.site.machine_readable import Machines, Rendered
from generator.site.search.documents import PAGE as SEARCH
from generator.site.search.documents import Searches
from generator.site.search.last_index import LastIndex
from generator.site.template_context import Contexts
from generator.site.template_inputs import frame
from generator.site.template_space import save_space
from generator.site.theme import MARK, OWN_TEMPLATES, bring_theme
from generator.site.typesetting import typeset_html
from generator.site.unchanged_pages import LastSite
from generator.site.urls import relative_url
from generator.words import direction, load_words

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

_LOG = get_plugin_logger("digest")
_AMOUNTS = ("link", "excerpt", "full")
_UNLISTED = InclusionLevel.NOT_IN_NAV


class DigestPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """Lends every page its view and every template the words of the site's language.

    `last` is the site that this one replaces, if its pages may be taken over.
    """

    last: LastSite | None = None
    last_index: LastIndex | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let `site_config/digest.yml` decide name, language and address of the site."""
        try:
            check_no_links(Path(config.docs_dir), files=False)
        except Misplaced as error:
            raise PluginError(str(error)) from error
        settings = load_settings(Path(config.docs_dir).parent)
        self._words = load_words(settings.language)
        config.site_name = str(escape(settings.site_name))
        config.site_description = str(escape(settings.site_description))
        address = settings.site_url or config.site_url
        config.site_url = f"{address.rstrip('/')}/" if address else ""
        config.theme.static_templates.discard(SITEMAP)
        bring_theme(config.theme)
        # One language, even where it is not ours; pages run the way the site's own language does.
        config.theme["language"] = self._words.language
        config.theme["direction"] = direction(settings.language)
        config.extra["digest"] = settings
        self._settings = settings
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Read all article pages and decide what each page of lists shows."""
        if (sitemap := files.get_file_from_path(SITEMAP)) is not None:
            files.remove(sitemap)  # MkDocs' own, which bears the day of the build
        content = Path(config.docs_dir)
        leave_out(files, content)
        entries = list(load_entries(content))
        for file in files:
            if file.src_uri.endswith(NOTE):
                file.inclusion = InclusionLevel.EXCLUDED  # shown in its edition
        _warn_of_more(entries, self._settings)
        self._files = files
        self._menu = dict(_listed(self._settings.menu, files))
        self._shelf = Shelf(
            *(entries, self._words, self._settings.edition, load_notes(content)),
            load_stories(content),
            self._settings.keywords.page_from,
        )
        self._views = views(self._shelf)
        self._sources: dict[str, str] = {}
        self._rendered: SpooledMap[Rendered] = SpooledMap()
        self._searches = Searches(self._shelf, offline=not config.use_directory_urls)
        if not files.get_file_from_path(SEARCH):
            files.append(File.generated(config, SEARCH, content="", inclusion=_UNLISTED))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Escape in our own templates; lend them addresses and words."""
        env.autoescape = lambda name: name in OWN_TEMPLATES
        save_space(env)
        env.filters["address"] = self._address
        env.filters["typeset"] = typeset
        env.filters["typeset_html"] = typeset_html
        env.globals["words"] = self._words
        env.globals["direction"] = direction
        env.globals["masthead"] = masthead(self._shelf, self._menu)
        self._own = OwnScripts()
        self._own.mark(env)
        pages = {file.src_uri: file.page for file in files.documentation_pages() if file.page}
        self._machines = Machines(
            self._shelf, self._views, self._settings, pages, config.site_url or ""
        )
        # Drawn pages do without Material's bundle; a script of the project's own may not.
        self._contexts = Contexts(
            self._shelf, self._views, self._machines, bundled=bool(config.extra_javascript)
        )
        alike = frame(config, self._settings, masthead(self._shelf, self._menu))
        if self.last and alike:
            self._take_over(self.last, pages, alike)
        return env

    def _take_over(self, last: LastSite, pages: Mapping[str, Page], alike: str) -> None:
        """Take over pages that would be drawn the same; note what the others are drawn from."""
        for path, page in pages.items():
            if page.meta["by_hand"] or path == SEARCH:
                continue
            source = self._contexts.source(page, alike, self._rendered[path].html)
            found = last.take(page.file.dest_uri, source)
            if found:
                write_file(found[0], page.file.abs_dest_path)
                self._own.adopt(found[1].scripts)
                page.file.inclusion = InclusionLevel.EXCLUDED  # from what MkDocs draws
            else:
                self._sources[path] = source

    @event_priority(100)  # before any plugin that reads front matter
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Leave the text to Markdown; what the program drew around it is the templates' to draw."""
        own = page.meta.get("digest")
        parts = split(markdown.lstrip("\n"))
        drawn = isinstance(own, dict) and own.get("drawn") == parts.drawn
        page.meta["by_hand"] = not drawn
        if isinstance(own, dict):
            page.meta.setdefault("template", _template(own))
            if "source" in own:  # an article: its entry holds the rest
                page.meta["digest"] = {"source": own["source"]}
        if page.file.src_uri == SEARCH:
            page.meta.update(template="search.html", title=self._words("search"), by_hand=False)
        _escape_meta(page)
        view = self._views.get(page.file.src_uri)
        if drawn and view:
            return view.note
        return parts.text if drawn else markdown

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Let the search take note of what a page says, and put it away until it is drawn.

        MkDocs renders all pages before it writes the first, and would keep each in memory.
        """
        self._searches.note(page, html)
        self._rendered[page.file.src_uri] = Rendered(html, page.markdown or "")
        page.markdown = ""
        return ""

    @event_priority(100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand the page's entry or view to its template."""
        path = page.file.src_uri
        page.content = self._rendered[path].html
        context.update(self._contexts.of(page))  # type: ignore[typeddict-item] # the theme's own
        if path == SEARCH:
            context.update(self._searches.context())  # type: ignore[typeddict-item]
        return context

    @event_priority(-100)  # after any plugin that changes pages
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Take note of the theme's scripts."""
        return self._own.noted(output_content)[0]

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take note of the theme's scripts; the page is drawn."""
        page.content = ""
        made, scripts = self._own.noted(output)
        source = self._sources.pop(page.file.src_uri, None)
        if self.last and source:
            data = made.encode("utf-8", "xmlcharrefreplace")  # as MkDocs writes it
            self.last.note(page.file.dest_uri, source, data, scripts)
        return made

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what searches and machines read; let nothing be published that is not ours."""
        for file in self._files:
            file.page = None  # all are drawn: what MkDocs knows of them makes room for the index
        site = Path(config.site_dir)
        self._searches.write(site, self.last_index)
        self._machines.write(site, self._own.hashes(), self._rendered)
        sources = {file.dest_uri: f"content/{file.src_uri}" for file in self._files}
        base = urlsplit(self._settings.site_url or "").hostname
        hosts = {*self._settings.allowed_hosts, *filter(None, [base])}
        found = list(foreign_code(site, self._own, sources, hosts))
        if found:
            raise PluginError("\n".join(found))
        if self.last:
            self.last.keep()
        (site / MARK).touch()  # a folder that a later build may replace

    @pass_context
    def _address(self, context: Context, path: str) -> str:
        """Return the address of a page of content/ as seen from the page that is drawn."""
        file = self._files.src_uris.get(path)
        if file is None:
            return ""
        page: Page | None = context.get("page")  # 404.html is no page
        if page is None:
            return normalize_url(file.url, None, str(context["base_url"]))
        return relative_url(file.url, page.url)


def _listed(menu: Mapping[str, str], files: Files) -> Iterator[tuple[str, str]]:
    """Yield the entries of the menu whose pages exist; warn of the others."""
    for name, path in menu.items():
        if files.get_file_from_path(path) is None:
            _LOG.warning(
                "%s: menu: '%s' leads to %s, which is not in content/. Write that page, or remove "
                "the entry.",
                *(SETTINGS_FILE, name, path),
            )
        else:
            yield name, path


def _warn_of_more(entries: Iterable[Entry], settings: Settings) -> None:
    """Warn of pages that show more than their outlets allow: edited pages are not renewed."""
    for entry in entries:
        allowed = entry.rights or settings.policy(entry.outlet)
        if _AMOUNTS.index(entry.shown) > _AMOUNTS.index(allowed):
            _LOG.warning(
                "%s: shows the text as %r, its outlet allows %r. Shorten the page and set "
                "`shown: %s` in it, or build with --force.",
                *(entry.path, entry.shown, allowed, allowed),
            )


def _template(own: dict[str, Any]) -> str:
    """Return the template of a page; content/ itself names none, so that any theme fits."""
    if "source" in own:
        return "article.html"
    kind = own.get("kind")
    return f"{kind}.html" if kind in {"redirect", "front", "edition", "story"} else "index.html"


def _escape_meta(page: Page) -> None:
    for key in ("title", "description", "author"):
        if key in page.meta:
            page.meta[key] = str(escape(str(page.meta[key])))
    tags = page.meta.get("tags")
    if isinstance(tags, list):
        page.meta["tags"] = [str(escape(str(tag))) for tag in tags]
