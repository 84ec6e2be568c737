"""The story of the same articles is kept; what changes one of them tells it anew."""

import dataclasses

import pytest

from articles import make_article
from generator import relate as relate_module
from generator.analyse import analyse
from generator.models import Insight
from generator.relate import tell_stories
from generator.relate.kept_parts import Kept

FIRST = make_article(
    "A storm cut the power in Norhaven on Monday.",
    "At least 18 people were injured, the mayor said.",
    source="first.txt",
    title="Storm in Norhaven",
    date="2026-05-01",
)
SECOND = make_article(
    "The storm in Norhaven also closed the harbour for two days.",
    "More than 25 people were injured, doctors said on Tuesday.",
    source="second.txt",
    title="Harbour closed after the storm",
    date="2026-05-02",
)


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Return a function that tells the story of articles, and the list of those compared."""
    compared = []
    compare = relate_module.compare

    def noted(articles, analyses):
        compared.append([article.key for article in articles])
        return compare(articles, analyses)

    monkeypatch.setattr(relate_module, "compare", noted)

    def tell(*articles):
        kept = Kept([f"{article.title} {article.blocks}" for article in articles], tmp_path)
        insights = [Insight(story="first.txt")] * len(articles)
        return list(tell_stories(articles, list(map(analyse, articles)), insights, kept))

    return tell, compared


def test_the_same_articles_are_compared_once(told):
    tell, compared = told
    first = tell(FIRST, SECOND)
    assert tell(FIRST, SECOND) == first
    assert compared == [["first.txt", "second.txt"]]


@pytest.mark.parametrize(
    "changed",
    [
        dataclasses.replace(SECOND, blocks=SECOND.blocks[:1]),
        dataclasses.replace(SECOND, source="third.txt"),
        dataclasses.replace(SECOND, date=None),
    ],
)
def test_a_changed_article_is_compared(told, changed):
    tell, compared = told
    tell(FIRST, SECOND)
    tell(FIRST, changed)
    assert len(compared) == 2
