"""Transcripts: lines that name the speaker ("OLA BRANDT, RAMP BUILDER: …", "Q: …"). Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.tables import load_numbers
from generator.understand.genres.genre_words import words

_TIME = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?")
_TURN = re.compile(
    r"(?:[\[(][\d:. ]{4,11}[\])]\s?)?"
    r"(?:(?P<side>[QA])[.:：]|(?P<who>[^\W\d_][^:：!?()\[\]]{0,70}(?:\([^()]{1,40}\))?)\s?[:：])(?:\s|$)"
)
_DIRECTION = re.compile(r"[(\[][^()\[\]]{2,60}[)\]]\.?")
_NOTE = 400  # characters of a notice
_LEAST, _LEAST_MIXED = 4, 6  # turns of a transcript; of one whose names are not in capitals
_OFTEN = 2  # turns of a speaker
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "transcript")
_UNNAMED = _TUNED["unnamed"]


@dataclass(frozen=True, slots=True)
class Transcript:
    """The lines of a transcript's talk, and the lines around it, with the reason.

    `turns` are the lines of the talk that name the speaker, and the directions between them.
    """

    text: frozenset[int] = frozenset()
    turns: frozenset[int] = frozenset()
    furniture: dict[int, str] = field(default_factory=dict)


def transcript(lines: Sequence[str], title: int) -> Transcript:
    """Return the lines of the talk below a headline, none if the text is not a transcript."""
    turns = _turns(_speakers(lines, title + 1))
    if not turns:
        return Transcript()
    first, last = min(turns), max(turns)
    while last + 1 < len(lines) and _DIRECTION.fullmatch(lines[last + 1]):
        last += 1
    talk = range(first, last + 1)
    named = frozenset(at for at in talk if at in turns or _is_mark(lines[at]))
    if len(talk) - len(named) > _UNNAMED * len(talk):
        return Transcript()
    times = frozenset(at for at in talk if _TIME.fullmatch(lines[at]))
    furniture = dict.fromkeys(_notes(lines, talk, title), "notice of a transcript")
    furniture |= dict.fromkeys(sorted(times), "time of the recording")
    return Transcript(frozenset(talk) - times, named - times, furniture)


def _speakers(lines: Sequence[str], first: int) -> dict[int, str]:
    """Return the lines from the first on that name a speaker, with the name."""
    named = ((at, _speaker(lines[at])) for at in range(first, len(lines)))
    return {at: who for at, who in named if who is not None}


def _notes(lines: Sequence[str], talk: range, title: int) -> list[int]:
    """Return the lines around a talk that only describe it."""
    around = [at for at in range(len(lines)) if at not in talk and at != title]
    return [at for at in around if _is_note(lines[at])]


def is_named_transcript(headline: str) -> bool:
    """Return whether a headline calls its text a transcript."""
    low = headline.lower()
    return any(word in low for word in words().transcripts)


def _speaker(line: str) -> str | None:
    """Return the last name of the speaker of a line, as written, None for another line."""
    match = _TURN.match(line)
    if match is None:
        return None
    if match["side"]:
        return match["side"]
    name = match["who"].split(",")[0].split("(")[0].strip()
    return name.split()[-1] if name and ("." not in name or name.isupper()) else None


def _turns(speakers: dict[int, str]) -> frozenset[int]:
    """Return the lines of a talk, none if too few name a speaker again."""
    capitals = {at: who for at, who in speakers.items() if who.isupper()}
    if len(capitals) >= _LEAST and _is_talk(capitals.values()):
        return frozenset(capitals)
    often = _often(who for who in speakers.values() if who.istitle())
    turns = frozenset(at for at, who in speakers.items() if who in often)
    return turns if len(often) > 1 and len(turns) >= _LEAST_MIXED else frozenset()


def _is_talk(speakers: Collection[str]) -> bool:
    """Return whether there are several speakers, one of whom speaks again and again."""
    return len(set(speakers)) > 1 and bool(_often(speakers))


def _often(speakers: Iterable[str]) -> frozenset[str]:
    return frozenset(who for who, count in Counter(speakers).items() if count >= _OFTEN)


def _is_mark(line: str) -> bool:
    return bool(_DIRECTION.fullmatch(line) or _TIME.fullmatch(line))


def _is_note(line: str) -> bool:
    low = line.lower()
    return len(line) < _NOTE and any(phrase in low for phrase in words().transcript_notes)
