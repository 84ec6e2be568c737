"""Superscripts, subscripts and the marks of notes, as plain text."""

import pytest

from generator.understand.markup.fragment import fragment


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("some 10<sup>6</sup> litres", "some 10⁶ litres"),
        ("10<sup>-3</sup> of a gram", "10⁻³ of a gram"),
        ("20 km<sup>2 </sup>of ice", "20 km² of ice"),
        ("2<sup>n</sup> grains", "2ⁿ grains"),
        ("2<sup>k+1</sup> grains", "2^(k+1) grains"),
        ("the 1<sup>st</sup> of May", "the 1st of May"),
        ("CO<sub>2</sub> and H<sub>2</sub>O", "CO2 and H2O"),
        ("45<sub>8</sub> in base eight", "45₈ in base eight"),
        ("It melted.<sup><a href='#fn3'>3</a></sup> Soon", "It melted. Soon"),
        ("It melted.<a class='note-ref' href='#n3'><sup>3</sup></a> Soon", "It melted. Soon"),
        ("Elle fondit.<a href='#n2'><sup>(2)</sup></a> Puis", "Elle fondit. Puis"),
        ("It melted (<a href='#_ftn1'>1</a>). Soon", "It melted . Soon"),
        ("It melted<a href='/a#cite_note-2'>[2]</a>.", "It melted."),
        ("It melted<sup>[<a href='/c'>citation needed</a>]</sup>.", "It melted."),
        ("A glacier.<sup>4</sup>", "A glacier.⁴"),
        ("Room <a href='#floor'>3</a> is open", "Room 3 is open"),
        ("<a href='/notes'>12</a> notes", "12 notes"),
    ],
)
def test_a_line_reads_as_it_is_shown(markup, text):
    assert [block.text for block in fragment(f"<p>{markup}</p>")] == [text]


@pytest.mark.parametrize(
    "links",
    [
        "<span class='mw-editsection'>[<a href='/e'>edit</a>]</span>",
        "<span class='mw-editsection'>[<a href='/e'>edit</a> | <a href='/s'>source</a>]</span>",
        "<span>[<a href='/e'>Bearbeiten</a> | <a href='/s'>Quelltext bearbeiten</a>]</span>",
    ],
)
def test_what_a_wiki_offers_its_editors_is_no_part_of_a_heading(links):
    heading = f"<h2>Ice{links}</h2>"
    assert [block.text for block in fragment(heading)] == ["Ice"]


def test_the_way_back_from_a_note_is_no_part_of_it():
    note = "<ol><li id='fn1'>Measured in May. <a href='#fnref1'>↩︎</a></li></ol>"
    assert [block.text for block in fragment(note)] == ["Measured in May."]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<pre>if warm:\n    melt()\n\nwait()</pre>", ["if warm:", "melt()", "wait()"]),
        ("<pre>one<br>two</pre>", ["one", "two"]),
        ("<pre>short</pre>", ["short"]),
        (
            (
                "<pre>The glacier lost a metre of its height in the summer,\nmore than in any year "
                "before, the station wrote on Friday.\n\nIt snows again.</pre>"
            ),
            [
                (
                    "The glacier lost a metre of its height in the summer, more than in any year "
                    "before, the station wrote on Friday."
                ),
                "It snows again.",
            ],
        ),
    ],
)
def test_preformatted_text_keeps_its_lines_and_joins_wrapped_paragraphs(markup, lines):
    assert [block.text for block in fragment(markup)] == lines
