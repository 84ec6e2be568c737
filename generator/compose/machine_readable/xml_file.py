"""An XML file from its elements. Pure."""

from __future__ import annotations

from lxml import etree


def xml_file(root: etree._Element) -> bytes:
    """Return the file, with a line for each element."""
    etree.indent(root, space=" ")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
