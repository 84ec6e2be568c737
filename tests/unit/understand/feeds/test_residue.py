"""What feeds put below an entry, and two articles in one file."""

import datetime as dt

import pytest

from generator.models import Article, Block
from generator.understand.feeds.footers import without_residue
from sources import article_of

TEXT = Block("The quay opened on Friday, the city said.")


@pytest.mark.parametrize(
    "line",
    [
        "Continue reading →",
        "Read more",
        "Weiterlesen …",
        "Lire la suite",
        "Читать далее",
        "Continua a leggere",
        "Lees verder",
        "Continue lendo",
        "Continuer la lecture →",
        "Seguir leyendo…",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "The post Quay opens appeared first on Bay News.",
        "Der Beitrag Kai öffnet erschien zuerst auf Hafenblatt.",
        "Copyright 2026 Bay News. All rights reserved.",
    ],
)
def test_a_last_line_about_the_page_is_dropped_and_listed(line):
    blocks, dropped = without_residue((TEXT, Block(line)))
    assert blocks == (TEXT,)
    assert [(line.line, line.text) for line in dropped] == [(2, line)]


def test_it_is_found_behind_the_last_sentence_too():
    blocks, dropped = without_residue((Block("The quay opened … Continue reading →"),))
    assert blocks == (Block("The quay opened …"),)
    assert dropped[0].text == "Continue reading →"


@pytest.mark.parametrize(
    "line", ["The talks continue on Monday.", "He said more.", "She signed the newsletter."]
)
def test_text_stays(line):
    assert without_residue((TEXT, Block(line))) == ((TEXT, Block(line)), ())


def test_a_text_of_furniture_alone_is_kept():
    assert without_residue((Block("Read more"),)) == ((Block("Read more"),), ())


FIRST = (
    "Ferry sinks off the northern cape\n20 November 2025\n\nA ferry with 112 people sank off the "
    "cape on Thursday, and all were rescued by fishermen, the coast guard said.\n"
)
SECOND = (
    "Dam opens in the upper valley\n21 November 2025\n\nA dam was opened in the valley on Friday, "
    "and it will bring power to 300,000 households, the ministry said on the day.\n"
)


def read(name: str, text: str) -> Article:
    return article_of(name, text, collected=dt.date(2026, 1, 1))


def doubts(article: Article) -> list[str]:
    return [problem.message for problem in article.problems if problem.code == "two-articles"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"{FIRST}\n___\n\n{SECOND}"),
        ("a.txt", f"{FIRST}\n* * *\n{SECOND}"),
        ("a.md", f"# {FIRST}\n---\n\n## {SECOND}".replace("\n2", "\n\n2")),
    ],
)
def test_a_second_article_is_doubted_by_its_headline(name, text):
    (doubt,) = doubts(read(name, text))
    assert "'Dam opens in the upper valley'" in doubt


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        f"{FIRST}\n{SECOND}",  # nothing divides them: it may be a page with teasers
        (
            f"{FIRST}\n---\n\nBackground\n\nFerries have crossed the strait since 1950, the guard "
            "said in its yearly report on the safety of the coastal waters.\n"
        ),
        f"{FIRST}\n---\n\nDam opens in the upper valley\n21 November 2025\n",
    ],
)
def test_a_rule_within_an_article_is_no_second_one(text):
    assert doubts(read("a.txt", text)) == []
