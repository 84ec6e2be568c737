"""The front matter of an article's page: written from the article, and read back as an `Entry`.

`entry_of` reads the fields in the order in which `front_of`, `_own` and `_found_in` write them. A
test fails if a field is written but not read, or read but not written.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator import __version__, sanitize
from generator.compose.article.editorial_front_matter import from_front_matter, to_front_matter
from generator.compose.article.entry import Entry, Quoted
from generator.compose.article.labels import CHARACTERS_A_MINUTE
from generator.compose.article.permalinks import Place
from generator.compose.yaml_values import (
    count,
    day,
    mappings,
    moment,
    text_or_empty,
    text_or_none,
    texts,
    whole_number,
    without_empty,
)
from generator.config import Settings
from generator.corrections import corrections
from generator.editorial import EDITORIAL_FIELDS
from generator.models import Article, Insight, KeyPoint, Related, Rights
from generator.quotations_and_dates import MentionedDate, Quotation


def front_of(
    article: Article, insight: Insight, place: Place, policy: Rights, settings: Settings
) -> dict[str, object]:
    """Return the front matter of an article's page, in the keys that MkDocs and Hugo use.

    Fields for which they have no key are under `digest`. Empty values are left out.
    """
    strong = [keyword for keyword in insight.keywords if not keyword.weak]
    shown = strong[: settings.keywords.per_article]
    return without_empty(
        title=article.title,
        date=article.date and article.date.value,
        lastmod=article.updated and article.updated.value,
        description="" if policy == "link" else insight.summary,
        slug=place.path.rsplit("/", 1)[-1].removesuffix(".md"),
        categories=[article.section] if article.section else None,
        tags=[keyword.text for keyword in shown],
        authors=list(article.authors),
        lang=article.language,
        draft=article.draft or None,
        digest=_own(article, insight, place, policy),
        aliases=list(place.aliases),
    )


def _own(article: Article, insight: Insight, place: Place, policy: Rights) -> dict[str, object]:
    return without_empty(
        source=article.source,
        entry=article.entry,
        sha256=article.sha256,
        outlet=article.outlet,
        url=sanitize.url(article.url),
        place=article.place,
        standfirst=_standfirst(article) if policy != "link" else None,
        views=article.views,
        reading_minutes=article.reading_minutes,
        date_inferred=article.date_inferred,
        editor=sorted(corrections(article).keys() - EDITORIAL_FIELDS),
        editorial=to_front_matter(article.editorial),
        **_found_in(insight),
        story=place.story,
        also=[
            without_empty(source=copy.source, outlet=copy.outlet, url=sanitize.url(copy.url))
            for copy in article.also
        ],
        dropped=len(article.dropped) or None,
        words=sum(len(block.text.split()) for block in article.blocks),
        characters=_characters(article) or None,
        shown=policy,
        rights=article.rights,
        summary_only=article.summary_only or None,
        held=is_held(article) or None,
        collected=article.collected,
        generator=__version__,
    )


def _found_in(insight: Insight) -> dict[str, object]:
    """Return the results of analysis: keywords, key points, quotes, dates, related articles."""
    return {
        "keywords": [
            {"text": keyword.text, "score": round(keyword.score, 4)} for keyword in insight.keywords
        ],
        "key_points": [
            {"text": point.text, "paragraph": point.paragraph, "sentence": point.sentence}
            for point in insight.key_points
        ],
        "quotes": [_of_quotation(quotation) for quotation in insight.quotes if quotation.speaker],
        "ahead": [_of_date(named) for named in insight.ahead],
        "mentioned": [_of_date(named) for named in insight.mentioned],
        "related": [
            without_empty(source=related.key, keywords=list(related.keywords), days=related.days)
            for related in insight.related
        ],
    }


def entry_of(path: str, front: Mapping[str, object]) -> Entry | None:
    """Return a page's front matter as an entry; None if it is not an article's.

    Values of an unexpected type, as a manual edit may leave them, count as absent.
    """
    own = front.get("digest")
    if not isinstance(own, dict) or "source" not in own:
        return None
    return Entry(
        path=path,
        title=text_or_none(front.get("title")) or path,
        date=moment(front.get("date")),
        updated=moment(front.get("lastmod")),
        description=text_or_empty(front.get("description")),
        section=next(iter(texts(front.get("categories"))), None),
        keywords=texts(front.get("tags")),
        authors=texts(front.get("authors")),
        language=text_or_none(front.get("lang")) or "en",
        aliases=_aliases(path, front),
        drawn=text_or_empty(own.get("drawn")),
        key=_key(own),
        within=text_or_empty(own.get("entry")),
        sha256=text_or_empty(own.get("sha256")),
        outlet=text_or_none(own.get("outlet")),
        url=text_or_none(own.get("url")),
        place=text_or_none(own.get("place")),
        standfirst=text_or_empty(own.get("standfirst")),
        views=whole_number(own.get("views")),
        reading_minutes=whole_number(own.get("reading_minutes")),
        date_inferred=text_or_empty(own.get("date_inferred")),
        editor=texts(own.get("editor")),
        editorial=from_front_matter(own.get("editorial")),
        key_points=tuple(_key_point(value) for value in mappings(own.get("key_points"))),
        quotes=tuple(_quoted(value) for value in mappings(own.get("quotes"))),
        ahead=_dated(own.get("ahead")),
        mentioned=_dated(own.get("mentioned")),
        related=tuple(_related(value) for value in mappings(own.get("related"))),
        story=text_or_none(own.get("story")),
        also=tuple(mappings(own.get("also"))),
        dropped=count(own.get("dropped")),
        words=count(own.get("words")),
        characters=count(own.get("characters")),
        shown=_amount(own.get("shown")),
        rights=_amount(own["rights"]) if "rights" in own else None,
        summary_only=bool(own.get("summary_only")),
        held=bool(own.get("held")),
        collected=day(own.get("collected")),
    )


def with_mark(front: Mapping[str, object], drawn: str) -> dict[str, object]:
    """Return front matter with the hash of the program's parts (`markers.Parts.drawn`)."""
    own = front["digest"]
    if not isinstance(own, dict):
        raise TypeError(own)
    return {**front, "digest": {**own, "drawn": drawn}}


