"""Whether a sentence can be understood by a reader who has read only some of the text. Pure.

"The decision came late", "Holm denied it": a definite noun, a bare surname or a person named
without a description refers to an earlier sentence, which such a reader may not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.analyse.key_points.dependence_words import Rules, rules
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import courtesy_titles, roles, titles_of_office
from generator.languages import LANGUAGES

_PHRASE = 5  # words of a noun phrase after its article
_AROUND_NAMES = frozenset({",", "'", "'s"})  # "Mills' move" is a person's, "the Mills move" not
_ACRONYM = re.compile(r"\(([^\W\d_a-z]{3,8})\)")
_FULL_NAME = (2, 3)  # words of a person's name without an office


@dataclass(frozen=True, slots=True)
class Names:
    """What an article names, and where it does so first.

    `surnames` are the stems of names that follow another name; those of `short` also stand alone.
    `first` has the number of the sentence that says each noun or name first; `acronyms` are those
    that a sentence explains: "the Vacancies Reform Act (VRA)".
    """

    surnames: AbstractSet[str]
    short: AbstractSet[str]
    first: Mapping[str, int]
    acronyms: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reader:
    """What a reader knows who comes to a sentence: `number` counts it, `known` are stems.

    `wary`: a definite noun is taken to refer to something even if the text has not said it before.
    """

    number: int
    known: AbstractSet[str]
    names: Names
    language: str
    wary: bool = False


def names_of(text: Text) -> Names:
    """Return the names of an article, and where it says each noun first."""
    first: dict[str, int] = {}
    surnames: set[str] = set()
    alone: set[str] = set()
    acronyms = {low for sentence in text.by_sentence for low in _explained(sentence)}
    for number, tokens in enumerate(text.by_sentence.values()):
        for token in tokens:
            if token.noun:
                first.setdefault(token.stem, number)
        if number:
            for start, end in _name_runs(tokens):
                name = [token for token in tokens[start:end] if not _is_office(token)]
                surnames.update(token.stem for token in name[1:])
                if len(name) == 1:
                    alone.add(name[0].stem)
    return Names(surnames, surnames & alone, first, acronyms)


def explains_acronyms(sentence: str, tokens: Sequence[Token], reader: Reader) -> bool:
    """Return whether a reader knows the acronyms of a sentence that the text explains."""
    known = reader.known | _explained(sentence)
    return all(token.low in known for token in tokens if token.low in reader.names.acronyms)


def _explained(sentence: str) -> AbstractSet[str]:
    return {found.lower() for found in _ACRONYM.findall(sentence)}


def shows_definite(language: str) -> bool:
    """Return whether the words that make a noun definite are listed for a language."""
    return bool(rules(language).definite)


def is_anchored(tokens: Sequence[Token], reader: Reader) -> bool:
    """Return whether a sentence names what it is about."""
    words, lists = _words(tokens), rules(reader.language)
    unnamed = _has_unnamed_noun(words, reader, lists) or _has_bare_name(tokens, reader)
    return bool(words) and not unnamed


def refers_back(tokens: Sequence[Token], known: AbstractSet[str], language: str) -> bool:
    """Return whether a sentence refers to an earlier one even if it is an article's first.

    "The ship, …" at its beginning and "that reality" anywhere do; "… defended the decision" does
    not.
    """
    words, lists = _words(tokens), rules(language)
    phrase = _phrase(words, 1, language) if words[0].low in lists.definite else ()
    reader = Reader(0, known, Names(frozenset(), frozenset(), {}), language, wary=True)
    starts = len(phrase) > 0 and not _is_identified(words, phrase, known, reader, lists)
    pointed = any(
        _is_pointed(words, at, lists) and token.low in lists.shells and token.stem not in known
        for at, token in enumerate(words)
    )
    return starts or pointed


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.kind != "mark" or token.low == ","]


def _has_unnamed_noun(words: Sequence[Token], reader: Reader, lists: Rules) -> bool:
    """Return whether a definite noun refers to an earlier sentence: "condemned the decision"."""
    read = set(reader.known)
    for at, token in enumerate(words):
        if _is_definite(words, at, lists):
            phrase = _phrase(words, at + 1, reader.language)
            if phrase and not _is_identified(words, phrase, read, reader, lists):
                return True
        read.add(token.stem)
    return False


def _is_definite(words: Sequence[Token], at: int, lists: Rules) -> bool:
    """Return whether a word says that what follows is known; a relative pronoun does not."""
    is_article = words[at].low in lists.definite | lists.contracted | lists.deictics
    return is_article and not (at and words[at - 1].low == ",")


def _phrase(words: Sequence[Token], start: int, language: str) -> Sequence[int]:
    """Return the places of the words of a noun phrase; its head is the last.

    In Romance languages the head is the first noun, which adjectives follow; in German as well,
    where what follows is a verb or a name.
    """
    first_noun = language in LANGUAGES.romance | LANGUAGES.capital_nouns
    found: list[int] = []
    for at in range(start, min(start + _PHRASE, len(words))):
        token = words[at]
        if not (token.nominal or token.kind == "number" or token.part == "number"):
            break
        found.append(at)
        if token.noun and first_noun:
            break
    times = rules(language).times
    while len(found) > 1 and (
        not words[found[-1]].noun or times.fullmatch(words[found[-1]].low)  # "the adverts Friday"
    ):
        found.pop()
    return found


def _is_identified(
    words: Sequence[Token],
    phrase: Sequence[int],
    read: AbstractSet[str],
    reader: Reader,
    lists: Rules,
) -> bool:
    """Return whether the reader knows what a definite noun phrase stands for."""
    starts, head = words[phrase[0]], words[phrase[-1]]
    if starts is not head and starts.low in lists.shells:  # "the move exempts firms"
        return starts.stem in read
    common = head.low in lists.shells or (head.kind == "word" and head.noun)
    if not common or lists.times.fullmatch(head.low):
        return "number" not in {head.kind, head.part}  # "the two" refers back
    if any(words[at].stem in read for at in phrase) or head.low in lists.known:
        return True
    narrowed = _is_narrowed(words, phrase[-1], lists)
    if reader.wary:
        return narrowed and not _is_given(head, reader)
    return narrowed or not (head.low in lists.shells or _is_given(head, reader))


def _is_given(token: Token, reader: Reader) -> bool:
    """Return whether an earlier sentence of the text says a word."""
    return reader.names.first.get(token.stem, reader.number) < reader.number


def _is_narrowed(words: Sequence[Token], at: int, lists: Rules) -> bool:
    """Return whether the word after a noun identifies it: "the decision of the council"."""
    after = words[at + 1] if at + 1 < len(words) else None
    if after is None or lists.times.fullmatch(after.low):
        return False
    return after.low in lists.narrowing or after.text[:1].isupper()


def _is_pointed(words: Sequence[Token], at: int, lists: Rules) -> bool:
    """Return whether a word that points back is before a word, or before its adjective."""
    return any(before.low in lists.deictics for before in words[max(0, at - 2) : at])


def _name_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each run of names in a sentence."""
    start = None
    for at, token in enumerate(tokens):
        if token.kind == "name":
            start = at if start is None else start
        elif start is not None:
            yield start, at
            start = None
    if start is not None:
        yield start, len(tokens)


