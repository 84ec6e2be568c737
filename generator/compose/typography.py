"""Replaces straight marks with the typographic ones of a text's language, for display only. Pure.

Quotation marks, apostrophes, dashes and ellipses are shown as is usual in print in the article's
language. Ambiguous marks (inches, an unpaired mark, a command-line option) are left unchanged, and
so are the article's data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from generator.tables import any_of, load_table
from generator.unicode_scripts import CYRILLIC


class _Table(BaseModel):
    """The structure of `typography.yml`."""

    model_config = ConfigDict(extra="forbid")

    quotation_marks: dict[str, list[str]]
    en_dash: list[str]
    no_apostrophe: list[str]
    elided_words: dict[str, list[str]]


_TABLE = load_table(Path(__file__).with_suffix(".yml"), _Table)
_BY_LANGUAGE = {name: marks for marks, names in _TABLE.quotation_marks.items() for name in names}
_EN_DASH, _NO_APOSTROPHE = frozenset(_TABLE.en_dash), frozenset(_TABLE.no_apostrophe)
_NARROW = "\u202f"  # narrow no-break space, for French

# Inside words; before a quotation (d'"Artagnan"), after one ("Hamlet"'s). Not 5'10. All of these
# patterns begin with the mark, for which Python searches fastest, and then look behind it.
_INSIDE = re.compile(r"""'(?:(?<=\w')(?="?\w)(?<!\d'(?=\d))|(?<=\w"')(?=\w))""")
# An apostrophe at the start of a word: the '90s and some words. If the word also ends with a mark,
# it is a quotation, except for the 'n' of rock 'n' roll.
_DECADE = re.compile(r"'(?<!\w')(?=\d\ds?\b(?!'))")
_ROCK_N_ROLL = re.compile(r"'(?:(?<!\w')(?=[nN]' )|(?<= '[nN]')(?= ))")
_ELIDED = {
    language: re.compile(
        rf"'(?<!\w')(?={'(?i:' if language == 'en' else '(?:'}{any_of(words)})\b(?!'))"
    )
    for language, words in _TABLE.elided_words.items()
}
_UZBEK = re.compile("(?<=[OoGg])['`]")  # a letter of its own, not a mark
_UZBEK_BREAK = re.compile(r"(?<=[^\W\d_])['`](?=[^\W\d_])")
_CYRILLIC = re.compile(f"[{CYRILLIC}]")
_FRENCH = re.compile("(?<=«) | (?=[»;!?])")
_FRENCH_COLON = re.compile(" (?=:)")

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\"'<>]+|(?<![^\s\"'<>])[^\s\"'<>]{1,200}@[^\s\"'<>]{1,200}\.\w+"
)
_HAS_ADDRESS = re.compile(r"://|www\.|@")
_ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
# Two or three hyphens between words, or alone: not a horizontal rule or a command-line option.
_SET = re.compile(r"[\"'`]|\.\.\.|--")  # other texts need no change, except in French
_DASH = re.compile(r"(?<![-!<])(?:(?<=\S)|(?=-+\s))-{2,3}(?![->])")
_MOST_MARKS = 2000  # in a paragraph; more are not quotations and take long to pair
_RUN = re.compile("[\"']+")
_OPENS_AFTER = frozenset("([{<¡¿-–—/’«„“‘‚")


_Change = tuple[int, int, str]  # where it begins and ends, and the signs instead


@dataclass(slots=True)
class _Quotation:
    """A quotation by the indices of its marks, -1 if outside the text. `inner`: inside another."""

    sign: str
    begins: int
    ends: int
    inner: bool = False


@lru_cache(maxsize=4096)  # an article is in ten lists
def typeset(text: str, language: str) -> str:
    """Return a text with the typographic marks of its language (ISO 639-1)."""
    return typeset_pieces((text,), language)[0]


def typeset_pieces(pieces: Sequence[str], language: str) -> list[str]:
    """Return the pieces of a paragraph, divided by markup, with typographic marks."""
    text = "".join(pieces)
    if language != "fr" and not _SET.search(text):
        return list(pieces)
    plain, changes = _set(text, language)
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + len(piece))
    return ["".join(_changed(plain, changes, start, end)) for start, end in pairwise(ends)]


def _changed(text: str, changes: Iterable[_Change], start: int, end: int) -> Iterator[str]:
    """Yield a part of a text with its changes; shorter signs belong to where a change begins."""
    at = start
    for first, last, signs in changes:
        if first < end and last > at:
            yield text[at:first]
            if len(signs) == last - first:
                yield signs[max(0, start - first) : end - first]
            elif first >= start:
                yield signs
            at = min(last, end)
    yield text[at:end]


