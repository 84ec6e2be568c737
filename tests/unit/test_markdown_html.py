"""Markdown in files to send and in feeds, which no scan reads: nothing in it loads or runs."""

import pytest
from lxml import html

from generator.markdown_html import html_of


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "java&#115;cript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x"),
        *("data:text/html,x", "//elsewhere.example/x", r"\\elsewhere.example", "file:///etc/x"),
        "\x01javascript:alert(1)",
    ],
)
def test_an_unsafe_link_has_no_target(address):
    assert html_of(f"[read on]({address})") == "<p><a>read on</a></p>"
    assert "href" not in html_of(f"[read on][1]\n\n[1]: {address}")


@pytest.mark.parametrize("address", ["https://a.example/?b=c:d", "mailto:a@b.example", "#p3", "x/"])
def test_other_links_stay(address):
    assert html_of(f"[read on]({address})") == f'<p><a href="{address}">read on</a></p>'


def test_a_picture_is_the_text_that_describes_it():
    made = html_of('A ![bridge <b> "x"](https://track.example/a.png) [![x](b.png)](c/) ends.')
    assert "img" not in made
    assert "bridge" in made
    assert '<a href="c/">x</a>' in made


def test_elements_and_handlers_are_text():
    made = html_of("<img src=x onerror=alert(1)> [a](https://b.example 'x\" onclick=\"y')")
    assert "<img" not in made
    assert 'title="x&quot; onclick=&quot;y"' in made


@pytest.mark.parametrize(
    "text",
    [
        "see <b onclick=x>this</b>",
        "<script>x()</script>",
        "see <script>x()</script>",
        "<div onclick=x>\n\nx\n\n</div>",
        "<!-- x -->",
        "<svg/onload=x>",
    ],
)
def test_markup_in_a_line_and_as_a_block_is_text(text):
    made = html_of(text)
    assert {element.tag for element in html.fragment_fromstring(made, "div").iter()} == {"div", "p"}
    assert "&lt;" in made


def test_control_characters_are_left_out():
    assert html_of("a\x00\x0bb\x7f") == "<p>a\nb</p>"


def test_names_of_signs_are_those_that_xhtml_knows():
    made = html_of("a&nbsp;b &hellip; &unknown; &lt;i&gt; &#1;&#x7; AT&T &amp;copy;")
    assert made == "<p>a\xa0b … &amp;unknown; &lt;i&gt;  AT&amp;T &amp;copy;</p>"
