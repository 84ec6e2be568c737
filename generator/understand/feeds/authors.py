"""The authors of a feed's entry: names as the feed states them. Pure.

RSS 2.0 requires an e-mail address in `author`, with the name after it: "x@y.example (Name)". An
address alone is not a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from generator.text import clean, squeeze
from generator.understand.feeds.xml_tree import children, entries_of, local, text_in
from generator.understand.vocabulary.capitals_in_names import uncapitalised
from generator.understand.vocabulary.contacts import without_addresses
from generator.understand.vocabulary.outlets import letters
from generator.understand.vocabulary.people import first_name_first, people, without_by

_LONGEST = 60  # characters of a name
_LIST = re.compile(r"\s*[;,]\s*")
# Numbers of institutes after names, and the list of these, as in arXiv's feeds: "A. Doe (1 and 2)".
_INSTITUTES = re.compile(r"\s*\(\(1\).*\)\s*$|\s*\(\d{1,2}(?:(?:\s*,\s*|\s+and\s+)\d{1,2})*\)")
_APART = re.compile(r"\(([^()]+)\)")  # the address before the name was left out
_HANDLE = re.compile(r"^(?:/?u/|@)(?=\w)")
# A number that belongs to a name ("Blink-182 Fanclub", "seadog77", "France 24"), not to a date.
_NUMBERED = re.compile(r"\d")
_MOMENT = re.compile(r"\d{1,2}[.:]\d\d|(?:19|20)\d\d\b")


def state_names(root: etree._Element) -> None:
    """Reduce the author elements of RSS and Dublin Core to names."""
    for entry in entries_of(root):
        for element in list(children(entry, "author", "creator")):
            if any(local(child) in {"name", "email", "uri"} for child in element):
                continue  # Atom keeps the parts apart
            name = without_addresses(text_in(element))
            if name:
                element.text = name
            else:
                entry.remove(element)


def inherit(root: etree._Element) -> None:
    """Give the author of an Atom feed to its entries without one (RFC 4287, 4.2.1).

    Only a person's name: many feeds name the outlet.
    """
    if local(root) != "feed":
        return
    title = letters(" ".join(map(text_in, children(root, "title"))))
    authors = [author for author in children(root, "author") if _is_person(author, title)]
    for entry in entries_of(root):
        if not list(children(entry, "author", "contributor", "source")):
            entry.extend(map(deepcopy, authors))


def _is_person(author: etree._Element, title: str) -> bool:
    found = people(" ".join(map(text_in, children(author, "name"))), (), strict=True)
    return bool(found) and letters(found[0]) not in title


def names(written: Iterable[str]) -> tuple[str, ...]:
    """Return the names in the authors that a feed states, in order, each once."""
    found = (name for text in written for name in _names(squeeze(clean(text))))
    return tuple(dict.fromkeys(map(uncapitalised, found)))


def without_outlet(authors: Sequence[str], outlet: str) -> tuple[str, ...]:
    """Return the authors without the outlet, which some feeds list among them."""
    people = tuple(name for name in authors if letters(name) != letters(outlet))
    return people or tuple(authors)


def _names(text: str) -> Iterator[str]:
    text = without_by(without_addresses(_INSTITUTES.sub("", text)))
    alone = _APART.fullmatch(text)
    text = _HANDLE.sub("", alone[1] if alone else text)
    if (name := first_name_first(text)) != text:
        yield name
        return
    if not _NUMBERED.search(text) or _MOMENT.search(text):
        yield from people(text, (), strict=False)
        return
    for part in _LIST.split(text):
        name = _HANDLE.sub("", part)
        if _NUMBERED.search(name):
            if len(name) <= _LONGEST and _says(name):
                yield name
        else:
            yield from people(name, (), strict=False)


def _says(name: str) -> bool:
    return sum(map(str.isalpha, name)) > 1 and "://" not in name
