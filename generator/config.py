"""A project's settings and an editor's corrections: typed, validated, frozen.

`site_config/digest.yml` → one `Settings`; `NAME.yml` beside an article → one `Sidecar`; an
article's front matter → one `Corrections`. `generator.validation` reports errors in them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    field_validator,
    model_validator,
)

from generator.field_types import Frozen, MomentField, Text, Texts, as_texts
from generator.models import Doubt, Rights
from generator.name_matching import folded, listed_as
from generator.text import clean, squeeze
from generator.validation import ConfigError, parse_file

SETTINGS_FILE = Path("site_config/digest.yml")

_ADDRESS, _LANGUAGE = r"^https?://", r"^[a-z]{2}$"
# Other addresses are built from it, so it contains no space, HTML character or query that would
# cut them off. It is published, so it must not contain a password.
_SITE = r"""^https?://[^\s<>"'\\^`{|}@?#]+$"""
T = TypeVar("T")


def _as_line(text: str) -> str:
    return squeeze(clean(text))


def _own_page(path: str) -> str:
    if not path.endswith(".md") or path.startswith("/") or ".." in path.split("/"):
        raise ValueError("name a Markdown file by its path in content/, like imprint.md")
    return path


Line = Annotated[str, AfterValidator(_as_line)]


class Limits(Frozen):
    """Limits on the resources that one article file may use."""

    file_megabytes: float = Field(5, gt=0, le=100, description="Maximum size of a file, in MB.")
    feed_entries: int = Field(
        500, ge=1, description="Maximum number of entries read from one feed."
    )
    article_characters: int = Field(
        500_000, ge=1000, description="Maximum length of one article, in characters."
    )
    seconds: float = Field(
        10, gt=0, description="Maximum CPU seconds for one file, one analysis and one page."
    )
    memory_megabytes: float = Field(
        300, ge=100, description="Maximum memory that the work on one article may take, in MB."
    )


class Keywords(Frozen):
    """Keywords on pages, and the editor's decisions about them."""

    per_article: int = Field(
        6, ge=1, le=8, description="Maximum number of keywords shown for an article."
    )
    page_from: int | None = Field(
        None,
        ge=2,
        description="Minimum number of articles for a keyword to get its own page (default: 2; "
        "4 from 300 articles in the collection, 6 from 1,000, 10 from 5,000, 16 from 20,000).",
    )
    always: tuple[str, ...] = Field(
        (), description="Phrases that are keywords wherever they occur."
    )
    never: tuple[str, ...] = Field((), description="Phrases that are never keywords.")
    aliases: Mapping[str, str] = Field(
        default_factory=dict, description="Variant → keyword that is shown."
    )


class Outlet(Frozen):
    """How much of an outlet's articles may be published, or the name they appear under."""

    text: Rights = Field("full", description="Full text, an excerpt, or only a link.")
    name: str | None = Field(None, min_length=1, description="Name under which it is shown.")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if self.name and "text" in self.model_fields_set:
            raise ValueError(f"put the text policy under the name '{self.name}'")
        return self


def _outlet(given: object) -> object:
    return {"name": given} if isinstance(given, str) else given


_OutletOrName = Annotated[Outlet, BeforeValidator(_outlet, json_schema_input_type=Outlet | str)]


class Feeds(Frozen):
    """The feeds that readers subscribe to."""

    entries: int = Field(30, ge=1, le=1000, description="Maximum number of articles in a feed.")
    keywords_from: int | None = Field(
        None,
        ge=2,
        description="Minimum number of articles for a keyword or speaker to get its own feed "
        "(default: 2; 6 from 100 articles in the collection, 10 from 300, 20 from 1,000, 50 from "
        "5,000).",
    )
    identity: str = Field(
        "",
        description="The name from which permanent ids are made (default: the site_name of the "
        "first build, recorded in content/index.md, so a renamed digest keeps its ids).",
    )


