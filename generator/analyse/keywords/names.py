"""Spans of whole names in a text, with the function words inside them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from generator.analyse.text.lemmas import base_of
from generator.analyse.text.parts_of_speech import part
from generator.analyse.text.token import Text, Token
from generator.analyse.text.word_lists import (
    adherents,
    articles,
    before_roles,
    countries,
    country_acronyms,
    groups,
    heads,
    in_institutions,
    institutions,
    links,
    noise,
    portfolios,
    roles,
    titles_of_office,
    wide_links,
)
from generator.languages import LANGUAGES

_LONGEST = 8  # words of a name
_WOMENS = ("a", "а")  # ends of women's first names, which a man's may have in another case
_DECLINED_ACRONYM = re.compile(r"[^\W\d_a-zа-яё]{3,}[^\W\d_A-ZА-ЯЁ]{1,3}")
_FROM = frozenset({"li", "lı", "lu", "lü"})  # Turkish endings
_LONG = 8  # letters that a compound has more than
_SHORT_ROLE = 4  # letters of a role that may be the end of any word: "Bauherr"

Span = tuple[int, int, int]  # number of a sentence, first token, last token + 1


def name_spans(text: Text, number: int) -> Iterator[Span]:
    """Yield the runs of names of a sentence ("Bank of England"), split after roles."""
    sentence = text.sentences[number]
    at = 0
    while at < len(sentence):
        if sentence[at].text.endswith(".") and len(sentence[at].text) == 2:
            at += 1  # "B. Holm" is called "Holm", as elsewhere in the text
            continue
        joint = joint_start(text, number, at)
        end = _end(sentence, joint or at, text.language)
        if 0 < end - at <= _LONGEST:
            yield number, at, end
        at = max(end, at + 1)


def joint_start(text: Text, number: int, at: int) -> int | None:
    """Return where a name goes on after "and" ("Food and | Drug Administration"); None if it ends.

    The last word is an institution's, and neither part occurs in the text without the other.
    """
    sentence = text.sentences[number]
    at = head_of(sentence, at)
    after = at + 2
    if not (_is_name(sentence, at) and _is_name(sentence, after) and sentence[at + 1].low == "and"):
        return None
    end = after
    while _is_name(sentence, end):
        end += 1
    is_joint = sentence[end - 1].low in institutions()
    return after if is_joint and _are_always_joined(sentence[at:end], text) else None


def head_of(sentence: Sequence[Token], start: int) -> int:
    """Return where the name of an institution begins, after a country: "U.S. | Centers for …"."""
    is_country = sentence[start].text in country_acronyms() and _is_name(sentence, start + 1)
    return start + 1 if is_country else start


def _are_always_joined(name: Sequence[Token], text: Text) -> bool:
    """Return whether neither part of "Food and Drug Administration" is a name without the other."""
    first, _, *rest = (token.stem for token in name)
    for row, place in text.where[first]:
        if _is_name_alone(text.sentences[row], place) and not _starts(text, row, place, name):
            return False
    starts = ((row, place) for row, place in text.where[rest[0]])
    found = [place for place in starts if _stems(text, *place, len(rest)) == rest]
    return all(place > 1 and _starts(text, row, place - 2, name) for row, place in found)


def _is_name_alone(sentence: Sequence[Token], at: int) -> bool:
    return _is_name(sentence, at) and not _is_name(sentence, at + 1)


def _starts(text: Text, row: int, at: int, name: Sequence[Token]) -> bool:
    """Return whether a name of several words begins at a place."""
    return _stems(text, row, at, len(name)) == [token.stem for token in name]


def _stems(text: Text, row: int, at: int, words: int) -> list[str]:
    return [token.stem for token in text.sentences[row][at : at + words]]


def _end(sentence: Sequence[Token], start: int, language: str) -> int:
    """Return the end of the name that begins at `start`; `start` itself if none does."""
    at, head = start, head_of(sentence, start)
    while at < len(sentence):
        if _is_name(sentence, at) and not _splits(sentence, start, at, language):
            at += 1
        elif at > start and (small := _linking(sentence, at, sentence[head])):
            at += len(small)
        else:
            break
    return at


def _splits(sentence: Sequence[Token], start: int, at: int, language: str) -> bool:
    """Return whether a word separates names: an office before one, a weekday, a description.

    "General Assembly" and "Ministry of Foreign Affairs" are whole.
    """
    is_second = at == start + 1
    if is_second and (
        is_field_of_office(sentence, start)
        or is_description(sentence[start])
        or _is_adherent(sentence, start)
        or _is_turkish_adjective(sentence[start], language)
    ):
        return True
    institution = at > start and sentence[start].low in heads()
    if institution or any(token.low in heads() for token in sentence[at + 1 : at + 2]):
        return institution and _is_office_in(sentence, at)
    after_other = at > start and is_of_another(sentence, at, language)
    return after_other or _is_office_or_noise(sentence, at, language)


def _is_adherent(sentence: Sequence[Token], at: int) -> bool:
    """Return whether a member of a party is before a person: "Republican | Ann Holm"."""
    if sentence[at].low not in adherents():
        return False
    end = at + 1
    while _is_name(sentence, end):
        end += 1
    words = [token for token in sentence[at + 1 : end] if token.kind == "name"]
    is_person = len(words) > 1 and all(token.part == "noun" for token in words)
    return is_person and not any(token.low in institutions() | heads() for token in words)


def _is_turkish_adjective(token: Token, language: str) -> bool:
    """Return whether a name says where someone is from: "Ankaralı | Ali Holm"."""
    base = base_of(token.low, language, name=True) if language == "tr" else None
    return base is not None and token.low[len(base) :] in _FROM and token.low.startswith(base)


def is_description(token: Token) -> bool:
    """Return whether an English word says who does something with a name: "Republican-led"."""
    _, hyphen, last = token.text.rpartition("-")
    return bool(hyphen) and last.islower() and part(last, "en") in {"participle", "verb"}


def is_of_another(sentence: Sequence[Token], at: int, language: str) -> bool:
    """Return whether a name is in another case than the one before: "(mayor of) Warszawy | Rafał".

    That is a country, or an acronym before a person, or the name is in its base form.
    """
    before, name = sentence[at - 1], sentence[at]
    if is_declined_country(before, language):
        return True
    if language not in LANGUAGES.declined_surnames or before.low.endswith(_WOMENS):
        return False
    if _DECLINED_ACRONYM.fullmatch(before.text):
        return True
    base, own = (base_of(token.low, language, name=True) for token in (before, name))
    if before.text.isupper():  # "(президент) РФ | Владимир Путин"
        return own is not None and own[:1].isupper() and _is_name(sentence, at + 1)
    is_declined = base is not None and base.lower() != before.low and base[:1].isupper()
    return is_declined and own is not None and own.lower() == name.low


def _is_office_or_noise(sentence: Sequence[Token], at: int, language: str) -> bool:
    """Return whether a word is an office, a weekday or the like."""
    low = sentence[at].low.rstrip(".")
    if low in before_roles() and not _is_role(sentence, at + 1):
        return False  # "Senate Foreign Relations Committee"
    is_office = low in titles_of_office() or is_role(low, language)
    return is_office or low in noise(language)


@lru_cache(maxsize=1 << 15)
def is_role(low: str, language: str) -> bool:
    """Return whether a word is an office, or a compound that ends with one: "Interimstrainer"."""
    if low in roles():
        return True
    compounds = language in LANGUAGES.compound_roles and len(low) > _LONG
    return compounds and low.endswith(_long_roles())


@cache
def _long_roles() -> tuple[str, ...]:
    return tuple(role for role in roles() if len(role) > _SHORT_ROLE)


def is_field_of_office(sentence: Sequence[Token], at: int) -> bool:
    """Return whether a word is an office's field: "Secretary of | State | Greta Holm"."""
    if sentence[at].low not in portfolios():
        return False
    before = at - 1
    while before > 0 and sentence[before].low in links() | articles():
        before -= 1
    return 0 <= before < at - 1 and _is_role(sentence, before)


