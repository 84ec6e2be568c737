"""Dates that markup glues to what stands beside them."""

import datetime as dt

import pytest

from generator.understand.dates.written import dates_in


@pytest.mark.parametrize(
    ("text", "language", "dates"),
    [
        ("PublishedMarch 7, 2024", "en", ["2024-03-07"]),
        ("March 7, 20247:55 AM UTCUpdated later", "en", ["2024-03-07T07:55:00+00:00"]),
        ("1. November 20231. November 2023 Lindhaven", "de", ["2023-11-01"]),
        ("01.11.202302.11.2023", "de", ["2023-11-01"]),
        ("12.05.202114:30 Uhr", "de", ["2021-05-12T14:30:00"]),
        ("3 May 2021Updated 4 May 2021", "en", ["2021-05-03", "2021-05-04"]),
        ("Jane DoeNovember 21, 202501747", "en", ["2025-11-21"]),
        ("May 12,2021", "en", ["2021-05-12"]),
        ("Call 12.05.20211234", "en", []),
    ],
)
def test_a_glued_date_is_read_as_it_is_shown(text, language, dates):
    found = dates_in(text, language, dt.date(2026, 11, 25))
    assert [str(date.date) for date in found] == dates
