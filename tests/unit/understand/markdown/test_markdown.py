"""Markdown articles, with front matter and without."""

import datetime as dt

import pytest

import sources
from generator.models import Article, Block, Source, Understood
from generator.understand import markdown

NOTE = """# Quay opens

*3 May 2025*

The **quay** opened on [Friday](https://bay.example/friday), and `ferries` came.
Forty people crossed.

## Why now

![A ferry](ferry.jpg)

- One boat
- Two boats

> "It is quiet," she said.

***
"""
FRONT = """---
title: Quay opens
date: 2025-05-03
authors: [Jane Doe]
categories: [Harbours]
---
"""


def read(text: str, name: str = "quay.md", **sidecar: object) -> Understood:
    return sources.read(name, text, markdown, **sidecar)


def article(text: str, **sidecar: object) -> Article:
    return sources.article_of("quay.md", text, markdown, **sidecar)


def test_title_date_and_blocks():
    found = article(NOTE)
    assert (found.title, str(found.date), found.date_inferred) == ("Quay opens", "2025-05-03", None)
    assert found.origins["title"] == "line 1"
    assert found.origins["date"] == "line 3"
    assert found.blocks == (
        Block("The quay opened on Friday, and ferries came. Forty people crossed."),
        Block("Why now", "heading"),
        Block("One boat", "item"),
        Block("Two boats", "item"),
        Block('"It is quiet," she said.', "quote"),
    )


def test_omitted_elements_are_reported():
    dropped = {(line.line, line.reason) for line in article(NOTE).dropped}
    assert {line for line, _ in dropped} >= {10}
    assert all(reason for _, reason in dropped)


def test_front_matter_takes_precedence():
    found = article(f"{FRONT}# Quay opens\n\nThe quay opened.\n\n1 January 2020 was another day.")
    assert (found.title, str(found.date)) == ("Quay opens", "2025-05-03")
    assert (found.authors, found.section) == (("Jane Doe",), "Harbours")
    assert found.origins["date"] == "front matter"
    assert found.blocks[0] == Block("The quay opened.")


def test_invalid_front_matter_is_dropped_and_reported():
    found = read("---\ntitle: [\n---\n# Quay opens\n\nThe quay opened.")
    assert found.articles[0].title == "Quay opens"
    assert [problem.level for problem in found.problems + found.articles[0].problems] == ["warning"]


def test_headings_may_be_underlined():
    found = article("Quay opens\n=====\n\nThe quay opened.\n\nWhy now\n----\n\nFerries came.")
    assert found.title == "Quay opens"
    assert found.blocks[1] == Block("Why now", "heading")


def test_without_a_heading_the_first_block_is_the_title():
    found = article("Quay opens\n\nThe quay opened.")
    assert (found.title, found.blocks) == ("Quay opens", (Block("The quay opened."),))


def test_a_year_that_is_not_stated_is_inferred_and_marked():
    found = article("# Quay opens\n\n3 May\n\nThe quay opened.")
    assert (str(found.date), found.date_inferred) == ("2025-05-03", "year")


@pytest.mark.parametrize(
    ("text", "what"), [("# Quay opens\n", "no text below"), ("---\n---\n", "no title")]
)
def test_what_is_missing_is_an_error_that_says_what_to_do(text: str, what: str):
    found = read(text)
    assert found.articles == ()
    (problem,) = found.problems
    assert problem.level == "error"
    assert what in problem.message.lower()


def test_marks_of_code_and_escapes_are_text():
    found = article("# Quay opens\n\nUse \\*two\\* ropes <b>now</b>, see <https://bay.example/>.")
    assert found.blocks == (Block("Use *two* ropes now, see https://bay.example/."),)


@pytest.mark.parametrize(
    ("name", "data", "taken"),
    [
        ("a.md", b"text", True),
        ("a.txt", b"# Title\n\ntext", True),
        ("a.txt", b"---\ntitle: T\n---\n", True),
        ("a.txt", b"Title\n\ntext", False),
    ],
)
def test_what_is_taken_for_markdown(name: str, data: bytes, *, taken: bool):
    assert markdown.accepts(Source(name, data, "", dt.date(2025, 6, 1))) is taken


BELOW = "\n\nForty people crossed on the first boat, and the band of the fire brigade played.\n"


@pytest.mark.parametrize(
    "line",
    [
        "The quay is to open on 5 May 2025.",
        "The ferry to the north was cancelled on 5 May 2025 in Osby",
        "On 5 May 2025, the council met.",
        "It rained on 5 May.",
        "The war ended on 8 May 1945.",
        "Deadline: 5 May 2025",
        "Opening 5 May 2025, 10:00",
        "5 May 2025: how the quay was built",
        "- 5 May 2025",
    ],
)
def test_a_date_of_an_event_is_not_the_article_s_and_its_line_stays(line):
    found = article(f"# Quay opens\n\n{line}{BELOW}")
    assert found.date is None
    assert found.blocks[0].text == line.removeprefix("- ")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Sat 3 May 2025", ()),
        ("Published: 3 May 2025 | Updated: 4 May 2025", ()),
        ("- Published: 3 May 2025", ()),
        ("The Courier, 3 May 2025", ()),
        ("By Ada Miller, 3 May 2025", ("Ada Miller",)),
        ("Written by Ada Miller on 3 May 2025", ("Ada Miller",)),
    ],
)
def test_a_line_that_dates_the_article_states_its_writer_too(line, authors):
    found = article(f"# Quay opens\n\n{line}{BELOW}")
    assert (str(found.date), found.authors) == ("2025-05-03", authors)
    assert len(found.blocks) == 1
    assert (found.origins.get("authors") == "line 3") is bool(authors)


def test_metadata_without_fences_are_read():
    text = (
        "Title: Quay opens\nDate: 2025-05-03 08:15\nCategory: Harbours\n"
        "Authors: Doe, Jane; Roe, Max\nSummary: Ferries\n    came.\n\nFerries came.\n"
    )
    (article,) = read(text).articles
    assert (article.title, str(article.date)) == ("Quay opens", "2025-05-03T08:15:00")
    assert (article.section, article.authors) == ("Harbours", ("Jane Doe", "Max Roe"))
    assert article.blocks == (Block("Ferries came."),)


def test_a_byline_with_the_authors_of_the_front_matter_is_dropped():
    text = (
        "---\nsource: https://bay.example/quay\nauthor: By Jane Doe and Max Roe\n---\n\n"
        "# Quay opens\n\nBy Jane Doe and Max Roe\n\nForty people crossed on the first day.\n"
    )
    (article,) = read(text).articles
    assert article.authors == ("Jane Doe", "Max Roe")
    assert article.blocks == (Block("Forty people crossed on the first day."),)
