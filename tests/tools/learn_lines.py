"""Learn `generator/understand/lines/model.json` anew from pages whose lines are labelled.

    python tests/tools/learn_lines.py [--held-out]

The pages are those of the corpus kept beside the project: `pasted.jsonl` (per page `labels`, a
letter per line that is not empty: T title, H other headline, B body, N noise) and `articles.jsonl`
(`lines`: how many lines end the file below its head; `furniture`: which of them are not of the
text). Needs lightgbm, which the program itself does
not. To be run again when the features or the word lists change.

`--held-out` writes nothing: it learns five times from four fifths of the sites, reads the pages of
the others with the program, and prints the scorer's figures, for what `inspect` prints: how well
unknown sites are read.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import lightgbm
import numpy as np

import scores
from generator.text import decode, squeeze
from generator.understand.lines import first_pass, headline_pass, model, second_pass
from generator.understand.lines.line_features import seen
from generator.understand.lines.page_features import Page
from generator.verbs.original_spelling import as_written

TARGET = Path(model.__file__).with_suffix(".json")
SAMPLE, FOLDS, INNER = 40, 5, 3
LOOK = {"learning_rate": 0.1, "min_child_samples": 20}
FIRST = lightgbm.LGBMClassifier(n_estimators=80, num_leaves=12, **LOOK)
AGAIN = lightgbm.LGBMClassifier(n_estimators=60, num_leaves=8, **LOOK)
# One line of a page is the headline: learnt by ranking (LambdaMART), not line by line.
RANKER = lightgbm.LGBMRanker(
    n_estimators=100,
    num_leaves=6,
    learning_rate=0.08,
    min_child_samples=40,
    colsample_bytree=0.4,
    lambdarank_truncation_level=3,
)
for _model in (FIRST, AGAIN, RANKER):
    _model.set_params(reg_lambda=2, n_jobs=1, random_state=0, deterministic=True, verbose=-1)

Table = list[Any]
Model = dict[str, Any]


@dataclass(frozen=True)
class Labelled:
    """A page whose lines are labelled; a text without a site is a site of its own."""

    site: str
    name: str
    rows: list[str]
    labels: str
    page: Page
    first: list[list[float]]


def pages() -> Iterator[Labelled]:
    """Yield the labelled pages, then a sample of texts pasted without the page around them."""
    for record in scores.gold("pasted"):
        rows = _rows("pasted", record["file"])
        if len(rows) == len(record["labels"]):
            yield _labelled(_site(record["file"]), record["file"], rows, record["labels"])
    for record in scores.gold("articles")[SAMPLE // 2 :: SAMPLE]:
        rows = _rows("articles", record["file"])
        head = len(rows) - record["lines"]
        furniture = {squeeze(line) for line in record["furniture"]}
        labels = "".join("T" if row == squeeze(record["title"]) else "N" for row in rows[:head])
        labels += "".join("N" if row in furniture else "B" for row in rows[head:])
        yield _labelled(record["file"], "", rows, labels)


def _site(file: Any) -> str:
    return str(file).split("/")[-1].split("_")[0]


def _labelled(site: str, name: str, rows: list[str], labels: str) -> Labelled:
    page = Page(list(map(seen, rows)))
    return Labelled(site, name, rows, labels, page, first_pass.features(page))


def _rows(folder: str, name: Any) -> list[str]:
    text = decode((scores.CORPUS / folder / name).read_bytes())
    return [row for row in map(squeeze, text.split("\n")) if row]


def fold(site: str, count: int) -> int:
    """Return the part that a site belongs to, the same in every run."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % count


def table(model: Any) -> Table:
    """Return a model's trees as plain data, nested nodes (see `provenance` below)."""
    return [_node(tree["tree_structure"]) for tree in model.booster_.dump_model()["tree_info"]]


def _node(node: Any) -> Any:
    if "leaf_value" in node:
        return float(f"{node['leaf_value']:.4g}")
    threshold = float(f"{node['threshold']:.6g}")
    return [node["split_feature"], threshold, _node(node["left_child"]), _node(node["right_child"])]


