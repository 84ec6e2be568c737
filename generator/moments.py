"""A moment in time as an article states it. Pure.

Text and other libraries' dates are converted to a `Moment` on input, and to ISO 8601 on output: in
front matter, in JSON, on the terminal.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

DatePart = Literal["year", "day"]  # a part of a date that a source may leave out

_DAY = len("2025-08-29")
_MIDNIGHT = dt.time(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, repr=False)
class Moment:
    """A day, or a time on it, with or without a zone: no more precise than the source.

    The `tzinfo` of `time` is the offset from UTC if the source states a zone. As text a moment is
    ISO 8601: "2025-08-29", "2025-08-29T10:15:00", "2025-08-29T10:15:00+05:00".
    """

    day: dt.date
    time: dt.time | None = None

    @classmethod
    def of(cls, value: dt.date | dt.datetime) -> Moment:
        """Return the moment of a date or datetime; a time zone becomes its offset at that time."""
        if not isinstance(value, dt.datetime):
            return cls(value)
        offset = value.utcoffset()
        zone = None if offset is None else dt.timezone(offset)
        return cls(value.date(), value.time().replace(tzinfo=zone))

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Return the moment that a text in ISO 8601 states; `ValueError` if it states none."""
        return cls.of((dt.date if len(text) == _DAY else dt.datetime).fromisoformat(text))

    @property
    def year(self) -> str:
        """The year in four digits."""
        return f"{self.day.year:04}"

    @property
    def value(self) -> dt.date | dt.datetime:
        """The moment as a date or datetime of the standard library, as in YAML."""
        return self.day if self.time is None else dt.datetime.combine(self.day, self.time)

    @property
    def instant(self) -> dt.datetime:
        """The moment for comparison: a day counts as its midnight, a time without a zone as UTC."""
        instant = dt.datetime.combine(self.day, self.time or _MIDNIGHT)
        return instant if instant.tzinfo else instant.replace(tzinfo=dt.UTC)

    def __repr__(self) -> str:
        """Return a form for cache keys that does not depend on the class of the time zone."""
        return f"Moment.parse({str(self)!r})"

    def __str__(self) -> str:
        """Return the moment as ISO 8601, which `parse` reads."""
        return self.value.isoformat()
