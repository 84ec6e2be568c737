"""The outlet of a page that states none for machines: a name on which several places agree."""

import pytest

from generator.understand.html.metadata.outlet import outlet_of
from generator.understand.markup.parse import parse_text


def outlet(title: str, body: str) -> str:
    tree, _ = parse_text(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert tree is not None
    return outlet_of(tree, [], [])[0]


@pytest.mark.parametrize(
    "body",
    [
        "<div id=masthead><h1><a href='/'>Bay Courier</a></h1></div><h2>The wall leaks</h2>",
        "<a href='https://bay.example/'><img src='l.png' alt='Bay Courier'></a>",
        "<a class='site-title' href='/index.html'>Bay Courier</a>",
        "<div class='top logo'>Bay Courier</div><p>Text</p>",
        "<p>Text</p><footer>© 2019–2025 Bay Courier. All rights reserved.</footer>",
    ],
)
@pytest.mark.parametrize("title", ["The wall leaks | Bay Courier", "Bay Courier » The wall leaks"])
def test_the_title_and_another_place_agree_on_the_outlet(title, body):
    assert outlet(title, body) == "Bay Courier"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("The wall leaks | Town", "<nav><a href='/'>Town</a></nav>"),
        ("The wall leaks - Home", "<div class='logo'><a href='/'>Home</a></div>"),
        ("The wall leaks | Bay Courier", "<p>Text</p>"),
        ("The wall leaks", "<div class='logo'><a href='/'>The wall leaks</a></div>"),
    ],
)
def test_an_outlet_needs_a_second_source(title, body):
    assert outlet(title, body) == ""


def test_the_handle_of_a_site_confirms_the_outlet_in_its_title():
    tree, _ = parse_text("<title>The wall leaks | Bay Courier</title><p>Text</p>")
    assert tree is not None
    assert outlet_of(tree, [("twitter:site", "@baycourier")], [])[0] == "Bay Courier"
    assert outlet_of(tree, [("twitter:site", "@jane_doe")], [])[0] == ""
