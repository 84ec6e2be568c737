"""The state of a review: open doubts, examined articles, answers and undo.

An article's text is only processed in a separate process that may be killed. One thread calls it,
so that any number of requests share one such process.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from generator.collect import Added, add, add_text
from generator.collect.connection import is_private
from generator.config import Limits, load_settings
from generator.models import DigestError, Problem, Source
from generator.project import SEEDS
from generator.read import read
from generator.review.change import Change
from generator.review.collection import Collection
from generator.review.examination import Examination, Request, examine
from generator.review.questions import DOUBTS
from generator.review.sidecar_edit import with_keys
from generator.review.sidecar_file import put, sidecar_of, text_of
from generator.review.trial_read import unusable
from generator.run.resource_limits import Lost, isolated
from generator.understand import understand
from generator.words import FALLBACK

_OWN_NETWORK = "is an address of your own network. To fetch it anyway, use `digest add`."
S = TypeVar("S")
T = TypeVar("T")


class CantReview(DigestError):
    """An article that can't be reviewed; the message says why."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article with open doubts; `codes` are their codes."""

    key: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A written change, the article's key and the code of the doubt it answers ("" for none)."""

    change: Change
    key: str
    code: str = ""


class ReviewSession:
    """The open doubts, and the answers given since the doubts were found."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._seeds = project / SEEDS
        self._doubts: tuple[Problem, ...] = ()
        self._answered: dict[tuple[str, str], int] = {}  # number of builds begun before
        self._builds = 0
        self._answers: list[Answer] = []
        self._known: Collection | None = None
        self._language = FALLBACK
        self._lock, self._adding = threading.RLock(), threading.Lock()
        self._worker = ThreadPoolExecutor(max_workers=1)

    def build_begins(self) -> None:
        """Record that a build begins, which takes all earlier answers into account."""
        with self._lock:
            self._builds += 1

    def build_found(self, problems: Iterable[Problem]) -> None:
        """Replace the doubts by those that the build found."""
        with self._lock:
            self._doubts = tuple(doubt for doubt in problems if doubt.code in DOUBTS)
            self._answered = {
                doubt: builds for doubt, builds in self._answered.items() if builds >= self._builds
            }
            self._known = None

    def waiting(self) -> tuple[Waiting, ...]:
        """Return the articles with open doubts, in the build's order."""
        with self._lock:
            found: dict[str, list[str]] = {}
            for doubt in self._doubts:
                if (doubt.source, doubt.code) not in self._answered:
                    found.setdefault(doubt.source, []).append(doubt.code)
        return tuple(Waiting(key, tuple(dict.fromkeys(codes))) for key, codes in found.items())

    def language(self) -> str:
        """Return the site's language; that of the last valid settings while they are wrong."""
        with self._lock, contextlib.suppress(DigestError):
            self._language = load_settings(self._project).language
        return self._language

    def collection(self) -> Collection:
        """Return the facts from the pages of the last build."""
        with self._lock:
            self._known = self._known or Collection.of(self._project)
            return self._known

    def examine(self, key: str) -> Examination:
        """Return an article as it is extracted now; `CantReview` if there is none."""
        limits = load_settings(self._project).limits
        source = self._source(key, limits)
        request = Request(source, key, self._doubts, self.collection().in_use, limits)
        found = self._apart(examine, request, limits)
        if isinstance(found, Lost):
            raise CantReview(f"{key}: {found.message('Shorten the file.')}")
        if found is None:
            raise CantReview(f"{key}: the file no longer contains this article.")
        self._note(found)
        return found

    def _note(self, examined: Examination) -> None:
        """Record the doubts of the last build that have been answered since."""
        codes = {question.code for question in examined.questions}
        with self._lock:
            for doubt in self._doubts:
                if doubt.source == examined.key and doubt.code not in codes:
                    self._answered.setdefault((doubt.source, doubt.code), self._builds)

    def change(self, examined: Examination, sets: Mapping[str, object]) -> Change:
        """Return the change that sets keys in an article's sidecar, without writing it."""
        name = sidecar_of(self._seeds, examined.source)
        before = text_of(self._seeds, name)
        return Change(name, before, with_keys(before or "", sets, examined.entry, name))

    def write(self, answer: Answer) -> None:
        """Write an answer; `CantWrite` if the sidecar has changed since."""
        with self._lock:
            put(self._seeds, answer.change)
            self._answers.append(answer)
            self._answered[answer.key, answer.code] = self._builds

    def last(self) -> Answer | None:
        """Return the last answer that was written and not undone."""
        with self._lock:
            return self._answers[-1] if self._answers else None

    def undo(self) -> Answer | None:
        """Undo the last answer and return it; None if there is none."""
        with self._lock:
            if not self._answers:
                return None
            answer = self._answers[-1]
            put(self._seeds, answer.change.undone())
            self._answers.pop()
            self._answered.pop((answer.key, answer.code), None)
            return answer

    def add(self, pasted: str, to: str = "") -> Added | Problem:
        """Add a pasted text, or the page of a pasted address, to the folder `to` of seeds/."""
        limits = load_settings(self._project).limits
        now = dt.datetime.now(dt.UTC)

        def check(name: str, data: bytes, charset: str | None) -> str | None:
            return self._worker.submit(unusable, limits, now.date(), name, data, charset).result()

        target = pasted.strip()
        with self._adding:
            if "://" in target and len(target.split()) == 1:
                if is_private(_host(target)):
                    return Problem(target, "error", _OWN_NETWORK)
                return add(target, self._seeds, limits, now, check, to, outside=True)
            title = self._title(pasted, now.date(), limits)
            return add_text(pasted, title, self._seeds, limits, check, to)

    def keys_in(self, name: str) -> tuple[str, ...]:
        """Return the keys of the articles in a file of seeds/."""
        limits = load_settings(self._project).limits
        source = self._source(name, limits)
        understood = self._apart(partial(understand, limits=limits), source, limits)
        articles = () if isinstance(understood, Lost) else understood.articles
        return tuple(article.key for article in articles)

    def close(self) -> None:
        """End the thread and, with it, its process."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _title(self, pasted: str, today: dt.date, limits: Limits) -> str:
        """Return the headline of a pasted text, "" if it has none."""
        source = Source("pasted.txt", pasted.encode("utf-8", "replace"), "", today)
        understood = self._apart(partial(understand, limits=limits), source, limits)
        articles = () if isinstance(understood, Lost) else understood.articles
        return articles[0].title if articles else ""

    def _source(self, key: str, limits: Limits) -> Source:
        """Return the source of an article; `CantReview` says why it can't be read."""
        file = self._seeds / self._file(key)
        recorded = self.collection().collected
        found = next(read(self._seeds, limits, recorded, file, self._project), None)
        if isinstance(found, Source):
            return found
        raise CantReview(f"{key}: {found.message if found else 'there is no such article.'}")

    def _file(self, key: str) -> str:
        """Return the file of an article's key; both file names and entry ids may contain `#`."""
        parts = key.split("#")
        names = ("#".join(parts[: at + 1]) for at in range(len(parts)))
        name = next((name for name in names if (self._seeds / name).is_file()), None)
        if name is None:
            raise CantReview(f"{key}: the file is gone. Build again.")
        return name

    def _apart(self, function: Callable[[S], T], item: S, limits: Limits) -> T | Lost:
        """Call a function in the process that may be killed."""
        call = partial(isolated, function, limits.seconds, item, limits.memory_megabytes)
        return self._worker.submit(call).result()


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
