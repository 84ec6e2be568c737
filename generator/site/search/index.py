"""The search index: files that a page loads piece by piece, from a host or from disk.

An inverted index in the order of its words, cut into blocks; a query loads the blocks that its
words lie in, as Pagefind does. The files are scripts and not JSON, as Doxygen's and Sphinx's are,
because a browser fetches nothing for a page that was opened from disk.

Articles are numbered from the newest, so that a number is also a date's place. A posting is
`16 × (number − number before) + level`; the level (1 to 15) is what BM25 makes of how often and
where the word stands (Robertson and Zaragoza, 2009), rounded.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.run.spool import Spool
from generator.site.search.fold import words

FOLDER = "search"
FACETS = ("section", "outlet", "year", "keyword", "language")
_BLOCK = 24_000  # characters
_TITLE, _KEYWORD, _NAME = 4, 3, 2  # weight of a word there, relative to one in the text
_SATURATION, _LENGTH = 1.2, 0.5  # BM25's k1 and b
_LEVELS = 15
_LEAST_SHARED = 2
Postings = Mapping[str, "array[int]"]


@dataclass(frozen=True, slots=True)
class Document:
    """A page that is found. `facets` are its values by name; `names` people, places, outlets."""

    address: str
    title: str
    text: str
    language: str
    date: str = ""  # in words
    day: str = ""
    keywords: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    facets: Mapping[str, str] = field(default_factory=dict)


def index_files(documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield the index's files with their names; `documents` newest first.

    All but `index.js` lie in a folder named by their content: an index that a browser has kept
    never meets parts of a later one.
    """
    postings = _postings(documents)
    blocks = list(_blocks(postings))
    parts = _parts(documents, postings, blocks)
    content = hashlib.sha256()
    scripts: Spool[tuple[str, bytes]] = Spool()
    for name, value in parts:
        script = _script(name, value)
        content.update(script)
        scripts.append((name, script))
    mark = content.hexdigest()[:12]
    index = {
        "folder": mark,
        "count": len(documents),
        "blocks": [block[0] for block in blocks],
        "facets": {
            name: _column([document.facets.get(name) for document in documents])
            for name in FACETS
            if name != "keyword"
        },
    }
    for name, script in scripts:
        yield f"{mark}/{name}.js", script
    yield "index.js", _script("index", index)


def _parts(
    documents: Sequence[Document], postings: Postings, blocks: Sequence[Sequence[str]]
) -> Iterator[tuple[str, object]]:
    for number, block in enumerate(blocks):
        yield f"words-{number}", {word: postings[word].tolist() for word in block}
    for number, document in enumerate(documents):
        yield f"article-{number}", _shown(document)
    yield "spellings", " ".join(_spellings(postings, len(documents)))
    yield "keywords", _keywords(documents)


def _script(name: str, value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"digestSearch.put({json.dumps(name)},{text});\n".encode()


def _shown(document: Document) -> dict[str, object]:
    """Return what a result shows."""
    found = {
        "address": document.address,
        "title": document.title,
        "section": document.facets.get("section"),
        "outlet": document.facets.get("outlet"),
        "date": document.date,
        "day": document.day,
        "language": document.language,
        "keywords": document.keywords,
        "text": document.text,
    }
    return {key: value for key, value in found.items() if value}


def _postings(documents: Sequence[Document]) -> Postings:
    """Return where each word stands, in the words' order."""
    counts: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))  # article, count, …
    lengths: list[int] = []
    for number, document in enumerate(documents):
        text = words(document.text)
        lengths.append(len(text))
        for word, count in _weighed(document, text).items():
            counts[word].extend((number, count))
    mean = sum(lengths) / max(1, len(lengths)) or 1
    longer = [1 - _LENGTH + _LENGTH * length / mean for length in lengths]
    order = sorted(counts, key=_javascript_order)
    return {word: array("I", _encoded(counts.pop(word), longer)) for word in order}


def _javascript_order(word: str) -> bytes:
    return word.encode("utf-16-be")  # as JavaScript compares strings


def _weighed(document: Document, text: Iterable[str]) -> Counter[str]:
    counts = Counter(text)
    for part, weight in ((document.title, _TITLE), *((name, _NAME) for name in document.names)):
        for word in words(part):
            counts[word] += weight
    for word in {word for keyword in document.keywords for word in words(keyword)}:
        counts[word] += _KEYWORD
    return counts


def _encoded(counts: Sequence[int], longer: Sequence[float]) -> Iterator[int]:
    before = 0
    for number, count in zip(counts[::2], counts[1::2], strict=True):
        weight = count / longer[number]
        level = max(1, round(_LEVELS * weight / (weight + _SATURATION)))
        yield (number - before) * (_LEVELS + 1) + level
        before = number


def _blocks(postings: Postings) -> Iterator[list[str]]:
    """Yield the words of each block."""
    block: list[str] = []
    size = 0
    for word, found in postings.items():
        grown = len(word) + 4 * len(found)
        if block and size + grown > _BLOCK:
            yield block
            block, size = [], 0
        block.append(word)
        size += grown
    if block:
        yield block


def _spellings(postings: Postings, count: int) -> Iterator[str]:
    """Yield what a misspelt word may have meant; of many texts, what stands in two of them."""
    least = 1 if count < 500 else _LEAST_SHARED
    for word, found in postings.items():
        if len(found) >= least and len(word) > 3 and not any(sign.isdigit() for sign in word):
            yield word


def _column(values: Sequence[str | None]) -> dict[str, object]:
    """Return the values of a facet, and per article which of them it has (-1: none)."""
    names = sorted({value for value in values if value})
    place = {name: number for number, name in enumerate(names)}
    return {"names": names, "of": [place.get(value or "", -1) for value in values]}


def _keywords(documents: Sequence[Document]) -> dict[str, object]:
    counts = Counter(word for document in documents for word in document.keywords)
    names = sorted(word for word, count in counts.items() if count >= _LEAST_SHARED)
    place = {name: number for number, name in enumerate(names)}
    of = [[place[word] for word in document.keywords if word in place] for document in documents]
    return {"names": names, "of": of}
