"""Front matter as the theme's templates get it."""

from __future__ import annotations

from typing import Any

from markupsafe import escape
from mkdocs.structure.pages import Page


def template_of(own: dict[str, Any]) -> str:
    """Return the template of a page; content/ itself names none, so that any theme fits."""
    if "source" in own:
        return "article.html"
    kind = own.get("kind")
    return f"{kind}.html" if kind in {"redirect", "front", "edition", "story"} else "index.html"


def escape_meta(page: Page) -> None:
    """Escape what Material's templates print as it is."""
    for key in ("title", "description", "author"):
        if key in page.meta:
            page.meta[key] = str(escape(str(page.meta[key])))
    tags = page.meta.get("tags")
    if isinstance(tags, list):
        page.meta["tags"] = [str(escape(str(tag))) for tag in tags]
