"""An article and its insight → its Markdown page. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from generator import sanitize
from generator.article_list import heads_of, text_digests
from generator.compose.article.editorial_front_matter import placed
from generator.compose.article.entry import Entry
from generator.compose.article.front_matter import entry_of, front_of, with_mark
from generator.compose.article.labels import dateline, note, reason
from generator.compose.article.markers import Parts, join
from generator.compose.article.permalinks import Place
from generator.compose.article.provenance import provenance
from generator.compose.input_hashes import Draft, Inputs
from generator.config import Settings
from generator.insight_list import identities
from generator.models import Article, Block, Insight, KeyPoint, Page, Rights
from generator.quotations_and_dates import MentionedDate, Quotation
from generator.run.error_messages import working_on
from generator.words import Words

P = TypeVar("P", KeyPoint, Quotation, MentionedDate)
_SETTINGS = ("text", "outlets", "keywords")  # all on which a page depends
_TIMELINE = 366  # days before an article that its story's timeline covers
_EXCERPT_WORDS = 80  # of an article whose outlet allows only an excerpt
_EXCERPT_LETTERS = 600  # in scripts without spaces between words


def compose_articles(
    articles: Sequence[Article],
    insights: Sequence[Insight],
    places: Sequence[Place],
    settings: Settings,
    words: Words,
) -> Iterator[Draft]:
    """Yield the page of each article; all sequences are in the order of `articles`."""
    settings = settings.only(*_SETTINGS)
    inputs = Inputs((settings, words.language))
    heads = heads_of(articles)
    titles = {
        article.key: (article.title, place.path)
        for article, place in zip(heads, places, strict=True)
        if not article.draft
    }
    identified = zip(heads, text_digests(articles), identities(insights), places, strict=True)
    for number, (head, text, identity, place) in enumerate(identified):
        around = [titles.get(related.key) for related in identity[0].related]
        source = inputs.digest(head, text, identity, place, around)
        make = partial(_made, number, articles, insights, place, titles, settings, words)
        yield Draft(place.path, source, make)


def _made(
    number: int,
    articles: Sequence[Article],
    insights: Sequence[Insight],
    *inputs: Any,  # noqa: ANN401 - those of `_page`
) -> Page:
    article = articles[number]
    with working_on(article.key):
        return _page(article, insights[number], *inputs)


def _page(  # noqa: PLR0913, PLR0917 - what a page is made of
    article: Article,
    insight: Insight,
    place: Place,
    titles: Mapping[str, tuple[str, str]],
    settings: Settings,
    words: Words,
) -> Page:
    policy = policy_of(article, settings)
    blocks = allowed_blocks(article.blocks, policy)
    article = replace(article, editorial=placed(article.editorial, blocks))
    insight = replace(
        insight,
        key_points=_within(insight.key_points, blocks),
        quotes=tuple(_around(quotation, blocks) for quotation in _within(insight.quotes, blocks)),
        ahead=_within(insight.ahead, blocks),
        mentioned=_days(_within(insight.mentioned, blocks), article) if place.story else (),
    )
    anchors = {point.paragraph for point in insight.key_points} | place.cited
    anchors |= {named.paragraph for named in (*insight.ahead, *insight.mentioned)}
    anchors |= {quotation.paragraph for quotation in insight.quotes if quotation.speaker}
    if article.editorial.paragraph is not None:
        anchors |= {article.editorial.paragraph}
    front = front_of(article, insight, place, policy, settings)
    entry = entry_of(place.path, front)
    if entry is None:
        raise AssertionError(place.path)
    parts = Parts(
        head=_head(entry, words),
        text=_text(blocks, anchors),
        foot=_foot(entry, titles, words),
    )
    return Page(place.path, with_mark(front, parts.drawn), join(parts))


def _days(dates: Sequence[MentionedDate], article: Article) -> tuple[MentionedDate, ...]:
    """Return the exact days in the year before an article, which its story's timeline shows."""
    if article.date is None:
        return ()
    earliest = (article.date.day - dt.timedelta(days=_TIMELINE)).isoformat()
    return tuple(date for date in dates if len(date.date) == len(earliest) and date.date > earliest)


def policy_of(article: Article, settings: Settings) -> Rights:
    """Return the text policy of an article."""
    return article.rights or settings.policy(article.outlet)


