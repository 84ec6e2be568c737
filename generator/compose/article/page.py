"""An article and what is known of it → its Markdown page. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from generator import __version__, safe
from generator.compose.article.entry import Entry, entry_of
from generator.compose.article.labels import dateline, note, reason
from generator.compose.article.markers import Parts, join
from generator.compose.article.provenance import provenance
from generator.config import Settings, TextPolicy
from generator.models import Article, Block, Insight, KeyPoint, Page
from generator.run.faults import working_on
from generator.words import Words

_EXCERPT_WORDS = 80
_EXCERPT_LETTERS = 600  # of a script that sets no spaces between words
_DESCRIPTION_LENGTH = 320  # a long sentence whole: twelve lines of a narrow column


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
    policy = settings.policy(article.outlet)
    blocks = _allowed(article.blocks, policy)
    insight = replace(insight, key_points=_within(insight.key_points, blocks))
    points = {point.paragraph for point in insight.key_points}
    front = _front(article, insight, path, policy, settings) | _known(aliases=list(aliases))
    entry = entry_of(path, front)
    if entry is None:
        raise AssertionError(path)
    parts = Parts(
        head=_head(entry, words),
        text=_text(blocks, points),
        foot=_foot(entry, titles, words),
    )
    own = {**_mapping(front["digest"]), "drawn": parts.drawn}
    return Page(path, {**front, "digest": own}, join(parts))


def _front(
    article: Article, insight: Insight, path: str, policy: TextPolicy, settings: Settings
) -> dict[str, object]:
    strong = [one for one in insight.keywords if not one.weak]
    shown = strong[: settings.keywords.per_article]
    return _known(
        title=article.title,
        date=_moment(article.date),
        lastmod=_moment(article.updated),
        description="" if policy == "link" else _description(article, insight),
        slug=path.rsplit("/", 1)[-1].removesuffix(".md"),
        categories=[article.section] if article.section else None,
        tags=[keyword.text for keyword in shown],
        authors=list(article.authors),
        lang=article.language,
        draft=article.draft or None,
        digest=_own(article, insight, policy),
    )


def _own(article: Article, insight: Insight, policy: TextPolicy) -> dict[str, object]:
    return _known(
        source=article.source,
        entry=article.entry,
        sha256=article.sha256,
        outlet=article.outlet,
        url=safe.url(article.url),
        place=article.place,
        standfirst=_standfirst(article) if policy != "link" else None,
        views=article.views,
        reading_minutes=article.reading_minutes,
        date_inferred=article.date_inferred,
        editor=sorted(name for name, origin in article.origins.items() if origin == "sidecar"),
        keywords=[{"text": one.text, "score": round(one.score, 4)} for one in insight.keywords],
        key_points=[
            {"text": one.text, "paragraph": one.paragraph, "sentence": one.sentence}
            for one in insight.key_points
        ],
        related=[
            _known(source=one.key, keywords=list(one.keywords), days=one.days)
            for one in insight.related
        ],
        also=[
            _known(source=one.source, outlet=one.outlet, url=safe.url(one.url))
            for one in article.also
        ],
        dropped=len(article.dropped) or None,
        words=sum(len(block.text.split()) for block in article.blocks),
        shown=policy,
        summary_only=article.summary_only or None,
        collected=article.collected,
        generator=__version__,
    )


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
    known = [(one, *titles[one.key]) for one in entry.related if one.key in titles]
    if known:
        lines.append(f"## {words('related')}")
        lines.append(
            "\n".join(
                f"- {safe.link(title, safe.relative(target, entry.path))}: "
                f"{safe.markdown(reason(one, words))}"
                for one, title, target in known
            )
        )
    lines += [f"## {words('source')}", "\n".join(_provenance(entry, words))]
    return "\n\n".join(line for line in lines if line) + "\n"


def _provenance(entry: Entry, words: Words) -> list[str]:
    lines = [f"- {name}: {safe.markdown(value)}" for name, value in provenance(entry, words)]
    if entry.url:
        lines.append(f"- {words('original')}: {safe.link(entry.url, entry.url)}")
    return lines


def _allowed(blocks: Sequence[Block], policy: TextPolicy) -> Sequence[tuple[int, Block]]:
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


def _group(kind: str, items: Sequence[tuple[int, Block]], points: set[int]) -> str:
    lines = [
        (f'<a id="p{number}"></a>' if number in points else "") + safe.markdown(block.text)
        for number, block in items
    ]
    if kind == "heading":
        return "\n\n".join(f"## {line}" for line in lines)
    if kind in {"item", "row"}:
        return "\n".join(f"- {line}" for line in lines)
    if kind == "quote":
        return "\n>\n".join(f"> {line}" for line in lines)
    return "\n\n".join(lines)


def _standfirst(article: Article) -> str | None:
    """Return the standfirst, unless it stands in the text as well: nothing is said twice."""
    standfirst = article.standfirst or ""
    return None if any(standfirst in block.text for block in article.blocks) else standfirst


def _description(article: Article, insight: Insight) -> str:
    """Return the sentence that stands for the article in lists: its own words."""
    first = next((block.text for block in article.blocks if block.kind == "paragraph"), "")
    lead = insight.key_points[0].text if insight.key_points else first
    return _shorten(article.standfirst or lead)


def _shorten(text: str) -> str:
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    return text[:_DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _moment(value: str | None) -> dt.date | dt.datetime | None:
    if value is None:
        return None
    return dt.date.fromisoformat(value) if len(value) == 10 else dt.datetime.fromisoformat(value)


def _known(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in (None, "", [], ())}


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
