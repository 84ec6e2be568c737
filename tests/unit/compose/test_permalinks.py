"""Where an article's page stands, and what may move it."""

import pytest

from articles import make_article
from generator.compose.article.permalinks import assign


def article(name="a.txt", slug=None, title="Harbour bridge opens"):
    return make_article(source=name, title=title, date="2025-03-01", slug=slug)


@pytest.mark.parametrize("slug", ["harbour", "harbour-bridge", "bridge"])
def test_a_slug_that_the_old_one_begins_with_is_honoured(slug):
    known = {"a.txt": "articles/2025/harbour-bridge-opens.md"}
    assert assign([article(slug=slug)], known, set()) == (f"articles/2025/{slug}.md",)


def test_a_slug_whose_address_is_taken_gets_a_mark_and_keeps_it():
    articles = [article("a.txt"), article("b.txt", slug="harbour-bridge-opens")]
    first = assign(articles, {}, set())
    known = {article.key: path for article, path in zip(articles, first, strict=True)}
    assert first[1].startswith("articles/2025/harbour-bridge-opens-")
    assert assign(articles, known, set()) == first
