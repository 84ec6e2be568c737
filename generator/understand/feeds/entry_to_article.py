"""The entries of a feed, whatever its format → articles. Pure."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from generator.config import Limits
from generator.metadata import Metadata, facts
from generator.models import Article, Block, Dropped, Problem, Source, Understood
from generator.moments import DatePart
from generator.sanitize import url as safe_url
from generator.tables import load_numbers, load_table
from generator.text import clean, squeeze
from generator.understand.dates.written import FoundDate
from generator.understand.feeds.authors import without_outlet
from generator.understand.feeds.footers import leads_to_rest, without_residue
from generator.understand.reader_results import shortened, too_many
from generator.understand.vocabulary.language import detect

_AHEAD = dt.timedelta(days=1)  # a day begins earlier elsewhere
_TITLE = 90  # characters of the first paragraph, for an entry without a title
_PARAGRAPH = 140  # characters: a longer title is a paragraph
_SECTION = 40  # characters; a longer category is not a section
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "entry_to_article")
_VERSION = _TUNED["version"]
_NO_SECTION = Path(__file__).with_name("no_section.yml")
_CUT = re.compile(r"(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.)$")


@dataclass(frozen=True, slots=True)
class Entry(Metadata):
    """An entry as its feed states it; `id` is "" if it has none.

    `blocks` is the full content, or the summary if `summary_only`; `dropped` was removed from it.
    `date_inferred` and `date_other` are as in `models.Article`. `sections` are the entry's
    categories: the first that names a section is the article's.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    summary_only: bool = False
    date_inferred: DatePart | None = None
    date_other: dt.date | None = None
    dropped: tuple[Dropped, ...] = ()
    sections: Sequence[str] = ()
    language: str | None = None

    @property
    def key(self) -> str:
        """The key of the entry, the same in later exports: its id, its address, or a digest."""
        stated = squeeze(clean(self.id or self.url or ""))
        return stated or _digest(f"{self.title}\n{self.date or ''}")

    def dated(self, published: FoundDate | None, updated: FoundDate | None = None) -> Entry:
        """Return the entry with its dates; without a date of publication, it has that of change."""
        date = published or updated
        return replace(
            self,
            date=date.date if date else None,
            date_inferred=date.inferred if date else None,
            date_other=date.other if date else None,
            updated=updated.date if updated and not updated.inferred else None,
        )


def articles_of(source: Source, limits: Limits, entries: Sequence[Entry]) -> Understood:
    """Return one article per entry, and the problems of entries without one."""
    problems = list(too_many(source, limits, len(entries), "entries"))
    articles: dict[str, Article] = {}
    for entry in entries[: limits.feed_entries]:
        article = _article(source, entry)
        if not article.blocks:
            problems.append(_without_text(source, entry))
        else:
            _add(articles, article)
    return Understood(tuple(articles.values()), tuple(problems))


def cut_short(source: Source) -> Problem:
    """Return the problem of a feed that ends in the middle."""
    message = (
        "the feed is truncated: its first entries are used, the rest is missing. Fetch "
        "or export it again."
    )
    return Problem(source.path, "warning", message)


def _add(articles: dict[str, Article], article: Article) -> None:
    """Add an article by its id; of two versions of one entry the newer one is kept.

    Different entries with the same id are kept separate.
    """
    key = article.entry or ""
    known = articles.get(key)
    if known is None or _is_newer_version(article, known):
        articles[key] = article
    elif known.blocks != article.blocks and not _is_newer_version(known, article):
        key = f"{key} {_digest(_text(article))}"
        articles[key] = replace(article, entry=key)


def _is_newer_version(article: Article, known: Article) -> bool:
    """Return whether an article is a later version of a known one: dated, with similar words."""
    newer, older = (version.updated or version.date for version in (article, known))
    is_newer = newer and older and newer.instant > older.instant
    return bool(is_newer) and _likeness(article, known) >= _VERSION


def _likeness(first: Article, second: Article) -> float:
    """Return the share of words that two articles have in common (Jaccard)."""
    words, others = (
        set(f"{article.title} {_text(article)}".lower().split()) for article in (first, second)
    )
    return len(words & others) / max(1, len(words | others))


def _article(source: Source, entry: Entry) -> Article:
    title, blocks = _without_title(squeeze(clean(entry.title)), entry.blocks)
    blocks, below = without_residue(blocks, len(entry.dropped))
    sections = (squeeze(clean(section)) for section in entry.sections)
    hints = [entry.language] if entry.language else []
    stated = facts(entry) | {
        "section": next(filter(_is_section, sections), None),
        "updated": entry.updated if _is_change(entry, source.collected) else None,
        "authors": without_outlet(entry.authors, entry.outlet or ""),
        "outlet": squeeze(clean(entry.outlet or "")) or None,
        "url": safe_url(entry.url),
    }
    return Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=title or shortened("".join(block.text for block in blocks[:1])),
        blocks=blocks,
        language=detect(" ".join([title, *(block.text for block in blocks)]), hints),
        entry=entry.key,
        date_inferred=entry.date_inferred,
        date_other=entry.date_other,
        summary_only=entry.summary_only,
        dropped=(*entry.dropped, *below),
        problems=tuple(_cut(source, entry, blocks, (*entry.dropped, *below)[-1:])),
        origins=dict.fromkeys(("title", "date", "authors", "outlet", "section"), "feed"),
        **stated,
    )


def _is_change(entry: Entry, collected: dt.date) -> bool:
    """Return whether an entry was changed after it was published, and before it was collected."""
    if entry.updated is None or entry.updated == entry.date:
        return False
    return entry.updated.day <= collected + _AHEAD


def _without_title(title: str, blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """Return title and text, if the text begins with the title and continues."""
    if len(blocks) < 2 or blocks[0].text != title:
        return title, blocks
    if len(title) > _PARAGRAPH:  # a service without titles repeats the whole first paragraph
        return shortened(title), blocks
    return title, blocks[1:]


def _is_section(name: str) -> bool:
    return 0 < len(name) <= _SECTION and name.casefold() not in _no_sections()


@cache
def _no_sections() -> frozenset[str]:
    return frozenset(load_table(_NO_SECTION, list[str]))


def _cut(
    source: Source, entry: Entry, blocks: Sequence[Block], last: Sequence[Dropped]
) -> Iterator[Problem]:
    """Yield the doubt that a feed has only the beginning of an article."""
    ends = entry.summary_only and blocks and _CUT.search(blocks[-1].text)
    if blocks and (ends or any(leads_to_rest(line.text) for line in last)):
        end = blocks[-1].text[-40:]
        message = (
            f'the feed has only the beginning of the text ("{end}"). Fetch the '
            "whole with `digest add` and its address, or write `settled: [cut-off]`."
        )
        yield Problem(f"{source.path}#{entry.key}", "doubt", message, "cut-off", end)


def _without_text(source: Source, entry: Entry) -> Problem:
    name = squeeze(clean(entry.title)) or entry.key
    message = (
        f"the entry '{name[:_TITLE]}' has no text. Save its page as HTML, or `digest add` its "
        "address, if the article is wanted."
    )
    return Problem(f"{source.path}#{entry.key}", "warning", message)


def _text(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
