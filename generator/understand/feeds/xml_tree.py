"""The bytes of an XML feed → its element tree, with common errors repaired. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from generator.understand.markup.out_of_memory import refuse_without_memory

_LITERAL = re.compile(rb"(<!\[CDATA\[.*?\]\]>|<!--.*?-->)", re.DOTALL)  # no entities in these
_AMPERSAND = re.compile(rb"&(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)?")
_XML_ENTITIES = frozenset({b"amp;", b"lt;", b"gt;", b"quot;", b"apos;"})
_ENTRIES = frozenset({"item", "entry"})


def mended(data: bytes) -> bytes:
    """Return a feed in which each ampersand begins an entity of XML.

    Entities of HTML become numeric, other ampersands are escaped ("D&D"). The internal subset of a
    document type is removed: no feed needs it, and entity bombs use it.
    """
    data = _without_declarations(data)
    if b"\0" in data[:200]:  # UTF-16: its ampersands are not single bytes
        return data
    pieces = _LITERAL.split(data)
    pieces[::2] = [_AMPERSAND.sub(_entity, piece) for piece in pieces[::2]]
    return b"".join(pieces)


def tree_of(data: bytes, *, recover: bool = False) -> etree._Element | None:
    """Return the root element of a feed, None if it is ill-formed; `recover` parses that too."""
    parser = etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        refuse_without_memory(error)
        return None
    except ValueError:
        return None


def local(element: etree._Element) -> str:
    """Return the name of an element in lower case, without namespace or prefix."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def namespace(element: etree._Element) -> str:
    """Return the namespace of an element, or its prefix where the feed does not declare it."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag[1:].partition("}")[0] if tag.startswith("{") else tag.rpartition(":")[0]


def entries_of(root: etree._Element) -> list[etree._Element]:
    """Return the entries of a feed, in their order."""
    return [element for element in root.iter() if local(element) in _ENTRIES]


def children(entry: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the child elements with one of these names, in any namespace."""
    return (child for child in entry if local(child) in names)


def text_in(element: etree._Element) -> str:
    """Return all text within an element, without white space around it."""
    return "".join(map(str, element.itertext())).strip()


def _entity(match: re.Match[bytes]) -> bytes:
    name = match[1]
    if name is None:
        return b"&amp;"
    if name in _XML_ENTITIES or name.startswith(b"#"):
        return match[0]
    signs = html5.get(name.decode("ascii"))
    return b"".join(b"&#%d;" % ord(sign) for sign in signs) if signs else b"&amp;" + name


def _without_declarations(data: bytes) -> bytes:
    start = data.lower().find(b"<!doctype")
    bracket = data.find(b"[", start)
    if start < 0 or bracket < 0 or b">" in data[start:bracket]:
        return data
    end = data.find(b"]", bracket)
    return data[:bracket] + (data[end + 1 :] if end > 0 else b">")
