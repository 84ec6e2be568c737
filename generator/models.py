"""The values that pass between the stages, all frozen.

The order of the stages: read → understand → analyse → relate → compose → write → site. A stage
takes the values of the stage before it and returns new ones; a failure is a `Problem` among them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.editorial import NO_WORD, Editorial
from generator.metadata import Metadata
from generator.moments import DatePart, Moment
from generator.quotations_and_dates import MentionedDate, Quotation
from generator.story_models import Sentence

Level = Literal["error", "warning", "doubt"]
# What an editor may want to settle; `docs/correcting.md` explains each code.
Doubt = Literal[
    "no-title",
    "title-candidates",
    "no-date",
    "year-inferred",
    "day-inferred",
    "date-ambiguous",
    "date-guessed",
    "future-date",
    "no-section",
    "short-body",
    "paywall",
    "cut-off",
    "mended",
    "lost-letters",
    "two-articles",
    "list-page",
    "consent-page",
    "near-copy",
]
Rights = Literal["full", "excerpt", "link"]  # how much of an article's text may be published
BlockKind = Literal["paragraph", "heading", "item", "number", "row", "quote", "verse"]


class DigestError(Exception):
    """Base of every error that is shown to the user as a message instead of a traceback."""


class UsageError(DigestError):
    """A request that can't be carried out: an argument or a setting is wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one file, for the person who can fix it.

    error: the article could not be used; warning: it was used, but something was lost or withheld;
    doubt: a decision that the editor may want to settle in the sidecar. `code` names the kind of
    doubt (`Doubt`): a sidecar's `settled: [code]` silences it. `about` is the text, value or file
    that a doubt is about, "" if there is none to name.
    """

    source: str
    level: Level
    message: str
    code: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """One collected file as it is in the folder.

    `path` is relative to the folder, with `/`; `collected` is the day it was collected; `folder`
    contains the corrections in `_folder.yml` for all files of its folder, `sidecar` those in
    `NAME.yml` (both already validated, see `config.FolderCorrections` and `config.Sidecar`). Of an
    `unread` one the data are left out: they are those of the last build.
    """

    path: str
    data: bytes
    sha256: str
    collected: dt.date
    sidecar: Mapping[str, object] = field(default_factory=dict)
    folder: Mapping[str, object] = field(default_factory=dict)
    unread: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, sub-heading, list item or set-off quotation of an article: plain text.

    A `number` is an item that begins with its number ("3. Third"), a `row` a row of a table, a
    `verse` a stanza: the only kind whose text has several lines. `line` is the line of the source
    where it begins (from 1), 0 if the source has no lines.
    """

    text: str
    kind: BlockKind = "paragraph"
    line: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the source that is not part of the article, and why. `line` counts from 1.

    `others` are the keys of other articles that have the line, if that is the reason.
    """

    line: int
    text: str
    reason: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article(Metadata):
    """One article as extracted from its source.

    `date_inferred` names the part of the date that the source does not state: `year`, or `day`
    where it states only a month, of which `date` is the first day. `date_other` is the other day
    that a numeric date may mean (3/4 and 4/3), where only the language's convention decides.
    `entry` identifies the article in a source that contains many (a feed entry's id), `exported`
    is when that source was made, as it states. `origins` says per field where it was found
    ("line 4", "sidecar", "og:title"). `summary_only` marks a feed entry without full text. `also`
    lists the other sources (path, outlet, url) with the same text. `verbatim` marks a text that an
    editor wrote: no line of it is furniture.
    """

    source: str
    sha256: str
    collected: dt.date
    title: str
    blocks: tuple[Block, ...]
    language: str
    entry: str | None = None
    exported: Moment | None = None
    date_inferred: DatePart | None = None
    date_other: dt.date | None = None
    standfirst: str | None = None
    keywords: tuple[str, ...] = ()  # set by the editor: these come first, as they are
    slug: str | None = None  # set by the editor
    summary_only: bool = False
    verbatim: bool = False
    draft: bool = False
    rights: Rights | None = None  # set by the editor: overrides the setting of the outlet
    editorial: Editorial = NO_WORD
    also: tuple[Copy, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    settled: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def key(self) -> str:
        """The article's id in this folder: its file, with its entry if the file has many."""
        return self.source if self.entry is None else f"{self.source}#{self.entry}"


@dataclass(frozen=True, slots=True)
class Copy:
    """Another source with the same text as an article."""

    source: str
    outlet: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Withheld:
    """An entry that its owner withholds: the source contains it, but not as a published post.

    The fields are those of an `Article`. Older sources may contain it as a published post.
    """

    source: str
    collected: dt.date
    entry: str
    exported: Moment | None = None
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """The result of reading one source.

    Its articles, the problems that concern no single article, and the entries that it withholds.
    """

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    withheld: tuple[Withheld, ...] = ()


class Candidate(NamedTuple):
    """A phrase of an article that may become a keyword.

    `key` is what its variants share: stems, lower case. `odds` are its log-odds of being a keyword,
    `worth` its value as a tag on the same scale, both from the article alone. `base` is whether
    its words are known to be base forms, in a language with grammatical cases, `passing` whether
    the text names it only in passing, `described` whether it begins with a common noun ("Wirkstoff
    Holm"). A tuple, because an article has dozens of them, which are read several times.
    """

    text: str
    key: str
    odds: float
    worth: float
    name: bool = False
    base: bool = False
    language: str = "en"
    passing: bool = False
    described: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpts:
    """The sentences of an article that pages quote, and those that mention a date."""

    summary: str = ""  # for lists
    key_points: tuple[KeyPoint, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    ahead: tuple[MentionedDate, ...] = ()
    mentioned: tuple[MentionedDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis(Excerpts):
    """The results of analysing one article alone; cached, because the analysis takes time.

    `terms` are the stems of the text with their counts, `headline` the stems of the headline,
    `names` the stems that are names: they are used to find related articles and stories.
    `sentences` are compared with those of the other articles of its story.
    """

    candidates: tuple[Candidate, ...] = ()
    terms: tuple[tuple[str, int], ...] = ()
    headline: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword as a reader sees it; a lower score is better (as in YAKE).

    A `weak` keyword is correct, but not good enough for the article's page. A `name` is that of a
    person, a place or the like, or was set by the editor.
    """

    text: str
    score: float
    weak: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A sentence that sums up the article: the n-th of `Article.blocks[paragraph]`."""

    text: str
    paragraph: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Related:
    """A related article, by its key, and the reason.

    `keywords` are the shared ones, best first; `days` the number of days from this article to that
    one (negative: earlier), None if either has no date.
    """

    key: str
    keywords: tuple[str, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class Insight(Excerpts):
    """The results of analysing the article and its collection.

    `story` names the story that the article belongs to, by the key of the story's first article;
    None for an article without a story.
    """

    keywords: tuple[Keyword, ...] = ()
    related: tuple[Related, ...] = ()
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page to be written: `path` relative to content/, its front matter and its body."""

    path: str
    front: Mapping[str, object]
    body: str