def _is_office(token: Token) -> bool:
    return any(token.low in words() for words in (roles, titles_of_office, courtesy_titles))


def _has_bare_name(tokens: Sequence[Token], reader: Reader) -> bool:
    """Return whether a person is named whom the reader does not know.

    At the beginning, a capital does not show a name: "Mills denied it".
    """
    tokens = [token for token in tokens if token.kind != "mark" or token.low in _AROUND_NAMES]
    opens = next(token for token in tokens if token.kind != "mark")
    if opens.kind == "word" and reader.names.surnames & {opens.low, opens.stem} - reader.known:
        return True
    return any(
        _is_unknown(
            tokens[start:end],
            tokens[start - 1] if start else None,
            tokens[end] if end < len(tokens) else None,
            reader,
        )
        for start, end in _name_runs(tokens)
    )


def _is_unknown(
    run: Sequence[Token], before: Token | None, after: Token | None, reader: Reader
) -> bool:
    """Return whether a name is a person's whom an earlier sentence has introduced."""
    if run[-1].stem in reader.known:
        return False
    bare = all(token.stem in reader.names.surnames for token in run)  # "Van Holm" as well
    if before is not None and _is_office(before):
        return before.low in courtesy_titles() and (bare or len(run) == 1)
    if bare:  # "the Holm report" names no person
        return after is None or not after.noun
    return _is_resumed(run, after, reader)


def _is_resumed(run: Sequence[Token], after: Token | None, reader: Reader) -> bool:
    """Return whether a full name without a description is of one whom the text calls by surname."""
    few, many = _FULL_NAME
    if not few <= len(run) <= many or any(map(_is_office, run)):
        return False
    described = after is not None and after.low == ","
    return run[-1].stem in reader.names.short and _is_given(run[-1], reader) and not described
