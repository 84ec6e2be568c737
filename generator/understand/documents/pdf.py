"""PDF with text → `Article`, by pypdf: pure Python, so that the limits of a file apply."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.config import Limits
from generator.models import Source, Understood
from generator.sanitize import url as safe_url
from generator.text import clean, squeeze
from generator.understand.documents.article import Metadata, article_of
from generator.understand.documents.pdf_blocks import blocks_of_lines
from generator.understand.documents.pdf_lines import Line, lines_of_page, without_running_heads
from generator.understand.reader_results import failed

_START = 1024  # bytes that contain the mark (ISO 32000-1, Annex H.3.4.1)
_MOST_PAGES = 60  # of a document that is read
_LEAST = 20  # letters of a PDF with text
_ADDRESS = re.compile(r"https?://\S+")
_PASTE = "Open it, and paste the article's text into a .txt file instead."
_UNLOCK = (
    "Save a copy without protection: in the security settings of a PDF program, or with "
    "'qpdf --decrypt --password=PASSWORD FILE.pdf NEW.pdf'."
)
_SCAN = (
    "is a PDF without text: a picture of a page. Let a program recognise its text (OCR; OCRmyPDF "
    "makes a PDF with text of it), or type the article into a .txt file."
)


def accepts(source: Source) -> bool:
    """Return whether a file is a PDF, by the mark at its start."""
    return b"%PDF-" in source.data[:_START] and source.data.lstrip()[:1] != b"<"


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a PDF, or why there is none."""
    from pypdf import PdfReader  # noqa: PLC0415 - only where a file needs it
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are not the user's problem
    try:
        reader = PdfReader(io.BytesIO(source.data))
        if reader.is_encrypted and not reader.decrypt(""):
            return failed(source, f"is a PDF that asks for a password. {_UNLOCK}")
        count = len(reader.pages)
        if count > _MOST_PAGES:
            return failed(source, f"has {count} pages: more than an article. {_PASTE}")
        pages = [lines_of_page(page, number) for number, page in enumerate(reader.pages)]
        metadata = _metadata(reader)
    except DependencyError:
        return failed(source, f"is an encrypted PDF, though it asks for no password. {_UNLOCK}")
    except (PyPdfError, *_DAMAGED):
        return failed(source, f"is a damaged PDF. Save it again, or: {_PASTE}")
    return _article(source, limits, pages, metadata)


# Exceptions of pypdf for damaged files besides its own.
_DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError)


def _article(
    source: Source, limits: Limits, pages: Sequence[Sequence[Line]], metadata: Metadata
) -> Understood:
    lines, heads = without_running_heads(pages)
    if sum(sign.isalpha() for line in lines for sign in line.text) < _LEAST:
        return failed(source, _SCAN)
    blocks, title = blocks_of_lines(lines)
    understood = article_of(source, limits, blocks, title, metadata)
    address = _address(heads)
    return replace(
        understood,
        articles=tuple(
            replace(article, url=article.url or address) for article in understood.articles
        ),
    )


def _address(heads: Sequence[Line]) -> str | None:
    """Return the address that a browser prints on each page."""
    found = (_ADDRESS.search(line.text) for line in heads)
    return safe_url(next((match[0] for match in found if match and "…" not in match[0]), None))


def _metadata(reader: Any) -> Metadata:  # noqa: ANN401 - pypdf's reader
    stated = reader.metadata
    if stated is None:
        return Metadata()
    title, author = (squeeze(clean(str(stated.get(key) or ""))) for key in ("/Title", "/Author"))
    return Metadata(title, author)
