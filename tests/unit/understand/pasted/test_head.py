"""What the lines around a headline are taken for: sections above it, and how they are written."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Article, Block, Source
from generator.understand import understand
from generator.understand.pasted import head
from generator.understand.pasted.blocks import blocks
from generator.understand.pasted.head import candidate_lines, outlet
from generator.understand.pasted.head.facts import Head
from generator.understand.vocabulary.head_phrases import with_acronyms

MENU = ["Menu", "Log in", "Videos", "Archive", "Letters", "Weather", "Quiz"]
TITLE = "Harbour bridge reopens after a year of repairs"
TEXT = "The harbour bridge was opened again on Friday, and the first bus crossed it at seven."


def section(above: list[str]) -> object:
    """Return the section that is read of the lines above a headline."""
    lines = [*MENU, *above, TITLE, TEXT]
    at = len(lines) - 2
    is_body = [False] * (len(lines) - 1) + [True]
    around = candidate_lines.around(lines, at, is_body)
    found = head.facts(Head(lines, at, around, [], {}, None, at + 1, TEXT)).found
    return found.get("section")


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["Puzzles"], None),  # the last item of the menu
        (["Politics"], "Politics"),
        (["Sport", "Rowing"], "Rowing"),  # a way through the site
        (["Politics", "Newsletters"], None),  # a menu goes on
        (["Bridge opens at last"], None),  # another headline
        (["Ferry runs later on Fridays", "Old harbour bridge"], None),  # a list of headlines
        (
            ["Harbour bridge: the repairs end this week", "Noisy year for bridge"],
            "Noisy year for bridge",
        ),
        (["WorldPREMIUM"], "World"),
        (["SecurityEconomyEnergyWorld"], None),  # a list of topics that was glued together
        (["Start Sport Culture Money Travel Opinion Weather"], None),  # a menu in one line
        (["Rowing", "✕"], None),  # a layer over the page ends above the headline
        (["Sport", "Nächste"], None),
        (["Next article"], None),
        (["/ Press enter to search"], None),
    ],
)
def test_an_item_of_the_menu_is_no_section(above, expected):
    assert section(above) == expected


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ([], ["Copyright © 2025 Tidewater Gazette. All rights reserved."], "Tidewater Gazette"),
        ([], ["Tidewater Gazette © All rights reserved"], "Tidewater Gazette"),
        (["boats.example.com"], ["boats.example.com"], None),  # a partner in the menu
        ([], ["More from Tidewater", "Watch Tidewater", "Tidewater club"], None),
        (
            [],
            ["Ann Reed, reporter at Tidewater", "areed@tidewater.com"],
            None,
        ),  # whom she works for
        ([], ["Follow Tidewater Gazette on X", "tidewatergazette.com"], "Tidewater Gazette"),
    ],
)
def test_an_outlet_needs_evidence_that_agrees(above, below, expected):
    lines = [*MENU, *above, TITLE, TEXT, *below]
    at = lines.index(TITLE)
    is_body = [line == TEXT for line in lines]
    found = outlet.outlet(Head(lines, at, [], [], {}, None, at + 1, TEXT, is_body))
    assert (found[0] if found else None) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Fbi", "The FBI said on Friday that it had found nothing.", "FBI"),
        ("Us Congress", "Congress met on Monday. The US and the EU agreed.", "US Congress"),
        ("Arts", "Arts are taught again. THE END", "Arts"),
        ("Who Knew", "The WHO advised. Who decides? Who pays? Who knew?", "Who Knew"),
    ],
)
def test_acronyms_are_written_as_the_text_writes_them(name, text, expected):
    assert with_acronyms(name, text) == expected


def test_neither_a_caption_nor_the_repeated_headline_is_a_sub_heading():
    lines = [TITLE, TEXT, "Anna Reed/Getty Images", TEXT, "What comes next", TEXT]
    kinds = {block.text: block.kind for block in blocks(lines, TITLE)}
    assert kinds[TITLE] == kinds["Anna Reed/Getty Images"] == "paragraph"
    assert Block("What comes next", "heading") in blocks(lines, TITLE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1.2K views", 1_200),
        ("1,234 views", 1_234),
        ("1,234,567K views", 1_234_567_000),
        ("1,234K views", None),  # 1234 or 1,234,000
        ("3,4K weergaven", 3_400),
    ],
)
def test_views_are_read_with_their_thousands(line, expected):
    text = f"{TITLE}\n14 May 2025\n{line}\n{TEXT}\n{TEXT.replace('bus', 'tram')}"
    source = Source("views.txt", text.encode(), "", dt.date(2026, 1, 1))
    (article,) = understand(source, Limits()).articles
    assert article.views == expected


def test_a_name_between_the_date_and_the_views_is_the_outlet():
    lines = [TITLE, "Published 18 May 2025", "Quayside", "26,269 views", TEXT, TEXT, TEXT]
    source = Source("a.txt", "\n".join(lines).encode(), "", dt.date(2025, 9, 1))
    (article,) = understand(source, Limits()).articles
    assert (article.outlet, article.views) == ("Quayside", 26_269)


TEXTS = (
    "The board said on Monday that fiscal reform and the cliff path will both have to wait.",
    "Its speaker said that the FBI had asked for the papers, and that nobody knew why.",
    "Tickets can be changed at the counter until Friday, and fake news of a strike is no reason.",
)


def read_page(*lines: str) -> Article:
    text = "\n".join([*lines, *TEXTS])
    source = Source("page.txt", text.encode(), "0" * 64, dt.date(2026, 3, 15))
    return understand(source, Limits()).articles[0]


@pytest.mark.parametrize(
    ("topic", "section"),
    [
        ("Fbi", "FBI"),  # the text has it in capitals
        ("Criminal Justice", "Criminal Justice"),  # a word of sections' names
        ("Role Of Government", "Role Of Government"),
        ("Ines Carvalho", None),  # a columnist
    ],
)
def test_a_topic_above_the_headline_is_distinguished_from_a_name(topic, section):
    headline = "Night ferry stops, and the council hears of it by letter"
    page = read_page(topic, headline, "12.03.2026, 08:10", "Tomas Okafor", "3 min read")
    assert page.section == section


def test_a_name_before_the_date_is_no_writer_if_one_is_behind_it():
    page = read_page("Ferry stops at night", "Fake News | Mar. 12, 2026 | Tomas Okafor")
    assert (page.section, page.authors) == ("Fake News", ("Tomas Okafor",))


def test_an_agency_is_the_outlet_if_labels_or_counts_are_beside_it():
    labels = ("Section: Trade", "Source: Reuters")
    assert read_page("Ferry stops", "2026-03-12T08:10:00Z", *labels).outlet == "Reuters"
    counted = ("Published 12 Mar 2026", "Reuters", "37,882 views")
    assert read_page("Home / Trade", "Ferry stops at night", *counted).outlet == "Reuters"
    assert read_page("Ferry stops", "12 March 2026", "Source: Reuters").outlet is None


def test_a_newsletter_is_no_outlet():
    lines = [TITLE, TEXT, "Sign up for Daily Newsletters", "Follow Ann Reed and Bo Lind on Twitter"]
    head_of_page = Head(lines, 0, [], [], {}, None, 1, TEXT, [False, True, False, False])
    assert outlet.outlet(head_of_page) is None


def test_a_caption_names_no_writers():
    line = "Ines Carvalho and Tomas Okafor, ready to leave the quay for the last time | Gull"
    assert read_page("Ferry stops", "12 March 2026", line).authors == ()


def test_names_below_a_whole_head_are_the_writers_and_stay():
    page = read_page("Ferry stops", "By Anna Reed", "12 March 2026", "Share", "Tweet", "Bo Lind")
    assert page.authors == ("Anna Reed",)
    page = read_page("Ferry stops at night", "12 March 2026", "3 min read", "Bo Lind")
    assert (page.authors, page.blocks[0].text) == (("Bo Lind",), "Bo Lind")
    page = read_page("Home / Trade", "Ferry stops", "12 March 2026", "Bo Lind", "37,882 views")
    assert (page.authors, page.blocks[0].text) == (("Bo Lind",), TEXTS[0])
    page = read_page("Ferry stops at night", "Published 12 Mar 2026", "Bo Lind", "3 min read")
    assert (page.authors, page.blocks[0].text) == (("Bo Lind",), TEXTS[0])


def test_a_byline_in_a_script_without_capitals_is_read():
    source = Source(
        "page.txt",
        (
            "عبّارة الليل تتوقف في أبريل\nكتبت: هناء فارس\n12.03.2026\n"
            "أعلن مجلس الميناء يوم الاثنين أن عبّارة الليل لن تبحر في أبريل لأن الطاقم يتدرب."
        ).encode(),
        "0" * 64,
        dt.date(2026, 3, 15),
    )
    assert understand(source, Limits()).articles[0].authors == ("هناء فارس",)
