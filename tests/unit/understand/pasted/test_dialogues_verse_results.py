"""Dialogues, verse and results stay whole: only recognised furniture is removed from a text."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Article, Source
from generator.understand import understand

HEAD = "The smith of the eastern quay\nBy Ines Carvalho\n10 March 2026\n\n"
LONG = (
    "You wait until it lifts the old ramp for you, and then you have six hours for the new one.",
    "The council had asked for a longer notice, but the engineers said that the steel was tired.",
    "My father built the first of them in 1961, and he said that a ramp is a promise of steel.",
)
TALKS = {
    "interview": ("How long does it last?", LONG[0], "And these two?", "Sixty-five.", "Why?",
                  LONG[1], "Are you afraid?", "Yes.", "Any comment?", "No."),
    "questions": ("Q: Why nine days?", "A: The tide.", "Q: More?", f"A: {LONG[0]}", "Q: Who else?",
                  "A: Nobody."),
    "hearing": ("BRANDT: Good evening.", "(LAUGHTER)", f"COLTON: {LONG[1]}", "BRANDT: And then?",
                "[00:04:10] COLTON: Never.", "(COMMERCIAL BREAK)", "BRANDT: Welcome back."),
    "dialogue": ("“The video?”", f"“{LONG[2]}”", "“Listen.”", f"“{LONG[0]}”",
                 "“No.”"),
    "names": ("Devi Colton", LONG[0], "Pip Ruse", "Of course.", "Devi Colton", LONG[1], "Pip Ruse",
              "Not at all.", "Devi Colton", LONG[2], "Pip Ruse", "Thank you."),
    "opening": ("It was raining.", *LONG),
    "ending": (*LONG, "He laughed."),
    "results": (LONG[1], "1. Mathilde (Brandt) 2:14:07", "2. Gull (Okafor) 2:15:31",
                "3. Nona / Tern 21-18", LONG[2]),
}  # fmt: skip


def read(text: str) -> Article:
    source = Source("talk.txt", text.encode(), "0" * 64, dt.date(2026, 3, 12))
    return understand(source, Limits()).articles[0]


@pytest.mark.parametrize("kind", TALKS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_no_line_of_a_talk_is_lost(kind: str, between: str):
    article = read(HEAD + between.join(TALKS[kind]) + "\n")
    assert [block.text for block in article.blocks] == list(TALKS[kind])


def test_neither_results_nor_names_of_speakers_are_headings():
    for kind in ("results", "names"):
        article = read(HEAD + "\n".join(TALKS[kind]))
        assert "heading" not in {block.kind for block in article.blocks}


def test_a_stanza_is_one_block_of_several_lines():
    first = (
        "The ramp came down at half past three,\nThe lorry slipped, the driver swore,\n"
        "And all the gulls flew out to sea\nThat had not flown that way before."
    )
    second = (
        "Now nine days long no ferry sails,\nThe lambs stay in the field and bleat;\n"
        "The postman sits among his mails\nAnd lets the water reach his feet."
    )
    poem = [first, second]
    article = read(HEAD + "\n\n".join(poem) + "\n")
    assert [block.text for block in article.blocks] == poem
    assert [block.line for block in article.blocks] == [5, 10]


@pytest.mark.parametrize(
    "stanzas",
    [
        (
            (
                "The ramp came down at half past three\nand nobody was there to see,\n"
                "the gulls went up, the gulls came down,\nand it was quiet in the town."
            ),
            (
                "They say the smith has lit his fire\nand hammers at a piece of wire,\n"
                "and when he stops, the harbour hears\nthe water running through the piers."
            ),
        ),
        (
            (
                "Cayó la rampa del puerto\ncuando la tarde acababa,\n"
                "y las gaviotas del muelle\nmiraban sin decir nada."
            ),
            (
                "Dicen que el viejo herrero\nencendió luego su fragua,\n"
                "y que al golpear el hierro\nse oyó callar a las aguas."
            ),
        ),
        ("Nine days.\nThe ferry\nwaits.", "Salt,\nthen rust,\nthen nothing.", "Gulls,\nand rain."),
    ],
    ids=["rhymes", "romance", "free"],
)
def test_verses_that_run_on_in_small_letters_are_verse(stanzas: tuple[str, ...]):
    article = read("The ramp\nby Ines Carvalho\n10 March 2026\n\n" + "\n\n".join(stanzas) + "\n")
    assert (article.title, article.authors) == ("The ramp", ("Ines Carvalho",))
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("verse", stanza) for stanza in stanzas
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Ann Poe (Green) 1,310 (44.2%)", "Turnout: 61.4%", "Majority: 702"),
        ("Halden 2 Moss 2", "Brook Town 10 Werder 0", "Attendance: 1,204"),
        ("Oats 188.50 -2.25", "Copper 8,912.00 +41.00", "Eggs 2.10 0.00"),
        ("Quay\t2024\t2025", "Eastern\t41\t38", "Western\t7"),
    ],
)
def test_rows_of_figures_are_no_headings(rows: tuple[str, ...]):
    article = read(HEAD + "\n".join((LONG[0], *rows, LONG[1])))
    assert [block.text for block in article.blocks][1:-1] == [
        row.replace("\t", " ") for row in rows
    ]
    assert "heading" not in {block.kind for block in article.blocks}


def test_furniture_between_the_lines_of_a_talk_goes():
    text = [*LONG, "Why?", *LONG]
    lines = [*text, "Story continues below", LONG[0], "Advertisement", "He laughed."]
    texts = [block.text for block in read(HEAD + "\n\n".join(lines)).blocks]
    assert texts == [*text, LONG[0], "He laughed."]


def test_a_long_notice_of_rights_below_a_transcript_goes():
    notice = (
        "Copyright © 2026 Quay Radio. All rights reserved. See the terms of use on our website."
    )
    head = "The smith of the eastern quay\nMarch 10, 2026\n\nINES CARVALHO, HOST:\n\n"
    talk = ("Good evening.", "BRANDT: Good evening.", "CARVALHO: Nine days?", "BRANDT: Nine days.")
    article = read(head + "\n\n".join((*talk, notice)))
    assert notice not in [block.text for block in article.blocks]


def test_a_dash_before_what_somebody_says_makes_no_list():
    said = ["– Yes, he said.", "– And then?", "– Nobody."]
    article = read(HEAD + "\n".join([LONG[0], *said, LONG[1]]))
    assert [(block.kind, block.text) for block in article.blocks[1:4]] == [
        ("paragraph", line) for line in said
    ]
    article = read(HEAD + "\n".join([LONG[0], "– a ticket", "– a coat", LONG[1]]))
    assert [block.kind for block in article.blocks[1:3]] == ["item", "item"]


def test_a_letter_keeps_its_salutation():
    article = read(HEAD + "\n\n".join(["Dear Ms. Colton,", "I read it twice.", *LONG]))
    assert article.blocks[0].text == "Dear Ms. Colton,"
    assert article.authors == ("Ines Carvalho",)


def test_a_note_about_the_writer_stays_in_a_text_pasted_alone():
    told = "Devi Colton writes for the Courier. She has covered ships since 2011, and owns none."
    helped = "Pip Ruse contributed to this report."
    article = read(HEAD + "\n\n".join([*LONG, helped, told]))
    assert [block.text for block in article.blocks][-2:] == [helped, told]


def test_a_number_in_the_text_counts_no_views():
    article = read(HEAD + "\n\n".join([LONG[0], "1974", "She was built.", LONG[1]]))
    assert article.views is None
    assert "1974" in [block.text for block in article.blocks]
