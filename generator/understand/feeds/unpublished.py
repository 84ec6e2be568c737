"""Unpublished content in exports of blogs. Pure.

It is removed from the tree before anything is read: drafts, private posts and those with a
password, comments, templates, settings. An entry that an export does not state to be published is
left out.

Sources: WordPress eXtended RSS 1.0 to 1.2 (`wp:status`, `wp:post_type`, `wp:post_password`);
Blogger's Atom archive (a category of the scheme `…#kind`, `app:draft`) and, since 2024, Google
Takeout's (`blogger:type`, `blogger:status`); Atom Publishing Protocol, RFC 5023, section 13.1.1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.models import Problem, Source, Withheld
from generator.moments import Moment
from generator.text import clean, squeeze
from generator.understand.dates.machine import machine_date
from generator.understand.feeds.xml_tree import children, entries_of, local, namespace, text_in

WORDPRESS = "wordpress.org/export"
_BLOGGER = "schemas.google.com/blogger/2018"
_UNKNOWN = "not known to be published"
_CUT = "cut off"
_PASSWORD = "with a password"  # noqa: S105 - a reason, no password
_STATUS = {
    "draft": "draft",
    "auto-draft": "draft",
    "private": "private",
    "trash": "in the trash",
    "soft_trashed": "in the trash",
    "future": "scheduled",
    "scheduled": "scheduled",
    "pending": "pending review",
    "review": "pending review",
    "future_publish": "scheduled",
    "sent": "sent by e-mail only",
    "for members": "for members",
    "page": "page",
}
# A post left out for one of these reasons is kept back by its owner; others are not posts.
_KEPT_BACK = frozenset({*_STATUS, *_STATUS.values(), _PASSWORD, _UNKNOWN}) - {"page"}
_STATED = ("pubdate", "lastbuilddate", "updated", "modified", "date")  # dates of a whole feed
_CHANGED = ("updated", "post_modified_gmt", "post_modified")  # dates of its entries
_PUBLISHING = re.compile(r"(?:^|/)app#?$")  # the namespaces of Atom's publishing protocol
_NOT_DRAFT = frozenset({"no", "false", "0"})


@dataclass(frozen=True, slots=True)
class Export:
    """The kind of export that a feed is, by its entries."""

    wordpress: bool
    kinds: bool  # Blogger's archive: a category names the kind of each entry
    takeout: bool  # Blogger's newer archive

    @classmethod
    def of(cls, root: etree._Element) -> Export:
        """Return the kind of export that a tree is."""
        spaces = {namespace(element) for element in root.iter()}
        spaces |= {str(uri) for uri in root.nsmap.values()}
        return cls(
            wordpress=any(WORDPRESS in space or space == "wp" for space in spaces),
            kinds=any(_kind(entry) for entry in entries_of(root)),
            takeout=any(_BLOGGER in space for space in spaces),
        )

    @property
    def is_one(self) -> bool:
        """Whether the feed is an export, which states the kind of each entry."""
        return self.wordpress or self.kinds or self.takeout


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that is not a published post, the reason, and its key, "" if it has none."""

    reason: str
    key: str
    url: str | None

    @classmethod
    def of(cls, entry: etree._Element, reason: str) -> LeftOut:
        """Return an element of a feed as an entry that is left out."""
        stated = (text_in(element) for element in children(entry, "guid", "id"))
        addresses = list(_addresses(entry))
        key = next(filter(None, (*stated, *addresses)), "")
        return cls(reason, squeeze(clean(key)), next(iter(addresses), None))


def take_out_unpublished(root: etree._Element, last: dt.date, *, cut: bool) -> list[LeftOut]:
    """Remove the entries that are not published posts from the tree, and return them.

    `last` is the latest day on which a post can have been published; `cut`: the last entry of the
    file is incomplete, so that its status may be missing.
    """
    export = Export.of(root)
    left_out: list[LeftOut] = []
    entries = entries_of(root)
    for entry in entries:
        reason = _reason(entry, export, last)
        if cut and export.is_one and entry is entries[-1]:
            reason = _CUT
        parent = entry.getparent()
        if reason and parent is not None:
            left_out.append(LeftOut.of(entry, reason))
            parent.remove(entry)
    return left_out


