"""Names of weekdays: the table beside `generator/months.py` has those of Babel's CLDR data."""

import pytest

from generator import months
from generator.tables import load_table

TABLE = load_table(months._FILE, months._Table).weekdays


@pytest.mark.parametrize("language", TABLE)
def test_weekdays_of_a_language_are_those_of_its_locales(language: str):
    known = set(months.names(language).weekdays)  # with those of locales that Babel loaded before
    assert set(TABLE[language]) <= known
    assert known <= {name for names in TABLE.values() for name in names}


def test_a_weekday_is_known_in_a_word_of_any_case():
    assert months.is_weekday("Donnerstag")
    assert months.is_weekday("SÁBADO")
    assert not months.is_weekday("published")
