"""Dates in a text are resolved against the article's own; a year that is a guess gives none."""

import datetime as dt

import pytest

from articles import make_article
from generator.analyse.mentioned_dates import dates_of

COLLECTED = dt.date(2026, 11, 25)
FRIDAY = "2025-08-29"


def dates(language, text, date=FRIDAY, **fields):
    """Return the dates ahead of an article's own, and those before it."""
    article = make_article(text, language=language, collected=COLLECTED, date=date, **fields)
    ahead, mentioned = dates_of(article)
    return [found.date for found in ahead], [found.date for found in mentioned]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The bridge will open on 12 September.", "2025-09-12"),
        ("en", "The vote is set for Sept. 12, the mayor said.", "2025-09-12"),
        ("en", "The fair runs until October 3.", "2025-10-03"),
        ("en", "The first trains will run in October.", "2025-10"),
        ("en", "All of it is to be ready by 2027.", "2027"),
        ("en", "The court meets on January 9, 2026, in Seer.", "2026-01-09"),
        ("en", "The council will vote on Tuesday.", "2025-09-02"),
        ("en", "The council votes next Tuesday.", "2025-09-02"),
        ("en", "The council votes tomorrow.", "2025-08-30"),
        ("en", "The toll ends next month.", "2025-09"),
        ("en", "The toll ends next year.", "2026"),
        ("de", "Am 12. September wird gewählt.", "2025-09-12"),
        ("de", "Bis 2030 soll die Brücke fertig sein.", "2030"),
        ("de", "Der Rat tagt am kommenden Dienstag.", "2025-09-02"),
        ("de", "Im Oktober soll der Bau beginnen.", "2025-10"),
        ("de", "Im kommenden Jahr folgt der Tunnel.", "2026"),
        ("fr", "Le pont ouvrira le 12 septembre.", "2025-09-12"),
        ("fr", "D’ici 2030, tout sera prêt.", "2030"),
        ("fr", "Le conseil votera mardi prochain.", "2025-09-02"),
        ("fr", "Le péage prendra fin l’an prochain.", "2026"),
        ("es", "El puente abrirá el 12 de septiembre.", "2025-09-12"),
        ("es", "El consejo votará el próximo martes.", "2025-09-02"),
        ("es", "Todo estará listo en 2030.", "2030"),
        ("pt", "A ponte abrirá em 12 de setembro.", "2025-09-12"),
        ("pt", "O conselho vota na próxima terça-feira.", "2025-09-02"),
        ("pt", "Tudo estará pronto em 2030.", "2030"),
        ("ru", "Мост будет открыт 12 сентября.", "2025-09-12"),
        ("ru", "К 2030 году все будет готово.", "2030"),
        ("ru", "В октябре начнется ремонт моста.", "2025-10"),
        ("ru", "В следующем году откроют тоннель.", "2026"),
        ("it", "Il ponte aprirà il 12 settembre.", "2025-09-12"),
    ],
)
def test_dates_after_the_article(language, text, date):
    assert dates(language, text) == ([date], [])


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The bridge was closed on 12 August.", "2025-08-12"),
        ("en", "On August 26–27 the minister paid a visit.", "2025-08-26"),
        ("en", "It was built in 1998, of steel.", "1998"),
        ("en", "It was closed in May 2024.", "2024-05"),
        ("en", "It closed last month.", "2025-07"),
        ("de", "Die Brücke wurde am 12. August gesperrt.", "2025-08-12"),
        ("de", "Im vergangenen Jahr war sie offen.", "2024"),
        ("fr", "Le pont a été fermé le 12 août.", "2025-08-12"),
        ("es", "El puente se cerró el 12 de agosto.", "2025-08-12"),
        ("pt", "A ponte foi fechada em maio de 2024.", "2024-05"),
        ("ru", "Мост закрыли 12 августа.", "2025-08-12"),
    ],
)
def test_dates_before_the_article(language, text, date):
    assert dates(language, text) == ([], [date])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In January, the ferry carried 2,000 people."),  # the coming one, or the last?
        ("en", "It is far from the March 12 line."),
        ("en", "The fire of September 11 is remembered."),
        ("en", "The council votes next Saturday."),  # tomorrow, or in a week?
        ("en", "The firm built it in 2030 houses."),
        ("en", "The leaders of tomorrow learn here."),
        ("en", "“We will open it tomorrow,” said Ann Holm."),
        ("en", "It will open this month, in August."),
        ("en", "They may march on; 12 may follow."),
        ("de", "Sie kamen am Morgen in 2030 Häusern unter."),
        ("es", "Abre por la mañana y por la tarde."),
        ("xx", "The bridge will open on 12 September."),
    ],
)
def test_nothing_where_the_year_is_a_guess(language, text):
    assert dates(language, text) == ([], [])


def test_an_article_whose_own_date_is_a_guess_has_none():
    text = "The bridge will open on 12 September 2030."
    assert dates("en", text) == (["2030-09-12"], [])
    assert dates("en", text, date=None) == ([], [])
    assert dates("en", text, date_inferred="year") == ([], [])


def test_each_date_has_its_sentence():
    paragraphs = ("It rains.", "The bridge is old. It will close on 12 September. So be it.")
    article = make_article(*paragraphs, collected=COLLECTED, date=FRIDAY)
    [found] = dates_of(article)[0]
    assert (found.text, found.paragraph) == ("It will close on 12 September.", 1)


def test_a_day_belongs_to_the_year_that_the_text_is_about():
    text = "In 1944 the war went on. On 6 October they crossed the river."
    assert dates("en", text) == ([], ["1944"])
