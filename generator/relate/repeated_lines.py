"""Lines that a site puts on its pages, recognised because several articles have them. Pure.

In a single article, a sign-up box or a column's footer looks like the end of the text; in several
it can be recognised. A line counts if it occurs word for word in at least three articles that are
independent of each other, and if its words or its position show that it is not part of them:
sentences and headings repeat in articles, too. Near-copies and versions are not evidence.

Only the hashes of lines are kept for all articles at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from generator.article_list import heads_of
from generator.furniture import hinted, is_heading, is_note, recognised
from generator.models import Article, Block, Dropped
from generator.relate.text_features import (
    NO_LINE,
    Hash,
    Lines,
    TextFeatures,
    features_of,
    line_hash,
)
from generator.tables import load_numbers, load_patterns

REASON = "repeated in the collection"
_NAMED = 5  # other articles that are named
# Independent articles from which a line is furniture. There are few steps, so that one more article
# changes the pages of others only if a line reaches one.
_HINTED = 3  # … whose words address the reader of a site
_AT_END = 5  # … that ends the articles it is in, and says who wrote them
_LAST = 4  # … that ends them, and is not a sentence
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "repeated_lines")
_SHARE = _TUNED["share"]
_END, _START = 3, 1  # blocks from either end
_SPOKEN = 5  # words: a shorter sentence may be speech, whatever its position
_LONG = 60  # characters of a line that identifies versions of one text
_VERSIONS = 8  # articles: a run of lines that more of them have is not text of one article
_KEPT = _TUNED["kept"]
_WRITER_NOTES = Path(__file__).with_name("writer_notes.yml")
# "Mara Lindqvist is …": a note about the writer, not speech in the article.
_ABOUT = re.compile(rf"(?:[^\W\d_a-z][\w.'’-]*\s){{2,4}}{load_patterns(_WRITER_NOTES)['verbs']}\s")
_SENTENCE = tuple('.!?…。！？։؟।:;,"”’»)')


@dataclass(eq=False)
class _Evidence:
    """The evidence about a line from the articles that have it."""

    text: str
    articles: list[str] = field(default_factory=list)  # keys, in their order
    families: set[int] = field(default_factory=set)
    neighbours: set[Hash] = field(default_factory=set)
    independent: int = 0
    ending: int = 0
    beginning: int = 0

    def add(self, key: str, family: int, place: _Place) -> None:
        """Count an article that has the line."""
        self.articles.append(key)
        self.ending += place.from_end <= _END
        self.beginning += place.from_start <= _START
        beside = {place.before, place.after} - {NO_LINE}
        if beside and family not in self.families and not beside & self.neighbours:
            self.independent += 1
        self.families.add(family)
        self.neighbours |= beside

    @property
    def is_furniture(self) -> bool:
        """Return whether the line is furniture of the site."""
        if self.independent < _HINTED or is_heading(self.text):
            return False
        if recognised(self.text) or is_note(self.text):
            return True
        if hinted(self.text) and not self._may_be_speech:
            return True
        if not self._ends_articles:
            return False
        if self.text.endswith(_SENTENCE):
            return bool(_ABOUT.match(self.text)) and self.independent >= _AT_END
        return self.independent >= _LAST

    @property
    def _ends_articles(self) -> bool:
        return self.ending >= _SHARE * len(self.articles)

    @property
    def _may_be_speech(self) -> bool:
        """Return whether it is a short sentence inside articles."""
        is_short = self.text.endswith(_SENTENCE) and len(self.text.split()) <= _SPOKEN
        begins = self.beginning >= _SHARE * len(self.articles)
        return is_short and not (begins or self._ends_articles)


@dataclass(frozen=True, slots=True)
class _Place:
    """The position of a line in an article, from 1, and the nearest lines of the article's text."""

    from_start: int
    from_end: int
    before: Hash
    after: Hash


def without_repeated(
    articles: Sequence[Article], features: Sequence[TextFeatures] | None = None
) -> Iterator[tuple[int, Article]]:
    """Yield by number the articles that have furniture lines, without these lines.

    `dropped` has the lines, each with the keys of other articles that have it. An editor's own
    text and summaries are neither changed nor evidence, and no article loses most of its text.
    `features` are those of the articles.
    """
    known = features_of(articles) if features is None else features
    lines = [
        text.lines if _counts(head) else text.lines[:0]
        for head, text in zip(heads_of(articles), known, strict=True)
    ]
    repeated = _repeated(lines)
    having = [number for number, own in enumerate(lines) if not repeated.isdisjoint(own.tolist())]
    evidence = _evidence(articles, having, repeated)
    furniture = {line: seen for line, seen in evidence.items() if seen.is_furniture}
    for number in having:
        if not furniture.keys().isdisjoint(lines[number].tolist()):
            article = articles[number]
            changed = _without(article, furniture)
            if changed is not article:
                yield number, changed


