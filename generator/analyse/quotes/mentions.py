"""Words of a paragraph and the names among them. Pure.

A name is a run of capitalised words, without what precedes it in the run (offices, "Mr",
"Reuters's").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.analyse.quotes.credit_words import (
    is_agent,
    is_institution,
    is_role,
    word_list,
    words_of,
)
from generator.analyse.text.word_lists import stop_words
from generator.languages import LANGUAGES
from generator.tables import load_words

_TOKEN = re.compile(r"[^\W_]+(?:[.'’‑-][^\W_]+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$")
_ELIDED = re.compile(r"[^\W\d_]{1,4}['’](?=[^\W\d_A-Z])")  # "L'elogio"
_PREFIXED = re.compile(r"(?:al|el|as|ad|ash|ul|ud)-(?=[^\W\d_a-z])|[dlDL]['’](?=[^\W\d_a-z])")
_PREFIXES = frozenset("aeudlDL")  # first letters of what `_PREFIXED` matches
_LONGEST = 4  # words of a name
_NAME_WORDS = 2  # words of most names
_JOINED = 3  # small words in a row inside a name
_INITIALS = 2  # letters of a word that is not a name by itself
_WORDS = load_words(Path(__file__).with_name("clause_words.yml"))


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
    """A name in a paragraph: the words of the name alone, and what precedes them.

    `first` and `last` are indices of tokens; `roles` are the offices before it, in lower case.
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
    after = 0
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
        if text[end : end + 1] == "." and _is_abbreviation(word, low):
            word, low, end = word + ".", low + ".", end + 1
        capital = first.isupper() or (first in _PREFIXES and bool(_PREFIXED.match(word)))
        found.append(Token(word, low, start, end, True, capital))  # noqa: FBT003 - many of them
        after = end
    return found


def _is_abbreviation(word: str, low: str) -> bool:
    """Return whether a full stop after a word belongs to it: "J.", "Sen.", "U.S."."""
    is_initial = len(word) == 1 and word != low
    return is_initial or low in word_list("abbreviated") or "." in word


def mentions_of(text: str, tokens: Sequence[Token], language: str) -> list[Mention]:
    """Return the names in a paragraph, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        if not (tokens[at].word and tokens[at].capital):
            at += 1
            continue
        end = _run(text, tokens, at, language)
        mention = _name_in(tokens, at, end, language)
        if mention is not None:
            found.append(mention)
        at = end
    return found


def _is_particle(low: str, language: str) -> bool:
    """Return whether a small word may be inside a name; German "den" is an article."""
    return low in word_list("particles") and not (
        language in LANGUAGES.capital_nouns and low == "den"
    )


def _run(text: str, tokens: Sequence[Token], at: int, language: str) -> int:
    """Return the end of the run of capitalised words that begins at an index."""
    end = at + 1
    while end < len(tokens):
        gap = text[tokens[end - 1].end : tokens[end].start]
        token = tokens[end]
        if gap.strip(" \xa0") or not token.word or _POSSESSIVE.search(tokens[end - 1].text):
            break
        if token.capital:
            end += 1
            continue
        last = _after_particles(tokens, end, language)
        if not (end < last < len(tokens) and tokens[last].capital and last - end <= _JOINED):
            break
        end = last + 1
    return end


def _after_particles(tokens: Sequence[Token], at: int, language: str) -> int:
    """Return the index of the first word from `at` on that is not a particle."""
    while at < len(tokens) and _is_particle(tokens[at].low, language):
        at += 1
    return at


def _name_in(tokens: Sequence[Token], first: int, end: int, language: str) -> Mention | None:
    """Return the name in a run of capitalised words, without what is before it."""
    words = words_of(language)
    run = _before_repetition(tokens, range(_after_opener(tokens, first, end, language), end))
    before = tokens[run.start - 1] if run.start else None
    determined = before is not None and before.low in words.determiners
    offices = _offices(tokens, run, language, described=determined and run.start > first)
    start = offices[-1] + 1 if offices else run.start
    if start >= run.stop:  # no name: only an office, "the President"
        return None
    possessive = bool(_POSSESSIVE.search(tokens[run.stop - 1].text))
    start = _without_description(tokens, start, run.stop)
    name = tuple(_POSSESSIVE.sub("", token.text) for token in tokens[start : run.stop])
    governed = bool(offices) and tokens[start].low in words.prepositions
    institution = governed or (determined and start == first) or _is_institution(name)
    roles = _roles(tokens, offices) or _role_before(before, language)
    return Mention(name, start, run.stop, roles, institution, possessive)


def _roles(tokens: Sequence[Token], offices: Sequence[int]) -> tuple[str, ...]:
    return tuple(_plain(tokens[at]) for at in offices)


def _after_opener(tokens: Sequence[Token], first: int, end: int, language: str) -> int:
    """Return the start of a run without a word that is capitalised only as a sentence's first."""
    if not _only_opens_sentence(tokens, first, language):
        return first
    at = first + 1
    while at < end and not tokens[at].capital:
        at += 1  # "Además de Ana Ruiz"
    return at


