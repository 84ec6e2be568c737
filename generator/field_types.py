"""Types of the fields in files written by hand: settings, corrections, editions."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator

from generator.moments import Moment
from generator.text import clean


class Frozen(BaseModel):
    """An immutable model that refuses unknown keys."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        defer_build=True,  # a worker needs few of these
    )


def as_text(value: object) -> object:
    """Return a YAML value (`no`, `012`, a date, surrogates) as text without control characters."""
    if isinstance(value, dt.date | int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, str):
        return clean(value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"))
    return value


def as_texts(value: object) -> object:
    """Return a list of texts; one that was typed in one line is split at its commas."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _moment(value: object) -> Moment:
    """Return the moment that a text states; `ValueError` says how to write one."""
    try:
        return Moment.parse(str(value))
    except ValueError:
        raise ValueError(_MOMENT) from None


_MOMENT = "write a day of the calendar, like 2025-08-29, or a time, like 2025-08-29T10:15+05:00"
Text = Annotated[str, BeforeValidator(as_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(as_texts)]
MomentField = Annotated[Moment, PlainValidator(_moment)]
