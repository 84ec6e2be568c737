"""The template context of each page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.compose.all_lists import Lists
from generator.compose.article.entry import Entry
from generator.compose.article.labels import note, reason
from generator.compose.article.provenance import provenance
from generator.compose.lists.collection import Shelf
from generator.compose.lists.speaker_pages import link
from generator.compose.lists.story_pages import counted
from generator.compose.lists.views import Link, View
from generator.site.machine_readable import Machines

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page


class Contexts:
    """The template variables of each page.

    `lists` has the digests of the views. `bundled`: every page has Material's frame and bundle,
    as a script of the project's own or an option of Material may need them.
    """

    def __init__(
        self,
        shelf: Shelf,
        views: Mapping[str, View],
        machines: Machines,
        lists: Lists,
        *,
        bundled: bool,
    ) -> None:
        self._shelf = shelf
        self._views = views
        self._machines = machines
        self._lists = lists
        self._bundled = bundled
        self._entries = {entry.path: entry for entry in shelf.entries}
        self._by_key = {entry.key: entry for entry in shelf.entries}

    def of(self, page: Page) -> dict[str, object]:
        """Return the variables of a page's template; a page written by hand has few of them."""
        variables, entry = self.around(page), self._entries.get(page.file.src_uri)
        by_hand = bool(page.meta.get("by_hand"))
        return variables | (self._of_article(entry) if entry and not by_hand else {})

    def around(self, page: Page) -> dict[str, object]:
        """Return the variables of what a page shows around its content."""
        path, by_hand = page.file.src_uri, bool(page.meta.get("by_hand"))
        return {
            "view": None if by_hand else self._views.get(path),
            "entry": self._entries.get(path),
            "bundled": by_hand or self._bundled,
            "machine": self._machines.head(page),
            "feed": self._machines.feed(path),
        }

    def inputs(self, path: str, *, whole: bool) -> tuple[object, ...]:
        """Return the inputs of the content of a page that the program wrote, besides its text.

        There are none for a list with the editor's own text: they are unknown. The contents of a
        feed are not shown on its page. With `whole`, a template may show all of a view, else only
        what `Inputs` says.
        """
        if entry := self._entries.get(path):
            return tuple(self._of_article(entry).items())
        view, feed = self._views.get(path), self._machines.feed(path)
        if view is None or view.note:
            return ()
        shown = view if whole else self._lists.digest(path)
        return shown, feed and feed.path

    def _story(self, entry: Entry) -> Link | None:
        """Return the link to an article's story, with its numbers of articles and outlets."""
        path = self._shelf.stories.of(entry)
        if path is None:
            return None
        facts = counted(self._shelf, self._shelf.stories.articles(path))
        return replace(self._shelf.story(path), note=" · ".join(facts))

    def _voices(self, entry: Entry) -> Iterator[tuple[Link, int, str]]:
        """Yield each speaker, the paragraph of the first quotation, and the speaker's count."""
        for name, quoted in {quoted.speaker: quoted for quoted in reversed(entry.quotes)}.items():
            voice = self._shelf.voices.of(name)
            count = len(voice.quotations) if voice and voice.path else 0
            note = self._shelf.words.count("count-quotations", count) if count else ""
            yield link(self._shelf, name), quoted.paragraph, note

    def _of_article(self, entry: Entry) -> dict[str, object]:
        """Return the variables of an article's content."""
        words = self._shelf.words
        related = [
            (self._shelf.card(self._by_key[related.key]), reason(related, words))
            for related in entry.related
            if related.key in self._by_key
        ]
        earlier, later = self._shelf.neighbours(entry)
        return {
            "card": self._shelf.card(entry),
            "keywords": self._shelf.keywords(entry),
            "note": note(entry, words),
            "provenance": tuple(provenance(entry, words)),
            "related": related,
            "edition": self._shelf.edition(entry),
            "story": self._story(entry),
            "voices": tuple(self._voices(entry)),
            "earlier": earlier,
            "later": later,
        }