def is_held(article: Article) -> bool:
    """Return whether an article is kept out of editions until its date is settled."""
    return any(problem.code == "future-date" for problem in article.problems)


def _of_quotation(quotation: Quotation) -> dict[str, object]:
    return without_empty(
        speaker=quotation.speaker,
        text=quotation.text,
        paragraph=quotation.paragraph,
        before=quotation.before,
        after=quotation.after,
    )


def _quoted(value: Mapping[str, object]) -> Quoted:
    text, speaker = str(value.get("text", "")), str(value.get("speaker", ""))
    before, after = str(value.get("before", "")), str(value.get("after", ""))
    return Quoted(text, count(value.get("paragraph")), speaker, before, after)


def _of_date(named: MentionedDate) -> dict[str, object]:
    return {"date": named.date, "text": named.text, "paragraph": named.paragraph}


def _dated(values: object) -> tuple[tuple[str, Quoted], ...]:
    """Return dates with the sentences that mention them."""
    return tuple((str(value.get("date", "")), _quoted(value)) for value in mappings(values))


def _key_point(value: Mapping[str, object]) -> KeyPoint:
    text = str(value.get("text", ""))
    return KeyPoint(text, count(value.get("paragraph")), count(value.get("sentence")))


def _related(value: Mapping[str, object]) -> Related:
    days = value.get("days")
    return Related(str(value.get("source", "")), texts(value.get("keywords")), whole_number(days))


def _key(own: Mapping[str, object]) -> str:
    source, entry = str(own["source"]), own.get("entry")
    return f"{source}#{entry}" if entry else source


def _amount(value: object) -> Rights:
    return value if value in ("excerpt", "link") else "full"


def _aliases(path: str, front: Mapping[str, object]) -> tuple[str, ...]:
    """Return a page's former addresses; a renamed file still has its old slug."""
    folder, _, name = path.rpartition("/")
    slug, aliases = text_or_none(front.get("slug")) or "", texts(front.get("aliases"))
    if not slug or slug in {"index", name.removesuffix(".md")} or slug != sanitize.slug(slug):
        return aliases
    return tuple(dict.fromkeys((*aliases, f"/{folder}/{slug}/")))


def _characters(article: Article) -> int:
    """Return the number of letters and digits if the reading time depends on it, else 0."""
    if article.language not in CHARACTERS_A_MINUTE:
        return 0
    return sum(sign.isalnum() for block in article.blocks for sign in block.text)


def _standfirst(article: Article) -> str | None:
    """Return the standfirst, unless the text repeats it."""
    standfirst = article.standfirst or ""
    return None if any(standfirst in block.text for block in article.blocks) else standfirst
