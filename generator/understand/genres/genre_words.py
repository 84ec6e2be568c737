"""The phrases of press releases and transcripts (see `genre_words.yml`). Pure."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.tables import load_table

_FILE = Path(__file__).with_suffix(".yml")


class Words(BaseModel):
    """The form of `genre_words.yml`: phrases in lower case."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    wires: list[str]
    portals: list[str]
    openings: list[str]
    issuers: list[str]
    kinds: list[str]
    contacts: list[str]
    asks: list[str]
    additions: list[str]
    rest: list[str]
    records: list[str]
    notices: list[str]
    cautions: list[str]
    caution_phrases: list[str]
    transcripts: list[str]
    transcript_notes: list[str]


@cache
def words() -> Words:
    """Return the phrases, validated."""
    return load_table(_FILE, Words)