def export_date(root: etree._Element) -> Moment | None:
    """Return the stated date of an export, else the date of the last change of an entry."""
    heads = [root, *children(root, "channel")]
    stated = [element for head in heads for element in children(head, *_STATED)]
    changed = (element for entry in entries_of(root) for element in children(entry, *_CHANGED))
    found = [date for element in stated or changed if (date := machine_date(text_in(element)))]
    return max(found, key=lambda date: date.instant, default=None)


def withheld(
    source: Source, found: Iterable[LeftOut], exported: Moment | None, outlet: str | None
) -> tuple[Withheld, ...]:
    """Return the entries left out that their owner keeps back."""
    return tuple(
        Withheld(source.path, source.collected, entry.key, exported, outlet, entry.url)
        for entry in found
        if entry.key and entry.reason in _KEPT_BACK
    )


def reason_of(state: str) -> str:
    """Return why an entry in a state ("draft", "future") is left out."""
    return _STATUS.get(state, _UNKNOWN)


def left_out(path: str, found: Sequence[LeftOut], kept: int) -> Problem:
    """Return a problem that counts the unpublished entries of an export."""
    counts = Counter(entry.reason for entry in found)
    total = sum(counts.values())
    reasons = ", ".join(f"{reason} ({counts[reason]})" for reason in sorted(counts))
    message = (
        f"{total} of {total + kept} entries are not published posts and are left out: {reasons}. "
        "To use one, publish it in the blog and export it again."
    )
    return Problem(path, "warning", message)


def _reason(entry: etree._Element, export: Export, last: dt.date) -> str:
    """Return why an entry is left out, "" for a published post."""
    if any(_is_draft(element) for element in entry.iter()):
        return "draft"
    if export.wordpress:
        return _wordpress(entry)
    if export.takeout:
        return _takeout(entry)
    return _archived(entry, last) if export.kinds else ""


def _addresses(entry: etree._Element) -> Iterator[str]:
    """Yield the addresses of an entry's own page."""
    for link in children(entry, "link"):
        if link.get("rel", "alternate") == "alternate":
            address = str(link.get("href") or "") or text_in(link)
            yield from [address] if address else []


def _is_draft(element: etree._Element) -> bool:
    """Return whether an element is `app:draft` with a value that does not deny it."""
    if local(element) != "draft" or not _PUBLISHING.search(namespace(element)):
        return False
    return text_in(element).lower() not in _NOT_DRAFT


def _wordpress(item: etree._Element) -> str:
    """Return why a post of WordPress is left out: by its kind, its status, its password."""
    kinds, states = _stated(item, "post_type"), _stated(item, "status")
    if others := _without("post", kinds):
        return others[0].replace("_", " ") or _UNKNOWN
    if wrong := _without("publish", states):
        return reason_of(wrong[0])
    if any(_stated(item, "post_password")):
        return _PASSWORD
    return "" if states and kinds else _UNKNOWN


def _without(value: str, values: Iterable[str]) -> list[str]:
    return [other for other in values if other != value]


def _stated(item: etree._Element, name: str) -> list[str]:
    """Return the texts of an item's elements of one name, in lower case."""
    return [text_in(element).lower() for element in item.iter() if local(element) == name]


def _takeout(entry: etree._Element) -> str:
    stated = {
        name: next((text_in(element).lower() for element in children(entry, name)), "")
        for name in ("type", "status", "trashed")
    }
    if stated["type"] != "post":
        return stated["type"] or _UNKNOWN
    if stated["trashed"]:
        return "in the trash"
    return "" if stated["status"] == "live" else reason_of(stated["status"])


def _archived(entry: etree._Element, last: dt.date) -> str:
    kind = _kind(entry)
    if kind != "post":
        return kind or _UNKNOWN
    stated = next((text_in(element) for element in children(entry, "published")), "")
    published = machine_date(stated)
    return "scheduled" if published and published.day > last else ""


def _kind(entry: etree._Element) -> str:
    """Return the kind that a category of Blogger's archive names, such as "post"."""
    for category in children(entry, "category"):
        if str(category.get("scheme", "")).endswith("#kind"):
            return str(category.get("term", "")).rpartition("#")[2].lower()
    return ""