def _set(text: str, language: str) -> tuple[str, list[_Change]]:
    """Return a text of the same length with its apostrophes set, and what else to change, in order.

    Addresses stay as they are.
    """
    if language == "uz" and _CYRILLIC.search(text):
        language = "uz-cyrl"
    addresses = list(_ADDRESS.finditer(text)) if _HAS_ADDRESS.search(text) else ()
    masked = _ADDRESS.sub(lambda match: "x" * len(match[0]), text) if addresses else text
    plain = _with_apostrophes(masked, language)
    if language == "fr":
        plain = _FRENCH_COLON.sub("\u00a0", _FRENCH.sub(_NARROW, plain))
    changes = [(at, at + 1, mark) for at, mark in _quotation_marks(plain, language)]
    changes += [(*match.span(), "…") for match in _ELLIPSIS.finditer(masked)]
    for match in _DASH.finditer(masked):
        mark = "–" if language in _EN_DASH and len(match[0]) == 2 else "—"
        changes.append((*match.span(), mark))
    changes += [(*match.span(), match[0]) for match in addresses]
    return plain, sorted(changes)


def _with_apostrophes(text: str, language: str) -> str:
    """Return a text of the same length whose straight apostrophes are typographic."""
    if language in _NO_APOSTROPHE or not ("'" in text or "`" in text):
        return text
    if language == "uz":
        return _UZBEK_BREAK.sub("ʼ", _UZBEK.sub("ʻ", text))
    if language == "en":
        text = _ROCK_N_ROLL.sub("’", text)
    if language in _ELIDED:
        text = _ELIDED[language].sub("’", text)
    return _DECADE.sub("’", _INSIDE.sub("’", text))


def _quotation_marks(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Yield the index and the typographic form of each quotation mark that is certain."""
    if text.count('"') + text.count("'") > _MOST_MARKS:
        return
    marks = _BY_LANGUAGE.get(language, _BY_LANGUAGE["en"])
    pairs = (marks[:2], marks[2:])
    found = _quotations(text)
    for quotation in _nested(_certain(found, text)):
        opening, closing = tuple(pairs[quotation.inner])
        if language == "fr" and not quotation.inner:
            opening, closing = opening + _NARROW, _NARROW + closing
        if quotation.begins >= 0:
            yield quotation.begins, opening
        if quotation.ends >= 0:
            yield quotation.ends, closing
    if language not in _NO_APOSTROPHE:
        yield from _final_apostrophes(found, text, any_place=marks[3] == "’")


def _certain(found: Iterable[_Quotation], text: str) -> list[_Quotation]:
    """Return the certain quotations; none in double marks if one of these is doubtful."""
    certain, doubtful = [], set()
    for quotation in found:
        if _is_certain(quotation, text):
            certain.append(quotation)
        else:
            doubtful.add(quotation.sign)
    return [quotation for quotation in certain if quotation.sign not in doubtful & {'"'}]


def _final_apostrophes(
    found: Iterable[_Quotation], text: str, *, any_place: bool
) -> Iterator[tuple[int, str]]:
    """Yield the apostrophes that end a word: "the workers' rights"."""
    for quotation in found:
        after_a_word = text[quotation.ends - 1].isalpha() or any_place
        if quotation.sign == "'" and quotation.begins < 0 and after_a_word:
            yield quotation.ends, "’"


def _quotations(text: str) -> list[_Quotation]:
    """Return the quotations in a text's straight marks, in the order of their beginnings."""
    found: list[_Quotation] = []
    opened: list[_Quotation] = []
    for at, opens, closes in _marks_of(text):
        place = next((n for n in reversed(range(len(opened))) if opened[n].sign == text[at]), None)
        if closes and place is not None:
            opened[place].ends = at
            del opened[place:]
        elif opens:
            opened.append(_Quotation(text[at], at, -1))
            found.append(opened[-1])
        elif not text[at - 1].isdigit():  # 6" and 5' are measures
            found.append(_Quotation(text[at], -1, at))
    return found


def _marks_of(text: str) -> Iterator[tuple[int, bool, bool]]:
    """Yield the index of each mark, and whether it may open or close a quotation."""
    for match in _RUN.finditer(text):
        before, after = f" {text}"[match.start()], f"{text} "[match.end()]
        opens = not after.isspace() and (
            before.isspace() or before in _OPENS_AFTER or before == "’"
        )
        closes = not before.isspace() and not after.isalnum()
        for at in range(match.start(), match.end()):
            if opens or closes:
                yield at, opens, closes


def _is_certain(quotation: _Quotation, text: str) -> bool:
    """Return whether a quotation has both marks, or the text begins or ends inside it."""
    if quotation.ends < 0:
        return not text[: quotation.begins].strip("\"' ")
    return quotation.begins >= 0 or (
        quotation.sign == '"' and not text[quotation.ends :].strip("\"' .,;:!?…)")
    )


def _nested(found: Iterable[_Quotation]) -> Iterator[_Quotation]:
    """Yield the quotations with `inner` set for those inside another one."""
    around: list[_Quotation] = []
    for quotation in sorted(found, key=lambda quotation: quotation.begins):
        around = [other for other in around if other.ends < 0 or other.ends > quotation.begins]
        quotation.inner = not around[-1].inner if around else quotation.sign == "'"
        around.append(quotation)
        yield quotation
