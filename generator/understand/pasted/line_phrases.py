"""Phrases in the lines of a pasted page (see `line_phrases.yml`). Pure."""

from pathlib import Path

from generator.tables import load_patterns

LINE_PHRASES = load_patterns(Path(__file__).with_suffix(".yml"))
"""A pattern of `re` for each kind of the table."""
