"""What is no article by its size, nesting or encoding: named, or read as far as it can be."""

import pytest

from generator.config import Limits
from sources import read

BODY = (
    "The harbour bridge reopened on Sunday morning after two years of repairs, the city said. "
    "Engineers replaced the bearings and every one of the four hundred deck plates."
)
TEXT = f"The old harbour bridge reopens\nLocal\n12 May 2024\n\n{BODY}\n"
RUSSIAN = (
    "Портовый мост снова открыт после ремонта\nМестное\n29 августа 2024\n\n"
    "Портовый мост снова открылся в четверг утром после двух лет ремонта, сообщили в мэрии. "
    "Город заплатил двенадцать миллионов из собственного бюджета.\n"
)


FLOODS = {
    "lines.txt": "Many lines\n\n" + "a b c\n" * 200_000,
    "words.md": "# Many words\n\n" + "word " * 150_000,
    "stars.md": f"# Stars\n\n{BODY}\n\n" + "*a **b " * 10_000,
    "elements.html": f"<html><body><h1>Links</h1><p>{BODY}</p>{'<a href=x>y</a>' * 30_000}",
    "deep.html": "<html><body>" + "<div>" * 100_000 + "text",
    "deep.json": "[" * 100_000,
    "deep-feed.json": '{"version":"https://jsonfeed.org/version/1","items":' + "[" * 100_000,
    "page.html": f"<html><body><article><h1>Long</h1>{f'<p>{BODY}</p>' * 4_000}</article>",
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_decompression_bomb_is_a_problem_that_names_its_file(name):
    found = read(name, FLOODS[name].encode())
    assert found.articles == ()
    (problem,) = found.problems
    assert (problem.source, problem.level) == (name, "error")


def test_the_longest_text_is_a_setting():
    limits = Limits(article_characters=1000)
    (problem,) = read("long.txt", (TEXT + BODY * 10).encode(), limits=limits).problems
    assert "limits.article_characters" in problem.message
    assert read("short.txt", TEXT.encode(), limits=limits).articles


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16", "utf-16-le", "utf-32-be"])
def test_an_article_in_any_encoding(encoding):
    (found,) = read("bridge.txt", RUSSIAN.encode(encoding)).articles
    assert (found.title, str(found.date)) == (
        "Портовый мост снова открыт после ремонта",
        "2024-08-29",
    )


@pytest.mark.parametrize(
    ("declared", "encoding"), [("utf-8", "cp1251"), ("koi8-r", "utf-8"), ("ascii", "koi8-r")]
)
def test_a_page_that_misstates_its_encoding(declared, encoding):
    title, _, _, _, body = RUSSIAN.splitlines()
    page = (
        f"<html lang='ru'><head><meta charset='{declared}'><title>{title}</title></head><body>"
        f"<article><h1>{title}</h1><p>{body}</p><p>{body}</p></article></body></html>"
    )
    (found,) = read("bridge.html", page.encode(encoding)).articles
    assert found.title == title
    assert found.blocks[0].text == body


@pytest.mark.parametrize("front", ['title: "open\n  bad: [1,', "title: " + "[" * 5000, "- a\n- b"])
def test_front_matter_that_can_not_be_read_is_named(front):
    found = read("bridge.md", f"---\n{front}\n---\n\n# Bridge reopens\n\n{BODY}\n".encode())
    said = [
        *found.problems,
        *(problem for article in found.articles for problem in article.problems),
    ]
    assert any("front matter" in problem.message for problem in said if problem.level != "doubt")
    (article,) = found.articles
    assert (article.title, article.blocks[0].text) == ("Bridge reopens", BODY)


def test_front_matter_is_named_too_where_nothing_else_is_left():
    (problem,) = read("bridge.md", b'---\ntitle: "open\n---\n\nOne line\n').problems
    assert "front matter" in problem.message
