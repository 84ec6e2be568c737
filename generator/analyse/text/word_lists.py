"""The word lists: stop words (YAKE's and `stop_words.yml`), and `phrase_words.yml`. Pure."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.analyse.text.word_forms import straighten
from generator.locales import locale_of
from generator.tables import load_table, package_text

_WORDS = Path(__file__).with_name("phrase_words.yml")
_STOP_WORDS = Path(__file__).with_name("stop_words.yml")
# Where YAKE's names of languages differ from ISO 639-1.
_YAKE = {"cs": "cz", "nb": "no", "nn": "no"}


def yake_language(language: str) -> str:
    """Return YAKE's code of a language; `noLang` has a neutral stop word list."""
    code = _YAKE.get(language, language)
    return code if _stop_words_of_yake(code) is not None else "noLang"


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the stop words of a language: YAKE's and the project's own."""
    text = _stop_words_of_yake(yake_language(language)) or ""
    own = _own_stop_words().get(language, "")
    return frozenset(straighten(word.lower()) for word in f"{text} {own}".split())


@cache
def roles() -> frozenset[str]:
    """Return the words for offices that precede names."""
    return frozenset(_word_list("roles"))


@cache
def titles() -> frozenset[str]:
    """Return the titles that are part of a name: "Queen Elizabeth", "Pope Francis"."""
    return frozenset(_word_list("titles"))


@cache
def adherents() -> frozenset[str]:
    """Return the words for a member of a party, which end the description of a person."""
    return frozenset(_word_list("adherents"))


@cache
def before_roles() -> frozenset[str]:
    """Return the words that are part of an office only before another: "Foreign Minister"."""
    return frozenset(_word_list("before_roles"))


@cache
def titles_of_office() -> frozenset[str]:
    """Return the words that end an office before a name, and may end a subject elsewhere."""
    return frozenset(_word_list("titles_of_office"))


@cache
def in_institutions() -> frozenset[str]:
    """Return the words for offices that names of institutions contain."""
    return frozenset(_word_list("in_institutions"))


@cache
def portfolios() -> frozenset[str]:
    """Return the fields of offices that follow "of": "Secretary of State"."""
    return frozenset(_word_list("portfolios"))


@cache
def courtesy_titles() -> frozenset[str]:
    """Return the titles before surnames: "Mr", "Dr."."""
    return frozenset(_word_list("courtesy_titles"))


@cache
def womens_surname_endings() -> tuple[str, ...]:
    """Return the endings of women's surnames in Slavic languages."""
    return tuple(_word_list("womens_surname_endings"))


@cache
def feminine_determiners() -> frozenset[str]:
    """Return the words before a German noun in an oblique case that show that it is feminine."""
    return frozenset(_word_list("feminine_determiners"))


@cache
def vague() -> frozenset[str]:
    """Return the adjectives that specify nothing: "previous", "various"."""
    return frozenset(_word_list("vague"))


@cache
def plurals() -> frozenset[str]:
    """Return the English nouns that stay plural before another noun."""
    return frozenset(_word_list("plurals"))


@cache
def determiners() -> frozenset[str]:
    """Return the determiners of languages that capitalise every noun."""
    return frozenset(_word_list("determiners"))


@cache
def addressing() -> frozenset[str]:
    """Return the German pronouns that have a capital where someone is addressed."""
    return frozenset(_word_list("addressing"))


@cache
def articles_in_names() -> frozenset[str]:
    """Return the articles that are part of a name where they have a capital."""
    return frozenset(_word_list("articles_in_names"))


@cache
def articles() -> frozenset[str]:
    """Return the articles that may follow a linking word inside a name."""
    return frozenset(_word_list("articles"))


@cache
def links() -> frozenset[str]:
    """Return the small words that occur inside names."""
    return frozenset(_word_list("links"))


def numeral(word: str) -> bool:
    """Return whether a word in lower case is a number, or begins with one: "twenty-seven"."""
    return word.split("-", maxsplit=1)[0] in _numerals()


@cache
def _numerals() -> frozenset[str]:
    return frozenset(_word_list("numerals"))


@cache
def wide_links() -> frozenset[str]:
    """Return the small words that occur inside names of institutions."""
    return frozenset(_word_list("wide_links"))


@cache
def heads() -> frozenset[str]:
    """Return the first words of institutions' names: "Centers for Disease Control"."""
    return frozenset(_word_list("heads"))


@cache
def country_acronyms() -> frozenset[str]:
    """Return the acronyms of countries that precede the names of institutions."""
    return frozenset(_word_list("country_acronyms"))


@cache
def groups() -> frozenset[str]:
    """Return the words after which the name of a group continues with "for"."""
    return frozenset(_word_list("groups"))


@cache
def institutions() -> frozenset[str]:
    """Return the last words of institutions' names that contain "and"."""
    return frozenset(_word_list("institutions"))


@cache
def noise(language: str) -> frozenset[str]:
    """Return words that are not subjects: days, months, words of reporting."""
    return frozenset(_word_list("noise")) | calendar(language)


@cache
def boilerplate() -> frozenset[str]:
    """Return phrases of pages around articles: agencies, controls, notices."""
    return frozenset(_word_list("boilerplate"))


@cache
def calendar(language: str) -> frozenset[str]:
    """Return the names of days and months, whole and short."""
    locale = locale_of(language or "en")
    if locale is None:
        return frozenset()
    return frozenset(
        str(name).lower().rstrip(".")
        for kinds in (locale.months, locale.days)
        for widths in kinds.values()
        for width in ("wide", "abbreviated")
        for name in widths.get(width, {}).values()
    )


@cache
def countries(language: str) -> frozenset[str]:
    """Return the names of countries in a language (CLDR), in lower case."""
    locale = locale_of(language)
    return (
        frozenset(name.lower() for name in locale.territories.values()) if locale else frozenset()
    )


@cache
def _own_stop_words() -> dict[str, str]:
    return load_table(_STOP_WORDS, dict[str, str])


def _stop_words_of_yake(code: str) -> str | None:
    return package_text("yake", f"core/StopwordsList/stopwords_{code}.txt")


def _word_list(name: str) -> list[str]:
    return _word_lists()[name]


@cache
def _word_lists() -> dict[str, list[str]]:
    return load_table(_WORDS, dict[str, list[str]])
