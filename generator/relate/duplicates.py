"""The same article in several files: found among many without comparing each with each. Pure.

Articles are compared by their runs of five words. MinHash signatures in a locality-sensitive index
(datasketch) propose pairs; the true Jaccard similarity of the runs decides (Leskovec, Rajaraman and
Ullman, "Mining of Massive Datasets", chapter 3).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

import numpy as np
from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]
from numpy.typing import NDArray

from generator.models import Article, Copy, Problem

CODE = "near-copy"
_RUN = 5  # words
# Two reports of one event that quote the same statements stay below, the same agency text with
# another first or last paragraph above.
_SAME = 0.55  # Jaccard similarity
_VERSION = 0.2  # of two versions of one feed entry: same id, same outlet
_SHORT = 25  # words; the titles of shorter texts are compared with them
_PERMUTATIONS, _SEED = 64, 1
_NUMBERED = re.compile(r"-(\d{1,6})(?:\.\w+)?$")
_FIRST = MinHash(num_perm=_PERMUTATIONS, seed=_SEED, hashfunc=int)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed: 2^64 over the golden ratio
_PROPOSED = 0.35  # similarity from which the index proposes a pair with fair certainty
# Scripts without spaces between words: each character counts as one.
_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\\W_]+")

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_FIGURES = 3  # numbers of a text that make it a report of figures

Runs = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class _Text:
    """What of an article tells whether it is a copy.

    Itself without its text, the length of that, the hashes of its runs (sorted, each once), and the
    numbers in it.
    """

    article: Article
    length: int
    runs: Runs
    numbers: frozenset[str]

    @classmethod
    def of(cls, article: Article) -> _Text:
        """Return what is kept of an article."""
        length = sum(len(block.text) for block in article.blocks)
        runs, numbers = _runs(article), _numbers(article)
        return cls(replace(article, blocks=(), dropped=()), length, runs, numbers)


@dataclass
class _Kept:
    """An article that stays, and those that carry its text, with how alike they are."""

    text: _Text
    copies: list[tuple[Article, float]] = field(default_factory=list)


def merge(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield the articles, in their order, without copies of another; each names its copies.

    Of several the earliest stays, then the fullest, then the one with the smallest key. A doubt
    (`near-copy`) on it names each other file. Of an entry that several exports of one feed hold,
    the newest version stays, without a word. Drafts are neither merged nor compared.
    """
    copies = {one.text.article.key: one.copies for one in _kept(articles)}
    for one in articles:
        if one.draft or one.key in copies:
            yield _named(one, copies.get(one.key, ()))


