"""Relative URLs between pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context
from mkdocs.utils import normalize_url

if TYPE_CHECKING:
    from jinja2.runtime import Context
    from mkdocs.structure.files import Files


class Addresses:
    """The addresses of pages relative to `start`, the URL of the page that is being rendered.

    `start` is None while a template that is not a page (404.html) is rendered.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self.start: str | None = None

    @pass_context
    def of(self, context: Context, path: str) -> str:
        """Return the address of a page of content/, "" if there is no such page."""
        file = self._files.src_uris.get(path)
        if file is None:
            return ""
        if self.start is None:
            return normalize_url(file.url, None, str(context["base_url"]))
        return relative_url(file.url, self.start)


def relative_url(url: str, start: str) -> str:
    """Return the relative address of one page from another, both below the site.

    It is that of `mkdocs.utils.get_relative_url`, which caches the parts of every address.
    """
    if url and url[0] != "." and not start.startswith(f"{url.partition('/')[0]}/"):
        return "../" * start.count("/") + url  # nothing in common
    goal = [part for part in url.split("/") if part not in {"", "."}]
    base = start.split("/")[:-1]
    shared = 0
    while shared < min(len(base), len(goal)) and base[shared] == goal[shared]:
        shared += 1
    way = "/".join([".."] * (len(base) - shared) + goal[shared:]) or "."
    return f"{way}/" if url.endswith("/") else way
