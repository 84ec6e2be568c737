"""The blocks of a document → `Article`: its head is read as that of a pasted text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from generator.config import Limits
from generator.models import Article, Block, Dropped, Problem, Source, Understood
from generator.tables import load_patterns
from generator.understand.databases import reader as databases
from generator.understand.databases.split import documents
from generator.understand.pasted import reader as pasted
from generator.understand.vocabulary.language import detect
from generator.understand.vocabulary.people import people

_LINE = re.compile(r"line (\d+)")
_HEAD = 12  # blocks that may contain the facts of a document's head
_FACT = 160  # characters of a line that states one
_TITLE = 250  # characters of a headline
_DEFAULTS = load_patterns(Path(__file__).with_name("default_metadata.yml"))
_NO_TITLE = re.compile(f"{_DEFAULTS['titles']}?", re.IGNORECASE)
_NO_AUTHOR = re.compile(_DEFAULTS["authors"], re.IGNORECASE)
# Page furniture that is recognised by its words, in any position.
_RECOGNISED = frozenset(
    ("share button", "page control", "advertisement", "newsletter", "subscription", "comments")
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of the file; "" for a missing value."""

    title: str = ""
    author: str = ""


def article_of(
    source: Source,
    limits: Limits,
    blocks: Sequence[Block],
    title: int | None,
    metadata: Metadata,
) -> Understood:
    """Return the article of a document, or the articles of a press database's export.

    `title` is the number of the block that the layout shows to be the title, None if none does.
    Title, date and authors come from the text; the metadata fills in what it lacks.
    """
    rows = [(2 * at + 1, block.text) for at, block in enumerate(blocks)]
    spaced = [row for number, text in rows for row in ((number, text), (number + 1, ""))]
    if documents(spaced):
        return databases.read_rows(source, limits, spaced)
    if title is not None:
        blocks = [*blocks[title : title + 1], *blocks[:title], *blocks[title + 1 :]]
        before = title
    else:
        before = 0
    text = "\n\n".join(block.text for block in blocks)
    as_text = replace(source, data=text.encode("utf-8"))
    understood = pasted.read(as_text, limits)
    if not understood.articles:
        return understood
    article = understood.articles[0]
    if title is not None:
        article = replace(
            article,
            title=blocks[0].text,
            problems=_without_title_doubts(article.problems),
            origins={**article.origins, "title": "line 1"},
        )
    return Understood((_with_whole_text(article, blocks, before, metadata),))


def _with_whole_text(
    article: Article, blocks: Sequence[Block], before: int, metadata: Metadata
) -> Article:
    """Return the article with all blocks except its head: a document has no page around it.

    `before` is how many blocks were above the title, which is now the first.
    """
    recognised = [line for line in article.dropped if line.reason in _RECOGNISED]
    furniture = {line.text for line in recognised}
    head, above = _head(article, blocks, before)
    body = tuple(_without(blocks, head | above, furniture)) or article.blocks
    dropped = [Dropped(at + 1, blocks[at].text, "above the headline") for at in sorted(above)]
    made = replace(
        article,
        blocks=body,
        dropped=(*dropped, *recognised),
        origins=_without_lines(article.origins),
        language=detect(" ".join(block.text for block in body)),
    )
    return _filled(made, metadata)


def _without(
    blocks: Sequence[Block], places: AbstractSet[int], texts: AbstractSet[str]
) -> Iterator[Block]:
    """Yield blocks except those at some indices and those with some texts."""
    for at, block in enumerate(blocks):
        if at not in places and block.text not in texts:
            yield block


def _without_lines(origins: Mapping[str, str]) -> dict[str, str]:
    """Return origins without numbers of lines, which a document does not have."""
    return {n: "text" if _LINE.fullmatch(origin) else origin for n, origin in origins.items()}


def _head(
    article: Article, blocks: Sequence[Block], before: int
) -> tuple[AbstractSet[int], AbstractSet[int]]:
    """Return the blocks that state the article's fields, and others above the text."""
    stating = {name: at for name, at in _places(article).items() if at < len(blocks)}
    title = stating.pop("title", None)
    head = {at for at in stating.values() if at < _HEAD and len(blocks[at].text) <= _FACT}
    moved = {at for at in range(1, before + 1) if len(blocks[at].text) <= _FACT}
    if title is None:
        return head, moved - head
    return head | {title}, (moved | set(range(title))) - head - {title}


def _filled(article: Article, metadata: Metadata) -> Article:
    """Return the article with missing fields filled in from the metadata."""
    headless = any(problem.code == "no-title" for problem in article.problems)
    if headless and not _NO_TITLE.fullmatch(metadata.title) and len(metadata.title) <= _TITLE:
        article = replace(
            article,
            title=metadata.title,
            problems=_without_title_doubts(article.problems),
            origins={**article.origins, "title": "metadata"},
        )
    names = (
        () if _NO_AUTHOR.fullmatch(metadata.author) else people(metadata.author, (), strict=True)
    )
    if names and not article.authors:
        article = replace(
            article, authors=names, origins={**article.origins, "authors": "metadata"}
        )
    return article


def _without_title_doubts(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(
        problem for problem in problems if problem.code not in {"no-title", "title-candidates"}
    )


def _places(article: Article) -> dict[str, int]:
    """Return the number of the block in which each field was found."""
    found = {}
    for name, origin in article.origins.items():
        if match := _LINE.fullmatch(origin):
            found[name] = (int(match[1]) - 1) // 2
    return found
