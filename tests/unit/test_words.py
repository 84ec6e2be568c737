"""The interface's words: every phrase in every language, in the forms that it asks for."""

import datetime as dt
import string
from functools import cache
from pathlib import Path

import pytest
import yaml
from babel import Locale

import generator
from generator.words import load_words

FOLDER = Path(generator.__file__).parent / "words"
LANGUAGES = ("de", "en", "es", "fr", "ru", "uz")
PARTS = ("", "review")
DAY = dt.date(2026, 8, 29)


@cache
def phrases(language):
    files = [FOLDER / part / f"{language}.yml" for part in PARTS]
    return {
        key: phrase
        for file in files
        for key, phrase in yaml.safe_load(file.read_text(encoding="utf-8")).items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_listed_twice(language):
    texts = [(FOLDER / part / f"{language}.yml").read_text(encoding="utf-8") for part in PARTS]
    keys = [key.value for text in texts for key, _ in yaml.compose(text).value]
    assert sorted(keys) == sorted(set(keys))


def forms(phrase):
    return {"other": phrase} if isinstance(phrase, str) else phrase


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_languages_the_settings_name():
    for part in PARTS:
        assert sorted(path.stem for path in (FOLDER / part).glob("*.yml")) == sorted(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_missing_or_left_over(language):
    assert set(phrases(language)) == set(phrases("en"))
    empty = [key for key, value in phrases(language).items() if not all(forms(value).values())]
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_counts_has_every_plural_form(language):
    wanted = {*Locale.parse(language).plural_form.tags, "other"}
    found = phrases(language)
    for key, phrase in phrases("en").items():
        assert isinstance(phrase, dict) == isinstance(found[key], dict), key
        if isinstance(phrase, dict):
            assert set(found[key]) == wanted, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_values_are_filled_in(language):
    for key, phrase in phrases("en").items():
        wanted = fields(forms(phrase)["other"])
        for category, text in forms(phrases(language)[key]).items():
            left_out = {"count"} if category == "one" else set()  # "one day later"
            assert wanted - left_out <= fields(text) <= wanted, (key, category)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_nothing_is_left_in_english(language):
    english, found = phrases("en"), phrases(language)
    long = [key for key, value in english.items() if isinstance(value, str) and len(value) > 24]
    assert [key for key in long if found[key] == english[key]] == []


@pytest.mark.parametrize(
    ("language", "count", "text"),
    [
        ("ru", 1, "на 1 день позже"),
        ("ru", 3, "на 3 дня позже"),
        ("ru", 11, "на 11 дней позже"),
        ("ru", 21, "на 21 день позже"),
        ("fr", 0, "un jour plus tard"),
        ("fr", 2, "2 jours plus tard"),
        ("de", 1, "einen Tag später"),
        ("es", 5, "5 días después"),
        ("uz", 5, "5 kun keyin"),
    ],
)
def test_the_form_that_a_number_asks_for(language, count, text):
    assert load_words(language).count("days-later", count) == text


@pytest.mark.parametrize(
    ("language", "day", "month", "number"),
    [
        ("en", "29 August 2026", "August 2026", "12,345"),
        ("de", "29. August 2026", "August 2026", "12.345"),
        ("fr", "29 août 2026", "Août 2026", "12\u202f345"),
        ("es", "29 de agosto de 2026", "Agosto de 2026", "12.345"),
        ("ru", "29 августа 2026\u202fг.", "Август 2026\u202fг.", "12\xa0345"),
        ("uz", "29-avgust, 2026", "Avgust, 2026", "12\xa0345"),
    ],
)
def test_dates_and_numbers_as_the_language_writes_them(language, day, month, number):
    words = load_words(language)
    assert words.day(DAY) == day
    assert words.month(DAY) == month
    assert words.number(12345) == number


@pytest.mark.parametrize(
    ("language", "span"),
    [
        ("en", "24–30 August 2026"),
        ("de", "24.–30. August 2026"),
        ("fr", "24–30 août 2026"),
        ("es", "24–30 de agosto de 2026"),
        ("ru", "24–30 августа 2026\u202fг."),
        ("uz", "24\u2009–\u200930-avgust, 2026"),
    ],
)
def test_periods_have_months_in_full(language, span):
    assert load_words(language).span(dt.date(2026, 8, 24), dt.date(2026, 8, 30)) == span


def test_a_language_without_words_is_said_in_english():
    words = load_words("xx")
    assert (words.language, words("front")) == ("en", "Front page")
