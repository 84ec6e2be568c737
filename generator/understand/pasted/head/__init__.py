"""What the lines around a headline state: section, views, reading time, authors, outlet. Pure.

A line is read by its label ("Source: …"), its separators ("World | 3 May 2025 | A. Writer"), its
numbers with their units, and its place: an unlabelled name before the date is a section's,
one after it a person's or an outlet's.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.understand.lines.drop_reasons import kind
from generator.understand.lines.fact_lines import LABEL
from generator.understand.pasted.head import outlet, section, signature
from generator.understand.pasted.head.byline import (
    byline,
    place_in,
    says_role,
    uncapitalised,
    writers,
)
from generator.understand.pasted.head.counts import counts
from generator.understand.pasted.head.facts import Facts, Head
from generator.understand.pasted.head.unlabelled_names import unlabelled
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.page_words import starts_with, tokens

_LONGEST = 300  # characters of a line that states facts
_BUTTON = 20  # characters of a line between a text and its byline
_SIGNED = 3  # lines below the text in which a byline is
_VALUE = 60  # characters of what is behind a label
_LABELS = 7  # lines above the headline that may say by a label what they are


def facts(head: Head) -> Facts:
    """Return what the lines around the headline state."""
    found = Facts()
    own = outlet.outlet(head)
    for at, line in _stating(head):
        counts(line, at, head, found)
        if not _labelled(line, at, found) and at >= head.title - 2:
            found.put("authors", byline(head.lines, at, head.dates), at)
            found.put("place", place_in(line), at)
    for at in range(head.title - 1, max(-1, head.title - _LABELS), -1):
        _labelled(head.lines[at], at, found)
    if way := section.section(head, own[0] if own else ""):
        found.put("section", *way)
    if own and not head.is_clean:
        found.put("outlet", *own)
    for at, line in _stating(head):
        unlabelled(line, at, head, found)
    if own:
        found.put("outlet", *own)
    _late(head, found)
    return found


def _stating(head: Head) -> Iterator[tuple[int, str]]:
    beside = () if head.date_line is None else range(head.date_line - 2, head.date_line + 4)
    more = (at for at in beside if head.title < at < len(head.lines) and not head.is_text(at))
    for at in dict.fromkeys((*head.around, *more)):
        line = head.lines[at]
        if len(line) <= _LONGEST and line != head.lines[head.title]:
            yield at, line


def _others(head: Head, found: Facts) -> None:
    """Add the writers of a byline over several lines: a name, what they do, a name, and so on."""
    at = found.lines.get("authors", 0)
    while 0 < at < len(head.lines) - 3 and says_role(head.lines[at + 1]):
        at += 2
        more = writers(head.lines[at], strict=True)
        if len(more) != 1 or more[0] != head.lines[at] or not says_role(head.lines[at + 1]):
            return
        if more[0] not in found.found["authors"]:
            found.found["authors"] = (*found.found["authors"], *more)


def _late(head: Head, found: Facts) -> None:
    """Read what is farther from the headline, where nothing nearer says it."""
    for at in head.far:
        if "authors" not in found.found and (at <= head.last or _signs(at, head)):
            found.put("authors", byline(head.lines, at, head.dates), at)
    finders = (
        signature.korean(head.lines, head.far),
        signature.interviewer(head.lines, head.last),
        signature.signed(head.lines, head.last),
        signature.described(head.lines, head.last),
    )
    for names in filter(None, finders):
        found.put("authors", *names)
    _others(head, found)
    others = [name for name in found.found.get("authors", ()) if name != found.found.get("outlet")]
    if others:
        found.found["authors"] = tuple(others)
    if "authors" in found.found and "ı" not in head.text:  # a Turkish I may be either letter
        found.found["authors"] = tuple(map(uncapitalised, found.found["authors"]))


def _signs(at: int, head: Head) -> bool:
    """Return whether a byline below the text is the text's, not that of a teaser."""
    between = head.lines[head.last + 1 : at]
    return len(between) < _SIGNED and all(
        len(line) < _BUTTON and not kind(line) for line in between
    )


def _labelled(line: str, at: int, found: Facts) -> bool:
    """Read "Section: …", "Source: …", "Author: …"."""
    match = LABEL.fullmatch(line)
    if not match:
        return False
    words = tokens(match[1])
    for field, name in (("section", "section"), ("source", "outlet"), ("by", "authors")):
        if words and starts_with(field, match[1]) == len(words):
            value = match[2].strip()
            if name == "authors":
                found.put(name, writers(value, strict=False), at)
            elif len(value) < _VALUE and (name != "outlet" or _may_be_outlet(value, found)):
                found.put(name, value, at)
            return True
    return False


def _may_be_outlet(value: str, found: Facts) -> bool:
    """Return whether a source is where the text appeared, not the agency that it comes from.

    An agency is, where a head of labels names it beside the section: "Section: …", "Source: …".
    """
    return not is_agency(value) or "section" in found.found
