"""A date of which only the month is stated: the month, never a day."""

import datetime as dt

import pytest

from ferry_page import FIRST, SECOND
from generator.config import Limits
from generator.models import Article, Source
from generator.understand import understand
from generator.understand.dates.months_only import month_in

COLLECTED = dt.date(2026, 9, 1)


@pytest.mark.parametrize(
    ("text", "language", "month"),
    [
        ("March 2026", "en", "2026-03-01"),
        ("Published in Mar. 2026", "en", "2026-03-01"),
        ("März 2026", "de", "2026-03-01"),
        ("marzo de 2026", "es", "2026-03-01"),
        ("mars 2026", "fr", "2026-03-01"),
        ("март 2026 г.", "ru", "2026-03-01"),
        ("2026. március", "hu", "2026-03-01"),
        ("2026-yil mart", "uz", "2026-03-01"),
        ("2026年3月", "ja", "2026-03-01"),
        ("2026년 3월", "ko", "2026-03-01"),
        ("مارس ٢٠٢٦", "ar", "2026-03-01"),
        ("2026-03", "en", "2026-03-01"),
        ("2026/03", "en", "2026-03-01"),
        ("3 March 2026", "en", None),
        ("the 3rd March 2026", "en", None),
        ("2026年3月5日", "ja", None),
        ("2026. március 5.", "hu", None),
        ("2026-03-05", "en", None),
        ("2026-13", "en", None),
        ("2026/27", "en", None),
        ("October 2026", "en", None),
        ("March", "en", None),
        ("2026", "en", None),
    ],
)
def test_a_month_is_read_where_no_day_is_stated(text, language, month):
    found = month_in(text, language, COLLECTED)
    assert (str(found.date) if found else None) == month
    assert found is None or found.inferred == "day"


def article(data: str, name: str) -> Article:
    source = Source(name, data.encode(), "0" * 64, COLLECTED)
    (found,) = understand(source, Limits()).articles
    return found


def stated(data: str, name: str = "ferry.txt") -> tuple[str | None, str | None]:
    found = article(data, name)
    return (str(found.date) if found.date else None), found.date_inferred


def pasted(*head: str, text: str = f"{FIRST}\n\n{SECOND}") -> str:
    return "\n".join(["Ferry waits for a cable", *head, "", text, ""])


@pytest.mark.parametrize(
    "head",
    [("March 2026",), ("By Ann Loy", "March 2026"), ("Published: March 2026",), ("2026-03",)],
)
def test_a_pasted_page_states_a_month_below_its_headline(head):
    assert stated(pasted(*head)) == ("2026-03-01", "day")
    assert "March 2026" not in [block.text for block in article(pasted(*head), "a.txt").blocks]


@pytest.mark.parametrize(
    "page",
    [
        pasted("When: March 2026"),
        pasted("Opening:", "March 2026"),
        pasted("March 2027"),
        pasted("January 2026", "February 2026", "March 2026"),
        pasted(text=f"{FIRST}\n\n{SECOND}\n\nMarch 2026\n\nApril 2026"),
        pasted(text=f"{FIRST}\n\nMarch 2026\n\n{SECOND}"),
        pasted(text=f"{FIRST} The cable broke in March 2026.\n\n{SECOND}"),
    ],
)
def test_a_month_of_something_else_is_no_date(page):
    assert stated(page) == (None, None)


def test_a_day_takes_precedence_over_a_month():
    assert stated(pasted("March 2026", "12 April 2026")) == ("2026-04-12", None)


def saved(body: str, head: str = "") -> str:
    head = f"<head><title>Ferry waits</title>{head}</head>"
    return f"<html lang='en'>{head}<body>{body}</body></html>"


TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"


@pytest.mark.parametrize(
    "page",
    [
        saved(f"<table><tr><td><font>March 2026<br><br>{FIRST}<br><br>{SECOND}</font></table>"),
        saved(f"<h1>Ferry waits</h1><p>March 2026</p>{TEXT}"),
        saved(TEXT, '<meta name="citation_publication_date" content="2026/03">'),
        saved(TEXT, '<meta property="article:published_time" content="2026-03">'),
        saved(
            TEXT,
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "2026-03"}'
            "</script>",
        ),
    ],
)
def test_a_saved_page_states_a_month(page):
    assert stated(page, "ferry.html") == ("2026-03-01", "day")


def test_the_months_of_an_archive_are_no_dates():
    archive = "<ul><li>January 2026</li><li>February 2026</li></ul>"
    assert stated(saved(f"{archive}<h1>Ferry waits</h1>{TEXT}"), "ferry.html") == (None, None)


@pytest.mark.parametrize("date", ["2026-03", "March 2026"])
def test_front_matter_states_a_month(date):
    front = f"title: Ferry waits\ndate: {date}\nupdated: April 2026"
    text = f"---\n{front}\n---\n\n{FIRST}\n\n{SECOND}\n"
    assert stated(text, "ferry.md") == ("2026-03-01", "day")
    assert article(text, "ferry.md").updated is None


def test_a_line_of_markdown_states_a_month():
    text = f"# Ferry waits\n\nMarch 2026\n\n{FIRST}\n\n{SECOND}\n"
    assert stated(text, "ferry.md") == ("2026-03-01", "day")


def feed(date: str) -> str:
    return (
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
        "<title>The Valley Courier</title><link>https://courier.example/</link>"
        f"<item><title>Ferry waits</title><dc:date>{date}</dc:date>"
        f"<description>{FIRST} {SECOND}</description></item></channel></rss>"
    )


@pytest.mark.parametrize(
    ("date", "expected"), [("2026-03", ("2026-03-01", "day")), ("2026", (None, None))]
)
def test_a_feed_states_a_month_or_less(date, expected):
    assert stated(feed(date), "ferry.xml") == expected


def test_a_reference_states_a_month():
    record = f"TY  - NEWS\nTI  - Ferry waits\nDA  - 2026/03//\nAB  - {FIRST} {SECOND}\nER  - \n"
    assert stated(record, "ferry.ris") == ("2026-03-01", "day")


def test_the_editor_is_asked_for_the_day():
    problems = article(pasted("March 2026"), "a.txt").problems
    (doubt,) = (found for found in problems if "month" in found.message)
    assert (doubt.code, doubt.about) == ("day-inferred", "2026-03")
