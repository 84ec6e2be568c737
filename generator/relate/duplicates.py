"""Copies of one article in several files, found without comparing all pairs.

Articles are compared by their shingles of five words: MinHash (`minhash`) proposes pairs, the exact
Jaccard similarity decides.

Related articles and stories use another index (`similarity`), because the question differs.
Copies are merged before articles are analysed, so that none is analysed twice or counted as a
second article, and that index is made of the analyses. It compares which words articles share: two
reports of one event are close, and so are a copy and a rewriting. Shingles compare their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

import numpy as np

from generator.article_list import heads_of
from generator.corrections import corrected, corrections
from generator.models import Article, Copy, Problem
from generator.relate.minhash import Hashes, candidate_groups
from generator.relate.shingles import jaccard
from generator.relate.text_features import TextFeatures, features_of
from generator.relate.versions import Newest
from generator.tables import load_numbers

CODE = "near-copy"
# Two reports of one event that quote the same statements are below this, the same agency text with
# another first or last paragraph is above it.
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "duplicates")
_SAME = _TUNED["same"]

# Fields that an article takes from its copies if it lacks them, and what these must share with it.
_TAKEN = {"section": _SAME, "authors": 1.0, "outlet": 1.0}
_NAMES = {"title": "title", "section": "section", "authors": "byline", "outlet": "outlet"}

_FIGURES = 3  # numbers of a text that make it a report of figures


@dataclass(frozen=True, slots=True)
class _Head:
    """An article without its text and doubts, the text's length, and the article's number."""

    article: Article
    length: int
    number: int
    corrected: bool

    @classmethod
    def of(cls, article: Article, length: int, number: int) -> _Head:
        """Return the part of an article that is kept in memory."""
        wrong = tuple(problem for problem in article.problems if problem.level != "doubt")
        bare = replace(article, blocks=(), dropped=(), origins={}, problems=wrong)
        # `digest add` writes the address from which it was fetched, not the editor.
        return cls(bare, length, number, bool(corrections(article).keys() - {"url"}))


@dataclass(eq=False)
class _Kept:
    """An article that is kept, its number, and its copies with their similarity."""

    head: _Head
    place: int
    copies: list[tuple[Article, float]] = field(default_factory=list)


def merge_copies(
    articles: Sequence[Article], features: Sequence[TextFeatures] | None = None
) -> Iterator[tuple[int, Article | None]]:
    """Yield the changes: index and article of each that has copies; None for each copy.

    The copy that the editor corrected is kept, otherwise the earliest, then the fullest, then the
    one with the smallest key; it names its copies. A doubt (`near-copy`) on it names each other
    file. Of an entry that several exports of one feed contain, the newest version is kept, without
    a message. Drafts are neither merged nor compared. `features` are those of the articles.
    """
    newest = Newest.of(articles)
    kept = {found.head.article.key: found.copies for found in _kept(newest, features)}
    for number, head in enumerate(newest.heads()):
        if head is None or not (head.draft or head.key in kept):
            yield number, None
        elif kept.get(head.key) or number in newest.lasting:
            yield number, _named(newest.article(number), kept.get(head.key, ()))


def mark_copies(
    articles: Sequence[Article], features: Sequence[TextFeatures] | None = None
) -> Iterator[tuple[int, Article]]:
    """Yield index and article of each copy, with a doubt that names the one that a build keeps."""
    doubts = {
        copy.key: Problem(copy.key, "doubt", f"{kept.head.article.key} has {_alike(share)}.", CODE)
        for kept in _kept(Newest.of(articles), features)
        for copy, share in kept.copies
        if CODE not in copy.settled
    }
    for number, head in enumerate(heads_of(articles)):
        if doubt := doubts.get(head.key):
            article = articles[number]
            yield number, replace(article, problems=(*article.problems, doubt))


def _kept(newest: Newest, features: Sequence[TextFeatures] | None) -> list[_Kept]:
    known = features_of(newest.articles) if features is None else features
    changed = {number: TextFeatures.of(newest.article(number)) for number in newest.lasting}
    heads: list[_Head] = []
    signatures: dict[int, Hashes] = {}
    for number, (head, text) in enumerate(zip(newest.heads(), known, strict=True)):
        if head is not None and not head.draft:
            own = changed.get(number, text)
            heads.append(_Head.of(head, own.length, number))
            signatures[number] = own.signature
    index = _Index(signatures, lambda number: changed.get(number) or known[number])
    for found in sorted(heads, key=_preference):
        index.add(found)
    return list(index.kept.values())


class _Index:
    """The articles kept so far, by number, with an index of their candidate copies.

    `signatures` are those of all articles; `text_of` returns the features of one.
    """

    def __init__(
        self, signatures: Mapping[int, Hashes], text_of: Callable[[int], TextFeatures]
    ) -> None:
        self.kept: dict[int, _Kept] = {}
        self._text_of = text_of
        self._groups = candidate_groups(signatures)

    def add(self, head: _Head) -> None:
        """Add an article as a copy of one that is kept, or keep it."""
        same, share = self._nearest(head.number)
        if same is None:
            self.kept[head.number] = _Kept(head, len(self.kept))
        else:
            same.copies.append((head.article, share))

    def _nearest(self, number: int) -> tuple[_Kept | None, float]:
        groups = self._groups.get(number, ())
        kept = {self.kept[number] for group in groups for number in group if number in self.kept}
        if not kept:
            return None, 0.0
        text = self._text_of(number)
        shares = (
            (_share(text, self._text_of(candidate.head.number)), -candidate.place, candidate)
            for candidate in kept
        )
        share, _, nearest = max(shares, key=lambda found: found[:2])
        return (nearest, share) if share >= _SAME else (None, 0.0)


def _share(first: TextFeatures, other: TextFeatures) -> float:
    """Return the similarity of two texts: 1 if equal, 0 if both fill in the same form."""
    if np.array_equal(first.runs, other.runs):
        return 1.0
    return 0.0 if _same_form(first, other) else jaccard(first.runs, other.runs)


def _same_form(first: TextFeatures, other: TextFeatures) -> bool:
    """Return whether two reports fill in one form with other figures (weather, markets, sport)."""
    fewest = min(len(first.numbers), len(other.numbers))
    return fewest >= _FIGURES and 2 * len(first.numbers & other.numbers) < fewest


def _preference(head: _Head) -> tuple[bool, bool, float, int, str]:
    date = head.article.date
    age = date.instant.timestamp() if date else 0.0
    return not head.corrected, date is None, age, -head.length, head.article.key


def _named(article: Article, found: Sequence[tuple[Article, float]]) -> Article:
    """Return the article with its copies, and a doubt for each unless that is settled.

    Errors and warnings about a copy's file are kept; its doubts are not.
    """
    if not found:
        return article
    article = _filled(article, found)
    copies = tuple(Copy(copy.source, copy.outlet, copy.url) for copy, _ in found)
    doubts = () if CODE in article.settled else tuple(_doubts(article, found))
    wrong = (problem for copy, _ in found for problem in copy.problems)
    problems = (*article.problems, *doubts, *wrong)
    return replace(article, also=(*article.also, *copies), problems=problems)


def _filled(article: Article, found: Sequence[tuple[Article, float]]) -> Article:
    """Return the article with the fields that it lacks, where its copies agree on them."""
    for name, least in _TAKEN.items():
        if getattr(article, name) or name in article.origins:
            continue
        if copy := _agreeing([copy for copy, share in found if share >= least], name):
            article = corrected(article, {name: getattr(copy, name)}, copy.key)
    if article.section is None:
        return article
    problems = tuple(problem for problem in article.problems if problem.code != "no-section")
    return replace(article, problems=problems)


def _agreeing(copies: Iterable[Article], name: str) -> Article | None:
    """Return the first copy that has a field, if all that have it agree on its value."""
    stated = [copy for copy in copies if getattr(copy, name)]
    return stated[0] if len({getattr(copy, name) for copy in stated}) == 1 else None


def _doubts(article: Article, copies: Iterable[tuple[Article, float]]) -> Iterator[Problem]:
    sidecar = PurePosixPath(article.source).with_suffix(".yml")
    for copy, share in copies:
        message = (
            f"{copy.key} has {_alike(share)}: its page is this one's{_shown(article, copy)}. If "
            f"that is right, write `settled: [{CODE}]` into {sidecar}; `duplicates: keep` in the "
            "settings keeps all apart."
        )
        yield Problem(article.key, "doubt", message, CODE, copy.key)


def _shown(article: Article, copy: Article) -> str:
    """Return which fields of a copy the page shows and which not, as the end of a sentence."""
    taken = [_NAMES[name] for name in _TAKEN if article.origins.get(name) == copy.key]
    lost = [
        _NAMES[name] for name in ("title", "authors", "section") if _differs(name, copy, article)
    ]
    shown = f", with that file's {' and '.join(taken)}" if taken else ""
    be = "is" if len(lost) == 1 else "are"
    return shown + (f"; that file's own {' and '.join(lost)} {be} not shown" if lost else "")


def _differs(name: str, copy: Article, article: Article) -> bool:
    return bool(getattr(copy, name)) and getattr(copy, name) != getattr(article, name)


def _alike(share: float) -> str:
    return "the same text" if share == 1.0 else f"{share:.0%} of its text in common"
