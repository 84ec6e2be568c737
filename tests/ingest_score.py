"""How well files of the corpus kept beside the project are understood, by its scorer."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand
from generator.verbs.inspect import understood

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpus"
SCORER = CORPUS.parent / "score/score_ingest.py"
COLLECTED = dt.date(2026, 11, 1)
LESS_IS_BETTER = frozenset({"must_not", "invented"})


def figures(name: str, every: int) -> dict[str, float]:
    """Return the scorer's figures for every n-th file of a set; skips where there is no corpus."""
    if not SCORER.is_file():
        pytest.skip(f"needs the corpus in {CORPUS.parent}")
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines[::every]]
    read = [one for record in gold for one in _records(name, record["file"])]
    found, _ = _scorer().score(gold, read, str(CORPUS / name))
    return {field: share for field, (share, _) in found.items()}


def worse(
    found: Mapping[str, float], reached: Mapping[str, float], slack: float
) -> dict[str, tuple[float, float]]:
    """Return the figures that fell below what was reached, each beside it."""
    return {
        field: (found[field], figure)
        for field, figure in reached.items()
        if (found[field] - figure) * (-1 if field in LESS_IS_BETTER else 1) < -slack
    }


def _records(name: str, file: str) -> list[dict[str, object]]:
    data = (CORPUS / name / file).read_bytes()
    articles = understand(Source(file, data, "", COLLECTED), Limits()).articles
    return [understood(article) for article in articles]


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_ingest", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
