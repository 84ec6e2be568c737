"""Hashes of what all templates share: if they have changed, every page is made again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.compose.lists.navigation import Masthead
from generator.config import Settings
from generator.run.cache import fingerprint
from generator.site.last_site import digest
from generator.site.theme import THEME

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


_NAMES = ("site_name", "site_description")


@dataclass(frozen=True, slots=True)
class Alike:
    """What all pages share: a hash of it, and one of what is shown around their content only.

    The second is that of the digest's name, its description and the menu; the front page alone
    shows its name in the content, too.
    """

    content: str
    frame: str


def shared_inputs(config: MkDocsConfig, settings: Settings, masthead: Masthead) -> Alike | None:
    """Return hashes of program, templates, settings and masthead, which all pages share.

    None if another plugin or a hook may change pages: their dependencies are unknown.
    """
    if set(config.plugins) != {"digest"}:
        return None
    own = {THEME, Path(config.theme.custom_dir or THEME)}
    templates = [path.read_bytes() for root in sorted(own) for path in sorted(root.rglob("*.html"))]
    links = [(link.text, link.path) for link in masthead.links]
    apart = {"plugins", "theme", "site_dir", "extra", *_NAMES}
    options = {name: value for name, value in config.items() if name not in apart}
    extra = {name: value for name, value in config.extra.items() if value is not settings}
    others = settings.model_copy(update={**dict.fromkeys(_NAMES, ""), "menu": {}})
    program = fingerprint("site", "compose", "content", "words")
    content = (program, templates, options, extra, dict(config.theme), others)
    names = settings.site_name, settings.site_description
    return Alike(digest(content), digest((names, links)))


def has_templates(config: MkDocsConfig) -> bool:
    """Return whether a project has its own templates, which may use any variable."""
    own = Path(config.theme.custom_dir or THEME)
    return any(_differs(path, THEME / path.relative_to(own)) for path in own.rglob("*.html"))


def _differs(template: Path, ours: Path) -> bool:
    return not ours.is_file() or template.read_bytes() != ours.read_bytes()
