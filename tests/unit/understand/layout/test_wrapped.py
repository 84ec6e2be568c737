"""Hard-wrapped lines become paragraphs; what has a layout of its own keeps it."""

import pytest

from generator.understand.layout.hyphens import rejoined
from generator.understand.layout.wrapped import unwrapped, unwrapped_text

PROSE = """\
The wheel of the old mill turned on Monday for the first time since
1966, and the whole town came to the bridge to watch it. The repairs
took four years, and they cost less than the council had feared."""
ONE_LINE = PROSE.replace("\n", " ")


def test_a_paragraph_becomes_one_line_with_the_number_of_its_first():
    rows = list(enumerate(["Old mill turns", "", *PROSE.split("\n"), "", *PROSE.split("\n")], 1))
    assert unwrapped(rows) == [
        (1, "Old mill turns"),
        (2, ""),
        (3, ONE_LINE),
        (6, ""),
        (7, ONE_LINE),
    ]


@pytest.mark.parametrize(
    "kept",
    [
        "Item             2025        2026\nTimber           8,000       4,000",
        "- Timber for the wheel: 12,000\n- Iron: 4,000",
        "1. Timber for the wheel and the sluice, of oak from the town's woods\n2. Iron",
        "By Jane Doe\n3 March 2026",
    ],
    ids=["table", "bullets", "numbers", "head"],
)
def test_what_is_between_paragraphs_keeps_its_lines(kept):
    text = f"{PROSE}\n\n{kept}\n\n{PROSE}"
    assert unwrapped_text(text) == f"{ONE_LINE}\n\n{kept}\n\n{ONE_LINE}"


def test_a_line_below_an_item_belongs_to_it():
    text = f"{PROSE}\n\n- Timber for the wheel and for the sluice, most of it oak from\n  the town"
    assert unwrapped_text(text).endswith("most of it oak from the town")


VERSE = """\
The wheel stood still for sixty years,
The water ran beside it,
The miller's daughter dried her tears
And had no need to hide it.

Then came a man who had a saw,
A hammer and some money,
He mended everything he saw
And lived on bread and honey."""
FREE_VERSE = """\
the wheel stood still
and no one asked the water
where it went

a man came by
with a saw
and it was spring
and the town
looked out"""


@pytest.mark.parametrize(
    "text",
    [
        VERSE,
        FREE_VERSE,
        "\n".join(["Old mill turns again after sixty years, town council says"] * 9),
        "\n".join([ONE_LINE] * 4),
        "short\n",
        "",
    ],
    ids=["verse", "free verse", "headlines", "one line each", "a word", "nothing"],
)
def test_what_is_not_wrapped_stays(text):
    assert unwrapped_text(text) == text


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("the fer-", "ries sail", "the ferries sail"),
        ("a price-", "determining factor", "a price-determining factor"),
        ("a well-", "known yard", "a well-known yard"),
        ("in-", "and outbound boats", "in- and outbound boats"),
        ("the Anglo-", "Saxon mill", "the Anglo-Saxon mill"),
        ("the Lind-", "qvist mill", "the Lindqvist mill"),
        ("a co-", "operative", "a co-operative"),
        ("a 24-", "hour shift", "a 24-hour shift"),
        ("from 1990-", "1995 on", "from 1990-1995 on"),
        ("all 24-", "and 48-hour shifts", "all 24- and 48-hour shifts"),
        ("the fer\u00ac", "ries sail", "the ferries sail"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_it_is_the_words_own(left, right, whole):
    known = {"ferries", "price", "determining", "known", "outbound", "saxon"}
    words = {"co-operative"}
    is_word = known.__contains__
    assert rejoined(left, right, words, is_word, nouns_have_capitals=False) == whole


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("eine preis-", "bestimmende Frage", "eine preisbestimmende Frage"),
        ("das deutsch-", "polnische Werk", "das deutsch-polnische Werk"),
        ("am wenig-", "sten Streit", "am wenigsten Streit"),
        ("die Ost-", "West-Achse", "die Ost-West-Achse"),
        ("ein 24-", "stündiger Streik", "ein 24-stündiger Streik"),
    ],
)
def test_small_german_words_are_one_but_for_adjectives(left, right, whole):
    is_word = {
        "wenigsten",
        "preis",
        "bestimmende",
        "deutsch",
        "polnische",
        "ost",
        "west",
    }.__contains__
    assert rejoined(left, right, set(), is_word, nouns_have_capitals=True) == whole


def test_a_line_that_ends_with_a_conjunction_is_no_paragraphs_end():
    text = f"{PROSE} Now the\nSluice is next.\n\n{PROSE}"
    assert "Now the Sluice is next." in unwrapped_text(text)


GERMAN = """\
Der Rat hat am Montag über die Brücke, den Damm, die Schleuse und
Mühlen gesprochen und dem Bauamt für den Sommer neue Pläne und
Summen genannt. Eine Firma aus Hamburg soll die Pfeiler erneuern,
Kräne und Boote stehen schon am Ufer, und im Herbst ist alles bis
Oktober fertig."""


def test_german_nouns_at_the_beginnings_of_lines_do_not_hide_that_text_is_wrapped():
    assert unwrapped_text(GERMAN) == GERMAN.replace("\n", " ")
