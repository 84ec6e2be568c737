"""Names that no label marks as the writer's: another line of the page has to say so."""

import datetime as dt

import pytest

from bridge_page import TEXT, TITLE
from generator.config import Limits
from generator.models import Source
from generator.understand import understand

MENU = "Menu\nNews\nSport\nCulture\nLocal\nWeather\nSign in"


def authors(head: str, below: str = "", above: str = MENU, title: str = TITLE) -> tuple[str, ...]:
    text = f"{above}\n{title}\n{head}\n\n{TEXT}{below}\n"
    source = Source("a.txt", text.encode(), "", dt.date(2026, 3, 29))
    return understand(source, Limits()).articles[0].authors


@pytest.mark.parametrize(
    "head",
    [
        "Jane Moran\n12 May 2025",
        "Jane Moran\nPort Alma —\n12 May 2025",
        "Jane Moran\njmoran@courier.example\n12 May 2025",
        "Jane Moran\n3 min read\n12 May 2025",
        "12 May 2025\nJane Moran",
        "Jane Moran\nHarbour Correspondent\nPort and sea\n12 May 2025",
    ],
)
def test_a_name_beside_the_date_or_a_job_is_the_writer_s(head):
    assert authors(head) == ("Jane Moran",)


@pytest.mark.parametrize(
    "head",
    [
        "Street Heroes\nFrom the docks to the hills\n12 May 2025",
        "Get Letters Delivered\nOur best offers\n12 May 2025",
        "12 May 2025\nThe new bridge at noon\nAl Holm, Northern Press\n",
    ],
)
def test_words_away_from_the_date_are_no_name(head):
    assert authors(head) == ()


def test_a_name_away_from_the_date_is_the_writer_s_where_the_page_names_it_again():
    head = "Jane Moran\nFrom the docks to the hills\n12 May 2025"
    assert authors(head, below="\nMore stories by Jane Moran") == ("Jane Moran",)


@pytest.mark.parametrize("item", ["Street Heroes", "Puppet Masters"])
def test_the_menu_s_last_item_is_no_columnist_because_of_the_headline(item):
    title = "The ferryman's manual: a book review"
    assert authors("12 May 2025", above=f"{MENU}\n{item}", title=title) == ()


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Tom Reeve, NP Shipping Writer\n12 May 2025", ("Tom Reeve",)),
        ("Tom Reeve Reporter, Ann Loy Editor\n12 May 2025", ("Tom Reeve", "Ann Loy")),
        ("National Desk By National Desk\non 12 May 2025", ("National Desk",)),
        ("by Ann Loy (reporting) and Tom Reeve (photography)\n12 May 2025", ("Ann Loy",)),
        ("12 May 2025\nBoatyard Opens New Halls and Slips for Builders", ()),
        ("World An Hour Ago\n12 May 2025", ()),
    ],
)
def test_what_is_beside_names_is_no_name(head, named):
    assert authors(head) == named
