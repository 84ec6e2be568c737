"""The search index: files that the search page loads as it needs them. Pure.

It is an inverted index in blocks of words; a query loads the blocks that its words are in, as
Pagefind does. Results and facets are in parts by month and by year. A document that is added
changes the part of its month and that of its year, the blocks of its words, and `index.js`; all
other files stay as they are.

| file | what it holds |
|---|---|
| `index.js` | names of all parts, first words of the blocks, most frequent values of the facets |
| `words/` | blocks of words with their postings (`postings.py`) |
| `articles/` | what results show, month by month, `RECORDS` documents in a file |
| `years/` | the facets of a year's documents (`columns.py`) |
| `spellings/` | all words that a misspelt one may have meant |
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.site.search.columns import Columns, most_frequent
from generator.site.search.document import Document, year_of
from generator.site.search.parts import Part, as_json, hashed, part, script
from generator.site.search.postings import Postings

FOLDER = "search"
RECORDS = 32


def index_files(documents: Sequence[Document]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the index with their names; `documents` newest first, undated last."""
    postings = Postings()
    years: defaultdict[str, Columns] = defaultdict(Columns)
    periods, counts, versions = [], [], []
    for period, group in groupby(reversed(documents), key=lambda document: document.period):
        month = list(group)
        postings.add(month)
        years[year_of(period)].add(month)
        version, parts = _records(month)
        yield from ((record.file, record.script) for record in parts)
        periods.append(period)
        counts.append(len(month))
        versions.append(version)
    starts, names = [], []
    for block in postings.blocks():
        words = part("words", block)
        yield words.file, words.script
        starts.append(next(iter(block)))
        names.append(words.name)
    spellings = part("spellings", " ".join(postings.spellings()))
    yield spellings.file, spellings.script
    totals: defaultdict[str, Counter[str]] = defaultdict(Counter)
    columns = {}
    for year, found in years.items():
        facets = part("years", found.as_data())
        yield facets.file, facets.script
        columns[year] = facets.name
        for name, numbers in found.totals().items():
            totals[name].update(numbers)
    index = {
        "count": len(documents),
        "records": RECORDS,
        "periods": periods,
        "counts": counts,
        "articles": "".join(versions),
        "starts": " ".join(starts),
        "words": "".join(names),
        "years": columns,
        "spellings": spellings.name,
        "totals": most_frequent(totals),
    }
    yield "index.js", script("index", as_json(index))


def _records(documents: Sequence[Document]) -> tuple[str, list[Part]]:
    """Return the parts with the results of one month, and the name that they share."""
    found = [
        as_json([_record(document) for document in documents[start : start + RECORDS]])
        for start in range(0, len(documents), RECORDS)
    ]
    version = hashed(found)
    parts = [Part("articles", f"{version}-{number}", data) for number, data in enumerate(found)]
    return version, parts


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
