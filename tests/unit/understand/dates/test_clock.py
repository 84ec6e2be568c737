"""The zone of a time: American abbreviations that do not say whether it is summer."""

import datetime as dt

import pytest

from generator.understand.dates.clock import time_after


@pytest.mark.parametrize(
    ("day", "time", "offset"),
    [
        ("2005-03-20", "10:00 AM", "-05:00"),  # until 2006, summer time began in April
        ("2005-04-02", "10:00 AM", "-05:00"),
        ("2005-04-03", "10:00 AM", "-04:00"),
        ("2006-10-28", "10:00 AM", "-04:00"),
        ("2006-10-29", "10:00 AM", "-05:00"),
        ("2007-03-10", "10:00 AM", "-05:00"),
        ("2007-03-11", "10:00 AM", "-04:00"),
        ("2025-03-09", "1:30 AM", "-05:00"),  # before the clocks change at 2 o'clock
        ("2025-07-01", "10:00 PM", "-04:00"),
        ("2025-11-02", "10:00 AM", "-05:00"),
    ],
)
def test_eastern_time_follows_the_law_of_its_year(day, time, offset):
    found, _ = time_after(f" {time} ET", 0, dt.date.fromisoformat(day))
    assert found.isoformat().endswith(offset)


def test_the_other_american_zones():
    day = dt.date(2005, 7, 1)
    found = [str(time_after(f" 10:00 AM {zone}", 0, day)[0])[-6:] for zone in ("CT", "MT", "PT")]
    assert found == ["-05:00", "-06:00", "-07:00"]


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Eastern Daylight Time", "-04:00"),
        ("Eastern Time", "-04:00"),
        ("Central European Time", "+01:00"),
        ("Local Time", ""),
    ],
)
def test_a_zone_may_be_written_out(zone, offset):
    found, _ = time_after(f" 08:00 AM {zone}", 0, dt.date(2026, 3, 10))
    assert str(found) == f"08:00:00{offset}"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        (" à 8h15", "08:15:00"),
        (" à 8 h 15", "08:15:00"),
        (" à 8h", "08:00:00"),
        (" um 8 Uhr", "08:00:00"),
        (" 8 h", "None"),  # a duration, perhaps
    ],
)
def test_hours_and_minutes_with_a_word_between_them(text, time):
    found, _ = time_after(text, 0, dt.date(2026, 3, 10))
    assert str(found) == time
