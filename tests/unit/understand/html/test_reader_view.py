"""The head that Firefox's reader view writes above an article."""

import pytest

from generator.understand.html.metadata.reader_view import ReaderView
from generator.understand.markup.parse import parse

PAGE = (
    "<html><body><div class='header reader-header'>{head}<h1>A mill</h1></div>"
    "<div class='moz-reader-content'><div id='readability-page-1'><p>It turned.</p></div></div>"
    "</body></html>"
)
HEAD = (
    "<a class='domain reader-domain' href='{address}'>mill.example</a>"
    "<div class='credits reader-credits'>Jana Novák</div>"
    "<div class='reader-estimated-time'>{time}</div>"
)


def view(head: str, page: str = PAGE) -> ReaderView:
    tree, _ = parse(page.format(head=head).encode(), None)
    assert tree is not None
    return ReaderView.of(tree)


@pytest.mark.parametrize(
    ("time", "minutes"),
    [("3–5 minutes", 5), ("1 minute", 1), ("2 bis 3 Minuten", 3), ("约 7 分钟", 7), ("", None)],
)
def test_each_line_of_the_head_is_read(time, minutes):
    found = view(HEAD.format(address="https://mill.example/a", time=time))
    assert found == ReaderView("https://mill.example/a", "mill.example", "Jana Novák", minutes)


def test_only_an_address_of_the_web_is_the_article_s():
    assert view(HEAD.format(address="about:reader", time="")).url is None


def test_a_head_without_lines_states_nothing():
    assert view("") == ReaderView()


def test_the_same_names_on_another_page_state_nothing():
    head = HEAD.format(address="https://mill.example/a", time="3 minutes")
    other = PAGE.replace("moz-reader-content", "text").replace("readability-page-1", "text")
    assert view(head, other) == ReaderView()
