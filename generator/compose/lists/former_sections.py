"""Redirects at the pages of sections and outlets that the settings map to others. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.compose.article.redirects import redirect_page
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import Link
from generator.config import Settings
from generator.models import Page

SECTIONS, OUTLETS = "sections", "outlets"  # folders


def compose_former_sections(
    former: Mapping[str, str], settings: Settings, shelf: Shelf
) -> Iterator[Page]:
    """Yield redirects at removed pages of sections and outlets that are now part of another.

    `former` maps each path to the name that the page was about; those that are mapped to nothing
    have no redirect.
    """
    for path, name in former.items():
        link = _present(path, name, settings, shelf)
        if link:
            yield redirect_page(path, str(link.path), link.text, shelf.words, name)


def _present(path: str, name: str, settings: Settings, shelf: Shelf) -> Link | None:
    """Return the link to the section or outlet that a name is mapped to, None without one."""
    folder = path.partition("/")[0]
    if folder == SECTIONS:
        section = settings.section_name(name)
        return shelf.section(section) if section in shelf.by_section else None
    outlet = settings.outlet_name(name) if folder == OUTLETS else None
    return shelf.outlet(outlet) if outlet in shelf.by_outlet else None
