"""Decisions that the editor may want to settle, one `Problem` of level "doubt" each. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.models import Article, Problem

SHORT_BODY = 40  # words
_SIDECAR = frozenset({"sidecar", "front matter"})
# Scripts that put no space between words; about two of their characters make a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(r"[^\W_]+")


def doubts(article: Article) -> tuple[Problem, ...]:
    """Return the doubts about an article that neither a correction nor `settled` has answered."""
    return tuple(
        Problem(article.key, "doubt", message, code)
        for code, field, message in _raised(article)
        if code not in article.settled and article.origins.get(field) not in _SIDECAR
    )


def _raised(article: Article) -> Iterator[tuple[str, str, str]]:
    if article.date is None:
        yield "no-date", "date", "no date was found. Set `date` in the sidecar."
    elif article.date_inferred:
        message = (
            f"the source states no year; {article.date[:4]} is inferred. Set `date` in the sidecar."
        )
        yield "year-inferred", "date", message
    if article.section is None:
        yield "no-section", "section", "no section was found. Set `section` in the sidecar."
    words = count_words(" ".join(block.text for block in article.blocks))
    if words < SHORT_BODY and not article.summary_only:
        yield "short-body", "body", f"the body has only {words} words. Is the text complete?"


def count_words(text: str) -> int:
    """Return the number of words; unspaced scripts are counted as two characters a word."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + (unspaced + 1) // 2
