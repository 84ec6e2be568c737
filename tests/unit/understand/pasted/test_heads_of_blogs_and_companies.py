"""What pages of blogs, companies and magazines have where names are, and what is none."""

import datetime as dt

import pytest

from bridge_page import TEXT, TITLE
from generator.config import Limits
from generator.models import Article, Source
from generator.understand import understand

MENU = "Menu\nArchive\nLetters\nWeather\nQuiz\nLog in"
GERMAN = (
    "Die Brücke am Hafen ist seit Freitag wieder offen, und der erste Bus fuhr um sieben darüber.\n"
    "Seit dem Frühjahr haben die Arbeiter die Fahrbahn und beide Pfeiler der Brücke erneuert.\n"
    "Die Stadt hat dafür vier Millionen bezahlt, ein Fünftel mehr, als sie bezahlen wollte.\n"
    "Von Montag an fahren die Busse alle zehn Minuten, wie die Firma in einem Brief schreibt.\n"
)


def page(*, above: str = MENU, head: str = "12 May 2025", text: str = TEXT, below: str = "") -> str:
    return f"{above}\n{TITLE}\n{head}\n{text}{below}\n"


def read(text: str) -> Article:
    source = Source("a.txt", text.encode(), "", dt.date(2026, 3, 29))
    return understand(source, Limits()).articles[0]


@pytest.mark.parametrize(
    "below",
    [
        "Cookie Policy\nCopyright Policy\nBrand Policy",  # no statement of a right
        "Contact\n© 2019 - Algunos derechos reservados.",
        "Contact\n© 2022 Harbour, Lake & Co. Ltd. All rights reserved.",  # of many outlets
        "Contact\n© 2022 Office for Bridges, Roads and Tunnels",  # would be cut at the comma
        "Contact\n© Lago Azul 2000, S.A. Todos los derechos reservados",
        "Contact\nBus times © MOOVA 2018",  # whose the figures are
        "About Branches\nBranches / Contact\nAbout Branches and jobs",  # a page of the company's
        "Pagina Nueve Digital\nPagina Nueve\nMy Pagina Nueve account",  # no "Nueve"
    ],
)
def test_words_of_a_foot_are_no_outlet(below):
    assert read(page(below=below)).outlet is None


@pytest.mark.parametrize(
    "line", ["by Ann Lister, editor", "By Ann Lister Twitter account of Ann Lister"]
)
def test_a_writer_s_last_name_is_no_outlet(line):
    article = read(page(head=f"12 May 2025\n{line}\n(Photo: A. Lister)"))
    assert article.outlet is None
    assert article.authors == ("Ann Lister",)


def test_whom_a_text_calls_by_a_title_is_no_outlet():
    said = "„Die Lage ist gut“, sagte der Hafenmeister von Selby mit Blick auf die Brücke.\n"
    assert read(page(text=TEXT + 3 * said)).outlet is None


def test_an_owner_s_article_is_not_the_outlet_s():
    below = "Follow Tide\nTide newsletter\nAbout Tide\n© 2017 The Tide Group LLC."
    assert read(page(below=below)).outlet == "Tide"


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        (f"selby.com\n{MENU}", "More from selby.com\nContact", "selby.com"),
        (f"selby.com\nlago.com\n{MENU}", "selby.com\nlago.com", None),  # of a network
    ],
)
def test_the_only_address_at_the_top_names_the_site(above, below, outlet):
    assert read(page(above=above, below=below)).outlet == outlet


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("12 May 2025\nBy Ann ListerAnn Lister", ("Ann Lister",)),
        ("12 de mayo de 2025\nPorAna Ruiz", ("Ana Ruiz",)),
        ("By Ann Lister@annlister May 12, 2025, 4:08pm", ("Ann Lister",)),
        ("12 May 2025\nReporter Digital: EFE", ()),
    ],
)
def test_bylines_with_more_than_names(head, authors):
    assert read(page(head=head)).authors == authors


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("von Hafenfan · 12. Mai 2025", "Hafenfan"),
        ("Von Ann.Lister am 12. Mai 2025 um 11:14 Uhr", "Ann.Lister"),
        ("12. Mai 2025 von Hanna in Reisen, Kultur", "Hanna"),
        ("Von Ann Lister am 12. Mai 2025", "Ann Lister"),
        ("12. Mai 2025 Ann Lister Kultur", "Ann Lister"),
        ("12. Mai 2025\nvon Ann Lister Foto: © HAFENBILD", "Ann Lister"),
    ],
)
def test_german_bylines_with_more_than_names(head, author):
    assert read(page(head=head, text=GERMAN)).authors == (author,)


