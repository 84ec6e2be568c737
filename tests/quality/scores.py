"""What is understood of the corpus kept beside the project, and the scorer that judges it."""

import datetime as dt
import importlib.util
import json
from pathlib import Path

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

SHARED = Path(__file__).resolve().parents[3] / "shared"
CORPUS, SCORER = SHARED / "corpus", SHARED / "score/score_ingest.py"
COLLECTED = dt.date(2026, 11, 25)


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
        "date": article.date,
        "date_inferred": article.date_inferred,
        "authors": list(article.authors),
        "section": article.section,
        "outlet": article.outlet,
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
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found, _ = module.score(known, read, str(CORPUS / folder))
    return {name: share for name, (share, _) in found.items()}
