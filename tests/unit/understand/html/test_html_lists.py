"""Lists of a saved page: whole, in their place, and none of menus."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Article, Source
from generator.understand import html
from report_text import FIRST, SECOND, THIRD
from sources import article_of

TITLE = "The wall is to be drained"


def article(body: str) -> Article:
    page = f"<!doctype html><html lang='en'><title>{TITLE}</title><body>{body}</body></html>"
    return article_of("a.html", page, html)


def texts(body: str) -> list[str]:
    return [block.text for block in article(body).blocks]


ITEMS = ("Pumps for the cellars come first", "Clay for the old dike", "A new gate in the spring")
LIST = "".join(f"<li>{item}</li>" for item in ITEMS)
NESTED = f"<li>{ITEMS[0]}<ul><li>{ITEMS[1]}</li></ul></li><li>{ITEMS[2]}</li>"


@pytest.mark.parametrize("inner", [LIST, NESTED, LIST.replace("<li>", "<li><p>")])
@pytest.mark.parametrize("page", ["<h1>{title}</h1>{body}", "<div><h1>{title}</h1>{body}</div>",
                                  "<article><h1>{title}</h1>{body}</article>"])  # fmt: skip
@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_every_item_is_kept_in_its_place(inner, page, tag):
    body = f"<p>{FIRST}</p><p>{SECOND}</p><{tag}>{inner}</{tag}><p>{THIRD}</p>"
    assert texts(page.format(title=TITLE, body=body)) == [FIRST, SECOND, *ITEMS, THIRD]


LINKS = (
    "<ul>" + "".join(f"<li><a href='/{n}'>Report of year {n}</a></li>" for n in range(4)) + "</ul>"
)
ANNOUNCED = "The council has published all reports on the wall since then:"


def test_a_list_of_links_that_the_text_announces_is_kept():
    body = (
        f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{ANNOUNCED}</p>{LINKS}<p>{SECOND}</p></article>"
    )
    links = [f"Report of year {n}" for n in range(4)]
    assert texts(body) == [FIRST, ANNOUNCED, *links, SECOND]


def test_a_list_of_links_that_nothing_announces_is_a_menu():
    body = f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>{LINKS}<p>{THIRD}</p></article>"
    assert texts(body) == [FIRST, SECOND, THIRD]


def test_a_list_that_holds_parts_of_a_page_is_none_of_the_text():
    boxes = "<ul><li><h3>Weather</h3><p>Rain until noon.</p></li><li><h3>Tides</h3>High</li></ul>"
    body = f"<div><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>{boxes}</div>"
    assert texts(body) == [FIRST, SECOND]


def test_verse_and_terms_of_a_bare_page_are_kept():
    verse = "<div>The tide comes in,<br>the tide goes out</div>"
    terms = "<dl><dt>Dike</dt><dd>A wall of clay and grass.</dd></dl>"
    found = texts(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>{verse}{terms}<p>{THIRD}</p>")
    verses = ["The tide comes in,", "the tide goes out", "Dike", "A wall of clay and grass."]
    assert found == [FIRST, SECOND, *verses, THIRD]


def test_a_page_that_omits_the_tags_of_its_head_and_body_is_read_whole():
    page = f"<!doctype html><title>{TITLE}</title><article><h1>{TITLE}</h1><p>{FIRST}</p></article>"
    (found,) = html.read(
        Source("a.html", page.encode(), "", dt.date(2025, 9, 1)), Limits()
    ).articles
    assert (found.title, [block.text for block in found.blocks]) == (TITLE, [FIRST])
