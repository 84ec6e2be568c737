"""The second opinion on a page's text, by what its lines read like."""

from generator.models import Block
from generator.understand.html.body.line_model_corrections import Lines
from generator.understand.markup.blocks import Piece, pieces_of
from generator.understand.markup.parse import parse_text
from report_text import FIRST, SECOND, THIRD

STANDFIRST = "Four years late and twice as dear, the quay is open to everyone who can pay for it."
CALL = "Share this"
FOOT = ("Most read", "Contact", "Privacy policy")
TEXT = [(Block(line), 0.0) for line in (FIRST, SECOND, THIRD)]


def page(*lines: str) -> list[Piece]:
    body = "".join(f"<p>{line}</p>" for line in lines)
    tree, _ = parse_text(f"<html><body><h1>Lindhaven opens its quay</h1>{body}</body></html>")
    assert tree is not None
    return pieces_of(tree, html=True)


def test_both_agree_on_an_article():
    lines = Lines.around(TEXT, page(STANDFIRST, FIRST, SECOND, THIRD, CALL))
    assert lines.agree(TEXT)
    assert list(lines.unlikely(TEXT)) == []


def test_a_list_of_products_is_not_an_article():
    offers = [(Block(f"Rope, {n} metres, blue"), 0.0) for n in range(20)]
    assert not Lines.around(offers, page(*(block.text for block, _ in offers))).agree(offers)


def test_a_call_below_the_text_is_unlikely():
    pieces = [*TEXT, (Block(CALL), 0.0)]
    lines = Lines.around(pieces, page(FIRST, SECOND, THIRD, CALL, *FOOT))
    assert list(lines.unlikely(pieces)) == [3]


def test_a_list_amidst_the_text_is_left_alone():
    pieces = [*TEXT[:2], (Block("Bread", "item"), 0.0), (Block("Salt", "item"), 0.0), TEXT[2]]
    lines = Lines.around(pieces, page(*(block.text for block, _ in pieces)))
    assert list(lines.unlikely(pieces)) == []


def test_missed_text_is_restored_in_its_place():
    lines = Lines.around(TEXT, page(STANDFIRST, FIRST, SECOND, THIRD))
    found = lines.with_missed([TEXT[0], TEXT[2]])
    assert [block.text for block, _ in found] == [STANDFIRST, FIRST, SECOND, THIRD]


def test_a_page_without_the_text_changes_nothing():
    lines = Lines.around(TEXT, page("Something else."))
    assert not lines.agree(TEXT)
