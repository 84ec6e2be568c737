"""The search index: files that the search page loads on demand.

It is an inverted index in blocks of words; as in Pagefind, a query loads the blocks that contain
its words. Results and facets are in parts by month and by year. Adding a document changes the part
of its month and that of its year, the blocks of its words, and `index.js`; all other files stay
unchanged.

| file | contents |
|---|---|
| `index.js` | names of the parts, most frequent values of the facets |
| `blocks/` | names and first words of some consecutive blocks |
| `words/` | blocks of words with their postings (`posting_encoding.py`) |
| `articles/` | data of results by month, `RECORDS` documents in a file |
| `years/` | the facets of a year's documents (`columns.py`) |
| `spellings/` | all words that may correct a misspelt one |
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import NamedTuple

import numpy as np

from generator.site.search.columns import Columns, most_frequent
from generator.site.search.document import Document, year_of
from generator.site.search.last_index import Kept, LastIndex, version
from generator.site.search.parts import Part, as_json, hashed, part, script
from generator.site.search.postings import Index, Postings, grouped

FOLDER = "search"
RECORDS = 32  # documents in a file


class IndexFile(NamedTuple):
    """A file of the index; without data, the file of the last index is reused."""

    name: str
    data: bytes | None


@dataclass
class _Months:
    """The parts of the index that are made month by month; `known` are the last index's digests."""

    known: Mapping[str, str]
    postings: Postings = field(default_factory=Postings)
    kept: dict[str, int] = field(default_factory=dict)  # documents whose postings are reused
    years: defaultdict[str, Columns] = field(default_factory=lambda: defaultdict(Columns))
    digests: list[tuple[str, str]] = field(default_factory=list)
    periods: list[tuple[int, int]] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)

    def add(self, period: int, documents: Sequence[Document]) -> Sequence[Part]:
        """Add the documents of a month; return the parts with their results."""
        for place, document in enumerate(documents):
            number, digest = self.postings.number(period, place), document.digest
            self.digests.append((document.key, digest))
            if self.known.get(document.key) == digest:
                self.kept[document.key] = number
            else:
                self.postings.add(number, document)
        self.years[year_of(period)].add(documents)
        name, parts = _records(documents)
        self.periods.append((period, len(documents)))
        self.versions.append(name)
        return parts

    def overview(self) -> dict[str, object]:
        """Return the months, the number of documents in each, and the names of their parts."""
        return {
            "periods": [period for period, _ in self.periods],
            "counts": [count for _, count in self.periods],
            "articles": "".join(self.versions),
        }


def index_files(
    documents: Sequence[Document], last: LastIndex | None = None
) -> Iterator[IndexFile]:
    """Yield the files of the index; `documents` newest first, undated last.

    With `last`, words are counted only in documents that it does not contain; the result is equal.
    """
    months = _Months(last.digests() if last else {})
    for period, group in groupby(reversed(documents), key=lambda document: document.period):
        yield from map(_file, months.add(period, list(group)))
    if last:
        _take_over(last, months.kept, months.postings)
    index = months.postings.finish()
    spread = index.spread()
    blocks = []
    for start, name, words in _blocks(index, spread, last):
        yield IndexFile(f"words/{name}.js", words.script if words else None)
        blocks.append((start, name))
    groups = [(group[0][0], _group(group)) for group in grouped(blocks, spread)]
    yield from (_file(group) for _, group in groups)
    spellings = part("spellings", " ".join(index.spellings()))
    yield _file(spellings)
    years = {year: part("years", found.as_data()) for year, found in months.years.items()}
    yield from map(_file, years.values())
    overview = {
        "count": len(documents),
        "records": RECORDS,
        **months.overview(),
        "starts": " ".join(start for start, _ in groups),
        "blocks": "".join(group.name for _, group in groups),
        "years": {year: facets.name for year, facets in years.items()},
        "spellings": spellings.name,
        "totals": _totals(months.years.values()),
    }
    yield IndexFile("index.js", script("index", as_json(overview)))
    if last:
        last.keep(Kept(version(), months.digests, months.periods, blocks, spread))


def _file(found: Part) -> IndexFile:
    return IndexFile(found.file, found.script)


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
    """Return a part with the first words and the names of some blocks."""
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
    """Return the data of a result, without the text if the page's JSON file contains it."""
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
