"""The contents of an edition as HTML, for its entry in a feed."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.labels import dateline
from generator.compose.lists.views import Card, View
from generator.compose.machine_readable.publication import Publication
from generator.markdown_html import html_of
from generator.words import Words


def edition_html(view: View, site: Publication, words: Words, start: str) -> str:
    """Return the editor's note and the articles of an edition; `start` is the feed's path."""
    note = f"{html_of(view.note)}\n" if view.note else ""
    root = Element("div")
    _put(root, "p", " · ".join(view.facts))
    for card in (*((view.lead.card,) if view.lead else ()), *view.seconds):
        _card(root, card, "h2", site, words, start)
    for group in view.groups:
        if group.heading:
            _put(root, "h2", group.heading.text)
        for card in group.cards:
            _card(root, card, "h3", site, words, start)
    return note + tostring(root, encoding="unicode", method="html")


def _card(  # noqa: PLR0913, PLR0917 - what is written, and where
    root: Element, card: Card, level: str, site: Publication, words: Words, start: str
) -> None:
    entry = card.entry
    _link(SubElement(root, level), entry, site, start)
    _put(root, "p", " · ".join(dateline(entry, words)))
    if entry.description:
        _put(root, "p", entry.description, lang=sanitize.xml(entry.language))
    if entry.editorial.comment:
        label = f"{words('why-it-matters')} ({words('editor-note')})"
        _put(root, "blockquote", f"{label}: {entry.editorial.comment}")

    if card.also:
        items = SubElement(root, "ul")
        for other in card.also:
            _link(SubElement(items, "li"), other, site, start)


def _link(parent: Element, entry: Entry, site: Publication, start: str) -> None:
    attributes = {"href": site.page(entry.path, start), "lang": sanitize.xml(entry.language)}
    SubElement(parent, "a", attributes).text = sanitize.xml(entry.title)


def _put(parent: Element, tag: str, text: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = sanitize.xml(text)
