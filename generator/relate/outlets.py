"""The outlets that the settings name, held against those of the articles. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.config import SETTINGS_FILE, Settings
from generator.models import Problem


def unknown_outlets(settings: Settings, names: Iterable[str]) -> Iterator[Problem]:
    """Yield a warning for each outlet of the settings that is not among the articles' `names`."""
    for name, near in settings.unknown_outlets(names):
        hint = f" Did you mean '{near}'?" if near else ""
        message = f"outlets: no article is of '{name}', so its `text` holds for none.{hint}"
        yield Problem(SETTINGS_FILE.as_posix(), "warning", message)
