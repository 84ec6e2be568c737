"""Captions of media and short summaries besides an entry's own text. Pure.

`media:description` (rssboard.org/media-rss) describes a picture or a film. It is the text of an
entry only if the entry has no other, as on YouTube. The same applies to summaries for podcast
directories (`itunes:summary`).
"""

from __future__ import annotations

import html

from lxml import etree

from generator.understand.feeds.xml_tree import entries_of, local, namespace, text_in

_MEDIA = "search.yahoo.com/mrss"
_DIRECTORIES = ("itunes", "google.com/schemas/play-podcasts")
_TEXTS = frozenset({"description", "content", "summary", "encoded", "fullitem", "body", "abstract"})


def set_apart_captions(root: etree._Element) -> None:
    """Remove the descriptions of an entry's media, unless they are its only text."""
    for entry in entries_of(root):
        captions = [element for element in entry.iter() if _is_caption(element)]
        has_text = any(map(_is_own_text, entry))
        if captions and not has_text:
            entry.append(_text(entry, captions[0]))
        unwanted = [*captions, *filter(_is_for_directories, entry if has_text else ())]
        for element in unwanted:
            _remove(element)
        _keep_title(entry)


def _is_own_text(element: etree._Element) -> bool:
    """Return whether an element of an entry is its text, not a description of its media."""
    if local(element) not in _TEXTS or _is_media(element) or _is_for_directories(element):
        return False
    return bool(text_in(element))


def _text(entry: etree._Element, caption: etree._Element) -> etree._Element:
    """Return a caption as the text of its entry; a plain one keeps its lines."""
    text = text_in(caption)
    if caption.get("type") != "html":
        text = html.escape(text).replace("\n", "<br>")
    space = namespace(entry)
    atom = local(entry) == "entry"
    name = "summary" if atom else "description"
    made = etree.Element(f"{{{space}}}{name}" if space and "/" in space else name)
    made.text = text
    if atom:
        made.set("type", "html")
    return made


def _keep_title(entry: etree._Element) -> None:
    """Remove the titles of media from an entry that has a title."""
    if any(local(child) == "title" and not _is_media(child) and text_in(child) for child in entry):
        elements = list(entry.iter())
        for element in elements:
            if local(element) == "title" and _is_media(element):
                _remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _is_caption(element: etree._Element) -> bool:
    return local(element) == "description" and _is_media(element)


def _is_for_directories(element: etree._Element) -> bool:
    space = namespace(element)
    return local(element) in _TEXTS and any(name in space for name in _DIRECTORIES)


def _is_media(element: etree._Element) -> bool:
    space = namespace(element)
    return _MEDIA in space or space == "media"
