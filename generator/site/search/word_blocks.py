"""The blocks of words of the search index: counted in all documents, or edited in the last index.

Only the words of documents that have changed are decoded and edited. Pure, but for `LastIndex`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.site.search.document import Document, Listing
from generator.site.search.edited_postings import Changes, EditedPostings, Mismatch, Place, Words
from generator.site.search.last_index import LastIndex, Month
from generator.site.search.parts import Part, part
from generator.site.search.postings import Postings, Size, least_shared

Former = Callable[[str], "Document | None"]
"""Returns the document of a source in the last index, None if it is no longer known."""

_EDITED = 0.1  # share of the documents; if more have changed, all words are counted again


@dataclass(frozen=True)
class WordBlocks:
    """The blocks by their first word: names of reused blocks, or new parts."""

    blocks: Sequence[tuple[str, str | Part]]
    spread: int
    size: Size
    spellings: str

    def files(self) -> Iterator[Part | str]:
        """Yield each block, or the name of its file."""
        for _, block in self.blocks:
            yield block if isinstance(block, Part) else f"words/{block}.js"

    def names(self) -> list[tuple[str, str]]:
        """Return first word and name of each block."""
        return [
            (start, found.name if isinstance(found, Part) else found)
            for start, found in self.blocks
        ]


def counted(postings: Postings) -> WordBlocks:
    """Return the blocks of an index whose words were counted in all documents."""
    index = postings.finish()
    size = index.size()
    spread = size.spread()
    blocks = [(block.start, part("words", index.postings(block))) for block in index.blocks(spread)]
    return WordBlocks(blocks, spread, size, " ".join(index.spellings()))


def edited(oldest: Sequence[Listing], last: LastIndex, former: Former) -> WordBlocks | None:
    """Return the blocks of the last index, edited; None if all words have to be counted."""
    kept = last.kept
    before = sum(len(month.documents) for month in kept.months)
    changes = _changes(oldest, kept.months, former, most=int(_EDITED * before))
    if changes is None or least_shared(before) != least_shared(len(oldest)):
        return None
    postings = EditedPostings(list(kept.blocks), kept.size, kept.spellings.split(), last.words)
    try:
        postings.apply(changes, len(oldest), kept.spread)
    except Mismatch:
        return None
    if postings.size.spread() != kept.spread:
        return None
    blocks = [(start, _part(words)) for start, words in postings.blocks]
    return WordBlocks(blocks, kept.spread, postings.size, " ".join(postings.spellings))


def _part(words: str | Words) -> str | Part:
    return words if isinstance(words, str) else part("words", words)


def _changes(
    oldest: Iterable[Listing], months: Iterable[Month], former: Former, most: int
) -> Changes | None:
    """Return how the postings change; None for more than `most` documents, or an unknown one."""
    before, after = _of_last(months), _placed(oldest)
    now = {key: (place, listing.source) for key, (place, listing) in after.items()}
    changed = [key for key in {**before, **now} if before.get(key) != now.get(key)]
    if len(changed) > most:
        return None
    gone = {key: former(before[key][1]) for key in changed if key in before}
    if None in gone.values():
        return None
    changes = Changes()
    for key in changed:
        old = gone.get(key)
        changes.note(
            (before[key][0], old.levels) if old else None,
            (after[key][0], after[key][1].read().levels) if key in after else None,
        )
    return changes


def _of_last(months: Iterable[Month]) -> Mapping[str, tuple[Place, str]]:
    """Return by key the place of each document of the last index, and its source."""
    return {
        key: ((month.period, number), source)
        for month in months
        for number, (key, source) in enumerate(month.documents)
    }


def _placed(oldest: Iterable[Listing]) -> Mapping[str, tuple[Place, Listing]]:
    """Return the documents with their places, by key."""
    return {
        listing.key: ((period, number), listing)
        for period, group in groupby(oldest, key=lambda listing: listing.period)
        for number, listing in enumerate(group)
    }
