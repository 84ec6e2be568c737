"""3/4/2025 means the same in every format: what decides, and what is asked where nothing does."""

import datetime as dt

import pytest

from generator.models import Article
from generator.moments import Moment
from generator.understand.dates.numeric_order import order_of
from generator.understand.dates.written import dates_in
from generator.understand.html.metadata.country import country_of
from generator.understand.markup.parse import parse_text
from sources import article_of

BODY = (
    "The lock on the old canal reopened after two years of repairs, the waterways board said, and "
    "the first barges passed it in the morning. The gates were cast in a foundry in the north, and "
    "the keeper expects some forty boats a day until the end of the season, more than before."
)
HEAD = "The old canal lock reopens"


def read(name: str, text: str, collected: dt.date = dt.date(2026, 6, 1), **said: object) -> Article:
    return article_of(name, text, collected=collected, **said)


def written(form: str, date: str, more: str = "", page: str = "<html>") -> tuple[str, str]:
    texts = {
        "a.txt": f"{HEAD}\n{date}\n\n{BODY}\n\n{more}\n",
        "a.md": f"# {HEAD}\n\n{date}\n\n{BODY}\n\n{more}\n",
        "front.md": f"---\ntitle: {HEAD}\ndate: {date}\n---\n\n{BODY}\n\n{more}\n",
        "a.html": f"<!doctype html>{page}<title>{HEAD}</title><article><h1>{HEAD}</h1>"
        f"<p>{date}</p><p>{BODY}</p><p>{more}</p></article>",
    }
    return form, texts[form]


FORMS = pytest.mark.parametrize("form", ["a.txt", "a.md", "front.md", "a.html"])


@FORMS
def test_a_date_read_by_convention_alone_is_doubted_and_both_days_are_named(form):
    article = read(*written(form, "03/04/2026"))
    assert (str(article.date), str(article.date_other)) == ("2026-03-04", "2026-04-03")
    (doubt,) = [problem for problem in article.problems if problem.code == "date-ambiguous"]
    assert "2026-03-04" in doubt.message
    assert "2026-04-03" in doubt.message


@FORMS
@pytest.mark.parametrize(
    "said", [{"settled": ("date-ambiguous",)}, {"date": Moment.parse("2026-04-03")}]
)
def test_an_answer_ends_the_doubt(form, said):
    article = read(*written(form, "03/04/2026"), **said)
    assert "date-ambiguous" not in {problem.code for problem in article.problems}


@FORMS
@pytest.mark.parametrize(
    ("date", "more", "meant"),
    [
        ("03/04/2026", "It closes on 25/05/2026, the board said.", "2026-04-03"),
        ("03/04/2026", "It closes on 05/25/2026, the board said.", "2026-03-04"),
        ("03/04/2026", "The harbour's colour scheme stays.", "2026-04-03"),
        ("Friday 03/04/2026", "", "2026-04-03"),
        ("Wednesday 03/04/2026", "", "2026-03-04"),
        ("05/12/2026", "", "2026-05-12"),  # 5 December had not come when it was collected
        ("12/05/2026", "", "2026-05-12"),
        ("25/05/2026", "", "2026-05-25"),
    ],
)
def test_what_the_text_shows_overrides_convention_and_is_sure(form, date, more, meant):
    article = read(*written(form, date, more))
    assert (str(article.date), article.date_other) == (meant, None)


@pytest.mark.parametrize(
    ("page", "meant", "sure"),
    [
        ('<html lang="en-GB">', "2026-04-03", True),
        ('<html lang="en-US">', "2026-03-04", True),
        ('<html lang="en">', "2026-03-04", False),
        ('<html lang="en-US"><link rel="canonical" href="https://a.example.co.uk/x">',
         "2026-04-03", True),
    ],
)  # fmt: skip
def test_a_page_says_where_it_comes_from(page, meant, sure):
    article = read(*written("a.html", "03/04/2026", page=page))
    assert str(article.date) == meant
    assert (article.date_other is None) is sure


def test_what_a_page_states_for_machines_stays():
    date = '<time datetime="2026-04-03">03/04/2026</time>'
    article = read(*written("a.html", date))
    assert (str(article.date), article.date_other) == ("2026-04-03", None)


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "it", "ru"])
def test_other_languages_put_the_day_first_and_leave_no_doubt(language):
    order = order_of("03/04/2026", language)
    (found,) = dates_in("03/04/2026", language, dt.date(2026, 6, 1), order)
    assert (str(found.date), found.other) == ("2026-04-03", None)


@pytest.mark.parametrize("written_date", ["03.04.2026", "03-04-2026"])
def test_points_and_hyphens_put_the_day_first(written_date):
    order = order_of(written_date, "en")
    (found,) = dates_in(written_date, "en", dt.date(2026, 6, 1), order)
    assert str(found.date) == "2026-04-03"


def test_a_domain_bought_for_its_letters_is_no_country():
    tree, _ = parse_text("<html lang='en'><p>x</p></html>")
    assert tree is not None
    assert country_of(tree, [], "https://news.example.tv/a") is None
    assert country_of(tree, [("og:locale", "en_AU")], None) == "au"


def test_front_matter_may_word_a_date_and_a_day_that_is_none_is_said():
    worded = read(*written("front.md", "3 April 2026"))
    assert (str(worded.date), worded.origins["date"]) == ("2026-04-03", "front matter")
    wrong = read(*written("front.md", "2026-13-45"))
    assert wrong.date is None
    assert any("2026-13-45" in problem.message for problem in wrong.problems)


@pytest.mark.parametrize(
    ("updated", "day"),
    [("10/01/2024", dt.date(2024, 1, 9)), ("09/03/2024", dt.date(2024, 9, 1))],
)
def test_the_order_that_puts_two_dates_of_a_page_within_a_week_is_likelier(updated, day):
    article = read(*written("a.txt", f"Published: 09/01/2024\nUpdated: {updated}"))
    assert article.date is not None
    assert article.date.day == day
    assert article.date_other is not None  # still asked
