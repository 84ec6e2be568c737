"""Clips: articles saved from a page by a clipper, without the page around the text. Pure.

A note is a clip if it names an address. Then the outlet may be after the headline, the byline
and the date above the text, an excerpt before and buttons below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.credits import is_caption
from generator.models import Dropped
from generator.tables import load_patterns
from generator.understand.dates.written import FoundDate
from generator.understand.genres.release_lines import is_opening
from generator.understand.lines.date_labels import is_of_other, label_of
from generator.understand.lines.drop_reasons import kind, labelled
from generator.understand.lines.fact_lines import is_dated
from generator.understand.lines.publication_date import Calendar, later_dates
from generator.understand.lines.publication_month import article_month
from generator.understand.markdown.blocks import Part
from generator.understand.vocabulary.outlets import divided, is_outlet_of, without_outlet
from generator.understand.vocabulary.people import BY, people, without_by

TASK = re.compile(r"\[[ xX/-]\]\s+")  # the box of a task that begins an item
_HEAD = 5  # parts that may hold byline and date
_SHORT = 90  # characters of a byline, a date, a button
_EXCERPT = re.compile(
    load_patterns(Path(__file__).with_name("note_words.yml"))["excerpts"], re.IGNORECASE
)
_PAGE = frozenset({"share", "control", "newsletter", "comments", "related", "legal", "paywall"})
_DATED = 3  # parts near the start, one of which may be a date
_BESIDE_DATE = 16  # characters that a line has beside its date: "Published on …"


@dataclass(frozen=True, slots=True)
class Clip:
    """The parts of the text, the parts of the page, and the fields that these state."""

    title: str
    parts: Sequence[Part]
    fields: dict[str, object] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()


def cleaned(
    title: str, parts: Sequence[Part], stated: Mapping[str, object], calendar: Calendar
) -> Clip:
    """Return a clip without the page around its text; `stated` are the fields of its keys."""
    title, fields = _headline(title, stated)
    kept, dropped, excerpt = _without_excerpt(list(parts))
    fields |= excerpt
    if (below := _links_below(kept)) is not None:
        dropped += [_dropped(part, "link to other articles") for part in kept[below:]]
        kept = kept[:below]
    for part, reason, found in _head(kept[:_HEAD], title, stated, calendar):
        kept.remove(part)
        fields |= found
        dropped.append(_dropped(part, reason))
    kept, dropped = _without(kept, dropped, _is_task, "task of the reader's own")
    while len(kept) > 1 and _is_page(kept[-1]):
        dropped.append(_dropped(kept.pop(), "page element"))
    kept, dropped = _without(kept, dropped, _is_caption, "caption or credit")
    kept, dropped = _without(kept, dropped, _leads_elsewhere, "link to another article")
    new = {name: value for name, value in fields.items() if not stated.get(name)}
    return Clip(title, kept, new, tuple(sorted(dropped, key=lambda line: line.line)))


def _without_excerpt(parts: list[Part]) -> tuple[list[Part], list[Dropped], dict[str, object]]:
    """Return the parts without an excerpt above the text, what was dropped, and the standfirst."""
    is_labelled = len(parts) > 2 and _EXCERPT.fullmatch(parts[0].block.text) is not None
    if not is_labelled or parts[1].block.kind != "quote":
        return parts, [], {}
    dropped = [_dropped(part, "excerpt") for part in parts[:2]]
    return parts[2:], dropped, {"standfirst": parts[1].block.text}


def _headline(title: str, stated: Mapping[str, object]) -> tuple[str, dict[str, object]]:
    """Return the headline without the outlet's name, and the outlet if only the title names it."""
    if outlet := str(stated.get("outlet") or ""):
        return without_outlet(title, outlet), {}
    named = divided(title)
    if named and is_outlet_of(named[1], str(stated["url"])):
        return named[0], {"outlet": named[1]}
    return title, {}


def _without(
    kept: list[Part], dropped: list[Dropped], is_unwanted: Callable[[Part], bool], reason: str
) -> tuple[list[Part], list[Dropped]]:
    """Return the parts to keep and those dropped; all are kept if none would be left."""
    unwanted = [part for part in kept if is_unwanted(part)]
    if len(unwanted) == len(kept):
        return kept, dropped
    rest = [part for part in kept if part not in unwanted]
    return rest, [*dropped, *(_dropped(part, reason) for part in unwanted)]


