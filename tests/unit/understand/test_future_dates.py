"""An article dated after the day of collection has its date only where the page states it."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Article, Source
from generator.understand import understand

COLLECTED = dt.date(2026, 11, 29)
TITLE = "Harbour bridge closed for two weeks"
CLOSED = (
    "The bridge over the harbour was closed on Sunday morning after engineers found cracks in its "
    "deck, the city said. Trams stop on both banks until the repairs are done."
)
FERRY = (
    "The ferry will sail twice as often until then, the mayor told reporters. Buses leave from the "
    "northern gate every ten minutes, and their tickets are valid on the ferry as well."
)
TEXT = [CLOSED, FERRY]


def read(data: str, name: str = "bridge.txt", collected: dt.date = COLLECTED) -> Article:
    (article,) = understand(Source(name, data.encode(), "", collected), Limits()).articles
    return article


def codes(article: Article) -> list[str]:
    return [problem.code for problem in article.problems]


def pasted(*head: str, text: list[str] = TEXT) -> str:
    return "\n\n".join([TITLE, *head, *text]) + "\n"


@pytest.mark.parametrize(
    "head",
    [
        ["12 December 2026"],
        ["Saturday, December 12, 2026"],
        ["By Ada Miller", "12 December 2026 at 10:15"],
        ["By Ada Miller | 12 December 2026"],
        ["Published on 12 December 2026, 5 min read"],
        ["Published", "2026-12-12"],
        ["12/12/2026"],
    ],
    ids=" / ".join,
)
def test_the_date_in_the_head_of_a_pasted_page_is_the_articles(head):
    article = read(pasted(*head))
    assert (article.title, article.date and article.date.day) == (TITLE, dt.date(2026, 12, 12))
    assert "future-date" in codes(article)
    assert "no-date" not in codes(article)
    assert [block.text for block in article.blocks] == TEXT


def test_the_dateline_of_a_text_is_the_articles_date():
    article = read(pasted(text=[f"TASHKENT, Dec 12, 2026 (Agency) — {CLOSED}", FERRY]))
    assert str(article.date) == "2026-12-12"
    assert "future-date" in codes(article)


@pytest.mark.parametrize(
    "text",
    [
        pasted("When: 12 December 2026"),
        pasted("11 – 13 December 2026"),
        pasted("Opens 12 December 2026 in the town hall"),
        pasted("12 December 2026", "19 December 2026"),
        pasted("12 December 2026", text=[*TEXT, "The bridge opens again on 12 December."]),
        pasted("10/01/2027"),
        pasted("12 December"),
        pasted(text=[*TEXT, "The bridge opens again on 12 December 2026."]),
        pasted(text=[*TEXT, "12 December 2026"]),
    ],
    ids=["label", "span", "words", "two", "in the text", "two days", "no year", "text", "below"],
)
def test_the_date_of_an_event_is_not_the_articles(text):
    article = read(text)
    assert article.date is None or article.date.day <= COLLECTED
    assert "future-date" not in codes(article)


def test_a_date_before_the_day_of_collection_takes_precedence():
    article = read(pasted("12 December 2026", "28 November 2026"))
    assert str(article.date) == "2026-11-28"


def page(head: str = "", line: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    return (
        f'<!doctype html><html lang="en"><head><title>{TITLE}</title>{head}</head><body>'
        f"<article><h1>{TITLE}</h1>{line}{text}</article></body></html>"
    )


@pytest.mark.parametrize(
    "data",
    [
        page('<meta property="article:published_time" content="2026-12-12T10:15:00Z">'),
        page(
            '<script type="application/ld+json">'
            '{"@type": "NewsArticle", "datePublished": "2026-12-12"}</script>'
        ),
        page(line="<p>12 December 2026</p>"),
        page(line='<p>By Ada Miller, <time datetime="2026-12-12">12 December 2026</time></p>'),
    ],
    ids=["meta", "json-ld", "line", "time"],
)
def test_a_saved_page_dated_after_its_collection_has_its_date(data):
    article = read(data, "bridge.html")
    assert article.date
    assert article.date.day == dt.date(2026, 12, 12)
    assert "future-date" in codes(article)
    assert "no-date" not in codes(article)


RSS = (
    "<rss version='2.0'><channel><title>Courier</title><item><title>Bridge closed</title>"
    "<pubDate>Sat, 12 Dec 2026 10:00:00 +0000</pubDate><description>{text}</description></item>"
    "</channel></rss>"
)
OTHER_FORMATS = {
    "a.md": f"# {TITLE}\n\n12 December 2026\n\n{CLOSED}\n\n{FERRY}\n",
    "b.md": f"---\ntitle: {TITLE}\ndate: 12 December 2026\n---\n{CLOSED}\n\n{FERRY}\n",
    "feed.xml": RSS.format(text=f"{CLOSED} {FERRY}"),
    "feed.json": '{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": '
    f'[{{"id": "1", "date_published": "2026-12-12", "content_text": "{CLOSED} {FERRY}"}}]}}',
    "record.ris": f"TY  - NEWS\nTI  - {TITLE}\nDA  - 2026/12/12\nAB  - {CLOSED}\nER  - \n",
    "mail.eml": f"From: a@x.org\nSubject: {TITLE}\nDate: Sat, 12 Dec 2026 10:00:00 +0000\n"
    f"Content-Type: text/plain\n\n{CLOSED}\n\n{FERRY}\n",
    "russian.txt": "Мост закрыт на две недели\n12 декабря 2026 г.\n\nМост через гавань закрыли в "
    "воскресенье утром: инженеры нашли трещины в настиле, сообщила мэрия города.\n\n"
    "Паром будет ходить вдвое чаще, сказал мэр журналистам в понедельник.\n",
}


@pytest.mark.parametrize("name", OTHER_FORMATS)
def test_every_format_keeps_the_date_that_it_states(name):
    article = read(OTHER_FORMATS[name], name)
    assert article.date
    assert article.date.day == dt.date(2026, 12, 12)
    assert "future-date" in codes(article)
    assert "no-date" not in codes(article)


def test_the_date_of_an_event_in_markdown_is_not_the_articles():
    text = f"{FERRY} The bridge opens again on 12 December."
    assert read(f"# {TITLE}\n\n12 December 2026\n\n{CLOSED}\n\n{text}\n", "a.md").date is None


def test_the_date_of_an_event_is_not_a_saved_pages():
    event = '{"@type": "Event", "startDate": "2026-12-12", "name": "Fair"}'
    data = page(f'<script type="application/ld+json">{event}</script>', "<p>When: 12/12/2026</p>")
    article = read(data, "bridge.html")
    assert article.date is None
    assert "future-date" not in codes(article)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("When: 12 December 2026", "no date was found"),
        ("When: December 2026", 'the page states only a month, "December 2026"'),
    ],
)
def test_a_full_date_is_not_said_to_be_only_a_month(line, message):
    (doubt,) = (found for found in read(pasted(line)).problems if found.code == "no-date")
    assert doubt.message.startswith(message)
