"""Bylines → the names of people in them, by the words of `people.yml`. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from generator.scripts import EAST_ASIAN
from generator.tables import load_table
from generator.text import clean, squeeze

_FILE = Path(__file__).with_suffix(".yml")
_LONGEST = 300  # characters of a byline that are looked at
_NAME = 60
_CREDITS = (
    r"(?:written|posted|reported|story|words|published) by|"
    r"(?:veröffentlicht|geschrieben|verfasst|erstellt) von|"
    r"alles von|all posts by|more (?:by|from)|"
    r"ein(?:e)? (?:beitrag|gastbeitrag|analyse|kommentar|interview) von|(?:kommentar|analyse) von|"
    r"(?:text|fotos?) (?:und|&) (?:text|fotos?)|text|tekst|texte|testo|texto|autorin|autoren|"
    r"interview|protokoll|reportage|entrevista|intervista|entretien|"
    r"authors?|autor|auteur|autore|skrevet av|skriven av|(?:escrito|publicado) por|"
    r"(?:publié|écrit) par|scritto da|by|von|vom|por|par|di|door|af|av|przez|od|oleh|"
    r"автор|текст|文|著者|作者|記者|记者"
)
# How a byline begins where nothing else marks it as one.
BY = re.compile(
    r"^(?:By|Von|Por|Par|Di|Door|Av|Af|Text|Autor(?:in)?|Author|Oleh|(?:Written|Posted) by|"
    r"(?:Verfasst|Geschrieben) von|Escrito por|Publié par|Skrevet av)\s*:?(?:\s+|$)",
    re.IGNORECASE,
)
_PREFIX = re.compile(rf"^(?:(?:{_CREDITS})(?:\s*[::]\s*|\s+))+", re.IGNORECASE)
_LABEL = re.compile(rf"(?:{_CREDITS})\s*[::]?", re.IGNORECASE)
# Degrees after a name: they are no second person's.
_DEGREE = re.compile(
    r",\s*(?:Ph\.?\s?D|M\.?D|D\.?Phil|M\.?B\.?A|M\.?Sc|B\.?Sc|M\.?P\.?H|R\.?N|J\.?D|CFA|Esq)\.?"
    r"(?=\s*(?:[,;)]|$|\band\b|\bund\b))"
)
_SUFFIX, _JOIN = re.compile(r",\s*(?=(?:Jr|Sr)\b)"), "\ue000"  # a comma that parts no two people
_JOB = re.compile(
    r"(?:\b(?:staff|senior|chief|deputy|managing|executive|political|foreign|special|"
    r"freelance|guest|contributing|associate)\s+)*\b(?:deputy\s+(?:\w+\s+){1,3}director|reporters?|correspondents?|editors?|writers?|columnists?|"
    r"contributors?|journalists?|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|"
    r"reporter(?:in)?|autor(?:in)?|volont[äa]r(?:in)?|chefredakteur(?:in)?|periodista|redactor[ae]?|"
    r"corresponsal|journaliste|rédact(?:eur|rice)|giornalista|redaktør|reporterka|dziennikarz|"
    r"wartawan|muhabir)\b|\s*(?:기자|특파원|記者|记者|編集委員|編集部)(?:\s|$).*",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s*[,;|•·/、，；\n]\s*|\s+(?:and|und|et|y|e|i|og|och|en|with|mit|avec|con)\s+|\s*&\s*|\s+[-–—]\s+"
)
_END = re.compile(
    r"\s*(?:\(|\[|\b(?:updated|published|posted|last|on|at|am|für|aktualisiert|stand|about|"
    r"follow|says?|sagt)\b|\S+@\S+|\d).*",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLES = frozenset({"The", "THE", "Die", "DIE", "Das", "DAS"})  # no person's first name
_EDGES = " .:-–—\"'“”„"
_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
_ADDRESS = re.compile(
    r"^@|^https?$|www\.|\w\.(?:com|org|net|de|at|ch|eu|info|co\.\w\w|[a-z]{2})$", re.IGNORECASE
)


def people(text: str, outlets: Iterable[str], *, strict: bool) -> tuple[str, ...]:
    """Return the names of people in a byline, without "By", jobs and the outlet's names.

    `strict` asks for two capitalised words at least: for a byline that is only likely one;
    `outlets` as `title.plain` has them.
    """
    return _people(text[:_LONGEST], tuple(outlets), strict=strict)


@lru_cache(maxsize=1 << 10)  # headline, section, outlet and byline ask for the same lines
def _people(text: str, outlets: tuple[str, ...], *, strict: bool) -> tuple[str, ...]:
    text = squeeze(clean(html.unescape(text))).partition("://")[0]
    if is_label(text):
        return ()
    found: list[str] = []
    joined = _SUFFIX.sub(_JOIN, _DEGREE.sub("", _PREFIX.sub("", text)))
    for part in _SPLIT.split(joined):
        name = _END.sub("", _JOB.sub("", _PREFIX.sub("", part))).strip(_EDGES)
        if found and " " not in name and _JOB.search(part):
            continue  # "…, Harbour Correspondent"
        if is_name(name, strict=strict) and not _is_outlet(name, outlets) and name not in found:
            found.append(name)
    return tuple(_with_suffix(name, text) for name in found)


def _with_suffix(name: str, text: str) -> str:
    """Return a name as its byline writes it, the full stop of "Jr." with it."""
    name = name.replace(_JOIN, ", ")
    return f"{name}." if name.endswith(("Jr", "Sr")) and f"{name}." in text else name


def is_label(text: str) -> bool:
    """Return whether a text is nothing but the label of a byline: "Von", "Author:"."""
    return bool(_LABEL.fullmatch(text.strip()))


def without_by(text: str) -> str:
    """Return a byline without "By" and what else may be before and after it."""
    return _PREFIX.sub("", squeeze(clean(html.unescape(text[:_LONGEST])))).strip(_EDGES)


def is_name(text: str, *, strict: bool) -> bool:
    """Return whether a text may be what a person is called."""
    words = text.split()
    if not words or len(text) > _NAME or _ADDRESS.search(text):
        return False
    plain = {word.lower().strip(".:") for word in words}
    if plain & _words().no_names or plain <= _words().particles:
        return False
    if _EAST_ASIAN.search(text):
        return len(text) <= 15
    return len(words) <= 5 and sum(map(str.isalpha, text)) > 2 and _capital(words, strict=strict)


def _capital(words: Sequence[str], *, strict: bool) -> bool:
    capital = [word for word in words if word[0].isupper() or not word[0].isalpha()]
    small = [
        word for word in words if word not in capital and word.lower() not in _words().particles
    ]
    if not strict:
        return len(words) == 1 or all(word.lower() == word.upper() for word in small)
    # "Class A" and "Group B" head a list of results.
    is_initial = len(words[-1]) == 1
    return len(capital) > 1 and not (small or is_initial or words[0] in _ARTICLES)


def _is_outlet(name: str, outlets: Iterable[str]) -> bool:
    same = re.sub(r"[\W_]+", "", name).lower()
    return any(
        same == outlet or (len(outlet) > 2 and same.startswith(outlet)) for outlet in outlets
    )


@dataclass(frozen=True, slots=True)
class _Words:
    particles: frozenset[str]
    no_names: frozenset[str]


@cache
def _words() -> _Words:
    table = load_table(_FILE, dict[str, list[str]])
    return _Words(**{kind: frozenset(words) for kind, words in table.items()})
