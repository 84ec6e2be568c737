"""What comes first in 3/4/2025: the day or the month. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.tables import load_patterns

_SPELLING = load_patterns(Path(__file__).with_name("spelling.yml"))
_BRITISH = re.compile(rf"\b{_SPELLING['british']}\b")
_AMERICAN = re.compile(rf"\b{_SPELLING['american']}\b")
_MONTH_FIRST = frozenset({"us", "pr", "ph"})  # countries (ISO 3166)
_ALL_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?!\d)")
# A time beside a date in a form that is not American.
_EUROPEAN = re.compile(
    r"(?<!\d)\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)\W{1,5}"
    r"(?:(?:1[3-9]|2[0-3]):[0-5]\d|[012]?\d:[0-5]\d(?!\s?[ap]\.?m)[^\S\n]?(?:GMT|UTC|CES?T|BST))",
    re.IGNORECASE,
)
_NEAR = 7  # days between dates of one page that show what 3/4/2025 means


@dataclass(frozen=True, slots=True)
class Order:
    """What comes first in 3/4/2025, and whether more than the language's convention shows it."""

    month_first: bool = False
    sure: bool = True


DAY_FIRST = Order()


def has_numbers(text: str) -> bool:
    """Return whether a text contains a numeric date, such as 3/4/2025."""
    return bool(_ALL_NUMBERS.search(text))


def order_of(text: str, language: str, country: str | None = None) -> Order:
    """Decide what the first number of 3/4/2025 is.

    `text` is the page or a large part of it: its other dates, its times and its spelling are
    evidence. `country` (ISO 3166, lower case) is the country that the page states. Without any of
    these the language decides: of those that write slashes, only English has both conventions.
    """
    pairs = _ALL_NUMBERS.findall(text) if "/" in text else []
    if not pairs:
        return Order(month_first=language == "en", sure=False)
    firsts, seconds = zip(*pairs, strict=True)
    if max(map(int, firsts)) > 12:
        return DAY_FIRST
    if max(map(int, seconds)) > 12:
        return Order(month_first=True)
    european = bool(_EUROPEAN.search(text))
    if country and not european:
        return Order(month_first=country in _MONTH_FIRST)
    if european or language != "en":
        return DAY_FIRST
    british, american = bool(_BRITISH.search(text)), bool(_AMERICAN.search(text))
    near = _nearer_order(pairs) if british == american else None
    return near or Order(month_first=not british, sure=british != american)


def _nearer_order(pairs: Iterable[tuple[str, str]]) -> Order | None:
    """Return the order that puts the dates of a page within a week, if the other does not.

    "Published 09/01/2024, updated 10/01/2024" is more likely one day than a month.
    """
    spans = [_days_apart(pairs, month=0), _days_apart(pairs, month=1)]
    if (spans[0] <= _NEAR) == (spans[1] <= _NEAR):
        return None
    return Order(month_first=spans[0] <= _NEAR, sure=False)


def _days_apart(pairs: Iterable[tuple[str, str]], month: int) -> int:
    """Return about how many days lie between dates of one year; `month`: the month's place."""
    days = [31 * int(pair[month]) + int(pair[1 - month]) for pair in pairs]
    return max(days) - min(days)
