"""Writers' names in an agency's opening, at a text's foot, in scripts without capitals. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.understand.pasted.head.facts import Head
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.vocabulary.head_phrases import known
from generator.understand.vocabulary.page_words import coverage, tokens
from generator.understand.vocabulary.people import people
from generator.unicode_scripts import HAN, HANGUL, UNCASED

_FOOT = 3  # lines below the text in which who wrote it signs
_OPENING = 2  # paragraphs
_UNCASED = re.compile(rf"[{UNCASED} .\-]{{5,40}}")
_KANJI = re.compile(rf"[{HAN}]{{4}}|[{HAN}]{{1,3}} [{HAN}]{{1,3}}")
_SHORT = 12  # characters of a line that names a reporter and nothing else
_LONGEST = 120  # characters of a line that says who asked
_ASKED = re.compile(rf"{PHRASES['interviewers']}\s+(?P<names>[^\W\d_].{{3,80}})$", re.IGNORECASE)
_JOB = 120  # characters in which such a line says what the writer does
_SIGNATURE = re.compile(r"[^\d:/\"“”„«»]{4,80}")
_DESCRIBED = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,2}) "
    rf"(?:{PHRASES['describes_writer']}|—|–) "
)
_KOREAN = re.compile(rf"(?P<name>[{HANGUL}]{{2,4}})\s?{PHRASES['behind_reporter']}(?:\s|$)")
_CHINESE = re.compile(
    rf"[{HAN}]{{0,8}}{PHRASES['before_reporters']}[ ：:]\s?(?P<names>[{HAN}]{{2,4}}"
    rf"(?:[ 、，](?!{PHRASES['trainees']})[{HAN}]{{2,4}}){{0,3}})"
    rf"(?: {PHRASES['trainees']} (?P<trainee>[{HAN}]{{2,4}}))?"
)
_WORDS = range(2, 4)  # of such a name
_REPORTERS = (
    re.compile(
        rf"[（(]\s?{PHRASES['before_reporters']}[ ：:]?\s?"
        rf"(?P<names>[{HAN}]{{2,4}}(?:[ 、，,][{HAN}]{{2,4}}){{0,3}})\s?[）)]"
    ),
    re.compile(
        r"^[（(][^)）]{2,20}[)）]\s?"
        rf"(?P<names>[{HANGUL}]{{2,4}}(?:[ ·,]\s?[{HANGUL}]{{2,4}}){{0,2}}) "
        rf"{PHRASES['behind_reporter']}\s?="
    ),
)


def is_uncased(text: str) -> bool:
    """Return whether a short text is in a script without capitals, and has no other sign."""
    return bool(_UNCASED.fullmatch(text))


def bare(line: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the person if a line is only a person's name, in a script without capitals.

    Only the place of such a line, beside the date, tells that it names a person; in Japanese, that
    another of the `lines` says what the person did.
    """
    if _KANJI.fullmatch(line):
        acted = re.compile(
            rf"{re.escape(line)}{PHRASES['behind_kanji_name']}|（{re.escape(line)}）"
        )
        return (line,) if any(map(acted.search, lines)) else ()
    name, _, place = line.partition(" - ")  # "… - البصرة": from where they write
    line = name if place and is_uncased(place) else line
    words = tokens(line)
    if not is_uncased(line) or len(words) not in _WORDS or min(map(len, words)) < 2:
        return ()
    if known(line) or coverage(line, words):
        return ()
    return (line,)