def _is_office_in(sentence: Sequence[Token], at: int) -> bool:
    """Return whether a word is an office after an institution: "House Speaker Greta Holm"."""
    low = sentence[at].low.rstrip(".")
    person = low in roles() | titles_of_office() and low not in in_institutions()
    return person and sentence[at - 1].kind == "name" and _is_name(sentence, at + 1)


def _is_role(sentence: Sequence[Token], at: int) -> bool:
    return at < len(sentence) and sentence[at].low.rstrip(".") in roles()


def is_declined_country(token: Token, language: str) -> bool:
    """Return whether a name is a country in another case: "(minister) of Russia | Ivan Holm"."""
    if language not in LANGUAGES.declined:
        return False
    base = (base_of(token.low, language, name=True) or "").lower()
    return base != token.low and base in countries(language)


def _linking(sentence: Sequence[Token], at: int, head: Token) -> Sequence[Token]:
    """Return the small words from `at` on that join a name with what follows it."""
    if sentence[at].low in links():
        end = at + 2 if at + 1 < len(sentence) and sentence[at + 1].low in articles() else at + 1
        if _is_name(sentence, end):
            return sentence[at:end]
    is_group = sentence[at].low == "for" and sentence[at - 1].low in groups()
    if head.low not in heads() and not is_group:
        return ()
    for end in (at + 1, at + 2):
        small = sentence[at:end]
        if all(token.low in wide_links() for token in small) and _is_name(sentence, end):
            return small
    return ()


def _is_name(sentence: Sequence[Token], at: int) -> bool:
    return at < len(sentence) and sentence[at].kind == "name"
