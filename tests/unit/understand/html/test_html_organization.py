"""An organization that a page states as its author gives way to the writer in its byline."""

import datetime as dt

import pytest

from generator.understand.html.metadata import metadata_of
from generator.understand.markup.parse import parse_text
from report_text import FIRST, SECOND


@pytest.mark.parametrize(
    ("byline", "authors"),
    [("<p class='byline'>By Ann Loy</p>", ("Ann Loy",)), ("", ("Harbour Post",))],
)
def test_the_writer_comes_before_an_organization(byline, authors):
    node = (
        '{"@type": "NewsArticle", "headline": "Quay opens", '
        '"author": {"@type": "NewsMediaOrganization", "name": "Harbour Post"}}'
    )
    head = (
        '<meta property="og:site_name" content="hp.example">'
        f'<script type="application/ld+json">{node}</script>'
    )
    text = f"<h1>Quay opens</h1>{byline}<p>{FIRST}</p><p>{SECOND}</p>"
    tree, _ = parse_text(f"<html lang='en'><head>{head}</head><body>{text}</body></html>")
    assert tree is not None
    assert metadata_of(tree, dt.date(2025, 9, 1)).authors == authors
