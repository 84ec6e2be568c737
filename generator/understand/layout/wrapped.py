"""Hard-wrapped text → one line per paragraph; verse, tables and lists stay as they are. Pure.

Text is hard-wrapped by two measures over all of it: its lines are full (the first word of the next
line did not fit), and the line after a full line continues the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import groupby, pairwise
from pathlib import Path

from generator.languages import LANGUAGES
from generator.tables import any_of, load_numbers
from generator.text import ends_clause, ends_with_mark
from generator.understand.layout.hyphens import IsWord, divided, rejoined, words_of
from generator.understand.layout.layout_words import PAGE_NUMBER, WORDS, is_running_head
from generator.understand.layout.spacing import single_spaced
from generator.understand.vocabulary.language import detect
from generator.unicode_scripts import UNSPACED_SIGNS

Row = tuple[int, str]
"""A line of a file: its number, counted from 1, and its text."""

_WIDTHS = range(28, 121)  # characters of the longest usual line
_MAIL_WIDTHS = range(60, 81)  # of a message
_NARROW = 50  # characters: narrower text may be verse, so it needs more evidence
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "wrapped")
_USUAL = _TUNED["usual"]
_MOST = _TUNED["most"]
_FULL = _TUNED["full"]
_FULLER = _TUNED["fuller"]
_JOINTS = 3  # minimum lines that continue in the next one
_GOES_ON = _TUNED["goes_on"]
_GOES_ON_NOUNS = _TUNED["goes_on_nouns"]
_ENDS = _TUNED["ends"]
_PACKED = _TUNED["packed"]
_FILLED, _FILLED_NARROW = _TUNED["filled"], _TUNED["filled_narrow"]
_ITEM = re.compile(r"\s*(?:[•◦▪●‣∙·*§\uf0b7\-–—]\s+|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)\S")
_COLUMNS = re.compile(r"\S(?:\t|\s{3,})\S.*?\S(?:\t|\s{3,})\S")
_RULE = re.compile(r"\s*[-_=*~#\s]{3,}$")
_LABEL = re.compile(
    rf"\s*{any_of(word.capitalize() for word in WORDS['by'])}\s+[A-Z]|"
    r"\s*[^\W\d_][\w \-]{1,24}:\s+\S"
)
_INDENT = re.compile(r"[ \t\u00a0\u3000]*")
_UNSPACED = re.compile(f"[{UNSPACED_SIGNS}]")
_OPEN = frozenset((*WORDS["conjunctions"], *WORDS["articles"]))  # no paragraph ends with them
_SAMPLE = 5000  # characters by which the language is detected


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its margins, how far it is indented, and its number in the file."""

    number: int
    text: str
    indent: int

    @property
    def is_fixed(self) -> bool:
        """Whether the line has a layout of its own: a row of a table, a rule, or a blank line."""
        is_laid_out = _COLUMNS.search(self.text) or _RULE.fullmatch(self.text)
        return not self.text or bool(is_laid_out) or is_running_head(self.text)


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """Return the lines of a text, those of a hard-wrapped paragraph as one with the first's number.

    Text that is not hard-wrapped is returned as it is.
    """
    lines = [_line(number, text) for number, text in single_spaced(rows)]
    width = _width(lines)
    if width is None or not _is_wrapped(lines, width):
        return list(rows)
    text = "\n".join(line.text for line in lines)
    join = joiner(text)
    made: list[Row] = []
    for paragraph in _paragraphs(lines, width):
        whole = paragraph[0].text
        for line in paragraph[1:]:
            whole = join(whole, line.text)
        made.append((paragraph[0].number, whole))
    return made


def joiner(text: str) -> Callable[[str, str], str]:
    """Return a function that joins two lines of a text, with a space or at a dividing hyphen."""
    language = detect(text[:_SAMPLE])
    rejoin = partial(
        rejoined,
        words=words_of(text),
        is_word=_dictionary(language),
        nouns_have_capitals=language in LANGUAGES.capital_nouns,
    )
    return partial(_joined, rejoin=rejoin)


