"""Bylines in capitals, and lines of a date with its weekday, in several languages."""

import datetime as dt

import pytest

from generator.models import Article
from generator.understand import pasted
from sources import article_of

TEXT = (
    "The lock at the old mill is to be rebuilt, and boats will wait while the gates are made.",
    "Until then a tractor pulls the smaller ones over the meadow, which takes an hour each time.",
)


def read(*lines: str) -> Article:
    return article_of("lock.txt", "\n".join(lines).encode(), pasted, collected=dt.date(2026, 6, 1))


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By RUTH OKORO AND SEAN O’DEA", ("Ruth Okoro", "Sean O’Dea")),
        ("By PETER McNAIR JR. AND BO HALL", ("Peter McNair Jr.", "Bo Hall")),
        ("By IDA MCNAIR, MARY E STONE AND JO FALK", ("Ida McNair", "MARY E STONE", "Jo Falk")),
        ("By Jo Falk And Ann Loy", ("Jo Falk", "Ann Loy")),
        ("By Ann Loy, Hugh Moss, Jr., and Jo Falk", ("Ann Loy", "Hugh Moss, Jr.", "Jo Falk")),
        ("VON EVA STOLZ UND JAN VON DER AUE", ("Eva Stolz", "Jan von der Aue")),
        ("Par LUC MAREL ET INÈS DE BRY", ("Luc Marel", "Inès de Bry")),
        ("Por LUZ PEÑA, IVÁN SOLER Y ANA DE LA VEGA", ("Luz Peña", "Iván Soler", "Ana de la Vega")),
        ("Por JOSÉ CANO Y PLAZA", ("José Cano y Plaza",)),
        ("Por RUI PRATA E INÊS DA LUZ", ("Rui Prata", "Inês da Luz")),
        ("di UGO FERRI E LIA DE MARCHI", ("Ugo Ferri", "Lia de Marchi")),
        ("Door JOS MEIER EN PIA VAN WIJK", ("Jos Meier", "Pia van Wijk")),
    ],
)
def test_names_in_capitals_are_divided_at_the_word_between_them(byline, authors):
    assert read("A lock is built anew", byline, "9 March 2026", *TEXT).authors == authors


@pytest.mark.parametrize(
    ("title", "date", "text"),
    [
        (
            "L’écluse est fermée",
            "mardi 3 mars 2026",
            (
                "L’écluse du moulin a été fermée mardi, et les bateaux attendront tout "
                "l’été que les portes soient faites."
            ),
        ),
        (
            "La esclusa cierra",
            "martes, 3 de marzo de 2026",
            (
                "La esclusa del molino cerró el martes y los barcos esperarán todo el "
                "verano a que estén hechas las puertas."
            ),
        ),
        (
            "A eclusa fecha",
            "terça-feira, 3 de março de 2026",
            (
                "A eclusa do moinho fechou na terça-feira, e os barcos vão esperar todo "
                "o verão até que as portas estejam prontas."
            ),
        ),
        (
            "Шлюз закрыт",
            "вторник, 3 марта 2026 г.",
            (
                "Шлюз у старой мельницы закрыли во вторник, и лодки будут ждать всё "
                "лето, пока не сделают новые ворота."
            ),
        ),
        (
            "Śluza zamknięta",
            "wtorek, 3 marca 2026 r.",
            (
                "Śluzę przy starym młynie zamknięto we wtorek, a łodzie będą czekać "
                "całe lato, aż powstaną nowe wrota."
            ),
        ),
        (
            "آب‌بند بسته شد",
            "سه‌شنبه ۱۲ اسفند ۱۴۰۴",
            (
                "آب‌بند آسیاب قدیمی روز سه‌شنبه بسته شد و قایق‌ها باید تمام تابستان "
                "برای ساخت دروازه‌ها صبر کنند."
            ),
        ),
        (
            "הסכר נסגר",
            "יום שלישי, 3 במרץ 2026",
            (
                "הסכר שליד הטחנה הישנה נסגר ביום שלישי, והסירות ימתינו כל הקיץ עד "
                "שייבנו השערים החדשים."
            ),
        ),
    ],
)
def test_a_date_line_with_a_weekday_of_the_text_is_no_text(title, date, text):
    article = read(title, date, "", text, "", text.replace("3", "4"))
    assert (article.title, str(article.date), article.place) == (title, "2026-03-03", None)
    assert date not in [block.text for block in article.blocks]


def test_the_days_of_a_diary_stay():
    days = ("lundi 2 mars 2026", "mardi 3 mars 2026", "jeudi 5 mars 2026")
    text = "Le facteur est passé lundi, et il a laissé une lettre sous la porte du jardin."
    article = read("Journal d’un éclusier", *(line for day in days for line in (day, text)))
    assert set(days[1:]) <= {block.text for block in article.blocks}
