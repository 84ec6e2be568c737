"""The quality of reading saved pages, on a sample of the corpus kept beside the project."""

import datetime as dt
import importlib.util
import json
from pathlib import Path

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD, SCORER = SHARED / "corpus/html.jsonl", SHARED / "score/score_ingest.py"
EVERY = 3  # one page of so many
COLLECTED = dt.date(2026, 11, 1)
# What was reached on this sample. Of the last, less is better.
REACHED = {
    "articles": 1.0,
    "title": 0.817,
    "date": 0.928,
    "author": 0.771,
    "must_have": 0.951,
    "body_f1": 0.968,
    "must_not": 0.086,
}
SLACK = 0.01


@pytest.mark.shared
def test_saved_pages_are_understood_as_well_as_ever():
    if not SCORER.is_file():
        pytest.skip(f"needs the corpus in {SHARED}")
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()][::EVERY]
    figures, _ = scorer().score(gold, [record(one["file"]) for one in gold], str(GOLD.parent))
    reached = {name: figures[name][0] for name in REACHED}
    worse = {
        name: (reached[name], figure)
        for name, figure in REACHED.items()
        if (reached[name] - figure) * (-1 if name == "must_not" else 1) < -SLACK
    }
    assert worse == {}


def record(name: str) -> dict[str, object]:
    """Return what is understood of one page, in the form the scorer reads."""
    data = (GOLD.parent / "html" / name).read_bytes()
    found = understand(Source(name, data, "", COLLECTED), Limits())
    article = found.articles[0]
    return {
        "source": article.source,
        "title": article.title,
        "date": article.date,
        "authors": list(article.authors),
        "language": article.language,
        "paragraphs": [block.text for block in article.blocks],
    }


def scorer():
    spec = importlib.util.spec_from_file_location("score_ingest", SCORER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
