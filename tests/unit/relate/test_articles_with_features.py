"""What is compared of articles is computed once for each text, and anew where it changes."""

import dataclasses
from pathlib import Path

import pytest

from articles import make_article
from generator.article_list import text_digest
from generator.config import Outlet, Settings
from generator.models import Analysis, Block, Candidate, Problem, Understood
from generator.relate.articles_with_features import ArticlesWithFeatures
from generator.relate.kept_parts import Kept, Parts
from generator.relate.names_in_article import Names
from generator.relate.similarity import Terms
from generator.relate.text_features import TextFeatures

FIRST = make_article("The harbour board met.", "It approved 31 million.", source="a.txt")
OTHER = make_article("Herons are back: 212 nests.", source="b.txt")


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what features are computed of, by source."""
    found: list[str] = []
    compute = TextFeatures.of

    def noted(article):
        found.append(article.source)
        return compute(article)

    monkeypatch.setattr(TextFeatures, "of", noted)
    return found


def gathered(cache: Path) -> ArticlesWithFeatures:
    made = ArticlesWithFeatures(cache, None)
    made.add([FIRST])
    made.add([OTHER])
    made.save()
    return made


def test_the_next_build_computes_nothing(tmp_path, computed):
    first = gathered(tmp_path)
    assert computed == ["a.txt", "b.txt"]
    again = gathered(tmp_path)
    assert computed == ["a.txt", "b.txt"]
    assert again.articles.digests == first.articles.digests
    assert [text.numbers for text in again.features] == [{"31"}, {"212"}]


class Read(list[Understood]):
    """The results of reading sources, and how often each was read from disk."""

    def __init__(self, *found: Understood) -> None:
        super().__init__(found)
        self.keys = [str(at) for at in range(len(found))]
        self.times = [0] * len(found)

    def __getitem__(self, at):
        self.times[at] += 1
        return super().__getitem__(at)


def read_again(cache: Path, results: Read) -> ArticlesWithFeatures:
    made = ArticlesWithFeatures(cache, None)
    settings = Settings(outlets={"Bay": Outlet(name="The Bay")})
    for at in range(len(results)):
        made.add_source(results, at, settings)
    made.save()
    return made


def test_the_next_build_reads_no_text_that_it_does_not_use(tmp_path, computed):
    titled = dataclasses.replace(FIRST, outlet="Bay")
    problem = Problem("a.txt", "warning", "is short.")
    found = Understood((titled,), (problem,)), Understood((FIRST, OTHER)), Understood()
    first = read_again(tmp_path, Read(*found))
    results = Read(*found)
    again = read_again(tmp_path, results)
    assert results.times == [0, 1, 1]  # only an article that is alone in its file can be left
    assert computed == ["a.txt", "b.txt"]
    assert again.articles.heads == first.articles.heads
    assert again.articles.digests == first.articles.digests
    assert again.articles[0] == dataclasses.replace(titled, outlet="The Bay")
    assert list(again.articles) == list(first.articles)
    again.apply([(1, None), (0, OTHER)])
    assert list(again.articles) == [OTHER, OTHER]


def test_a_changed_text_is_another_one(tmp_path, computed):
    made = gathered(tmp_path)
    shorter = dataclasses.replace(FIRST, blocks=FIRST.blocks[:1])
    made.apply([(0, shorter), (1, None)])
    assert list(made.articles) == [shorter]
    assert made.articles.digests == [text_digest(shorter)]
    assert [text.numbers for text in made.features] == [frozenset()]
    assert computed[2:] == ["a.txt"]


def test_where_a_line_is_in_the_source_does_not_count():
    moved = dataclasses.replace(FIRST, blocks=tuple(Block(b.text, line=9) for b in FIRST.blocks))
    assert text_digest(moved) == text_digest(FIRST)
    assert text_digest(OTHER) != text_digest(FIRST)


def test_parts_are_kept_by_the_analysis_they_are_of(tmp_path, monkeypatch):
    found = Candidate("Mara Lind", "mara lind", 0.0, 0.0, name=True)
    analysis = Analysis(candidates=(found,), terms=(("lind", 2),), headline=("lind",))
    first = Parts.of([analysis], Kept(["one"], tmp_path))
    assert first.names[0].surnames == {"lind": ["mara lind"]}
    assert first.candidates[0].candidates == (found,)
    assert first.terms[0] == Terms.of(analysis)
    monkeypatch.setattr(Names, "of", None)
    again = Parts.of([], Kept(["one"], tmp_path))  # the analysis is not read again
    assert [*again.names, *again.candidates] == [*first.names, *first.candidates]
    with pytest.raises(TypeError):
        Parts.of([analysis], Kept(["two"], tmp_path))
