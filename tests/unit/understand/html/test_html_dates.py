"""When a page was published: as it states it, never invented."""

import datetime as dt

import pytest

from generator.understand.dates.machine import machine_date
from generator.understand.html.metadata import About, metadata_of
from generator.understand.lines.date_labels import label_of
from generator.understand.markup.parse import parse_text
from report_text import FIRST, SECOND


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-08-29", "2025-08-29"),
        ("20250829", "2025-08-29"),
        ("2025/08/29", "2025-08-29"),
        ("2025-08-29T10:15:00Z", "2025-08-29T10:15:00+00:00"),
        ("2025-08-29T10:15:00.123+0200", "2025-08-29T10:15:00+02:00"),
        ("2025-08-29T10:15+02:00", "2025-08-29T10:15:00+02:00"),
        ("2025-08-29 10:15:00 +0200", "2025-08-29T10:15:00+02:00"),
        ("2025-08-29 10:15:00 UTC", "2025-08-29T10:15:00+00:00"),
        ("2025-08-29T10:15:00", "2025-08-29T10:15:00"),
        ("Fri, 29 Aug 2025 10:15:00 GMT", "2025-08-29T10:15:00+00:00"),
        ("Fri, 29 Aug 2025 10:15:00 +0530", "2025-08-29T10:15:00+05:30"),
        ("2025-02-30", None),
        ("1804-01-01", None),
        ("2025-09-09", None),
        ("yesterday", None),
        ("3996", None),
        ("", None),
        ("9" * 1000, None),
    ],
)
def test_machine_written_dates(text, date):
    found = machine_date(text, last=dt.date(2025, 9, 2))
    assert (str(found) if found else None) == date


def about(body: str, head: str = "", language: str = "en") -> About:
    tree, _ = parse_text(f"<html lang='{language}'><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return metadata_of(tree, dt.date(2025, 9, 1))


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2025-08-29">', ""),
        ("", '<meta itemprop="datePublished" content="2025-08-29">'),
        ("", '<h1>Quay</h1><time datetime="2025-08-29">Friday</time>'),
        ("", '<h1>Quay</h1><p class="date">29 August 2025</p>'),
        ("", "<h1>Quay</h1><p>Published on August 29, 2025</p>"),
        ('<link rel="canonical" href="https://a.example/2025/08/29/quay">', "<p>Text</p>"),
    ],
)
def test_a_date_is_found_where_pages_state_one(head, body):
    assert str(about(body, head).date) == "2025-08-29"


def test_published_takes_precedence_over_updated():
    found = about(
        "",
        '<meta property="article:modified_time" content="2025-08-31">'
        '<meta property="article:published_time" content="2025-08-29">',
    )
    assert (str(found.date), str(found.updated)) == ("2025-08-29", "2025-08-31")


@pytest.mark.parametrize(
    "body",
    ["<p>Call 3996 now.</p>", "<p>© 2025 Bay Courier</p>", "<p>On 29 August the quay opens.</p>"],
)
def test_no_date_is_invented(body):
    assert about(f"<h1>Quay</h1>{body}").date is None


def test_dates_after_the_collection_and_impossible_dates_are_ignored():
    changed = '<meta property="article:modified_time" content="2026-01-01">'
    never = '<meta property="article:published_time" content="9999-12-31">'
    found = about("", f'<meta name="pubdate" content="2025-08-29">{changed}')
    assert (str(found.date), found.updated) == ("2025-08-29", None)
    assert about("", never).date is None


TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"
UTC = '<meta property="article:published_time" content="{}">'


def test_first_published_takes_precedence_where_readers_see_both():
    line = "First published: 4 May 2021. Last updated: 20 August 2025"
    head = '<meta property="article:modified_time" content="2025-08-20">'
    found = about(f"<h1>Quay</h1><p>{line}</p>{TEXT}", head)
    assert (str(found.date), str(found.updated)) == ("2021-05-04", "2025-08-20")
    assert found.dateline == line


def test_first_published_takes_precedence_over_a_later_date_for_machines():
    head = UTC.format("2025-08-20T08:00:00+02:00")
    found = about(f"<h1>Quay</h1><p>First published 4 May 2021</p>{TEXT}", head)
    assert str(found.date) == "2021-05-04"


@pytest.mark.parametrize(
    ("universal", "shown", "date"),
    [
        ("2025-08-20T22:30:00Z", "21 August 2025", "2025-08-21"),  # east of Greenwich
        ("2025-08-20T02:30:00Z", "19 August 2025", "2025-08-19"),  # west of it
        ("2025-08-20T22:30:00Z", "21 August 2025, 6:30 MYT", "2025-08-21T06:30:00+08:00"),
        ("2025-08-20T22:30:00Z", "20 August 2025", "2025-08-20T22:30:00+00:00"),
        ("2025-08-20T02:30:00Z", "21 August 2025", "2025-08-20T02:30:00+00:00"),  # no such zone
        ("2025-08-20T22:30:00Z", "21 August 2025, 9:17", "2025-08-20T22:30:00+00:00"),
        ("2025-08-20T22:30:00+02:00", "21 August 2025", "2025-08-20T22:30:00+02:00"),
    ],
)
def test_the_day_is_the_one_on_which_it_appeared_where_the_page_comes_from(universal, shown, date):
    found = about(f"<h1>Quay</h1><p>{shown}</p>{TEXT}", UTC.format(universal))
    assert str(found.date) == date


