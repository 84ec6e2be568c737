"""Compares names as people type them: case and spaces are ignored. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.text import clean, squeeze

_NEAR = 0.5  # minimum similarity (0 to 1) at which a known name is suggested


def folded(name: str) -> str:
    """Return the form that all spellings of a name share."""
    return squeeze(clean(name)).casefold()


def listed_as(name: str, names: tuple[str, ...]) -> str | None:
    """Return the one of `names` that is a spelling of `name`, None if there is none."""
    return _by_folded(names).get(folded(name))


def unknown_names(listed: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each listed name that is not known, with the most similar known name, if any."""
    spelled = {folded(name): name for name in sorted(known)}
    for name in listed:
        if folded(name) not in spelled:
            near = difflib.get_close_matches(folded(name), spelled, 1, _NEAR)
            yield name, spelled[near[0]] if near else None


@lru_cache(maxsize=4)
def _by_folded(names: tuple[str, ...]) -> Mapping[str, str]:
    return {folded(name): name for name in names}
