"""Sections, outlets and authors that pages name with another name beside them."""

import datetime as dt

import pytest

from bridge_page import TEXT, TITLE
from generator.config import Limits
from generator.models import Article, Source
from generator.understand import understand

MENU = "Menu\nNews\nSport\nCulture\nLocal\nWeather\nSign in"


def read(above: str, head: str, below: str = "", opening: str = "") -> Article:
    text = f"{above}\n{TITLE}\n{head}\n\n{opening}{TEXT}{below}\n"
    source = Source("a.txt", text.encode(), "", dt.date(2026, 3, 29))
    return understand(source, Limits()).articles[0]


@pytest.mark.parametrize(
    ("steps", "section"),
    [
        ("Home\nSport\nWestholm", "Sport"),  # a place below the section
    ],
)
def test_the_section_is_the_menu_s_item_not_the_place_below_it(steps, section):
    opening = "Castle Holm and Westholm had waited long for it, and the culture of both changed.\n"
    assert read(f"{MENU}\n{steps}", "12 May 2025", opening=opening).section == section


def test_the_menu_s_item_before_the_date_above_the_headline_is_the_section():
    menu = MENU.replace("Local", "Capital")
    article = read(f"{menu}\nCapital / 12 May 2025", "By Jane Doe\nPort Alma / 12.05.2025 13:22")
    assert article.section == "Capital"


def test_a_statement_of_rights_is_no_owner():
    foot = "Contacto\n© Derechos Reservados, Compañía Editorial Almara S.A. de C.V."
    assert read(MENU.replace("Menu", "Diario Almara"), "12 May 2025", foot).outlet != (
        "Derechos Reservados"
    )


def test_the_line_of_the_writer_has_the_full_name_of_initials():
    foot = "Contact\nCopyright © 2025 NTC. All rights reserved."
    assert read(MENU, "12 May 2025\nJane Doe\nNTC News, Westholm", foot).outlet == "NTC News"


def test_the_desk_of_the_outlet_is_no_author():
    foot = "Follow Portal Alma on X\nContact\nCopyright © 2025 Portal Alma. All rights reserved."
    article = read(
        MENU.replace("Menu", "Portal Alma"), "By Jane Doe, Portal Alma SC\n12 May 2025", foot
    )
    assert article.authors == ("Jane Doe",)


def test_a_place_behind_an_arabic_name_is_no_part_of_it():
    article = read(MENU, "ليلى الصفار - الموصل\n12 May 2025")
    assert article.authors == ("ليلى الصفار",)