def marked(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield all articles, each copy with a doubt that names the one a build would keep."""
    doubts = {
        copy.key: Problem(copy.key, "doubt", f"{kept.text.article.key} has {_alike(share)}.", CODE)
        for kept in _kept(articles)
        for copy, share in kept.copies
        if CODE not in copy.settled
    }
    for one in articles:
        doubt = doubts.get(one.key)
        yield replace(one, problems=(*one.problems, doubt)) if doubt else one


def _kept(articles: Sequence[Article]) -> list[_Kept]:
    texts = [_Text.of(one) for one in articles if not one.draft]
    index = _Index()
    for text in sorted(_newest(texts), key=_preference):
        index.add(text)
    return index.kept


def _newest(texts: Iterable[_Text]) -> list[_Text]:
    """Return the texts without older versions of the same feed entry."""
    newest: dict[tuple[str, str], list[_Text]] = {}
    for text in sorted(texts, key=_age, reverse=True):
        article = text.article
        versions = newest.setdefault((article.entry or article.key, article.outlet or ""), [])
        if not any(_is_version(text, one) for one in versions):
            versions.append(text)
    return [text for versions in newest.values() for text in versions]


def _is_version(older: _Text, newer: _Text) -> bool:
    equal = older.article.title == newer.article.title
    return equal or likeness(older.runs, newer.runs) >= _VERSION


class _Index:
    """The articles that stay so far, found by their words."""

    def __init__(self) -> None:
        self.kept: list[_Kept] = []
        self._lsh = MinHashLSH(threshold=_PROPOSED, num_perm=_PERMUTATIONS)
        self._exact: dict[bytes, _Kept] = {}

    def add(self, text: _Text) -> None:
        """Take an article as a copy of one that stays, or let it stay."""
        same = self._exact.get(_mark(text.runs))
        share = 1.0
        if same is None:
            signature = _signature(text.runs)
            same, share = self._nearest(text, signature)
            if same is None:
                self._keep(_Kept(text), signature)
                return
        same.copies.append((text.article, share))

    def _nearest(self, text: _Text, signature: MinHash) -> tuple[_Kept | None, float]:
        best, nearest = None, _SAME
        for number in sorted(self._lsh.query(signature)):
            other = self.kept[number].text
            share = 0.0 if _same_form(text, other) else likeness(other.runs, text.runs)
            if share >= nearest and (best is None or share > nearest):
                best, nearest = self.kept[number], share
        return best, nearest

    def _keep(self, one: _Kept, signature: MinHash) -> None:
        self._lsh.insert(len(self.kept), signature)
        self.kept.append(one)
        self._exact[_mark(one.text.runs)] = one


def _same_form(one: _Text, other: _Text) -> bool:
    """Tell reports that fill one form with other figures: of weather, markets, matches."""
    fewest = min(len(one.numbers), len(other.numbers))
    return fewest >= _FIGURES and 2 * len(one.numbers & other.numbers) < fewest


def likeness(one: Runs, other: Runs) -> float:
    """Return the Jaccard similarity of two sets of runs: 0 nothing shared, 1 the same."""
    shared = int(np.intersect1d(one, other, assume_unique=True).size)
    return shared / max(1, one.size + other.size - shared)


def _mark(runs: Runs) -> bytes:
    """Return a short mark that only equal runs share."""
    return hashlib.sha256(runs.tobytes()).digest()


def _preference(text: _Text) -> tuple[bool, float, int, str]:
    moment = _moment(text.article.date)
    return moment is None, moment or 0.0, -text.length, text.article.key


def _moment(date: str | None) -> float | None:
    """Return a date as seconds; a day or a time without zone counts as UTC."""
    try:
        moment = dt.datetime.fromisoformat(date or "")
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).timestamp()


def _runs(article: Article) -> Runs:
    """Return the hashes of the article's runs of words: sorted, each once."""
    words = _words(block.text for block in article.blocks)
    if len(words) < _SHORT:
        words = [*_words([article.title]), *words]
    codes = [zlib.crc32(word.encode("utf-8", "replace")) for word in words]
    code = np.array(codes + [0] * (_RUN - len(codes)), dtype=np.uint64)
    count = code.size - _RUN + 1
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(_RUN):  # a polynomial hash; uint64 wraps around, as it should
        runs = runs * _FACTOR + code[place : place + count]
    return np.unique((runs >> np.uint64(32)).astype(np.uint32))


def _numbers(article: Article) -> frozenset[str]:
    return frozenset(_NUMBER.findall("\n".join(block.text for block in article.blocks)))


def _words(texts: Iterable[str]) -> list[str]:
    return _WORD.findall("\n".join(texts).lower())


def _signature(runs: Runs) -> MinHash:
    signature = MinHash(
        num_perm=_PERMUTATIONS, hashfunc=int, permutations=_FIRST.permutations, scheme=_FIRST.scheme
    )
    signature.update_batch(runs.tolist())
    return signature


def _age(text: _Text) -> tuple[float, dt.date, int, int, str]:
    """Return what sorts the versions of an entry: the last is the newest.

    Of one day's files "feed-2.xml" comes after "feed.xml", as they are named when fetched again.
    """
    article = text.article
    changed = _moment(article.updated) or _moment(article.date) or 0.0
    numbered = _NUMBERED.search(article.source)
    number = int(numbered[1]) if numbered else 1
    return changed, article.collected, number, text.length, article.key


def _named(article: Article, found: Sequence[tuple[Article, float]]) -> Article:
    """Return the article with its copies, and a doubt for each unless that is settled."""
    if not found:
        return article
    copies = tuple(Copy(one.source, one.outlet, one.url) for one, _ in found)
    doubts = () if CODE in article.settled else tuple(_doubts(article, found))
    return replace(article, also=(*article.also, *copies), problems=(*article.problems, *doubts))


def _doubts(article: Article, copies: Iterable[tuple[Article, float]]) -> Iterator[Problem]:
    for copy, share in copies:
        sidecar = PurePosixPath(article.source).with_suffix(".yml")
        message = (
            f"{copy.key} has {_alike(share)}: one page is made of both. If that is right, write "
            f"`settled: [{CODE}]` into {sidecar}; `duplicates: keep` in the settings keeps all "
            "apart."
        )
        yield Problem(article.key, "doubt", message, CODE)


def _alike(share: float) -> str:
    return "the same text" if share == 1.0 else f"{share:.0%} of its text in common"
