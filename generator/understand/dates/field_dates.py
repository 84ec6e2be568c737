"""Dates that a feed or a record states in a field of their own, in any wording. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.moments import Moment
from generator.tables import load_table
from generator.understand.dates.future_dates import later_dates
from generator.understand.dates.machine import LATEST, is_default, machine_date
from generator.understand.dates.months_only import month_in
from generator.understand.dates.numeric_order import Order, order_of
from generator.understand.dates.written import FoundDate, dates_in

_LONGEST = 60  # characters
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")  # seconds or milliseconds since 1970
_MILLISECONDS = 11  # digits: more are milliseconds
_ZONE = re.compile(r"\s*[(\[]?\b([A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)[)\]]?\s*$")
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d")
_NEVER = dt.date(1970, 1, 1)  # written by programs without a date
# Languages in which feeds name months; a date that they read differently is not used.
_LANGUAGES = load_table(Path(__file__).with_name("field_date_languages.yml"), list[str])


@dataclass(frozen=True, slots=True)
class StatedDates:
    """How to read the dates of one file: `order` and `languages`, as its entries show them.

    `last` is the latest day for numeric dates that may mean two days, such as 3/4/2025.
    """

    last: dt.date
    languages: tuple[str, ...]
    order: Order

    @classmethod
    def of(cls, written: Iterable[str], last: dt.date, languages: Sequence[str]) -> StatedDates:
        """Return how to read the dates of a file, given all of them and its languages."""
        known = tuple(dict.fromkeys(language for language in languages if len(language) == 2)) or (
            "en",
        )
        return cls(last, known, order_of("\n".join(written), known[0]))

    def read(self, text: str) -> FoundDate | None:
        """Return the date that a field states, None if it states no possible one."""
        text = text.strip()
        if not text or len(text) > _LONGEST or is_default(text):
            return None
        for found in (*self._epoch(text), *self._zoned(text), *self._iso(text)):
            return found if self._is_possible(found.date) else None
        return self._worded(text)

    def _epoch(self, text: str) -> Iterator[FoundDate]:
        if _EPOCH.fullmatch(text):
            seconds = int(text) / (1000 if len(text) > _MILLISECONDS else 1)
            yield FoundDate(Moment.of(dt.datetime.fromtimestamp(int(seconds), dt.UTC)), None, 0, 0)

    def _zoned(self, text: str) -> Iterator[FoundDate]:
        """Yield the date of a text that names its zone as the IANA database does."""
        named = _ZONE.search(text)
        found = self.read(text[: named.start()]) if named else None
        if named and found:
            yield FoundDate(_in_zone(found.date, named[1]), None, 0, 0)

    def _iso(self, text: str) -> Iterator[FoundDate]:
        """Yield a date for machines; one in the form of e-mail must have a time."""
        stated = machine_date(text)
        if stated and (stated.time or _ISO.match(text)):
            yield FoundDate(stated, None, 0, 0)

    def _worded(self, text: str) -> FoundDate | None:
        for language in dict.fromkeys((*self.languages, "en")):
            if found := self._in_language(text, language):
                return found
        others = [self._in_language(text, language) for language in _LANGUAGES]
        read = [found for found in others if found]
        days = {found.day for found in read}
        return read[0] if len(days) == 1 else None

    def _in_language(self, text: str, language: str) -> FoundDate | None:
        found = [
            date for date in dates_in(text, language, self.last, self.order) if not date.inferred
        ] or later_dates(text, language, self.last, self.order)
        month = None if found else month_in(text, language, self.last)
        if month and (month.start, month.end) == (0, len(text)):
            return month
        return found[0] if found and self._is_possible(found[0].date) else None

    def _is_possible(self, moment: Moment) -> bool:
        return _NEVER < moment.day <= LATEST


def _in_zone(moment: Moment, name: str) -> Moment:
    """Return a time with the offset of a zone on that day; a day is unchanged."""
    local = moment.value
    if not isinstance(local, dt.datetime) or local.tzinfo:
        return moment
    try:
        return Moment.of(local.replace(tzinfo=ZoneInfo(name)))
    except (ValueError, ZoneInfoNotFoundError, OSError):
        return moment
