"""What the lines around a headline are taken for: sections above it, and how they are written."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Block, Source
from generator.understand import understand
from generator.understand.pasted import head
from generator.understand.pasted.blocks import blocks
from generator.understand.pasted.head import outlet, scope
from generator.understand.pasted.head.facts import Head
from generator.understand.vocabulary.phrases import with_acronyms

MENU = ["Menu", "Log in", "Videos", "Archive", "Letters", "Weather", "Quiz"]
TITLE = "Harbour bridge reopens after a year of repairs"
TEXT = "The harbour bridge was opened again on Friday, and the first bus crossed it at seven."


def section(above: list[str]) -> object:
    """Return the section that is read of the lines above a headline."""
    lines = [*MENU, *above, TITLE, TEXT]
    at = len(lines) - 2
    is_body = [False] * (len(lines) - 1) + [True]
    around = scope.around(lines, at, is_body)
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