def _head(entry: Entry, words: Words) -> str:
    lines = [
        f"# {sanitize.markdown(entry.title)}",
        sanitize.markdown(" · ".join(dateline(entry, words))),
    ]
    if entry.standfirst:
        lines.insert(1, sanitize.markdown(entry.standfirst))
    if entry.authors:
        lines.append(sanitize.markdown(", ".join(entry.authors)))
    if entry.editorial.comment:
        lines.append(f"## {words('why-it-matters')}")
        lines.append(sanitize.markdown(f"{words('editor-note')}: {entry.editorial.comment}"))
    if entry.editorial.pull_quote:
        target = f"#p{entry.editorial.paragraph}"
        lines.append(f"> {sanitize.link(entry.editorial.pull_quote, target)}")
    if entry.glance:
        lines.append(f"## {words('at-a-glance')}")
        lines.append(
            "\n".join(f"- {sanitize.link(text, f'#p{block}')}" for text, block in entry.glance)
        )
    if entry.keywords:
        lines.append(f"{words('keywords')}: {sanitize.markdown(', '.join(entry.keywords))}")
    return "\n\n".join(lines) + "\n"


def _foot(entry: Entry, titles: Mapping[str, tuple[str, str]], words: Words) -> str:
    lines = [sanitize.markdown(note(entry, words))]
    if entry.story:
        lines.append(
            sanitize.link(words("whole-story"), sanitize.relative(entry.story, entry.path))
        )
    known = [(related, *titles[related.key]) for related in entry.related if related.key in titles]
    if known:
        lines.append(f"## {words('related')}")
        lines.append(
            "\n".join(
                f"- {sanitize.link(title, sanitize.relative(target, entry.path))}: "
                f"{sanitize.markdown(reason(related, words))}"
                for related, title, target in known
            )
        )
    lines += [f"## {words('source')}", "\n".join(_provenance(entry, words))]
    return "\n\n".join(line for line in lines if line) + "\n"


def _provenance(entry: Entry, words: Words) -> list[str]:
    lines = [f"- {name}: {sanitize.markdown(value)}" for name, value in provenance(entry, words)]
    if entry.url:
        lines.append(f"- {words('original')}: {sanitize.link(entry.url, entry.url)}")
    return lines


def allowed_blocks(blocks: Sequence[Block], policy: Rights) -> Sequence[tuple[int, Block]]:
    """Return the blocks that may be shown, each with its index in the text."""
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
    """Return the beginning of a paragraph that is too long for an excerpt."""
    words = text.split(maxsplit=_EXCERPT_WORDS)[:_EXCERPT_WORDS]
    return " ".join(words)[:_EXCERPT_LETTERS] + " …"


def _around(quotation: Quotation, shown: Sequence[tuple[int, Block]]) -> Quotation:
    """Return a quotation, without the rest of its sentence unless all of it is shown."""
    last = quotation.paragraph + quotation.text.count("\n")
    texts = {number: block.text for number, block in shown}
    if quotation.before in texts.get(quotation.paragraph, "") and quotation.after in texts.get(
        last, ""
    ):
        return quotation
    return replace(quotation, before="", after="")


def _within(passages: Sequence[P], shown: Sequence[tuple[int, Block]]) -> tuple[P, ...]:
    """Return the passages that the shown text contains; others must not be quoted."""
    texts = {number: block.text for number, block in shown}
    return tuple(
        passage
        for passage in passages
        if all(
            part in texts.get(number, "")
            for number, part in enumerate(passage.text.split("\n"), passage.paragraph)
        )
    )


def _text(blocks: Sequence[tuple[int, Block]], anchors: AbstractSet[int]) -> str:
    """Return the article's text; paragraphs that pages link to get an anchor."""
    groups = groupby(blocks, key=lambda item: item[1].kind)
    return "\n\n".join(_group(kind, list(items), anchors) for kind, items in groups) + "\n"


def _markdown(block: Block) -> str:
    """Return the text of a block as Markdown; a stanza keeps its line breaks."""
    if block.kind != "verse":
        return sanitize.markdown(block.text)
    return "  \n".join(map(sanitize.markdown, block.text.split("\n")))


def _group(kind: str, items: Sequence[tuple[int, Block]], anchors: AbstractSet[int]) -> str:
    lines = [
        (f'<a id="p{number}"></a>' if number in anchors else "") + _markdown(block)
        for number, block in items
    ]
    if kind == "heading":
        return "\n\n".join(f"## {line}" for line in lines)
    if kind in {"item", "row"}:
        return "\n".join(f"- {line}" for line in lines)
    if kind == "quote":
        return "\n>\n".join(f"> {line}" for line in lines)
    return "\n\n".join(lines)
