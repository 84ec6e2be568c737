"""The zones that newspapers print after a time."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.tables import load_table
from generator.understand.dates import clock
from generator.understand.dates.written import find_date

TABLE = load_table(Path(clock.__file__).with_name("zones.yml"), dict[str, dict[str, int]])
SEASONS = [(year, month) for year in (2015, 2024) for month in (1, 7)]


@pytest.mark.parametrize(("zone", "names"), TABLE.items(), ids=list(TABLE))
def test_each_zone_keeps_its_offsets_for_a_part_of_the_year(zone, names):
    clocks = (dt.datetime(year, month, 1, tzinfo=ZoneInfo(zone)) for year, month in SEASONS)
    kept = {clock.utcoffset() for clock in clocks}
    assert {dt.timedelta(minutes=minutes) for minutes in names.values()} <= kept


def test_no_abbreviation_is_listed_twice():
    names = [name for found in TABLE.values() for name in found]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("MYT", "+08:00"), ("SGT", "+08:00"), ("WIB", "+07:00"), ("IST", "+05:30"), ("NPT", "+05:45")],
)
def test_a_time_keeps_its_zone(zone, offset):
    found = find_date(f"4 May 2021, 10:15 {zone}", "en", dt.date(2025, 9, 1))
    assert found is not None
    assert str(found.date) == f"2021-05-04T10:15:00{offset}"
