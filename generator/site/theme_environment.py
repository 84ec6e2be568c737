"""The Jinja environment of the theme's templates: loaders, options and filters."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

from generator.compose.typography import typeset
from generator.site.template_whitespace import save_space
from generator.site.theme import OWN_TEMPLATES, THEME
from generator.site.typesetting import typeset_html
from generator.words import direction

if TYPE_CHECKING:
    from mkdocs.theme import Theme


def bring_theme(theme: Theme) -> None:
    """Add this theme's templates; those in a project's own `custom_dir` take precedence."""
    own = [theme.custom_dir] if theme.custom_dir else []
    if all(Path(folder).resolve() != THEME for folder in own):
        theme.dirs.insert(len(own), str(THEME))
    theme.get_env = partial(_environment, theme)  # type: ignore[method-assign]


def prepare(env: Environment) -> None:
    """Set what is the same for all digests: autoescape in our own templates, filters, space."""
    env.autoescape = lambda name: name in OWN_TEMPLATES
    env.auto_reload = False  # no template changes while pages are rendered
    save_space(env)
    env.filters["typeset"] = typeset
    env.filters["typeset_html"] = typeset_html
    env.globals["direction"] = direction


def _environment(theme: Theme) -> Environment:
    """Return the theme's environment as MkDocs makes it, but with the loader `_Visible`."""
    env = type(theme).get_env(theme)
    env.loader = _Visible(theme.dirs)
    return env


class _Visible(FileSystemLoader):
    """Loads templates; does not list hidden files, which MkDocs would leave out one by one.

    In Material these are 14,000 icons.
    """

    def list_templates(self) -> list[str]:
        """Return the names of the templates and other files that are not hidden, sorted."""
        found = {name for folder in self.searchpath for name in _visible(os.fspath(folder), "")}
        return sorted(found)


def _visible(folder: str, name: str) -> Iterator[str]:
    """Yield the names of the files below a folder, each after `name`."""
    with os.scandir(folder) as entries:
        shown = [entry for entry in entries if not entry.name.startswith(".")]
    for entry in shown:
        if entry.is_dir(follow_symlinks=False):
            yield from _visible(entry.path, f"{name}{entry.name}/")
        elif not entry.is_dir():
            yield f"{name}{entry.name}"
