"""Every language that YAKE has stop words for, and Uzbek and Japanese: a short article in each."""

import datetime as dt
from pathlib import Path

import pytest
import yake
import yaml
from babel.dates import format_date

from generator.models import Article
from generator.understand.dates.written import find_date
from generator.understand.vocabulary.language import detect
from sources import article_of

STORIES = yaml.safe_load(Path(__file__).with_name("languages.yml").read_text(encoding="utf-8"))
STOP_WORDS = Path(yake.__file__).parent / "core/StopwordsList"
# YAKE names some lists by their country.
CODES = {"br": "pt", "cz": "cs"}
NO_LANGUAGE = "noLang"
LOCALES = {"no": "nb"}
COLLECTED = dt.date(2025, 6, 1)


def names(story):
    return f"{story['language']}-{story['drop']}"


def article(text: str) -> Article:
    return article_of("a.txt", text, collected=COLLECTED)


def test_every_language_has_an_article():
    listed = {path.stem.partition("_")[2] for path in STOP_WORDS.glob("stopwords_*.txt")}
    assert listed
    wanted = {CODES.get(code, code) for code in listed - {NO_LANGUAGE}} | {"uz", "ja"}
    assert {story["language"] for story in STORIES} == wanted


def test_a_table_of_results_does_not_show_the_language():
    rows = "\n".join(f"{place}. SV Asch {place}4 17 5 2 70:21 56" for place in range(1, 9))
    text = (
        "Ergebnisse vom Wochenende\n9. März 2025\n\nDer Spieltag brachte viele Tore, und einmal "
        f"musste der Schiedsrichter warten.\n\n{rows}\n"
    )
    found = article(text)
    assert (found.language, str(found.date)) == ("de", "2025-03-09")


@pytest.mark.parametrize("story", STORIES, ids=names)
def test_a_short_article_is_understood(story):
    title, _, date, _, *body = story["text"].splitlines()
    found = article(story["text"])
    assert found.language == story["language"]
    assert (str(found.date), found.date_inferred) == (story["date"], None), date
    assert found.title == title
    assert [block.text for block in found.blocks] == body
    dropped = [line.text for line in found.dropped]
    assert story["drop"] in dropped


@pytest.mark.parametrize("story", STORIES, ids=names)
def test_a_paragraph_is_enough_for_the_language(story):
    assert detect(story["text"].splitlines()[-1]) == story["language"]


@pytest.mark.parametrize("story", STORIES, ids=names)
def test_every_month_is_known_in_the_usual_forms(story):
    language = story["language"]
    locale = "uz_Cyrl" if names(story) == "uz-Улашиш" else LOCALES.get(language, language)
    for month in range(1, 13):
        day = dt.date(2024, month, 17)
        for form in ("full", "long", "medium"):
            written = format_date(day, form, locale=locale)
            found = find_date(written, language, COLLECTED)
            assert found is not None, written
            assert (str(found.date), found.inferred) == (day.isoformat(), None), written
