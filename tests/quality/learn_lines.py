"""Learn `generator/understand/line_model.json` anew from pages whose lines are labelled.

    python tests/quality/learn_lines.py FOLDER

FOLDER holds `pasted.jsonl` (per line: `file`, and `labels`, a letter per line that is not empty: T
title, H other headline, B body, N noise) and the pages in `pasted/`. Needs scikit-learn, which the
program itself does not. Prints how well sites are read that were held out (folds by site), then
writes what was learnt from all. To be run again when features or kinds of page words change.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold, cross_val_predict

from generator.text import decode, squeeze
from generator.understand import lines

TARGET = Path(lines.__file__).with_name("line_model.json")
Pages = list[tuple[str, list[str], str]]  # site, lines, labels


def pages(folder: Path) -> Pages:
    """Return the labelled pages."""
    found = []
    for record in map(json.loads, (folder / "pasted.jsonl").open(encoding="utf-8")):
        text = decode((folder / "pasted" / record["file"]).read_bytes())
        rows = [row for row in map(squeeze, text.split("\n")) if row]
        if len(rows) == len(record["labels"]):
            site = record["file"].split("/")[-1].split("_")[0]
            found.append((site, rows, record["labels"]))
    return found


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
        random_state=0,
    )


def table(model: HistGradientBoostingClassifier) -> dict[str, object]:
    """Return a model as plain data: per tree its nodes; a leaf is [value]."""
    trees = []
    for (tree,) in model._predictors:
        trees.append(
            [
                [round(float(node["value"]), 4)]
                if node["is_leaf"]
                else [
                    int(node["feature_idx"]),
                    float(f"{node['num_threshold']:.5g}"),
                    int(node["left"]),
                    int(node["right"]),
                ]
                for node in tree.nodes
            ]
        )
    return {"base": round(float(model._baseline_prediction.ravel()[0]), 4), "trees": trees}


def learn(
    name: str, model: HistGradientBoostingClassifier, rows: Sequence[Sequence[float]], right: list[bool], sites: list[str]
) -> tuple[dict[str, object], list[float]]:
    """Return the model's table, and each line's chance as seen by a model without its site."""
    found = np.array(rows), np.array(right)
    held = cross_val_predict(
        model, *found, groups=sites, cv=GroupKFold(6), method="predict_proba"
    )[:, 1]
    print(f"{name}: {((held > 0.5) == found[1]).mean():.4f} of lines on held-out sites are right")
    return table(model.fit(*found)), [float(chance) for chance in held]


def main(folder: Path) -> None:
    """Learn, report, write."""
    known = pages(folder)
    sites = [site for site, rows, _ in known for _ in rows]
    seen = [lines.features(rows) for _, rows, _ in known]
    rows = [row for page in seen for row in page]
    is_body = [label == "B" for _, _, labels in known for label in labels]
    body, chances = learn("body", forest(90, 12), rows, is_body, sites)
    at, more = 0, []
    for page in seen:
        more += lines.with_neighbours(page, chances[at : at + len(page)])
        at += len(page)
    is_title = [one for _, _, labels in known for one in titles(labels)]
    title, _ = learn("title", forest(50, 8), more, is_title, sites)
    provenance = (
        f"Learnt from {len(rows)} labelled lines of {len(known)} pages as people paste them, from "
        f"{len(set(sites))} news sites, with tests/quality/learn_lines.py. A tree is a list of "
        "nodes: [feature, threshold, node if at most, node if more], or a leaf [value]. The values "
        "of all trees and the base add up to log-odds."
    )
    model = {"provenance": provenance, "features": len(rows[0]), "body": body, "title": title}
    text = json.dumps(model, separators=(",", ":")).replace("]],[[", "]],\n[[")
    TARGET.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
