"""The parts of a saved page that are no article, and the parts of an article cut in pieces."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Article, Source
from generator.understand import html
from report_text import FIRST, SECOND, THIRD
from sources import article_of, texts

DAY = dt.date(2025, 9, 1)
TITLE = "Lindhaven opens its quay"
STANDFIRST = "Four years late and twice as dear, the quay is open to all"
FOURTH = (
    "A second quay is planned for the timber ships. The drawings hang in the town hall until the "
    "end of the month, where everybody may object to them in writing."
)


def article(body: str, head: str = "") -> Article:
    page = (
        f"<!doctype html><html lang='en'><head><title>{TITLE}</title>{head}</head>"
        f"<body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    )
    return article_of("page.html", page, html, collected=DAY)


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("<div class='story-newsletter'><p>The best of the bay every evening at six</p></div>",
         "newsletter"),
        ("<div id='emailSignUp'><p>Sign up and read the best of the bay every evening</p></div>",
         "newsletter"),
        ("<p class='photo_caption'>The first ferry leaves the quay on Friday morning</p>",
         "caption or credit"),
        ("<p class='bildunterschrift'>The first ferry leaves the quay. © Ann Lee</p>",
         "caption or credit"),
        ("<p class='foto__pieDeFoto'>The first ferry leaves the quay on Friday morning</p>",
         "caption or credit"),
        ("<div class='media'><p class='image__credit'>Ann Lee/Bay Courier</p></div>",
         "caption or credit"),
        ("<div><h4>Zur Person</h4><p>Ann Lee, born 1961, plans quays in Lindhaven.</p></div>",
         "box about a person"),
        ("<p class='AuthorBio'>Jane Doe has covered harbours and ferries for ten years.</p>",
         "about the author"),
        ("<div class='c-modal'><p>This part of the page is for members of the club only</p></div>",
         "page control"),
        ("<p>Sign up for our newsletter and subscribe to the podcast.</p>", "page control"),
        ("<h3><a href='/x'>Ferry fares will rise in the spring, says the port</a></h3>",
         "link to another article"),
    ],
)  # fmt: skip
def test_parts_with_furniture_classes_are_left_out_of_the_text(part, reason):
    found = article(f"<p>{FIRST}</p><p>{SECOND}</p>{part}<p>{THIRD}</p><p>{FOURTH}</p>")
    assert texts(found) == [FIRST, SECOND, THIRD, FOURTH]
    assert {line.reason for line in found.dropped if line.reason != "title"} in ({reason}, set())


def test_a_part_of_the_article_about_a_person_is_text():
    body = f"<p>{FIRST}</p><h4>Zur Person</h4><p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>"
    assert {SECOND, THIRD} <= set(texts(article(body)))


def test_the_bar_of_a_service_above_a_page_leaves_its_head_where_it_is():
    bar = (
        "<div>This is Google's cache of https://bay.example/quay. It is a snapshot of the page."
        "</div><div>Full version Text-only version View source</div>"
        "<div>Tip: To quickly find your search term on this page, press Ctrl+F</div>"
    )
    page = (
        f"<html><body>{bar}<h1>{TITLE}</h1><p>By Jane Doe</p><p>August 28, 2025</p>"
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></body></html>"
    )
    found = article_of("page.html", page, html, collected=DAY)
    assert texts(found) == [FIRST, SECOND, THIRD]


def test_the_last_paragraph_with_its_writers_signature_is_text():
    more = "".join(f"<p>{text} {text}</p>" for text in (SECOND, THIRD, FOURTH))
    last = f"{FIRST} (Jane Doe, 4.5.2022)"
    found = article(f"<p>{FIRST}</p>{more}<p>{last}</p>")
    assert found.authors == ("Jane Doe",)
    assert texts(found)[-1] == last


def test_a_name_on_all_of_the_article_takes_nothing_away():
    found = article(f"<form><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></form>")
    assert texts(found) == [FIRST, SECOND, THIRD]


def test_the_title_with_its_kicker_is_not_repeated_in_the_text():
    found = article(
        f"<h2>Harbours: {TITLE}</h2><p>{FIRST}</p><p>{SECOND}</p>",
        f"<meta property='og:title' content='{TITLE}'>",
    )
    assert texts(found) == [FIRST, SECOND]


def test_an_article_cut_by_advertisements_is_read_whole():
    advert = "<div class='ad'><p>Advertisement</p></div>"
    part = "<div class='row'><div class='article-part'><p>{}</p><p>{}</p></div></div>"
    body = part.format(FIRST, SECOND) + advert + part.format(THIRD, FOURTH)
    assert texts(article(body)) == [FIRST, SECOND, THIRD, FOURTH]


def test_parts_of_the_same_kind_that_are_links_are_other_articles():
    part = "<div class='article-part'><p>{}</p><p>{}</p></div>"
    links = part.format(*(f"<a href='/{n}'>{text}</a>" for n, text in enumerate((THIRD, FOURTH))))
    assert texts(article(part.format(FIRST, SECOND) + links)) == [FIRST, SECOND]


def test_a_large_initial_stays_in_its_word():
    body = (
        "<p><span class='outer'><span class='drop-cap'>T</span></span> "
        f"<span>{FIRST.removeprefix('T')}</span></p><p>{SECOND}</p>"
    )
    spaced = body.replace("<span class='outer'>", "<span class='initial-outer'>")
    assert texts(article(spaced)) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "above", [f"<div class='entry-excerpt'>{STANDFIRST}</div>", f"<h2>{STANDFIRST}</h2>"]
)
def test_a_standfirst_is_known_by_its_name_or_its_place(above):
    found = article(f"{above}<figure><img></figure><div><p>{FIRST}</p><p>{SECOND}</p></div>")
    assert texts(found) == [STANDFIRST, FIRST, SECOND]


def test_a_link_to_the_page_of_the_author_names_the_author():
    byline = "<div class='sidebar'><a href='/authors/jane-doe'>Jane Doe</a></div>"
    assert article(f"{byline}<p>{FIRST}</p><p>{SECOND}</p>").authors == ("Jane Doe",)


def test_a_day_before_the_headline_is_no_part_of_it():
    page = f"<html><body><h1>29.08.2025 - {TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    (found,) = html.read(Source("a.html", page.encode(), "", DAY), Limits()).articles
    assert found.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Jump to Recipe",
        "Zum Rezept springen",
        "© Bay Pictures",
        "CLICK HERE TO GET THE BAY NEWS APP",
        "Videos",
        "Seguir leyendo",
    ],
)
def test_lines_that_are_furniture_on_any_page_are_left_out_of_a_saved_one(line):
    found = article(f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p><p>{THIRD}</p>")
    assert texts(found) == [FIRST, SECOND, THIRD]
    assert line in [dropped.text for dropped in found.dropped]
