"""Words in the layout of printed text (see `layout_words.yml`), and page numbers. Pure."""

import re
from pathlib import Path

from generator.tables import any_of, load_words

WORDS = load_words(Path(__file__).with_suffix(".yml"))
_OF = rf"(?:\s*(?:/|{any_of(WORDS['page_of'])})\s*\d{{1,4}})?"
PAGE_NUMBER = re.compile(rf"\W*(?:{any_of(WORDS['page'])}\s*)?\d{{1,4}}{_OF}\W*", re.IGNORECASE)
"""A line that contains only the number of a page: "Page 3 of 8", "- 3 -"."""
