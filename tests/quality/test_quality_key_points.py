"""Key points against the first sentences, by what others said of the same texts (see `chosen`).

Two measures. Per word: the share of what others said that 100 words cover, against the first three
sentences as they are. At equal length: the share covered, against the start of the text cut after
as many words, anywhere: so that length plays no part. Neither start has to stand alone.

The constants were chosen on one half of the texts; the other half, which had no part in that, is
pinned. Run as a program, it prints both.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

import pytest

import chosen
import scores
from chosen import Told, covered
from generator.analyse import text_of
from generator.analyse.key_points import key_points
from generator.analyse.key_points.dependence import without_dateline
from generator.analyse.text.sentences import sentences
from generator.models import Article

FIRST = 3
LEAST = 5  # words of a sentence: "5 juin 2012." is a dateline, not the first of three
SETS: dict[str, Callable[..., Iterator[Told]]] = {
    "duc2001": chosen.keyphrases,
    "wikinews_fr_kp": chosen.keyphrases,
    "giveme5w1h": chosen.headlines,
    "basil": chosen.headlines,
    "news": chosen.news,
}
# What the held-out half reached: the share of texts that have key points, what these cover per 100
# words, and how much more than the start at equal length. The first three sentences of these texts
# have 0.85, 0.71, 0.60, 0.63 and 0.93 per 100 words. Texts without a headline (ptbn_kp) and those
# of blogs and magazines have next to no key points.
REACHED = {
    "duc2001": (0.273, 1.228, -0.005),
    "wikinews_fr_kp": (0.423, 1.541, -0.009),
    "giveme5w1h": (0.396, 0.977, 0.012),
    "basil": (0.547, 1.134, -0.006),
    "news": (0.160, 1.295, -0.024),
}
# And on a sample of the set of whole pages, which take longest to read.
SAMPLE = {"news": (0.227, 1.788, -0.025)}
EVERY = 3  # one page of so many
SLACK = 0.01


@dataclass(frozen=True)
class Measured:
    """One article: what its key points cover in so many words, the first sentences, the start."""

    share: float
    words: int
    first: float
    first_words: int
    start: float  # of the text, in as many words as the key points have


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_key_points_say_what_others_said_of_the_text(name):
    if not chosen.CORPUS.is_dir():
        pytest.skip(f"needs the corpus in {chosen.CORPUS}")
    if name in SAMPLE and not scores.ALL:
        told = list(SETS[name](name, half=True, every=EVERY))
        kept, per_word, more = SAMPLE[name]
    else:
        told = list(SETS[name](name, half=True))
        kept, per_word, more = REACHED[name]
    found = measured(iter(told))
    assert len(found) >= (kept - SLACK) * len(told)
    assert per_hundred(found) >= per_word - SLACK
    assert at_equal_length(found) >= more - SLACK


def measured(texts: Iterator[Told]) -> list[Measured]:
    """Return the measures of the articles that have key points."""
    return [found for told in texts if (found := _measured(told))]


def _measured(told: Told) -> Measured | None:
    article = told.article
    points = [point.text for point in key_points(article, text_of(article)[0])]
    if not points:
        return None
    text = running(article)
    start = " ".join(" ".join(text).split()[: length(points)])
    first = text[:FIRST]
    return Measured(
        covered(points, told),
        length(points),
        covered(first, told),
        length(first),
        covered([start], told),
    )


def running(article: Article) -> list[str]:
    """Return the sentences of an article without datelines."""
    told = (text for block in article.blocks for text in sentences(block.text, article.language))
    plain = (without_dateline(text, None) for text in told)
    return [text for text in plain if length([text]) >= LEAST]


def length(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)


def per_hundred(found: Sequence[Measured]) -> float:
    """Return the share that 100 words of key points cover."""
    return (
        100 * sum(sentence.share for sentence in found) / sum(sentence.words for sentence in found)
    )


def first_per_hundred(found: Sequence[Measured]) -> float:
    """Return the share that 100 words of the first sentences cover."""
    return (
        100
        * sum(sentence.first for sentence in found)
        / sum(sentence.first_words for sentence in found)
    )


def at_equal_length(found: Sequence[Measured]) -> float:
    """Return how much more key points cover than the start of the text in as many words."""
    return fmean(sentence.share - sentence.start for sentence in found)


def standard_error(found: Sequence[Measured]) -> float:
    """Return that of the mean difference at equal length."""
    mean = at_equal_length(found)
    squares = sum((sentence.share - sentence.start - mean) ** 2 for sentence in found)
    return math.sqrt(squares) / len(found)


if __name__ == "__main__":
    for each, texts in SETS.items():
        for half, name in ((False, "chosen on"), (True, "held out")):
            told = list(texts(each, half=half))
            found = measured(iter(told))
            print(
                f"{each}, {name}: {len(found)} of {len(told)} texts; per 100 words "
                f"{per_hundred(found):.3f}, the first {FIRST} {first_per_hundred(found):.3f}; "
                f"at equal length {at_equal_length(found):+.3f} ± {standard_error(found):.3f}"
            )
