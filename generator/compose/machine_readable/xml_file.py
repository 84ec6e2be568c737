"""An XML file from its elements. Pure."""

from __future__ import annotations

from lxml import etree


def xml_file(root: etree._Element) -> bytes:
    """Return the file, with a line for each entry: each child of the root."""
    root.text = "\n"
    for child in root:
        child.tail = "\n"
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
