"""Words beside a time of day by kind (see `clock_words.yml`), and patterns of them. Pure."""

from __future__ import annotations

from pathlib import Path

from generator.tables import any_of, load_words

CLOCK_WORDS = load_words(Path(__file__).with_suffix(".yml"))
HOUR = any_of(CLOCK_WORDS["hour"])
ENTRY_UNIT = any_of(CLOCK_WORDS["hour"] | CLOCK_WORDS["after_entry"])