def unwrapped_text(text: str) -> str:
    """Return a text with each of its hard-wrapped paragraphs on one line."""
    return "\n".join(line for _, line in unwrapped(list(enumerate(text.split("\n"), 1))))


def unwrapped_paragraphs(text: str) -> str:
    """Return a text with each paragraph on one line if all of its lines are full, as in mail.

    For a text that is too short to decide by all of it whether it is wrapped.
    """
    join = joiner(text)
    made: list[str] = []
    for _, group in groupby(text.split("\n"), key=lambda line: bool(line.strip())):
        rows = list(group)
        lines = [_line(number, row) for number, row in enumerate(rows)]
        made += [reduce(join, (line.text for line in lines))] if _is_paragraph(lines) else rows
    return "\n".join(made)


def _is_paragraph(lines: Sequence[_Line]) -> bool:
    """Return whether successive lines are certainly a wrapped paragraph."""
    width = max(len(line.text) for line in lines)
    if width not in _MAIL_WIDTHS or any(line.is_fixed for line in lines):
        return False
    joints = list(pairwise(lines))
    full = all(_is_full(first, other, width) for first, other in joints)
    return full and any(_goes_on(first, other) for first, other in joints)


def _line(number: int, text: str) -> _Line:
    indent = _INDENT.match(text.expandtabs())
    return _Line(number, text.strip(), len(indent[0]) if indent else 0)


def _width(lines: Sequence[_Line]) -> int | None:
    """Return the width at which lines were wrapped, None for a text that can't be wrapped."""
    sizes = sorted(len(line.text) for line in lines if line.text)
    if len(sizes) <= _JOINTS:
        return None
    width = sizes[min(len(sizes) - 1, int(len(sizes) * _USUAL))]
    return width if width in _WIDTHS and sizes[-1] <= width * _MOST else None


def _is_wrapped(lines: Sequence[_Line], width: int) -> bool:
    pairs = [pair for pair in pairwise(lines) if _may_be_joint(*pair, width)]
    joints = [(first, other) for first, other in pairs if _is_full(first, other, width)]
    least = _FILLED_NARROW if width < _NARROW else _FILLED
    if len(joints) < _JOINTS or len(joints) < least * len(pairs):
        return False
    if width < _NARROW and sum(_is_packed(*pair, width) for pair in pairs) < _PACKED * len(pairs):
        return False
    going_on = sum(_goes_on(first, other) for first, other in joints)
    ending = sum(ends_with_mark(first.text) for first, _ in joints)
    language = detect("\n".join(line.text for line in lines)[:_SAMPLE])
    least = _GOES_ON_NOUNS if language in LANGUAGES.capital_nouns else _GOES_ON
    return going_on >= least * len(joints) and ending <= _ENDS * len(joints)


