"""A page whose doctype comes late is a page all the same: its code never reaches the text."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

PAGE = (
    b"<!doctype html><html><head><title>Ferries stop</title></head><body><article>"
    b"<h1>Ferries stop for nine days</h1><p>"
    + b"The port authority of Northport said that ferries will stop for nine days. " * 5
    + b"</p><script>var late = {a: 1};</script></article></body></html>"
)


@pytest.mark.parametrize(
    "before",
    [
        b"<style>\n.a { color: red }\n.b { margin: 0 }\n</style>\n",
        b"<style>" + b".b { margin: 0 }\n" * 2000 + b"</style>",
        b"<script>var a = {b: 1};</script>\n",
        b"<!-- saved by a browser -->\n\n",
        b"\xef\xbb\xbf\n",
        b'<meta charset="utf-8"><link rel="icon" href="a.ico">',
    ],
)
def test_a_page_is_recognised_whatever_precedes_its_doctype(before: bytes):
    source = Source("page.txt", before + PAGE, "0" * 64, dt.date(2026, 3, 12))
    (article,) = understand(source, Limits()).articles
    assert article.title == "Ferries stop for nine days"
    assert not any("{" in block.text for block in article.blocks)
