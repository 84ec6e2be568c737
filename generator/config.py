"""Settings of a project and corrections of an editor: typed, validated, frozen.

`site_config/digest.yml` → one `Settings`; `NAME.yml` beside an article → one `Sidecar`; the front
matter in it → one `Corrections`. Unknown keys are errors that name the nearest known one.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from generator.models import DigestError

SETTINGS_FILE = Path("site_config/digest.yml")

M = TypeVar("M", bound=BaseModel)
TextPolicy = Literal["full", "excerpt", "link"]


class ConfigError(DigestError):
    """A settings file or sidecar that can't be used; the message names file, key and remedy."""


class _Texts(yaml.SafeLoader):
    """Leaves every value the text that was typed (`no`, `012`, `3:20`, a date); null stays null.

    What a key's value is, its type in the model decides.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML declares it
        first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":null", ":merge"))]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


class _Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Limits(_Frozen):
    """What one article file may cost."""

    file_megabytes: float = Field(5, gt=0, le=100, description="Largest file that is read, in MB.")
    feed_entries: int = Field(500, ge=1, description="Most entries taken from one feed.")
    article_characters: int = Field(
        500_000, ge=1000, description="Longest text that is taken for one article."
    )
    seconds: float = Field(10, gt=0, description="Most seconds of a processor for one file.")


class Keywords(_Frozen):
    """Keywords on pages, and the editor's last word about them."""

    per_article: int = Field(6, ge=1, le=8, description="Most keywords shown for an article.")
    always: tuple[str, ...] = Field(
        (), description="Phrases that are keywords wherever they occur."
    )
    never: tuple[str, ...] = Field((), description="Phrases that are never keywords.")
    aliases: Mapping[str, str] = Field(
        default_factory=dict, description="Variant → the keyword it is shown as."
    )


class Outlet(_Frozen):
    """What may be published of one outlet's articles."""

    text: TextPolicy = Field("full", description="full text, an excerpt, or only a link.")


class Feeds(_Frozen):
    """The feeds that readers subscribe to."""

    entries: int = Field(30, ge=1, le=1000, description="Newest articles that a feed holds.")
    identity: str = Field(
        "",
        description="What permanent ids are made from (default: site_name). Set it to the old "
        "name before you rename the digest: subscribers then see nothing twice.",
    )


class Settings(_Frozen):
    """The settings of one digest."""

    site_name: str = Field("Briefing Digest", min_length=1, description="The masthead.")
    site_description: str = Field("", description="One sentence about the digest.")
    site_url: str | None = Field(
        None, pattern=r"^https?://", description="Where the site will stand."
    )
    language: str = Field("en", pattern=r"^[a-z]{2}$", description="Language of the interface.")
    edition: Literal["day", "week", "month"] = Field("week", description="Period of an edition.")
    text: TextPolicy = Field("full", description="Text policy of outlets not listed below.")
    outlets: Mapping[str, Outlet] = Field(
        default_factory=dict, description="Text policy by outlet name."
    )
    noindex: bool = Field(default=False, description="Ask search engines to stay away.")
    duplicates: Literal["merge", "keep"] = Field(
        "merge", description="One page for the same text in several outlets, or a page each."
    )
    keywords: Keywords = Field(default_factory=Keywords)
    feeds: Feeds = Field(default_factory=Feeds)
    limits: Limits = Field(default_factory=Limits)

    def policy(self, outlet: str | None) -> TextPolicy:
        """Return what may be published of an outlet's text."""
        listed = self.outlets.get(outlet or "")
        return listed.text if listed else self.text


def _as_text(value: object) -> object:
    """Turn what YAML made of an unquoted value (`no`, `012`, a date) back into text."""
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, dt.date | int | float) and not isinstance(value, bool):
        return str(value)
    return value


def _as_texts(value: object) -> object:
    return [value] if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_as_text)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_texts)]


class Corrections(_Frozen):
    """What an editor may say of an article, in front matter or a sidecar: the last word.

    `settled` lists doubts (see `models.Problem.code`) that need no further warning.
    """

    title: Text | None = None
    section: Text | None = None
    date: Text | None = Field(None, pattern=r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$")
    updated: Text | None = Field(None, pattern=r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d.*)?$")
    authors: Texts = ()
    outlet: Text | None = None
    url: Text | None = Field(None, pattern=r"^https?://")
    place: Text | None = None
    language: str | None = Field(None, pattern=r"^[a-z]{2}$")
    views: int | None = Field(None, ge=0)
    reading_minutes: int | None = Field(None, ge=0)
    standfirst: Text | None = None
    keywords: Texts = ()
    slug: Text | None = None
    collected: dt.date | None = None
    fetched: Text | None = None
    etag: Text | None = None
    last_modified: Text | None = None
    charset: Text | None = Field(None, pattern=r"^[\w.:-]{2,40}$")
    draft: bool = False
    settled: Texts = ()


class Sidecar(Corrections):
    """The corrections beside a file; those beside a feed may speak of its entries, by their ids."""

    entries: Mapping[Text, Corrections] = Field(default_factory=dict)


def load_settings(project: Path) -> Settings:
    """Read `site_config/digest.yml` of a project; without the file, the defaults hold."""
    path = project / SETTINGS_FILE
    if not path.is_file():
        return Settings()
    return parse(Settings, path.read_text(encoding="utf-8"), str(path))


def parse(model: type[M], text: str, where: str) -> M:
    """Validate YAML text against a model; `ConfigError` names `where`, the key and the remedy."""
    try:
        raw = yaml.load(text, Loader=_Texts)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise ConfigError(
            f"{where}{line}: this is not valid YAML. Quote values that hold a colon."
        ) from error
    if raw is None:
        raw = {}
    if not isinstance(raw, dict):
        raise ConfigError(f"{where}: expected lines of the form 'key: value'.")
    return validate(model, raw, where)


def validate(model: type[M], raw: Mapping[str, object], where: str) -> M:
    """Validate a mapping against a model; `ConfigError` as in `parse`."""
    try:
        return model.model_validate(dict(raw))
    except ValidationError as error:
        raise ConfigError("\n".join(_lines(error, model, where))) from error


def _lines(error: ValidationError, model: type[BaseModel], where: str) -> Iterable[str]:
    for one in error.errors():
        key = ".".join(str(part) for part in one["loc"])
        if one["type"] == "extra_forbidden":
            near = difflib.get_close_matches(str(one["loc"][-1]), _names(model, one["loc"]), 1, 0.0)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            yield f"{where}: unknown key '{key}'.{hint}"
        else:
            yield f"{where}: '{key}' can't be {one['input']!r}: {one['msg']}."


def _names(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """Return the keys known at the place where an unknown one stands."""
    for part in loc[:-1]:
        field = model.model_fields.get(str(part))
        # A mapping's values: outlets of the settings, entries of a sidecar.
        inner = field.annotation if field else Corrections if model is Sidecar else Outlet
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            model = inner
    return list(model.model_fields)
