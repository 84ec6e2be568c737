"""The front matter of an article's page: written from the article, and read back as an `Entry`.

A field that is written in `front_of` or `_own` is read in `entry_of`; a test checks that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from generator import __version__, safe
from generator.compose.article.addresses import Place
from generator.compose.article.editorial_front_matter import from_front_matter, to_front_matter
from generator.compose.article.entry import Entry, Quoted
from generator.compose.article.labels import CHARACTERS_A_MINUTE
from generator.compose.values import whole_number, without_empty
from generator.config import Settings
from generator.corrected import corrections
from generator.editorial import EDITORIAL_FIELDS
from generator.models import Article, Insight, Related, Rights
from generator.moments import Moment
from generator.passages import MentionedDate, Quotation

_DESCRIPTION_LENGTH = 320  # characters: a long sentence, twelve lines of a narrow column


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
        description="" if policy == "link" else _description(article, insight),
        slug=place.path.rsplit("/", 1)[-1].removesuffix(".md"),
        categories=[article.section] if article.section else None,
        tags=[keyword.text for keyword in shown],
        authors=list(article.authors),
        lang=article.language,
        draft=article.draft or None,
        digest=_own(article, insight, place, policy),
        aliases=list(place.aliases),
    )


def with_mark(front: Mapping[str, object], drawn: str) -> dict[str, object]:
    """Return front matter with the hash of the program's parts (`markers.Parts.drawn`)."""
    own = front["digest"]
    if not isinstance(own, dict):
        raise TypeError(own)
    return {**front, "digest": {**own, "drawn": drawn}}


def _own(article: Article, insight: Insight, place: Place, policy: Rights) -> dict[str, object]:
    return without_empty(
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
        editor=sorted(corrections(article).keys() - EDITORIAL_FIELDS),
        editorial=to_front_matter(article.editorial),
        **_found_in(insight),
        story=place.story,
        also=[
            without_empty(source=copy.source, outlet=copy.outlet, url=safe.url(copy.url))
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


def _characters(article: Article) -> int:
    """Return the number of letters and digits if the reading time depends on it, else 0."""
    if article.language not in CHARACTERS_A_MINUTE:
        return 0
    return sum(sign.isalnum() for block in article.blocks for sign in block.text)


def _of_quotation(quotation: Quotation) -> dict[str, object]:
    return without_empty(
        speaker=quotation.speaker,
        text=quotation.text,
        paragraph=quotation.paragraph,
        before=quotation.before,
        after=quotation.after,
    )


def _of_date(named: MentionedDate) -> dict[str, object]:
    return {"date": named.date, "text": named.text, "paragraph": named.paragraph}


def is_held(article: Article) -> bool:
    """Return whether an article is kept out of editions until its date is settled."""
    return any(problem.code == "future-date" for problem in article.problems)


def entry_of(path: str, front: Mapping[str, object]) -> Entry | None:
    """Return a page's front matter as an entry; None if it is not an article's.

    Values of an unexpected type, as a manual edit may leave them, count as absent.
    """
    own = front.get("digest")
    if not isinstance(own, dict) or "source" not in own:
        return None
    return Entry(
        path=path,
        title=_text(front.get("title")) or path,
        description=_text_or_empty(front.get("description")),
        standfirst=_text_or_empty(own.get("standfirst")),
        date=_moment(front.get("date")),
        date_inferred=bool(own.get("date_inferred")),
        updated=_moment(front.get("lastmod")),
        section=next(iter(_texts(front.get("categories"))), None),
        keywords=_texts(front.get("tags")),
        authors=_texts(front.get("authors")),
        language=_text(front.get("lang")) or "en",
        outlet=_text(own.get("outlet")),
        url=_text(own.get("url")),
        place=_text(own.get("place")),
        views=whole_number(own.get("views")),
        reading_minutes=whole_number(own.get("reading_minutes")),
        key_points=tuple(_key_point(value) for value in _maps(own.get("key_points"))),
        quotes=tuple(_quoted(value) for value in _maps(own.get("quotes"))),
        ahead=_dated(own.get("ahead")),
        mentioned=_dated(own.get("mentioned")),
        related=tuple(_related(value) for value in _maps(own.get("related"))),
        story=_text(own.get("story")),
        also=tuple(_maps(own.get("also"))),
        key=_key(own),
        within=_text_or_empty(own.get("entry")),
        sha256=_text_or_empty(own.get("sha256")),
        collected=_day(own.get("collected")),
        editor=_texts(own.get("editor")),
        dropped=_count(own.get("dropped")),
        words=_count(own.get("words")),
        characters=_count(own.get("characters")),
        shown=_amount(own.get("shown")),
        rights=_amount(own["rights"]) if "rights" in own else None,
        summary_only=bool(own.get("summary_only")),
        editorial=from_front_matter(own.get("editorial")),
        held=bool(own.get("held")),
        aliases=_aliases(path, front),
        drawn=_text_or_empty(own.get("drawn")),
    )


def _aliases(path: str, front: Mapping[str, object]) -> tuple[str, ...]:
    """Return a page's former addresses; a renamed file still has its old slug."""
    folder, _, name = path.rpartition("/")
    slug, aliases = _text(front.get("slug")) or "", _texts(front.get("aliases"))
    if not slug or slug in {"index", name.removesuffix(".md")} or slug != safe.slug(slug):
        return aliases
    return tuple(dict.fromkeys((*aliases, f"/{folder}/{slug}/")))


def _amount(value: object) -> Rights:
    return value if value in {"excerpt", "link"} else "full"


def _key(own: Mapping[str, object]) -> str:
    source, entry = str(own["source"]), own.get("entry")
    return f"{source}#{entry}" if entry else source


def _related(value: Mapping[str, object]) -> Related:
    days = value.get("days")
    return Related(str(value.get("source", "")), _texts(value.get("keywords")), whole_number(days))


def _key_point(value: Mapping[str, object]) -> tuple[str, int]:
    return str(value.get("text", "")), _count(value.get("paragraph"))


def _quoted(value: Mapping[str, object]) -> Quoted:
    text, speaker = str(value.get("text", "")), str(value.get("speaker", ""))
    before, after = str(value.get("before", "")), str(value.get("after", ""))
    return Quoted(text, _count(value.get("paragraph")), speaker, before, after)


def _dated(values: object) -> tuple[tuple[str, Quoted], ...]:
    """Return dates with the sentences that mention them."""
    return tuple((str(value.get("date", "")), _quoted(value)) for value in _maps(values))


def _moment(value: object) -> Moment | None:
    """Return a date in front matter; YAML reads some times only as text."""
    if isinstance(value, dt.date):
        return Moment.of(value)
    try:
        return Moment.parse(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _day(value: object) -> dt.date | None:
    return Moment.of(value).day if isinstance(value, dt.date) else None


def _text(value: object) -> str | None:
    return None if value is None or isinstance(value, dict | list) else str(value)


def _text_or_empty(value: object) -> str:
    return _text(value) or ""


def _count(value: object) -> int:
    return whole_number(value) or 0


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _maps(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _standfirst(article: Article) -> str | None:
    """Return the standfirst, unless the text repeats it."""
    standfirst = article.standfirst or ""
    return None if any(standfirst in block.text for block in article.blocks) else standfirst


def _description(article: Article, insight: Insight) -> str:
    """Return the summary of the article for lists, in its own words."""
    first = next((block.text for block in article.blocks if block.kind == "paragraph"), "")
    lead = insight.key_points[0].text if insight.key_points else first
    return _shorten(article.standfirst or lead)


def _shorten(text: str) -> str:
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    return text[:_DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + " …"
