"""OpenDocument text (`.odt`) → `Article`: its content is XML in a zip archive (OASIS ODF 1.3).

Comments and text deleted by tracked changes are not read.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from generator.config import Limits
from generator.models import Block, BlockKind, Source, Understood
from generator.text import clean, squeeze
from generator.understand.documents.article import Metadata, article_of
from generator.understand.markup.out_of_memory import refuse_without_memory
from generator.understand.reader_results import failed

_MARK = b"mimetypeapplication/vnd.oasis.opendocument.text"
_START = 200  # bytes that contain the mark
_MOST = 8_000_000  # bytes of the content, unpacked
_MOST_META = 100_000  # bytes, unpacked
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_SILENT = frozenset({f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation"})
_TOP = 6  # blocks that may contain the title
_AGAIN = "Open it, and save it again, or paste the article's text into a .txt file."
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, ValueError),
    *(NotImplementedError, EOFError, OSError),
)


def accepts(source: Source) -> bool:
    """Return whether a file is an archive whose start declares an OpenDocument text."""
    return source.data.startswith(b"PK\x03\x04") and _MARK in source.data[:_START]


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a document, or why there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            if archive.getinfo("content.xml").file_size > _MOST:
                message = f"unpacks to more than {_MOST // 1_000_000} MB. Paste the article's text."
                return failed(source, message)
            content = _tree(archive.read("content.xml"))
            metadata = _metadata(archive)
    except _DAMAGED:
        return failed(source, f"is a damaged OpenDocument text. {_AGAIN}")
    blocks = list(_blocks(content))
    if not blocks:
        return failed(source, "is an OpenDocument text without text. Remove it, or add text to it.")
    title = next((at for at, block in enumerate(blocks[:_TOP]) if block.kind == "heading"), None)
    return article_of(source, limits, blocks, title, metadata)


def _tree(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        refuse_without_memory(error)
        raise


def _metadata(archive: zipfile.ZipFile) -> Metadata:
    if "meta.xml" not in archive.namelist() or archive.getinfo("meta.xml").file_size > _MOST_META:
        return Metadata()
    root = _tree(archive.read("meta.xml"))
    stated = (squeeze(root.findtext(f".//{_DC}{name}") or "") for name in ("title", "creator"))
    return Metadata(*stated)


def _blocks(root: etree._Element) -> Iterator[Block]:
    """Yield the paragraphs, headings and list items of a document, in their order."""
    for element in root.iter(f"{_TEXT}h", f"{_TEXT}p"):
        above = [str(parent.tag) for parent in element.iterancestors()]
        if _SILENT.intersection(above) or f"{_TEXT}p" in above:
            continue
        styled = str(element.get(f"{_TEXT}style-name", "")).startswith(("Title", "Heading"))
        is_heading = element.tag == f"{_TEXT}h" or styled
        is_item = f"{_TEXT}list-item" in above
        for line in clean("".join(_pieces(element))).split("\n"):
            if any(map(str.isalnum, line)):
                kind: BlockKind = "heading" if is_heading else "item" if is_item else "paragraph"
                yield Block(squeeze(line), kind)


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the text within an element, without notes and comments."""
    yield element.text or ""
    for child in element:
        if child.tag in _SPACES:
            yield _SPACES[str(child.tag)]
        elif child.tag not in _SILENT:
            yield from _pieces(child)
        yield child.tail or ""
