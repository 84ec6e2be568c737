"""A hash of what all templates share: if it has changed, every page is rendered again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.compose.lists.navigation import Masthead
from generator.config import Settings
from generator.run.cache import fingerprint
from generator.site.theme import THEME
from generator.site.unchanged_pages import digest

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def frame(config: MkDocsConfig, settings: Settings, masthead: Masthead) -> str | None:
    """Return a digest of program, templates, settings and masthead.

    None if another plugin or a hook changes pages: what those depend on is unknown.
    """
    if set(config.plugins) != {"digest"}:
        return None
    own = {THEME, Path(config.theme.custom_dir or THEME)}
    templates = [path.read_bytes() for root in sorted(own) for path in sorted(root.rglob("*.html"))]
    links = [(link.text, link.path) for link in (*masthead.sections, *masthead.ways)]
    options = {name: value for name, value in config.items() if name not in {"plugins", "theme"}}
    return digest(
        (
            fingerprint("site", "compose", "content", "words"),
            templates,
            options,
            dict(config.theme),
            settings,
            links,
        )
    )
