"""Pages that are no article, or more than one: dialogs, lists of articles, stories, live blogs."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Article, Source, Understood
from generator.understand import html
from report_text import FIRST, SECOND, THIRD

TITLE = "The wall is to be drained"
DAY = dt.date(2025, 9, 1)
ABOUT_COOKIES = """\
<p>We use necessary cookies to make our site work. We would also like to set optional cookies that
tell us how the site is used, and to share what they say with our partners.</p>
<p>Analytics cookies count visits, so that we can measure how well each page does. Advertising
cookies show what others think you may want to buy, here and elsewhere on the internet.</p>"""


def understood(body: str, head: str = "") -> Understood:
    page = f"<!doctype html><html lang='en'><title>{TITLE}</title>{head}<body>{body}</body></html>"
    return html.read(Source("a.html", page.encode(), "", DAY), Limits())


def article(body: str, head: str = "") -> Article:
    (found,) = understood(body, head).articles
    return found


def texts(found: Article) -> list[str]:
    return [block.text for block in found.blocks]


def codes(found: Article) -> list[str]:
    return [problem.code for problem in found.problems]


SHORT = "The wall below the town is to be drained before winter, the council said on Monday."


@pytest.mark.parametrize(
    "dialog",
    [
        f"<div role='dialog'><h2>Cookies</h2>{ABOUT_COOKIES}</div>",
        f"<div class='cookie-banner'>{ABOUT_COOKIES}</div>",
        f"<section id='gdprConsent'>{ABOUT_COOKIES}</section>",
        "<div id='onetrust-consent-sdk'><p>Käsitleme teie andmeid koos partneritega.</p></div>",
        f"<div class='x1'><div class='x2'>{ABOUT_COOKIES}</div><button>Accept all</button></div>",
        f"<amp-consent>{ABOUT_COOKIES}</amp-consent>",
    ],
)
def test_a_consent_dialog_never_replaces_a_short_article(dialog):
    found = article(f"{dialog}<main><h1>{TITLE}</h1><p>{SHORT}</p></main>")
    assert texts(found) == [SHORT]
    assert "consent-page" not in codes(found)


def test_an_article_about_cookies_is_kept():
    text = "The court ruled that a site that says 'we use cookies' must also say what for."
    body = f"<article class='cookies'><h1>{TITLE}</h1><p>{text}</p><p>{FIRST}</p><p>{SECOND}</p>"
    assert texts(article(f"{body}</article>")) == [text, FIRST, SECOND]


def test_a_page_that_shows_its_dialog_alone_is_no_article():
    (problem,) = understood(f"<div role='dialog'>{ABOUT_COOKIES}</div>").problems
    assert "consent" in problem.message
    assert problem.level == "error"


def test_a_page_that_shows_little_beside_its_dialog_is_doubted():
    found = article(f"<div role='dialog'>{ABOUT_COOKIES}</div><p>Imprint and contact</p>")
    assert codes(found) == ["consent-page"]


def test_a_page_whose_text_is_its_dialog_is_doubted():
    assert codes(article(f"<h1>{TITLE}</h1>{ABOUT_COOKIES}")) == ["consent-page"]


CARD = "<div class='card'><h2><a href='/{n}'>Headline number {n}</a></h2><p>{text}</p></div>"
LEADS = (
    "The gate was painted over night by two brothers.",
    "A seal has moved into the harbour office.",
    "The last baker of the quay bakes for himself.",
    "Nobody wants the bell of the old ferry.",
    "Why the mayor walks to work in the rain.",
)


def test_a_list_of_articles_is_doubted():
    cards = "".join(CARD.format(n=n, text=text) for n, text in enumerate(LEADS))
    assert codes(article(f"<main><h1>Town</h1>{cards}</main>")) == ["list-page"]


def test_teasers_below_an_article_make_no_list_of_it():
    cards = "".join(CARD.format(n=n, text=text) for n, text in enumerate(LEADS))
    text = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    found = article(f"<main><article><h1>{TITLE}</h1>{text}</article>{cards}</main>")
    assert texts(found) == [FIRST, SECOND, THIRD]
    assert codes(found) == []


STORY = "<article><h2>{title}</h2><p>By {author}</p><p>{text}</p></article>"
STORIES = (
    ("The wall", "Jane Doe", FIRST),
    ("The bell", "Max Roe", SECOND),
    ("The seal", "Ann Poe", THIRD),
)


def test_all_stories_of_a_page_are_kept_and_doubted():
    parts = "".join(STORY.format(title=a, author=b, text=c) for a, b, c in STORIES)
    found = article(f"<main><h1>{TITLE}</h1>{parts}</main>")
    said = [line for title, author, text in STORIES for line in (title, f"By {author}", text)]
    assert texts(found) == said
    assert codes(found) == ["two-articles"]
    assert found.authors == ()


def test_an_article_that_follows_another_is_no_story_of_its_page():
    second = f"<article><h2>The bell</h2><p>{SECOND}</p></article>"
    found = article(f"<article><h1>{TITLE}</h1><p>{FIRST}</p><p>{THIRD}</p></article>{second}")
    assert FIRST in texts(found)
    assert codes(found) == []


LIVE = (
    "<script type='application/ld+json'>{'@type': 'LiveBlogPosting', 'headline': 'Flood, live',"
    "'liveBlogUpdate': [{'@type': 'BlogPosting', 'headline': 'Gate shut',"
    "'author': {'@type': 'Person', 'name': 'Max Roe'}}]}</script>"
).replace("'", '"')


def test_entries_of_a_live_blog_keep_their_times_and_their_authors_are_not_the_pages():
    entries = "".join(
        f"<section><time>{time}</time><h2>{title}</h2><p>{text}</p></section>"
        for time, (title, _, text) in zip(("14.05", "11:30", "9.15"), STORIES, strict=True)
    )
    byline = "<p class='byline'>By Jane Doe and Ann Poe</p>"
    found = article(f"<main><article><h1>Flood, live</h1>{byline}{entries}</article></main>", LIVE)
    headings = [block.text for block in found.blocks if block.kind == "heading"]
    assert headings == ["14.05 The wall", "11:30 The bell", "9.15 The seal"]
    assert found.authors == ("Jane Doe", "Ann Poe")


POEM = f"""\
<article><h1>{TITLE}</h1><p>The boats lie still<br>along the quay,<br>and no one calls
<br>the gulls away.</p><p>A rope, a <i>bell</i>,<br>a yellow light,<br>the harbour counts<br>
the ships at night.</p></article>"""


def test_lines_that_a_page_breaks_are_stanzas():
    found = article(POEM)
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("verse", "The boats lie still\nalong the quay,\nand no one calls\nthe gulls away."),
        ("verse", "A rope, a bell,\na yellow light,\nthe harbour counts\nthe ships at night."),
    ]


def test_broken_lines_of_sentences_are_no_stanzas():
    found = article(f"<h1>{TITLE}</h1><p>{FIRST}<br>{SECOND}</p><p>{THIRD}<br>{SHORT}</p>")
    assert {block.kind for block in found.blocks} == {"paragraph"}


def test_a_short_page_of_dated_links_is_a_list():
    links = [
        ("New ferry for Elmford bought after long debate", "3 March 2026"),
        ("Second bridge opens after two years of works", "2 March 2026"),
        ("Mayor answers questions of the fishermen's union", "1 March 2026"),
        ("School in Millbrook closes for repairs until May", "27 February 2026"),
        ("Storm damages eleven boats in the old harbour", "26 February 2026"),
        ("Market moves to the station square in summer", "25 February 2026"),
    ]
    items = "".join(f"<li><a href='/a'>{name}</a> <time>{day}</time></li>" for name, day in links)
    page = f"<!doctype html><title>News | Bay Courier</title><h1>News</h1><ul>{items}</ul>"
    (found,) = html.read(Source("a.html", page.encode(), "", DAY), Limits()).articles
    assert "list-page" in codes(found)
