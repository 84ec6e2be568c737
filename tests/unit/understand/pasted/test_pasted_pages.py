"""Pages as people paste them, in nine languages: `pages/NAME.txt` and what is in it, `NAME.yml`."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator.models import Article
from generator.understand import pasted
from generator.understand.editor.trace import trace
from sources import article_of

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def article(path: Path) -> Article:
    return article_of(path.name, path.read_bytes(), pasted, collected=dt.date(2026, 1, 1))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_understood(path: Path):
    expected = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
    found = article(path)
    assert found.title == expected["title"]
    assert (str(found.date), found.date_inferred) == (expected["date"], None)
    assert found.language == expected["language"]
    assert list(found.authors) == expected["authors"]
    assert labels(found, path.read_text(encoding="utf-8")) == expected["labels"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_is_accounted_for(path: Path):
    text = path.read_text(encoding="utf-8").rstrip("\n")
    traced = trace(article(path), text)
    assert [line.text for line in traced if not line.taken_for] == []


def labels(found: Article, text: str) -> str:
    """Return a letter per line, as the expectations have them."""
    letters = {"title": "T", "paragraph": "B", "heading": "B", "quote": "B", "item": "B"}
    kinds = [line.taken_for for line in trace(found, text.rstrip("\n"))]
    return "".join("N" if kind.startswith("dropped") else letters.get(kind, "F") for kind in kinds)
