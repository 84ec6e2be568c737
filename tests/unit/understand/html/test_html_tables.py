"""Rows of tables in saved pages: data is read, what a table only places is not taken for it."""

import pytest
from lxml.html import fromstring

from generator.models import Article
from generator.understand import html
from generator.understand.markup.tables import data_lines
from sources import article_of

YEARS = (
    "<table><thead><tr><th>Year<th>Harvest</thead><tr><td>2019<td>2.1 bn<tr><td>2020<td>2.4 bn"
    "</table>"
)
REGIONS = "<table><tr><td>East:</td><td>4.1</td></tr><tr><td>South</td><td>1.9</td></tr></table>"
TEXT = (
    "<p>The wheat harvest grew for the third year in a row, the ministry said on Friday, and "
    "exports will rise with it, as far as the railway can carry what is sold.</p>"
    "<p>Farmers in the east brought in more than ever before, while a drought in the south cut "
    "yields by a tenth, it said in a statement that was sent to the press.</p>"
)
LATER = (
    "<p>The price of bread will not fall, bakers said, because energy is dearer than it was a year "
    "ago, and wages have grown as well since the last harvest.</p>"
)


def article(inner: str) -> Article:
    page = (
        "<!doctype html><html lang=en><title>Wheat grows</title><body><article><h1>Wheat grows</h1>"
        f"{inner}</article></html>"
    )
    return article_of("a.html", page, html)


def test_rows_are_where_the_table_was_and_at_the_end():
    found = article(TEXT + YEARS + LATER + REGIONS)
    assert [(block.kind, block.text[:24]) for block in found.blocks] == [
        ("paragraph", "The wheat harvest grew f"),
        ("paragraph", "Farmers in the east brou"),
        ("row", "Year: 2019; Harvest: 2.1"),
        ("row", "Year: 2020; Harvest: 2.4"),
        ("paragraph", "The price of bread will "),
        ("row", "East: 4.1"),
        ("row", "South: 1.9"),
    ]


def lines(table: str) -> list[str]:
    return data_lines(fromstring(table))


def test_a_head_that_spans_the_table_is_a_line():
    assert lines(
        "<table><tr><th colspan=2>Harvest</th></tr><tr><td>2019</td><td>2</td></tr>"
        "<tr><td>2020</td><td>3</td></tr></table>"
    ) == ["Harvest", "2019: 2", "2020: 3"]


def test_the_blank_cell_above_row_headings_is_part_of_the_head():
    assert lines(
        "<table><tr><td></td><th>Wheat</th><th>Rye</th></tr><tr><th>2019</th><td>2</td><td></td>"
        "</tr><tr><th>2020</th><td>3</td><td>1</td></tr></table>"
    ) == ["2019; Wheat: 2", "2020; Wheat: 3; Rye: 1"]


PLACED = [
    "<table><tr><td>Alone</td></tr><tr><td>Beside</td></tr></table>",
    f"<table><tr><td>{'text ' * 40}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    "<table><tr><td><table><tr><td>a<td>b</table></td><td>c</td></tr><tr><td>d<td>e</table>",
    "<table><tr><td><a href=/a>Home</a><td><a href=/b>World</a><tr><td><a href=/c>Art</a><td>x",
    "<table><tr><td>Search<td><input><tr><td>In<td>all</table>",
    "<table></table>",
]


@pytest.mark.parametrize("table", PLACED)
def test_a_layout_table_is_not_a_data_table(table):
    assert lines(table) == []


def test_lines_within_a_cell_are_not_joined():
    rows = "<td>Quay<td>6:00<br>7:30</tr><tr><td><p>Old</p><p>mill</p><td>8:00</tr>"
    table = fromstring(f"<table><tr><th>Stop<th>Mon</tr><tr>{rows}</table>")
    assert data_lines(table) == [
        "Stop: Quay; Mon: 6:00 7:30",
        "Stop: Old mill; Mon: 8:00",
    ]
