"""The search index: files that the search page loads on demand.

It is an inverted index in blocks of words; as in Pagefind, a query loads the blocks that contain
its words. Results and facets are in parts by year. Adding a document changes the facets of its
year, the results from there to the end of the year, the blocks of its words, and `index.js`; all
other files stay unchanged.

| file | contents |
|---|---|
| `index.js` | names of the parts, most frequent values of the facets |
| `blocks/` | names and first words of some consecutive blocks |
| `words/` | blocks of words with their postings (`posting_encoding.py`) |
| `articles/` | data of results by year, `RECORDS` documents in a file |
| `years/` | the facets of a year's documents (`columns.py`) |
| `spellings/` | all words that may correct a misspelt one |
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from generator.run.file_hashes import sha256
from generator.site.search.columns import Columns, most_frequent
from generator.site.search.document import Document, Listing, year_of
from generator.site.search.last_index import Kept, LastIndex, Month, version
from generator.site.search.parts import NAME_LENGTH, Part, as_json, part, script
from generator.site.search.postings import Postings, grouped
from generator.site.search.word_blocks import Former, counted, edited

FOLDER = "search"
RECORDS = 32  # documents in a file


class IndexFile(NamedTuple):
    """A file of the index; without data, the file of the last index is reused."""

    name: str
    data: bytes | None


@dataclass
class _Years:
    """The results and facets of the index, made from the last index where they are the same."""

    last: LastIndex | None
    postings: Postings | None  # None: words need not be counted
    facets: dict[str, Columns] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)  # names of the parts, one after another
    _places: Counter[int] = field(default_factory=Counter)  # of the next document of each month

    def parts(self, oldest: Iterable[Listing]) -> Iterator[Part | str]:
        """Yield the parts with the results of all documents, or the files' names."""
        for year, group in groupby(oldest, key=lambda listing: year_of(listing.period)):
            yield from self._add(year, list(group))

    def _add(self, year: str, listings: Sequence[Listing]) -> Iterator[Part | str]:
        """Add the documents of a year; yield the parts with their results, or the files' names."""
        known, former = self._of_last(year)
        names = list[str]()
        columns = self.facets[year] = Columns()
        for start in range(0, len(listings), RECORDS):
            some = listings[start : start + RECORDS]
            same = known[start : start + RECORDS] == [_identity(listing) for listing in some]
            documents = self._read(some) if self.postings or not same else []
            if self.last and same:
                columns.take(former, start, len(some))
                names.append(self._name(self.last, year, start))
                yield f"articles/{names[-1]}.js"
            else:
                columns.add(documents)
                found = part("articles", [_record(document) for document in documents])
                names.append(found.name)
                yield found
        self.results[year] = "".join(names)

    def _of_last(self, year: str) -> tuple[list[tuple[str, str]], Mapping[str, Any]]:
        """Return the documents that the last index has of a year, and the data of their facets."""
        if not self.last or year not in self.last.kept.years:
            return [], {}
        months = (month for month in self.last.kept.months if year_of(month.period) == year)
        known = [(key, source) for month in months for key, source in month.documents]
        return known, self.last.facets(year)

    def _read(self, listings: Sequence[Listing]) -> list[Document]:
        """Return documents, their words counted if that is needed."""
        documents = [listing.read() for listing in listings]
        if self.postings:
            for listing, document in zip(listings, documents, strict=True):
                self.postings.add(listing.period, self._places[listing.period], document.levels)
                self._places[listing.period] += 1
        return documents

    @staticmethod
    def _name(last: LastIndex, year: str, start: int) -> str:
        at = start // RECORDS * NAME_LENGTH
        return last.kept.results[year][at : at + NAME_LENGTH]


@dataclass
class _Files:
    """The files of an index: `known` and `digests` are the hashes of the last one and of this."""

    known: Mapping[str, str]
    digests: dict[str, str] = field(default_factory=dict)

    def of(self, found: Part | str) -> IndexFile:
        """Return a file by what it contains, or by its name; one of the last index without data."""
        name = found if isinstance(found, str) else found.file
        data = None if isinstance(found, str) or name in self.known else found.script
        self.digests[name] = self.known[name] if data is None else sha256(data)
        return IndexFile(name, data)


def index_files(
    listings: Sequence[Listing], last: LastIndex | None = None, former: Former = lambda _: None
) -> Iterator[IndexFile]:
    """Yield the files of the index; `listings` are its documents, newest first, undated last.

    With `last`, only what has changed since is made; the result is equal.
    """
    files = _Files(last.kept.files if last else {})
    oldest = listings[::-1]
    reused = last and edited(oldest, last, former)
    postings = None if reused else Postings()
    years = _Years(last, postings)
    yield from map(files.of, years.parts(oldest))
    words = reused or counted(postings or Postings())
    names = words.names()
    groups = list(grouped(names, words.spread))
    blocks = [_group(group) for group in groups]
    spellings = part("spellings", words.spellings)
    facets = {year: part("years", columns.as_data()) for year, columns in years.facets.items()}
    yield from map(files.of, (*words.files(), *blocks, spellings, *facets.values()))
    facet_names = {year: found.name for year, found in facets.items()}
    months = _months(oldest)
    overview = {
        **_counts(months),
        "records": RECORDS,
        "articles": years.results,
        "starts": " ".join(group[0][0] for group in groups),
        "blocks": "".join(block.name for block in blocks),
        "years": facet_names,
        "spellings": spellings.name,
        "totals": _totals(years.facets.values()),
    }
    yield IndexFile("index.js", script("index", as_json(overview)))
    if last:
        last.keep(
            Kept(
                version(),
                months,
                facet_names,
                years.results,
                names,
                words.spread,
                words.size,
                words.spellings,
                files.digests,
            )
        )


def _months(oldest: Iterable[Listing]) -> list[Month]:
    """Return the months of the documents, oldest first."""
    return [
        Month(period, tuple(map(_identity, group)))
        for period, group in groupby(oldest, key=lambda listing: listing.period)
    ]


def _counts(months: Sequence[Month]) -> dict[str, object]:
    """Return the number of documents, in all and by month."""
    counts = [len(month.documents) for month in months]
    return {
        "count": sum(counts),
        "periods": [month.period for month in months],
        "counts": counts,
    }


def _identity(listing: Listing) -> tuple[str, str]:
    return listing.key, listing.source


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
