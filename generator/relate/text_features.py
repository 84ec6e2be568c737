"""The features by which texts are compared, cached between builds for unchanged articles. Pure."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.models import Article
from generator.relate.minhash import Hashes, minhash
from generator.relate.shingles import shingles_of

Lines = NDArray[np.uint64]
Hash = int
NO_LINE: Hash = 0
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True, slots=True)
class TextFeatures:
    """The parts of an article's text that are compared with other articles.

    These are the hashes of its shingles with their MinHash signature, its numbers and the hashes of
    its lines, each once and sorted. `length` is the number of its characters.
    """

    runs: Hashes
    signature: Hashes
    numbers: frozenset[str]
    lines: Lines
    length: int

    @classmethod
    def of(cls, article: Article) -> TextFeatures:
        """Return the features of an article."""
        texts = [block.text for block in article.blocks]
        runs = shingles_of(article)
        return cls(
            runs,
            minhash(runs),
            frozenset(_NUMBER.findall("\n".join(texts))),
            np.unique(np.array([line_hash(text) for text in texts], np.uint64)),
            sum(map(len, texts)),
        )


def features_of(articles: Sequence[Article]) -> list[TextFeatures]:
    """Return the features of some articles."""
    return [TextFeatures.of(article) for article in articles]


def line_hash(text: str) -> Hash:
    """Return the key of a line, ignoring case; `NO_LINE` for one without words."""
    if not any(map(str.isalnum, text)):
        return NO_LINE
    line = " ".join(text.casefold().split()).encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(line, digest_size=8).digest())
