"""An article as its page in content/ states it: the one source of every list and picture.

Lists are drawn from the pages' front matter and not from the collected files, so that a page which
the editor changed by hand is listed as it now reads, and `mkdocs build` alone gives the same site.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from generator import safe
from generator.config import TextPolicy
from generator.models import Related


@dataclass(frozen=True, slots=True)
class Entry:
    """The front matter of an article page, typed; `path` is its place below content/."""

    path: str
    title: str
    description: str = ""
    standfirst: str = ""  # where the text itself does not begin with it
    day: dt.date | None = None
    time: dt.datetime | None = None
    date_inferred: bool = False
    updated: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    language: str = "en"
    outlet: str | None = None
    url: str | None = None
    place: str | None = None
    views: int | None = None
    reading_minutes: int | None = None
    key_points: tuple[tuple[str, int], ...] = ()  # sentence, block
    related: tuple[Related, ...] = ()
    also: tuple[Mapping[str, object], ...] = ()
    key: str = ""
    sha256: str = ""
    collected: dt.date | None = None
    editor: tuple[str, ...] = ()  # fields the editor decided
    dropped: int = 0  # lines of the source that are not part of the article
    words: int = 0
    shown: TextPolicy = "full"
    summary_only: bool = False
    aliases: tuple[str, ...] = ()  # addresses the page had before, as "/articles/2025/slug/"
    drawn: str = ""

    @property
    def source(self) -> str:
        """Return the file the article came from."""
        return self.key.partition("#")[0]


def entry_of(path: str, front: Mapping[str, object]) -> Entry | None:
    """Read a page's front matter; None if it is not an article's.

    Values of an unexpected type, as a hand may leave them, count as absent.
    """
    own = front.get("digest")
    if not isinstance(own, dict) or "source" not in own:
        return None
    day, time = _moment(front.get("date"))
    categories = _texts(front.get("categories"))
    return Entry(
        path=path,
        title=_text(front.get("title")) or path,
        description=_text(front.get("description")) or "",
        standfirst=_text(own.get("standfirst")) or "",
        day=day,
        time=time,
        date_inferred=bool(own.get("date_inferred")),
        updated=_text(front.get("lastmod")),
        section=categories[0] if categories else None,
        keywords=_texts(front.get("tags")),
        authors=_texts(front.get("authors")),
        language=_text(front.get("lang")) or "en",
        outlet=_text(own.get("outlet")),
        url=_text(own.get("url")),
        place=_text(own.get("place")),
        views=_number(own.get("views")),
        reading_minutes=_number(own.get("reading_minutes")),
        key_points=tuple(
            (str(point.get("text", "")), _number(point.get("paragraph")) or 0)
            for point in _maps(own.get("key_points"))
        ),
        related=tuple(_related(one) for one in _maps(own.get("related"))),
        also=tuple(_maps(own.get("also"))),
        key=_key(own),
        sha256=_text(own.get("sha256")) or "",
        collected=_moment(own.get("collected"))[0],
        editor=_texts(own.get("editor")),
        dropped=_number(own.get("dropped")) or 0,
        words=_number(own.get("words")) or 0,
        shown=_amount(own.get("shown")),
        summary_only=bool(own.get("summary_only")),
        aliases=_aliases(path, front),
        drawn=_text(own.get("drawn")) or "",
    )


def _aliases(path: str, front: Mapping[str, object]) -> tuple[str, ...]:
    """Return the addresses a page had before; a file that was renamed still bears its old slug."""
    folder, _, name = path.rpartition("/")
    slug, said = _text(front.get("slug")) or "", _texts(front.get("aliases"))
    if not slug or slug in {"index", name.removesuffix(".md")} or slug != safe.slug(slug):
        return said
    return tuple(dict.fromkeys((*said, f"/{folder}/{slug}/")))


def _amount(value: object) -> TextPolicy:
    return value if value in {"excerpt", "link"} else "full"


def _key(own: Mapping[str, object]) -> str:
    source, entry = str(own["source"]), own.get("entry")
    return f"{source}#{entry}" if entry else source


def _related(one: Mapping[str, object]) -> Related:
    days = one.get("days")
    return Related(str(one.get("source", "")), _texts(one.get("keywords")), _number(days))


def _moment(value: object) -> tuple[dt.date | None, dt.datetime | None]:
    if isinstance(value, dt.datetime):
        return value.date(), value
    return (value, None) if isinstance(value, dt.date) else (None, None)


def _text(value: object) -> str | None:
    return None if value is None or isinstance(value, dict | list) else str(value)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _maps(value: object) -> list[dict[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
