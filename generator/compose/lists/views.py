"""What a page of lists shows, as the theme's templates and the plain Markdown draw it. Pure data.

Every `path` is the place of a page below content/ (`sections/world.md`). Geometry of pictures is in
units of their own `width` and `height`; colours and type are the style sheet's.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.article.entry import Entry
from generator.compose.voices.views import Agenda, Statement


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase, and the page it leads to if there is one.

    `count` of articles behind it; `note` says more about it; `article` is the one that stands for
    them.
    """

    text: str
    path: str | None = None
    count: int | None = None
    note: str = ""
    article: Entry | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list; of its keywords those that lead furthest.

    Where it stands for a story: `also` are other articles of it, `story` leads to its page.
    """

    entry: Entry
    date: str
    section: Link | None
    outlet: Link | None
    keywords: tuple[Link, ...]
    also: tuple[Entry, ...] = ()
    story: Link | None = None
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """The article that leads a page: one sentence in full, and its further key points."""

    card: Card
    summary: str
    points: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under one heading; `heading` is None where the page's title says it.

    `kickers`: each article names its section.
    """

    heading: Link | None
    cards: tuple[Card, ...]
    kickers: bool = True


@dataclass(frozen=True, slots=True)
class Links:
    """Phrases under one heading: keywords of a letter, months of a year."""

    heading: str
    links: tuple[Link, ...]
    kind: str = "index"  # index: in columns; ranked: by weight; letters: in a line; dated: a list


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of a picture; `level` 0 to 4 is how strong it is drawn, `text` what it says."""

    x: float
    y: float
    width: float
    height: float
    level: int = 4
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """One row of bars; `label` names it where a figure has several."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    label: Link | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture over time with its numbers.

    `title` and `text` say what it shows; `first` and `last` are at the ends of the time axis;
    `columns` and `rows` are the table beneath.
    """

    kind: str
    title: str
    text: str
    charts: tuple[Chart, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar; `level` 0 to 4 is how much was written on it, `text` says it.

    `path` leads to the day's edition.
    """

    number: int
    level: int = 0
    text: str = ""
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks of seven days, Monday first; None where a day is another month's."""

    link: Link
    weeks: tuple[tuple[Day | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months with the articles of each day; `weekdays` are a letter and a name each.

    `columns` and `rows` are the numbers: day, articles.
    """

    title: str
    weekdays: tuple[tuple[str, str], ...]
    months: tuple[Month, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a heat table: a number that leads somewhere; `level` 0 to 4."""

    link: Link | None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Heat:
    """A table whose cells are the stronger the more articles they stand for."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Link, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A keyword that rises or falls: its counts, and its share of each compared edition."""

    link: Link
    now: str
    before: str
    text: str
    chart: Chart

    @property
    def row(self) -> tuple[str, str, str]:
        """Return the numbers: keyword, this edition, the editions before."""
        return self.link.text, self.now, self.before


@dataclass(frozen=True, slots=True)
class Moves:
    """What moved in an edition; `note` says against what, or why there is nothing to say.

    `common` are the keywords that most of its articles share, or where these share none (`ever`)
    those of the whole collection.
    """

    note: str
    rising: tuple[Move, ...] = ()
    falling: tuple[Move, ...] = ()
    fresh: tuple[Link, ...] = ()
    common: tuple[Link, ...] = ()
    ever: bool = False

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Return the numbers beneath the pictures."""
        return tuple(move.row for move in (*self.rising, *self.falling))


@dataclass(frozen=True, slots=True)
class Prose:
    """A passage of the program's own words."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article in the timeline of a story, with its passages that are new (text, paragraph).

    `label` says what these are; `note` why there are none.
    """

    card: Card
    time: str
    label: str
    passages: tuple[tuple[str, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figured:
    """A passage with one of the numbers that differ."""

    card: Card
    number: str
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Sequel:
    """An earlier or later story of the same thread, and why it is one."""

    link: Link
    lead: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What a story's page shows; its headline is that of the article `best`, `chosen` says so."""

    best: Card
    chosen: str
    chapters: tuple[Chapter, ...]
    differences: tuple[tuple[Figured, ...], ...] = ()
    keywords: tuple[Link, ...] = ()
    dates: tuple[Agenda, ...] = ()
    earlier: tuple[Sequel, ...] = ()
    later: tuple[Sequel, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """A page of lists. `kind` names how it is drawn: front, edition, keyword, year and so on.

    `note` is the editor's own Markdown; `identity`, of the front page, what permanent ids are made
    from; `edition` leads from the front page to its edition; `seconds` are beside the lead.
    """

    kind: str
    path: str
    title: str
    kicker: str = ""
    summary: str = ""
    facts: tuple[str, ...] = ()
    note: str = ""
    edition: Link | None = None
    lead: Lead | None = None
    seconds: tuple[Card, ...] = ()
    groups: tuple[Group, ...] = ()
    moves: Moves | None = None
    links: tuple[Links, ...] = ()
    figures: tuple[Figure, ...] = ()
    calendar: Calendar | None = None
    heat: Heat | None = None
    story: StoryPage | None = None
    statements: tuple[Statement, ...] = ()
    agenda: tuple[Agenda, ...] = ()
    files: tuple[tuple[str, str], ...] = ()  # what they are called, and where the site has them
    prose: tuple[Prose, ...] = ()
    newer: Link | None = None
    older: Link | None = None
    identity: str = ""
