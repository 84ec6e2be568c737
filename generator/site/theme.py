"""The paths of the theme and the default configuration, in the checkout or inside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_DEFAULTS = _PACKAGE / "defaults"
HOME = _DEFAULTS if _DEFAULTS.is_dir() else _PACKAGE.parent
THEME = HOME / "site_config" / "theme"
MKDOCS_YML = HOME / "mkdocs.yml"
OWN_TEMPLATES = frozenset(
    path.relative_to(THEME).as_posix() for path in sorted(THEME.rglob("*.html"))
)
MARK = ".digest-site"  # a file in every site that the program built
PALETTE = "assets/palette.js"  # a template: the switch depends on the palette in mkdocs.yml
