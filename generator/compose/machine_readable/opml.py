"""All feeds as an OPML 2.0 list, for import into a feed reader."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import Element, SubElement

from generator import sanitize
from generator.compose.machine_readable.feeds import Feed
from generator.compose.machine_readable.publication import Publication
from generator.compose.machine_readable.xml_file import xml_file
from generator.compose.story.entry import FOLDER
from generator.words import Words

PATH = "feeds.opml"


def opml(feeds: Iterable[Feed], site: Publication, words: Words) -> bytes:
    """Return the list: the site's own feed, then one group of sections and one of keywords.

    Feeds of stories are left out, as stories are short-lived.
    """
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = sanitize.xml(site.name)
    body = SubElement(root, "body")
    groups: dict[str, Element] = {}
    for feed in feeds:
        folder, _, rest = feed.path.partition("/")
        if folder == FOLDER:
            continue
        parent = body
        if rest:
            if folder not in groups:
                groups[folder] = SubElement(body, "outline", text=words(folder))
            parent = groups[folder]
        SubElement(
            parent,
            "outline",
            type="rss",  # as OPML names every feed
            text=sanitize.xml(feed.title),
            xmlUrl=site.address(feed.atom, PATH),
            htmlUrl=site.page(feed.path, PATH),
        )
    return xml_file(root)
