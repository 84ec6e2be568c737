"""Reading times in lines of a page's head, by the words of `reading_time.yml`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.tables import load_patterns
from generator.understand.vocabulary.page_words import starts_with

READING = re.compile(
    load_patterns(Path(__file__).with_suffix(".yml"))["reading"],
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.,:/])(?!0)\d{1,3}(?![\d:/])")
_PARTS = re.compile(r"\s?[|•·]\s?|\s[-–—]\s|,\s")
_LONGEST = 40  # characters of a reading time with its label


def minutes_in(line: str) -> Iterator[int]:
    """Yield the minutes of the parts of a line that are a reading time: "3 min read"."""
    for part in _PARTS.split(line):
        if len(part) <= _LONGEST and READING.search(part):
            for number in _NUMBER.finditer(part):
                if starts_with("minutes", part[number.end() :]):
                    yield int(number[0])
