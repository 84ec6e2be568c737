"""Word documents (`.docx`, Office Open XML) → `Article`, by mammoth."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from lxml import etree
from lxml.html import HtmlElement

from generator.config import Limits
from generator.models import Block, Source, Understood
from generator.text import squeeze
from generator.understand.documents.article import Metadata, article_of
from generator.understand.markup.blocks import blocks_of
from generator.understand.markup.bold import mark_bold_headings
from generator.understand.markup.parse import parse_text
from generator.understand.reader_results import failed

_TEXT = "word/document.xml"
_CORE = "docProps/core.xml"
_MOST_PARTS = 5000  # of the archive: more are no document that a person wrote
_MOST_TEXT = 8_000_000  # bytes of all parts but pictures, unpacked: a long book has 5,000,000
_MOST_META = 100_000  # bytes, unpacked
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Titel'] => h1:fresh
p[style-name='Titre'] => h1:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
"""
_TITLES = ("h1", "h2", "h3", "h4")
_TOP = 6  # blocks that may contain the title
_DC = "{http://purl.org/dc/elements/1.1/}"
_AGAIN = "Open it, and save it again as .docx, or paste the article's text into a .txt file."
# Exceptions of mammoth and the standard library for damaged files.
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, ExpatError, KeyError, ValueError, AttributeError),
    *(TypeError, IndexError, RecursionError, OSError, NotImplementedError, EOFError),
)


def accepts(source: Source) -> bool:
    """Return whether a file is a zip archive with the text of a Word document."""
    if not source.data.startswith(b"PK\x03\x04") or b"word/" not in source.data:
        return False
    return source.path.lower().endswith(".docx") or _TEXT.encode() in source.data


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a Word document, or why there is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            refusal = _refusal(archive)
            metadata = Metadata() if refusal else _metadata(archive)
        html = "" if refusal else _html(source.data)
    except _DAMAGED:
        return failed(source, f"is a damaged Word document. {_AGAIN}")
    if refusal:
        return failed(source, refusal)
    tree, _ = parse_text(f"<div>{html}</div>")
    blocks = () if tree is None else _blocks(tree)
    if tree is None or not blocks:
        return failed(source, "is a Word document without text. Remove it, or add text to it.")
    return article_of(source, limits, blocks, _title(tree, blocks), metadata)


def _refusal(archive: zipfile.ZipFile) -> str | None:
    """Return why an archive is not unpacked, as the end of a sentence."""
    parts = archive.infolist()
    size = sum(part.file_size for part in parts if not part.filename.startswith("word/media/"))
    if len(parts) > _MOST_PARTS or size > _MOST_TEXT:
        most = f"{_MOST_TEXT // 1_000_000} MB, or to more than {_MOST_PARTS} parts"
        return f"is a Word document that unpacks to more than {most}. Paste the article's text."
    return None


def _html(data: bytes) -> str:
    import mammoth  # type: ignore[import-untyped]  # noqa: PLC0415 - only where a file needs it

    def no_picture(_: Any) -> dict[str, str]:  # noqa: ANN401 - mammoth is untyped
        return {}

    result = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=_STYLES,
        convert_image=mammoth.images.img_element(no_picture),
    )
    return str(result.value)


def _blocks(tree: HtmlElement) -> tuple[Block, ...]:
    for mark in tree.xpath(
        "//sup[a[starts-with(@id, 'footnote-ref') or starts-with(@id, 'endnote-ref')]]"
    ):
        mark.drop_tree()
    for back in tree.xpath(
        "//a[starts-with(@href, '#footnote-ref') or starts-with(@href, '#endnote-ref')]"
    ):
        back.drop_tree()
    mark_bold_headings(tree)
    return blocks_of(tree, html=True)


def _title(tree: HtmlElement, blocks: Sequence[Block]) -> int | None:
    """Return the index of the block that is the highest heading near the top."""
    top = {block.text: at for at, block in reversed(list(enumerate(blocks[:_TOP])))}
    for tag in _TITLES:
        for heading in tree.iter(tag):
            at = top.get(squeeze(heading.text_content()))
            if at is not None:
                return at
    return None


def _metadata(archive: zipfile.ZipFile) -> Metadata:
    if _CORE not in archive.namelist() or archive.getinfo(_CORE).file_size > _MOST_META:
        return Metadata()
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(archive.read(_CORE), parser)
    except etree.XMLSyntaxError:
        return Metadata()
    stated = {name: squeeze(root.findtext(f"{_DC}{name}") or "") for name in ("title", "creator")}
    return Metadata(stated["title"], stated["creator"])
