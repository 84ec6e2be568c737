"""The headline of a page, found by what its places agree on."""

import datetime as dt

import pytest

from generator.understand.html.metadata import metadata_of
from generator.understand.markup.parse import parse_text


def title(head: str, body: str) -> str:
    tree, _ = parse_text(f"<html><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return metadata_of(tree, dt.date(2025, 9, 1)).title


SITE = '<meta property="og:site_name" content="Bay Courier">'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Quay opens in Lindhaven - Bay Courier</title>", "<p>x</p>"),
        ("<title>Quay opens in Lindhaven | Harbours</title>", "<h1>Quay opens in Lindhaven</h1>"),
        (
            f"{SITE}<title>Bay Courier: Quay opens in Lindhaven</title>",
            "<h1>Bay Courier</h1><h2>Quay opens in Lindhaven</h2><h2>Most read</h2>",
        ),
        (
            '<meta property="og:title" content="Quay opens in Lindhaven">',
            "<h1>Log in</h1><article><h1>Quay opens in Lindhaven</h1></article><h1>More</h1>",
        ),
        (
            (
                '<script type="application/ld+json">{"@type":"Article",'
                '"headline":"Quay opens in Lindhaven"}</script>'
                "<title>Quay opens in Lindhaven &#8211; Bay Courier</title>"
            ),
            "<h2>Newsletter</h2>",
        ),
        ("", "<h1> Quay <em>opens</em>\n in Lindhaven </h1>"),
        ('<meta name="headline" content="Quay opens in Lindhaven"><title>Bay</title>', ""),
        (
            "<title>Quay opens in Lindhaven | Notes from the shore</title>",
            '<h1><a href="/">Notes from the shore</a></h1><h2>Archive</h2>',
        ),
        (
            "<title>Quay opens in Lindhaven : Bay Courier online | News since 1901</title>",
            "<h2>Search</h2>",
        ),
        (
            "<title>Quay opens in Lindhaven</title>",
            "<h1>Skip navigation</h1><h1>Account</h1><p>Ferries leave from it.</p>",
        ),
    ],
)
def test_the_wording_that_most_places_share_wins(head, body):
    assert title(f"{SITE}{head}", body) == "Quay opens in Lindhaven"


def test_a_page_without_any_has_none():
    assert title("", "<p>Only a text.</p>") == ""


def test_a_colon_in_a_headline_stays():
    whole = "Ferry fares: what changes in spring"
    assert title(f"<title>{whole} | Bay Courier</title>", f"<h1>{whole}</h1>") == whole


@pytest.mark.parametrize(
    ("heading", "meta", "title"),
    [
        ("<span class='kicker'>Harbours</span> The wall leaks again", "", "The wall leaks again"),
        ("<span class='spitzmarke'>Harbours</span> The wall leaks again", "",
         "The wall leaks again"),
        ("<div class='topic-label'>Harbours</div><div>The wall leaks again</div>",
         "The wall leaks again", "The wall leaks again"),
        ("<span>Harbours</span><span>The wall leaks again</span>", "The wall leaks again",
         "The wall leaks again"),
        ("<span>Harbours</span><span class='hide'>:</span><span>The wall leaks again</span>",
         "Harbours: The wall leaks again", "Harbours: The wall leaks again"),
        ("<em>Nobody</em> repairs the wall that leaks", "", "Nobody repairs the wall that leaks"),
    ],
)  # fmt: skip
def test_a_kicker_is_removed_from_the_headline(heading, meta, title):
    stated = f"<meta property='og:title' content='{meta}'>" if meta else ""
    page = f"<html><head>{stated}</head><body><h1>{heading}</h1><p>Text</p></body></html>"
    tree, _ = parse_text(page)
    assert tree is not None
    assert metadata_of(tree, dt.date(2025, 9, 1)).title == title


