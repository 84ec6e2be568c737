"""A file of each format beside what it says: `FOLDER/NAME.*` and `FOLDER/NAME.yml`.

Of an article only the fields that the expectation names are compared; of problems, that each
expected text is part of one, and that there are no others.
"""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from generator.config import Limits
from generator.models import Article, Source, Understood
from generator.understand import understand

HERE = Path(__file__).parent
COLLECTED = dt.date(2026, 11, 1)
EXPECTED = sorted(HERE.glob("*/*.yml"))
LACKING = {"no-section", "short-body", "no-date"}  # small files have these doubts


def source_of(expected: Path) -> Path:
    (source,) = (path for path in expected.parent.glob(f"{expected.stem}.*") if path != expected)
    return source


def read(path: Path) -> Understood:
    return understand(Source(path.name, path.read_bytes(), "0" * 64, COLLECTED), Limits())


def said_of(article: Article, fields: list[str]) -> dict[str, object]:
    found: dict[str, object] = {field: getattr(article, field, None) for field in fields}
    found |= {
        name: str(found[name])
        for name in ("date", "updated", "draft", "collected", "reading_minutes")
        if found.get(name) is not None
    }
    found |= {name: list(found[name]) for name in ("authors", "keywords") if name in found}
    if "text" in found:
        found["text"] = [
            block.text if block.kind == "paragraph" else {block.kind: block.text}
            for block in article.blocks
        ]
    return found


def problems_of(found: Understood) -> list[str]:
    of_articles = [problem for article in found.articles for problem in article.problems]
    return [item.message for item in (*found.problems, *of_articles) if item.code not in LACKING]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_says_what_is_expected(path):
    expected = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    found = read(source_of(path))
    wanted = expected.get("articles") or []
    names = [list(item) for item in (*wanted, *([{}] * len(found.articles)))]
    said = [said_of(*pair) for pair in zip(found.articles, names, strict=False)]
    assert [empty_as_none(item) for item in said] == [empty_as_none(item) for item in wanted]
    problems = problems_of(found)
    texts = expected.get("problems") or []
    assert len(problems) == len(texts), problems
    for text in texts:
        assert any(text in problem for problem in problems), problems


def empty_as_none(fields):
    return {name: value if value != "" else None for name, value in fields.items()}
