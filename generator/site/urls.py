"""Relative URLs between pages of the site."""

from __future__ import annotations


def relative_url(url: str, start: str) -> str:
    """Return the address of a page as seen from another, both below the site.

    What `mkdocs.utils.get_relative_url` gives, which keeps the parts of every address in memory.
    """
    goal = [part for part in url.split("/") if part not in {"", "."}]
    base = start.split("/")[:-1]
    shared = 0
    while shared < min(len(base), len(goal)) and base[shared] == goal[shared]:
        shared += 1
    way = "/".join([".."] * (len(base) - shared) + goal[shared:]) or "."
    return f"{way}/" if url.endswith("/") else way
