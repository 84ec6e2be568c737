"""An article and what is known of it → its Markdown page. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator import safe
from generator.compose.article.entry import Entry
from generator.compose.article.front_matter import entry_of, front_of, with_mark
from generator.compose.article.labels import dateline, note, reason
from generator.compose.article.markers import Parts, join
from generator.compose.article.provenance import provenance
from generator.config import Settings
from generator.models import Article, Block, Insight, KeyPoint, Page, Rights
from generator.run.faults import working_on
from generator.words import Words

_EXCERPT_WORDS = 80
_EXCERPT_LETTERS = 600  # of a script that sets no spaces between words


def compose_articles(  # noqa: PLR0913, PLR0917 - what pages are made of
    articles: Sequence[Article],
    insights: Sequence[Insight],
    paths: Sequence[str],
    aliases: Mapping[str, Sequence[str]],
    settings: Settings,
    words: Words,
) -> Iterator[Page]:
    """Yield the page of each article; the sequences are aligned, `aliases` go by article key."""
    titles = {
        article.key: (article.title, path)
        for article, path in zip(articles, paths, strict=True)
        if not article.draft
    }
    for article, insight, path in zip(articles, insights, paths, strict=True):
        with working_on(article.key):
            page = _page(article, insight, path, aliases[article.key], titles, settings, words)
        yield page


def _page(  # noqa: PLR0913, PLR0917 - what a page is made of
    article: Article,
    insight: Insight,
    path: str,
    aliases: Sequence[str],
    titles: Mapping[str, tuple[str, str]],
    settings: Settings,
    words: Words,
) -> Page:
    policy = article.rights or settings.policy(article.outlet)
    blocks = _allowed(article.blocks, policy)
    insight = replace(insight, key_points=_within(insight.key_points, blocks))
    points = {point.paragraph for point in insight.key_points}
    front = front_of(article, insight, path, aliases, policy, settings)
    entry = entry_of(path, front)
    if entry is None:
        raise AssertionError(path)
    parts = Parts(
        head=_head(entry, words),
        text=_text(blocks, points),
        foot=_foot(entry, titles, words),
    )
    return Page(path, with_mark(front, parts.drawn), join(parts))


def _head(entry: Entry, words: Words) -> str:
    lines = [f"# {safe.markdown(entry.title)}", safe.markdown(" · ".join(dateline(entry, words)))]
    if entry.standfirst:
        lines.insert(1, safe.markdown(entry.standfirst))
    if entry.authors:
        lines.append(safe.markdown(", ".join(entry.authors)))
    if entry.key_points:
        lines.append(f"## {words('at-a-glance')}")
        lines.append(
            "\n".join(f"- {safe.link(text, f'#p{block}')}" for text, block in entry.key_points)
        )
    if entry.keywords:
        lines.append(f"{words('keywords')}: {safe.markdown(', '.join(entry.keywords))}")
    return "\n\n".join(lines) + "\n"


def _foot(entry: Entry, titles: Mapping[str, tuple[str, str]], words: Words) -> str:
    lines = [safe.markdown(note(entry, words))]
    known = [(related, *titles[related.key]) for related in entry.related if related.key in titles]
    if known:
        lines.append(f"## {words('related')}")
        lines.append(
            "\n".join(
                f"- {safe.link(title, safe.relative(target, entry.path))}: "
                f"{safe.markdown(reason(related, words))}"
                for related, title, target in known
            )
        )
    lines += [f"## {words('source')}", "\n".join(_provenance(entry, words))]
    return "\n\n".join(line for line in lines if line) + "\n"


def _provenance(entry: Entry, words: Words) -> list[str]:
    lines = [f"- {name}: {safe.markdown(value)}" for name, value in provenance(entry, words)]
    if entry.url:
        lines.append(f"- {words('original')}: {safe.link(entry.url, entry.url)}")
    return lines


def _allowed(blocks: Sequence[Block], policy: Rights) -> Sequence[tuple[int, Block]]:
    """Return what may be shown of a text, with the number of each block in it."""
    numbered = list(enumerate(blocks))
    if policy == "full":
        return numbered
    kept: list[tuple[int, Block]] = []
    words, letters = 0, 0
    for number, block in numbered if policy == "excerpt" else ():
        words, letters = words + len(block.text.split()), letters + len(block.text)
        if words > _EXCERPT_WORDS or letters > _EXCERPT_LETTERS:
            return kept or [(number, replace(block, text=_beginning(block.text)))]
        kept.append((number, block))
    return kept


def _beginning(text: str) -> str:
    """Return the beginning of a paragraph that is longer than an excerpt may be."""
    words = text.split(maxsplit=_EXCERPT_WORDS)[:_EXCERPT_WORDS]
    return " ".join(words)[:_EXCERPT_LETTERS] + " …"


def _within(points: Sequence[KeyPoint], shown: Sequence[tuple[int, Block]]) -> tuple[KeyPoint, ...]:
    """Return the key points that stand in what is shown: no others may be quoted."""
    texts = {number: block.text for number, block in shown}
    return tuple(point for point in points if point.text in texts.get(point.paragraph, ""))


def _text(blocks: Sequence[tuple[int, Block]], points: set[int]) -> str:
    """Return the article's text; paragraphs that a key point stands in carry its anchor."""
    groups = groupby(blocks, key=lambda item: item[1].kind)
    return "\n\n".join(_group(kind, list(items), points) for kind, items in groups) + "\n"


def _markdown(block: Block) -> str:
    """Return the text of a block as Markdown; the lines of a stanza stay lines."""
    if block.kind != "verse":
        return safe.markdown(block.text)
    return "  \n".join(map(safe.markdown, block.text.split("\n")))


def _group(kind: str, items: Sequence[tuple[int, Block]], points: set[int]) -> str:
    lines = [
        (f'<a id="p{number}"></a>' if number in points else "") + _markdown(block)
        for number, block in items
    ]
    if kind == "heading":
        return "\n\n".join(f"## {line}" for line in lines)
    if kind in {"item", "row"}:
        return "\n".join(f"- {line}" for line in lines)
    if kind == "quote":
        return "\n>\n".join(f"> {line}" for line in lines)
    return "\n\n".join(lines)
