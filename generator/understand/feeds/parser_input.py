"""The bytes of an XML feed → bytes for the feed parser, without unpublished entries. Pure.

Details that feedparser can't distinguish, or loses, are resolved here, on the tree.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from generator.moments import Moment
from generator.understand.feeds import wordpress
from generator.understand.feeds.authors import inherit, state_names
from generator.understand.feeds.media import set_apart_captions
from generator.understand.feeds.unpublished import (
    Export,
    LeftOut,
    export_date,
    take_out_unpublished,
)
from generator.understand.feeds.xml_tree import entries_of, mended, tree_of

# Signs of an export or a draft: such a file is used only if its tree can be parsed, so that no
# entry that is kept back is published.
_GUARDED = re.compile(
    rb"wordpress\.org/export|<wp:|schemas\.google\.com/blogger/2018|kind#|[:<]draft\b"
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The data of a feed to be parsed, the entries left out, and when the feed was created.

    `beyond` is the number of entries that are not in the data because there are too many.
    """

    data: bytes
    left_out: Sequence[LeftOut] = ()
    exported: Moment | None = None
    beyond: int = 0


def prepare(data: bytes, last: dt.date, most: int, *, cut: bool) -> Prepared | None:
    """Return a feed without unpublished entries, None for an export that can't be read.

    `last` is the latest day on which an entry can have been published, `most` the number of entries
    that are read; `cut`: the file ends in the middle.
    """
    data = mended(data)
    root = tree_of(data)
    if root is None and _GUARDED.search(data.replace(b"\0", b"")):
        root = tree_of(data, recover=True)
        if root is None:
            return None
    if root is None:  # feedparser can still read ill-formed feeds
        return Prepared(data)
    is_wordpress = Export.of(root).wordpress
    exported = export_date(root)
    left_out = take_out_unpublished(root, last, cut=cut)
    beyond = entries_of(root)[most:]
    for entry in beyond:
        if (parent := entry.getparent()) is not None:  # None: the root, which stays
            parent.remove(entry)
    if is_wordpress:
        wordpress.name_authors(root)
        wordpress.mark_up_posts(root)
    set_apart_captions(root)
    state_names(root)
    inherit(root)
    data = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return Prepared(data, left_out, exported, len(beyond))
