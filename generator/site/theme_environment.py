"""The Jinja environment of the theme's templates: loaders, options and filters."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import material  # type: ignore[import-untyped]
from jinja2 import Environment, FileSystemLoader

from generator.compose.typography import typeset
from generator.site.template_code import quicken
from generator.site.template_whitespace import save_space
from generator.site.theme import OWN_TEMPLATES, THEME
from generator.site.typesetting import typeset_html
from generator.words import direction

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme

_MATERIAL = Path(material.__file__).parent / "templates"
# Material's files that no page loads: its source maps, and its search (2.4 MB).
_MAPS = re.compile(r"assets/(?:javascripts|stylesheets)/.*\.map")
_SEARCH = re.compile(r"assets/javascripts/(?:lunr|workers)/.*")
_STYLES = {  # their names contain hashes
    path.name.partition(".")[0]: path.relative_to(_MATERIAL).as_posix()
    for path in _MATERIAL.glob("assets/stylesheets/*.css")
}
_MATERIAL_OPTIONS = ("alternate", "analytics", "consent", "polyfills", "version")  # of `extra`


def bring_theme(theme: Theme, *, searched: bool) -> None:
    """Add this theme's templates; those in a project's own `custom_dir` take precedence.

    `searched`: the project uses Material's search, so the site needs the files for it.
    """
    own = [theme.custom_dir] if theme.custom_dir else []
    if all(Path(folder).resolve() != THEME for folder in own):
        theme.dirs.insert(len(own), str(THEME))
    unused = (_MAPS,) if searched else (_MAPS, _SEARCH)
    theme.get_env = partial(_environment, theme, unused)  # type: ignore[method-assign]


def needs_bundle(config: MkDocsConfig) -> bool:
    """Return whether all pages need Material's frame and bundle: for scripts or its options."""
    options = (config.extra.get(name) for name in _MATERIAL_OPTIONS)
    return bool(config.extra_javascript or config.theme.get("font") or any(options))


def prepare(env: Environment, config: MkDocsConfig) -> None:
    """Set autoescape in our own templates, filters, style sheets, and how space is saved."""
    env.autoescape = lambda name: name in OWN_TEMPLATES
    env.auto_reload = False  # no template changes while pages are rendered
    save_space(env)
    quicken(env)
    env.filters["typeset"] = typeset
    env.filters["typeset_html"] = typeset_html
    env.globals["direction"] = direction
    kinds = ("main", "palette") if config.theme.get("palette") else ("main",)
    env.globals["material_styles"] = [_STYLES[kind] for kind in kinds]


def _environment(theme: Theme, unused: Sequence[re.Pattern[str]]) -> Environment:
    """Return the theme's environment as MkDocs makes it, but with the loader `_Used`."""
    env = type(theme).get_env(theme)
    env.loader = _Used(theme.dirs, unused)
    return env


class _Used(FileSystemLoader):
    """Loads templates; lists neither hidden files nor files of Material that are `unused`.

    MkDocs would leave out hidden files one by one: in Material, these are 14,000 icons.
    """

    def __init__(self, folders: Sequence[str], unused: Sequence[re.Pattern[str]]) -> None:
        super().__init__(folders)
        self._unused = unused

    def list_templates(self) -> list[str]:
        """Return the names of the templates and other files that a site uses, sorted."""
        return sorted({name for folder in self.searchpath for name in self._listed(folder)})

    def _listed(self, folder: str) -> Iterator[str]:
        unused = self._unused if Path(folder) == _MATERIAL else ()
        for name in _visible(folder, ""):
            if not any(pattern.fullmatch(name) for pattern in unused):
                yield name


def _visible(folder: str, name: str) -> Iterator[str]:
    """Yield the names of the files below a folder, each after `name`."""
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
    for entry in shown:
        if entry.is_dir(follow_symlinks=False):
            yield from _visible(entry.path, f"{name}{entry.name}/")
        elif not entry.is_dir():
            yield f"{name}{entry.name}"
