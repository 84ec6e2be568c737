"""Learn what makes a phrase a keyword from texts whose keyphrases readers chose.

    python tests/tools/learn_keywords.py KEYWORDS.jsonl

Writes `analyse/keywords/weights.yml` and `relate/shared_keyword_weights.yml`. Each line of the
file has `set`, `title`, `body`, `lang` and `keywords`. The same texts give the same weights. Run it
again when the features change.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml

from generator.analyse import candidates
from generator.analyse.keywords import weights
from generator.analyse.keywords.features import FEATURES, Described
from generator.analyse.text.word_forms import stem
from generator.config import Settings
from generator.models import Analysis, Article, Block
from generator.relate import keywords
from generator.relate.vocabulary import vocabulary

WEIGHTS = Path(weights.__file__).with_name("weights.yml")
SHARED = Path(keywords.__file__).with_name("shared_keyword_weights.yml")
# How much each set counts. English readers of long newswire texts choose phrases, the crowd that
# read short ones single words: a tag is nearer to the first.
ENGLISH = {"duc2001": 1.0, "kpcrowd": 0.15}
OTHER = {"wikinews_fr_kp": 1.0, "ptbn_kp": 0.3}
# Added to what is learnt. A tag that articles share is worth more to a reader who browses than one
# that stands alone, and so is a name. It costs a little of the agreement with the keyphrases.
TAGS = {"en": {"shared": 0.2, "names": 0.4}, "other": {"shared": 0.05}}
# What is added to a keyword's log-odds for the order in which keywords are shown.
WORTH = {
    "single_word": -1.0,
    "in_title": 0.3,
    "names": 0.4,
    "everyday": -0.1,
    "general": -12.0,
    "once": -1.5,
    "aside": -1.0,
}
Judged = tuple[Article, set[str]]  # a text and its stemmed keyphrases
Rows = tuple[list[list[float]], list[bool]]  # features of candidates, and which are keyphrases
Tables = dict[str, dict[str, float]]


def read(path: Path) -> dict[str, list[Judged]]:
    """Return the texts of each set with the stemmed keyphrases."""
    found = defaultdict(list)
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        blocks = tuple(Block(word) for word in row["body"].split("\n") if word.strip())
        day = dt.date(2000, 1, 1)
        article = Article(row["id"], "", day, row["title"] or "", blocks, row["lang"])
        gold = {stems(phrase, row["lang"]) for phrase in row["keywords"]}
        found[row["set"]].append((article, gold))
    return found


def stems(phrase: str, language: str) -> str:
    """Return a phrase by its stems."""
    words = phrase.lower().replace("-", " ").split()
    return " ".join(stem(word.strip(".,"), language) for word in words)


def described(texts: Sequence[Judged]) -> list[list[Described]]:
    """Return the candidates of each text of a set."""
    return [candidates(article) for article, _ in texts]


def analyses(texts: Sequence[Judged], found: Sequence[Sequence[Described]]) -> list[Analysis]:
    """Return the analyses of a set, its candidates weighed."""
    return [
        Analysis(tuple(weights.weigh(phrase, article.language) for phrase in phrases))
        for (article, _), phrases in zip(texts, found, strict=True)
    ]


def rows(
    texts: Sequence[Judged], found: Sequence[Sequence[Described]], kept: Sequence[bool]
) -> Rows:
    """Return the candidates of the texts to be kept, as the whole set makes them."""
    weighed = analyses(texts, found)
    known = vocabulary(weighed, Settings().keywords)
    features, right = [], []
    for (article, gold), analysis, phrases, keep in zip(texts, weighed, found, kept, strict=True):
        for key, phrase in zip(known.keys(analysis), phrases, strict=True) if keep else ():
            shared = keywords.steps(known.frequency.get(key, 1))
            features.append([*phrase.features, float(shared), 1.0])
            right.append(stems(phrase.text, article.language) in gold)
    return features, right


def learn(
    sets: dict[str, Rows], parts: dict[str, float], tags: dict[str, float]
) -> dict[str, float]:
    """Return the weight of each feature."""
    weights = np.concatenate(
        [
            np.full(len(sets[name][1]), share * 10_000 / len(sets[name][1]))
            for name, share in parts.items()
        ]
    )
    features = np.array([row for name in parts for row in sets[name][0]])
    right = np.array([item for name in parts for item in sets[name][1]], float)
    names = [*FEATURES, "shared", "constant"]
    values = regression(features, right, weights)
    return {
        name: round(float(value) + tags.get(name, 0), 3)
        for name, value in zip(names, values, strict=True)
    }


def regression(x: np.ndarray, y: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the coefficients of a logistic regression (Newton's method, a little L2)."""
    penalty = np.eye(x.shape[1])
    penalty[-1, -1] = 0  # the constant, last
    found = np.zeros(x.shape[1])
    for _ in range(25):
        likely = 1 / (1 + np.exp(-x @ found))
        slope = x.T @ (weights * (y - likely)) - penalty @ found
        curve = (x.T * (weights * likely * (1 - likely))) @ x + penalty
        found += np.linalg.solve(curve, slope)
    return found


def tables(sets: dict[str, Rows]) -> tuple[Tables, dict[str, float]]:
    """Return the weights of English, of the other languages, for the order of tags; of sharing."""
    learnt = {
        "en": learn(sets, ENGLISH, TAGS["en"]),
        "other": learn(sets, OTHER, TAGS["other"]),
    }
    shared = {language: weights.pop("shared") for language, weights in learnt.items()}
    return learnt | {"worth": WORTH}, shared


def main(path: Path) -> None:
    """Learn and write."""
    sets = {
        name: rows(texts, described(texts), [True] * len(texts))
        for name, texts in read(path).items()
    }
    said = ", ".join(f"{name} ({len(found[1])} candidates)" for name, found in sets.items())
    head = (
        "# What each feature of a candidate (see analyse/keywords/features.py) adds to its\n"
        "# log-odds of being a keyword: a logistic regression learnt with\n"
        "# tests/tools/learn_keywords.py from public keyphrase collections:\n"
        f"# {said}.\n"
        "# `other` holds for every language without a table of its own. `worth`, set by hand, is\n"
        "# added for the order in which the keywords chosen are shown.\n"
    )
    weights, shared = tables(sets)
    WEIGHTS.write_text(head + yaml.safe_dump(weights, sort_keys=False), encoding="utf-8")
    head = (
        "# What each step of more articles that share a candidate adds to its log-odds of being a\n"
        "# keyword: learnt together with analyse/keywords/weights.yml.\n"
    )
    SHARED.write_text(head + yaml.safe_dump(shared, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
