"""Whole pages around few and short paragraphs: `thin_pages/NAME.txt` and what is in it, `NAME.yml`.

`labels` has a letter for each line that is not empty: T the title, B text of the article, "." a
line of the page, "?" one that may be either. Names of outlets and sections are in lower case.
"""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator.models import Article
from generator.understand import pasted
from generator.understand.editor.trace import trace
from sources import article_of

PAGES = sorted((Path(__file__).parent / "thin_pages").glob("*.txt"))
TEXT = frozenset({"paragraph", "heading", "quote", "item", "number", "verse"})


def article(path: Path) -> Article:
    return article_of(path.name, path.read_bytes(), pasted, collected=dt.date(2026, 1, 1))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_head_is_understood(path: Path):
    expected = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    found = article(path)
    assert found.title == expected["title"]
    assert (str(found.date)[:10], list(found.authors)) == (expected["date"], expected["authors"])
    names = {"outlet": found.outlet, "section": found.section}
    lower = {field: name and name.lower() for field, name in names.items() if field in expected}
    assert lower == {field: expected[field] for field in lower}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_line_of_the_text_is_lost_and_none_of_the_page_kept(path: Path):
    labels = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))["labels"]
    text = path.read_text(encoding="utf-8").rstrip("\n")
    lines = [line for line in trace(article(path), text) if line.text.strip()]
    assert len(labels) == len(lines)
    wrong = [
        (label, line.text)
        for label, line in zip(labels, lines, strict=True)
        if label in "B." and (label == "B") != (line.taken_for in TEXT)
    ]
    assert wrong == []
