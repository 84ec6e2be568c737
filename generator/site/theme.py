"""The paths of the theme and the default configuration, in the checkout or inside the package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.theme import Theme

_PACKAGE = Path(__file__).resolve().parent.parent
_DEFAULTS = _PACKAGE / "defaults"
HOME = _DEFAULTS if _DEFAULTS.is_dir() else _PACKAGE.parent
THEME = HOME / "site_config" / "theme"
MKDOCS_YML = HOME / "mkdocs.yml"
OWN_TEMPLATES = frozenset(
    path.relative_to(THEME).as_posix() for path in sorted(THEME.rglob("*.html"))
)
MARK = ".digest-site"  # a file in every site that the program built


def bring_theme(theme: Theme) -> None:
    """Add this theme's templates; those in a project's own `custom_dir` take precedence."""
    own = [theme.custom_dir] if theme.custom_dir else []
    if all(Path(folder).resolve() != THEME for folder in own):
        theme.dirs.insert(len(own), str(THEME))
