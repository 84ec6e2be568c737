"""What the lines around a headline state: section, views, reading time, authors, outlet. Pure.

A line is read by its label ("Source: …"), its separators ("World | 3 May 2025 | A. Writer"), its
numbers with their units, and its place: an unlabelled name before the date is a section's,
one after it a person's or an outlet's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.source_urls import is_web
from generator.understand.lines.drop_reasons import kind
from generator.understand.lines.fact_lines import LABEL
from generator.understand.pasted.head import outlet, section, signature
from generator.understand.pasted.head.byline import (
    byline,
    is_other_credit,
    place_in,
    says_role,
    without_by,
    writers,
)
from generator.understand.pasted.head.counts import counts
from generator.understand.pasted.head.facts import Facts, Head
from generator.understand.pasted.head.phrases import PHRASES
from generator.understand.pasted.head.unlabelled_names import unlabelled
from generator.understand.vocabulary import section_words
from generator.understand.vocabulary.capitals_in_names import uncapitalised
from generator.understand.vocabulary.outlet_forms import is_agency
from generator.understand.vocabulary.page_words import starts_with, tokens
from generator.understand.vocabulary.people import people

_LONGEST = 300  # characters of a line that states facts
_BUTTON = 20  # characters of a line between a text and its byline
_TEASER = 2  # lines from "Read also" to the byline below the other headline
_SIGNED = 3  # lines below the text in which a byline is
_VALUE = 60  # characters of what is behind a label
_KINDS = ("section", "source", "by")  # of labels
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]\.?")
_DASHED = re.compile(rf"({PHRASES['source_labels']})\s[–—-]\s(\S.*)")
_BELOW_TEXT = frozenset({"related", "comments", "newsletter"})  # kinds of lines
_NAME = 2  # words of a name that has no label; a place or an outlet may have more
_LABELS = 7  # lines above the headline that may say by a label what they are


def facts(head: Head) -> Facts:
    """Return what the lines around the headline state."""
    found = Facts()
    own = outlet.outlet(head)
    for at, line in _stating(head):
        counts(line, at, head, found)
        if not _labelled(line, at, head, found) and at >= head.title - 2:
            found.put("authors", byline(head.lines, at, head.dates), at)
            found.put("place", place_in(line), at)
    for at in range(head.title - 1, max(-1, head.title - _LABELS), -1):
        _labelled(head.lines[at], at, head, found)
    if way := section.section(head, own[0] if own else ""):
        found.put("section", *way)
    if own and not head.is_clean:
        found.put("outlet", *own)
    for at, line in _stating(head):
        unlabelled(line, at, head, found)
    if own:
        found.put("outlet", *own)
    _source_at_the_end(head, found)
    _late(head, found)
    return found


def _stating(head: Head) -> Iterator[tuple[int, str]]:
    beside = () if head.date_line is None else _beside(head.date_line, head)
    more = (at for at in beside if head.title < at < len(head.lines) and not head.is_text(at))
    for at in dict.fromkeys((*head.around, *more)):
        line = head.lines[at]
        if len(line) <= _LONGEST and line != head.lines[head.title]:
            yield at, line


def _beside(date: int, head: Head) -> range:
    """Return the lines beside that of the date, down to what a page has below a text."""
    below = range(date + 1, min(date + 4, len(head.lines)))
    end = next((at for at in below if kind(head.lines[at]) in _BELOW_TEXT), date + 4)
    return range(date - 2, end)


def _others(head: Head, found: Facts) -> None:
    """Add the authors of a byline of several lines: a name, a job, a name, and so on."""
    at = found.lines.get("authors", 0)
    if head.title < at and head.date_line is not None and "authors" in found.found:
        _names_above_date(at, head, found)
    while 0 < at < len(head.lines) - 3 and says_role(head.lines[at + 1]):
        at += 2
        more = writers(head.lines[at], strict=True)
        is_name = more == (without_by(head.lines[at]),)
        if not (is_name and says_role(head.lines[at + 1])):
            return
        if more[0] not in found.found["authors"]:
            found.found["authors"] = (*found.found["authors"], *more)


def _names_above_date(first: int, head: Head, found: Facts) -> None:
    """Add the names that are lines of their own between the first writer's and the date's."""
    names = found.found["authors"]
    between = head.lines[first + 1 : head.date_line]
    more = [line for line in between if writers(line, strict=True) == (line,)]
    twice = [name for name, below in pairwise(between) if name == below]  # a picture's text, too
    if twice and set(more) == set(twice):
        found.found["authors"] = tuple(dict.fromkeys(twice))
        return
    is_list = names == (head.lines[first],) and len(more) == len(between)
    is_other = any(_may_be_other(name) or name in head.text for name in more)
    if is_list and not is_other:
        found.found["authors"] = tuple(dict.fromkeys((*names, *more)))


def _may_be_other(name: str) -> bool:
    return name.isupper() or section_words.is_city(name) or len(name.split()) > _NAME


def _late(head: Head, found: Facts) -> None:
    """Read facts farther from the headline that no nearer line states."""
    for at in head.far:
        is_own = _signs(at, head) if at > head.last else not _is_of_teaser(at, head)
        if "authors" not in found.found and is_own:
            found.put("authors", byline(head.lines, at, head.dates), at)
    finders = (
        signature.korean(head.lines, head.far),
        signature.doubled(head),
        signature.interviewer(head.lines, head.last),
        signature.signed(head),
        signature.described(head.lines, head.last),
    )
    for names in filter(None, finders):
        found.put("authors", *names)
    _others(head, found)
    _tidy_authors(head, found)


def _tidy_authors(head: Head, found: Facts) -> None:
    """Remove the outlet from the authors unless it is the only one, and capitals from names."""
    own = str(found.found.get("outlet"))
    others = [
        name
        for name in found.found.get("authors", ())
        if name != own and not name.startswith(f"{own} ")  # "Portal Sul SC", its desk
    ]
    if others:
        found.found["authors"] = tuple(others)
    if "authors" in found.found and "ı" not in head.text:  # a Turkish I may be either letter
        found.found["authors"] = tuple(map(uncapitalised, found.found["authors"]))


def _is_of_teaser(at: int, head: Head) -> bool:
    """Return whether a byline is below a headline that a page says to read as well."""
    return at >= _TEASER and kind(head.lines[at - _TEASER]) == "related"


def _signs(at: int, head: Head) -> bool:
    """Return whether a byline below the text is the text's, not that of a teaser."""
    between = head.lines[head.last + 1 : at]
    return len(between) < _SIGNED and all(
        len(line) < _BUTTON and not kind(line) for line in between
    )


