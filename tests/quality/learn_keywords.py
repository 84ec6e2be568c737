"""Learn `generator/relate/weights.yml` anew from texts whose keyphrases readers chose.

    python tests/quality/learn_keywords.py KEYWORDS.jsonl

Per line of the file: `set`, `title`, `body`, `lang`, `keywords`. Needs scikit-learn, which the
program itself does not. To be run again when the features change.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from generator.analyse import analyse
from generator.analyse.features import FEATURES
from generator.analyse.tokens import stem
from generator.models import Analysis, Article, Block
from generator.parallel import Crew, Workers
from generator.relate import choose

TARGET = Path(choose.__file__).with_name("weights.yml")
# How much each set counts. English readers of long newswire texts choose phrases, the crowd that
# read short ones single words: a tag is nearer to the first.
ENGLISH = {"duc2001": 1.0, "kpcrowd": 0.07}
OTHER = {"wikinews_fr_kp": 1.0, "ptbn_kp": 0.2, "duc2001": 0.3}
# Added to the learnt weight of each step: a tag that articles share is worth more to a reader who
# browses than one that stands alone. It costs a little of the agreement with the keyphrases.
SHARED = {"en": 0.28, "other": 0.05}
Rows = tuple[list[list[float]], list[bool]]


def read(path: Path) -> dict[str, list[tuple[Article, set[str]]]]:
    """Return the texts of each set with the stemmed keyphrases."""
    found = defaultdict(list)
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        blocks = tuple(Block(one) for one in row["body"].split("\n") if one.strip())
        day = dt.date(2000, 1, 1)
        article = Article(row["id"], "", day, row["title"] or "", blocks, row["lang"])
        gold = {stems(phrase, row["lang"]) for phrase in row["keywords"]}
        found[row["set"]].append((article, gold))
    return found


def stems(phrase: str, language: str) -> str:
    """Return a phrase by its stems."""
    words = phrase.lower().replace("-", " ").split()
    return " ".join(stem(word.strip(".,"), language) for word in words)


def rows(texts: list[tuple[Article, set[str]]]) -> Rows:
    """Return the features of all candidates of a set, and which are keyphrases."""
    articles = [article for article, _ in texts]
    analyses = Workers(analyse, Crew(), 60.0, lambda: None).run(articles)
    known = [one for one in analyses if isinstance(one, Analysis)]
    frequency = Counter(key for one in known for key in {c.key for c in one.candidates})
    features, right = [], []
    for (article, gold), analysis in zip(texts, known, strict=True):
        for one in analysis.candidates:
            steps = sum(frequency[one.key] >= step for step in choose._STEPS)
            features.append([*one.features, steps])
            right.append(stems(one.text, article.language) in gold)
    return features, right


def learn(sets: dict[str, Rows], parts: dict[str, float], shared: float) -> dict[str, float]:
    """Return the weight of each feature."""
    x, y, w = [], [], []
    for name, share in parts.items():
        features, right = sets[name]
        x += features
        y += right
        w += [share * 10_000 / len(right)] * len(right)
    model = LogisticRegression(max_iter=3000).fit(np.array(x), y, sample_weight=w)
    values = [*model.coef_[0], model.intercept_[0]]
    names = [*FEATURES, "shared_steps", "constant"]
    found = {name: round(float(value), 3) for name, value in zip(names, values, strict=True)}
    return found | {"shared_steps": round(found["shared_steps"] + shared, 3)}


def main(path: Path) -> None:
    """Learn and write."""
    sets = {name: rows(texts) for name, texts in read(path).items()}
    tables = {
        "en": learn(sets, ENGLISH, SHARED["en"]),
        "other": learn(sets, OTHER, SHARED["other"]),
    }
    said = ", ".join(f"{name} ({len(found[1])} candidates)" for name, found in sets.items())
    head = (
        "# What each feature of a candidate (see analyse/features.py) adds to its log-odds of\n"
        "# being a keyword: a logistic regression learnt with\n"
        "# tests/quality/learn_keywords.py from public keyphrase collections:\n"
        f"# {said}.\n"
        "# `other` holds for every language without a table of its own.\n"
    )
    TARGET.write_text(head + yaml.safe_dump(tables, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
