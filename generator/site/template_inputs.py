"""A hash of what all templates share: if it has changed, every page is rendered again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.compose.lists.navigation import Masthead
from generator.config import Settings
from generator.run.cache import fingerprint
from generator.site.last_site import digest
from generator.site.theme import THEME

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def shared_inputs(config: MkDocsConfig, settings: Settings, masthead: Masthead) -> str | None:
    """Return a hash of program, templates, settings and masthead, which all pages share.

    None if another plugin or a hook may change pages: their dependencies are unknown.
    """
    if set(config.plugins) != {"digest"}:
        return None
    own = {THEME, Path(config.theme.custom_dir or THEME)}
    templates = [path.read_bytes() for root in sorted(own) for path in sorted(root.rglob("*.html"))]
    links = [(link.text, link.path) for link in masthead.links]
    apart = {"plugins", "theme", "site_dir"}
    options = {name: value for name, value in config.items() if name not in apart}
    program = fingerprint("site", "compose", "content", "words")
    return digest((program, templates, options, dict(config.theme), settings, links))


def has_templates(config: MkDocsConfig) -> bool:
    """Return whether a project has its own templates, which may use any variable."""
    own = Path(config.theme.custom_dir or THEME)
    return any(_differs(path, THEME / path.relative_to(own)) for path in own.rglob("*.html"))


def _differs(template: Path, ours: Path) -> bool:
    return not ours.is_file() or template.read_bytes() != ours.read_bytes()