def test_a_section_before_the_headline_is_no_part_of_it():
    heading = "The quay opens on Monday"
    stated = f"<meta property='og:title' content='Sport: {heading}'>"
    head = f"<title>Sport: {heading}</title>{stated}"
    assert title(head, f"<h1>{heading}</h1><p>Text</p>") == heading
    row = head.replace("Sport", "Row at the harbour")
    assert title(row, f"<h1>{heading}</h1><p>Text</p>") == f"Row at the harbour: {heading}"


def test_a_kicker_that_the_page_does_not_share_is_no_part_of_the_headline():
    heading = "The quay opens on Monday"
    kicked = f"<title>Row at the harbour: {heading}</title>"
    stated = f"<meta property='og:title' content='{heading}'>"
    page = f"<h1>Row at the harbour: {heading}</h1><p>Text</p>"
    assert title(kicked + stated, page) == heading
    assert title(kicked, page) == f"Row at the harbour: {heading}"


def test_a_heading_above_links_to_more_articles_is_no_rival():
    body = "<h1>How the quay is kept dry</h1><h1>Read more about the quay</h1>"
    shared = "<meta property='og:title' content='Quay: Wet sand and old pumps as a danger'>"
    page = "<title>Wet sand and old pumps</title>"
    assert title(f"{shared}{page}", body) == "How the quay is kept dry"


def test_a_wording_cut_short_for_search_gives_way_to_the_heading():
    shared = "<meta property='og:title' content='We forgot how to wait'>"
    head = f"<title>We forgot how to wait | Comment | Bay Courier</title>{shared}"
    whole = "We forgot how to wait, and it shows"
    assert title(head, f"<main><h1>{whole}</h1></main>") == whole
    glued = "<main><h1>We forgot how to wait Welcome to the Bay</h1></main>"
    assert title(head, glued) == "We forgot how to wait"


def test_a_heading_is_supported_by_a_text_that_is_not_in_paragraphs():
    text = "In Lindhaven opened a museum of lost mittens that nobody had looked for until Monday."
    page = f"<h1>Museum of lost mittens opened</h1><div>{text}<br>More.</div>"
    found = title("<title>Northern Gazette :: News :: Society</title>", page)
    assert found == "Museum of lost mittens opened"


def test_a_heading_named_as_the_headline_is_the_one_that_is_shown():
    other = "Storm over the bay live"
    head = (
        f"<title>{other}: all bridges closed</title>"
        f'<script type="application/ld+json">{{"@type":"Article","headline":"{other}"}}</script>'
    )
    shown = "Storm: bridges closed across the bay"
    assert title(head, f"<h1 class='event__title'>{shown}</h1>") == shown


def test_the_headline_of_an_old_page_is_its_large_type():
    page = (
        "<FONT SIZE=5><B>Elevator fire leaves 12 out of work</B></FONT>"
        f"<P>{'A fire at the elevator has put 12 out of work since Monday morning. ' * 3}</P>"
    )
    found = title("<title>The Bay Gazette Online - Local News - The bay and beyond</title>", page)
    assert found == "Elevator fire leaves 12 out of work"


SEARCHED = "Lindhaven: Quay opens, ferries return – what changes now"
TRAIL = (
    f'<ol class="breadcrumb"><li><a href="/">Home</a></li><li><h1>{SEARCHED}</h1></li></ol>',
    f'<ul><li><a href="/">Home</a><li><a href="/sea">Sea</a></li><li><h1>{SEARCHED}</h1></ul>',
    f'<div><a href="/">Home</a> <a href="/sea">Sea</a> <h1>{SEARCHED}</h1></div>',
)
SHOWN = (
    '<meta property="og:title" content="Quay opens in Lindhaven">'
    f'<meta name="twitter:title" content="{SEARCHED}"><title>{SEARCHED}</title>'
    '<script type="application/ld+json">'
    f'{{"@type": "NewsArticle", "headline": "{SEARCHED}"}}</script>'
)


