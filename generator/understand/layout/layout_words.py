"""Words in the layout of printed text (see `layout_words.yml`), and page numbers. Pure."""

import re
from pathlib import Path

from generator.tables import any_of, load_words
from generator.understand.vocabulary.head_phrases import is_outlet, is_titled

WORDS = load_words(Path(__file__).with_suffix(".yml"))
_OF = rf"(?:\s*(?:/|{any_of(WORDS['page_of'])})\s*\d{{1,4}})?"
PAGE_NUMBER = re.compile(rf"\W*(?:{any_of(WORDS['page'])}\s*)?\d{{1,4}}{_OF}\W*", re.IGNORECASE)
"""A line that contains only the number of a page: "Page 3 of 8", "- 3 -"."""
_HEAD = re.compile(r"(?:\d{1,3}\s+)?(?P<name>[^\W\d_][^\d:;,]{4,40}?)(?:\s+[|–—-])?(?:\s+\d{1,3})?")


def is_running_head(line: str) -> bool:
    """Return whether a line is an outlet's name with the number of a page: "Vale Gazette 7"."""
    if line[:1].isdigit() == line[-1:].isdigit():
        return False
    match = _HEAD.fullmatch(line)
    name = match["name"] if match else ""
    return len(name.split()) > 1 and is_titled(name) and is_outlet(name)
