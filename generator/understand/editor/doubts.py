"""Decisions that the editor may want to settle, one `Problem` of level "doubt" each. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path, PurePosixPath

from generator.corrections import answered
from generator.models import Article, Doubt, Problem
from generator.tables import load_table
from generator.understand.dates.machine import LATEST
from generator.understand.dates.months_only import month_in
from generator.unicode_scripts import UNSPACED

_AHEAD = dt.timedelta(days=1)  # a day begins earlier elsewhere
SHORT_BODY = 40  # words
PAYWALLED = 250  # words: a longer text is complete, even if its page mentions subscribers
_COUNTED = 2500  # characters, by which most texts are known to be long enough
_MONTH = 60  # characters of a line that states a month
_HEAD = 2  # paragraphs of a text that may be such lines
_LINE = 200  # characters
_END = 40  # characters
_BROKEN_OFF = re.compile(r"[^\W\d_],? (?:…|\.\.\.|\[…\]|\[\.\.\.\])$")
_PAYWALL = Path(__file__).with_name("paywall.yml")
# Scripts that put no space between words; about two of their characters make a word.
_UNSPACED = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(r"[^\W_]+")


def doubted(article: Article) -> Article:
    """Return the article with its doubts: those of its reader, and missing fields.

    A doubt that a correction or `settled` has answered is not raised again.
    """
    had = [problem for problem in article.problems if not answered(article, problem.code)]
    found = (
        Problem(article.key, "warning" if code == "future-date" else "doubt", message, code, about)
        for code, message, about in _raised(article, _sidecar(article))
        if not answered(article, code)
    )
    return replace(article, problems=(*had, *found))


def _raised(article: Article, sidecar: str) -> Iterator[tuple[Doubt, str, str]]:
    """Yield the code of each doubt, its message, and what it is about."""
    yield from _about_date(article, sidecar)
    if article.section is None:
        yield "no-section", f"no section was found. Set `section` in {sidecar}.", ""
    text = " ".join(block.text for block in article.blocks)
    words = count_words(text[:_COUNTED])
    if words < PAYWALLED:
        words = count_words(text)
    if words < SHORT_BODY and not article.summary_only:
        count = f"{words} {'word' if words == 1 else 'words'}"
        message = f"the body has only {count}. If the text is complete, say so: write"
        yield "short-body", f"{message} `settled: [short-body]` into {sidecar}.", ""
    line = _paywall(article) if words < PAYWALLED else ""
    if words < PAYWALLED and not line and (end := _open_end(article)):
        message = f'the text ends within a sentence ("{end}"). Add the rest, or write'
        yield "cut-off", f"{message} `settled: [cut-off]` into {sidecar}.", end
    if line:
        message = f'the text may be cut off at a paywall ("{line[:80]}"). Paste the whole article,'
        yield "paywall", f"{message} or write `settled: [paywall]` into {sidecar}.", line[:80]


def _about_date(article: Article, sidecar: str) -> Iterator[tuple[Doubt, str, str]]:
    if article.date is None:
        month = _month(article)
        found = f'the page states only a month, "{month}"' if month else "no date was found"
        yield "no-date", f"{found}. Set `date` in {sidecar}.", month
    elif article.date_inferred == "day":
        month = str(article.date)[:7]
        message = f"the source states no day, only the month {month}. Set `date` in"
        yield "day-inferred", f"{message} {sidecar}.", month
    elif article.date_inferred:
        message = f"the source states no year; {article.date.year} is inferred. Set `date` in"
        yield "year-inferred", f"{message} {sidecar}.", str(article.date.year)
    elif article.date_other:
        message = f"the date is read as {article.date.day}, but may mean {article.date_other}."
        both = f"{article.date.day} / {article.date_other}"
        yield "date-ambiguous", f"{message} Set `date` in {sidecar}.", both
    if article.date and article.date.day > article.collected + _AHEAD:
        message = (
            f"{article.date} is after the day of collection, {article.collected}. The front page "
            "and editions do not show the article until you set `date` or `collected` in "
            f"{sidecar}, or write `settled: [future-date]` there."
        )
        yield "future-date", message, str(article.date)


def _month(article: Article) -> str:
    """Return the month and year that a short line at the article's head states, "" for none."""
    lines = [line.text for line in article.dropped]
    lines += [block.text for block in article.blocks[:_HEAD]]
    short = (line for line in lines if len(line) <= _MONTH)
    found = ((line, month_in(line, article.language, LATEST)) for line in short)
    return next((line[month.start : month.end] for line, month in found if month), "")


def _paywall(article: Article) -> str:
    """Return the line that says that the full text is for subscribers, "" for none."""
    lines = (line.text for line in article.dropped if len(line.text) < _LINE)
    return next(
        (line for line in lines if any(phrase in line.lower() for phrase in _cut_off())), ""
    )


def _open_end(article: Article) -> str:
    """Return the end of a text that breaks off with a space and an ellipsis, "" for another."""
    last = article.blocks[-1].text if article.blocks and not article.summary_only else ""
    return last[-_END:] if len(last) > _MONTH and _BROKEN_OFF.search(last) else ""


@cache
def _cut_off() -> tuple[str, ...]:
    return tuple(load_table(_PAYWALL, list[str]))


def _sidecar(article: Article) -> str:
    """Return where the editor can answer, as the end of a sentence."""
    path = PurePosixPath(article.source)
    if path.suffix.lower() in {".md", ".markdown"}:
        return "its front matter"
    name = path.with_suffix(".yml")
    return f"{name}" if article.entry is None else f'{name} (entries: {{"{article.entry}": {{…}}}})'


def count_words(text: str) -> int:
    """Return the number of words; in unspaced scripts two characters count as a word."""
    if not _UNSPACED.search(text):
        return len(_WORD.findall(text))
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + (unspaced + 1) // 2
