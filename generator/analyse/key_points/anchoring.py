"""Whether a sentence can be understood by a reader who has read only some of the text. Pure.

"The decision came late", "Holm denied it": a definite noun or a bare surname at the start refers to
an earlier sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from generator.analyse.key_points.dependence_words import Rules, rules
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import courtesy_titles

_SUBJECT = 4  # tokens after a definite article in which a name or another word identifies it
_VERBAL = frozenset({"verb", "participle", "adverb"})
_START = 3  # tokens among which a surname is the subject
_ADJECTIVES = 2  # words between an article and its noun
_NONE: Mapping[str, Token] = {}


@dataclass(frozen=True, slots=True)
class Names:
    """The stems of an article's names, and of its surnames (names that follow another name).

    `introduced` has the first token of each common noun that no definite article comes before: "a
    bill". Later, "the bill" refers to it.
    """

    known: AbstractSet[str]
    surnames: AbstractSet[str]
    introduced: Mapping[str, Token]


def names_of(text: Text) -> Names:
    """Return the names of an article, and what it introduces."""
    body = text.sentences[1:]
    known = {token.stem for tokens in body for token in tokens if token.kind == "name"}
    surnames = {
        second.stem
        for tokens in body
        for first, second in pairwise(tokens)
        if first.kind == second.kind == "name"
    }
    return Names(known, surnames, _introduced(body, rules(text.language)))


def _introduced(sentences: Sequence[Sequence[Token]], lists: Rules) -> dict[str, Token]:
    first: dict[str, tuple[Token, bool]] = {}
    for tokens in sentences:
        for at, token in enumerate(tokens):
            if token.kind == "word" and token.noun:
                before = {other.low for other in tokens[max(0, at - _ADJECTIVES - 1) : at]}
                first.setdefault(token.stem, (token, before.isdisjoint(lists.definite)))
    return {stem: token for stem, (token, is_new) in first.items() if is_new}


def is_anchored(
    tokens: Sequence[Token], earlier: AbstractSet[str], names: Names, language: str
) -> bool:
    """Return whether a sentence names its subject; `earlier` has the stems of earlier ones."""
    words = _words(tokens)
    unnamed = _starts_with_unnamed_noun(words, earlier, names, language) or _starts_with_surname(
        words, earlier, names
    )
    return bool(words) and not (
        unnamed or _has_unnamed_noun(words, earlier, language, names.introduced)
    )


def refers_back(tokens: Sequence[Token], earlier: AbstractSet[str], language: str) -> bool:
    """Return whether a sentence refers to an earlier one even if it is an article's first.

    "The answer, …" at its beginning and "that reality" anywhere do; "… defended the decision" does
    not.
    """
    words, lists = _words(tokens), rules(language)
    starts = _has_unnamed_noun(words[:3], earlier, language) and words[0].low in lists.definite
    pointed = any(
        _is_pointed(words, at, lists) and token.low in lists.shells and token.stem not in earlier
        for at, token in enumerate(words)
    )
    return starts or pointed


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.kind != "mark" or token.low == ","]


def _has_unnamed_noun(
    words: Sequence[Token],
    earlier: AbstractSet[str],
    language: str,
    introduced: Mapping[str, Token] = _NONE,
) -> bool:
    """Return whether a bare noun refers to an earlier sentence: "condemned the decision"."""
    lists = rules(language)
    read = set(earlier)
    for at, token in enumerate(words[1:], 1):
        is_known = words[at - 1].low in lists.definite or _is_pointed(words, at, lists)
        is_later = introduced.get(token.stem, token) is not token and token.kind == "word"
        shell = is_known and (token.low in lists.shells or (is_later and token.noun))
        if shell and token.stem not in read and not _is_narrowed(words, at, lists):
            return True
        read.add(token.stem)
    return False


def _is_narrowed(words: Sequence[Token], at: int, lists: Rules) -> bool:
    """Return whether the word after a noun identifies it: "the decision of the council"."""
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (after.low in lists.narrowing or after.noun)


def _is_pointed(words: Sequence[Token], at: int, lists: Rules) -> bool:
    """Return whether a word that points back is before a word, or before its adjective."""
    return any(before.low in lists.deictics for before in words[max(0, at - 2) : at])


def _starts_with_unnamed_noun(
    words: Sequence[Token], earlier: AbstractSet[str], names: Names, language: str
) -> bool:
    """Return whether a sentence begins with a definite noun without antecedent."""
    lists = rules(language)
    if words[0].low not in lists.definite:
        return False
    subject = list(_subject(words[1 : _SUBJECT + 1]))
    told_which = any(
        token.kind == "number"
        or token.stem in earlier | names.known
        or (at and token.low in lists.narrowing)
        for at, token in enumerate(subject)
    )
    beside = pairwise(words[: 2 * _SUBJECT])  # "The judge in the case, Greta Holm, spoke"
    return not (told_which or any(a.low == "," and b.stem in names.known for a, b in beside))


def _subject(words: Sequence[Token]) -> Iterator[Token]:
    """Yield the words of a subject, up to its verb."""
    for at, token in enumerate(words):
        yield token
        if at and token.kind == "word" and token.part in _VERBAL:
            return


def _starts_with_surname(words: Sequence[Token], earlier: AbstractSet[str], names: Names) -> bool:
    """Return whether it begins with a surname whose full name is in another sentence."""
    around = zip([None, *words], words[:_START], [*words[1:], None], strict=False)
    for before, token, after in around:
        is_titled = before is not None and before.low in courtesy_titles()
        is_short = token.stem in names.surnames or is_titled
        if is_short and token.stem not in earlier and _is_capitalised(token):
            alone = not _is_capitalised(before) or is_titled
            return alone and not _goes_on(after)
    return False


def _goes_on(after: Token | None) -> bool:
    """Return whether the word after a surname belongs to it: a name, or a noun."""
    return after is not None and (_is_capitalised(after) or after.noun)


def _is_capitalised(token: Token | None) -> bool:
    return token is not None and token.text[:1].isupper()
