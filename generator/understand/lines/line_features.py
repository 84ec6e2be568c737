"""What is seen of a line of a pasted page by itself. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_letters, ascii_uppercase
from string import digits as ascii_digits

from generator.tables import load_numbers
from generator.text import SENTENCE_MARKS
from generator.understand.vocabulary.page_words import coverage, kinds, tokens
from generator.understand.vocabulary.site_words import spoken
from generator.unicode_scripts import UNSPACED

# The model was learnt with this form of `text.ends_sentence`, in which “ closes no quotation.
_END = re.compile(rf"[{SENTENCE_MARKS}][\"'”’»）)\]]*$")
_INSIDE = re.compile(r"[.!?…。！？][\"'”’»]?\s+\S")
_MARKS = "|•›»>·/"
_QUOTES = '"“”„«»‘’'
_UNSPACED = re.compile(f"[{UNSPACED}]")
_OPENING = re.compile(r"^[\"'“„«‚‘»]")
_LETTERS, _CAPITALS, _DIGITS = map(str.encode, (ascii_letters, ascii_uppercase, ascii_digits))
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SEEN = 3000  # characters of a line that are looked at
_KEYED = 400  # … by whose words it is known what it is
_HEAD = 300  # … by whose signs it is known how it is written
LONG = 12  # words: a line of running text
_WORD = 4  # letters: shorter words say little of the subject, where words have letters
_STEM = 6  # letters that the forms of a word share
_SUBJECT = 80  # words of a line that tell its subject
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "line_features")
_SHARED = _TUNED["shared"]
_HEADER = 6  # words of such a line


@dataclass(frozen=True, slots=True)
class Seen:
    """The features of a line that do not depend on other lines.

    `size` is how long it is, in characters; one of an unspaced script says as much as two.
    `ends` is whether it ends as a sentence does, `running` whether it is a line of running text
    beyond doubt, `shares` are those of page words by kind and `top_share` is the largest of them.
    `stems` are the words that show the subject, without their endings. `own` are the features that
    need no other line.
    """

    text: str
    words: Sequence[str]
    size: int
    ends: bool
    running: bool
    shares: Mapping[str, float]
    top_share: float
    stems: frozenset[str]
    own: list[float]

    def heads(self, kind: str) -> bool:
        """Return whether the line is short and names the kind of lines below it: "Related"."""
        return len(self.words) <= _HEADER and self.shares.get(kind, 0.0) >= _SHARED


def seen(text: str) -> Seen:
    """Return what is seen of a line without the others."""
    words, ends = words_of(text), bool(_END.search(text))
    length = max(1, len(text[:_SEEN]))
    size = 2 * length if _is_unspaced(text) else length
    shares = _shares(text, words)
    return Seen(
        text,
        words,
        size,
        ends,
        len(words) >= LONG and ends,
        shares,
        max(shares.values(), default=0.0),
        _stems(words),
        [
            math.log(size),
            *_form(text[:_SEEN], words, ends=ends),
            *[shares.get(kind, 0.0) for kind in kinds()],
            *spoken(words),
        ],
    )


def words_of(line: str) -> Sequence[str]:
    """Return the words of a line; unspaced scripts count two characters as a word."""
    text = line[:_SEEN]
    if _is_unspaced(text):
        return tuple(text[at : at + 2] for at in range(0, len(text), 2))
    return tokens(text)


def _is_unspaced(text: str) -> bool:
    """Return whether a line is in a script without spaces between words; Korean has them."""
    return not text.isascii() and bool(_UNSPACED.search(text[:_SEEN]))


def _shares(text: str, words: Sequence[str]) -> Mapping[str, float]:
    keyed = text[:_KEYED]
    whole = len(keyed) == len(text) and not _is_unspaced(text)
    return coverage(keyed, words if whole else tokens(keyed))


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(
        word[:_STEM] if word < "\u1100" else word[:2]
        for word in words[:_SUBJECT]
        if len(word) >= (_WORD if word < "\u1100" else 2)
    )


def _form(text: str, words: Sequence[str], *, ends: bool) -> list[float]:
    """Return how a line is written: its words, signs and capitals."""
    count, head, length = max(len(words), 1), text[:_HEAD], max(len(text), 1)
    letters, large, digits = _letters(head)
    pieces = head.split()
    capitals = sum([piece[0].isupper() for piece in pieces])
    return [
        float(min(count, 60)),
        sum(map(len, words[:60])) / min(count, 60),
        float(ends),
        float(text.endswith(":")),
        float(len(_INSIDE.findall(text[:1000]))),
        text.count(",") / count,
        digits / min(length, _HEAD),
        large / (letters or 1),
        capitals / max(len(pieces), 1),
        float(text[:1].islower()),
        float(not text[:1].isalnum()),
        float(bool(_OPENING.match(text))),
        float(sum(map(head.count, _QUOTES))),
        float(sum(map(head.count, _MARKS))),
        float("http" in text or "www." in text or "@" in text),
        float("(" in text),
        float("?" in text),
        float("©" in text or "®" in text),
    ]


def _letters(text: str) -> tuple[int, int, int]:
    """Return how many letters there are, how many of them are capitals, and how many digits."""
    data = text.encode("ascii", "ignore")  # counted as bytes, in a tenth of the time
    letters, large, digits = (
        len(data) - len(data.translate(None, signs)) for signs in (_LETTERS, _CAPITALS, _DIGITS)
    )
    if len(data) == len(text):
        return letters, large, digits
    others = "".join(_NOT_ASCII.findall(text))
    return (
        letters + sum(map(str.isalpha, others)),
        large + sum(map(str.isupper, others)),
        digits + sum(map(str.isdigit, others)),
    )
