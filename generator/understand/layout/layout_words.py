"""Words in the layout of printed text (see `layout_words.yml`), and page numbers. Pure."""

import re
from collections.abc import Sequence
from pathlib import Path

from generator.tables import any_of, load_words
from generator.understand.vocabulary.head_phrases import is_outlet, is_titled

WORDS = load_words(Path(__file__).with_suffix(".yml"))
_OF = rf"(?:\s*(?:/|{any_of(WORDS['page_of'])})\s*\d{{1,4}})?"
PAGE_NUMBER = re.compile(rf"\W*(?:{any_of(WORDS['page'])}\s*)?\d{{1,4}}{_OF}\W*", re.IGNORECASE)
"""A line that contains only the number of a page: "Page 3 of 8", "- 3 -"."""
_HEAD = re.compile(r"(?:\d{1,3}\s+)?(?P<name>[^\W\d_][^\d:;,]{4,40}?)(?:\s+[|–—-])?(?:\s+\d{1,3})?")
# "Vale Gazette | Monday 9 March 2026 | 3": what is between a name and the number of a page.
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[–—-]\s+|\t+|\s{3,}")
_DATED = re.compile(r"\d.*(?:19|20)\d\d\b|\d{1,2}[./]\d{1,2}[./]\d\d")
_OF_A_HEAD, _PART = 3, 40  # parts; characters of one


def is_running_head(line: str) -> bool:
    """Return whether a line is an outlet's name with the number of a page: "Vale Gazette 7".

    Or with the date as well, between marks: "Vale Gazette | 9 March 2026 | 3".
    """
    if _is_dated_head(_PARTS.split(line.strip())):
        return True
    if line[:1].isdigit() == line[-1:].isdigit():
        return False
    match = _HEAD.fullmatch(line)
    name = match["name"] if match else ""
    return len(name.split()) > 1 and is_titled(name) and is_outlet(name)


def _is_dated_head(parts: Sequence[str]) -> bool:
    """Return whether parts of a line are a name, a date and the number of a page."""
    if len(parts) != _OF_A_HEAD or max(map(len, parts)) > _PART:
        return False
    numbers = [part for part in parts if PAGE_NUMBER.fullmatch(part)]
    dates = [part for part in parts if part not in numbers and _DATED.search(part)]
    names = [part for part in parts if part not in numbers and part not in dates]
    return len(numbers) == len(dates) == len(names) == 1 and is_titled(names[0])
