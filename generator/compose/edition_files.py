"""Applies the editor's edition files to their articles. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from generator.compose.article.editorial_front_matter import placed
from generator.compose.article.front_matter import is_held
from generator.compose.article.page import allowed_blocks, policy_of
from generator.compose.lists.periods import Unit, name_of, start_of
from generator.config import EditorialFields, Settings
from generator.corrections import corrected
from generator.editions import EditionFile, file_of
from generator.models import Article, Problem

_EXAMPLES: Mapping[Unit, str] = {"day": "2025-08-29", "week": "2025-W35", "month": "2025-08"}


class EditionFiles:
    """Applies edition files to articles, and collects the settings that have no effect."""

    def __init__(self, files: Mapping[str, EditionFile], settings: Settings) -> None:
        self._settings = settings
        self._unit: Unit = settings.edition
        self._files = files
        self._fields = {
            (edition, key): fields
            for edition, file in files.items()
            for key, fields in file.articles.items()
        }
        self._named = {key for _, key in self._fields}
        self._keys: set[str] = set()
        self._editions: set[str] = set()
        self._leads: dict[str, list[str]] = {}
        self._elsewhere: dict[str, str] = {}
        self._problems: list[Problem] = []

    def need_text(self, article: Article) -> bool:
        """Return whether `applied` needs the text of an article."""
        names = (article.key, *(copy.source for copy in article.also))
        return bool(article.editorial.pull_quote or self._named.intersection(names))

    def applied(self, article: Article) -> Article:
        """Return an article with the settings in the file of its edition."""
        edition = self._edition(article)
        names = (article.key, *(copy.source for copy in article.also))
        for name in self._named.intersection(names):
            self._elsewhere[name] = edition
            if fields := self._fields.get((edition, name)):
                article = corrected(article, _fields_of(fields), file_of(edition))
        self._note(article, edition, names)
        return article

    def problems(self) -> Iterator[Problem]:
        """Yield a problem for each setting without effect, after `applied` saw all articles."""
        yield from self._problems
        for edition, keys in self._leads.items():
            if len(keys) > 1:
                message = f"is one of {len(keys)} articles with `lead: true` in {edition}: "
                others = ", ".join(keys[1:])
                rule = "The one with the highest weight leads, then the newest."
                yield Problem(keys[0], "warning", f"{message}{others}. {rule}", "several-leads")
        for edition in sorted(self._files.keys() - self._editions):
            message = (
                f"there is no edition '{edition}' of this digest: it has one per {self._unit}, "
                f"such as {_EXAMPLES[self._unit]}. Rename the file, or add an article of that "
                "period."
            )
            yield Problem(file_of(edition), "warning", message, "no-edition")
        for edition, name in self._fields:
            if edition in self._editions and self._elsewhere.get(name) != edition:
                yield Problem(file_of(edition), "warning", self._misplaced(name), "no-such-article")

    def _edition(self, article: Article) -> str:
        day = article.date.day if article.date else article.collected
        return name_of(start_of(day, self._unit), self._unit)

    def _note(self, article: Article, edition: str, names: tuple[str, ...]) -> None:
        fields = article.editorial
        self._keys.update(names)
        if not (article.draft or fields.hide or is_held(article)):
            self._editions.add(edition)
        if fields.lead:
            self._leads.setdefault(edition, []).append(article.key)
        if not fields.pull_quote:
            return
        shown = allowed_blocks(article.blocks, policy_of(article, self._settings))
        if not placed(fields, shown).pull_quote:
            whole = placed(fields, list(enumerate(article.blocks))).pull_quote
            why = (
                "is in a part of the text that may not be published" if whole else "is not its text"
            )
            message = f"the pull quote '{fields.pull_quote[:60]}' {why} and is not shown."
            remedy = " Choose a passage of the article, word for word."
            self._problems.append(Problem(article.key, "warning", message + remedy, "pull-quote"))

    def _misplaced(self, name: str) -> str:
        if name in self._elsewhere:
            where = self._elsewhere[name]
            return f"'{name}' is an article of {where}: say it in {file_of(where)}."
        entry = min((key for key in self._keys if key.startswith(f"{name}#")), default="")
        if entry:
            return f"'{name}' contains several articles. Name one of them, like '{entry}'."
        near = difflib.get_close_matches(name, sorted(self._keys), 1)
        hint = f"Did you mean '{near[0]}'?" if near else "Give the path of a file below seeds/."
        return f"there is no article '{name}'. {hint}"


def _fields_of(fields: EditorialFields) -> dict[str, object]:
    return {name: getattr(fields, name) for name in fields.model_fields_set}
