"""Learn `generator/understand/line_model.json` anew from pages whose lines are labelled.

    python tests/quality/learn_lines.py FOLDER

FOLDER holds `pasted.jsonl` (per line: `file`, and `labels`, a letter per line that is not empty: T
title, H other headline, B body, N noise) with its pages in `pasted/`, and `articles.jsonl` (`file`,
`title`, `paragraphs`: how many lines of text end the file) with `articles/`. Needs scikit-learn,
which the program itself does not. Prints how well sites are read that were held out (folds by
site), then writes what was learnt from all. To be run again when features or kinds of page words
change.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from generator.text import decode, squeeze
from generator.understand import lines

TARGET = Path(lines.__file__).with_name("line_model.json")
SAMPLE, FOLDS = 40, 3
Pages = list[tuple[str, list[str], str]]  # site, lines, labels


def pages(folder: Path) -> Pages:
    """Return the labelled pages."""
    found = []
    for record in _records(folder / "pasted.jsonl"):
        rows = _rows(folder / "pasted" / record["file"])
        if len(rows) == len(record["labels"]):
            site = record["file"].split("/")[-1].split("_")[0]
            found.append((site, rows, record["labels"]))
    return found


def clean_texts(folder: Path) -> Pages:
    """Return a sample of the texts pasted without the page around them, labelled."""
    found = []
    for record in _records(folder / "articles.jsonl")[SAMPLE // 2 :: SAMPLE]:
        rows = _rows(folder / "articles" / record["file"])
        head = len(rows) - record["paragraphs"]
        labels = "".join("T" if row == squeeze(record["title"]) else "N" for row in rows[:head])
        found.append(("", rows, labels + "B" * record["paragraphs"]))
    return found


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def _rows(path: Path) -> list[str]:
    return [row for row in map(squeeze, decode(path.read_bytes()).split("\n")) if row]


def titles(labels: str) -> list[bool]:
    """Return which lines hold the title: T, or H on a page without T."""
    wanted = "T" if "T" in labels else "H"
    return [label == wanted for label in labels]


def forest(trees: int, leaves: int) -> HistGradientBoostingClassifier:
    """Return an untrained model: gradient boosting (Friedman, 2001) of small trees."""
    return HistGradientBoostingClassifier(
        max_iter=trees,
        max_leaf_nodes=leaves,
        learning_rate=0.1,
        min_samples_leaf=20,
        l2_regularization=2.0,
        early_stopping=False,
        random_state=0,
    )


def table(model: HistGradientBoostingClassifier) -> dict[str, object]:
    """Return a model as plain data, a tree as nested nodes (see `provenance` below)."""
    trees = [_node(tree.nodes, 0) for (tree,) in model._predictors]
    return {"base": round(float(model._baseline_prediction.ravel()[0]), 4), "trees": trees}


def _node(nodes: Any, at: int) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    threshold = float(f"{node['num_threshold']:.5g}")
    left, right = (_node(nodes, int(node[side])) for side in ("left", "right"))
    return [int(node["feature_idx"]), threshold, left, right]


def learn(
    name: str,
    model: HistGradientBoostingClassifier,
    rows: Sequence[Sequence[float]],
    right: list[bool],
    sites: list[str],
    *,
    weights: list[float],
) -> tuple[dict[str, object], list[float]]:
    """Return the model's table, and each line's chance as seen by a model without its site."""
    x, y, w, groups = np.array(rows), np.array(right), np.array(weights), np.array(sites)
    held = np.zeros(len(y))
    for seen, unseen in GroupKFold(FOLDS).split(x, y, groups):
        model.fit(x[seen], y[seen], w[seen])
        held[unseen] = model.predict_proba(x[unseen])[:, 1]
    print(f"{name}: {((held > 0.5) == y).mean():.4f} of lines on held-out sites are right")
    return table(model.fit(x, y, w)), [float(chance) for chance in held]


def train(known: Pages) -> dict[str, object]:
    """Return the model learnt from labelled pages."""
    # A text without a site is a site of its own.
    sites = [site or str(at) for at, (site, rows, _) in enumerate(known) for _ in rows]
    weights = [min(len(row), 400) + 20.0 for _, rows, _ in known for row in rows]
    seen = [lines.features(rows) for _, rows, _ in known]
    rows = [row for page in seen for row in page]
    is_body = [label == "B" for _, _, labels in known for label in labels]
    body, chances = learn("body", forest(80, 12), rows, is_body, sites, weights=weights)
    at, more = 0, []
    for page in seen:
        more += lines.with_neighbours(page, chances[at : at + len(page)])
        at += len(page)
    is_title = [one for _, _, labels in known for one in titles(labels)]
    title, _ = learn("title", forest(50, 8), more, is_title, sites, weights=[1.0] * len(more))
    named = {site for site, _, _ in known if site}
    provenance = (
        f"Learnt from {len(rows)} labelled lines of {len(known)} pages as people paste them, from "
        f"{len(named)} news sites and clean texts, with tests/quality/learn_lines.py. A tree is "
        "[feature, threshold, tree if at most, tree if more], or a value. The values of all trees "
        "and the base add up to log-odds. The features are those of lines.py, in their order."
    )
    return {"provenance": provenance, "features": len(rows[0]), "body": body, "title": title}


def main(folder: Path) -> None:
    """Learn, report, write."""
    model = train(pages(folder) + clean_texts(folder))
    text = json.dumps(model, separators=(",", ":")).replace(',"trees":[[', ',"trees":[\n[')
    TARGET.write_text(text.replace("],[", "],\n[") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
