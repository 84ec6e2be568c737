"""JSON Feed: as RSS and Atom, from JSON."""

import datetime as dt
import json

import pytest

import sources
from generator.config import Limits
from generator.models import Block, Source, Understood
from generator.understand.feeds import json_feed

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Bay Courier",
    "language": "en",
    "authors": [{"name": "The Desk"}],
    "items": [
        {
            "id": "1",
            "url": "https://baycourier.example/quay",
            "title": "Quay opens",
            "content_html": "<p>The quay opened.</p><blockquote>At last!</blockquote>",
            "summary": "A short word.",
            "date_published": "2025-08-29T10:15:00+02:00",
            "date_modified": "2025-08-30T10:15:00+02:00",
            "authors": [{"name": "Jane Doe"}],
            "tags": ["Harbours"],
        },
        {"id": 2, "content_text": "First line.\nSecond <b>line</b>."},
        {"id": "3", "title": "Fares", "summary": "Fares rise."},
        {"id": "4", "title": "Nothing"},
        "junk",
    ],
}


def read(data: object) -> Understood:
    return sources.read("bay.json", data, json_feed)


def test_an_item_is_an_article():
    found = read(FEED).articles[0]
    assert (found.key, found.title, found.outlet) == ("bay.json#1", "Quay opens", "Bay Courier")
    assert (str(found.date), str(found.updated)) == (
        "2025-08-29T10:15:00+02:00",
        "2025-08-30T10:15:00+02:00",
    )
    assert (found.authors, found.section) == (("Jane Doe",), "Harbours")
    assert found.url == "https://baycourier.example/quay"
    assert found.blocks == (Block("The quay opened."), Block("At last!", "quote"))


def test_plain_text_stays_plain_and_gives_a_title():
    found = read(FEED).articles[1]
    assert found.blocks == (Block("First line."), Block("Second <b>line</b>."))
    assert (found.title, found.entry) == ("First line.", "2")


def test_a_summary_is_marked_and_nothing_is_named():
    understood = read(FEED)
    assert [article.summary_only for article in understood.articles] == [False, False, True]
    assert [problem.source for problem in understood.problems] == ["bay.json#4"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"version": "https://jsonfeed.org/version/1", "items": [',
        {"version": "https://jsonfeed.org/version/1", "items": {}},
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000,
    ],
)
def test_broken_json_is_a_problem(data):
    (problem,) = read(data).problems
    assert (problem.source, problem.level) == ("bay.json", "error")


def test_members_of_a_wrong_type_raise_no_exception():
    item = {"id": [], "title": {}, "content_html": 3, "authors": "x", "tags": 1, "url": None}
    found = read({"version": "https://jsonfeed.org/version/1", "items": [item]})
    assert found.articles[0].blocks == (Block("3"),)


def test_other_json_is_left_to_others():
    source = Source("a.json", b'{"version": "1", "items": []}', "", dt.date(2025, 9, 1))
    assert not json_feed.accepts(source)


def test_a_feed_that_was_cut_off_gives_its_beginning_and_says_so():
    whole = json.dumps(FEED)
    cut = whole[: whole.index('"3"')].encode()
    found = json_feed.read(Source("feed.json", cut, "0" * 64, dt.date(2025, 9, 1)), Limits())
    assert [article.entry for article in found.articles] == ["1", "2"]
    assert "is truncated" in found.problems[0].message
