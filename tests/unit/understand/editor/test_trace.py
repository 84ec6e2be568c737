"""What each line of a source was taken for."""

import datetime as dt

from generator.models import Article, Block, Dropped
from generator.understand.editor.trace import Line, trace

TEXT = "Quay opens\nShare\n\n3 May 2025 | Jane Doe\nWhy now\n* The quay opened.\n…\nLeft over"


def article(**more: object) -> Article:
    blocks = (Block("Why now", "heading"), Block("The quay opened.", "item"))
    return Article("quay.txt", "", dt.date(2025, 6, 1), "Quay opens", blocks, "en", **more)


def taken(found: tuple[Line, ...]) -> list[str]:
    return [line.taken_for for line in found]


def test_every_line_is_shown_with_its_classification():
    origins = {"title": "line 1", "date": "line 4", "authors": "line 4", "language": "text"}
    dropped = (Dropped(2, "Share", "share button"), Dropped(7, "…", "page control"))
    found = trace(article(origins=origins, dropped=dropped), TEXT)
    assert [line.number for line in found] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [line.text for line in found] == TEXT.split("\n")
    assert taken(found) == [
        "title",
        "dropped: share button",
        "empty",
        "date, authors",
        "heading",
        "item",
        "dropped: page control",
        "",
    ]


def test_a_line_of_a_paragraph_of_several_lines_is_found_in_it():
    found = article(origins={})
    found = Article(
        found.source, "", found.collected, "T", (Block("One line and the next line."),), "en"
    )
    assert taken(trace(found, "One line and\nthe next line.\nelse")) == [
        "paragraph",
        "paragraph",
        "",
    ]


def test_fields_that_come_from_elsewhere_name_no_line():
    origins = {"title": "sidecar", "date": "front matter", "section": "line 12 or so"}
    assert taken(trace(article(origins=origins), "Quay opens")) == [""]


def test_marks_and_case_do_not_hide_a_line():
    assert taken(trace(article(), "**WHY NOW**\n- the quay opened")) == ["heading", "item"]


def test_a_line_of_marks_alone_is_not_taken_for_text():
    assert taken(trace(article(), "---\n   \n")) == ["", "empty", "empty"]
