"""Names, headlines and writers that pages never seen before got wrong at first sight, by kind."""

import datetime as dt

import pytest
from pydantic import ValidationError

from ferry_page import FIRST, SECOND, THIRD, TITLE, read
from generator.understand.lines.model import Chances
from generator.understand.lines.publication_date import calendar_of
from generator.understand.pasted.head.outlet_kinds import Table
from generator.understand.pasted.headline import headline
from generator.understand.pasted.headline_above import above

TEXT = (FIRST, SECOND, THIRD)
NOTE = "This article is more than 5 months old"
MENU = ("News", "Sport", "Culture", "Weather", "Video", "Podcasts")


@pytest.mark.parametrize(
    ("below", "outlet"),
    [
        (("Published in Tidewater, May 14th, 2025",), "Tidewater"),
        (("Quiet Tide is a reader-supported publication.",), "Quiet Tide"),
        (("Comentarios", "© La Marea Ediciones, SLU Todos los derechos reservados"), "La Marea"),
        (("© Crown copyright",), None),
    ],
)
def test_a_line_below_a_text_names_its_outlet(below: tuple[str, ...], outlet: str | None):
    assert read(TITLE, "14 May 2025", *TEXT, *below).outlet == outlet


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (("By Ann Loy, for The Tidewater", "14 May 2025"), "The Tidewater"),
        (("tidewater.example", "14 May 2025 - 13:40"), None),  # an address of documentation
        (("tidewater.no", "14 May 2025 - 13:40"), "tidewater.no"),
        (("14 May 2025", "Redazione Marea"), None),
    ],
)
def test_a_byline_names_the_outlet_instead_of_a_writer(head: tuple[str, ...], outlet: str | None):
    assert read(TITLE, *head, *TEXT).outlet == outlet


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        # A town that the paper writes of, and the paper.
        (("The Coast Sentinel", "Durbey"), ("Read more from Durbey",), "The Coast Sentinel"),
        (("Durbey Live",), ("Get the latest from Durbey Live", "More from Durbey"), "Durbey Live"),
        # The company that publishes it.
        (("The Coast Times",), ("Published by CPH Media Limited", "© 2025 CPH Media Limited"),
         "The Coast Times"),
        (("Menu",), ("Most read", "© EDICIONES EL LAGO S.L.", "EL LAGO"), "EL LAGO"),
        (("Menu",), ("Write to desk@tidewater.com", "Tidewater rules", "The Tidewater rules",
                     "© 2025 www.tidewater.com. All rights reserved."), "Tidewater"),
    ],
)  # fmt: skip
def test_what_a_page_offers_is_less_than_its_masthead(
    above: tuple[str, ...], below: tuple[str, ...], outlet: str
):
    page = read(*above, *MENU, TITLE, "14 May 2025", *TEXT, *below)
    assert (page.outlet or "").removeprefix("The ") == outlet.removeprefix("The ")


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        (("Jo Hart", "Political reporter, BBC South West", "14 May 2025"), ("Jo Hart",)),
        (("Siv Berg", "Text", "Nils Lund", "Foto", "14 May 2025"), ("Siv Berg",)),
        (("14 May 2025", "Google Discover Tide"), ()),
        (("14 May 2025 by Staff",), ()),
        (("By Editorial Board", "14 May 2025"), ("Editorial Board",)),
        (("By Pete on 14 May 2025 | 3 comments",), ("Pete",)),
    ],
)
def test_a_writer_is_no_station_label_or_button(head: tuple[str, ...], authors: tuple[str, ...]):
    assert read(TITLE, *head, *TEXT).authors == authors


@pytest.mark.parametrize(
    ("sentence", "authors"),
    [
        ("“We have waited for years,” said Mara Ellwood, who sells fish.", ()),
        ("Mara Ellwood has taken the ferry for years.", ("Mara Ellwood",)),
    ],
)
def test_who_is_quoted_is_not_the_writer(sentence: str, authors: tuple[str, ...]):
    page = read(TITLE, "Mara Ellwood", "14 May 2025", FIRST, sentence, SECOND, THIRD)
    assert page.authors == authors


@pytest.mark.parametrize(
    ("lines", "chances"),
    [
        ((TITLE, "by Hal Moe", "The works make two a year", "14 May 2025"), (0.06, 0, 0.87, 0)),
        ((TITLE, "The spare part may come soon, a study finds."), (0.02, 0.35)),
        ((TITLE, NOTE, "Council blames the works and its only owner"), (0.13, 0.3, 0.28)),
    ],
)
def test_a_headline_is_above_its_standfirst(lines: tuple[str, ...], chances: tuple[float, ...]):
    best = max(range(len(lines)), key=lambda at: chances[at] if lines[at] != NOTE else 0)
    assert above(lines, best, chances, calendar_of(lines, "en", dt.date(2026, 1, 1))) == 0


@pytest.mark.parametrize(
    "lines",
    [
        (NOTE, TITLE, NOTE, "Council blames the works and its only owner"),
        ("1 of 3", "Passengers stand at the quay.", TITLE, "14 May 2025"),
    ],
)
def test_a_headline_is_no_note_and_no_caption(lines: tuple[str, ...]):
    page = (*MENU, *lines)
    chance = {NOTE: 0.36, TITLE: 0.19, "Passengers stand at the quay.": 0.7}
    title = [chance.get(line, 0.0) for line in (*page, *TEXT)]
    body = [float(line in TEXT) for line in (*page, *TEXT)]
    calendar = calendar_of(page, "en", dt.date(2026, 1, 1))
    found, _ = headline((*page, *TEXT), Chances(title=title, body=body), calendar)
    assert page[found] == TITLE


def test_a_headline_is_below_the_name_of_the_newsletter():
    name = "The Quiet Tide Brief"
    foot = "Was this forwarded to you? Sign up for the Quiet Tide Brief here, it costs nothing."
    assert read(name, "14 May 2025", TITLE, "By Hal Moe", *TEXT, foot).title == TITLE


def test_a_headline_is_below_the_address_of_the_site():
    page = read("tide.no - Best of the coast", *MENU, TITLE, "14 May 2025", *TEXT)
    assert page.title == TITLE


def test_a_kind_that_gives_the_name_alone_weighs_enough():
    with pytest.raises(ValidationError, match="alone"):
        Table.model_validate({"enough": 3.0, "kinds": {"top": {"weight": 2.0, "alone": True}}})
