"""The search index: files that the search page loads as it needs them.

It is an inverted index in blocks of words; a query loads the blocks that its words are in, as
Pagefind does. Results and facets are in parts by month and by year. A document that is added
changes the part of its month and that of its year, the blocks of its words, and `index.js`; all
other files stay as they are.

| file | what it holds |
|---|---|
| `index.js` | names of the parts, most frequent values of the facets |
| `blocks/` | names and first words of some blocks that follow each other |
| `words/` | blocks of words with their postings (`coding.py`) |
| `articles/` | what results show, month by month, `RECORDS` documents in a file |
| `years/` | the facets of a year's documents (`columns.py`) |
| `spellings/` | all words that a misspelt one may have meant |
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

import numpy as np

from generator.site.search.columns import Columns, most_frequent
from generator.site.search.document import Document, year_of
from generator.site.search.last_index import Kept, LastIndex, version
from generator.site.search.parts import Part, as_json, hashed, part, script
from generator.site.search.postings import Index, Postings, grouped

FOLDER = "search"
RECORDS = 32


class IndexFile(NamedTuple):
    """A file of the index; without data, it is that of the last index."""

    name: str
    data: bytes | None


def index_files(
    documents: Sequence[Document], last: LastIndex | None = None
) -> Iterator[IndexFile]:
    """Yield the files of the index; `documents` newest first, undated last.

    With `last`, words are counted only in documents that it does not have. The files are the same.
    """
    postings = Postings()
    known = last.digests() if last else {}
    now: dict[str, int] = {}  # numbers of documents whose postings are taken over
    years: defaultdict[str, Columns] = defaultdict(Columns)
    digests, periods, versions = [], [], []
    for period, group in groupby(reversed(documents), key=lambda document: document.period):
        month = list(group)
        for place, document in enumerate(month):
            number, digest = postings.number(period, place), document.digest
            digests.append((document.key, digest))
            if known.get(document.key) == digest:
                now[document.key] = number
            else:
                postings.add(number, document)
        years[year_of(period)].add(month)
        name, parts = _records(month)
        yield from (IndexFile(record.file, record.script) for record in parts)
        periods.append((period, len(month)))
        versions.append(name)
    if last:
        _take_over(last, now, postings)
    index = postings.finish()
    spread = index.spread()
    blocks = []
    for start, name, words in _blocks(index, spread, last):
        yield IndexFile(f"words/{name}.js", words.script if words else None)
        blocks.append((start, name))
    groups = [(group[0][0], _group(group)) for group in grouped(blocks, spread)]
    yield from (IndexFile(group.file, group.script) for _, group in groups)
    spellings = part("spellings", " ".join(index.spellings()))
    yield IndexFile(spellings.file, spellings.script)
    columns = {year: part("years", found.as_data()) for year, found in years.items()}
    yield from (IndexFile(facets.file, facets.script) for facets in columns.values())
    overview = {
        "count": len(documents),
        "records": RECORDS,
        "periods": [period for period, _ in periods],
        "counts": [count for _, count in periods],
        "articles": "".join(versions),
        "starts": " ".join(start for start, _ in groups),
        "blocks": "".join(group.name for _, group in groups),
        "years": {year: facets.name for year, facets in columns.items()},
        "spellings": spellings.name,
        "totals": _totals(years.values()),
    }
    yield IndexFile("index.js", script("index", as_json(overview)))
    if last:
        last.keep(Kept(version(), digests, periods, blocks, spread))


def _take_over(last: LastIndex, now: dict[str, int], postings: Postings) -> None:
    """Add the postings of documents that have not changed since the last index."""
    numbers = np.array([now.get(key, -1) for key, _ in last.kept.documents], np.int64)
    periods, starts = last.periods()
    for block in last.blocks():
        postings.add_last(block, periods, starts, numbers)


def _blocks(
    index: Index, spread: int, last: LastIndex | None
) -> Iterator[tuple[str, str, Part | None]]:
    """Yield first word and name of each block, and its part unless the last index has it."""
    names = last.names() if last and last.kept.spread == spread else {}
    blocks = list(index.blocks(spread))
    for block, after in zip_longest(blocks, blocks[1:]):
        name = None if block.touched else names.get((block.start, after.start if after else ""))
        if name:
            yield block.start, name, None
        else:
            words = part("words", index.postings(block))
            yield block.start, words.name, words


def _group(blocks: Sequence[tuple[str, str]]) -> Part:
    """Return the part with the first words and the names of some blocks."""
    starts = " ".join(start for start, _ in blocks)
    return part("blocks", {"starts": starts, "words": "".join(name for _, name in blocks)})


def _totals(years: Iterable[Columns]) -> dict[str, object]:
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in years:
        for name, numbers in found.totals().items():
            totals[name].update(numbers)
    return most_frequent(totals)


def _records(documents: Sequence[Document]) -> tuple[str, list[Part]]:
    """Return the parts with the results of one month, and the name that they share."""
    found = [
        as_json([_record(document) for document in documents[start : start + RECORDS]])
        for start in range(0, len(documents), RECORDS)
    ]
    name = hashed(found)
    return name, [Part("articles", f"{name}-{number}", data) for number, data in enumerate(found)]


def _record(document: Document) -> dict[str, object]:
    """Return what a result shows. A text that the page's JSON file holds is fetched from there."""
    record = {
        "address": document.address,
        "title": document.title,
        "section": document.facets.get("section"),
        "outlet": document.facets.get("outlet"),
        "date": document.date,
        "day": document.day,
        "language": document.language,
        "keywords": document.keywords,
        "shared": document.shared,
        "text": "" if document.twin else document.text,
    }
    return {key: value for key, value in record.items() if value}
