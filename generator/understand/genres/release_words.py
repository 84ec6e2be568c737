"""Words around the text of press releases (see `release_words.yml`). Pure."""

from pathlib import Path

from generator.tables import load_patterns

RELEASE_WORDS = load_patterns(Path(__file__).with_suffix(".yml"))
"""A pattern of `re` for each kind of the table."""
