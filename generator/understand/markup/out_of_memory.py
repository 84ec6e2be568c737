"""Recognises libxml2's out-of-memory error, which is not an error in the markup. Pure."""

from __future__ import annotations

from lxml import etree


def refuse_without_memory(error: etree.XMLSyntaxError) -> None:
    """Raise `MemoryError` if a parser's error means that memory ran out."""
    if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
        raise MemoryError from error
