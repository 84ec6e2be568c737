"""The data of a list page, which the theme's templates and the plain Markdown render. Pure data.

Every `path` is a page's path below content/ (`sections/world.md`). Charts' coordinates are in the
units of their own `width` and `height`; colours and fonts are set by the style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.compose.article.entry import Entry
from generator.compose.voices.statements import Agenda, Statement


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase, and the page it leads to, if any.

    `count` is the number of articles there; `note` a remark; `article` the one that represents
    them.
    """

    text: str
    path: str | None = None
    count: int | None = None
    note: str = ""
    article: Entry | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list, with its best keywords.

    If it represents a story, `also` are other articles of the story and `story` leads to its page.
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
    """The article that leads a page: a summary, and its other key points."""

    card: Card
    summary: str
    points: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles under one heading; `heading` is None if the page's title is enough.

    `kickers`: each article is shown with its section.
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
    """A rectangle in a chart; `level` is the strength of its colour (0 to 4), `text` its label."""

    x: float
    y: float
    width: float
    height: float
    level: int = 4
    text: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """One row of bars; `label` names it if a figure has several."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    label: Link | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Charts over time with their numbers.

    `title` and `text` describe them; `first` and `last` label the ends of the time axis; `columns`
    and `rows` are the table below.
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
    """A day of a calendar; `level` (0 to 4) shows its number of articles, `text` states it.

    `path` leads to the day's edition.
    """

    number: int
    level: int = 0
    text: str = ""
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks of seven days, Monday first; None for days of other months."""

    link: Link
    weeks: tuple[tuple[Day | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months with the number of articles of each day; `weekdays` are pairs of letter and name.

    `columns` and `rows` are the same numbers as a table: day, articles.
    """

    title: str
    weekdays: tuple[tuple[str, str], ...]
    months: tuple[Month, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a heat map: a linked number; `level` is its strength (0 to 4)."""

    link: Link | None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Heat:
    """A heat map: the more articles a cell represents, the stronger its colour."""

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
        """Return the numbers: keyword, this edition, earlier editions."""
        return self.link.text, self.now, self.before


@dataclass(frozen=True, slots=True)
class Moves:
    """Keyword trends of an edition; `note` says what it is compared with, or why there are none.

    `common` are the keywords that most of its articles share or, if they share none (`ever`), those
    of the whole collection.
    """

    note: str
    rising: tuple[Move, ...] = ()
    falling: tuple[Move, ...] = ()
    fresh: tuple[Link, ...] = ()
    common: tuple[Link, ...] = ()
    ever: bool = False

    @property
    def rows(self) -> tuple[tuple[str, str, str], ...]:
        """Return the numbers of the table below the charts."""
        return tuple(move.row for move in (*self.rising, *self.falling))


@dataclass(frozen=True, slots=True)
class Prose:
    """A passage of the program's own words."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article in the timeline of a story, with its new passages (text, paragraph).

    `label` describes the passages; `note` says why there are none.
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
    """An earlier or later story of the same thread, and the reason."""

    link: Link
    lead: Entry
    reason: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """The contents of a story's page; the headline is that of the article `best` (see `chosen`)."""

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
    """A list page. `kind` decides how it is rendered: front, edition, keyword, year and so on.

    `note` is the editor's Markdown; `identity` (front page only) the name that permanent ids are
    made from; `edition` links the front page to its edition; `seconds` are beside the lead.
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
    files: tuple[tuple[str, str], ...] = ()  # names, and paths in the site
    prose: tuple[Prose, ...] = ()
    newer: Link | None = None
    older: Link | None = None
    identity: str = ""
