"""The entries of a feed, whatever its format → articles. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.config import Limits
from generator.models import Article, Block, Problem, Source, Understood
from generator.safe import url as safe_url
from generator.text import clean, squeeze
from generator.understand.feeds.footers import without_residue
from generator.understand.vocabulary.language import detect

_TITLE = 90  # characters of the first paragraph, for an entry without a title
_SECTION = 40  # characters; a longer category is no section


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as its feed states it; `id` "" where it has none; dates as `iso.iso` gives them.

    `blocks` is the full content, or the summary if `summary_only`.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    summary_only: bool = False
    url: str | None = None
    date: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    sections: Sequence[str] = ()
    language: str | None = None

    @property
    def key(self) -> str:
        """What identifies the entry when the feed is exported again: id, address, or a digest."""
        said = squeeze(clean(self.id or self.url or ""))
        return said or _digest(f"{self.title}\n{self.date or ''}")


def articles_of(source: Source, limits: Limits, entries: Sequence[Entry]) -> Understood:
    """Return one article per entry, and the problems of entries that are none."""
    problems = list(_too_many(source, limits, len(entries)))
    articles: dict[str, Article] = {}
    for entry in entries[: limits.feed_entries]:
        article = _article(source, entry)
        if not article.blocks:
            problems.append(_without_text(source, entry))
        elif not _is_known(articles, article):
            key = article.entry or ""
            if key in articles:
                key = f"{key} {_digest(_text(article))}"
            articles[key] = _named(article, key)
    return Understood(tuple(articles.values()), tuple(problems))


def cut_short(source: Source) -> Problem:
    """Return the problem of a feed that ends in the middle."""
    message = (
        "the feed ends in the middle: its first entries are used, what followed is missing. Fetch "
        "or export it again."
    )
    return Problem(source.path, "warning", message)


def _is_known(articles: dict[str, Article], article: Article) -> bool:
    known = articles.get(article.entry or "")
    return known is not None and known.blocks == article.blocks


def _named(article: Article, key: str) -> Article:
    return article if article.entry == key else replace(article, entry=key)


def _article(source: Source, entry: Entry) -> Article:
    title, blocks = squeeze(clean(entry.title)), entry.blocks
    if blocks and len(blocks) > 1 and blocks[0].text == title:
        blocks = blocks[1:]
    blocks, dropped = without_residue(blocks)
    sections = [squeeze(clean(one)) for one in entry.sections]
    hints = [entry.language] if entry.language else []
    return Article(
        source=source.path,
        sha256=source.sha256,
        collected=source.collected,
        title=title or _shortened(blocks),
        blocks=blocks,
        language=detect(" ".join([title, *(block.text for block in blocks)]), hints),
        entry=entry.key,
        section=next((one for one in sections if 0 < len(one) <= _SECTION), None),
        date=entry.date,
        updated=entry.updated if entry.updated and entry.updated != entry.date else None,
        authors=entry.authors,
        outlet=squeeze(clean(entry.outlet or "")) or None,
        url=safe_url(entry.url),
        summary_only=entry.summary_only,
        dropped=dropped,
        origins=dict.fromkeys(("title", "date", "authors", "outlet", "section"), "feed"),
    )


def _shortened(blocks: Sequence[Block]) -> str:
    text = blocks[0].text if blocks else ""
    return text if len(text) <= _TITLE else f"{text[:_TITLE].rsplit(' ', 1)[0]} …"


def _without_text(source: Source, entry: Entry) -> Problem:
    name = squeeze(clean(entry.title)) or entry.key
    message = (
        f"the entry '{name[:_TITLE]}' has no text. Save its page as HTML, or `digest add` its "
        "address, if the article is wanted."
    )
    return Problem(f"{source.path}#{entry.key}", "warning", message)


def _too_many(source: Source, limits: Limits, count: int) -> Iterator[Problem]:
    if count > limits.feed_entries:
        message = (
            f"holds {count} entries; only the first {limits.feed_entries} are read. Raise "
            "limits.feed_entries in site_config/digest.yml, or divide the file."
        )
        yield Problem(source.path, "warning", message)


def _text(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