def _labelled(line: str, at: int, head: Head, found: Facts) -> bool:
    """Read "Section: …", "Source: …", "(Source: …)", "Author: …"; a value on the next line, too."""
    following = head.lines[at + 1] if at + 1 < len(head.lines) else ""
    is_parted = line.endswith((":", "：")) and bool(following)
    bare = f"{line} {following}" if is_parted else _BRACKETED.sub(r"\1", line)
    match = LABEL.fullmatch(bare) or _DASHED.fullmatch(bare)
    field = _label(match[1]) if match else ""
    if not match or not field or is_other_credit(bare):
        return False
    value, at = match[2].strip(), at + is_parted
    if field == "by":
        found.put("authors", writers(value, strict=False), at)
    elif field == "source":
        _source(value, at, head, found)
    elif len(first := value.split(",")[0]) < _VALUE:
        found.put(field, first, at)
    return True


def _label(words: str) -> str:
    """Return the kind of a label that is nothing else: "section", "source", "by"; "" for none."""
    length = len(tokens(words))
    return next((kind for kind in _KINDS if 0 < starts_with(kind, words) == length), "")


def _source(value: str, at: int, head: Head, found: Facts) -> None:
    """Record the source that a page names: an outlet, perhaps with the date, or an address."""
    if is_web(value):
        found.put("url", value, at)
        return
    if at in head.dates:
        value = value.partition(", ")[0]
    others = [name for name in value.split(", ") if not is_agency(name)]
    if ", " in value and len(others) < 2:  # "Source: courier.example, Reuters"
        value = "".join(others)
    if (
        0 < len(value) < _VALUE
        and _may_be_outlet(value, found)
        and not _is_of_picture(value, at, head)
    ):
        found.put("outlet", value, at)


def _source_at_the_end(head: Head, found: Facts) -> None:
    """Read "Source: …" as the last line of a text, however long the text is."""
    at = max(head.last, len(head.lines) - 1)
    if at - head.last <= 1 and _label(head.lines[at].strip("([").partition(":")[0]) == "source":
        _labelled(head.lines[at], at, head, found)


def _is_of_picture(value: str, at: int, head: Head) -> bool:
    """Return whether a source is a person's name on a page: it is a picture's."""
    beside = head.dates.keys() & {at - 1, at, at + 1}
    return not head.is_clean and not beside and bool(people(value, (), strict=True))


def _may_be_outlet(value: str, found: Facts) -> bool:
    """Return whether a source is where the text appeared, not the agency that it comes from.

    An agency is, where a head of labels names it beside the section: "Section: …", "Source: …".
    """
    return not is_agency(value) or "section" in found.found
