"""Posts of a social network as they are copied from its page: one person's thread. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from pathlib import Path

from generator.config import Limits
from generator.models import Article, Block, Dropped, Source, Understood
from generator.tables import any_of, load_patterns, load_table
from generator.text import NotText, decode, squeeze
from generator.understand.lines.publication_date import Calendar, calendar_of
from generator.understand.reader_results import failed, shortened
from generator.understand.vocabulary.language import detect

_WORDS = load_patterns(Path(__file__).with_name("thread_words.yml"))
_HANDLE = re.compile(r"@[\w.-]{2,60}(?:@[\w.-]+)?")
_NAMED = re.compile(r"(?P<name>[^@\n]{2,60}?)\s+(?P<handle>@[\w.-]{2,60})(?:\s*·.*)?")
_NUMBER = re.compile(
    r"^(?:🧵\s*)?\(?\d{1,2}\s?/\s?(?:\d{1,2}|n|x)?\)?[.:]?\s+|\s+\(?\d{1,2}/(?:\d{1,2})?\)?$"
)
_UNITS = load_table(Path(__file__).with_name("count_units.yml"), dict[str, int])
_COUNTED = rf"\d[\d.,\u00a0\u202f]*\s?{any_of(_UNITS)}?"
_COUNTS = re.compile(
    rf"(?:{_COUNTED}(?:\s(?:{_WORDS['counted']}))?|{_WORDS['counted']}|·|\s)+", re.IGNORECASE
)
_VIEWS = re.compile(
    rf"(?P<count>\d[\d.,]*)\s?(?P<unit>{any_of(_UNITS)})?\s{_WORDS['views']}",
    re.IGNORECASE,
)
_BUTTONS = re.compile(rf"·|{_WORDS['buttons']}", re.IGNORECASE)
_AGO = re.compile(r"(?:·\s*)?\d{1,2}\s?(?:s|m|h|d|min|std)\.?", re.IGNORECASE)
# "9:15 AM · Mar 10, 2026", "9:15 nachm. · 10. März 2026", of Mastodon "Mar 10, 2026, 09:15 AM".
_MOMENT = re.compile(
    r"^\d{1,2}[:.]\d\d(?:\s?[^\W\d]+\.?(?:\s?[^\W\d]\.)?)?\s·\s[^·]{5,30}(?:$|\s?·)|"
    r"^\D{0,12}\d{1,2}\.?,?\s(?:\w+\.?\s)?\d{4},?\s\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?$"
)
_TOP = 2  # lines that contain the name and the handle
_DATED = 70  # characters of a line with a date
_TITLE = 90  # characters


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its number, its text, and the author of its post ("" above the first)."""

    number: int
    text: str
    handle: str


def accepts(source: Source) -> bool:
    """Return whether a text begins with a name and an account's handle, as posts do."""
    if b"@" not in source.data[:1000]:
        return False
    try:
        rows = _rows(decode(source.data[:20_000]))
    except NotText:
        return False
    texts = list(dropwhile(_BUTTONS.fullmatch, (text for _, text in rows)))
    handles = [at for at in range(len(texts)) if _handle(texts, at)]
    if not handles or handles[0] >= _TOP:
        return False
    return len(handles) > 1 or _are_posts(texts[handles[0] + 1 :])


def _are_posts(texts: Sequence[str]) -> bool:
    """Return whether lines are numbered as those of a thread, or have a post's time."""
    return sum(bool(_NUMBER.match(text)) for text in texts) > 1 or any(map(_MOMENT.search, texts))


def read(source: Source, limits: Limits) -> Understood:
    """Return the thread of the author of the first post."""
    del limits
    rows = _rows(decode(source.data))
    texts = [text for _, text in rows]
    language = detect(" ".join(text for text in texts if len(text) > _TITLE // 2))
    calendar = calendar_of(texts, language, source.collected)
    handle, name = next(filter(None, (_handle(texts, at) for at in range(len(texts)))), ("", ""))
    own = [line for line in _lines(rows) if line.handle == handle]
    posts = dict(_posts(own, calendar))
    if not posts:
        message = "contains a name and a handle, but no post. Paste the posts' text too."
        return failed(source, message)
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=shortened(next(iter(posts.values()))),
        blocks=tuple(map(Block, posts.values())),
        language=language,
        authors=tuple(filter(None, [name])),
        views=next(filter(None, map(_views, own)), None),
        dropped=tuple(Dropped(*row, "page element") for row in rows if row[0] not in posts),
        origins={"language": "text", "title": "text", "authors": "text"},
    )
    return Understood((_dated(article, own, calendar),))


def _dated(article: Article, lines: Iterable[Line], calendar: Calendar) -> Article:
    """Return the article with the first date of the short lines."""
    short = (line.text for line in lines if len(line.text) <= _DATED)
    date = next((date for text in short for date in calendar.dates(text)), None)
    return replace(article, date=date.date, date_inferred=date.inferred) if date else article


def _posts(lines: Iterable[Line], calendar: Calendar) -> Iterator[tuple[int, str]]:
    """Yield the lines of posts, by their number, without the thread's own numbers ("2/5")."""
    for line in lines:
        text = _NUMBER.sub("", line.text).strip()
        if any(map(str.isalnum, text)) and not _is_furniture(line.text, calendar):
            yield line.number, text


def _rows(text: str) -> list[tuple[int, str]]:
    rows = ((number, squeeze(line)) for number, line in enumerate(text.split("\n"), 1))
    return [(number, line) for number, line in rows if line]


def _handle(texts: Sequence[str], at: int) -> tuple[str, str] | None:
    """Return the handle and the name that head a post at a line, None if none does."""
    alone = _HANDLE.fullmatch(texts[at])
    if alone and at:
        return alone[0].lower(), texts[at - 1]
    named = _NAMED.fullmatch(texts[at])
    return (named["handle"].lower(), named["name"]) if named else None


def _lines(rows: Sequence[tuple[int, str]]) -> Iterator[Line]:
    """Yield the lines of posts, without names and handles."""
    texts = [text for _, text in rows]
    handle = ""
    for at, (number, text) in enumerate(rows):
        head = _handle(texts, at)
        if head:
            handle = head[0]
        elif at + 1 < len(texts) and _HANDLE.fullmatch(texts[at + 1]):
            continue
        elif handle:
            yield Line(number, text, handle)


def _is_furniture(text: str, calendar: Calendar) -> bool:
    if _COUNTS.fullmatch(text) or _BUTTONS.fullmatch(text) or _AGO.fullmatch(text):
        return True
    dates = calendar.dates(text) if len(text) <= _DATED else []
    rest = text[: dates[0].start] + text[dates[-1].end :] if dates else text
    return bool(dates) and ("·" in text or len(rest) < 4)


def _views(line: Line) -> int | None:
    found = _VIEWS.search(line.text)
    if not found:
        return None
    unit = _UNITS.get((found["unit"] or "").lower(), 1)
    digits = found["count"].replace(",", "." if unit > 1 else "")
    try:
        return round(float(digits if unit > 1 else digits.replace(".", "")) * unit)
    except ValueError:
        return None
