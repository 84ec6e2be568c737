"""The pages of sections, outlets and keywords, and their indexes. Pure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.lists.collection import Shelf, grouped
from generator.compose.lists.paging import paged
from generator.compose.lists.views import Link, Links, View
from generator.compose.pictures import counts
from generator.compose.pictures.counts import Axis

_RANKED = 60  # keywords in the list by weight
_TOP = 12  # keywords listed for a section, an outlet or a keyword
_ON_ONE_PAGE = 800  # keywords; more of them get a page for each letter
_OTHER = "#"  # for names that do not begin with a letter


@dataclass(frozen=True, slots=True)
class _Names:
    """One kind of name (section, outlet or keyword) with the articles and link of each name."""

    kind: str
    folder: str
    found: Mapping[str, Sequence[Entry]]
    links: Mapping[str, Link]


def sections(shelf: Shelf, axis: Axis) -> Iterator[View]:
    """Yield the index of sections, with their shares over time, and a page for each."""
    links = {name: shelf.section(name) for name in shelf.by_section}
    names = _Names("section", "sections", shelf.by_section, links)
    weeks = Axis.of(shelf.entries, shelf.words, "week")  # shares of single days are meaningless
    yield replace(
        _index(shelf, names), figures=counts.shares(shelf.by_section, links, weeks, shelf.words)
    )
    yield from _each(shelf, names, axis)


def outlets(shelf: Shelf, axis: Axis) -> Iterator[View]:
    """Yield the index of outlets and a page for each."""
    links = {name: shelf.outlet(name) for name in shelf.by_outlet}
    names = _Names("outlet", "outlets", shelf.by_outlet, links)
    yield _index(shelf, names)
    yield from _each(shelf, names, axis)


def keywords(shelf: Shelf, axis: Axis) -> Iterator[View]:
    """Yield the index of keywords, by weight and A to Z, and a page for each."""
    words = shelf.words
    links = {word: shelf.keyword(word) for word in shelf.by_keyword}
    letters = grouped((_letter(word), links[word]) for word in sorted(links, key=_alphabetic))
    ranked = sorted(links.values(), key=lambda link: (-(link.count or 0), link.text))[:_RANKED]
    index = View("keywords", "keywords/index.md", words("keywords"))
    if not links:
        yield replace(index, summary=words("no-keywords"))
        return
    index = replace(index, facts=(words.count("count-keywords", len(links)),))
    weighty = Links(words("most-covered"), tuple(ranked), "ranked")
    if len(links) <= _ON_ONE_PAGE:
        yield replace(index, links=(weighty, *_by_letter(letters)))
    else:
        paths = _letter_paths(letters)
        pages = [Link(letter, path, len(letters[letter])) for letter, path in paths.items()]
        yield replace(index, links=(weighty, Links(words("a-to-z"), tuple(pages), "letters")))
        for letter, path in paths.items():
            title = words("keywords-letter", letter=letter)
            yield View("keywords", path, title, links=(Links("", tuple(letters[letter])),))
    yield from _each(shelf, _Names("keyword", "keywords", shelf.by_keyword, links), axis)


def _index(shelf: Shelf, names: _Names) -> View:
    """Return the list of names, those with most articles first, each with its latest headline."""
    words = shelf.words
    order = sorted(names.found, key=lambda name: (not name, -len(names.found[name]), name))
    links = [replace(names.links[name], article=names.found[name][0]) for name in order]
    return View(
        names.folder,
        f"{names.folder}/index.md",
        words(names.folder),
        summary="" if links else words(f"no-{names.folder}"),
        links=(Links("", tuple(links), "dated"),) if links else (),
    )


def _each(shelf: Shelf, names: _Names, axis: Axis) -> Iterator[View]:
    words = shelf.words
    for name, entries in names.found.items():
        link = names.links[name]
        view = View(
            names.kind,
            str(link.path),
            link.text,
            kicker=words(names.kind),
            facts=(shelf.count(len(entries)), *_period(entries, shelf)),
            figures=counts.timeline(entries, axis, words),
            links=_together(shelf, name, names.kind, entries),
        )
        yield from paged(view, entries, shelf)


def _period(entries: Sequence[Entry], shelf: Shelf) -> tuple[str, ...]:
    """Return the period that the articles cover."""
    days = [entry.day for entry in entries if entry.day]
    return (shelf.words.span(min(days), max(days)),) if days else ()


def _together(shelf: Shelf, name: str, kind: str, entries: Sequence[Entry]) -> tuple[Links, ...]:
    """Return the most frequent other keywords of these articles, with their counts."""
    counts = Counter(word for entry in entries for word in set(entry.keywords))
    if kind == "keyword":
        del counts[name]
    known = [(word, count) for word, count in counts.items() if word in shelf.by_keyword]
    known.sort(key=lambda item: (-item[1], item[0]))
    links = [Link(word, shelf.keyword(word).path, count) for word, count in known[:_TOP]]
    heading = shelf.words("together" if kind == "keyword" else "keywords")
    return (Links(heading, tuple(links), "ranked"),) if links else ()


def _by_letter(letters: Mapping[str, Sequence[Link]]) -> Iterator[Links]:
    for letter, links in letters.items():
        yield Links(letter, tuple(links), "index")


def _letter(word: str) -> str:
    """Return the index letter of a keyword: its first letter, upper case, without accents."""
    first = unicodedata.normalize("NFD", word.strip())[:1].upper()
    return first if first.isalpha() else _OTHER


def _alphabetic(word: str) -> tuple[bool, str, str, str]:
    letter = _letter(word)
    plain = unicodedata.normalize("NFD", word.casefold())
    return letter == _OTHER, letter, plain, word


def _letter_paths(letters: Mapping[str, object]) -> dict[str, str]:
    """Return a page for each letter, in a folder that no keyword's page uses."""
    paths: dict[str, str] = {}
    for letter in letters:
        slug = sanitize.slug(letter, "other")
        taken = f"keywords/letters/{slug}.md" in paths.values()
        name = f"{slug}-{ord(letter):x}" if taken else slug
        paths[letter] = f"keywords/letters/{name}.md"
    return paths
