"""Words of saved pages in and beside the head of an article (see `head_patterns.yml`). Pure."""

from pathlib import Path

from generator.tables import load_patterns

PHRASES = load_patterns(Path(__file__).with_suffix(".yml"))
"""A pattern of `re` for each kind of the table."""
