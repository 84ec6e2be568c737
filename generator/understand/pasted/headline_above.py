"""The headline above a line that seems to be one: a standfirst or a writer's name. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from generator.furniture import recognised
from generator.tables import load_numbers
from generator.understand.lines.date_labels import states_embargo
from generator.understand.lines.fact_lines import is_byline
from generator.understand.lines.publication_date import Calendar
from generator.understand.pasted.headline_forms import first_dates, may_be_title, states_date
from generator.understand.vocabulary.head_phrases import is_titled
from generator.understand.vocabulary.people import people

TITLES = 4  # lines above a line of date or names in which the headline is
NEAR = 8  # lines around a headline
APART = 3  # lines from one copy of a headline to another with the article's head below it
_TUNED = load_numbers(Path(__file__).with_name("tuned.yml"), "headline")
_RIVAL, _EQUAL, _NEARLY = _TUNED["rival"], _TUNED["equal"], _TUNED["nearly"]
_LONGER = _TUNED["longer"]
_CLAUSE = 3  # words of a headline above a standfirst
_NO_KICKER = 6  # words that no kicker of an English text has
_SENTENCE = 50  # characters that a kicker of another seldom has
_SENTENCES = re.compile(r".{20,}\w{3}[.!?]\s+\w")


def above(lines: Sequence[str], best: int, weights: Sequence[float], calendar: Calendar) -> int:
    """Return the headline that is above the best line, where that is a caption or standfirst.

    Pages put the former between the lines of date and names and the text, the latter right below
    the headline. A person's name above the date is a writer's.
    """
    best = _above_byline(lines, best, weights, calendar)
    return _above_standfirst(lines, _likelier(lines, best, weights, calendar), weights, calendar)


def _above_byline(
    lines: Sequence[str], best: int, weights: Sequence[float], calendar: Calendar
) -> int:
    """Return the headline above a byline that is right above the best line, its standfirst."""
    title = lines[best - 2] if best > 1 else ""
    is_below = title[-1:].isalnum() and is_byline(lines[best - 1]) and len(title.split()) > _CLAUSE
    is_title = is_below and may_be_title(title, calendar)
    return best - 2 if is_title and weights[best - 2] > _RIVAL * weights[best] else best


def _likelier(lines: Sequence[str], best: int, weights: Sequence[float], calendar: Calendar) -> int:
    """Return the likeliest line above a caption's head or a standfirst, else the best line."""
    head = _head_above(lines, best, calendar)
    is_standfirst = bool(_SENTENCES.match(lines[best]))
    if not (head or is_standfirst):
        return best
    end = best if is_standfirst else head
    least = (_RIVAL if head else _EQUAL) * weights[best]
    for start in (head - TITLES, head - NEAR) if head else (best - 1,):
        places = (at for at in range(max(0, start), end) if at != head)
        fit = (at for at in places if may_be_title(lines[at], calendar))
        likely = max(fit, key=weights.__getitem__, default=best)
        if weights[likely] > least:
            return likely
    return best


def above_facts(lines: Sequence[str], best: int, calendar: Calendar) -> int:
    """Return the headline above a date or byline, where the best line is above that headline.

    It is what a kicker ("Town hall:") is above, or what the line has behind the way to it.
    """
    if states_date("".join(lines[best + 1 : best + 2]), calendar):
        return best
    below = range(best + 1, min(len(lines), best + NEAR))
    ends = (at for at in below if _ends(lines[best], lines[at], is_next=at == best + 1))
    likely = (at for at in ends if may_be_title(lines[at], calendar))
    return next((at for at in likely if has_facts_below(lines, at, calendar)), best)


def _ends(whole: str, line: str, *, is_next: bool) -> bool:
    """Return whether a headline is below a kicker's colon, or is what sections' names are before.

    "News Town hall Bridge opens" has the way to it through the site; a clause ("There is a …") not.
    """
    if is_next and whole.endswith((":", "：")):
        return True
    is_end = whole.casefold().endswith(f" {line.casefold()}")
    return is_end and is_titled(whole[: -len(line)])


def has_facts_below(lines: Sequence[str], at: int, calendar: Calendar) -> bool:
    """Return whether one of the lines right below another states the date or the authors."""
    return any(states_date(line, calendar) for line in lines[at + 1 : at + 1 + APART])


def _head_above(lines: Sequence[str], best: int, calendar: Calendar) -> int:
    """Return the line of the date above the best line, the best line if it is a writer's name.

    0 if there is none, or if the best line has a date of its own below it.
    """
    if _is_writer(lines, best, calendar):
        return best
    if any(states_date(line, calendar) for line in lines[best + 1 : best + NEAR]):
        return 0
    return first_dates(lines, max(0, best - NEAR), best, calendar)


def _is_writer(lines: Sequence[str], at: int, calendar: Calendar) -> bool:
    """Return whether a line is a person's name, right above the line of the date."""
    is_above = any(states_date(line, calendar) for line in lines[at + 1 : at + 2])
    return is_above and people(lines[at], (), strict=True) == (lines[at],)


def _above_standfirst(
    lines: Sequence[str], at: int, weights: Sequence[float], calendar: Calendar
) -> int:
    """Return the line above one that seems its standfirst.

    It is nearly as likely, or longer than a kicker is. In many languages, other than English, a
    kicker may be a sentence too: there the standfirst is the longer one.
    """
    higher = next((it for it in range(at - 1, -1, -1) if not recognised(lines[it])), -1)
    title = lines[higher] if higher >= 0 else ""
    words = len(title.split())
    if words < _CLAUSE or states_embargo(title) or not may_be_title(title, calendar):
        return at
    is_short = calendar.language == "en" and words >= _NO_KICKER
    is_below = len(lines[at]) >= _LONGER * len(title) and not is_titled(title)  # a topic
    if not (is_short or is_below):
        return at
    least = _EQUAL if is_short or len(title) > _SENTENCE else _NEARLY
    if lines[at].endswith(".") and title[-1].isalnum():
        least = min(least, _RIVAL)
    return higher if weights[higher] > least * weights[at] else at
