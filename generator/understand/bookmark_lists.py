"""Lists of addresses and other tables, which contain no articles: each is a problem. Pure.

Pocket, Instapaper and Raindrop export saved addresses as CSV or HTML, browsers export bookmarks as
HTML, Pinboard as JSON.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

from generator.models import Source
from generator.source_urls import is_web
from generator.text import NotText, decode
from generator.understand.reader_results import refusing

_ADDRESS = frozenset(
    {"url", "link", "href", "address", "given_url", "resolved_url", "page_url", "source url"}
)
_TABLES = (".csv", ".tsv")
_HEAD = 60_000  # characters by which a file is recognised
_MOST = 2000  # rows that are read
# Bookmarks as browsers export them; Pocket's and Instapaper's pages.
_BOOKMARKS = re.compile(
    r"<!doctype\s+netscape-bookmark-file|<a\s[^<>]*\b(?:time_added|add_date)\s*=|"
    r"<title>\s*(?:pocket|instapaper)[^<]{0,20}export",
    re.IGNORECASE,
)
# A page that contains none of these bytes, in lower case, is not such a list and is not decoded.
_SIGNS = (b"add_date", b"time_added", b"netscape-bookmark-file")
_EXPORT = re.compile(rb"<title>\s*(?:pocket|instapaper)")
_HREF = re.compile(r"\"href\"\s*:\s*\"https?:")
_PAGE = re.compile(rb"[\xef\xbb\xbf\xff\xfe\s]*<(?!\s*https?:)")
_LINK = re.compile(r"<a\s[^<>]*\bhref\s*=\s*[\"']?https?:", re.IGNORECASE)
_LINE = re.compile(r"(?:[-*•]\s+|\d+[.)]\s+)?<?(https?://\S+?)>?(?:\s+[|–—-]\s.*)?")


def _advice(source: Source) -> str | None:
    """Return what to do with a list of addresses, or with a table by its name."""
    named = source.path.lower().endswith(_TABLES)
    data = source.data[: _HEAD * 4]
    if not named and _is_other_page(data):
        return None
    try:
        text = decode(data)
    except NotText:
        return None
    count = _in_table(text, named=named) or _in_json(text)
    if count is None:
        count = _in_bookmarks(text) or _in_lines(text)
    if count:
        return _list_of(count)
    if named:
        return (
            "is a table (CSV), not an article. Paste the text of each article into a .txt file of "
            "its own."
        )
    return None


def _is_other_page(data: bytes) -> bool:
    """Return whether a file begins with a tag and has no sign of exported bookmarks."""
    data = data.replace(b"\0", b"").lower()
    if not _PAGE.match(data):
        return False
    return not any(sign in data for sign in _SIGNS) and not _EXPORT.search(data)


def _list_of(count: int) -> str:
    if count == 1:
        return (
            "is the address of an article, not its text. Fetch it, `digest add URL`, and remove "
            "the file."
        )
    return (
        f"is a list of {count} addresses, not an article. Fetch those you want, `digest add URL`, "
        "and remove the list."
    )


def _in_table(text: str, *, named: bool) -> int | None:
    """Return the number of addresses in a table with a column for them, None for other texts."""
    rows = _rows(text)
    if not rows or len(rows[0]) < 2 or not (named or rows[1:]):
        return None
    column = _address_column(rows[0])
    if column is None:
        return None
    return _addresses_in([row[column] for row in rows[1:] if len(row) > column])


def _address_column(head: Sequence[str]) -> int | None:
    names = [cell.strip().lower() for cell in head]
    return next((at for at, name in enumerate(names) if name in _ADDRESS), None)


def _addresses_in(cells: Sequence[str]) -> int | None:
    """Return the number of addresses in a column, None if most of its cells are not addresses."""
    count = sum(map(is_web, cells))
    return count if count * 2 >= len(cells) else None


def _in_json(text: str) -> int | None:
    """Return the number of bookmarks in Pinboard's export, None for another text."""
    if not text.lstrip().startswith("[") or '"href"' not in text or '"extended"' not in text:
        return None
    return len(_HREF.findall(text)) or None


def _rows(text: str) -> list[list[str]]:
    first = text.lstrip("\n").partition("\n")[0]
    mark = max(",;\t", key=first.count)
    if not first.count(mark):
        return []
    try:
        return [row for _, row in zip(range(_MOST), csv.reader(text.split("\n"), delimiter=mark))]  # noqa: B905
    except csv.Error:
        return []


def _in_bookmarks(text: str) -> int:
    return len(_LINK.findall(text)) if _BOOKMARKS.search(text) else 0


def _in_lines(text: str) -> int:
    """Return the number of lines, if each is an address, perhaps with a title after it."""
    lines: Sequence[str] = [line.strip() for line in text.split("\n") if line.strip()]
    matches = [_LINE.fullmatch(line) for line in lines]
    return len(lines) if all(found and is_web(found[1]) for found in matches) else 0


accepts, read = refusing(_advice)
