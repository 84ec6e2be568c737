"""A post copied from a page of Facebook or LinkedIn: its text, without buttons and counts. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from generator.config import Limits
from generator.models import Article, Block, Dropped, Source, Understood
from generator.tables import load_patterns
from generator.text import NotText, decode, ends_with_mark, squeeze
from generator.understand.lines.publication_date import calendar_of
from generator.understand.pasted.headline_wording import first_sentence
from generator.understand.vocabulary.language import detect
from generator.understand.vocabulary.people import is_name

_WORDS = load_patterns(Path(__file__).with_name("post_words.yml"))
_LIKE = re.compile(_WORDS["likes"], re.IGNORECASE)
_BUTTON = re.compile(rf"{_WORDS['likes']}|{_WORDS['others']}", re.IGNORECASE)
_COUNT = re.compile(rf"\d[\d.,]*\s?k?|[·•\s]+|{_WORDS['counts']}", re.IGNORECASE)
_NOTE = re.compile(_WORDS["counts"], re.IGNORECASE)
_HEAD = re.compile(rf"[·•\s]+|{_WORDS['heads']}", re.IGNORECASE)
# Below the name: "1w • Edited", "2 Std. ·", "9. März um 08:15 ·", "• 2nd".
_AGE = re.compile(rf"\D{{0,5}}\d{{1,2}}\s?{_WORDS['ages']}\.?\s?[·•].*", re.IGNORECASE)
_DEGREE = re.compile(
    r"[·•] ?[123](?:st|nd|rd|er|º|[.e])?\+?(?:\s|$)"
)  # how a reader knows a person
_DOT = re.compile(r"[·•]")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d")  # "Yesterday at 18:02"
_NEAR = 9  # lines at the start, in which the age of a post is
_BUTTONS = 4  # lines in which two buttons are
_TITLE = 100  # characters
_SAMPLE = 20_000  # bytes

Row = tuple[int, str]


def accepts(source: Source) -> bool:
    """Return whether a text has a post's age or date below a name, and buttons below its text."""
    try:
        rows = _rows(decode(source.data[:_SAMPLE]))
    except NotText:
        return False
    return _span(source, rows) is not None


def read(source: Source, limits: Limits) -> Understood:
    """Return the post; the comments below it are left out."""
    del limits
    rows = _rows(decode(source.data))
    first, end = _span(source, rows) or (0, len(rows))
    posted = [row for row in rows[first:end] if not _NOTE.fullmatch(row[1])]
    text = [line for _, line in posted]
    language = detect(" ".join(text))
    is_headed = len(text) > 1 and len(text[0]) <= _TITLE and not ends_with_mark(text[0])
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=text[0] if is_headed else first_sentence(text[0]),
        blocks=tuple(map(Block, text[is_headed:])),
        language=language,
        authors=_names([line for _, line in rows[:first]]),
        dropped=tuple(Dropped(*row, "page element") for row in rows if row not in posted),
        origins={"language": "text", "title": "text", "authors": "text"},
    )
    calendar = calendar_of(text, language, source.collected)
    dates = [date for _, line in rows[:first] for date in calendar.dates(line)]
    if dates:
        found = dates[0]
        article = replace(
            article, date=found.date, date_inferred=found.inferred, date_other=found.other
        )
    return Understood((article,))


def _names(head: Sequence[str]) -> tuple[str, ...]:
    """Return the name above a post if it is certainly a person's, not a page's or a group's."""
    if not any(map(_DEGREE.search, head)):
        return ()
    top = (line for line in head if not _HEAD.fullmatch(line))
    return tuple(line for line in islice(top, 1) if is_name(line, strict=True))


def _span(source: Source, rows: Sequence[Row]) -> tuple[int, int] | None:
    """Return the first line of a post's text and the line behind it, None if it is no post."""
    texts = [line for _, line in rows]
    buttons = next((at for at in range(len(rows)) if _are_buttons(texts[at : at + _BUTTONS])), None)
    if buttons is None:
        return None
    dated = next((at for at in range(1, min(_NEAR, buttons)) if _is_age(source, texts, at)), None)
    if dated is None:
        return None
    first, end = dated + 1, buttons
    while first < end and _HEAD.fullmatch(texts[first]):
        first += 1
    while end > first and _COUNT.fullmatch(texts[end - 1]):
        end -= 1
    return (first, end) if first < end else None


def _is_age(source: Source, texts: Sequence[str], at: int) -> bool:
    """Return whether a line is the age of a post, or its date with a dot behind it."""
    is_dotted = at + 1 < len(texts) and texts[at + 1] in {"·", "•"}
    if _AGE.fullmatch(texts[at]) or (is_dotted and _CLOCK.search(texts[at])):
        return True
    beside = " ".join(texts[at : at + 2])
    if not (_DOT.search(beside) and re.search(r"\d", texts[at])):
        return False
    calendar = calendar_of(texts, detect(" ".join(texts)), source.collected)
    found = calendar.dates(texts[at])
    return bool(found) and not texts[at][: calendar.begin(texts[at], found[0])].strip()


def _are_buttons(texts: Sequence[str]) -> bool:
    """Return whether lines begin with the button of those who agree, and another is near."""
    if not (texts and _LIKE.fullmatch(texts[0])):
        return False
    return any(map(_BUTTON.fullmatch, texts[1:]))


def _rows(text: str) -> list[Row]:
    rows = ((number, squeeze(line)) for number, line in enumerate(text.split("\n"), 1))
    return [(number, line) for number, line in rows if line]
