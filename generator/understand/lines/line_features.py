"""What is seen of a line of a pasted page by itself. Pure."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cached_property
from string import ascii_letters, ascii_uppercase
from string import digits as ascii_digits

from generator.scripts import UNSPACED
from generator.text import SENTENCE_MARKS
from generator.understand.vocabulary.page_words import coverage, kinds, tokens
from generator.understand.vocabulary.site_words import spoken

# The model was learnt with this form of `text.ends_sentence`, in which “ closes no quotation.
_END = re.compile(rf"[{SENTENCE_MARKS}][\"'”’»）)\]]*$")
_INSIDE = re.compile(r"[.!?…。！？][\"'”’»]?\s+\S")
_MARKS = "|•›»>·/"
_QUOTES = '"“”„«»‘’'
_UNSPACED = re.compile(f"[{UNSPACED}]")
_OPENING = re.compile(r"^[\"'“„«‚‘»]")
_LETTERS, _CAPITALS, _DIGITS = map(str.encode, (ascii_letters, ascii_uppercase, ascii_digits))
_SEEN = 3000  # characters of a line that are looked at
_KEYED = 400  # … by whose words it is known what it is
_HEAD = 300  # … by whose signs it is known how it is written
LONG = 12  # words: a line of running text
_WORD = 4  # letters: shorter words say little of the subject, where words have letters
_STEM = 6  # letters that the forms of a word share
_SUBJECT = 80  # words of a line that tell its subject
_SHARED = 0.4  # of a short line's words: page words that make it the header of what follows
_HEADER = 6  # words of such a line


@dataclass(frozen=True)
class Seen:
    """A line, and what is seen of it without the others."""

    text: str

    @cached_property
    def unspaced(self) -> bool:
        """Whether it is in a script without spaces between words; Korean has them."""
        return not self.text.isascii() and bool(_UNSPACED.search(self.text[:_SEEN]))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words; unspaced scripts count two characters as a word."""
        text = self.text[:_SEEN]
        if self.unspaced:
            return tuple(text[at : at + 2] for at in range(0, len(text), 2))
        return tokens(text)

    @cached_property
    def size(self) -> int:
        """How long it is, in characters; one of an unspaced script says as much as two."""
        length = max(1, len(self.text[:_SEEN]))
        return 2 * length if self.unspaced else length

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_END.search(self.text))

    @cached_property
    def running(self) -> bool:
        """Whether it is a line of running text beyond doubt."""
        return len(self.words) >= LONG and self.ends

    @cached_property
    def shares(self) -> dict[str, float]:
        """The shares of page words by kind."""
        text = self.text[:_KEYED]
        whole = len(text) == len(self.text) and not self.unspaced
        return coverage(text, self.words if whole else tokens(text))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words that show the subject, without their endings."""
        words = self.words[:_SUBJECT]
        return frozenset(
            word[:_STEM] if word < "\u1100" else word[:2]
            for word in words
            if len(word) >= (_WORD if word < "\u1100" else 2)
        )

    @cached_property
    def top_share(self) -> float:
        """The largest of the shares."""
        return max(self.shares.values(), default=0.0)

    def heads(self, kind: str) -> bool:
        """Return whether the line is short and names the kind of lines below it: "Related"."""
        return len(self.words) <= _HEADER and self.shares.get(kind, 0.0) >= _SHARED

    @cached_property
    def own(self) -> list[float]:
        """The features that need no other line."""
        text, count = self.text[:_SEEN], max(len(self.words), 1)
        head, length = text[:_HEAD], max(len(text), 1)
        letters, large, digits = _letters(head)
        pieces = head.split()
        capitals = sum([piece[0].isupper() for piece in pieces])
        return [
            math.log(self.size),
            float(min(count, 60)),
            sum(map(len, self.words[:60])) / min(count, 60),
            float(self.ends),
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
            *[self.shares.get(kind, 0.0) for kind in kinds()],
            *spoken(self.words),
        ]


def _letters(text: str) -> tuple[int, int, int]:
    """Return how many letters there are, how many of them are capitals, and how many digits."""
    if text.isascii():  # counted as bytes, in a tenth of the time
        data = text.encode()
        letters, large, digits = (
            len(data) - len(data.translate(None, signs)) for signs in (_LETTERS, _CAPITALS, _DIGITS)
        )
        return letters, large, digits
    return sum(map(str.isalpha, text)), sum(map(str.isupper, text)), sum(map(str.isdigit, text))
