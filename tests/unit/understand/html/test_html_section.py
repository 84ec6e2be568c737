"""The section of a page: as its metadata state it, in words."""

import datetime as dt

import pytest

from generator.understand.html.metadata import metadata_of
from generator.understand.markup.parse import parse_text


def section(stated: str, body: str) -> str | None:
    head = f'<meta property="article:section" content="{stated}">'
    tree, _ = parse_text(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    assert tree is not None
    return metadata_of(tree, dt.date(2025, 9, 1)).section


@pytest.mark.parametrize(
    ("stated", "menu", "name"),
    [
        ("Sea & Shore", "", "Sea & Shore"),
        ("#Sea", "", "Sea"),
        ("Skippers/crews", "", "Skippers/crews"),
        ("政治", "", "政治"),
        ("sea-news", "<a href='/'>Home</a><a href='/x'>Sea News</a>", "Sea News"),
        ("espana", "<a href='/x'>España</a>", "España"),
        ("kuesten", "<a href='/news/kuesten/'>Küsten</a>", "Küsten"),
        ("Sport/formula-1", "<a href='/f1'>Formula 1 (current)</a>", "Formula 1"),
        ("uk", "<a href='/uk'>United Kingdom</a><a href='/k'>UK</a>", "UK"),
        ("sea-news", "<a href='/'>Home</a>", None),
        ("front-page", "", None),
        ("Front Page", "", None),
        ("Startseite", "", None),
        ("News - News", "", "News"),
        ("/world/middle_east", "<a href='/world/middle-east'>Middle East</a>", "Middle East"),
        ("/world/middle_east", "", None),
        ("quays", "<a href='/tag/quays'>Filed to:quays</a>", None),
    ],
)
def test_a_part_of_an_address_is_a_section_in_the_words_that_the_page_shows(stated, menu, name):
    assert section(stated, menu) == name


def shown(body: str, head: str = "") -> str | None:
    tree, _ = parse_text(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    assert tree is not None
    return metadata_of(tree, dt.date(2025, 9, 1)).section


HEADLINE = "<h1>The quay opens</h1>"
MENU = "<header><a href='/'>Bay Courier</a><a>Sea</a><a>Town</a><a>Boats</a></header>"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<ol class='breadcrumb'><li>Home</li><li>News</li><li>Sea Trade</li></ol>", "Sea Trade"),
        ("<p class=crumbs><a>Home</a> › <a>Coast</a> › The quay has opened</p>", "Coast"),
        (f"{MENU}<p class=kick><a>Town</a></p>", "Town"),
        ("<span class='kicker'>Wirtschaft</span>", "Wirtschaft"),
        ("<p class='crumbs'><a>Home</a><a>/ Coast —</a><a>The quay opens</a></p>", "Coast"),
        ("<p class='crumbs'><a>Home</a><a>The quay</a></p>", None),
        ("<p class='crumbs'><a>share</a></p>", None),
        ("<div class='breadcrumbs'><a>Home</a> » <a>Posts</a></div>", None),
        (MENU, None),
        ("<nav><a>Sport</a></nav>", None),
        ("<ul class='menu'><li>Home</li><li>Sport</li></ul>", None),
        (f"{MENU}<span class='kicker'>Piers</span>", None),
        (f"{MENU}<p>Home</p>", None),
    ],
)
def test_a_breadcrumb_trail_or_a_label_above_the_headline_states_the_section(body, name):
    assert shown(body + HEADLINE) == name


def test_of_a_list_with_paths_the_first_section_is_taken():
    assert section("News,News/Harbour", "") == "News"
    assert section("Food, Drink", "") == "Food, Drink"


def test_a_headline_at_the_end_of_a_trail_is_no_section():
    trail = "<div class='breadcrumb'>Home › Elections in Westland</div>"
    assert shown(f"{trail}<h2>In brief</h2>", "<title>Elections in Westland</title>") is None
