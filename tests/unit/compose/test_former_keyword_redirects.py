"""Which lists have a page and a feed, and what is at the addresses of those that had a page."""

import pytest

from generator.compose.all_lists import views
from generator.compose.article.entry import Quoted
from generator.compose.lists.collection import Shelf
from generator.compose.lists.former_keywords import compose_former
from generator.compose.lists.thresholds import thresholds_for
from generator.compose.machine_readable.feeds import feeds
from generator.compose.machine_readable.publication import Publication
from shelves import WORDS, entry


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        (0, (2, 1, 1, 2)),
        (99, (2, 1, 1, 2)),
        (299, (2, 2, 3, 6)),
        (1000, (6, 4, 10, 20)),
        (10**6, (25, 12, 150, 200)),
    ],
)
def test_the_least_numbers_grow_with_the_collection(articles, expected):
    found = thresholds_for(articles)
    assert (found.keyword, found.speaker, found.section, found.feed) == expected


def test_a_large_collection_has_pages_and_feeds_of_larger_lists_alone():
    quotes = Quoted("We tested it.", 1, "Ann Holm"), Quoted("It holds.", 2, "Ann Holm")
    entries = [
        entry(
            number,
            "2025-08-29",
            section="Local" if number else "World",
            quotes=() if number else quotes,
            keywords=("tram", *(["bridge"] if number < 4 else [])),
        )
        for number in range(100)
    ]
    large, small = Shelf(entries, WORDS), Shelf(entries[:99], WORDS)
    site = Publication("Harbour", "", "en")
    paths = {"keywords/tram.md", "sections/local.md"}
    assert paths <= set(feeds(large, views(large), site, 30))
    others = {"keywords/bridge.md", "sections/world.md", "voices/ann-holm.md"}
    assert not others & set(feeds(large, views(large), site, 30))
    assert {"keywords/bridge.md", "sections/world.md"} <= set(feeds(small, views(small), site, 30))
    assert (list(small.voices.pages), list(large.voices.pages)) == (["voices/ann-holm.md"], [])
    assert large.voices.in_article(entries[0]) == ("Ann Holm",)


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
    former["voices/ann-holm.md"] = "Ann Holm"
    keyword, letter, voice = compose_former(former, WORDS)
    assert keyword.front["digest"]["to"] == "search.md"
    assert keyword.front["digest"]["query"] == "tram line"
    assert "(<index.md>)" in keyword.body
    assert letter.front["digest"]["to"] == "keywords/index.md"
    assert "(<../index.md>)" in letter.body
    assert (voice.front["digest"]["to"], voice.front["digest"]["query"]) == (
        "search.md",
        "Ann Holm",
    )
    assert "(<../index.md>)" in voice.body
