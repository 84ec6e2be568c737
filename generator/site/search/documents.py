"""Makes the documents of the search index from rendered pages, and writes its files."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import overload

from mkdocs.structure.pages import Page

from generator.compose.article.entry import Entry
from generator.compose.article.labels import date_text
from generator.compose.lists.collection import Shelf
from generator.run.cache import Cache, ResultLost
from generator.run.disk_list import DiskMap
from generator.site.search.document import FACETS, Document
from generator.site.search.index import FOLDER, index_files
from generator.site.search.last_index import LastIndex
from generator.site.search.postings import levels

PAGE = "search.md"  # not a page in content/: other themes have their own search

_UNSHOWN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong|sub|sup)\b[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|h\d|li|td|th|blockquote)>|<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_LEAST_SHARED = 2  # articles that have a keyword in common


class Searches:
    """The pages that a built site's search finds: articles, and pages written by hand.

    `offline`: the site is opened from disk, where a browser can't fetch the texts beside the pages.
    `cache` is the folder where documents of articles are kept, None to keep none.
    """

    def __init__(self, shelf: Shelf, *, offline: bool, cache: Path | None = None) -> None:
        self._words = shelf.words
        self._offline = offline
        self._shelf = shelf
        self._entries = {entry.path: entry for entry in shelf.entries}
        counts = Counter(word for entry in shelf.entries for word in set(entry.keywords))
        self._shared = {word for word, count in counts.items() if count >= _LEAST_SHARED}
        self._found: DiskMap[Document] = DiskMap()
        self._recalled: dict[str, str] = {}  # keys in the cache, by path
        self._kept = Cache(cache and cache / "found", Document, "site")

    def recall(self, path: str, digest: str) -> bool:
        """Add an article from the cache; return whether it was there.

        `digest` is that of its page in content/.
        """
        key = self._kept.key(*self._depends(self._entries[path], digest))
        known = self._kept.has(key)
        if known:
            self._recalled[path] = key
        return known

    def note(self, page: Page, markup: str, digest: str) -> None:
        """Add a rendered page; lists are left out, because they repeat other pages.

        `digest` is that of an article's page in content/.
        """
        path, address = page.file.src_uri, page.file.url
        entry = self._entries.get(path)
        if entry:
            self.note_article(entry, address, text_of(markup), digest)
        elif path != PAGE and "digest" not in page.meta:
            title, language = unescape(str(page.title)), self._words.language
            self._found[path] = Document(path, address, title, text_of(markup), language)

    def note_article(self, entry: Entry, address: str, text: str, digest: str) -> None:
        """Add an article with its plain text; `digest` is that of its page in content/."""
        document = self._article(address, text, entry)
        self._found[entry.path] = document
        self._kept.put(document, *self._depends(entry, digest))

    def context(self) -> dict[str, object]:
        """Return the variables of the search page's template."""
        phrases = {
            key: phrase for key, phrase in self._words.phrases.items() if key.startswith("search-")
        }
        return {
            "searches": True,
            "facets": FACETS,
            "phrases": {**phrases, "articles": self._words.phrases["articles"]},
        }

    def write(self, site: Path, last: LastIndex | None = None) -> None:
        """Write the index: articles newest first, then pages by their path."""
        order = [path for path in self._entries if path in self._found or path in self._recalled]
        order += sorted(self._found.keys() - order)
        for name, data in index_files(_InOrder(order, self._document), last):
            target = site / FOLDER / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if data is not None:
                target.write_bytes(data)
            elif last:
                shutil.copyfile(last.folder / name, target)
        self._kept.prune()

    def _document(self, path: str) -> Document:
        document = self._found.get(path) or self._kept.read(self._recalled[path])
        if document is None:
            raise ResultLost(path)
        return document

    def _article(self, address: str, text: str, entry: Entry) -> Document:
        """Return an article's document, which contains only what its page shows."""
        facets = {
            "section": entry.section,
            "outlet": entry.outlet,
            "story": self._story(entry),
            "language": entry.language,
        }
        names = (*entry.authors, entry.standfirst, entry.section, entry.outlet, entry.place)
        shared = [word for word in entry.keywords if word in self._shared]
        document = Document(
            key=entry.path,
            address=address,
            title=entry.title,
            text=text,
            language=entry.language,
            date=date_text(entry, self._words),
            day=str(entry.day or ""),
            keywords=(*shared, *(word for word in entry.keywords if word not in self._shared)),
            shared=len(shared),
            names=tuple(name for name in names if name),
            voices=self._shelf.voices.in_article(entry),
            facets={name: value for name, value in facets.items() if value},
            twin=not self._offline,
        )
        shown = "" if document.twin else text
        return replace(document, text=shown, levels=levels(document), searched=document.digest)

    def _story(self, entry: Entry) -> str:
        """Return the title of an article's story, empty if it has none."""
        path = self._shelf.stories.of(entry)
        return self._shelf.story(path).text if path else ""

    def _depends(self, entry: Entry, digest: str) -> tuple[object, ...]:
        """Return the values that an article's document depends on."""
        shared = [word in self._shared for word in entry.keywords]
        others = self._shelf.voices.in_article(entry), self._story(entry)
        return entry.path, digest, shared, *others, self._words.language, self._offline


@dataclass(frozen=True, slots=True)
class _InOrder(Sequence[Document]):
    """Documents by path, each read when it is accessed."""

    paths: Sequence[str]
    document: Callable[[str], Document]

    def __len__(self) -> int:
        return len(self.paths)

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Document]: ...
    def __getitem__(self, at: int | slice) -> Document | Sequence[Document]:
        if isinstance(at, slice):
            return [self.document(path) for path in self.paths[at]]
        return self.document(self.paths[at])


def text_of(markup: str) -> str:
    """Return the text of rendered Markdown, one paragraph per line."""
    shown = _INLINE.sub("", _UNSHOWN.sub(" ", markup))
    lines = _BLOCK_END.sub("\0", shown).split("\0")
    texts = (" ".join(unescape(_TAG.sub(" ", line)).split()) for line in lines)
    return "\n".join(text for text in texts if text)
