"""Properties of languages by which words, sentences and quotations are read. Pure."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.tables import load_table


def _as_set(value: object) -> object:
    return frozenset(value) if isinstance(value, list) else value


_Codes = Annotated[frozenset[str], BeforeValidator(_as_set)]


class _Languages(BaseModel):
    """The languages (ISO 639-1) that have a property: see `languages.yml`."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    capital_nouns: _Codes
    capital_months: _Codes
    romance: _Codes
    eliding: _Codes
    case_after_apostrophe: _Codes
    dotless_i: _Codes
    unaccented_capitals: _Codes
    declined: _Codes
    kept_as_written: _Codes
    declined_surnames: _Codes
    without_articles: _Codes
    dropped_subjects: _Codes
    compound_roles: _Codes
    agent_nouns: _Codes
    comma_dialogues: _Codes
    ordinal_full_stops: _Codes
    dense: _Codes
    unspaced: _Codes


LANGUAGES = load_table(Path(__file__).with_suffix(".yml"), _Languages)
