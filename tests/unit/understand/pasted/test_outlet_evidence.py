"""What pages say of themselves is their outlet: lines with a source, trials, writers, mastheads."""

import datetime as dt

import pytest

from bridge_page import TEXT, TITLE
from generator.config import Limits
from generator.models import Article, Source
from generator.understand import understand

SHORT = "Harbour reopens\nThe harbour at Selby reopened on Tuesday. Ships came back."
PAGE = f"{{above}}\n{TITLE}\n12 May 2025\n{TEXT}{{below}}\n"
FOOTER = (
    "The Selby Post could not find out when the second bridge of the town will be opened.\n"
    "Our Standards: The Selby Post rules\n"
    "My Post\nAbout The Post\nGet The Post\nPost Store\n© 2024 The Selby Post"
)
MENU = "Menu\nLog in\nVideos\nArchive\nLetters\nWeather\nQuiz"


def read(text: str) -> Article:
    source = Source("a.txt", text.encode(), "", dt.date(2026, 3, 29))
    return understand(source, Limits()).articles[0]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Source: Selby Courier", "Selby Courier"),
        ("(Source: Selby Courier)", "Selby Courier"),
        ("Source: Selby Courier, 12 May 2025", "Selby Courier"),
        ("Source:\nSelby Courier", "Selby Courier"),
        ("Source – Selby Courier", "Selby Courier"),
        ("Quelle: Hafenbote", "Hafenbote"),
        ("Source: Selby Courier, Reuters", "Selby Courier"),
        ("Source: AFP, Reuters", None),
        ("Source: Reuters", None),  # whom the text comes from
        ("Source: Selby Harbour Agency", "Selby Harbour Agency"),
        ("Source: https://courier.example/selby", None),
    ],
)
def test_a_last_line_with_the_source_is_no_text(line, outlet):
    article = read(f"{SHORT}\n{line}\n")
    assert article.outlet == outlet
    assert [block.text for block in article.blocks] == [SHORT.partition("\n")[2]]


@pytest.mark.parametrize("name", ["Selby News Agency", "Selby Haber Ajansı"])
def test_an_agency_that_is_not_listed_is_no_outlet(name):
    assert read(f"{SHORT}\nSource: {name}\n").outlet is None


def test_the_address_of_a_source_is_the_article_s():
    assert read(f"{SHORT}\nSource: https://courier.example/selby\n").url == (
        "https://courier.example/selby"
    )


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        (MENU, "KUR\nJetzt KUR testen", "KUR"),  # a subscription on trial, and its own line
        (MENU, "dorfbote Apps\ndorfbote Abo\ndorfbote Kids\nfehler@dorfbote.de", "dorfbote"),
        (
            MENU,
            "Ann Lee is a political correspondent for The Tidewater.\nMore from The Tidewater",
            "The Tidewater",
        ),
        (MENU, "© TG/ab - Alle Rechte am Artikel\nZur TG-Startseite", "TG"),
        (MENU, "Tidewater\nMehr\nTidewater Kultur", None),  # a section that a menu repeats
        # What readers call it, and its name in full.
        (f"The Selby Post home\n{MENU}", FOOTER, "The Selby Post"),
        (MENU, "Follow Global News on X\nMore from Global News\nAbout Global News", "Global News"),
    ],
)
def test_what_a_page_says_of_itself_is_its_outlet(above, below, outlet):
    assert read(PAGE.format(above=above, below=below)).outlet == outlet
