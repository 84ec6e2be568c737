"""Shingles of five words, by which copies and versions of a text are recognised. Pure.

Broder 1997, "On the resemblance and containment of documents".
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

import numpy as np

from generator.models import Article
from generator.relate.minhash import Hashes
from generator.unicode_scripts import UNSPACED

_RUN = 5  # words
_SHORT = 25  # words; the titles of shorter texts are compared with them
_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: odd, with well-mixed bits
# Scripts without spaces between words: each character counts as one.
_WORD = re.compile(f"[{UNSPACED}]|[^\\W_]+")


def shingles_of(article: Article) -> Hashes:
    """Return the hashes of an article's shingles: uint32, sorted, distinct."""
    words = _words(block.text for block in article.blocks)
    if len(words) < _SHORT:
        words = [*_words([article.title]), *words]
    codes = [zlib.crc32(word.encode("utf-8", "replace")) for word in words]
    code = np.array(codes + [0] * (_RUN - len(codes)), dtype=np.uint64)
    count = code.size - _RUN + 1
    runs = np.zeros(count, dtype=np.uint64)
    for place in range(_RUN):  # a polynomial hash; uint64 wraps around, as intended
        runs = runs * _FACTOR + code[place : place + count]
    return np.unique((runs >> np.uint64(32)).astype(np.uint32))


def jaccard(first: Hashes, other: Hashes) -> float:
    """Return the Jaccard similarity of two sets of shingles, 0 to 1."""
    shared = int(np.intersect1d(first, other, assume_unique=True).size)
    return shared / max(1, first.size + other.size - shared)


def _words(texts: Iterable[str]) -> list[str]:
    return _WORD.findall("\n".join(texts).lower())