class Settings(Frozen):
    """The settings of a digest."""

    site_name: Line = Field("Briefing Digest", min_length=1, description="Name of the digest.")
    site_description: Line = Field("", description="One sentence about the digest.")
    site_url: str | None = Field(
        None,
        pattern=_SITE,
        examples=["https://example.org/digest/"],
        description="Address of the published site.",
    )
    language: str = Field(
        "en", pattern=_LANGUAGE, examples=["de"], description="Language of the interface."
    )
    edition: Literal["day", "week", "month"] = Field("week", description="Period of an edition.")
    text: Rights = Field("full", description="Text policy of outlets not listed in `outlets`.")
    outlets: Mapping[str, _OutletOrName] = Field(
        default_factory=dict,
        examples=[{"The Gazette": {"text": "excerpt"}, "CNN (Web News)": "CNN"}],
        description="Outlet name → its text policy, or the name that is shown.",
    )
    sections: Mapping[str, str] = Field(
        default_factory=dict,
        examples=[{"Us Congress": "Politics"}],
        description="Section name in the sources → section that is shown.",
    )
    allowed_hosts: tuple[Annotated[str, Field(pattern=r"^[a-z0-9.-]+$")], ...] = Field(
        (),
        examples=[["images.example.org"]],
        description="Other hosts from which pages may load images, audio and style sheets.",
    )
    menu: Mapping[str, Annotated[str, AfterValidator(_own_page)]] = Field(
        default_factory=dict,
        examples=[{"Imprint": "imprint.md"}],
        description="Your own pages in the menu: name → path in content/.",
    )
    noindex: bool = Field(default=False, description="Ask search engines not to index the site.")
    social_pictures: bool = Field(
        default=False,
        description="Create a picture with the headline, which social networks show with links.",
    )
    duplicates: Literal["merge", "keep"] = Field(
        "merge", description="The same text in several outlets: merge into one page, or keep all."
    )
    repeated_lines: Literal["remove", "keep"] = Field(
        "remove", description="Lines that a site repeats in several articles: remove, or keep."
    )
    keywords: Keywords = Field(default_factory=Keywords)
    feeds: Feeds = Field(default_factory=Feeds)
    limits: Limits = Field(default_factory=Limits)

    @field_validator("outlets", "sections")
    @classmethod
    def _once(cls, names: Mapping[str, T]) -> Mapping[str, T]:
        first: dict[str, str] = {}
        for name in names:
            if (other := first.setdefault(folded(name), name)) != name:
                raise ValueError(f"'{other}' and '{name}' are one name: list it once")
        return names

    def only(self, *names: str) -> Settings:
        """Return these settings with the defaults of all but those that are named."""
        return Settings.model_construct(**{name: getattr(self, name) for name in names})

    def policy(self, outlet: str | None) -> Rights:
        """Return an outlet's text policy; case and spaces in its name are ignored."""
        rule = self._outlet_rule(outlet)
        return rule.text if rule and not rule.name else self.text

    def outlet_name(self, outlet: str | None) -> str | None:
        """Return the name an outlet's articles appear under; case and spaces are ignored."""
        rule = self._outlet_rule(outlet)
        return rule.name if rule and rule.name else outlet

    def section_name(self, section: str | None) -> str | None:
        """Return the section that the settings map a section to, else None."""
        return self.sections.get(listed_as(section or "", tuple(self.sections)) or "")

    def _outlet_rule(self, outlet: str | None) -> Outlet | None:
        return self.outlets.get(listed_as(outlet or "", tuple(self.outlets)) or "")


class EditorialFields(Frozen):
    """What an editor may set for an article besides corrections (see `editorial.Editorial`)."""

    lead: bool = False
    weight: int = Field(0, ge=-100, le=100)
    pin: bool = False
    hide: bool = False
    comment: Text = Field("", max_length=1000)
    pull_quote: Text = Field("", max_length=500)
    rights: Rights | None = None


class FolderCorrections(Frozen):
    """What an editor may set for all files of a folder, in its `_folder.yml`.

    `settled` lists doubts that are not reported again.
    """

    outlet: Text | None = None
    section: Text | None = None
    language: str = Field("", pattern=_LANGUAGE, examples=["en"])
    place: Text | None = None
    rights: Rights | None = None
    draft: bool = False
    settled: Annotated[tuple[Doubt, ...], BeforeValidator(as_texts)] = ()


class Corrections(FolderCorrections, EditorialFields):
    """What an editor may set for an article in front matter or a sidecar; it overrides all else."""

    title: Text = Field("", min_length=1)
    date: MomentField | None = None
    updated: MomentField | None = None
    authors: Texts = ()
    url: Text | None = Field(None, pattern=_ADDRESS, examples=["https://example.org/article"])
    views: int | None = Field(None, ge=0)
    reading_minutes: int | None = Field(None, ge=0)
    standfirst: Text | None = None
    keywords: Texts = ()
    slug: Text | None = None
    collected: dt.date | None = None
    fetched: Text | None = None
    fetched_from: Text | None = None
    etag: Text | None = None
    last_modified: Text | None = None
    charset: Text | None = Field(None, pattern=r"^[\w.:-]{2,40}$", examples=["utf-8"])

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Mapping[str, object]) -> Mapping[str, object]:
        """Drop keys without a value, except where "none" is an answer: no section, no date."""
        fields = cls.model_fields
        return {
            key: value
            for key, value in given.items()
            if value is not None or key not in fields or fields[key].default is None
        }


# Fields of a sidecar that describe the file, not the article in it.
FILE_FIELDS = frozenset(
    {"collected", "fetched", "fetched_from", "etag", "last_modified", "charset"}
)
ARTICLE_FIELDS = frozenset(Corrections.model_fields) - FILE_FIELDS


class Sidecar(Corrections):
    """The corrections beside a file; a feed's sidecar may correct single entries by id."""

    entries: Mapping[Text, Corrections] = Field(default_factory=dict)


def load_settings(project: Path) -> Settings:
    """Return the settings in a project's `site_config/digest.yml`; the defaults if it is missing.

    Raises `ConfigError`, which names file, key and remedy, if the file can't be used.
    """
    path = project / SETTINGS_FILE
    for other in (path.with_suffix(".yaml"), project / path.name):
        if other.is_file():
            raise ConfigError(f"{other}: is not read. Settings belong in {path}: move it there.")
    if not path.is_file():
        return Settings()
    return parse_file(Settings, path, str(path))
