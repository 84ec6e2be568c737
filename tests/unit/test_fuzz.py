"""Articles as no writer made them: whatever they are, they are read, or named as a problem.

`FUZZ_CASES=10000 pytest tests/unit/test_fuzz.py` tries so many instead of 100.
"""

import datetime as dt
import os
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsroom
from generator import sanitize
from generator.analyse import analyse
from generator.config import Limits
from generator.models import Source
from generator.understand import understand

pytestmark = pytest.mark.long

CASES = int(os.environ.get("FUZZ_CASES", "100"))
TODAY = dt.date(2025, 9, 1)
TEXTS = [text for _, text in newsroom.articles(12)]
PAGE = (
    "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p></article>"
    "</body></html>"
)
FEED = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title><item><title>{0}</title>"
    "<description>{1}</description></item></channel></rss>"
)
FORMS = {
    "a.txt": "{0}\n\n{1}",
    "a.md": "---\ntitle: {0}\ntags: [{0}]\n---\n\n{1}",
    "a.html": PAGE,
    "a.xml": FEED,
    "a.json": '{{"version": "https://jsonfeed.org/version/1.1", "items": [{{"title": "{0}"}}]}}',
    "a.eml": "Subject: {0}\nFrom: a@example.org\n\n{1}",
}
PIECES = (
    *(
        "<script>",
        "]]>",
        "\u202e",
        "\x00",
        "\ufeff",
        "\ud7a3\u1100",
        "&#0;",
        "*a",
        "&a ",
        "{{",
        "---\n",
    ),
    *("\u0301" * 50, '"' * 50, "[" * 50, "(" * 50, "\u2028", "\x85", "<!--", "=?utf-8?b?", "%PDF-"),
)


@st.composite
def mutated(draw):
    """Return the name and bytes of an article of a newsroom with some of it changed."""
    name = draw(st.sampled_from(sorted(FORMS)))
    title, _, body = draw(st.sampled_from(TEXTS)).partition("\n")
    data = bytearray(FORMS[name].format(title, body), "utf-8")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        match draw(st.integers(0, 4)):
            case 0:
                data[at : at + draw(st.integers(0, 400))] = b""
            case 1:
                data[at:at] = draw(st.sampled_from(PIECES)).encode("utf-8", "surrogatepass")
            case 2:
                data[at:at] = draw(st.binary(max_size=40))
            case 3:
                data[at:at] = data[at : at + draw(st.integers(0, 300))] * 3
            case 4:
                data[at:at] = draw(st.text(max_size=40)).encode("utf-8", "surrogatepass")
    return name, bytes(data)


@settings(
    max_examples=CASES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(mutated())
def test_a_mutated_article_is_read_or_named(case):
    name, data = case
    found = understand(Source(name, data, "0" * 64, TODAY, {}), Limits())
    assert found.articles or found.problems
    for article in found.articles:
        assert not any(unicodedata.category(sign) == "Cc" for sign in article.title)
        front, _ = sanitize.split_front_matter(
            sanitize.front_matter({"title": article.title}) + "x"
        )
        assert front == {"title": article.title}
        analyse(article)
