"""Tables whose cells span rows and columns: each value with its heads."""

import pytest

from generator.understand.markup.fragment import fragment


def rows(table: str) -> list[str]:
    return [block.text for block in fragment(f"<table>{table}</table>") if block.kind == "row"]


def test_a_head_over_several_columns_is_a_part_of_each_head_below_it():
    assert rows(
        "<thead><tr><th rowspan=2>Glacier</th><th colspan=2>Loss in 2024</th></tr>"
        "<tr><th>May</th><th>June</th></tr></thead>"
        "<tr><th>Upper</th><td>3</td><td>5</td></tr><tr><th>Lower</th><td></td><td>8</td></tr>"
        "<tr><td colspan=3>In metres</td></tr>"
    ) == [
        "Glacier: Upper; Loss in 2024 May: 3; Loss in 2024 June: 5",
        "Glacier: Lower; Loss in 2024 June: 8",
        "In metres",
    ]


def test_a_cell_over_several_rows_is_repeated_in_each():
    assert rows(
        "<tr><th>Station</th><th>Month</th><th>Snow</th></tr>"
        "<tr><td rowspan=2>Peak</td><td>May</td><td>2</td></tr><tr><td>June</td><td>1</td></tr>"
    ) == ["Station: Peak; Month: May; Snow: 2", "Station: Peak; Month: June; Snow: 1"]


def test_a_caption_heads_no_column():
    assert rows(
        "<tr><td colspan=2>Snow in metres</td></tr><tr><th>Month</th><th>Snow</th></tr>"
        "<tr><td>May</td><td>2</td></tr><tr><td>June</td><td>1</td></tr>"
    ) == ["Snow in metres", "Month: May; Snow: 2", "Month: June; Snow: 1"]


@pytest.mark.parametrize("span", ["0", "-1", "x", "99999"])
def test_a_span_that_says_nothing_of_use_loses_no_cell(span):
    found = " ".join(
        rows(
            f"<tr><th>A</th><th>B</th></tr><tr><td rowspan='{span}' colspan='{span}'>one</td>"
            "<td>two</td></tr><tr><td>three</td><td>four</td></tr>"
        )
    )
    assert [word for word in ("one", "two", "three", "four") if word not in found] == []
