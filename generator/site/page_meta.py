"""Prepares front matter for the theme's templates."""

from __future__ import annotations

from typing import Any

from markupsafe import escape
from mkdocs.structure.pages import Page


def template_of(own: dict[str, Any]) -> str:
    """Return the template of a page; content/ does not name it, so that any theme can be used."""
    if "source" in own:
        return "article.html"
    kind = own.get("kind")
    return f"{kind}.html" if kind in {"redirect", "front", "edition", "story"} else "index.html"


def escape_meta(page: Page) -> None:
    """Escape the front matter that Material's templates print unescaped."""
    for key in ("title", "description", "author"):
        if key in page.meta:
            page.meta[key] = str(escape(str(page.meta[key])))
    tags = page.meta.get("tags")
    if isinstance(tags, list):
        page.meta["tags"] = [str(escape(str(tag))) for tag in tags]
