"""Pasted page text → `Article`: every line is judged by what it is in the page."""

from __future__ import annotations

import re
from typing import Any

from generator.config import Limits
from generator.models import Article, Block, Dropped, Problem, Source, Understood
from generator.text import NotText, decode, squeeze
from generator.understand.dates import find_date
from generator.understand.language import detect

_MINUTES = re.compile(r"(\d+)\s+(?:minutes?|min)\b")


def accepts(source: Source) -> bool:
    """Take whatever is left."""
    return bool(source.path)


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a pasted page, or what keeps it from being one."""
    del limits
    try:
        text = decode(source.data)
    except NotText as error:
        return _failed(source, f"{error}. Save the article as text and replace the file.")
    lines = [(number, squeeze(line)) for number, line in enumerate(text.split("\n"), 1)]
    lines = [(number, line) for number, line in lines if line]
    if not lines:
        return _failed(source, "the file is empty. Paste the article into it, or remove it.")
    return _article(source, lines)


def _article(source: Source, lines: list[tuple[int, str]]) -> Understood:
    title = lines[0][1]
    language = detect(" ".join(line for _, line in lines))
    body: list[Block] = []
    dropped: list[Dropped] = []
    found: dict[str, Any] = {}
    for number, line in lines[1:]:
        date = find_date(line, language, source.collected) if len(line) < 60 else None
        if date and "date" not in found:
            found |= {"date": date.date, "date_inferred": date.inferred}
            rest = line[date.end :]
            minutes = _MINUTES.search(rest)
            views = re.match(r"\s*(\d+)\s", rest)
            found["reading_minutes"] = int(minutes[1]) if minutes else None
            found["views"] = (
                int(views[1]) if views and minutes and views.start(1) != minutes.start(1) else None
            )
        elif len(line.split()) > 5:
            body.append(Block(line))
        elif not body and "section" not in found and line[0].isalpha():
            found["section"] = line
        else:
            dropped.append(Dropped(number, line, "page control"))
    if not body:
        return _failed(
            source, "no text below the title. Add the article's text, or remove the file."
        )
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=title,
        blocks=tuple(body),
        language=language,
        dropped=tuple(dropped),
        **found,
    )
    return Understood((article,))


def _failed(source: Source, message: str) -> Understood:
    return Understood(problems=(Problem(source.path, "error", message),))
