"""Lines that several articles of a site repeat are left out; those that belong to a text stay."""

import dataclasses
import random

from articles import make_article
from generator.models import Article, Dropped
from generator.relate import repeated_lines

WORDS = [f"word{number}" for number in range(3000)]
BOX = "Sign up for the Harbour Letter, each Friday in your inbox"
BIO = "Mara Lindqvist teaches coastal history at the island college."


def prose(seed: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=40)) + "."


def article(name: str, *lines: str, **fields: object) -> Article:
    return make_article(*lines, source=name, title=f"Title of {name}", **fields)


def around(line: str, count: int, **fields: object) -> list[Article]:
    """Return articles that have nothing in common but a line in their midst."""
    return [
        article(f"{at}.txt", prose(9 * at), prose(9 * at + 1), line, prose(9 * at + 2),
                prose(9 * at + 3), prose(9 * at + 4), prose(9 * at + 5), **fields)
        for at in range(count)
    ]  # fmt: skip


def ending(line: str, count: int) -> list[Article]:
    """Return articles that have nothing in common but their last line."""
    return [
        article(f"{at}.txt", *(prose(9 * at + part) for part in range(6)), line)
        for at in range(count)
    ]


def trimmed(articles: list[Article]) -> list[Article]:
    changed = dict(repeated_lines.without_repeated(articles))
    return [changed.get(number, item) for number, item in enumerate(articles)]


def texts(articles: list[Article]) -> list[str]:
    found = trimmed(articles)
    return [block.text for item in found for block in item.blocks]


def test_a_box_is_left_out_from_three_articles_on():
    assert texts(around(BOX, 2)).count(BOX) == 2
    assert texts(around(BOX, 3)).count(BOX) == 0


def test_what_was_left_out_is_listed_with_the_other_files():
    first, *_ = trimmed(around(BOX, 3))
    assert first.dropped == (Dropped(3, BOX, "repeated in the collection", ("1.txt", "2.txt")),)


def test_the_line_is_the_one_of_the_source_where_that_is_known():
    articles = around(BOX, 3)
    blocks = tuple(dataclasses.replace(b, line=10 + at) for at, b in enumerate(articles[0].blocks))
    articles[0] = dataclasses.replace(articles[0], blocks=blocks)
    first, *_ = trimmed(articles)
    assert [item.line for item in first.dropped] == [12]


def test_headings_refrains_and_sentences_in_a_text_stay():
    for line in ("Background", "What the council wants", "Yes.", "Q:", "INES CARVALHO, HOST:",
                 "And these two?", "The ministry did not answer a request."):  # fmt: skip
        assert texts(around(line, 12)).count(line) == 12


def test_a_sentence_that_ends_the_articles_of_a_column_is_its_footer():
    assert texts(ending(BIO, 4)).count(BIO) == 4
    assert texts(ending(BIO, 5)).count(BIO) == 0
    assert texts(ending("Thank you.", 9)).count("Thank you.") == 9


def test_versions_of_one_text_are_no_evidence():
    parts = [prose(at) for at in range(8)]
    versions = [
        article(f"{at}.txt", f"New: {prose(100 + at)}", *parts[:4], BOX, *parts[4:])
        for at in range(5)
    ]
    assert texts(versions).count(BOX) == 5


def test_copies_are_no_evidence():
    copies = [article(f"{at}.txt", prose(1), BOX, prose(2)) for at in range(4)]
    assert texts(copies).count(BOX) == 4


def test_an_editor_s_own_text_is_neither_changed_nor_evidence():
    assert texts(around(BOX, 5, verbatim=True)).count(BOX) == 5
    mixed = [*around(BOX, 2), article("own.md", prose(90), BOX, prose(91), verbatim=True)]
    assert texts(mixed).count(BOX) == 3


def test_no_article_loses_most_of_its_text():
    short = [article(f"s{at}.txt", BOX, f"Boat {at} is late.") for at in range(3)]
    assert texts([*around(BOX, 5), *short]).count(BOX) == 3


def test_one_more_article_names_the_same_others():
    dropped = [trimmed(around(BOX, n))[0].dropped for n in (7, 9)]
    assert dropped[0] == dropped[1]
