"""Pasted page text → `Article`: every line is judged by what it is in the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.config import Limits
from generator.models import Article, Dropped, Problem, Source, Understood
from generator.text import NotText, decode, squeeze
from generator.understand import head, line_model, story
from generator.understand.blocks import blocks
from generator.understand.dates import dates_in, month_comes_first
from generator.understand.dating import Dated, article_date
from generator.understand.head import is_stated
from generator.understand.headline import headline
from generator.understand.language import detect
from generator.understand.page_words import coverage, tokens

_CLEAN = 0.85  # share of the characters below the headline that is body, in a clean text
_LEAST = 0.02  # chance from which a line of a clean text is body
_CONTROL = 8  # words: a longer line is no button
_BODY = 0.5  # chance from which a line is body
_RUNNING = 60  # characters: shorter lines say little of the language
_HEAD = 5  # lines after the headline that state facts though they look like text
_AROUND = 16  # lines after the headline that may state facts
_GLUED = 160  # characters
_WORD_DATE = re.compile(r"(?<=[a-zà-ÿ]{2})(?=[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")
_YEAR_MORE = re.compile(r"(, (?:19|20)\d\d)(?=\d)")
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
    texts = [_unglued(text) for text in lines.texts]
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
    around = _around(texts, title, is_body)
    spans = {}
    for at in around:
        found = dates_in(texts[at], language, source.collected, month_first=month_first)
        if found:
            spans[at] = (found[0].start, found[-1].end)
    facts = head.facts(head.Head(texts, title, around, spans, date.at if date else None))
    used = {
        title,
        *facts.lines.values(),
        *([date.at] if date else []),
        *([updated.at] if updated else []),
    }
    for at in used:
        is_body[at] = False
    if _is_clean(texts, is_body, title):
        start = max((at for at in used if at - title <= _AROUND), default=title)
        is_body = [
            at > start and (kept or (chances.body[at] > _LEAST and not _is_control(texts[at])))
            for at, kept in enumerate(is_body)
        ]
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
        dropped=_dropped(Lines(lines.numbers, texts), is_body, used, title),
        origins={"title": f"line {lines.numbers[title]}", "language": "text", **places},
        problems=_doubt(source, doubtful and texts[doubtful]),
        **found,
    )
    return Understood((article,))


def _unglued(text: str) -> str:
    """Return a short line with a space where a page glued a name, a date and a time together."""
    if len(text) > _GLUED or not any(map(str.isdigit, text)):
        return text
    text = _WORD_DATE.sub(" | ", text)
    return _YEAR_MORE.sub(r"\1 ", text)


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


def _around(texts: Sequence[str], title: int, is_body: Sequence[bool]) -> list[int]:
    """Return the lines that may state facts: after the headline, then before, then below the text."""
    count = len(is_body)
    after, open_head = [], True
    for at in range(title + 1, min(count, title + 1 + _AROUND)):
        short = len(texts[at]) < _RUNNING or is_stated(texts[at])
        open_head = open_head and (short or not is_body[at])
        if not is_body[at] or (open_head and at - title <= _HEAD):
            after.append(at)
    before = [at for at in range(title - 1, max(-1, title - 4), -1) if not is_body[at]]
    return after + before


def _is_clean(texts: Sequence[str], is_body: Sequence[bool], title: int) -> bool:
    """Tell a text pasted without the page around it: nearly all below the headline is body."""
    below = range(title + 1, len(texts))
    kept = sum(len(texts[at]) for at in below if is_body[at])
    return kept > _CLEAN * sum(len(texts[at]) for at in below)


def _is_control(line: str) -> bool:
    words = tokens(line[:400])
    return len(words) < _CONTROL and (max(coverage(line, words).values(), default=1.0) >= 0.5)


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
