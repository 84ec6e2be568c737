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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from generator.run.file_hashes import sha256
from generator.site.search.columns import Columns, most_frequent
from generator.site.search.document import Document, Listing, year_of
from generator.site.search.edited_postings import Changes, EditedPostings, Mismatch, Words
from generator.site.search.last_index import Kept, LastIndex, Month, version
from generator.site.search.parts import Part, as_json, hashed, part, script
from generator.site.search.postings import Postings, Size, grouped, least_shared

FOLDER = "search"
RECORDS = 32  # documents in a file
_EDITED = 0.1  # share of the documents; if more have changed, all words are counted again
Former = Callable[[str], "Document | None"]


class IndexFile(NamedTuple):
    """A file of the index; without data, the file of the last index is reused."""

    name: str
    data: bytes | None


@dataclass(frozen=True)
class _Blocks:
    """The blocks of words by their first word: names of reused blocks, or new parts."""

    blocks: Sequence[tuple[str, str | Part]]
    spread: int
    size: Size
    spellings: str

    def names(self) -> list[tuple[str, str]]:
        """Return first word and name of each block."""
        return [
            (start, found.name if isinstance(found, Part) else found)
            for start, found in self.blocks
        ]


@dataclass
class _Months:
    """The parts of the index that are made month by month, from the last index if unchanged."""

    last: LastIndex | None
    postings: Postings | None  # None: words need not be counted
    months: list[Month] = field(default_factory=list)
    years: defaultdict[str, Columns] = field(default_factory=lambda: defaultdict(Columns))

    def __post_init__(self) -> None:
        """Find the months of the last index, and where each begins in the columns of its year."""
        self._known: dict[int, tuple[Month, int]] = {}
        sizes: Counter[str] = Counter()
        for month in self.last.kept.months if self.last else ():
            year = year_of(month.period)
            self._known[month.period] = month, sizes[year]
            sizes[year] += len(month.documents)
        self._columns: dict[str, Mapping[str, Any]] = {}

    def add(self, period: int, listings: Sequence[Listing]) -> Iterator[Part | str]:
        """Add the documents of a month; yield the parts with their results, or the files' names."""
        documents = tuple((listing.key, listing.source) for listing in listings)
        known, start = self._known.get(period, (None, 0))
        year = year_of(period)
        found = self._counted(period, listings)
        if self.last and known and tuple(map(tuple, known.documents)) == documents:
            self.years[year].take(self._last_columns(self.last, year), start, len(documents))
            self.months.append(known)
            for number in range(-(-len(documents) // RECORDS)):
                yield f"articles/{known.name}-{number}.js"
            return
        found = found or [listing.read() for listing in listings]
        self.years[year].add(found)
        name, parts = _records(found)
        self.months.append(Month(period, documents, name))
        yield from parts

    def _counted(self, period: int, listings: Sequence[Listing]) -> list[Document]:
        """Return the documents of a month, their words counted; none if that is not needed."""
        if self.postings is None:
            return []
        found = [listing.read() for listing in listings]
        for place, document in enumerate(found):
            self.postings.add(period, place, document.levels)
        return found

    def _last_columns(self, last: LastIndex, year: str) -> Mapping[str, Any]:
        if year not in self._columns:
            self._columns[year] = last.facets(year)
        return self._columns[year]

    def overview(self) -> dict[str, object]:
        """Return the months, the number of documents in each, and the names of their parts."""
        return {
            "periods": [month.period for month in self.months],
            "counts": [len(month.documents) for month in self.months],
            "articles": "".join(month.name for month in self.months),
        }


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

    With `last`, only what has changed since is made; the result is equal. `former` returns the
    document of a source in the last index, None if it is no longer known.
    """
    files = _Files(last.kept.files if last else {})
    oldest = listings[::-1]
    edited = last and _edited(oldest, last, former)
    postings = None if edited else Postings()
    months = _Months(last, postings)
    for period, group in groupby(oldest, key=lambda listing: listing.period):
        yield from map(files.of, months.add(period, list(group)))
    found = edited or _indexed(postings or Postings())
    for _, block in found.blocks:
        yield files.of(block if isinstance(block, Part) else f"words/{block}.js")
    names = found.names()
    groups = [(group[0][0], _group(group)) for group in grouped(names, found.spread)]
    yield from (files.of(group) for _, group in groups)
    spellings = part("spellings", found.spellings)
    yield files.of(spellings)
    years = {year: part("years", facets.as_data()) for year, facets in months.years.items()}
    yield from map(files.of, years.values())
    year_names = {year: facets.name for year, facets in years.items()}
    overview = {
        "count": len(listings),
        "records": RECORDS,
        **months.overview(),
        "starts": " ".join(start for start, _ in groups),
        "blocks": "".join(group.name for _, group in groups),
        "years": year_names,
        "spellings": spellings.name,
        "totals": _totals(months.years.values()),
    }
    yield IndexFile("index.js", script("index", as_json(overview)))
    if last:
        last.keep(
            Kept(
                version(),
                months.months,
                year_names,
                names,
                found.spread,
                found.size,
                found.spellings,
                files.digests,
            )
        )


def _indexed(postings: Postings) -> _Blocks:
    """Return the blocks of an index whose words were counted in all documents."""
    index = postings.finish()
    size = index.size()
    spread = size.spread()
    blocks = [(block.start, part("words", index.postings(block))) for block in index.blocks(spread)]
    return _Blocks(blocks, spread, size, " ".join(index.spellings()))


def _placed(oldest: Iterable[Listing]) -> Iterator[tuple[int, int, Listing]]:
    """Yield documents with their months and their numbers there."""
    for period, group in groupby(oldest, key=lambda listing: listing.period):
        for place, listing in enumerate(group):
            yield period, place, listing


def _edited(oldest: Sequence[Listing], last: LastIndex, former: Former) -> _Blocks | None:
    """Return the blocks of the last index, edited; None if all words have to be counted."""
    kept = last.kept
    before = sum(len(month.documents) for month in kept.months)
    changes = _changes(oldest, kept.months, former, most=int(_EDITED * before))
    if changes is None or least_shared(before) != least_shared(len(oldest)):
        return None
    edited = EditedPostings(
        list(kept.blocks),
        kept.size,
        kept.spellings.split(),
        last.words,
    )
    try:
        edited.apply(changes, len(oldest), kept.spread)
    except Mismatch:
        return None
    if edited.size.spread() != kept.spread:
        return None
    blocks = [(start, _part(words)) for start, words in edited.blocks]
    return _Blocks(blocks, kept.spread, edited.size, " ".join(edited.spellings))


def _part(words: str | Words) -> str | Part:
    return words if isinstance(words, str) else part("words", words)


def _changes(
    oldest: Iterable[Listing], months: Iterable[Month], former: Former, most: int
) -> Changes | None:
    """Return how the postings change; None for more than `most` documents, or an unknown one."""
    before = {
        key: (month.period, place, source)
        for month in months
        for place, (key, source) in enumerate(month.documents)
    }
    after = {listing.key: (period, place, listing) for period, place, listing in _placed(oldest)}
    now = {key: (period, place, listing.source) for key, (period, place, listing) in after.items()}
    changed = [key for key in {**before, **now} if before.get(key) != now.get(key)]
    if len(changed) > most:
        return None
    changes = Changes()
    for key in changed:
        old, new = before.get(key), after.get(key)
        gone = former(old[2]) if old else None
        if old and gone is None:
            return None
        changes.note(
            (old[:2], gone.levels) if old and gone else None,
            (new[:2], new[2].read().levels) if new else None,
        )
    return changes


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
