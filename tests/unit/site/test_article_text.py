"""A text in plain form is converted to what Python-Markdown and lxml make of it."""

import random

import markdown
import pytest

from generator import sanitize
from generator.compose.article.page import _text
from generator.models import Block
from generator.site.article_text import ArticleText
from generator.site.machine_readable import paragraphs_of
from generator.site.search.documents import text_of
from generator.site.typesetting import typeset_html

KINDS = ("paragraph", "heading", "item", "quote", "verse")
PIECES = (
    *("The tram", "1. May", "2) doors", "a*b_c", "[x](y)", "<b>", "&copy; & Co", "a | b", "~~x~~"),
    *(
        "'quoted'",
        '"said she"',
        "it's",
        "http://a.example/b_c?d=1&e=2",
        "...",
        "--",
        "`code`",
        "#1",
    ),
    *(
        "50 %",
        "x^2",
        "== y",
        "back\\slash",
        "“set”",
        "naïve",
        "東京",
        "\u00a0",
        "!",
        "{a: b}",
        "10'",
    ),
    *("-", "+", ">", ":", "= ", "footnote[^1]", "a@b.example", "[TOC]", "line\u2028end", "*", "_"),
)
EXTENSIONS = ["toc", "tables", "fenced_code"]  # MkDocs' own


def converted(text):
    return markdown.Markdown(extensions=EXTENSIONS).convert(text)


def article(chance):
    kinds = [chance.choice(KINDS) for _ in range(chance.randrange(1, 6))]
    made = []
    for kind in kinds:
        text = " ".join(chance.choices(PIECES, k=chance.randrange(1, 5)))
        made.append(Block(f"{text}\n{text}" if kind == "verse" else text, kind))
    return _text(list(enumerate(made)), {0, 2})


@pytest.mark.parametrize("seed", range(40))
def test_random_texts_are_converted_as_the_parsers_do(seed):
    chance = random.Random(seed)
    for _ in range(25):
        text = article(chance)
        found = ArticleText.of(text)
        if found is None:
            continue
        expected = converted(text)
        assert found.html() == expected, text
        for language in ("en", "fr", "de"):
            assert found.typeset(language) == typeset_html(expected, language), text
        assert list(found.paragraphs()) == list(paragraphs_of(expected)), text
        assert found.searched() == text_of(expected), text


def test_what_the_program_writes_is_in_plain_form():
    lines = [sanitize.markdown(piece) for piece in PIECES if "TOC" not in piece and piece.strip()]
    for line in lines:
        assert ArticleText.of(f"{line}\n"), line


@pytest.mark.parametrize(
    "text",
    [
        *(
            "# A heading",
            "a *word*",
            "[a link](b.md)",
            "a\nb",
            "- a\n\n- b",
            "    code",
            "<b>x</b>",
        ),
        *("1. a", "> a\nb", "- a\n  - b", "a `b`", "![a](b.png)", "Term\n:   what", "| a |\n| - |"),
        *("[TOC]", "a & b", "", "***", "~~~\nx\n~~~", "## a\nb", "> a\n>\n- b", "<!-- x -->"),
    ],
)
def test_real_markdown_is_left_to_the_parser(text):
    assert ArticleText.of(text) is None
