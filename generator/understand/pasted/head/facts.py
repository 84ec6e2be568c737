"""What the head of a page is, and what is found in it: the data of `head`. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.credits import is_caption
from generator.tables import load_numbers

PAGE = 4  # lines above the headline from which on a menu is there
_REPEATED = 4  # words of a headline that name nothing
_NEAR = 2  # lines below the date
# Lines, or share of the characters, that a clean text has beside the article.
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "facts")
_FEW, _LITTLE = _TUNED["few"], _TUNED["little"]
_SMALL = re.compile(r"(?<![^\W_])(?<![@./-])[a-zß-ÿа-яіїєґ]{3,}(?![^\W_])(?!\.[a-z]|[@/])")
_QUOTED = re.compile('[“„«»]|(?<!\\w)"')
_ENDINGS = ("e", "en", "er", "es", "em")  # of German adjectives
_INFLECTED = re.compile(r"([a-zß-ÿ]{4,}?)(e[nrsm]?)")
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’\-][^\W\d_]+)*")


@dataclass
class Facts:
    """What was found, and which lines (by index) said so."""

    found: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def put(self, name: str, value: object, at: int) -> None:
        """Keep the first value of each name."""
        if value not in (None, "", ()) and name not in self.found:
            self.found[name] = value
            self.lines[name] = at

    def without(self, names: Iterable[str]) -> Facts:
        """Return the facts but for those of some names."""
        left_out = frozenset(names)
        return Facts(
            {name: value for name, value in self.found.items() if name not in left_out},
            {name: at for name, at in self.lines.items() if name not in left_out},
        )


@dataclass(frozen=True)
class Head:
    """The lines of a page, where its headline is, and where its dates are on each line."""

    lines: Sequence[str]
    title: int
    around: Sequence[int]  # indices of the lines that may state facts, in the order of trust
    far: Sequence[int]  # indices of those below the headline that may name the writer, in order
    dates: Mapping[int, tuple[int, int]]
    date_line: int | None
    last: int  # index of the last line of the article's text
    text: str  # the article's own text, so far as it is known
    body: Sequence[bool] = ()  # which lines are likely that text

    def repeats_headline(self, phrase: str) -> bool:
        """Return whether a phrase of several words is the headline, or a part of it."""
        is_part = phrase.lower() in self.lines[self.title].lower()
        return is_part and len(phrase.split()) >= _REPEATED

    def is_text(self, at: int) -> bool:
        """Return whether a line is likely a part of the article's text."""
        return bool(self.body) and self.body[at]

    @property
    def is_page(self) -> bool:
        """Whether a menu is above the headline: a page was pasted whole."""
        return self.title >= PAGE

    def beside_date(self, at: int) -> bool:
        """Return whether a line is next to that of the date, separators not counted."""
        if self.date_line is None or at == self.date_line:
            return False
        between = self.lines[min(at, self.date_line) + 1 : max(at, self.date_line)]
        words = [line for line in between if any(map(str.isalnum, line))]
        return len(words) < (2 if at < self.date_line else 1)

    def above_date(self, at: int) -> bool:
        """Return whether nothing but signs is between a line and that of the date below it."""
        if self.date_line is None or self.date_line <= at:
            return False
        return not any(map(str.isalnum, "".join(self.lines[at + 1 : self.date_line])))

    def below_date(self, at: int) -> bool:
        """Return whether a line is right below one that contains a date and no other fact."""
        if at - 1 not in self.dates:
            return False
        start, end = self.dates[at - 1]
        line = self.lines[at - 1]
        return not any(map(str.isalnum, line[:start] + line[end:]))

    def distance(self, at: int) -> int:
        """Return how many lines, but for captions, lie from a line to that of the date."""
        if self.date_line is None:
            return len(self.lines)
        step = 1 if at < self.date_line else -1
        between = range(at + step, self.date_line, step)
        return 1 + sum(not self._is_picture(line) for line in between)

    def is_across_text(self, at: int) -> bool:
        """Return whether more than a standfirst is between a line and that of the date."""
        if self.date_line is None:
            return False
        between = range(min(at, self.date_line) + 1, max(at, self.date_line))
        return sum(map(self.is_text, between)) > 1

    def _is_picture(self, at: int) -> bool:
        following = self.lines[at + 1] if at + 1 < len(self.lines) else ""
        return is_caption(self.lines[at]) or is_caption(following)

    def near_date(self, at: int) -> bool:
        """Return whether a line is that of the date or at most two below it."""
        return self.date_line is not None and 0 <= at - self.date_line <= _NEAR

    @cached_property
    def is_clean(self) -> bool:
        """Whether a text was pasted with its head alone: little but the article is below it."""
        if self.is_page:
            return False
        below = range(self.title + 1, len(self.lines))
        other = [len(self.lines[at]) for at in below if not self.is_text(at)]
        whole = sum(len(self.lines[at]) for at in below)
        return bool(self.body) and (len(other) <= _FEW or sum(other) <= _LITTLE * whole)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that any line of the page writes small, but for addresses."""
        return frozenset(_SMALL.findall("\n".join(self.lines)))

    def is_phrase(self, name: str) -> bool:
        """Return whether the page has the words of a name as words: "Further Information".

        German has its nouns in capitals, but not the adjective before one: "Weitere Angebote".
        """
        words = [word.lower() for word in name.split()]
        if self.small.issuperset(words):
            return True
        match = _INFLECTED.fullmatch(words[0]) if words else None
        forms = (f"{match[1]}{end}" for end in _ENDINGS if match[2] != end) if match else ()
        return any(form in self.small for form in forms)

    def quotes(self, name: str) -> bool:
        """Return whether the text has a name beside a quotation: it is that of a source.

        The text's last lines may say of its writer what the writer has published.
        """
        text = (at for at in range(self.title + 1, self.last - 1) if self.is_text(at))
        named = (line for line in map(self.lines.__getitem__, text) if name in line)
        return any(_QUOTED.search(line) for line in named)

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that the text writes small."""
        return frozenset(filter(str.islower, _WORD.findall(self.text)))