def _may_be_joint(first: _Line, other: _Line, width: int) -> bool:
    """Return whether two lines may be of one paragraph; short ones are a head or a list."""
    is_long = max(len(first.text), len(other.text)) > width / 2
    return is_long and not (first.is_fixed or other.is_fixed)


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Return whether the next line's first word did not fit on the line, or only in part."""
    first = following.text.split(maxsplit=1)[0]
    if divided(line.text) and first[0].islower():
        return True
    size = min(len(first), width // 3)
    return len(line.text) + 1 + size >= (_FULL if first.islower() else _FULLER) * width


def _is_packed(line: _Line, following: _Line, width: int) -> bool:
    """Return whether a line has no room for the next line's first word, or ends within it."""
    first = following.text.split(maxsplit=1)[0]
    return divided(line.text) or len(line.text) + 1 + len(first) >= width


def _goes_on(line: _Line, following: _Line) -> bool:
    """Return whether a sentence certainly continues over a line end."""
    first = following.text[0]
    if first.islower() or divided(line.text) or _is_open(line.text):
        return True
    uncased = first.isalpha() and first.lower() == first.upper()
    return (uncased or first.isdigit()) and not ends_clause(line.text)


def _is_open(text: str) -> bool:
    """Return whether a text ends with a word after which a sentence goes on: "the", "and"."""
    return text.rpartition(" ")[2] in _OPEN


def _paragraphs(lines: Sequence[_Line], width: int) -> Iterator[list[_Line]]:
    """Yield the lines of each paragraph, single lines and blank ones by themselves.

    Lines that a page break inserts into a sentence follow the paragraph that they interrupt.
    """
    at = 0
    while at < len(lines):
        paragraph: list[_Line] = [lines[at]]
        aside: list[_Line] = []
        at += 1
        while at < len(lines):
            following, between = _continuation(lines, at, paragraph[-1], width)
            if following is None:
                break
            aside += lines[at : at + between]
            paragraph.append(following)
            at += between + 1
        yield paragraph
        yield from ([line] for line in aside)


def _continuation(
    lines: Sequence[_Line], at: int, last: _Line, width: int
) -> tuple[_Line | None, int]:
    """Return the line that continues a paragraph, and how many lines are between."""
    if last.is_fixed:
        return None, 0
    following = lines[at]
    if not following.is_fixed and _continues(last, following, lines, at, width):
        return following, 0
    if ends_clause(last.text):
        return None, 0
    behind = at
    while behind < len(lines) and _is_break(lines, behind):
        behind += 1
    if at < behind < len(lines) and _continues_over_break(last, lines[behind], width):
        return lines[behind], behind - at
    return None, 0


def _continues_over_break(last: _Line, following: _Line, width: int) -> bool:
    """Return whether a sentence continues after the lines that a page break inserted."""
    if following.is_fixed or not following.text[0].islower():
        return False
    return divided(last.text) or _is_full(last, following, width)


def _continues(last: _Line, following: _Line, lines: Sequence[_Line], at: int, width: int) -> bool:
    is_lower = following.text[:1].islower()
    if _ITEM.match(following.text) or PAGE_NUMBER.fullmatch(following.text):
        return divided(last.text) and is_lower
    if _LABEL.match(following.text) and not _is_prose(last, following, width):
        return False
    goes_on = (is_lower or _is_open(last.text)) and not ends_clause(last.text)
    if following.indent > last.indent + 1 and not _hangs(lines, at):
        return goes_on  # else the first line of a paragraph
    if divided(last.text) or _is_open(last.text):
        return True
    return _is_full(last, following, width) or (goes_on and len(last.text) > width / 2)


def _is_prose(last: _Line, following: _Line, width: int) -> bool:
    return _is_full(last, following, width) and len(following.text) > width / 2


def _hangs(lines: Sequence[_Line], at: int) -> bool:
    """Return whether a line and what follows it are indented alike, below an item's first line."""
    return bool(_ITEM.match(lines[at - 1].text)) or (
        at + 1 < len(lines) and lines[at + 1].indent == lines[at].indent and at > 1
        and bool(_ITEM.match(lines[at - 2].text))
    )  # fmt: skip


def _is_break(lines: Sequence[_Line], at: int) -> bool:
    """Return whether a line is blank, or inserted by a page break: a page number, a title."""
    text = lines[at].text
    if not text or PAGE_NUMBER.fullmatch(text) or is_running_head(text):
        return True
    beside = (lines[index].text for index in (at - 1, at + 1) if 0 <= index < len(lines))
    numbered = any(text and PAGE_NUMBER.fullmatch(text) for text in beside)
    return numbered and text.upper() == text and len(text) < 60


def _joined(left: str, right: str, rejoin: Callable[[str, str], str]) -> str:
    if divided(left):
        return rejoin(left, right)
    unspaced = _UNSPACED.match(left[-1:]) and _UNSPACED.match(right[:1])
    return f"{left}{'' if unspaced else ' '}{right}"


def _dictionary(language: str) -> IsWord:
    """Return a look-up in the dictionary of a language, loaded on first use."""

    def is_word(word: str) -> bool:
        from simplemma import is_known  # noqa: PLC0415 - its dictionaries are large

        try:
            return bool(is_known(word, lang=language))
        except ValueError:  # a language without a dictionary
            return False

    return is_word
