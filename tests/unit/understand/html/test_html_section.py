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
    ],
)
def test_a_part_of_an_address_is_a_section_in_the_words_that_the_page_shows(stated, menu, name):
    assert section(stated, menu) == name
