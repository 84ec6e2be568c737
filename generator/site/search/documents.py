"""The documents of the search index, from rendered pages, and the writing of its files."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from generator.compose.article.entry import Entry
from generator.compose.article.labels import date_text
from generator.compose.lists.collection import Shelf
from generator.run.spool import Spool, SpooledMap
from generator.site.search.index import FACETS, FOLDER, Document, index_files
from generator.words import Words

PAGE = "search.md"  # no page of content/: other themes have a search of their own

_UNSHOWN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong|sub|sup)\b[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|h\d|li|td|th|blockquote)>|<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


class Searches:
    """What a built site's search finds: articles, and pages written by hand."""

    def __init__(self, shelf: Shelf) -> None:
        self._words = shelf.words
        self._entries = {entry.path: entry for entry in shelf.entries}
        self._found: SpooledMap[Document] = SpooledMap()

    def note(self, page: Page, markup: str) -> None:
        """Take note of a page, rendered; pages of lists repeat what others say."""
        path, address = page.file.src_uri, page.file.url
        entry = self._entries.get(path)
        if entry:
            self._found[path] = _article(address, markup, entry, self._words)
        elif path != PAGE and "digest" not in page.meta:
            title, language = unescape(str(page.title)), self._words.language
            self._found[path] = Document(address, title, text_of(markup), language)

    def context(self) -> dict[str, object]:
        """Return what the page of the search is drawn from: its facets, what it says."""
        phrases = self._words.phrases
        said = {key: phrase for key, phrase in phrases.items() if key.startswith("search-")}
        return {
            "searches": True,
            "facets": FACETS,
            "phrases": {**said, "articles": phrases["articles"]},
        }

    def write(self, site: Path) -> None:
        """Write the index: articles newest first, then pages by their path."""
        order = [path for path in self._entries if path in self._found]
        order += sorted(self._found.keys() - order)
        for name, data in index_files(Spool(self._found[path] for path in order)):
            write_file(data, str(site / FOLDER / name))


def text_of(markup: str) -> str:
    """Return the text of rendered Markdown, a paragraph in a line."""
    shown = _INLINE.sub("", _UNSHOWN.sub(" ", markup))
    lines = _BLOCK_END.sub("\0", shown).split("\0")
    texts = (" ".join(unescape(_TAG.sub(" ", line)).split()) for line in lines)
    return "\n".join(text for text in texts if text)


def _article(address: str, markup: str, entry: Entry, words: Words) -> Document:
    """Return an article as the search knows it: what its page shows, and no more."""
    facets = {
        "section": entry.section,
        "outlet": entry.outlet,
        "year": str(entry.day.year) if entry.day else None,
        "language": entry.language,
    }
    names = (*entry.authors, entry.standfirst, entry.section, entry.outlet, entry.place)
    return Document(
        address=address,
        title=entry.title,
        text=text_of(markup),
        language=entry.language,
        date=date_text(entry, words),
        day=str(entry.day or ""),
        keywords=entry.keywords,
        names=tuple(name for name in names if name),
        facets={name: value for name, value in facets.items() if value},
    )
