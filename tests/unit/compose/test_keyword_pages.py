"""Which keywords have a page and a feed, and what is at the addresses of those that had one."""

import pytest

from generator.compose.lists.collection import Shelf
from generator.compose.lists.keyword_pages import compose_former, least_for_feed, least_for_page
from shelves import WORDS, entry


@pytest.mark.parametrize(
    ("articles", "page", "feed"),
    [(0, 2, 2), (999, 2, 2), (1000, 3, 6), (2000, 4, 12), (10_000, 6, 30), (100_000, 9, 72)],
)
def test_the_least_number_grows_with_the_collection(articles, page, feed):
    assert (least_for_page(articles), least_for_feed(articles)) == (page, feed)


def test_a_keyword_without_a_page_keeps_its_count():
    entries = [
        entry(number, "2025-08-29", keywords=("tram", *(["bridge"] if number < 2 else [])))
        for number in range(3)
    ]
    found = Shelf(entries, WORDS, keywords_from=3)
    assert list(found.by_keyword) == ["tram"]
    bridge = found.keyword("bridge")
    assert (bridge.path, bridge.count) == (None, 2)


def test_addresses_do_not_depend_on_which_keywords_have_a_page():
    words = ("Tram", "tram")  # their slugs meet
    entries = [entry(number, "2025-08-29", keywords=words[number < 2 :]) for number in range(4)]
    assert Shelf(entries, WORDS).keyword("tram").path == "keywords/tram-2.md"
    assert Shelf(entries, WORDS, keywords_from=4).keyword("tram").path == "keywords/tram-2.md"


def test_former_pages_lead_on():
    former = {"keywords/tram-line.md": "tram line", "keywords/letters/t.md": ""}
    keyword, letter = compose_former(former, WORDS)
    assert keyword.front["digest"]["to"] == "search.md"
    assert keyword.front["digest"]["query"] == "tram line"
    assert "(<index.md>)" in keyword.body
    assert letter.front["digest"]["to"] == "keywords/index.md"
    assert "(<../index.md>)" in letter.body
