"""content/ → site/: built aside, looked at, then swapped in; a failed build changes nothing."""

from __future__ import annotations

import contextlib
import ctypes
import logging
import os
import re
import shutil
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.models import DigestError, Problem, UsageError
from generator.run.faults import name_file, refused
from generator.run.places import check_folder
from generator.site.plugin import DigestPlugin
from generator.site.search.index import FOLDER
from generator.site.search.last_index import LastIndex
from generator.site.theme import MARK, MKDOCS_YML
from generator.site.unchanged_pages import LastSite

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner about MkDocs 2 on stderr
_AS_IT_WAS = "The site was not built; one that was published before is as it was."
_PAGE = re.compile(r"Error \w+ page '(.+?)'")  # what MkDocs logs before an exception goes on
_SEARCHED = "searched.json"  # beside the record of the last site
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class BuildFailed(DigestError):
    """MkDocs could not build the site; the published one is as it was."""


class WithoutPlugin(UsageError):
    """The project's own mkdocs.yml does not use the plugin of this program."""


class NotOurs(UsageError):
    """The folder of the site holds what no build made."""


def check_site(site: Path) -> None:
    """Raise `NotOurs` if a build would remove files that no build made, `Misplaced` for a link."""
    for folder in (site, _beside(site, "building"), _beside(site, "old")):
        check_folder(folder)
        if folder.exists() and not is_ours(folder):
            raise NotOurs(
                f"{folder}: holds files that no build made. Empty it, or name another folder for "
                "the site with --site-dir."
            )


def build_site(
    project: Path, site: Path, *, strict: bool, offline: bool = False, record: Path | None = None
) -> list[Problem]:
    """Build `project`/content into `site`; return MkDocs' warnings, or raise `BuildFailed`.

    `NotOurs` as `check_site` has it. An offline site links to files and not to folders: a browser
    opens it from disk. `record` is the file that tells what the last site was drawn from; without
    it every page is drawn.
    """
    check_site(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    staging = _beside(site, "building")
    discard(staging)
    try:
        staging.mkdir()
        (staging / MARK).touch()  # from now on a later build may remove what this one leaves
        last = LastSite(site, record) if record else None
        problems = _run_mkdocs(project, staging, last, offline=offline)
        if strict and problems:
            raise BuildFailed("\n".join([*(problem.message for problem in problems), _AS_IT_WAS]))
        _swap(staging, site)
    except OSError as error:
        named = error if error.filename else OSError(error.errno, error.strerror, str(site))
        raise BuildFailed(f"{refused(named)}\n{_AS_IT_WAS}") from error
    finally:
        discard(staging)
    return problems


def is_ours(site: Path) -> bool:
    """Return whether a folder may be replaced: a build made it, or there is nothing in it."""
    return site.is_dir() and ((site / MARK).is_file() or not any(site.iterdir()))


def _run_mkdocs(
    project: Path, staging: Path, last: LastSite | None, *, offline: bool
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
        plugin.last = last
        if last:
            plugin.last_index = LastIndex(last.site / FOLDER, last.record.with_name(_SEARCHED))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (SystemExit, MkDocsException, TemplateError) as error:
        said = warnings.messages()
        if not (said and isinstance(error, Abort)):  # which only says that there was an error
            said.append(str(error))
        raise BuildFailed("\n".join([*said, _AS_IT_WAS])) from error
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
        "published. Add 'digest' to the list 'plugins:' there, and set 'theme: {name: material}'; "
        "or remove the file to use the default configuration."
    )


class _Warnings(logging.Handler):
    """Collects what MkDocs warns about."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def messages(self) -> list[str]:
        """Return what was said, in order."""
        return [problem.message for problem in self.problems]

    def emit(self, record: logging.LogRecord) -> None:
        """Turn a log record into a problem."""
        self.problems.append(Problem("mkdocs", "warning", record.getMessage()))


def _swap(staging: Path, site: Path) -> None:
    """Put the new site in the old one's place; at no moment is there none or half of one."""
    if not site.exists():
        staging.rename(site)
    elif not _exchange(staging, site):
        old = _beside(site, "old")
        discard(old)
        site.rename(old)
        staging.rename(site)
        discard(old)


def _exchange(path: Path, other: Path) -> bool:
    """Exchange two paths atomically (Linux, renameat2(2)); False where that is not to be had."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):  # other systems than Linux
        return False
    names = os.fsencode(path), os.fsencode(other)
    return bool(renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)


def _beside(site: Path, purpose: str) -> Path:
    return site.with_name(f".{site.name}-{purpose}")


def discard(folder: Path) -> None:
    """Remove a folder that a build made, if it is there: its mark goes last.

    So what is left when this is interrupted, or not allowed, is still known as a build's.
    """
    if folder.is_symlink() or not folder.is_dir():
        return
    mark = folder / MARK
    with contextlib.suppress(OSError):  # something can't be removed: then the mark stays
        for path in folder.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != mark:
                path.unlink(missing_ok=True)
        mark.unlink(missing_ok=True)
        folder.rmdir()