def _counts(article: Article) -> bool:
    return not (article.verbatim or article.summary_only or article.draft)


def _repeated(lines: Sequence[Lines]) -> frozenset[Hash]:
    """Return the lines that occur in enough articles."""
    values, counts = np.unique(np.concatenate([np.zeros(0, np.uint64), *lines]), return_counts=True)
    return frozenset(values[counts >= _HINTED].tolist()) - {NO_LINE}


def _evidence(
    articles: Sequence[Article], having: Sequence[int], repeated: frozenset[Hash]
) -> dict[Hash, _Evidence]:
    """Return the evidence on each repeated line; `having` are the numbers of articles with one."""
    families = _families(articles, having, repeated)
    evidence: dict[Hash, _Evidence] = {}
    for number in having:
        article = articles[number]
        hashes = [line_hash(block.text) for block in article.blocks]
        for at, place in _places(hashes, repeated).items():
            seen = evidence.setdefault(hashes[at], _Evidence(article.blocks[at].text))
            seen.add(article.key, families.get(number, number), place)
    return evidence


def _places(hashes: Sequence[Hash], repeated: frozenset[Hash]) -> dict[int, _Place]:
    """Return the positions of the repeated lines, each once, by the index of its last one."""
    before, own = [NO_LINE], NO_LINE
    for line in hashes:
        own = own if line in repeated or line == NO_LINE else line
        before.append(own)
    found: dict[Hash, tuple[int, _Place]] = {}
    after = NO_LINE
    for at in range(len(hashes) - 1, -1, -1):
        if hashes[at] not in repeated:
            after = hashes[at] or after
        elif hashes[at] not in found:
            place = _Place(at + 1, len(hashes) - at, before[at], after)
            found[hashes[at]] = (at, place)
    return dict(found.values())


def _families(
    articles: Sequence[Article], having: Sequence[int], repeated: frozenset[Hash]
) -> dict[int, int]:
    """Return for each article that is a version of another the number of its family's first.

    Versions have a run of two long lines in common that only few articles have.
    """
    runs: dict[tuple[Hash, Hash], list[int]] = {}
    for number in having:
        for run in _runs(articles[number].blocks, repeated):
            runs.setdefault(run, []).append(number)
    first: dict[int, int] = {}
    for numbers in runs.values():
        if 1 < len(numbers) <= _VERSIONS:
            least = min(_first(first, number) for number in numbers)
            for number in numbers:
                first[_first(first, number)] = least
    return {number: _first(first, number) for number in first}


def _first(known: dict[int, int], number: int) -> int:
    while known.get(number, number) != number:
        number = known[number]
    return number


def _runs(blocks: Sequence[Block], repeated: frozenset[Hash]) -> set[tuple[Hash, Hash]]:
    long = [line_hash(block.text) for block in blocks if len(block.text) >= _LONG]
    return {
        (first, other) for first, other in pairwise(long) if first in repeated and other in repeated
    }


def _is_most(lines: Iterable[int], article: Article) -> bool:
    """Return whether lines are too large a part of an article to be furniture."""
    size = sum(len(block.text) for block in article.blocks)
    return sum(len(article.blocks[at].text) for at in lines) > (1 - _KEPT) * size


def _without(article: Article, furniture: dict[Hash, _Evidence]) -> Article:
    found = {
        at: furniture[line]
        for at, line in enumerate(line_hash(block.text) for block in article.blocks)
        if line in furniture
    }
    if not found or _is_most(found, article):
        return article
    numbers = _numbers(article)
    dropped = [
        Dropped(numbers[at], article.blocks[at].text, REASON, _others(seen, article.key))
        for at, seen in found.items()
    ]
    return replace(
        article,
        blocks=tuple(block for at, block in enumerate(article.blocks) if at not in found),
        dropped=tuple(sorted((*article.dropped, *dropped), key=lambda item: item.line)),
    )


def _others(evidence: _Evidence, key: str) -> tuple[str, ...]:
    """Return the first of the other articles that have a line."""
    return tuple(other for other in evidence.articles[: _NAMED + 1] if other != key)[:_NAMED]


def _numbers(article: Article) -> list[int]:
    """Return the line number of each block: from its reader, else counted with the dropped ones."""
    if all(block.line for block in article.blocks):
        return [block.line for block in article.blocks]
    dropped = {item.line for item in article.dropped}
    numbers, number = [], 0
    for _ in article.blocks:
        number += 1
        while number in dropped:
            number += 1
        numbers.append(number)
    return numbers
