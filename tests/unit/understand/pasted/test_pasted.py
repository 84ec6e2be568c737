"""Texts as people paste them, beside what they say: `pasted/NAME.txt` and `NAME.yml`."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

FOLDER = Path(__file__).with_name("texts")
COLLECTED = dt.date(2026, 11, 1)


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.txt")))
def test_what_was_pasted_is_understood(name):
    expected = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    data = (FOLDER / f"{name}.txt").read_bytes()
    (article,) = understand(Source(f"{name}.txt", data, "", COLLECTED), Limits()).articles
    found = {field: getattr(article, field, None) for field in expected}
    if "authors" in found:
        found["authors"] = list(article.authors)
    if "paragraphs" in found:
        found["paragraphs"] = len(article.blocks)
    for values in (found, expected):
        values |= {field: str(values[field]) for field in ("date", "updated") if values.get(field)}
    assert found == expected
