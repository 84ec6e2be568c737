"""Warnings about settings and pages during a build of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from generator.compose.article.entry import Entry
from generator.config import SETTINGS_FILE, Settings

_LOG = get_plugin_logger("digest")
_AMOUNTS = ("link", "excerpt", "full")


def listed(menu: Mapping[str, str], files: Files) -> Iterator[tuple[str, str]]:
    """Yield the entries of the menu whose pages exist; warn of the others."""
    for name, path in menu.items():
        if files.get_file_from_path(path) is None:
            _LOG.warning(
                "%s: menu: '%s' leads to %s, which is not in content/. Write that page, or remove "
                "the entry.",
                SETTINGS_FILE,
                name,
                path,
            )
        else:
            yield name, path


def warn_of_more(entries: Iterable[Entry], settings: Settings) -> None:
    """Warn of pages that show more than their outlets allow: edited pages are not updated."""
    for entry in entries:
        allowed = entry.rights or settings.policy(entry.outlet)
        if _AMOUNTS.index(entry.shown) > _AMOUNTS.index(allowed):
            _LOG.warning(
                "%s: shows the text as %r, its outlet allows %r. Shorten the page and set "
                "`shown: %s` in it, or build with --force.",
                entry.path,
                entry.shown,
                allowed,
                allowed,
            )
