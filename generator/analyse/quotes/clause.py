"""A clause outside quotations: its words, and which of them may be a subject. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.analyse.quotes.credit_words import Words, is_role, word_list, words_of
from generator.analyse.quotes.mentions import Mention, Token
from generator.analyse.quotes.paragraphs import Paragraph
from generator.analyse.quotes.people import People
from generator.languages import LANGUAGES
from generator.tables import load_words

Pronoun = Literal["he", "she", "any", "they"]
_BEING = load_words(Path(__file__).with_name("clause_words.yml"))["forms_of_be"]
_OPENING = 4  # words that a clause begins with
FAR = 14  # words from a verb to the name after it


@dataclass(frozen=True, slots=True)
class Credit:
    """The person credited: a name in the text, a pronoun or a description; `at` is its offset."""

    at: int
    mention: Mention | None = None
    pronoun: Pronoun | None = None
    phrase: str | None = None


class ClauseWords:
    """The words of a paragraph outside quotations, and the possible subjects among them."""

    def __init__(self, paragraph: Paragraph, places: Sequence[int], people: People) -> None:
        self.paragraph, self.people = paragraph, people
        self.language = paragraph.language
        self.places = list(places)
        self._inside = set(places)
        self.words: Words = words_of(paragraph.language)
        self._introducing = word_list("joining") | frozenset(self.words.according)
        self.starts: dict[int, Mention] = {}
        self.ends: dict[int, Mention] = {}
        for mention in paragraph.mentions:
            if mention.first in self._inside:
                self.starts[mention.first] = mention
                self.ends[mention.last] = mention

    def token(self, at: int) -> Token:
        """Return the word at an index of the paragraph."""
        return self.paragraph.tokens[at]

    def has(self, at: int) -> bool:
        """Return whether an index is in this clause."""
        return at in self._inside

    def is_verb(self, at: int) -> bool:
        """Return whether the word at an index is a verb of saying."""
        token = self.token(at)
        return token.low in self.words.verbs and (not token.capital or at == self.places[0])

    def verbs(self) -> list[int]:
        """Return the indices of the verbs of saying."""
        return [at for at in self.places if self.is_verb(at) and not self._passive(at)]

    def _passive(self, at: int) -> bool:
        """Return whether a verb is an English passive: "when he was asked"."""
        if self.language != "en" or not self.token(at).low.endswith(("ed", "told", "called")):
            return False
        while self.has(at - 1) and self.token(at - 1).low.endswith("ly"):
            at -= 1
        return self.has(at - 1) and self.token(at - 1).low in _BEING

    def role(self, at: int) -> bool:
        """Return whether the word at an index is an office or a title."""
        return is_role(self.token(at).low, self.language)

    def pronoun(self, at: int) -> Pronoun | None:
        """Return what kind of pronoun the word at an index is."""
        low = self.token(at).low
        if self.language == "fr" and "-" in low:
            low = low.rpartition("-")[2]  # "a-t-elle", "dit-il"
        elif self.language == "en":
            low = low.replace("’", "'").partition("'")[0]  # "I'll", "he'd"
        if low in self.words.he:
            return "he"
        if low in self.words.she:
            return "she"
        return "they" if low in self.words.they else None

    def by_pronoun(self, at: int) -> Credit | None:
        """Return the credit by the pronoun at an index, None if there is no pronoun."""
        pronoun = self.pronoun(at)
        return Credit(self.token(at).start, pronoun=pronoun) if pronoun else None

    def by_name(self, mention: Mention) -> Credit:
        """Return the credit by a name."""
        return Credit(self.token(mention.first).start, mention=mention)

    def phrase_start(self, at: int) -> int:
        """Return the start of the phrase that ends at an index, after the last mark or verb."""
        first = at
        while self.has(first - 1):
            token = self.token(first - 1)
            if not token.word or self.is_verb(first - 1) or token.low in word_list("joining"):
                break
            first -= 1
        return first

    def heads(self, mention: Mention, first: int) -> bool:
        """Return whether a phrase begins with a name, or with an office and a name."""
        words = [self.token(at) for at in range(first, mention.first)]
        return not mention.institution and all(
            token.capital or is_role(token.low, self.language) for token in words
        )

    def about_somebody(self) -> bool:
        """Return whether a clause begins with an office without a name: "The mayor has …"."""
        first = self.places[:_OPENING]
        role = next((at for at in first if self.role(at)), None)
        if role is None or self.token(first[0]).low not in self.words.determiners:
            return False
        return not any(at in self.starts for at in first)

    def governed(self, mention: Mention, first: int) -> bool:
        """Return whether a name is part of a description: "a spokesman for Ann Holm"."""
        if is_role(self.token(max(mention.first - 1, 0)).low, self.language):
            return False
        return any(
            self.token(at).low in self.words.prepositions
            for at in range(max(first, mention.first - 2), mention.first)
        )

    def description(self, first: int, last: int) -> Credit | None:
        """Return the words from index to index as a description, if they may describe a person."""
        while first < last and self._introduces(first):
            first += 1
        low = self.token(first).low
        if low in self.words.prepositions and low not in self.words.determiners:
            return None
        if not (self._is_definite(first) or self._has_person(first, last)):
            return None
        text = self.paragraph.text[self.token(first).start : self.token(last).end]
        return Credit(self.token(first).start, phrase=text) if text else None

    def _is_definite(self, at: int) -> bool:
        """Return whether a description that begins at an index has an article, if it needs one."""
        return (
            self.token(at).low in self.words.determiners
            or self.language in LANGUAGES.without_articles
        )

    def _has_person(self, first: int, last: int) -> bool:
        """Return whether an office or a name is among the words from index to index."""
        return any(self.role(at) or at in self.starts for at in range(first, last + 1))

    def _introduces(self, at: int) -> bool:
        """Return whether the word at an index is before a description, not part of it."""
        low = self.token(at).low
        return low in self._introducing and low not in self.words.determiners

    def description_after(self, at: int) -> Credit | None:
        """Return the description that begins at an index, if it seems to describe a person."""
        last = self._description_end(at)
        if last < at:
            return None
        has_role = any(self.role(place) for place in range(at, last + 1))
        if self._is_definite(at) or has_role or at in self.starts:
            return self.description(at, last)
        return None

    def _description_end(self, at: int) -> int:
        """Return the last index before a mark or a verb of saying, `at` - 1 if there is none."""
        last = at - 1
        for place in range(at, at + FAR):
            if not self.has(place) or not self.token(place).word:
                break
            if place > at and self.is_verb(place):
                break
            last = place
        return last