@pytest.mark.parametrize("trail", TRAIL)
def test_a_heading_at_the_end_of_the_path_gives_way_to_the_headline_shown_below_it(trail):
    head = '<h2><span class="kicker">Harbour</span> <span>Quay opens in Lindhaven</span></h2>'
    assert title(SHOWN, f"{trail}{head}<p>Ferries leave.</p>") == "Quay opens in Lindhaven"


@pytest.mark.parametrize(
    "body",
    [
        f'<div><a href="/sea">Sea</a><h1>{SEARCHED}</h1><h2>Quay opens in Lindhaven</h2></div>',
        f"{TRAIL[0]}<h2>Four ferries an hour</h2>",
        f"{TRAIL[0]}<p>{'The ferries leave it. ' * 6}</p><h2>Quay opens in Lindhaven</h2>",
        f"{TRAIL[0]}<aside><h2>Quay opens in Lindhaven</h2></aside>",
    ],
)
def test_the_heading_below_one_is_not_the_headline_where_no_path_or_metadata_shows_it(body):
    assert title(SHOWN, body) == SEARCHED


def test_a_kicker_for_search_is_left_out_where_the_heading_has_another_one():
    searched = "Harbour news: Quay opens in Lindhaven"
    head = f'<meta property="og:title" content="{searched}"><title>{searched}</title>'
    heading = (
        '<h1><span class="overline">On the bay</span> <span>Quay opens in Lindhaven</span></h1>'
    )
    assert title(head, heading) == "Quay opens in Lindhaven"


def test_the_site_behind_the_last_bar_of_a_title_for_sharing_is_left_out():
    told = "Quay opens in Lindhaven after nine years"
    assert title(f'<meta property="og:title" content="{told} | Sea News">', "") == told


def test_a_heading_in_the_path_may_be_longer_than_the_headline_below_it():
    path = "<div class='crumb'><a href='/sea'>Sea</a> <h1>Bay quay opens in Lindhaven</h1></div>"
    searched = "Bay quay opens in Lindhaven"
    head = (
        '<meta property="og:title" content="Quay opens in Lindhaven">'
        f'<meta name="twitter:title" content="{searched}"><title>{searched}</title>'
    )
    assert title(head, f"{path}<h2>Quay opens in Lindhaven</h2>") == "Quay opens in Lindhaven"


@pytest.mark.parametrize(
    ("shown", "shared"),
    [
        ("The bay has its quay", "Quay opens"),
        ("A town that waited. Quay opens in Lindhaven", "Quay opens in Lindhaven"),
    ],
)
def test_what_the_page_shows_is_the_headline_where_it_is_shared_in_other_words(shown, shared):
    head = (
        f'<meta property="og:title" content="{shared}"><title>{shared}</title>'
        '<script type="application/ld+json">'
        f'{{"@type": "Article", "headline": "{shared}"}}</script>'
    )
    body = f"<article><h1 class='title'>{shown}</h1><p>The bay and its quay</p></article>"
    assert title(head, body) == shown


def test_a_heading_for_readers_who_hear_the_page_is_not_the_headline():
    head = '<meta property="og:title" content="bay/quay: Charts of the harbour">'
    assert title(head, '<h1 class="sr-only">bay/quay</h1>') == "bay/quay: Charts of the harbour"


@pytest.mark.parametrize(
    ("head", "body", "found"),
    [
        (
            "<title>港口新码头今日启用_地方频道_港口晨报</title>",
            "<div class='logo'>港口晨报</div>",
            "港口新码头今日启用_地方频道",
        ),
        (f"{SITE}<meta property='og:title' content='A walk @ Bay Courier'>", "", "A walk"),
        ("", "<h1>Shared history<a href='#h'>¶</a></h1>", "Shared history"),
    ],
)
def test_neither_the_site_nor_a_link_to_the_heading_is_part_of_it(head, body, found):
    assert title(head, body) == found