TEASER = "The bell of the old ferry is sold to a church on the island, 3 August 2025"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Quay</h1>{TEXT}<aside><time datetime='2025-08-03'>3 August</time> Bell sold</aside>",
        f"<h1>Quay</h1><p>Aktuelles Datum: 3.8.2025, 10:15</p>{TEXT}",
        f"<h1>Quay</h1>{TEXT}<p>The law of 1 May 1932 still says who may land here.</p>",
        f"<h1>Quay</h1><p><a href='/b'>{TEASER}</a></p>{TEXT}",
    ],
)
def test_no_date_is_taken_from_teasers_clocks_and_laws(body):
    found = about(body)
    assert found.date is None or found.is_date_guessed


@pytest.mark.parametrize(
    ("body", "guessed"),
    [
        (f"<h1>Quay</h1><p>20 August 2025</p>{TEXT}", False),
        (f"<h1>Quay</h1><time datetime='2025-08-20'>Wednesday</time>{TEXT}", False),
        (f"<h1>Quay</h1>{TEXT}<footer><p>Page made on 2025-08-20</p></footer>", True),
    ],
)
def test_a_date_that_nothing_calls_the_articles_is_a_guess(body, guessed):
    found = about(body)
    assert (str(found.date), found.is_date_guessed) == ("2025-08-20", guessed)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (f"<h1>Quay</h1>{TEXT}", "<meta property='article:published_time' content='2025-08'>"),
        (f"<h1>Quay</h1>{TEXT}", "<meta name='citation_publication_date' content='2025/08'>"),
        (f"<h1>Quay</h1><time datetime='2025-08'>August 2025</time>{TEXT}", ""),
        (f"<h1>Quay</h1><p>August 2025</p>{TEXT}", ""),
    ],
)
def test_a_month_is_marked_as_one(body, head):
    found = about(body, head)
    assert (str(found.date), found.date_inferred) == ("2025-08-01", "day")


def test_the_date_of_a_sites_template_gives_way_to_the_articles():
    template = "<meta name='DC.Date' content='2011-05-02'>"
    marked = "<h1>Quay</h1><time itemprop='datePublished' datetime='2025-08-20'>20.08.2025</time>"
    assert str(about(marked + TEXT, template).date) == "2025-08-20"
    assert str(about(f"<h1>Quay</h1>{TEXT}", template).date) == "2011-05-02"


@pytest.mark.parametrize(
    ("language", "line", "minutes"),
    [
        ("de", "Veröffentlicht am 20.08.2025 | Lesedauer: 3 Minuten", 3),
        ("fr", "Publié le 20 août 2025 à 8h15 - Temps de lecture : 4 min", 4),
        ("fr", "Publié hier à 18h02, mis à jour le 20/08/2025 à 07:15", None),
        ("es", "Publicado el 20 de agosto de 2025 · 5 min de lectura", 5),
        ("it", "Pubblicato il 20 agosto 2025 | Tempo di lettura: 6 minuti", 6),
        ("nl", "Gepubliceerd op 20 augustus 2025 · Leestijd: 7 minuten", 7),
        ("pt", "Publicado em 20 de agosto de 2025 às 8h15 | Tempo de leitura: 8 min", 8),
        ("pl", "Opublikowano: 20 sierpnia 2025 | Czas czytania: 9 min", 9),
        ("ru", "Опубликовано: 20 августа 2025 | Время чтения: 3 мин", 3),
        ("en", "Last reviewed: 20 August 2025", None),
    ],
)
def test_a_line_of_dates_and_a_reading_time_is_read_in_many_languages(language, line, minutes):
    found = about(f"<h1>Quay</h1><p>{line}</p>{TEXT}", UTC.format("2025-08-19"), language)
    assert (found.dateline, found.reading_minutes) == (line, minutes)


def test_minutes_that_are_no_reading_time_and_those_of_teasers_are_left_out():
    times = "<p>Listen (3 min)</p><p>Ferry: 20 minutes late</p>"
    assert about(f"<h1>Quay</h1>{times}{TEXT}").reading_minutes is None
    assert about(f"<h1>Quay</h1>{TEXT}<p>5 min read</p>").reading_minutes is None


def test_a_reading_time_in_an_element_beside_a_date_is_read():
    bar = "<div><span>20 August 2025, 07:33</span><span>3 min read</span></div>"
    assert about(f"<h1>Quay</h1>{bar}{TEXT}").reading_minutes == 3


def test_a_sentence_with_a_date_is_no_line_of_dates():
    line = "Am 20.08.2025 wurde der Kai von der Stadt eröffnet"
    assert about(f"<h1>Quay</h1><p>{line}</p>{TEXT}", language="de").dateline == ""


@pytest.mark.parametrize(
    "label",
    [
        "Fecha de última modificación:", "Dernière modification :", "Ultimo aggiornamento:",
        "Data ostatniej modyfikacji:", "Дата последнего изменения:", "Letzte Änderung:",
        "Senast granskad:", "Última atualização:",
    ],
)  # fmt: skip
def test_the_day_of_a_change_below_a_text_is_not_that_of_its_publication(label):
    assert label_of(f"{label} ") == "updated"


def test_a_day_of_change_without_a_year_is_not_given_one():
    head = '<meta property="article:published_time" content="2019-11-19T11:51:32Z">'
    line = "<p>Updated Nov 20, 6:55 AM; Posted Nov 19, 6:51 AM</p>"
    assert about(f"<h1>The quay opens</h1>{line}<p>{FIRST}</p>", head).updated is None
