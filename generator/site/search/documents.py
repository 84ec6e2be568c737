"""Makes the documents of the search index from rendered pages, and writes its files."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from html import unescape
from pathlib import Path

from mkdocs.structure.pages import Page

from generator.compose.article.entry import Entry
from generator.compose.article.labels import date_text
from generator.compose.lists.collection import Shelf
from generator.run.cache import fingerprint
from generator.run.kept_values import KeptValues
from generator.site.last_site import digest as digest_of
from generator.site.output import Output
from generator.site.search.document import FACETS, Document, Listing, period_of
from generator.site.search.index import FOLDER, index_files
from generator.site.search.last_index import LastIndex
from generator.site.search.postings import levels

PAGE = "search.md"  # not a page in content/: other themes have their own search

FILE = "found.bin"  # in the cache
_UNSHOWN = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_INLINE = re.compile(r"</?(?:a|abbr|b|code|em|i|mark|span|strong|sub|sup)\b[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|h\d|li|td|th|blockquote)>|<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_LEAST_SHARED = 2  # articles that have a keyword in common


class Searches:
    """The pages that a built site's search finds: articles, and pages written by hand.

    `offline`: the site is opened from disk, where a browser can't fetch the texts beside the pages.
    `cache` is the folder where documents are kept, None to keep none.
    """

    def __init__(self, shelf: Shelf, *, offline: bool, cache: Path | None = None) -> None:
        self._words = shelf.words
        self._offline = offline
        self._shelf = shelf
        self._entries = {entry.path: entry for entry in shelf.entries}
        counts = Counter(word for entry in shelf.entries for word in set(entry.keywords))
        self._shared = {word for word, count in counts.items() if count >= _LEAST_SHARED}
        self._sources: dict[str, str] = {}  # of the documents, by path
        self._kept: KeptValues[Document] = KeptValues(
            cache and cache / FILE, fingerprint("site"), compressed=True
        )

    def recall(self, path: str, digest: str) -> bool:
        """Add an article that is kept; return whether it was.

        `digest` is that of its page in content/.
        """
        source = self._source(self._entries[path], digest)
        known = self._kept.has(source)
        if known:
            self._sources[path] = source
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
            document = Document(path, address, title, text_of(markup), language)
            self._put(document, digest_of(repr(document)))

    def note_article(self, entry: Entry, address: str, text: str, digest: str) -> None:
        """Add an article with its plain text; `digest` is that of its page in content/."""
        self._put(self._article(address, text, entry), self._source(entry, digest))

    def _put(self, document: Document, source: str) -> None:
        shown = "" if document.twin else document.text
        self._kept.put(source, replace(document, text=shown, levels=levels(document)))
        self._sources[document.key] = source

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

    def write(self, output: Output, last: LastIndex | None = None) -> None:
        """Write the index: articles newest first, then pages by their path."""
        order = [path for path in self._entries if path in self._sources]
        order += sorted(self._sources.keys() - self._entries.keys())
        listings = [self._listing(path) for path in order]
        for name, data in index_files(listings, last, self._kept.former):
            place = f"{FOLDER}/{name}"
            if data is not None:
                output.write(place, [data])
            elif last:
                output.link(place, f"{last.folder}/{name}")
        self._kept.save()

    def _listing(self, path: str) -> Listing:
        source, entry = self._sources[path], self._entries.get(path)
        day = str(entry.day or "") if entry else ""
        return Listing(path, period_of(day), source, partial(self._document, source))

    def _document(self, source: str) -> Document:
        document = self._kept.get(source)
        if document is None:
            raise AssertionError(source)
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
        return Document(
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

    def _story(self, entry: Entry) -> str:
        """Return the title of an article's story, empty if it has none."""
        path = self._shelf.stories.of(entry)
        return self._shelf.story(path).text if path else ""

    def _source(self, entry: Entry, digest: str) -> str:
        """Return a digest of what an article's document is made from."""
        shared = [word in self._shared for word in entry.keywords]
        others = self._shelf.voices.in_article(entry), self._story(entry)
        return digest_of(
            repr((entry.path, digest, shared, *others, self._words.language, self._offline))
        )


def text_of(markup: str) -> str:
    """Return the text of rendered Markdown, one paragraph per line."""
    shown = _INLINE.sub("", _UNSHOWN.sub(" ", markup))
    lines = _BLOCK_END.sub("\0", shown).split("\0")
    texts = (" ".join(unescape(_TAG.sub(" ", line)).split()) for line in lines)
    return "\n".join(text for text in texts if text)