def _is_task(part: Part) -> bool:
    return bool(TASK.match(part.block.text))


def _is_caption(part: Part) -> bool:
    return part.block.kind == "paragraph" and is_caption(part.block.text)


def _leads_elsewhere(part: Part) -> bool:
    """Return whether a paragraph is a labelled link: "Read also: …"."""
    return part.block.kind == "paragraph" and labelled(part.block.text) == "related"


def _head(
    parts: Sequence[Part], title: str, stated: Mapping[str, object], calendar: Calendar
) -> Iterator[tuple[Part, str, dict[str, object]]]:
    """Yield the parts of the page above the text, each with the reason and the fields it states."""
    for part in parts:
        text = part.block.text
        if text == title:
            yield part, "repeats the headline", {}
        elif len(text) > _SHORT:
            continue
        elif (byline := _byline(text, stated, calendar)) is not None:
            yield part, "byline", byline
        elif "date" in stated and (dates := calendar.dates(text)):
            if len(text) - (dates[-1].end - dates[0].start) <= _BESIDE_DATE:
                yield part, "date", {}
        elif _is_page(part):
            yield part, "page element", {}


def _byline(
    text: str, stated: Mapping[str, object], calendar: Calendar
) -> dict[str, object] | None:
    """Return the fields of a byline that the keys don't state, None for another line."""
    known = _folded(_listed(stated.get("authors")))
    by = byline_in(text)
    is_known = without_by(text).casefold() in known or bool(by and _folded(by) <= known)
    if not is_known and (known or not by):
        return None
    found: dict[str, object] = {"authors": by} if by else {}
    dates = calendar.dates(text)
    if dates and not dates[0].inferred and "date" not in stated:
        found["date"] = dates[0].date
    return found


def dated_line(parts: Sequence[Part], calendar: Calendar) -> tuple[FoundDate, Part] | None:
    """Return the date of a short line near the start that states little else, and that line."""
    for part in parts[:_DATED]:
        text = part.block.text
        found = calendar.dates(text) if len(text) <= _SHORT else []
        if found and _states_date(part, found, calendar):
            return found[0], part
    lines = [part.block.text for part in parts]
    is_text = [len(line) > _SHORT for line in lines]
    near = slice(2 * _DATED)
    later = (date for _, date in later_dates(lines[near], -1, is_text[near], calendar))
    stated = next(later, None) or article_month(lines, -1, is_text, calendar)
    return (stated.found, parts[stated.at]) if stated else None


def _states_date(part: Part, found: Sequence[FoundDate], calendar: Calendar) -> bool:
    """Return whether a line is a date with names, numbers and labels only, as above an article.

    A sentence with a date, an appointment ("Deadline: 5 May") and an item of a list are not.
    """
    text = part.block.text
    start = calendar.begin(text, found[0])
    before = text[:start]
    if not (is_opening(before) or is_dated(text, [replace(found[0], start=start), *found[1:]])):
        return bool(byline_in(text)) and not text[found[-1].end :].strip()
    return bool(label_of(before)) or not (part.block.kind == "item" or is_of_other(before))


def byline_in(text: str) -> tuple[str, ...]:
    """Return the names in a line that begins as a byline, none for another line."""
    return people(text, (), strict=True) if BY.match(text) else ()


def _links_below(parts: Sequence[Part]) -> int | None:
    """Return the start of a list of other articles at the end of the page, None without one."""
    headings = [at for at, part in enumerate(parts) if at and part.block.kind == "heading"]
    last = headings[-1] if headings else len(parts)
    below = list(parts[last + 1 :])
    while below and below[-1].block.kind != "item" and _is_page(below[-1]):
        below.pop()
    items = [part.block.kind == "item" for part in below]
    related = bool(items) and all(items) and kind(parts[last].block.text) == "related"
    return last if related else None


def _folded(names: Sequence[object]) -> set[str]:
    return {str(name).casefold() for name in names}


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _is_page(part: Part) -> bool:
    return len(part.block.text) <= _SHORT and kind(part.block.text) in _PAGE


def _dropped(part: Part, reason: str) -> Dropped:
    return Dropped(part.line, part.block.text, reason)
