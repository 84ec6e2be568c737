"""Rich Text Format (`.rtf`) → `Article`, by striprtf: text alone, without pictures and styles."""

from __future__ import annotations

from collections.abc import Callable

from generator.config import Limits
from generator.models import Block, Source, Understood
from generator.text import clean, squeeze
from generator.understand.documents.article import Metadata, article_of
from generator.understand.reader_results import failed

_START = b"{\\rtf"
_MOST = 5_000_000  # bytes: pictures are part of the text here
_PASTE = "Open it, and paste the article's text into a .txt file instead."


def accepts(source: Source) -> bool:
    """Return whether a file begins as the specification of RTF (1.9.1) requires."""
    return source.data.startswith(_START)


def read(source: Source, limits: Limits) -> Understood:
    """Return the article of a document, or why there is none."""
    if len(source.data) > _MOST:
        return failed(source, f"is an RTF document of more than {_MOST // 1_000_000} MB. {_PASTE}")
    try:
        text = _text(source.data)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return failed(source, f"is a damaged RTF document. {_PASTE}")
    lines = (squeeze(line) for line in clean(text).split("\n"))
    blocks = tuple(Block(line) for line in lines if any(map(str.isalnum, line)))
    if not blocks:
        return failed(source, "is an RTF document without text. Remove it, or add text to it.")
    return article_of(source, limits, blocks, None, Metadata())


def _text(data: bytes) -> str:
    import striprtf.striprtf as library  # noqa: PLC0415 - only where a file needs it

    convert: Callable[..., str] = library.rtf_to_text
    return convert(data.decode("latin-1"), errors="replace")
