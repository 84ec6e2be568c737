"""When a page was published: as it states it, never invented."""

import datetime as dt

import pytest

from generator.understand.dates.machine import iso
from generator.understand.html.about import About, metadata_of
from generator.understand.markup.parse import parse_text


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-08-29", "2025-08-29"),
        ("20250829", "2025-08-29"),
        ("2025/08/29", "2025-08-29"),
        ("2025-08-29T10:15:00Z", "2025-08-29T10:15:00+00:00"),
        ("2025-08-29T10:15:00.123+0200", "2025-08-29T10:15:00+02:00"),
        ("2025-08-29T10:15+02:00", "2025-08-29T10:15:00+02:00"),
        ("2025-08-29 10:15:00 +0200", "2025-08-29T10:15:00+02:00"),
        ("2025-08-29 10:15:00 UTC", "2025-08-29T10:15:00+00:00"),
        ("2025-08-29T10:15:00", "2025-08-29T10:15:00"),
        ("Fri, 29 Aug 2025 10:15:00 GMT", "2025-08-29T10:15:00+00:00"),
        ("Fri, 29 Aug 2025 10:15:00 +0530", "2025-08-29T10:15:00+05:30"),
        ("2025-02-30", None),
        ("1804-01-01", None),
        ("2025-09-09", None),
        ("yesterday", None),
        ("3996", None),
        ("", None),
        ("9" * 1000, None),
    ],
)
def test_machine_written_dates(text, date):
    assert iso(text, last=dt.date(2025, 9, 2)) == date


def about(body: str, head: str = "") -> About:
    tree, _ = parse_text(f"<html lang='en'><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return metadata_of(tree, dt.date(2025, 9, 1))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2025-08-29">', ""),
        ("", '<meta itemprop="datePublished" content="2025-08-29">'),
        ("", '<h1>Quay</h1><time datetime="2025-08-29">Friday</time>'),
        ("", '<h1>Quay</h1><p class="date">29 August 2025</p>'),
        ("", "<h1>Quay</h1><p>Published on August 29, 2025</p>"),
        ('<link rel="canonical" href="https://a.example/2025/08/29/quay">', "<p>Text</p>"),
    ],
)
def test_a_date_is_found_where_pages_state_one(head, body):
    assert (about(body, head).date or "")[:10] == "2025-08-29"


def test_published_goes_before_updated():
    found = about(
        "",
        '<meta property="article:modified_time" content="2025-08-31">'
        '<meta property="article:published_time" content="2025-08-29">',
    )
    assert (found.date, found.updated) == ("2025-08-29", "2025-08-31")


@pytest.mark.parametrize(
    "body",
    ["<p>Call 3996 now.</p>", "<p>© 2025 Bay Courier</p>", "<p>On 29 August the quay opens.</p>"],
)
def test_no_date_is_invented(body):
    assert about(f"<h1>Quay</h1>{body}").date is None


def test_a_date_after_the_collection_is_none_of_the_article():
    assert about("", '<meta property="article:published_time" content="2026-01-01">').date is None
