"""What is kept of Markdown's own elements, as plain text."""

import pytest

from generator.models import Block
from generator.understand.markdown.blocks import parts_of

CASES = [
    ("~~two~~ three", [Block("three")]),
    ("A **bold** and *slanted* [link](https://bay.example/a) `code`.",
     [Block("A bold and slanted link code.")]),
    ("5 * 3 is in C:\\new and snake_case_name, AT&amp;T.",
     [Block("5 * 3 is in C:\\new and snake_case_name, AT&T.")]),
    ("1. One\n2. Two\n   - inner\n3. Three",
     [Block("1. One", "number"), Block("2. Two", "number"), Block("inner", "item"),
      Block("3. Three", "number")]),
    ("7) Seven", [Block("7) Seven", "number")]),
    ("- One\n\n  More of it.", [Block("One", "item"), Block("More of it.")]),
    ("| Item | Year |\n|---|:-:|\n| Leopard | **1897** |\n| Queen | |",
     [Block("Item: Leopard; Year: 1897", "row"), Block("Item: Queen", "row")]),
    ("||\n|-|\n|Alone|", [Block("Alone", "row")]),
    ("```sh\nmake <b>all</b>\n\nmake test\n```", [Block("make <b>all</b>"), Block("make test")]),
    ("Said.[^1]\n\n[^1]: Noted\n    twice.\n\nAfter.",
     [Block("Said."), Block("After."), Block("Noted twice.", "item")]),
    ("> One\n>\n> - two", [Block("One", "quote"), Block("two", "quote")]),
    ("<div>\n<p>Raw <b>text</b></p>\n<script>alert(1)</script>\n</div>", [Block("Raw text")]),
    ("Line one,  \nline two<br>and three.", [Block("Line one, line two and three.")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "blocks"), CASES, ids=[text[:12] for text, _ in CASES])
def test_elements(text, blocks):
    parts, _ = parts_of(text, 1)
    assert [part.block for part in parts] == blocks


def test_lines_are_those_of_the_file_and_what_has_no_text_is_listed():
    text = "# Head\n\n![A quay](quay.jpg)\n\nText [a].\n\n***\n\n[a]: https://bay.example\n"
    parts, dropped = parts_of(text, 5)
    assert [(part.line, part.level) for part in parts] == [(5, 1), (9, 0)]
    assert [(line.line, line.reason) for line in dropped] == [
        (7, "picture"), (11, "mark without text"), (13, "mark without text"),
    ]  # fmt: skip


def test_a_long_table_costs_what_its_rows_cost():
    text = "|a|b|\n|-|-|\n" + "|x|y|\n" * 3000
    parts, dropped = parts_of(text, 1)
    assert (len(parts), dropped) == (3000, [])
