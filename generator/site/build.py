"""content/ → site/: built in a staging folder, checked, then swapped in.

A failed build leaves the published site unchanged.
"""

from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.compose.all_lists import Lists
from generator.content.entries import Entries
from generator.models import DigestError, Problem, UsageError
from generator.run.error_messages import name_file, refused
from generator.run.file_hashes import Digests
from generator.site.last_site import LastSite
from generator.site.plugin import DigestPlugin
from generator.site.search.index import FOLDER
from generator.site.search.last_index import LastIndex
from generator.site.site_folder import beside, check_site, discard, set_aside, swap
from generator.site.theme import MARK, MKDOCS_YML

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner about MkDocs 2 on stderr
DRAWN = "drawn.json"  # in the cache
FORMER = "former-site"  # in the cache: the site before the last
_AS_IT_WAS = "The site was not built; the published site, if any, is unchanged."
_PAGE = re.compile(r"Error \w+ page '(.+?)'")  # logged by MkDocs before it raises
_SEARCHED = "searched.json"  # in the cache


class BuildFailed(DigestError):
    """MkDocs could not build the site; the published one is unchanged."""


@dataclass(frozen=True, slots=True)
class Known:
    """Results of earlier builds and stages that a build of the site reuses.

    `cache` is the folder with records of what the last site was made from; without it everything is
    made anew. `entries` are those of pages that have been read, `digests` those of files, `lists`
    those that were made for content/.
    """

    cache: Path | None = None
    entries: Entries | None = None
    digests: Digests = field(default_factory=Digests)
    lists: Lists = field(default_factory=Lists)


class WithoutPlugin(UsageError):
    """The project's own mkdocs.yml does not use the plugin of this program."""


def build_site(
    project: Path,
    site: Path,
    *,
    strict: bool,
    offline: bool = False,
    known: Known | None = None,
) -> list[Problem]:
    """Build `project`/content into `site`; return MkDocs' warnings, or raise `BuildFailed`.

    Raises `NotOurs` and `Misplaced` as `check_site` does. An offline site links to files instead of
    folders, so that a browser can open it from disk.
    """
    known = known or Known()
    check_site(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    staging = beside(site, "building")
    discard(staging)
    try:
        staging.mkdir()
        (staging / MARK).touch()  # so that a later build may remove what this one leaves
        problems = _run_mkdocs(project, staging, site, known, offline=offline)
        if strict and problems:
            raise BuildFailed("\n".join([*(problem.message for problem in problems), _AS_IT_WAS]))
        swap(staging, site)
        set_aside(staging, known.cache and known.cache / FORMER)
    except OSError as error:
        named = error if error.filename else OSError(error.errno, error.strerror, str(site))
        raise BuildFailed(f"{refused(named)}\n{_AS_IT_WAS}") from error
    finally:
        discard(staging)
    return problems


def _run_mkdocs(
    project: Path,
    staging: Path,
    site: Path,
    known: Known,
    *,
    offline: bool,
) -> list[Problem]:
    own = project / "mkdocs.yml"
    warnings = _Warnings()
    log = logging.getLogger("mkdocs")
    log.addHandler(warnings)
    try:
        with (own if own.is_file() else MKDOCS_YML).open("rb") as file:
            config = load_config(
                config_file=file,
                docs_dir=str(project / "content"),
                site_dir=str(staging),
            )
        if offline:
            config.use_directory_urls = False
        plugin = _digest_plugin(config, own)
        plugin.cache, plugin.entries, plugin.digests = known.cache, known.entries, known.digests
        plugin.lists = known.lists
        if known.cache:
            plugin.former = known.cache / FORMER
            plugin.last = LastSite(site, known.cache / DRAWN, known.digests)
            plugin.last_index = LastIndex(site / FOLDER, known.cache / _SEARCHED, known.digests)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (SystemExit, MkDocsException, TemplateError) as error:
        messages = warnings.messages()
        if not (messages and isinstance(error, Abort)):  # it only says that there was an error
            messages.append(str(error))
        raise BuildFailed("\n".join([*messages, _AS_IT_WAS])) from error
    except Exception as error:
        if page := next(filter(None, map(_PAGE.match, reversed(warnings.messages()))), None):
            name_file(error, f"content/{page[1]}")
        raise
    finally:
        log.removeHandler(warnings)
    return warnings.problems


def _digest_plugin(config: MkDocsConfig, file: Path) -> DigestPlugin:
    """Return the plugin that makes the site; `WithoutPlugin` if the configuration lacks it."""
    found = (plugin for plugin in config.plugins.values() if isinstance(plugin, DigestPlugin))
    if plugin := next(found, None):
        return plugin
    raise WithoutPlugin(
        f"{file}: lacks the plugin that makes the digest, so another theme's pages would be "
        "published. Add 'digest' to the list 'plugins:' there, and set "
        "'theme: {name: material, font: false}'; or remove the file to use the default "
        "configuration."
    )


class _Warnings(logging.Handler):
    """A log handler that collects MkDocs' warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def messages(self) -> list[str]:
        """Return the messages, in order."""
        return [problem.message for problem in self.problems]

    def emit(self, record: logging.LogRecord) -> None:
        """Turn a log record into a problem."""
        self.problems.append(Problem("mkdocs", "warning", record.getMessage()))
