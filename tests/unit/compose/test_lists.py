"""Sections, outlets, keywords and the archive; their plain pages have every word."""

import pytest

from generator import sanitize
from generator.compose import all_lists
from generator.compose.lists import plain_markdown
from generator.compose.lists.navigation import masthead
from shelves import WORDS, entry, shelf

STORIES = [
    entry(1, "2025-08-29", section="World", outlet="Gazette", keywords=("Tram", "Flood", "Once")),
    entry(2, "2025-08-30", section="World", outlet="Herald", keywords=("Tram", "Flood")),
    entry(3, "2025-07-02", section="Local", outlet="Gazette", keywords=("Tram",)),
    entry(4, keywords=("Émile",)),
    entry(5, keywords=("Émile",)),
]


@pytest.fixture(scope="module")
def views():
    return all_lists.views(shelf(*STORIES))


def titles(view):
    return [card.entry.title for group in view.groups for card in group.cards]


def test_a_keyword_s_page(views):
    view = views["keywords/tram.md"]
    assert titles(view) == ["Story 2", "Story 1", "Story 3"]
    (together,) = view.links
    assert [(link.text, link.count) for link in together.links] == [("Flood", 2)]
    assert view.facts[0] == "3 articles"


def test_a_keyword_of_one_article_has_no_page_but_is_named(views):
    assert "keywords/once.md" not in views
    card = next(c for c in views["sections/world.md"].groups[0].cards if c.entry is STORIES[0])
    assert [(link.text, link.path) for link in card.keywords][-1] == ("Once", None)


def test_the_index_of_keywords_by_weight_and_by_letter(views):
    ranked, *letters = views["keywords/index.md"].links
    assert [(link.text, link.count) for link in ranked.links] == [
        ("Tram", 3), ("Flood", 2), ("Émile", 2),
    ]  # fmt: skip
    assert [letter.heading for letter in letters] == ["E", "F", "T"]


def test_many_keywords_have_a_page_for_each_letter():
    words = [f"{chr(65 + n % 26)}word {n}" for n in range(900)]
    pairs = [entry(n, "2025-08-29", keywords=(word,)) for n, word in enumerate(words * 4)]
    views = all_lists.views(shelf(*pairs, keywords_from=4))
    letters = views["keywords/index.md"].links[1].links
    assert len(letters) == 26
    found = [
        link for letter in letters for group in views[letter.path].links for link in group.links
    ]
    assert sorted(link.text for link in found) == sorted(words)
    assert {link.path for link in found} <= set(views)


def test_outlets_and_sections(views):
    assert titles(views["outlets/gazette.md"]) == ["Story 1", "Story 3"]
    (links,) = views["outlets/index.md"].links
    assert [(link.text, link.count, link.article) for link in links.links] == [
        ("Gazette", 2, STORIES[0]), ("Herald", 1, STORIES[1]),
    ]  # fmt: skip
    assert titles(views["sections/other.md"]) == ["Story 4", "Story 5"]


def test_the_archive(views):
    heat = views["archive/index.md"].heat
    ((year, cells),) = heat.rows
    assert (year.text, year.count) == ("2025", 3)
    assert [(cell.link.count, cell.link.path) for cell in cells if cell.link] == [
        (1, "archive/2025/07.md"), (2, "archive/2025/08.md"),
    ]  # fmt: skip
    assert titles(views["archive/2025/08.md"]) == ["Story 2", "Story 1"]
    year = views["archive/2025.md"]
    assert len(year.calendar.months) == 12
    assert [(link.text, link.article) for link in year.links[-1].links] == [
        ("August", STORIES[1]), ("July", STORIES[2]),
    ]  # fmt: skip
    days = [day for month in year.calendar.months for week in month.weeks for day in week if day]
    assert {day.path for day in days if day.level} <= set(views)
    assert titles(views["archive/undated.md"]) == ["Story 4", "Story 5"]


def test_names_whose_slugs_meet_have_pages_of_their_own():
    entries = [
        entry(n, "2025-08-29", section=name) for n, name in enumerate(("Art", "art", "Index"))
    ]
    views = all_lists.views(shelf(*entries))
    assert {"sections/art.md", "sections/art-2.md", "sections/index-2.md"} <= set(views)
    assert views["sections/index.md"].kind == "sections"


def test_a_long_list_is_paged():
    views = all_lists.views(shelf(*[entry(n, "2025-08-29", section="World") for n in range(120)]))
    pages = [views["sections/world.md"], views["sections/world/page-2.md"]]
    assert [len(titles(page)) for page in pages] == [50, 50]
    assert pages[0].older.path == "sections/world/page-2.md"
    assert "page 2 of 3" in pages[1].facts


def test_every_link_of_every_page_leads_to_a_page(views):
    paths = set(views) | {story.path for story in STORIES}
    for view in views.values():
        cards = [card for group in view.groups for card in group.cards]
        links = [link for group in view.links for link in group.links]
        links += [link for card in cards for link in (card.section, card.outlet, *card.keywords)]
        links += [view.newer, view.older, view.edition, *(g.heading for g in view.groups)]
        articles = [link.article.path for link in links if link and link.article]
        assert set(articles) <= paths, view.path
        assert {link.path for link in links if link and link.path} <= paths, view.path


def test_the_order_of_files_changes_nothing(views):
    assert all_lists.views(shelf(*reversed(STORIES))) == views


@pytest.mark.parametrize("path", ["index.md", "keywords/tram.md", "sections/index.md", "about.md"])
def test_the_plain_page_says_the_same(views, path):
    view = views[path]
    body = plain_markdown.compose_plain(view, WORDS).body
    said = [view.title, *view.facts, *titles(view)]
    said += [link.text for group in view.links for link in group.links]
    said += [cell for figure in view.figures for row in figure.rows for cell in row]
    said += [passage.heading for passage in view.prose]
    for text in said:
        assert sanitize.markdown(text) in body, text


def test_the_masthead_does_not_grow():
    entries = [entry(n, "2025-08-29", section=f"Section {n}") for n in range(40)]
    found = masthead(shelf(*entries), {})
    assert len(found.sections) == 7
    assert found.sections[-1].path == "sections/index.md"


def test_of_more_sections_than_fit_the_masthead_shows_those_of_several_articles():
    entries = [entry(n, "2025-08-29", section=f"Section {n % 8}") for n in range(10)]
    found = masthead(shelf(*entries), {})
    assert [link.text for link in found.sections] == ["Section 0", "Section 1", "Sections"]
    few = masthead(shelf(*entries[:9:4], *entries[1:4]), {})
    assert [link.text for link in few.sections][:2] == ["Section 0", "Section 1"]
    assert len(few.sections) == 6


def test_newer_and_older_articles():
    later, middle, first = entry(1, "2025-08-30"), entry(2, "2025-08-29"), entry(3, "2025-08-01")
    found = shelf(first, later, middle, entry(4))
    assert found.neighbours(middle) == (first, later)
    assert found.neighbours(later) == (middle, None)


def test_a_card_shows_few_keywords_those_with_a_page_first():
    words = ("alone", "Flood", "lonely", "Tram", "Quay")
    first = entry(1, "2025-08-29", keywords=words)
    found = shelf(first, entry(2, "2025-08-28", keywords=("Flood", "Tram"))).card(first)
    assert [link.text for link in found.keywords] == ["Flood", "Tram", "alone"]