def reporters(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return whom an agency's opening names: "…电（记者李雨禾）", "(신안=…) 정하람 기자 ="."""
    for text in paragraphs[:_OPENING]:
        for pattern in _REPORTERS:
            if match := pattern.search(text[:120]):
                return tuple(re.split(r"[ 、，,·]\s?", match["names"]))
    return ()


def chinese(line: str) -> tuple[str, ...]:
    """Return the reporters whom a line names: "某某新闻记者 李雨禾 实习生 王小明"."""
    match = _CHINESE.fullmatch(line)
    if match is None:
        return ()
    trainee = (match["trainee"],) if match["trainee"] else ()
    return (*re.split(r"[ 、，]", match["names"]), *trainee)


def _foot(lines: Sequence[str], last: int) -> range:
    """Return the lines at a text's foot: its last two, and those below."""
    return range(max(0, last - 1), min(len(lines), last + 1 + _FOOT))


def interviewer(lines: Sequence[str], last: int) -> tuple[tuple[str, ...], int] | None:
    """Return the interviewers whom a line below the text names, and its index."""
    for at in _foot(lines, last):
        match = _ASKED.match(lines[at]) if len(lines[at]) < _LONGEST else None
        if match and (named := people(match["names"].rstrip(". "), (), strict=True)):
            return named, at
    return None


def doubled(head: Head) -> tuple[tuple[str, ...], int] | None:
    """Return whom two lines above that of the date name, as below a portrait: its text, a link."""
    for at in range(head.title + 1, head.date_line or 0):
        line = head.lines[at]
        is_twice = line == head.lines[at + 1] and not head.is_phrase(line)
        if is_twice and people(line, (), strict=True) == (line,):
            return (line,), at
    return None


def described(lines: Sequence[str], last: int) -> tuple[tuple[str, ...], int] | None:
    """Return whom a line at a text's foot describes as its writer: "A. Writer is a reporter …"."""
    for at in _foot(lines, last):
        match = _DESCRIBED.match(lines[at])
        has_job = match and "person" in coverage(lines[at], tokens(lines[at][:_JOB]))
        named = people(match["name"], (), strict=True) if match and has_job else ()
        if named:
            return named, at
    return None


def signed(head: Head) -> tuple[tuple[str, ...], int] | None:
    """Return who signs below the last line of the text, and where.

    A line of two names, or of one with an address of mail below it.
    """
    below = head.last + 1
    for at in range(below, min(len(head.lines), below + _FOOT)):
        named = _signers(head, at, is_next=at == below)
        if named:
            return named, at
        if reporter := _KOREAN.search(head.lines[at]):
            return (reporter["name"],), at
    return None


def _signers(head: Head, at: int, *, is_next: bool) -> tuple[str, ...]:
    """Return the names of a line of nothing else, if its place or number makes it a signature.

    `is_next` is whether the line is right below the text.
    """
    line = head.lines[at]
    named = people(line, (), strict=True) if _SIGNATURE.fullmatch(line) else ()
    if not named or not line[0].isupper() or len(named) != len(_parts(line)):
        return ()
    if any(map(head.is_phrase, named)):
        return ()
    if (len(named) > 1 and is_next) or _is_address(head.lines, at + 1):
        return named
    return named if is_next and _is_named_again(named[0], line, head) else ()


def _parts(line: str) -> list[str]:
    return [part for part in re.split(r"\s*[,;|]\s*", line) if part]


def _is_address(lines: Sequence[str], at: int) -> bool:
    """Return whether a line is an address of mail and little else."""
    return at < len(lines) and "@" in lines[at] and len(lines[at]) < 60


def _is_named_again(name: str, own: str, head: Head) -> bool:
    """Return whether a page names somebody beside other words, and the article is not about them.

    `own` is the line of the signature.
    """
    is_named = any(name in line and line != own for line in head.lines)
    is_subject = name in head.lines[head.title] or head.text.count(name) > 1
    return is_named and not is_subject


def korean(lines: Sequence[str], places: Sequence[int]) -> tuple[tuple[str, ...], int] | None:
    """Return the reporters whom lines of their own name below each other, in Korean."""
    named = {at: _KOREAN.fullmatch(lines[at]) for at in places if len(lines[at]) < _SHORT}
    found = [(match["name"], at) for at, match in named.items() if match]
    return (tuple(dict.fromkeys(name for name, _ in found)), found[0][1]) if found else None