def _before_repetition(tokens: Sequence[Token], run: range) -> range:
    """Return a run up to a word that is repeated, the residue of a link: "Ann Holm Ann Holm"."""
    seen: set[str] = set()
    for at in run:
        if tokens[at].low in seen and len(tokens[at].low) > _INITIALS:
            return range(run.start, at)
        seen.add(tokens[at].low)
    return run


def _offices(tokens: Sequence[Token], run: range, language: str, *, described: bool) -> list[int]:
    """Return the indices of the offices in a run; `described`: an article is before it."""
    offices = [at for at in run if _is_office(_plain(tokens[at]), run.stop - at, language)]
    is_german = language in LANGUAGES.capital_nouns
    if described and is_german and not offices and len(run) == _LONGEST - 1:
        return [run.start]  # "Der Geiger Jan Holm": a noun and two names
    return offices


def _is_office(word: str, left: int, language: str) -> bool:
    """Return whether a word of a run is an office; `left` words remain, this one included."""
    has_name = left > (1 if language in LANGUAGES.capital_nouns else _NAME_WORDS)
    return is_role(word, language) or (has_name and is_agent(word, language))


def _role_before(before: Token | None, language: str) -> tuple[str, ...]:
    """Return the office directly before a run, in lower case, if there is one."""
    if before is None or not before.word or not is_role(_plain(before), language):
        return ()
    return (_plain(before),)


def _without_description(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the start of the name in a run that is too long to be a name as a whole."""
    is_long = end - start > _LONGEST - 1 and tokens[start].low not in word_list("particles")
    return _last_words(tokens, start, end) if is_long else start


def _is_institution(name: Sequence[str]) -> bool:
    return any(is_institution(word.lower()) for word in name) or _acronym(name)


def _only_opens_sentence(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Return whether a word is capitalised only because a sentence begins with it."""
    token, words = tokens[at], words_of(language)
    if _ELIDED.match(token.text) or token.low in word_list("openers"):
        return True
    if language == "en" and re.split("[’']", token.low)[0] in _WORDS["pronouns"]:
        return True  # "I'll"
    grammatical = token.low in words.determiners | words.prepositions
    if not (grammatical and language in LANGUAGES.capital_nouns) and _begins_name(tokens, at):
        return False
    return (grammatical or token.low in stop_words(language)) and not token.text.endswith(".")


def _begins_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a small word belongs to the name after it: "Van Holm"."""
    is_particle = tokens[at].low in word_list("particles")
    return is_particle and at + 1 < len(tokens) and tokens[at + 1].capital


def _last_words(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the start of the last two words of a long run, with the small words between."""
    at, capitals = end, 0
    while at > start and capitals < 2:
        at -= 1
        suffix = tokens[at].low in _WORDS["suffixes"]
        capitals += tokens[at].capital and len(tokens[at].text) > _INITIALS and not suffix
    return at


def _plain(token: Token) -> str:
    return _POSSESSIVE.sub("", token.low).rstrip(".")


def _acronym(name: Sequence[str]) -> bool:
    """Return whether a name contains an acronym: "NPR", "EU Commission"."""
    if all(word.isupper() for word in name):
        return len(name) == 1
    return any(word.isupper() and "." not in word and len(word) > _INITIALS for word in name)
