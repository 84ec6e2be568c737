"""Detects the language of a text. The model is part of py3langid; nothing is downloaded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from py3langid.langid import (  # type: ignore[import-untyped]
    MODEL_DIR,
    MODEL_FILE,
    LanguageIdentifier,
)

from generator.tables import compiled

FALLBACK = "en"
SAMPLE = 1000  # characters: more do not change the result and cost time
# Written standards and variants, with the ISO 639-1 code used for them.
_MODEL = Path(__file__).with_name("language_model")
_SAME = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr"}


def detect(text: str, hints: Sequence[str] = ()) -> str:
    """Return the ISO 639-1 code of the text's language, the first of `hints` for a text too short.

    Texts without a letter are taken for English.
    """
    sample = text[:SAMPLE]
    if not any(letter.isalpha() for letter in sample):
        return normal(hints[0]) if hints else FALLBACK
    return normal(str(_identifier().classify(sample)[0]))


def normal(code: str) -> str:
    """Return the two-letter code of a language tag: `nb` → no, `pt-BR` → pt."""
    short = code.replace("_", "-").split("-")[0].lower()
    return _SAME.get(short, short)


@cache
def _identifier() -> LanguageIdentifier:
    scores, priors, classes, moves, rows, features = compiled(
        _MODEL, [MODEL_DIR / MODEL_FILE], _model
    )
    return LanguageIdentifier(
        scores, priors, classes, memoryview(moves), features.tolist(), tk_row=rows.tolist()
    )


def _model() -> tuple[Any, ...]:
    """Return the model of py3langid as arrays: decompressing it takes most of a second."""
    found = LanguageIdentifier.from_model_file(MODEL_FILE)
    tables = (found.tk_nextmove, found.tk_row, found.tk_output)
    return found.nb_ptc, found.nb_pc, found.nb_classes, *map(np.asarray, tables)