def test_who_made_what_a_picture_shows_is_no_writer():
    text = f"{TEXT}Look by Dock & Quay Alta Nova.\n{TEXT}"
    assert read(page(text=text)).authors == ()


@pytest.mark.parametrize(
    "below",
    ["Weitere Angebote", "Further Reading", "Selby’s Bridge Model", "Bridge GNU/Lister 9 and 8"],
)
def test_headings_below_a_text_are_nobody_s_signature(below):
    more = f"{below}\nThe weitere and weiteren angebote, further reading.\nSee {below} here"
    assert read(page(below=more)).authors == ()


def test_whom_a_text_is_about_does_not_sign_it():
    about = (
        "The shop of Dock Marina sells the fish that the ships bring to the harbour at seven.\n"
        "Until this spring, Dock Marina had sold it at the market, which is closed on Mondays.\n"
    )
    below = "Dock Marina\nWhere: Dock Marina, 7 Quay Street"
    assert read(page(text=TEXT + about, below=below)).authors == ()


def test_the_byline_of_a_headline_to_read_as_well_is_another_s():
    text = f"{TEXT}Read also\nFerry sold to a company from the north\nby Ann Lister\n{TEXT}"
    assert read(page(text=text)).authors == ()


@pytest.mark.parametrize(
    "line",
    [
        "Continue reading the main story",
        "All News",
        "Weitere Angebote",
        "Inhalt:",
        "Bridge Shop↗",
        "Harbour.com Blog",
        "Germany\nFrance\nAustralia",
    ],
)
def test_what_a_menu_ends_with_is_no_section(line):
    assert read(page(above=f"{MENU}\n{line}")).section is None


@pytest.mark.parametrize(
    ("above", "head", "section"),
    [
        (f"{MENU}\nLeben\nReisen\nLeben", "12. Mai 2025 von Hanna in Reisen, Kultur", "Reisen"),
        ("Politik · Ann Lister, Bo Quay", "12. Mai 2025", "Politik"),
        ("Home / Criminal Justice", "12 May 2025", "Criminal Justice"),  # no writer's name
        (MENU, "12. Mai 2025\nKategorie: Häfen, Schiffe, Brücken", "Häfen"),
        (MENU, "Au am Lech | Selby, 12. Mai 2025", None),  # places
    ],
)
def test_where_a_page_states_the_section(above, head, section):
    assert read(page(above=above, head=head, text=GERMAN)).section == section


@pytest.mark.parametrize(
    "above",
    [
        "Zum Inhalt springen Zur Hauptnavigation springen Zur Fußzeile springen",
        "Zum Inhalt wechseln",
        "Toggle navigation",
        f"News Local {TITLE}\nNews\nLocal",  # the way to it
        f"News Local {TITLE.upper()}\nNews\nLocal",
        f"{MENU}\nBridges of Selby, old and new:",  # a kicker
    ],
)
def test_what_is_above_a_headline_is_none(above):
    assert read(page(above=above)).title == TITLE


def test_a_headline_stays_that_a_part_of_it_is_said_again_below():
    whole = "The town says that the harbour bridge reopens after a year"
    above = f"{MENU}\n{whole}"
    again = page(above=above).replace(TITLE, "The harbour bridge reopens after a year")
    assert read(again).title == whole


@pytest.mark.parametrize("start", ["Patients - Three men", "Patients: Three men"])
def test_a_word_before_a_text_is_no_place(start):
    text = (
        f"{start} were brought to the hospital in Selby, the police said on Friday night.\n{TEXT}"
    )
    below = "Patients\nMore on patients and hospitals"
    assert read(page(text=text, below=below)).place is None
