"""Subtitles (SubRip, WebVTT) and automatic transcripts as text: without times and numbers. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.text import ends_sentence

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?"
_CLOCK_ALONE = re.compile(rf"\s*{_CLOCK}\s*")
_CUE = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}(?:\s.*)?")
_HEADER = re.compile(r"\ufeff?(?:WEBVTT\b.*|(?:Kind|Language): ?\S+|(?:NOTE|STYLE|REGION)\b.*)")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^<>]{1,60})>")
_TAG = re.compile(r"</?(?:[biuc]|v|ruby|rt|lang|font)\b[^<>]*>|<[\d:.]+>|\{\\an?\d\}")
# "Ola Brandt  00:12", "[00:01:12] Speaker 2:": what a program writes above a turn.
_TURN = re.compile(
    rf"(?P<name>[^\W\d_][^:\n]{{0,50}}?)(?:\s+[|·–-])?\s+[\[(]?(?P<time>{_CLOCK})[\])]?|"
    rf"[\[(](?P<at>{_CLOCK})[\])]\s+(?P<behind>[^\W\d_][^:\n]{{0,50}}?):?"
)
_BEGINNING = re.compile(r"(?:00?:)?0?0:")  # a recording begins in its first minute
_DASHES = ("-", "–", "—")  # before a person's words
_NAME = 5  # words
_LEAST, _LEAST_CLOCKS = 3, 5  # turns; times that have lines of their own
_PARAGRAPH = 300  # characters after which a sentence ends a paragraph


def without_times(text: str) -> str:
    """Return a text without the times of its subtitles or turns, of as many lines as before."""
    lines = text.split("\n")
    if "-->" in text and sum(map(bool, map(_CUE.fullmatch, lines))) > 1:
        return _of_cues(lines)
    clocks = [line for line in lines if _CLOCK_ALONE.fullmatch(line)]
    is_timed = len(clocks) >= _LEAST_CLOCKS and len(clocks) * 3 > sum(map(bool, lines))
    if is_timed and _BEGINNING.match(clocks[0].strip()):
        return _of_cues(lines)
    return _of_turns(text)


def begins_with_cues(text: str) -> bool:
    """Return whether a text begins as subtitles do, which have no headline."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:2]
    is_timed = any(map(_CUE.fullmatch, lines)) or bool(lines and lines[0].startswith("WEBVTT"))
    return is_timed or bool(
        lines and _CLOCK_ALONE.fullmatch(lines[0]) and _BEGINNING.match(lines[0])
    )


def _of_cues(lines: Sequence[str]) -> str:
    """Return the sentences of cues as paragraphs: one ends where another person speaks."""
    first = next(at for at, line in enumerate(lines) if _is_time(line))
    first -= first > 0 and lines[first - 1].strip().isdigit()
    made = [*lines[:first], *[""] * (len(lines) - first)]
    if begins_with_cues("\n".join(lines)):
        first, made = 0, [""] * len(lines)
    start, last, speaker = -1, -1, ""
    for at, line in _spoken(lines, first):
        voice = _VOICE.match(line.lstrip())
        name = voice["name"].strip() if voice else speaker
        said = _TAG.sub("", _VOICE.sub("", line)).strip()
        is_aside = made[start][:1] in _DASHES and at > last + 1
        if start < 0 or name != speaker or said[:1] in _DASHES or is_aside or _is_full(made[start]):
            said = f"{name}: {said}" if voice else said
            start = at
        made[start] = f"{made[start]} {said}".strip()
        last, speaker = at, name
    return "\n".join(made)


def _is_full(paragraph: str) -> bool:
    return len(paragraph) > _PARAGRAPH and ends_sentence(paragraph)


def _is_time(line: str) -> bool:
    return bool(_CUE.fullmatch(line) or _CLOCK_ALONE.fullmatch(line))


def _spoken(lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
    """Yield the lines from the first on that are neither times, numbers nor headers."""
    for at, line in enumerate(lines[first:], first):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        is_name = bool(_CUE.fullmatch(following)) and " " not in line.strip()
        if line.strip() and not (is_name or _is_time(line) or _HEADER.fullmatch(line)):
            yield at, line


def _of_turns(text: str) -> str:
    """Return a text with each name and time above a turn as the name before it.

    A chat has the times of a day, and a programme no name twice.
    """
    lines = text.split("\n")
    heads = {at: found for at, line in enumerate(lines) if (found := _head(line))}
    names = [name for name, _ in heads.values()]
    times = [time for _, time in heads.values()]
    if len(heads) < _LEAST or len(set(names)) == len(names) or not _BEGINNING.match(times[0]):
        return text
    for at, (name, _) in heads.items():
        below = next((row for row in range(at + 1, len(lines)) if lines[row].strip()), None)
        if below is not None and below not in heads:
            lines[below] = f"{name}: {lines[below].strip()}"
            lines[at] = ""
    return "\n".join(lines)


def _head(line: str) -> tuple[str, str] | None:
    """Return the name and the time that a line consists of, None for another line."""
    found = _TURN.fullmatch(line.strip())
    if found is None:
        return None
    name = (found["name"] or found["behind"]).strip()
    is_name = len(name.split()) <= _NAME and name[:1].isupper()
    return (name, found["time"] or found["at"]) if is_name else None
