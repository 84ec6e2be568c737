"""A brief as HTML, plain text and XHTML, by the templates beside this module."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import css_inline
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from generator.export.brief import Brief, Part
from generator.markdown_html import html_of
from generator.words import direction, load_words

_TEMPLATES = Path(__file__).with_name("templates")


def html(brief: Brief) -> str:
    """Return a brief with the texts of its articles as one HTML file that loads nothing."""
    return template("page.html", brief, texts=True, parts=brief.parts, left_out=0)


def mail_html(brief: Brief, limit: int) -> str:
    """Return a brief without texts as HTML for mail programs, of at most `limit` bytes.

    Styles are attributes of the elements, as many mail programs ignore style sheets. Articles that
    do not fit are left out from the end, and their number is stated.
    """
    articles = sum(len(part.items) for part in brief.parts)
    fits, too_many = 0, articles + 1
    found = _mail(brief, articles)
    if len(found.encode()) <= limit:
        return found
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if len(_mail(brief, middle).encode()) <= limit:
            fits = middle
        else:
            too_many = middle
    return _mail(brief, fits)


def plain_text(brief: Brief) -> str:
    """Return a brief without texts as plain text, wrapped at 72 columns."""
    return template("mail.txt", brief)


def template(name: str, brief: Brief, **values: object) -> str:
    """Return a rendered template; only plain text and styles are not escaped."""
    return _environment(brief.language).get_template(name).render(brief=brief, **values)


def style() -> str:
    """Return the style sheet that all formats share."""
    return (_TEMPLATES / "style.css").read_text("utf-8")


def _mail(brief: Brief, articles: int) -> str:
    """Return the mail with the lead and the first of the other articles."""
    parts = list(_first(brief.parts, articles))
    left_out = sum(len(part.items) for part in brief.parts) - articles
    page = template("page.html", brief, texts=False, parts=parts, left_out=max(left_out, 0))
    return css_inline.inline(page)


def _first(parts: Sequence[Part], articles: int) -> list[Part]:
    found = []
    for part in parts:
        if articles > 0:
            found.append(Part(part.heading, part.items[:articles]))
        articles -= len(part.items)
    return found


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(("html", "xhtml", "opf")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {"words": load_words(language), "direction": direction}
    environment.filters["markdown"] = _markdown
    return environment


def _markdown(text: str) -> Markup:
    """Return Markdown as XHTML; HTML in it, which only an editor can write, is shown as text."""
    return Markup(html_of(text))  # noqa: S704 - it contains no element but the converter's
