"""A short text pasted without the page around it loses what strays into it, and nothing else."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

KNOWN = yaml.safe_load(Path(__file__).with_name("captions.yml").read_text(encoding="utf-8"))
CASES = [(language, aside) for language, case in KNOWN.items() for aside in case["asides"]]


@pytest.mark.parametrize(("language", "aside"), CASES)
def test_an_aside_between_paragraphs_is_dropped_with_its_reason(language, aside):
    title, date, *paragraphs = KNOWN[language]["text"]
    rows = [title, date, *paragraphs[:2], aside, *paragraphs[2:]]
    source = Source("a.txt", "\n".join(rows).encode(), "", dt.date(2026, 1, 1))
    (article,) = understand(source, Limits()).articles
    assert [block.text for block in article.blocks] == paragraphs
    assert [(case.text, case.reason) for case in article.dropped] == [
        (aside, KNOWN[language]["asides"][aside])
    ]
