"""Pasted page text → `Article`: every line is judged by what it is in the page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.config import Limits
from generator.models import Article, Dropped, Problem, Source, Understood
from generator.text import NotText, decode, squeeze
from generator.understand import head, line_model, story
from generator.understand.blocks import blocks
from generator.understand.dates import dates_in, month_comes_first
from generator.understand.dating import Dated, article_date
from generator.understand.headline import headline
from generator.understand.language import detect
from generator.understand.page_words import coverage, tokens

_BODY = 0.5  # chance from which a line is body
_RUNNING = 60  # characters: shorter lines say little of the language
_AROUND = 16  # lines after the headline that may state facts
_REASONS = {
    "share": "share button",
    "control": "page control",
    "advertisement": "advertisement",
    "caption": "caption or credit",
    "related": "link to other articles",
    "comments": "comments",
    "newsletter": "newsletter",
    "paywall": "subscription",
    "legal": "footer",
    "agency": "agency's note",
    "ago": "page clock",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a page that are not empty, and the number of each in the file."""

    numbers: Sequence[int]
    texts: Sequence[str]


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
    lines = split(text)
    if not lines.texts:
        return _failed(source, "the file is empty. Paste the article into it, or remove it.")
    if not any(sign.isalpha() for line in lines.texts for sign in line):
        return _failed(source, "the file has no words. Paste the article into it, or remove it.")
    return _article(source, lines)


def split(text: str) -> Lines:
    """Return the lines of a text that say something."""
    rows = [(number, squeeze(line)) for number, line in enumerate(text.split("\n"), 1)]
    rows = [(number, line) for number, line in rows if line]
    return Lines([number for number, _ in rows], [line for _, line in rows])


def _article(source: Source, lines: Lines) -> Understood:
    texts = lines.texts
    chances = line_model.weigh(texts)
    title, doubtful = headline(texts, chances)
    is_body = [chance > _BODY for chance in chances.body]
    is_body[title] = False
    language = _language(texts, is_body)
    sample = "\n".join(texts)[:20_000]
    month_first = month_comes_first(sample, language)
    date, updated = article_date(
        texts, title, is_body, language, source.collected, month_first=month_first
    )
    around = _around(title, is_body)
    spans = {}
    for at in around:
        found = dates_in(texts[at], language, source.collected, month_first=month_first)
        if found:
            spans[at] = (found[0].start, found[-1].end)
    facts = head.facts(head.Head(texts, title, around, spans, date.at if date else None))
    used = {title, *facts.lines.values(), *([date.at] if date else []), *([updated.at] if updated else [])}
    if not any(is_body):
        is_body = [_is_text(line, at, title, used) for at, line in enumerate(texts)]
    body = [texts[at] for at, kept in enumerate(is_body) if kept]
    if not body:
        message = "no text below the title. Add the article's text, or remove the file."
        return _failed(source, message)
    found = {**facts.found, **_dated(date, updated)}
    places = {name: f"line {lines.numbers[at]}" for name, at in facts.lines.items()}
    if date:
        places["date"] = f"line {lines.numbers[date.at]}"
    if updated:
        places["updated"] = f"line {lines.numbers[updated.at]}"
    for name, value in (("outlet", story.outlet_in(body)), ("place", story.place_in(body))):
        if value and name not in found:
            found[name], places[name] = value, "text"
    article = Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=texts[title],
        blocks=blocks(body),
        language=language,
        dropped=_dropped(lines, is_body, used, title),
        origins={"title": f"line {lines.numbers[title]}", "language": "text", **places},
        problems=_doubt(source, doubtful and texts[doubtful]),
        **found,
    )
    return Understood((article,))


def _dated(date: Dated | None, updated: Dated | None) -> dict[str, object]:
    found: dict[str, object] = {}
    if date:
        found |= {"date": date.found.date, "date_inferred": date.found.inferred}
    if updated and not updated.found.inferred:
        found["updated"] = updated.found.date
    return found


def _language(texts: Sequence[str], is_body: Sequence[bool]) -> str:
    running = [text for text, kept in zip(texts, is_body, strict=True) if kept]
    long = [text for text in running or texts if len(text) > _RUNNING]
    return detect(" ".join((long or running or texts)[:40]))


def _around(title: int, is_body: Sequence[bool]) -> list[int]:
    """Return the lines that may state facts: after the headline, then before, then below the text."""
    count = len(is_body)
    after = [at for at in range(title + 1, min(count, title + 1 + _AROUND)) if not is_body[at]]
    before = [at for at in range(title - 1, max(-1, title - 4), -1) if not is_body[at]]
    return after + before


def _is_text(line: str, at: int, title: int, used: set[int]) -> bool:
    return at > title and at not in used and not _kind(line) and any(map(str.isalpha, line))


def _kind(line: str) -> str:
    """Return the kind of page words that at least half of a line is made of, "" for none."""
    shares = coverage(line, tokens(line[:400]))
    likely = max(_REASONS, key=lambda kind: shares.get(kind, 0.0))
    return likely if shares.get(likely, 0.0) >= 0.34 else ""


def _dropped(
    lines: Lines, is_body: Sequence[bool], used: set[int], title: int
) -> tuple[Dropped, ...]:
    seen: set[str] = set()
    found = []
    for at, (number, line) in enumerate(zip(lines.numbers, lines.texts, strict=True)):
        if not is_body[at] and at not in used:
            found.append(Dropped(number, line, _reason(line, lines.texts[title], seen)))
            seen.add(line)
    return tuple(found)


def _reason(line: str, title: str, seen: set[str]) -> str:
    if line == title:
        return "repeats the headline"
    if not any(map(str.isalnum, line)):
        return "page control"
    if kind := _kind(line):
        return _REASONS[kind]
    if line in seen:
        return "repeated on the page"
    return "not running text" if len(line) > _RUNNING else "page element"


def _doubt(source: Source, other: str | None) -> tuple[Problem, ...]:
    if not other:
        return ()
    message = f"the title may also be: {other[:120]}. Set `title` in the sidecar."
    return (Problem(source.path, "doubt", message, "title-candidates"),)


def _failed(source: Source, message: str) -> Understood:
    return Understood(problems=(Problem(source.path, "error", message),))
