"""What the form of a press release or a transcript tells of a pasted page. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.models import Dropped
from generator.understand.dates.written import FoundDate
from generator.understand.genres.press_release import Release, press_release
from generator.understand.genres.release_dateline import is_wire
from generator.understand.genres.release_lines import unannounced
from generator.understand.genres.transcript import is_named_transcript, transcript
from generator.understand.lines.publication_date import Calendar, Dated, Dates
from generator.understand.pasted.furniture_lines import is_furniture
from generator.understand.pasted.head.facts import Facts
from generator.understand.vocabulary.page_words import starts_with

_SET_OFF = re.compile(r"\w[)”’\"]?(?:,|\s?[–—|·(\[:]|\s-)\s?$")


@dataclass(frozen=True, slots=True)
class Genre:
    """The headline's line; the lines that are text; those that are not, each with the reason."""

    title: int
    text: frozenset[int]
    furniture: Mapping[int, str]
    release: Release
    is_talk: bool

    def rival(self, rival: int | None, title: int, lines: Sequence[str]) -> int | None:
        """Return the line that may be the headline as well: never the issuer of a release.

        `title` is the headline that was found before the genre was known.
        """
        if rival is None or self.title != title or lines[rival] == unannounced(lines[title]):
            return None
        issuer = self.release.found.get("outlet")
        return None if issuer is not None and lines[rival].startswith(issuer) else rival

    def dates(self, dates: Dates, lines: Sequence[str], calendar: Calendar) -> Dates:
        """Return the page's dates, completed by a release's dateline or by the headline.

        A transcript's headline has its day; that of minutes ends with it, set off. A date above
        the dateline takes precedence, since it has the time.
        """
        published = dates.published
        if dated := self.release.dated:
            at = self.release.lines["dated"]
            if published is None or published.at > at or self.release.title is not None:
                published = Dated(dated, at, updated=False)
        elif published is None and self.title >= 0:
            headline = lines[self.title]
            found = calendar.dates(headline)
            is_talk = self.is_talk or is_named_transcript(headline)
            if found and (is_talk or _ends_in_date(headline, found[-1], calendar)):
                published = Dated(found[-1], self.title, updated=False)
        return replace(dates, published=published)

    def facts(self, facts: Facts, lines: Sequence[str]) -> Facts:
        """Return the facts of a page's head, corrected by what its genre states.

        A line of a transcript states no facts. A release names press contacts, but authors only in
        a byline, and the service that distributes it is not its outlet.
        """
        wrong = {name for name, at in facts.lines.items() if at in self.text}
        if self.release:
            signed = facts.lines.get("authors", -1)
            if signed < 0 or not starts_with("by", lines[signed]):
                wrong.add("authors")
            if is_wire(str(facts.found.get("outlet", ""))) or "outlet" in self.release.found:
                wrong.add("outlet")
            if facts.found.get("section") == self.release.found.get("outlet"):
                wrong.add("section")
        kept = facts.without(wrong)
        if name := self.release.found.get("outlet"):
            kept.put("outlet", name, self.release.lines["outlet"])
        return kept

    def reasons(self, dropped: Iterable[Dropped], numbers: Sequence[int]) -> list[Dropped]:
        """Return the dropped lines with the reasons that the genre gives."""
        known = {numbers[at]: reason for at, reason in self.furniture.items()}
        return [replace(line, reason=known.get(line.line, line.reason)) for line in dropped]


def genre_of(lines: Sequence[str], numbers: Sequence[int], title: int, calendar: Calendar) -> Genre:
    """Return what the form of a pasted text tells; `title` is the index of its headline, or -1."""
    release = press_release(lines, numbers, title, calendar)
    title = title if release.title is None else release.title
    talk = transcript(lines, title)
    text = {at for at in release.text | talk.text if not is_furniture(lines[at])}
    return Genre(
        title,
        talk.turns | text,
        {**release.furniture, **talk.furniture},
        release,
        bool(talk.text),
    )


def _ends_in_date(headline: str, found: FoundDate, calendar: Calendar) -> bool:
    """Return whether a whole date is set off at the end: "Council meeting, 9 March 2026"."""
    before = headline[: calendar.begin(headline, found)]
    is_last = not headline[found.end :].strip(" .)]")
    return is_last and not found.inferred and _SET_OFF.search(before) is not None
