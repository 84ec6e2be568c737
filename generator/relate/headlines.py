"""How much of an article's headline is in another article. Pure.

Reports of one event contain what each other's headlines say. An essay that shares the vocabulary of
an event lacks what the event's headline names, and its own headline has a name that the reports
lack.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from generator.relate.flat_arrays import Flags, Numbers, Scores, owners_of, starts_of
from generator.tables import load_numbers

_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "headlines")
_UNKNOWN = _TUNED["unknown"]
_MANY = 10  # occurrences above which a name does not become more prominent


@dataclass(frozen=True)
class Headlines:
    """The words of article `at`'s headline are `terms[starts[at] : starts[at + 1]]`.

    Aligned with them are their `weights`, squared inverse frequencies, and `prominence`: the
    logarithm of its count in the text for a name, 0 for another word. `texts` and `headlines`
    contain a number for each term of an article, ascending: the article's number times `size`, plus
    the term's.
    """

    starts: Numbers
    terms: Numbers
    weights: Scores
    prominence: Scores
    texts: Numbers
    headlines: Numbers
    size: int

    @classmethod
    def of(  # noqa: PLR0913 - aligned columns
        cls,
        owners: Numbers,
        terms: Numbers,
        *,
        headline: Flags,
        name: Flags,
        counts: Numbers,
        rarity: Scores,
        articles: int,
    ) -> Headlines:
        """Return the headlines; a row per article and term, `rarity` per term."""
        size = len(rarity)
        keys = owners.astype(np.int64) * size + terms
        often = np.log1p(np.clip(counts[headline] - 2, 0, _MANY))  # the headline counts twice
        return cls(
            starts_of(owners[headline], articles),
            terms[headline],
            rarity[terms[headline]] ** 2,
            np.where(name[headline], often, 0.0),
            np.sort(keys),
            np.sort(keys[headline]),
            size,
        )

    def coverage(self, left: Numbers, right: Numbers) -> tuple[Scores, Scores]:
        """Return for each pair how much of the left article's headline the right one contains.

        That is the share of the headline's words, by weight, and the prominence of the most
        prominent name in the headline that the right article lacks.
        """
        owners, places = owners_of(self.starts, left)
        found = _has(self.texts, right[owners] * self.size + self.terms[places])
        weights = self.weights[places]
        total = np.bincount(owners, weights, minlength=len(left))
        covered = np.bincount(owners, weights * found, minlength=len(left))
        share = np.divide(covered, total, out=np.full(len(left), _UNKNOWN), where=total > 0)
        missing = np.zeros(len(left))
        np.maximum.at(missing, owners, np.where(found, 0.0, self.prominence[places]))
        return share, missing

    def common_words(self, left: Numbers, right: Numbers) -> Numbers:
        """Return for each pair how many words the articles have in common."""
        starts = np.searchsorted(self.texts, np.arange(len(self.starts)) * self.size)
        owners, places = owners_of(starts, left)
        found = _has(self.texts, right[owners] * self.size + self.texts[places] % self.size)
        return np.bincount(owners[found], minlength=len(left))

    def apart(self, left: Numbers, right: Numbers) -> Flags:
        """Return for each pair whether the headlines have no word in common."""
        owners, places = owners_of(self.starts, left)
        found = _has(self.headlines, right[owners] * self.size + self.terms[places])
        return np.asarray(np.bincount(owners[found], minlength=len(left)) == 0)

    def shared(self, left: Numbers, right: Numbers) -> Scores:
        """Return for each pair the sum of the inverse frequencies of words in both headlines."""
        owners, places = owners_of(self.starts, left)
        found = _has(self.headlines, right[owners] * self.size + self.terms[places])
        rarity = np.sqrt(self.weights[places])
        return np.asarray(np.bincount(owners, rarity * found, minlength=len(left)))


def _has(known: Numbers, wanted: Numbers) -> Flags:
    """Return which of the wanted numbers are among the known ones, which ascend."""
    if not len(known):
        return np.zeros(len(wanted), dtype=bool)
    places = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.asarray(known[places] == wanted)
