"""Calendar arithmetic, at the edges of the calendar too."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compose.lists import periods
from generator.words import load_words

WORDS = load_words("en")
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year"])


@pytest.mark.parametrize(
    ("day", "unit", "name", "title"),
    [
        ("2025-08-29", "day", "2025-08-29", "Friday, 29 August 2025"),
        ("2025-08-29", "week", "2025-W35", "25–31 August 2025"),
        ("2024-12-31", "week", "2025-W01", "30 December 2024 – 5 January 2025"),
        ("2025-08-29", "month", "2025-08", "August 2025"),
    ],
)
def test_names_and_titles(day, unit, name, title):
    start = periods.start_of(dt.date.fromisoformat(day), unit)
    assert periods.name_of(start, unit) == name
    said = periods.title_of(start, unit, WORDS)
    assert said.replace("\u2009", " ").replace("\xa0", " ") == title


@given(st.dates(), UNITS)
def test_a_day_is_in_its_period(day, unit):
    start = periods.start_of(day, unit)
    assert start <= day <= periods.end_of(start, unit)
    assert periods.start_of(start, unit) == start


@given(st.dates(), st.dates())
def test_an_axis_has_as_many_steps_as_can_be_distinguished_and_reaches_the_last_day(day, other):
    first, last = sorted((day, other))
    unit, steps = periods.axis(first, last)
    assert len(steps) <= 64
    assert list(steps) == sorted(set(steps))
    if steps:
        assert steps[-1] == periods.start_of(last, unit)


def test_a_short_span_has_no_course():
    assert periods.axis(dt.date(2025, 8, 1), dt.date(2025, 8, 2))[1] == ()
