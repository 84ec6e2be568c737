"""What libxml2 says when it has no memory left: that is not a fault of the markup. Pure."""

from __future__ import annotations

from lxml import etree


def refuse_without_memory(error: etree.XMLSyntaxError) -> None:
    """Raise `MemoryError` if an error of a parser means that."""
    if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
        raise MemoryError from error
