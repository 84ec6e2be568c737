"""What is understood of the corpus kept beside the project, and the scorer that judges it.

A test of quality reads a small sample; with `QUALITY_CASES=all` (`make audit`) it reads the larger
one that its figures are known of. Each sample has figures of its own to be reached.
"""

import datetime as dt
import importlib.util
import json
import os
from collections.abc import Mapping

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand
from paths import CORPUS, SHARED

SCORER = SHARED / "score/score_ingest.py"
COLLECTED = dt.date(2026, 11, 25)
ALL = os.environ.get("QUALITY_CASES") == "all"
LESS_IS_BETTER = frozenset({"must_not", "invented", "furniture"})


def gold(name: str) -> list[dict[str, object]]:
    """Return the gold records of a part of the corpus."""
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def record(folder: str, name: str) -> dict[str, object]:
    """Return what is understood of one file, in the form the scorer reads."""
    data = (CORPUS / folder / name).read_bytes()
    found = understand(Source(name, data, "", COLLECTED), Limits())
    if not found.articles:
        return {"source": f"(unreadable) {name}"}
    article = found.articles[0]
    return {
        "source": article.source,
        "title": article.title,
        "date": article.date and str(article.date),
        "date_inferred": article.date_inferred,
        "authors": list(article.authors),
        "section": article.section,
        "outlet": article.outlet,
        "place": article.place,
        "views": article.views,
        "reading_minutes": article.reading_minutes,
        "language": article.language,
        "paragraphs": [block.text for block in article.blocks],
    }


def figures(
    folder: str, known: list[dict[str, object]], read: list[dict[str, object]]
) -> dict[str, float]:
    """Return the scorer's figures, by name."""
    spec = importlib.util.spec_from_file_location("score_ingest", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found, _ = module.score(known, read, str(CORPUS / folder))
    return {name: share for name, (share, _) in found.items()}


def of_sample(folder: str, every: int) -> dict[str, float]:
    """Return the figures for each n-th file of a part of the corpus; skip where there is none."""
    if not SCORER.is_file():
        pytest.skip(f"needs the corpus in {SHARED}")
    known = gold(folder)[::every]
    return figures(folder, known, [record(folder, str(row["file"])) for row in known])


def worse(
    found: Mapping[str, float], reached: Mapping[str, float], slack: float
) -> dict[str, tuple[float, float]]:
    """Return the figures that fell below what was reached, each beside it."""
    return {
        name: (found[name], figure)
        for name, figure in reached.items()
        if (found[name] - figure) * (-1 if name in LESS_IS_BETTER else 1) < -slack
    }
