"""Bylines in capitals, and lines of a date with its weekday, in several languages."""

import datetime as dt

import pytest

from generator.config import Limits
from generator.models import Article, Source
from generator.understand import pasted, understand
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
    ("byline", "authors"),
    [
        ("מאת: נועה ברק ותמר שלו", ("נועה ברק", "תמר שלו")),
        ("מאת: נועה ברק ורד שלו", ("נועה ברק ורד שלו",)),
        ("بقلم: هدى سالم ومنى خليل", ("هدى سالم", "منى خليل")),
        ("بقلم: هدى سالم وليد خليل", ("هدى سالم وليد خليل",)),
    ],
)
def test_and_is_written_together_with_the_next_name(byline, authors):
    text = "הסכר שליד הטחנה נסגר, והסירות ימתינו כל הקיץ עד שייבנו השערים החדשים של הסכר."
    if "بقلم" in byline:
        text = (
            "أغلق السد قرب الطاحونة القديمة، وستنتظر القوارب طوال الصيف حتى تصنع البوابات الجديدة."
        )
    assert read(text[:9], byline, "3/3/2026", "", text, "", text[5:]).authors == authors


def test_a_mark_of_direction_at_a_lines_end_is_no_part_of_it():
    article = read(
        "A lock is built anew\u200e", "9 March 2026", "", *(f"{it}\u200e" for it in TEXT)
    )
    assert [article.title, *(block.text for block in article.blocks)] == [
        "A lock is built anew",
        *TEXT,
    ]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Ruth Okoro in Northport and Jo Falk in Lima", ("Ruth Okoro", "Jo Falk")),
        ("Von Eva Stolz in Kiel und Jan Moll in Bad Ems", ("Eva Stolz", "Jan Moll")),
        ("Propos recueillis par Inès Marel", ("Inès Marel",)),
        ("Texto: Luz Peña", ("Luz Peña",)),
        ("Von unserer Redaktion", ()),
        ("Von unserer Korrespondentin Eva Stolz", ("Eva Stolz",)),
        ("De notre envoyé spécial Luc Marel", ("Luc Marel",)),
    ],
)
def test_where_writers_are_and_whose_they_are_is_no_part_of_their_names(byline, authors):
    article = read("A lock is built", byline, "9 March 2026", "", *TEXT)
    assert (article.title, article.authors) == ("A lock is built", authors)


def test_a_head_with_a_portrait_and_counts_names_its_writer_twice():
    head = ("What locks teach", "Ruth Okoro", "Ruth Okoro", "Follow", "4 min read", "Mar 9, 2026")
    article = read(*head, "1.2K", "17", "", *TEXT)
    assert (article.title, article.authors) == ("What locks teach", ("Ruth Okoro",))
    assert [block.text for block in article.blocks] == list(TEXT)


def test_a_time_below_the_date_is_the_articles():
    article = read("A lock is built anew", "March 9, 2026", "5:04 AM ET", "", *TEXT)
    assert str(article.date) == "2026-03-09T05:04:00-04:00"
    assert [block.text for block in article.blocks] == list(TEXT)


@pytest.mark.parametrize("mark", ["rk/tov", "(Schluss) jb/mk", "(FIN) ab/cd/ef"])
def test_the_marks_of_an_agencys_desk_are_no_text(mark):
    article = read("A lock is built anew", "9 March 2026", "", *TEXT, "", mark)
    assert [block.text for block in article.blocks] == list(TEXT)


def test_a_line_that_says_how_much_is_left_to_read_is_the_sites():
    cut = "Il vous reste 61.2% de cet article à lire. La suite est réservée aux abonnés."
    assert cut in [line.text for line in read("A lock", "9 March 2026", *TEXT, cut).dropped]


@pytest.mark.parametrize("bullet", ["Ø ", "q ", "ü ", "§ ", "n\t", "–\t", "\uf02d "])
def test_bullets_of_word_make_a_list(bullet):
    items = ("Gates of oak", "Hinges of iron", "A tractor")
    lines = (TEXT[0], *(f"{bullet}{item}" for item in items), TEXT[1])
    blocks = read("A lock is built anew", "9 March 2026", "", *lines).blocks
    assert [block.text for block in blocks if block.kind == "item"] == list(items)


def test_paragraphs_of_a_law_are_no_list_and_letters_no_headings():
    lines = ("§ 5 of the law", "§ 6 of the law", "a) Gates", "b) Hinges")
    blocks = read("A lock is built anew", "9 March 2026", "", TEXT[0], *lines, TEXT[1]).blocks
    assert {block.kind for block in blocks if block.text[1:2] == ")"} == {"paragraph"}
    assert set(lines[:2]) <= {block.text for block in blocks}


def test_several_headlines_with_bylines_are_several_articles():
    second = ("", "Mill sold for a pound", "By Jo Falk", TEXT[1] + " " + TEXT[0])
    text = "\n".join(("A lock is built anew", "By Ann Loy", TEXT[0] + " " + TEXT[1], *second))
    source = Source("lock.txt", text.encode(), "0" * 64, dt.date(2026, 6, 1))
    codes = [problem.code for problem in understand(source, Limits()).articles[0].problems]
    assert "two-articles" in codes


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
