"""Results common to the readers of all formats: failures, keys, titles. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.config import Limits
from generator.models import Problem, Source, Understood
from generator.moments import Moment
from generator.sanitize import slug

_TITLE = 90  # characters of a first paragraph that replaces a missing title


def failed(source: Source, message: str) -> Understood:
    """Return the result for a file that can't be used; `message` says why and what to do."""
    return Understood(problems=(Problem(source.path, "error", message),))


def refusing(
    advice: Callable[[Source], str | None],
) -> tuple[Callable[[Source], bool], Callable[[Source, Limits], Understood]]:
    """Return `accepts` and `read` of a reader of files that contain no article.

    `advice` returns what such a file is and what to do instead, None for any other file.
    """

    def accepts(source: Source) -> bool:
        return advice(source) is not None

    def read(source: Source, limits: Limits) -> Understood:
        del limits
        return failed(source, advice(source) or "")

    return accepts, read


def too_many(source: Source, limits: Limits, count: int, what: str) -> Iterator[Problem]:
    """Yield the problem of a file with more entries than are read; `what` is their plural."""
    if count > limits.feed_entries:
        message = (
            f"contains {count} {what}; only the first {limits.feed_entries} are read. Raise "
            "limits.feed_entries in site_config/digest.yml, or divide the file."
        )
        yield Problem(source.path, "warning", message)


def as_the_file(found: Understood) -> Understood:
    """Return a file's only article without an entry key, so that the sidecar applies to it."""
    if len(found.articles) != 1:
        return found
    return replace(found, articles=(replace(found.articles[0], entry=None),))


def entry_key(title: str, date: Moment | None) -> str:
    """Return the key of an article without an id in a file of several: its day and title."""
    return f"{date.day if date else ''} {slug(title)}".strip()


def shortened(text: str) -> str:
    """Return a first paragraph as a title: cut between words if it is long."""
    return text if len(text) <= _TITLE else f"{text[:_TITLE].rsplit(' ', 1)[0]} …"
