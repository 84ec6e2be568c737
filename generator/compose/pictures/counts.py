"""Charts over time: the articles of a keyword, the shares of sections. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from generator.compose.article.entry import Entry
from generator.compose.lists import periods
from generator.compose.lists.periods import Unit
from generator.compose.lists.views import Figure, Link
from generator.compose.pictures import charts
from generator.words import Words

_SECTIONS = 6  # that can be distinguished in one figure
_SHARE_HEIGHT = 26  # units of the picture


@dataclass(frozen=True)
class Axis:
    """The time axis that all charts of a collection share, with its steps in words."""

    unit: Unit
    steps: tuple[dt.date, ...]
    names: tuple[str, ...]
    ends: tuple[str, str]

    @classmethod
    def of(cls, entries: Sequence[Entry], words: Words, finest: Unit = "day") -> Axis:
        """Return the axis of a collection; it has no steps if there is no trend to show."""
        days = [entry.day for entry in entries if entry.day]
        unit, steps = periods.axis(min(days), max(days), finest) if days else (finest, ())
        names = tuple(
            words.day(step) if unit == "day" else periods.title_of(step, unit, words)
            for step in steps
        )
        ends = (names[0], names[-1]) if names else ("", "")
        if names and unit == "week":  # a narrow chart has no room for two spans
            ends = words.day(steps[0]), words.day(periods.end_of(steps[-1], unit))
        return cls(unit, steps, names, ends)


def timeline(entries: Sequence[Entry], axis: Axis, words: Words) -> tuple[Figure, ...]:
    """Return a chart of the number of articles over time; none if there is no trend to show."""
    counts = charts.counts_by((entry.day for entry in entries if entry.day), axis.unit)
    values = [counts.get(step, 0) for step in axis.steps]
    if not any(values):
        return ()
    texts = {value: words.count("articles", value) for value in set(values)}
    named = [f"{name}: {texts[value]}" for name, value in zip(axis.names, values, strict=True)]
    chart = charts.bars(values, max(values), named)
    rows = [
        (name, words.number(value)) for name, value in zip(axis.names, values, strict=True) if value
    ]
    return (
        Figure(
            "timeline",
            words("timeline"),
            charts.peak_text(counts, axis.unit, words),
            (chart,),
            (words("period"), words("articles-column")),
            tuple(rows),
            *axis.ends,
        ),
    )


def _parts(
    by_section: Mapping[str, Sequence[Entry]], names: Sequence[str], axis: Axis
) -> tuple[dict[str, list[float]], list[int]]:
    """Return each named section's share in each period, and each period's number of articles."""
    counts = {
        name: charts.counts_by((entry.day for entry in found if entry.day), axis.unit)
        for name, found in by_section.items()
    }
    totals = [sum(count.get(step, 0) for count in counts.values()) for step in axis.steps]
    parts = {
        name: [
            counts[name].get(step, 0) / total if total else 0.0
            for step, total in zip(axis.steps, totals, strict=True)
        ]
        for name in names
    }
    return parts, totals


def shares(
    by_section: Mapping[str, Sequence[Entry]],
    links: Mapping[str, Link],
    axis: Axis,
    words: Words,
) -> tuple[Figure, ...]:
    """Return each section's share of all articles over time, the largest sections first.

    Articles without a section come last, if there is room.
    """
    order = sorted(by_section, key=lambda name: (not name, -len(by_section[name]), name))
    names = order[:_SECTIONS]
    if len(by_section) < 2 or not axis.steps:
        return ()
    parts, totals = _parts(by_section, names, axis)
    most = max(chain.from_iterable(parts.values()))
    drawn = []
    for name in names:
        texts = [
            f"{step}: {words.percent(part)}"
            for step, part in zip(axis.names, parts[name], strict=True)
        ]
        chart = charts.bars(parts[name], most, texts, height=_SHARE_HEIGHT)
        drawn.append(replace(chart, label=links[name]))
    rows = [
        (step, *(words.percent(parts[name][number]) for name in names))
        for number, step in enumerate(axis.names)
        if totals[number]
    ]
    return (
        Figure(
            "shares",
            words("shares"),
            words("shares-text"),
            tuple(drawn),
            (words("period"), *(links[name].text for name in names)),
            tuple(rows),
            *axis.ends,
        ),
    )
