"""Words of a paragraph and the names among them. Pure.

A name is a run of words with capitals. What is before it in the run (offices, "Mr", "Reuters's") is
no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.analyse.quotes.words import (
    Words,
    is_agent,
    is_institution,
    is_role,
    word_list,
    words_of,
)
from generator.analyse.text.word_lists import stop_words

_TOKEN = re.compile(r"[^\W_]+(?:[.'’‑-][^\W_]+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_ELIDED = re.compile(r"[^\W\d_]{1,4}['’](?=[^\W\d_A-Z])")  # "L'elogio"
_PREFIXED = re.compile(r"(?:al|el|as|ad|ash|ul|ud)-(?=[^\W\d_a-z])|[dlDL]['’](?=[^\W\d_a-z])")
_PREFIXES = frozenset("aeudlDL")  # first letters of what `_PREFIXED` matches
_LONGEST = 4  # words of a name
_NAME_WORDS = 2  # words of most names
_JOINED = 3  # small words in a row inside a name
_INITIALS = 2  # letters of what is no name by itself
_PRONOUNS = frozenset(["i", "we", "they", "you", "he", "she", "it"])
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr."])
_CAPITAL_NOUNS = frozenset(["de", "lb"])


class Token(NamedTuple):
    """A word or mark of a paragraph, with its offsets; `capital` if it begins with one."""

    text: str
    low: str
    start: int
    end: int
    word: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph: the words of the name alone, and what is before them.

    `first` and `last` are places of tokens; `roles` the offices before it in lower case.
    """

    name: tuple[str, ...]
    first: int
    last: int
    roles: tuple[str, ...] = ()
    institution: bool = False
    possessive: bool = False


def tokens_of(text: str) -> list[Token]:
    """Return the words and marks of a paragraph."""
    found: list[Token] = []
    after, abbreviated = 0, word_list("abbreviated")
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < after:  # the full stop of an abbreviation
            continue
        word = match[0]
        first = word[0]
        if not first.isalnum():
            found.append(Token(word, word, start, end, False, False))  # noqa: FBT003 - many of them
            continue
        low = word.lower()
        if text[end : end + 1] == "." and (
            (end - start == 1 and word != low) or low in abbreviated or "." in word
        ):
            word, low, end = word + ".", low + ".", end + 1
        capital = first.isupper() or (first in _PREFIXES and bool(_PREFIXED.match(word)))
        found.append(Token(word, low, start, end, True, capital))  # noqa: FBT003 - many of them
        after = end
    return found


def mentions_of(text: str, tokens: Sequence[Token], language: str) -> list[Mention]:
    """Return the names in a paragraph, in their order."""
    found, at = [], 0
    while at < len(tokens):
        if not (tokens[at].word and tokens[at].capital):
            at += 1
            continue
        end = _run(text, tokens, at, language)
        found += _parts(tokens, at, end, language)
        at = end
    return found


def _is_particle(low: str, language: str) -> bool:
    """Return whether a small word may be inside a name; German "den" is an article."""
    return low in word_list("particles") and not (language in _CAPITAL_NOUNS and low == "den")


def _run(text: str, tokens: Sequence[Token], at: int, language: str) -> int:
    """Return the end of the run of capitalised words that begins at a place."""
    end = at + 1
    while end < len(tokens):
        gap = text[tokens[end - 1].end : tokens[end].start]
        token = tokens[end]
        if gap.strip(" \xa0") or not token.word or _POSSESSIVE.search(tokens[end - 1].text):
            break
        if token.capital:
            end += 1
            continue
        small, last = end, end
        while last < len(tokens) and _is_particle(tokens[last].low, language):
            last += 1
        if small < last < len(tokens) and tokens[last].capital and last - small <= _JOINED:
            end = last + 1
            continue
        break
    return end


def _parts(tokens: Sequence[Token], at: int, end: int, language: str) -> list[Mention]:
    """Return the name in a run of capitalised words, without what is before it."""
    stop = stop_words(language)
    words = words_of(language)
    first_word = at
    while at < end and _no_name(tokens, at, first_word, stop, words):
        at += 1
    while at > first_word and at < end and not tokens[at].capital:
        at += 1  # "Además de Ana Ruiz"
    seen: set[str] = set()
    for place in range(at, end):  # "Ann Holm Ann Maria Holm": residue of a link
        if tokens[place].low in seen and len(tokens[place].low) > _INITIALS:
            end = place
            break
        seen.add(tokens[place].low)
    if at == end:
        return []
    office = [
        number
        for number in range(at, end)
        if is_role(_plain(tokens[number]), language)
        or (_names_follow(number, end, language) and is_agent(_plain(tokens[number]), language))
    ]
    described = at > first_word and tokens[at - 1].low in words.determiners
    if words.language in _CAPITAL_NOUNS and described and end - at == _LONGEST - 1 and not office:
        office = [at]  # "Der Geiger Jan Holm": a noun and two names
    start = office[-1] + 1 if office else at
    roles = [_plain(tokens[number]) for number in office]
    before = at - 1
    if not office and before >= 0 and tokens[before].word:
        low = _plain(tokens[before])
        roles = [low] if is_role(low, language) else []
    if start == end:  # an office without a name: "the President"
        return []
    possessive = bool(_POSSESSIVE.search(tokens[end - 1].text))
    if end - start > _LONGEST - 1 and tokens[start].low not in word_list("particles"):
        start = _last_words(tokens, start, end)
    name = tuple(_POSSESSIVE.sub("", token.text) for token in tokens[start:end])
    definite = before >= 0 and start == first_word and tokens[before].low in words.determiners
    governed = bool(office) and start < end and tokens[start].low in words.prepositions
    institution = (
        definite or governed or any(is_institution(word.lower()) for word in name) or _acronym(name)
    )
    return [Mention(name, start, end, tuple(roles), institution, possessive)]


def _names_follow(at: int, end: int, language: str) -> bool:
    """Return whether a run goes on after a place with enough words for a name."""
    return end - at > (1 if language in _CAPITAL_NOUNS else _NAME_WORDS)


def _no_name(
    tokens: Sequence[Token], at: int, first: int, stop: frozenset[str], words: Words
) -> bool:
    """Return whether a capitalised word only begins a sentence."""
    low = tokens[at].low
    if at != first:
        return False
    if _ELIDED.match(tokens[at].text):
        return True
    if low.partition("’")[0].partition("'")[0] in _PRONOUNS and words.language == "en":
        return True  # "I'll"
    particle = low in word_list("particles") and at + 1 < len(tokens) and tokens[at + 1].capital
    if low in word_list("openers"):
        return True
    german = low in words.determiners or low in words.prepositions
    if particle and not (words.language in _CAPITAL_NOUNS and german):
        return False
    small = low in stop or low in words.determiners or low in words.prepositions
    return small and not tokens[at].text.endswith(".")


def _last_words(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return where the last two words of a long run begin, with the small words between."""
    at, capitals = end, 0
    while at > start and capitals < 2:
        at -= 1
        suffix = tokens[at].low in _SUFFIXES
        capitals += tokens[at].capital and len(tokens[at].text) > _INITIALS and not suffix
    return at


def _plain(token: Token) -> str:
    return _POSSESSIVE.sub("", token.low).rstrip(".")


def _acronym(name: Sequence[str]) -> bool:
    """Return whether a name has letters that stand for words: "NPR", "EU Commission"."""
    if all(word.isupper() for word in name):
        return len(name) == 1
    return any(word.isupper() and "." not in word and len(word) > _INITIALS for word in name)
