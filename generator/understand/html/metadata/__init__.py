"""A page's metadata: from schema.org, Open Graph, other meta elements and its layout."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from generator.metadata import Metadata
from generator.moments import DatePart
from generator.sanitize import url as safe_url
from generator.text import clean, squeeze
from generator.understand.html.furniture_classes import furniture_of
from generator.understand.html.metadata.archives import (
    is_archive,
    original,
    saved_from,
    without_archive,
)
from generator.understand.html.metadata.byline import authors_of
from generator.understand.html.metadata.date import Page, published
from generator.understand.html.metadata.jsonld import Node, articles_among, nodes_in, texts
from generator.understand.html.metadata.meta import Metas, first, metas_of
from generator.understand.html.metadata.outlet import host_of, names_of, outlet_of
from generator.understand.html.metadata.reader_view import ReaderView
from generator.understand.html.metadata.section import section_of
from generator.understand.html.metadata.shown_minutes import minutes_beside
from generator.understand.html.metadata.standfirst import standfirst_of
from generator.understand.html.metadata.title import title_of
from generator.understand.html.metadata.visible_dates import PageLines
from generator.understand.html.metadata.wordings import plain
from generator.understand.markup.blocks import Piece, pieces_of
from generator.understand.vocabulary.capitals_in_names import uncapitalised
from generator.understand.vocabulary.language import detect, normal
from generator.understand.vocabulary.people import people

_STANDFIRST = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True)
class About(Metadata):
    """Title, date and other fields as a page states them; `origins` has the source of each.

    `date_other` and `date_inferred` are as in `models.Article`; `is_date_guessed`: nothing on the
    page shows that the date is the article's. `described` are its schema.org descriptions,
    `dateline` is the line that states only the date.
    """

    title: str
    date_other: dt.date | None = None
    date_inferred: DatePart | None = None
    standfirst: str | None = None
    language: str | None = None
    described: Sequence[Node] = ()
    is_date_guessed: bool = False
    dateline: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)


def metadata_of(
    tree: HtmlElement,
    collected: dt.date,
    address: str | None = None,
    pieces: Sequence[Piece] | None = None,
    furniture: Mapping[str, str] | None = None,
) -> About:
    """Return the metadata of a page; no date is later than the day after it was collected.

    `address` is where the page was saved from, if known; the page's own statement overrides it.
    `pieces` are the blocks of the whole page and `furniture` is the result of `furniture_of`, if
    they were computed before.
    """
    stated, nodes = metas_of(tree), nodes_in(tree)
    metas = without_archive(stated)
    articles = articles_among(nodes)
    view = ReaderView.of(tree)
    archived = saved_from(tree) if len(metas) < len(stated) else None
    url = _url(tree, metas, address or view.url or archived)
    outlet = outlet_of(tree, metas, articles, url)
    names = names_of(metas, articles, outlet[0], url)
    title, title_at = title_of(tree, metas, articles, names)
    declared = _language(tree)
    language = normal(declared) or detect(title)
    outlets = {plain(name) for name in names} - {""}
    credited = people(view.credits, outlets, strict=False)
    authors = (credited, "byline") if credited else authors_of(tree, metas, nodes, outlets)
    lines = _lines(tree, title, pieces, furniture)
    date = published(Page(tree, metas, nodes, lines, url, language, collected))
    section = section_of(tree, metas, articles, outlet[0], title)
    standfirst = standfirst_of(tree, _descriptions(metas, articles))
    return About(
        title=title,
        date=date.date,
        date_other=date.other,
        date_inferred=date.inferred,
        dateline=date.line,
        is_date_guessed=date.is_guessed,
        updated=date.updated,
        authors=tuple(dict.fromkeys(map(uncapitalised, authors[0]))),
        section=section[0] or None,
        outlet=outlet[0] or host_of(url) or view.domain or None,
        url=url,
        reading_minutes=view.minutes or lines.minutes() or minutes_beside(tree),
        standfirst=standfirst,
        described=articles,
        language=declared or None,
        origins=_stated(
            title=title_at,
            authors=authors[1],
            date=date.place,
            updated=date.updated_place,
            section=section[1],
            outlet=outlet[1],
            standfirst="description" if standfirst else "",
        ),
    )


def _stated(**origins: str) -> dict[str, str]:
    """Return where each field was found, without the fields that the page does not state."""
    return {field: place for field, place in origins.items() if place}


def _language(tree: HtmlElement) -> str:
    return tree.get("lang") or tree.get("xml:lang") or ""


def _lines(
    tree: HtmlElement,
    title: str,
    pieces: Sequence[Piece] | None,
    furniture: Mapping[str, str] | None,
) -> PageLines:
    """Return the visible lines of a page, from its blocks if these are known."""
    pieces = pieces_of(tree, html=True) if pieces is None else pieces
    return PageLines(pieces, title, furniture_of(tree) if furniture is None else furniture)


def _url(tree: HtmlElement, metas: Metas, known: str | None) -> str | None:
    """Return the absolute address that the page states for itself, else the known one."""
    _, shared = first(metas, "og:url", "twitter:url") or ("", "")
    canonical = next(filter(_is_canonical, tree.iter("link")), None)
    linked = "" if canonical is None else canonical.get("href")
    based = next((element.get("href") for element in tree.iter("base")), "")
    base = shared or based or known or ""
    stated = filter(None, (linked, shared, known))
    return next(filter(None, (_whole(base, address) for address in stated)), None)


def _is_canonical(link: HtmlElement) -> bool:
    return "canonical" in (link.get("rel") or "").split()


def _whole(base: str, address: str) -> str | None:
    """Return an address resolved against its base, None if it is no page's on the web."""
    try:
        whole = safe_url(original(urljoin(base, address)))
    except ValueError:
        return None
    return whole if whole and whole.startswith("http") and not is_archive(whole) else None


def _descriptions(metas: Metas, articles: Sequence[Node]) -> list[str]:
    found = [content for name, content in metas if name in _STANDFIRST]
    found += [text for node in articles for text in texts(node.get("description"))[:1]]
    return [squeeze(clean(html.unescape(text))) for text in dict.fromkeys(found)]
