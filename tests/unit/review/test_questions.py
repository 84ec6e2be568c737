"""Each doubt becomes a question whose first answer accepts what was understood."""

import datetime as dt
from dataclasses import replace

import pytest

from generator.config import Limits
from generator.corrections import SIDECAR, corrected
from generator.models import Problem
from generator.moments import Moment
from generator.review.candidates import InUse
from generator.review.examination import Request, examine
from generator.review.questions import DOUBTS, questions_of, typed
from generator.understand.editor.doubts import doubted
from generator.validation import ConfigError
from sources import article_of, source

TEXT = (
    "The bridge over the harbour was closed on Sunday morning for repairs that take two weeks, "
    "and the trams end at the market place until then, said the office for roads, which had found "
    "rust under the pavement of the northern ramp in the spring and had warned of it twice since.\n"
)
BRIDGE = f"Harbour bridge closed\nBy Ada Miller\n03/04/2025\n\n{TEXT}"
IN_USE = InUse(("Local", "Sport"), ("The Courier",))


def examined(text, *doubts, name="bridge.txt", key="", **sidecar):
    found = examine(
        Request(source(name, text, **sidecar), key or name, tuple(doubts), IN_USE, Limits())
    )
    assert found is not None
    return found


def questions(text, *doubts, **more):
    return {question.code: question for question in examined(text, *doubts, **more).questions}


def sets(question):
    return [dict(choice.sets) for choice in question.choices]


def test_an_ambiguous_date_may_be_both_days_or_that_of_collection():
    found = questions(BRIDGE)["date-ambiguous"]
    assert [str(choice["date"]) for choice in sets(found)] == [
        "2025-03-04",
        "2025-04-03",
        "2025-09-01",
    ]
    assert [choice.origin for choice in found.choices] == [
        "line 3",
        "the same numbers",
        "the day it was collected",
    ]
    assert found.about == "2025-03-04 / 2025-04-03"


def test_an_inferred_year_may_be_another_one_that_is_past():
    found = questions(BRIDGE.replace("03/04/2025", "3 March"))["year-inferred"]
    assert [str(choice["date"]) for choice in sets(found)][:2] == ["2025-03-03", "2024-03-03"]


def test_the_29th_of_february_becomes_the_28th_in_another_year():
    found = questions(BRIDGE.replace("03/04/2025", "29 February"))["year-inferred"]
    assert [str(choice["date"]) for choice in sets(found)][:3] == [
        "2024-02-29",
        "2023-02-28",
        "2025-02-28",
    ]


def test_a_date_ahead_may_be_right_or_of_the_year_before():
    found = questions(BRIDGE, date=Moment(dt.date(2026, 3, 4)))["future-date"]
    assert sets(found)[:2] == [
        {"settled": ("future-date",)},
        {"date": Moment(dt.date(2025, 3, 4))},
    ]


def test_a_section_may_be_one_in_use_but_no_line_that_is_another_field():
    found = questions(BRIDGE)["no-section"]
    assert sets(found) == [
        {"settled": ("no-section",)},
        {"section": "Local"},
        {"section": "Sport"},
    ]


def test_an_answer_keeps_what_is_settled():
    found = questions(BRIDGE, settled=("date-ambiguous",))
    assert "date-ambiguous" not in found
    assert sets(found["no-section"])[0] == {"settled": ("date-ambiguous", "no-section")}


def test_a_title_may_be_the_line_that_the_doubt_names():
    found = questions("The pool opens\n\nThe pool opened. Hooray.\n", name="pool.txt")
    assert [choice["title"] for choice in sets(found["title-candidates"])] == [
        "The pool opens",
        "The pool opened. Hooray.",
    ]


def test_an_article_whose_text_is_in_doubt_may_be_kept_back():
    found = questions("The pool opens\n2 May 2025\n\nThe pool opened. Hooray.\n")["short-body"]
    assert sets(found) == [{"settled": ("short-body",)}, {"draft": True}]
    assert not found.field


def test_a_copy_that_only_the_collection_knows_is_asked_about():
    doubt = Problem("bridge.txt", "doubt", "bridge-2.txt has the same text.", "near-copy")
    other = Problem("pool.txt", "doubt", "is a copy.", "near-copy")
    found = questions(BRIDGE, doubt, other)["near-copy"]
    assert sets(found) == [{"settled": ("near-copy",)}, {"draft": True}]
    assert "near-copy" not in questions(BRIDGE, doubt, settled=("near-copy",))


def test_an_entry_of_a_feed_is_shown_by_its_paragraphs():
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Bay</title><item>'
        "<title>Dyke holds</title><guid>d1</guid><description>The dyke held on Sunday, "
        "said the office for dykes.</description></item></channel></rss>"
    )
    found = examined(feed, name="bay.xml", key="bay.xml#d1")
    assert found.entry == "d1"
    assert [line.taken_for for line in found.lines] == ["paragraph"]
    assert "no-date" in {question.code for question in found.questions}


def test_an_article_that_is_gone_is_not_examined():
    assert examine(Request(source("a.txt", BRIDGE), "b.txt", (), IN_USE, Limits())) is None


def test_fields_come_with_where_they_were_found():
    fields = {field.name: field for field in examined(BRIDGE).fields}
    assert (fields["authors"].value, fields["authors"].origin) == ("Ada Miller", "line 2")
    assert fields["place"].value == ""
    assert [candidate.label for candidate in fields["outlet"].candidates] == ["The Courier"]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("date", "2025-08-29", Moment(dt.date(2025, 8, 29))),
        ("authors", "Ada Miller, Ben Cole", ("Ada Miller", "Ben Cole")),
        ("section", " Local ", "Local"),
    ],
)
def test_what_is_typed_becomes_a_value(field, text, value):
    assert typed(field, text) == {field: value}


@pytest.mark.parametrize(
    ("field", "text"), [("date", "31 June"), ("language", "English"), ("url", "x"), ("title", " ")]
)
def test_what_is_typed_must_be_a_value(field, text):
    with pytest.raises(ConfigError, match=field):
        typed(field, text)


@pytest.mark.parametrize("code", sorted(DOUBTS))
def test_every_doubt_can_be_accepted(code):
    article = article_of("bridge.txt", BRIDGE)
    doubt = Problem("bridge.txt", "doubt", "is in doubt.", code)
    (question,) = questions_of(article, [doubt, doubt], {})
    doubtful = replace(article, problems=(doubt,))
    accepted = doubted(corrected(doubtful, question.choices[0].sets, SIDECAR))
    assert code not in {problem.code for problem in accepted.problems}
