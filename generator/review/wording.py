"""Questions, answers, lines and origins in the words of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.review.questions import Choice
from generator.words import Words, load_words

_LINE = re.compile(r"line (\d+)(, other order)?")
_DROPPED = "dropped: "
_NO_LETTERS, _APOSTROPHE = re.compile(r"[^a-z_]+"), "'"


@dataclass(frozen=True, slots=True)
class Wording:
    """What the review says; names that have no phrase, such as "json-ld", are shown as they are."""

    words: Words

    @classmethod
    def of(cls, language: str) -> Wording:
        """Return the wording in a language, in English if it is not one of the interface's."""
        return cls(load_words(language, "review"))

    def doubt(self, code: str) -> str:
        """Return a doubt as a sentence."""
        return self.words(f"doubt-{code}")

    def choice(self, choice: Choice) -> str:
        """Return the label of an answer."""
        return self.words(choice.label) if choice.is_phrase else choice.label

    def field(self, name: str) -> str:
        """Return the name of a field."""
        return self._named(name, "field")

    def origin(self, text: str) -> str:
        """Return where a value was found."""
        if line := _LINE.fullmatch(text):
            return self.words(f"origin-line{'-other-order' if line[2] else ''}", number=line[1])
        return self._named(text, "origin")

    def line(self, taken_for: str) -> str:
        """Return what a line was recognised as (see `Line.taken_for`)."""
        if taken_for.startswith(_DROPPED):
            reason = self._named(taken_for.removeprefix(_DROPPED), "reason")
            return self.words("line-dropped", reason=reason)
        return ", ".join(self._named(name, "field", "line") for name in taken_for.split(", "))

    def _named(self, name: str, *kinds: str) -> str:
        """Return the phrase for a name of one of the kinds, the name itself if there is none."""
        end = _NO_LETTERS.sub("-", name.replace(_APOSTROPHE, ""))
        keys = (key for kind in kinds if (key := f"{kind}-{end}") in self.words.phrases)
        return next(map(self.words, keys), name)