def look(model: Any, known: list[Labelled], rows: list[Any]) -> tuple[Table, list[list[float]]]:
    """Return the table learnt, and the chances of each page's lines as told without its site."""
    y = [np.array([label == "B" for label in page.labels]) for page in known]
    weights = [np.array([min(len(row), 400) + 20.0 for row in page.rows]) for page in known]
    x = [np.array(page) for page in rows]
    parts = np.array([fold(page.site, INNER) for page in known])
    chances: list[list[float]] = [[] for _ in known]
    for part in range(INNER):
        _fit(model, np.flatnonzero(parts != part), x, y, weights)
        for at in np.flatnonzero(parts == part):
            chances[at] = [float(chance) for chance in model.predict_proba(x[at])[:, 1]]
    _fit(model, np.arange(len(known)), x, y, weights)
    return table(model), chances


def _fit(model: Any, chosen: Any, x: list[Any], y: list[Any], weights: list[Any]) -> None:
    stacked = (np.concatenate([values[at] for at in chosen]) for values in (x, y))
    model.fit(*stacked, sample_weight=np.concatenate([weights[at] for at in chosen]))


def rank(known: list[Labelled], chances: list[list[float]]) -> Table:
    """Return the table that tells the headline, learnt from the lines that may be one."""
    x, y, groups = [], [], []
    for labelled, body in zip(known, chances, strict=True):
        wanted = "T" if "T" in labelled.labels else "H"
        rows = headline_pass.features(labelled.page, body)
        fit = [model.may_be_title(*pair) for pair in zip(labelled.page.lines, body, strict=True)]
        x += [row for row, kept in zip(rows, fit, strict=True) if kept]
        y += [label == wanted for label, kept in zip(labelled.labels, fit, strict=True) if kept]
        groups.append(sum(fit))
    RANKER.fit(np.array(x), np.array(y).astype(int), group=groups)
    return table(RANKER)


def train(known: list[Labelled]) -> Model:
    """Return the model learnt from labelled pages."""
    first, chances = look(FIRST, known, [page.first for page in known])
    again = [
        second_pass.features(page.page, chance) for page, chance in zip(known, chances, strict=True)
    ]
    body, chances = look(AGAIN, known, again)
    title = rank(known, chances)
    lines = sum(len(page.rows) for page in known)
    sites = {page.site for page in known if page.name}
    provenance = (
        f"Learnt from {lines} labelled lines of {len(known)} pages as people paste them, from "
        f"{len(sites)} news sites and clean texts, with tests/tools/learn_lines.py. A tree is "
        "[feature, threshold, tree if at most, tree if more], or a value. The values of all trees "
        "add up: to log-odds (first, body), to a weight among the page's lines "
        "(title). The features are those of first_pass.py, second_pass.py and headline_pass.py, in "
        "their order."
    )
    return {"provenance": provenance, "first": first, "body": body, "title": title}


def held_out(known: list[Labelled]) -> dict[str, float]:
    """Return the figures on sites that the model does not know."""
    gold = scores.gold("pasted")
    read = []
    for part in range(FOLDS):
        learnt = train([page for page in known if fold(page.site, FOLDS) != part])
        trees = model.planted(learnt)
        with mock.patch.object(model, "_model", return_value=trees):
            read += [
                as_written(scores.record("pasted", str(page["file"])), scores.CORPUS / "pasted")
                for page in gold
                if fold(_site(page["file"]), FOLDS) == part
            ]
    return scores.figures("pasted", gold, read)


def main(*options: str) -> None:
    """Learn and write, or tell how well unknown sites are read."""
    known = list(pages())
    if "--held-out" in options:
        print(held_out(known))
        return
    text = json.dumps(train(known), separators=(",", ":")).replace('":[[', '":[\n[')
    TARGET.write_text(text.replace("],[", "],\n[") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
