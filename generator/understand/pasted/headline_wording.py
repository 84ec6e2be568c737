"""The wording of a headline: without its label, or the first sentence of a text. Pure."""

from __future__ import annotations

import re

from generator.understand.pasted.line_phrases import LINE_PHRASES
from generator.unicode_scripts import HAN, KANA

_HEADLINE = 140  # characters of a sentence that is used as a headline
_SENTENCE = re.compile(rf".{{20,}}?\w{{4}}[.!?。！？](?=[\s{KANA}{HAN}]|$)")
_LABEL = re.compile(rf"^{LINE_PHRASES['headline_labels']}\s?[:：]\s*", re.IGNORECASE)


def unlabelled(line: str) -> str:
    """Return a headline without a label such as "Title:"."""
    return _LABEL.sub("", line) or line


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, shortened to the length of a long headline."""
    match = _SENTENCE.match(text)
    sentence = (match[0] if match else text).rstrip(".")
    if len(sentence) <= _HEADLINE:
        return sentence
    return sentence[:_HEADLINE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
