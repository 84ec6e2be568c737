"""A brief as a book: EPUB 3.3 (W3C), a chapter per article.

It is written here because the library for it, EbookLib, is under the AGPL, and a text without
pictures needs only a container with four kinds of files.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from dataclasses import dataclass

from generator import sanitize
from generator.export.brief import Brief, Item
from generator.export.render import style, template

_CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class _Chapter:
    file: str
    title: str
    heading: str = ""  # of the section that begins here
    article: Item | None = None


def epub(brief: Brief, identity: str) -> bytes:
    """Return the book; its identifier is made from `identity`, the digest's permanent name."""
    made = io.BytesIO()
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{identity}/editions/{brief.name}")
    chapters = _chapters(brief)
    given = {"chapters": chapters, "identifier": name.urn}
    with zipfile.ZipFile(made, "w") as book:
        _put(book, "mimetype", "application/epub+zip", zipfile.ZIP_STORED)  # first, by OCF 4.2.2
        _put(book, "META-INF/container.xml", _CONTAINER)
        _put(book, "book/package.opf", template("package.opf", brief, **given))
        _put(book, "book/nav.xhtml", template("nav.xhtml", brief, **given))
        _put(book, "book/style.css", style())
        for chapter in chapters:
            page = template(
                "chapter.xhtml",
                brief,
                title=chapter.title,
                heading=chapter.heading,
                article=chapter.article,
            )
            _put(book, f"book/{chapter.file}", page.lstrip())
    return made.getvalue()


def _chapters(brief: Brief) -> list[_Chapter]:
    found = [_Chapter("edition.xhtml", brief.title), _article(0, brief.lead)]
    for part in brief.parts:
        for place, item in enumerate(part.items):
            found.append(_article(len(found), item, part.heading if place == 0 else ""))
    return found


def _article(number: int, item: Item, heading: str = "") -> _Chapter:
    return _Chapter(f"article-{number}.xhtml", item.title, heading, item)


def _put(book: zipfile.ZipFile, name: str, text: str, method: int = zipfile.ZIP_DEFLATED) -> None:
    info = zipfile.ZipInfo(name)  # dated 1980: the same edition gives the same bytes
    info.compress_type = method
    book.writestr(info, sanitize.xml(text).encode())
