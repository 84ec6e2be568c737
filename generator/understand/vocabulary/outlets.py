"""Recognises the name of an outlet after a headline. Pure."""

from __future__ import annotations

import re

from generator.source_urls import host, is_web
from generator.text import squeeze

_BEHIND = re.compile(r"(?P<title>.+\S)\s+[-–—|·•]\s+(?P<outlet>[^|–—·•]{2,60}?)\s*")
_MARK = re.compile(r"(?<=\S)\s+[-–—|·•]\s+")
_WORD = re.compile(r"[^\W_]+")
_LONG_WORD = 3  # letters: longer words of a name have a capital
_MOST_WORDS = 6  # of an outlet's name


def divided(title: str) -> tuple[str, str] | None:
    """Return a headline and what is after its last dash or bar, None without one."""
    parts = _BEHIND.fullmatch(squeeze(title))
    return (parts["title"], parts["outlet"]) if parts else None


def without_outlet(title: str, outlet: str) -> str:
    """Return a headline without the name of a known outlet after it.

    A feed may have the outlet's name and its section: "Vale Gazette - Local".
    """
    names = {letters(name) for name in (outlet, _MARK.split(outlet)[0]) if name}
    for mark in _MARK.finditer(title) if outlet else ():
        if letters(title[mark.end() :]) in names:
            return title[: mark.start()]
    return title


def is_outlet_of(name: str, address: str) -> bool:
    """Return whether the host of an article's address confirms a name as its outlet's."""
    spelling = letters(name)
    labels = [label.replace("-", "") for label in host(address).split(".")[:-1] if len(label) > 2]
    words = [word.casefold() for word in _WORD.findall(name) if len(word) > _LONG_WORD]
    return any(
        label in spelling or spelling in label or (words and all(word in label for word in words))
        for label in labels
    )


def may_be_outlet(name: str) -> bool:
    """Return whether a text has the form of an outlet's name: few words, the longer with capitals.

    A host ("example.org") has this form too; a sentence does not.
    """
    words = _WORD.findall(name)
    if not words or len(words) > _MOST_WORDS or name.endswith((".", "?", "!", "…")):
        return False
    if " " not in name and is_web(f"https://{name}"):
        return True
    return all(word[0].upper() == word[0] for word in words if len(word) > _LONG_WORD)


def letters(text: str) -> str:
    """Return the letters and digits of a text, by which two spellings of a name are the same."""
    return "".join(_WORD.findall(text)).casefold()
