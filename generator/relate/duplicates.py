"""The same article in several files: found among many without comparing each with each. Pure.

Articles are compared by their runs of five words: `alike` proposes pairs, the true Jaccard
similarity of the runs decides. The runs lie in a file until they are asked for.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

import numpy as np

from generator.models import Article, Copy, Problem
from generator.relate.alike import Runs, proposed, signature
from generator.spool import Spool

CODE = "near-copy"
_RUN = 5  # words
# Two reports of one event that quote the same statements stay below, the same agency text with
# another first or last paragraph above.
_SAME = 0.55  # Jaccard similarity
_VERSION = 0.2  # of two versions of one feed entry: same id, same outlet
_SHORT = 25  # words; the titles of shorter texts are compared with them
_NUMBERED = re.compile(r"-(\d{1,6})(?:\.\w+)?$")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, its bits well mixed: 2^64 over the golden ratio
# Scripts without spaces between words: each character counts as one.
_WORD = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|[^\\W_]+")

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_FIGURES = 3  # numbers of a text that make it a report of figures


@dataclass(frozen=True, slots=True)
class _Text:
    """What of an article tells whether it is a copy.

    The hashes of its runs (sorted, each once) and the numbers in it.
    """

    runs: Runs
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Head:
    """An article without its text, the length of that, and its number among the texts."""

    article: Article
    length: int
    number: int

    @classmethod
    def of(cls, article: Article, number: int) -> _Head:
        """Return what is kept in memory of an article."""
        length = sum(len(block.text) for block in article.blocks)
        bare = replace(article, blocks=(), dropped=(), origins={}, problems=())
        return cls(bare, length, number)


@dataclass(eq=False)
class _Kept:
    """The n-th article that stays, and those that carry its text, with how alike they are."""

    head: _Head
    place: int
    copies: list[tuple[Article, float]] = field(default_factory=list)


def merge(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield the articles, in their order, without copies of another; each names its copies.

    Of several the earliest stays, then the fullest, then the one with the smallest key. A doubt
    (`near-copy`) on it names each other file. Of an entry that several exports of one feed hold,
    the newest version stays, without a word. Drafts are neither merged nor compared.
    """
    copies = {one.head.article.key: one.copies for one in _kept(articles)}
    for one in articles:
        if one.draft or one.key in copies:
            yield _named(one, copies.get(one.key, ()))


def marked(articles: Sequence[Article]) -> Iterator[Article]:
    """Yield all articles, each copy with a doubt that names the one a build would keep."""
    doubts = {
        copy.key: Problem(copy.key, "doubt", f"{kept.head.article.key} has {_alike(share)}.", CODE)
        for kept in _kept(articles)
        for copy, share in kept.copies
        if CODE not in copy.settled
    }
    for one in articles:
        doubt = doubts.get(one.key)
        yield replace(one, problems=(*one.problems, doubt)) if doubt else one


def _kept(articles: Iterable[Article]) -> list[_Kept]:
    heads: list[_Head] = []
    texts: Spool[_Text] = Spool()
    for one in articles:
        if not one.draft:
            heads.append(_Head.of(one, len(heads)))
            texts.append(_Text(_runs(one), _numbers(one)))
    index = _Index(texts)
    for head in sorted(_newest(heads, texts), key=_preference):
        index.add(head)
    return list(index.kept.values())


def _newest(heads: Iterable[_Head], texts: Sequence[_Text]) -> list[_Head]:
    """Return the articles without older versions of the same feed entry."""
    newest: dict[tuple[str, str], list[_Head]] = {}
    for head in sorted(heads, key=_age, reverse=True):
        article = head.article
        versions = newest.setdefault((article.entry or article.key, article.outlet or ""), [])
        if not any(_is_version(head, one, texts) for one in versions):
            versions.append(head)
    return [head for versions in newest.values() for head in versions]


def _is_version(older: _Head, newer: _Head, texts: Sequence[_Text]) -> bool:
    if older.article.title == newer.article.title:
        return True
    return likeness(texts[older.number].runs, texts[newer.number].runs) >= _VERSION


class _Index:
    """The articles that stay so far by their numbers, found by their words."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self.kept: dict[int, _Kept] = {}
        self._texts = texts
        self._groups = proposed(signature(text.runs) for text in texts)

    def add(self, head: _Head) -> None:
        """Take an article as a copy of one that stays, or let it stay."""
        same, share = self._nearest(head.number)
        if same is None:
            self.kept[head.number] = _Kept(head, len(self.kept))
        else:
            same.copies.append((head.article, share))

    def _nearest(self, number: int) -> tuple[_Kept | None, float]:
        groups = self._groups.get(number, ())
        kept = {self.kept[one] for group in groups for one in group if one in self.kept}
        if not kept:
            return None, 0.0
        text = self._texts[number]
        shares = ((_share(text, self._texts[one.head.number]), -one.place, one) for one in kept)
        share, _, nearest = max(shares, key=lambda found: found[:2])
        return (nearest, share) if share >= _SAME else (None, 0.0)


def _share(one: _Text, other: _Text) -> float:
    """Return what two texts share: all if they are equal, nothing if both fill one form."""
    if np.array_equal(one.runs, other.runs):
        return 1.0
    return 0.0 if _same_form(one, other) else likeness(one.runs, other.runs)


def _same_form(one: _Text, other: _Text) -> bool:
    """Tell reports that fill one form with other figures: of weather, markets, matches."""
    fewest = min(len(one.numbers), len(other.numbers))
    return fewest >= _FIGURES and 2 * len(one.numbers & other.numbers) < fewest


def likeness(one: Runs, other: Runs) -> float:
    """Return the Jaccard similarity of two sets of runs: 0 nothing shared, 1 the same."""
    shared = int(np.intersect1d(one, other, assume_unique=True).size)
    return shared / max(1, one.size + other.size - shared)


def _preference(head: _Head) -> tuple[bool, float, int, str]:
    moment = _moment(head.article.date)
    return moment is None, moment or 0.0, -head.length, head.article.key


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


def _age(head: _Head) -> tuple[float, dt.date, int, int, str]:
    """Return what sorts the versions of an entry: the last is the newest.

    Of one day's files "feed-2.xml" comes after "feed.xml", as they are named when fetched again.
    """
    article = head.article
    changed = _moment(article.updated) or _moment(article.date) or 0.0
    numbered = _NUMBERED.search(article.source)
    number = int(numbered[1]) if numbered else 1
    return changed, article.collected, number, head.length, article.key


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
