"""Pages with several stories, lists of links, copies in archives, and headings of blogs."""

import datetime as dt

import pytest

from generator.models import Article
from generator.understand import html
from sources import article_of, texts

DAY = dt.date(2026, 4, 1)
FERRY = (
    "The ferry between the two halves of the town stays in port until a new cable arrives, which "
    "the harbour office expects in the first week of May."
)
WELL = (
    "Workers who dug a trench for a water pipe have found a well that no map shows, and the "
    "museum wants to open it to visitors in the summer."
)
BAND = (
    "The brass band has bought a second tuba from a church that no longer needs it, and looks for "
    "somebody who can carry it as well as play it."
)
STORIES = (("Ferry stays in port", FERRY), ("A well below the road", WELL), ("Two tubas", BAND))


def page(body: str, head: str = "<title>Morning letter</title>", before: str = "") -> Article:
    text = f"{before}<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"
    return article_of("page.html", text, html, collected=DAY)


def codes(article: Article) -> set[str | None]:
    return {problem.code for problem in article.problems}


def test_sections_that_each_lead_on_to_a_whole_story_are_several_stories():
    parts = "".join(
        f"<section><h3>{head}</h3><p>{text}</p><p><a href=/s>On to this story</a></p></section>"
        for head, text in STORIES
    )
    found = page(f"<article><h1>Morning letter</h1><p>Hello, all.</p>{parts}</article>")
    assert "two-articles" in codes(found)
    stories = [line for story in STORIES for line in story]
    assert texts(found) == ["Hello, all.", *stories]
    assert "On to this story" in {line.text for line in found.dropped}


def test_rows_of_a_table_with_a_heading_and_a_link_each_are_several_stories():
    rows = "".join(
        f"<tr><td><h2>{head}</h2><p>{text}</p><a href=/s>Go on</a></td></tr>"
        for head, text in STORIES
    )
    found = page(f"<table><tr><td><h1>Morning letter</h1></td></tr>{rows}</table>")
    assert "two-articles" in codes(found)
    assert set(texts(found)) >= {FERRY, WELL, BAND}


def test_bylines_below_several_headings_are_not_the_author_of_all():
    names = ("Ann Loy", "Hal Roe", "Mia Ost")
    parts = "".join(
        f"<h2>{head}</h2><p>By {name}</p><p>{text}</p>"
        for (head, text), name in zip(STORIES, names, strict=True)
    )
    found = page(f"<article><h1>Morning letter</h1>{parts}</article>")
    assert found.authors == ()
    assert "two-articles" in codes(found)
    assert {f"By {name}" for name in names} <= set(texts(found))


def test_two_articles_with_a_headline_each_are_both_kept():
    parts = "".join(
        f"<article><h1>{head}</h1><p>{text}</p><p>{text[:-1]} too.</p></article>"
        for head, text in STORIES[:2]
    )
    found = page(f"<main>{parts}</main>", "<title>Bay Courier</title>")
    assert "two-articles" in codes(found)
    assert {FERRY, WELL, STORIES[1][0]} <= set(texts(found))


def test_an_article_of_sections_is_no_page_of_stories():
    parts = "".join(f"<section><h2>{head}</h2><p>{text}</p></section>" for head, text in STORIES)
    found = page(f"<article><h1>Morning letter</h1><p>By Ann Loy</p>{parts}</article>")
    assert "two-articles" not in codes(found)
    assert found.authors == ("Ann Loy",)


def test_links_with_dates_are_a_list():
    items = "".join(
        f"<li><a href=/{at}>{head} again</a> <span>{at} March 2026</span></li>"
        for at, (head, _) in enumerate([*STORIES, *STORIES], 1)
    )
    found = page(f"<article><h1>Harbour</h1><ul>{items}</ul></article>")
    assert "list-page" in codes(found)


def test_the_page_of_a_writer_is_a_list():
    teasers = "".join(
        f"<article><h2><a href=/{at}>{head}</a></h2><time>{at}. März 2026</time>"
        f"<p>Davon mehr im Text, Teil {at}.</p><a href=/{at}>mehr</a></article>"
        for at, (head, _) in enumerate([*STORIES, *STORIES], 1)
    )
    about = "<p>Ann Loy berichtet seit zehn Jahren aus dem Hafen und von den Fähren.</p>"
    found = page(f"<main><h1>Ann Loy</h1>{about}{teasers}</main>")
    assert "list-page" in codes(found)


TEXT = f"<h1>Ferry stays in port</h1><p>{FERRY}</p><p>{WELL}</p><p>{BAND}</p>"
URL = "https://courier.example/ferry"


@pytest.mark.parametrize(
    ("before", "head"),
    [
        (f"<!-- saved from url=(0029){URL} -->\n", ""),
        (f"<!-- Saved from {URL} at 2026-03-12T08:00:00Z using monolith v2.8.3 -->\n", ""),
        ("", f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: today\n-->"),
        ("", f'<meta name="savepage-url" content="{URL}">'),
        ("", f'<link rel="canonical" href="https://archive.ph/2026.03.12-080000/{URL}">'),
        ("", f'<link rel="canonical" href="https://archive.today/o/AbCdE/{URL}">'),
    ],
)
def test_the_address_is_the_one_from_which_the_page_was_saved(before, head):
    found = page(TEXT, f"<title>Ferry stays in port</title>{head}", before)
    assert (found.url, found.outlet) == (URL, "courier.example")


def test_what_an_archive_states_about_its_copy_is_not_the_page_s():
    head = (
        '<title>Ferry stays in port</title><meta property="og:site_name" content="archive.today">'
        '<meta property="og:url" content="https://archive.today/AbCdE">'
        '<meta property="article:modified_time" content="2026-03-12T08:00:00Z">'
    )
    saved = f'<form><input name="q" value="{URL}"></form>'
    found = page(saved + TEXT, head)
    assert (found.url, found.outlet, found.updated) == (URL, "courier.example", None)
    alone = page(TEXT, head)
    assert (alone.url, alone.outlet, alone.updated) == (None, None, None)


def test_a_heading_with_the_blog_s_name_is_not_the_entry_s():
    body = (
        "<div id=header><h1>Quay Walks</h1></div><h2>Monday</h2><div class=post>"
        f"<h3 class='post-title entry-title'>The ferry rests</h3><p>{FERRY}</p><p>{WELL}</p></div>"
    )
    found = page(body, "<title>Quay Walks: The ferry rests</title>")
    assert (found.title, found.outlet) == ("The ferry rests", "Quay Walks")


@pytest.mark.parametrize("name", ["Autoren der Hafenwiki-Projekte", "Users of the harbour wiki"])
def test_the_many_writers_of_an_encyclopedia_are_no_author(name):
    described = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "Ferry", "author": '
        f'{{"@type": "Organization", "name": "{name}"}}}}</script>'
    )
    assert page(TEXT, f"<title>Ferry stays in port</title>{described}").authors == ()
