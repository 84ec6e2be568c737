"""What stands for an article in lists."""

from __future__ import annotations

import datetime as dt

from generator.analyse.summary import summary
from generator.models import Article, Block, KeyPoint

FIRST = "The council of Elmford voted on Monday for a second bridge, which opens in two years."
LONG = "The works, " + "which began late, " * 30 + "go on."


def article(*paragraphs: str, standfirst: str | None = None) -> Article:
    blocks = tuple(map(Block, paragraphs))
    return Article(
        source="a.txt",
        sha256="",
        collected=dt.date(2025, 8, 30),
        title="Bridge",
        blocks=blocks,
        language="en",
        standfirst=standfirst,
    )


def test_a_short_paragraph_stands_whole():
    assert summary(article(FIRST, "More."), ()) == FIRST


def test_a_long_paragraph_ends_with_a_sentence():
    second = "It costs 12 million, said Dr. Ines Carvalho."
    assert summary(article(f"{FIRST} {second} {LONG}"), ()) == f"{FIRST} {second}"


def test_a_first_sentence_that_is_too_long_is_cut_at_a_word():
    found = summary(article(LONG), ())
    assert found.endswith("late …")
    assert LONG.startswith(found.removesuffix(" …"))
    assert len(found) <= 322


def test_the_standfirst_comes_before_a_key_point_and_that_before_the_text():
    point = KeyPoint("It opens in two years.", 0, 0)
    assert (
        summary(article(FIRST, standfirst="A bridge, at last."), (point,)) == "A bridge, at last."
    )
    assert summary(article(FIRST), (point,)) == point.text
    assert summary(article(), ()) == ""


def test_a_headline_that_the_text_repeats_is_no_summary():
    assert summary(article("Bridge", FIRST), ()) == FIRST
