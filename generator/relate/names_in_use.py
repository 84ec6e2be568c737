"""Finds outlets and sections in the settings that no article has. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.config import SETTINGS_FILE, Settings
from generator.models import Article, Problem
from generator.name_matching import unknown_names


@dataclass
class NamesInUse:
    """Outlets and sections under the names in the sources and those shown."""

    outlets: set[str] = field(default_factory=set)
    sections: set[str] = field(default_factory=set)

    def note(self, articles: Iterable[Article]) -> None:
        """Add the names that articles have, and those of the outlets that copied them."""
        for article in articles:
            copies = (copy.outlet for copy in article.also)
            self.outlets.update(filter(None, (article.outlet, *copies)))
            self.sections.update(filter(None, (article.section,)))

    def unused(self, settings: Settings) -> Iterator[Problem]:
        """Yield a warning for each name in the settings that no article has."""
        for key, listed, known in (
            ("outlets", settings.outlets, self.outlets),
            ("sections", settings.sections, self.sections),
        ):
            for name, near in unknown_names(listed, known):
                hint = f" Did you mean '{near}'?" if near else ""
                message = f"{key}: no article has '{name}', so the entry has no effect.{hint}"
                yield Problem(SETTINGS_FILE.as_posix(), "warning", message)
