"""Bylines → the names of people in them, by the words of `people.yml`. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.tables import any_of, load_table
from generator.text import clean, squeeze
from generator.understand.vocabulary.section_words import is_city
from generator.unicode_scripts import EAST_ASIAN

_FILE = Path(__file__).with_suffix(".yml")
_LONGEST = 300  # characters of a byline that are looked at
_NAME = 60  # characters of a person's name


class _Words(BaseModel):
    """The lists of `people.yml`."""

    model_config = ConfigDict(extra="forbid")

    particles: list[str]
    small_particles: list[str]
    no_names: list[str]
    accounts: list[str]
    credits: list[str]
    beginnings: list[str]
    jobs: list[str]
    job_qualifiers: list[str]
    jobs_behind_names: list[str]
    joining: list[str]
    begin_with_and: list[str]
    ends: list[str]
    degrees: list[str]
    articles: list[str]


_WORDS = load_table(_FILE, _Words)
SMALL_PARTICLES = frozenset(_WORDS.small_particles)
_PARTICLES, _NO_NAMES = frozenset(_WORDS.particles), frozenset(_WORDS.no_names)
_CREDITS = any_of(_WORDS.credits)


def _joining() -> list[str]:
    """Return the words between two names, those of several letters in capitals as well."""
    words = _WORDS.joining
    return [*words, *(word.upper() for word in words if len(word) > 1)]


def _letters() -> list[str]:
    """Return the words between two names that are one letter, as capitals."""
    return [word.upper() for word in _WORDS.joining if len(word) == 1]


# How a byline begins where nothing else marks it as one.
BY = re.compile(rf"^{any_of(_WORDS.beginnings)}\s*:?(?:\s+|$)", re.IGNORECASE)
_PREFIX = re.compile(rf"^(?:{_CREDITS}(?:\s*[::]\s*|\s+))+", re.IGNORECASE)
_LABEL = re.compile(rf"{_CREDITS}\s*[::]?", re.IGNORECASE)
# Degrees after a name: they are no second person's.
_DEGREE = re.compile(
    rf",\s*(?:{'|'.join(_WORDS.degrees)})\.?"
    r"(?=\s*(?:[,;)]|$|\band\b|\bund\b))"
)
_SUFFIX, _JOIN = re.compile(r",\s*(?=(?:Jr|Sr)\b)"), "\ue000"  # a comma that parts no two people
# "Doe, Jane", as libraries write names; names in capitals only are two agencies.
_INVERTED = re.compile(
    r"(?P<last>[^\W\d_][\w’'-]*[a-zà-ÿ][\w’'-]*),\s(?P<first>[^\W\d_][\w’'-]*[a-zà-ÿ][\w’'-]*)"
)
_JOB = re.compile(
    rf"(?:\b{any_of(_WORDS.job_qualifiers)}\s+)*"
    rf"\b(?:deputy\s+(?:\w+\s+){{1,3}}director|{any_of(_WORDS.jobs)})\b|"
    rf"\s*{any_of(_WORDS.jobs_behind_names)}(?:\s|$).*",
    re.IGNORECASE,
)
_AND = rf"{any_of(_joining())}\s+"
# "A. Writer and B. Author, Millbrook Courier", "Ann Writer. Courier International": no writer.
_BEHIND_LIST = re.compile(rf"^([^,;|]+(?:,[^,;|]+)*?\s{_AND}[^,;|]+),(?!.*\s{_AND}).*$")
_BEHIND_NAME = re.compile(r"^([^\W\d_][\w'’-]+ [^\W\d_][\w'’-]{2,})\.\s+[^\W\d_].*$")
_SPLIT = re.compile(rf"\s*[,;|•·/、，；\n]\s*(?:{_AND})?|\s+{_AND}|\s*&\s*|\s+[-–—]\s+")
_WORD = r"[^\W\d_][^\s,;]*"
_LETTER_BETWEEN = re.compile(  # "ANA PORTILLO Y JUAN DÍAZ"; "MARY E JONES" is one name
    rf"({_WORD} {_WORD}) {any_of(_letters())} (?={_WORD} {_WORD})"
)
_AND_PREFIX = re.compile(  # "and" is written together with the next name: Hebrew and Arabic
    rf"([\u05d0-\u06ff]+ [\u05d0-\u06ff]+) (?!{any_of(_WORDS.begin_with_and)}(?!\w))"
    r"[\u05d5\u0648](?=[\u05d0-\u06ff]{2,} [\u05d0-\u06ff])"
)
_END = re.compile(
    rf"\s*(?:\(|\[|\b{any_of(_WORDS.ends)}\b|\S*@\S+|\d).*", re.IGNORECASE | re.DOTALL
)
_ARTICLES = frozenset(_WORDS.articles)
_HANDLE = re.compile(r"(?<=\w)(?=@\w+(?:\s|$))")  # "A. Writer@writer"
_CITY = re.compile(f"^[{EAST_ASIAN}]+=")  # "서울=…": where a Korean agency's writer is
_EDGES = " .:-–—\"'“”„"
_QUOTE = re.compile('["“”„«»]')  # two are those of a nickname
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
# An address, a label, a handle or a tag, a possessive: "A. Writer's Model".
_NO_NAME = re.compile(
    r"[:*=<>]|['’]s(?:\s|$)|^[@#]|^https?$|www\.|"
    r"\w\.(?:com|org|net|de|at|ch|eu|info|co\.\w\w|[a-z]{2})$",
    re.IGNORECASE,
)


def people(text: str, outlets: Iterable[str], *, strict: bool) -> tuple[str, ...]:
    """Return the names of people in a byline, without "By", jobs and the outlet's names.

    `strict` asks for two capitalised words at least: for a byline that is only likely one;
    `outlets` as `wordings.plain` has them.
    """
    return _people(text[:_LONGEST], tuple(outlets), strict=strict)


@lru_cache(maxsize=1 << 10)  # headline, section, outlet and byline ask for the same lines
def _people(text: str, outlets: tuple[str, ...], *, strict: bool) -> tuple[str, ...]:
    text = squeeze(clean(html.unescape(text))).partition("://")[0]
    if is_label(text):
        return ()
    found: list[str] = []
    joined = _SUFFIX.sub(_JOIN, _DEGREE.sub("", _PREFIX.sub("", _HANDLE.sub(" ", text))))
    joined = _AND_PREFIX.sub(r"\1, ", _LETTER_BETWEEN.sub(r"\1, ", joined))
    joined = _BEHIND_LIST.sub(r"\1", _BEHIND_NAME.sub(r"\1", joined))
    if _is_outlet(joined, outlets):
        return ()
    has_jobs = False
    for part in _SPLIT.split(joined):
        if found and _is_job(part, parted=not has_jobs):
            continue  # "…, Harbour Correspondent"
        has_jobs = has_jobs or _JOB.search(part) is not None
        name = _CITY.sub("", _END.sub("", _without_job(_PREFIX.sub("", part))).strip(_EDGES))
        if is_name(name, strict=strict) and not _is_outlet(name, outlets) and name not in found:
            found.append(name)
    return tuple(_with_suffix(name, text) for name in found)


def _without_job(part: str) -> str:
    """Return a part of a byline without a job, and without the field of work behind it."""
    before, *behind = _JOB.split(part)
    is_name = len(before.split()) > 1
    return before if is_name else " ".join((before, *behind))


def _is_job(part: str, *, parted: bool) -> bool:
    """Return whether a part behind a name says what that person does: "senior reporter for …".

    `parted` is whether names and jobs are in parts of their own: "A. Writer, Port Affairs Editor".
    """
    match = _JOB.search(part)
    if match is None:
        return False
    is_last = parted and match.start() > 0 and match.end() == len(part.rstrip(_EDGES))
    return match.start() == 0 or is_last or " " not in _JOB.sub("", part).strip(_EDGES)


def _with_suffix(name: str, text: str) -> str:
    """Return a name as its byline writes it, the full stop of "Jr." with it."""
    name = name.replace(_JOIN, ", ")
    return f"{name}." if name.endswith(("Jr", "Sr", "JR", "SR")) and f"{name}." in text else name


def is_label(text: str) -> bool:
    """Return whether a text is nothing but the label of a byline: "Von", "Author:"."""
    return bool(_LABEL.fullmatch(text.strip()))


def is_account(text: str) -> bool:
    """Return whether a text is what a system calls an account of a site: "Super User"."""
    return text.strip().lower() in _WORDS.accounts


def first_name_first(name: str) -> str:
    """Return a name in its spoken order: "Jane Doe" for "Doe, Jane"; any other text unchanged."""
    inverted = _INVERTED.fullmatch(name)
    return f"{inverted['first']} {inverted['last']}" if inverted else name


def without_by(text: str) -> str:
    """Return a byline without "By" and what else may be before and after it."""
    return _PREFIX.sub("", squeeze(clean(html.unescape(text[:_LONGEST])))).strip(_EDGES)


def is_name(text: str, *, strict: bool) -> bool:
    """Return whether a text may be what a person is called."""
    words = text.split()
    if not words or len(text) > _NAME or _NO_NAME.search(text) or len(_QUOTE.findall(text)) % 2:
        return False
    plain = {word.lower().strip(".:") for word in words}
    if plain & _NO_NAMES or plain <= _PARTICLES or (len(words) > 1 and is_city(text)):
        return False
    if _EAST_ASIAN.search(text):
        return len(text) <= 15
    return len(words) <= 5 and sum(map(str.isalpha, text)) > 2 and _capital(words, strict=strict)


def _capital(words: Sequence[str], *, strict: bool) -> bool:
    lower = [word for word in words if word[0].isalpha() and not word[0].isupper()]
    small = [word for word in lower if word.lower() not in _PARTICLES]
    if not strict:
        return len(words) == 1 or all(word.lower() == word.upper() for word in small)
    return not small and len(words) - len(lower) > 1 and not _is_heading(words)


def _is_heading(words: Sequence[str]) -> bool:
    """Return whether words begin with an article, or end with a letter: "Group B" of results."""
    return words[0] in _ARTICLES or len(words[-1]) == 1


def _is_outlet(name: str, outlets: Iterable[str]) -> bool:
    same = re.sub(r"[\W_]+", "", name).lower()
    return any(
        same == outlet or (len(outlet) > 2 and same.startswith(outlet)) for outlet in outlets
    )
