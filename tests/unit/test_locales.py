"""What is read of one language does not depend on the languages that were read before."""

import datetime as dt
import subprocess
import sys

import pytest

from generator.locales import locale_of

# Names of months and weekdays, as dates are read, tokens are classified and pages are written.
READ = """
import datetime as dt, sys
from generator.analyse.text.word_lists import calendar
from generator.months import names
from generator.words import load_words
for code in sys.argv[1:]:
    names(code), calendar(code), load_words(code).weekdays()
words = load_words("fr")
day = dt.date(2026, 10, 15)
print(sorted(names("fr").months), sorted(calendar("fr")), words.month_name(day), words.weekdays())
"""


def read_after(*languages: str) -> str:
    command = [sys.executable, "-c", READ, *languages]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("others", [("he",), ("sw", "sa"), ("uz", "fy", "ar")])
def test_other_languages_leave_french_alone(others):
    assert read_after(*others) == read_after()


def test_an_unknown_language_has_no_locale():
    assert locale_of("xq") is None
    assert locale_of("") is None
    assert locale_of("de").months["format"]["wide"][dt.date(2026, 3, 1).month] == "März"
