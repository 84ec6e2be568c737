"""Everything that the review says has a phrase in the interface's languages."""

import datetime as dt
from pathlib import Path

import pytest

from generator.config import Limits
from generator.models import Problem, Source
from generator.moments import Moment
from generator.review.questions import DOUBTS, Choice, questions_of
from generator.review.wording import Wording
from generator.understand import understand
from sources import article_of

GERMAN, ENGLISH = Wording.of("de"), Wording.of("en")
FORMATS = Path(__file__).parents[1] / "understand/formats"


def articles():
    """Yield the articles of files that the tests of understand/ read, the fast ones."""
    for folder in ("clippers", "feeds", "live", "mail", "releases", "transcripts"):
        for file in sorted((FORMATS / folder).iterdir()):
            if file.suffix not in {".py", ".yml"}:
                source = Source(file.name, file.read_bytes(), "", dt.date(2026, 1, 1))
                yield from understand(source, Limits()).articles


def test_every_reason_for_leaving_out_a_line_has_a_phrase():
    reasons = {item.reason for article in articles() for item in article.dropped}
    assert len(reasons) > 30
    said = {reason: ENGLISH.line(f"dropped: {reason}").replace("’", "'") for reason in reasons}
    assert said == {reason: f"left out: {reason}" for reason in reasons}
    same = [r for r in reasons if GERMAN.line(f"dropped: {r}") == f"weggelassen: {r}"]
    assert [reason for reason in same if " " in reason] == []


@pytest.mark.parametrize("code", sorted(DOUBTS))
def test_every_doubt_and_its_answers_have_phrases(code):
    article = article_of("bridge.txt", "Harbour bridge closed\n\nIt was closed on Sunday.\n")
    doubt = Problem("bridge.txt", "doubt", "is in doubt.", code)
    (question,) = questions_of(article, [doubt], {})
    assert GERMAN.doubt(code) != ENGLISH.doubt(code)
    for choice in question.choices:
        if choice.is_phrase:
            assert GERMAN.choice(choice) != ENGLISH.choice(choice)


def test_a_value_is_shown_as_it_is():
    assert (
        GERMAN.choice(Choice("2025-03-04", {"date": Moment(dt.date(2025, 3, 4))})) == "2025-03-04"
    )


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("line 3", "Zeile 3"),
        ("line 3, other order", "Zeile 3, Tag und Monat vertauscht"),
        ("the day it was collected", "der Tag der Sammlung"),
        ("front matter", "Front Matter"),
        ("_folder.yml", "_folder.yml"),
        ("og:site_name", "og:site_name"),
        ("h1", "h1"),
    ],
)
def test_where_a_value_was_found(origin, said):
    assert GERMAN.origin(origin) == said


def test_a_line_that_states_several_fields_names_each():
    assert GERMAN.line("date, views") == "Datum, Aufrufe"
    assert GERMAN.line("heading") == "Zwischentitel"
    assert GERMAN.line("") == ""
