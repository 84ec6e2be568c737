"""The pages that have a social picture, and the captions of the pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.compose.article.entry import Entry
from generator.compose.article.labels import date_text
from generator.compose.lists.collection import Shelf
from generator.compose.lists.views import View
from generator.compose.machine_readable.article_json import beside
from generator.compose.machine_readable.html_head import Picture
from generator.compose.machine_readable.publication import Publication
from generator.site.social_picture import HEIGHT, WIDTH, Caption, has_type, picture


class SocialPictures:
    """The pictures of articles, editions and the front page; none without the site's address.

    Social networks load a picture only from an absolute address.
    """

    def __init__(
        self, shelf: Shelf, views: Mapping[str, View], site: Publication, *, wanted: bool
    ) -> None:
        self._shelf = shelf
        self._site = site
        captions: dict[str, Caption] = {}
        if wanted and site.base:
            captions = {entry.path: self._of_article(entry) for entry in shelf.entries}
            captions |= {view.path: self._of_edition(view) for view in views.values() if view.lead}
        self._captions = {path: found for path, found in captions.items() if has_type(found)}

    def of(self, path: str) -> Picture | None:
        """Return the picture of a page for its head, None if it has none."""
        caption = self._captions.get(path)
        if caption is None:
            return None
        address = self._site.address(self._place(path), "")
        return Picture(address, WIDTH, HEIGHT, caption.headline)

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield the pages that have a picture, and the picture's path in the site."""
        for path in self._captions:
            yield path, self._place(path)

    def caption(self, path: str) -> Caption:
        """Return what a page's picture shows."""
        return self._captions[path]

    def draw(self, path: str) -> bytes:
        """Return the file of a page's picture."""
        return picture(self._captions[path])

    def _place(self, path: str) -> str:
        return beside(path, self._site, ".png")

    def _of_article(self, entry: Entry) -> Caption:
        foot = " · ".join(filter(None, (entry.outlet, date_text(entry, self._shelf.words))))
        return Caption(self._site.name, entry.section or "", entry.title, foot)

    def _of_edition(self, view: View) -> Caption:
        if view.lead is None:
            raise AssertionError(view.path)
        title = view.kicker if view.kind == "front" else view.title
        foot = " · ".join(view.facts)
        return Caption(self._site.name, title, view.lead.card.entry.title, foot)
