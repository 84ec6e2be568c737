"""The elements of a finished document, as a browser would parse its bytes.

Most pages are written in a plain form (`_TAG`): every `<` begins a tag whose values are in double
quotes and contain no `<` or `>`. No browser can see any other tag in such a page, however it
interprets the text in between, so its tags are read directly, many times faster than by a parser.
All others are parsed by the HTML standard (Lexbor), and XML as XML.

Pieces shared by many pages are read once: a page made of pieces in plain form is in plain form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from lxml import etree
from selectolax.lexbor import LexborHTMLParser

HTML = frozenset({".html", ".htm"})
XML = frozenset({".xml", ".svg", ".opml", ".xhtml", ".xht", ".rss", ".rdf", ".atom"})
_NAME = r"[a-zA-Z][a-zA-Z0-9:-]*"
_VALUE = r"(?:\"[^\"<>]*\"|[^\s\"'<>=`]+)"
_ATTRIBUTE = re.compile(rf"([^\s\"'<>/=]+)(?:\s*=\s*({_VALUE}))?")
_TAG = re.compile(rf"<(/?{_NAME})((?:\s+[^\s\"'<>/=]+(?:\s*=\s*{_VALUE})?)*)\s*/?>")
_DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\f\r"})
_CONTROLS_ABOVE = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xef\xbf[\xbe\xbf]")  # in UTF-8
_UNRENDERED = re.compile(r"<(noscript)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TEMPLATE = re.compile(r"(</?)template\b", re.IGNORECASE)
_XML_BEGINS = re.compile(
    r"\s*<\?xml\s+version\s*=\s*[\"']1\.[01][\"'](?:\s+encoding\s*=\s*[\"']utf-8[\"'])?"
    r"(?:\s+standalone\s*=\s*[\"'](?:yes|no)[\"'])?\s*\?>",
    re.IGNORECASE,
)
_PARSED = frozenset({"script", "style", "template", "noscript", "textarea", "xmp", "plaintext"})
Tag = str  # a tag in plain form, as written between < and >
_CUT = "<br>"  # replaces a piece: inside an open tag it makes the page one that must be parsed
_SHORT = 100  # characters; a shorter piece is read with its page
_DECLARED = re.compile(r"<!(?:DOCTYPE\b[^>]*\[|ENTITY|ATTLIST|ELEMENT|NOTATION)", re.IGNORECASE)


class Unreadable(Exception):
    """A document that browsers might parse differently from this module; the message says why."""


@dataclass(frozen=True, eq=False, slots=True)
class Element:
    """An element: its name without a prefix, in lower case, its attributes, and its own text.

    Only scripts and styles have their text; `written` is the tag of an element in plain form. An
    element is equal only to itself.
    """

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    written: Tag | None = None


def elements(
    data: bytes, suffix: str, shared: Iterable[str] = (), known: AbstractSet[Tag] = frozenset()
) -> Iterator[Element]:
    """Yield the elements of an HTML or XML document; `Unreadable` if they are uncertain.

    The elements of plain pieces that it shares with other pages (`shared`), and elements with tags
    that are `known`, are left out, unless the page has to be parsed.
    """
    text = _utf8(data)
    rest = text
    for piece in shared:
        rest = rest.replace(piece, _CUT, 1)
    _check_controls(rest)
    if suffix in XML:
        yield from _of_xml(text)
        return
    plain = _of_plain(rest, known)
    yield from _of_html(text) if plain is None else plain


def decoded(data: bytes) -> str:
    """Return the text of a document or style sheet; `Unreadable` if browsers may decode another."""
    text = _utf8(data)
    _check_controls(text)
    return text


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("is not in UTF-8") from None


def has_controls(text: str) -> bool:
    """Return whether a text contains control characters that no published document may contain."""
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _CONTROLS)) != len(data) or any(
        pattern.search(data) for pattern in _CONTROLS_ABOVE
    )


def _check_controls(text: str) -> None:
    if has_controls(text):
        raise Unreadable("contains control characters")


@lru_cache(maxsize=1024)
def is_plain(piece: str) -> bool:
    """Return whether a piece of a page is in plain form, and long enough to be recognised."""
    return len(piece) > _SHORT and not has_controls(piece) and _of_plain(piece) is not None


def _of_plain(text: str, known: AbstractSet[Tag] = frozenset()) -> list[Element] | None:
    """Return the elements of a page in plain form, None if it is in another form.

    Each tag counts once; those that are `known` are left out.
    """
    begins = _DOCTYPE.match(text)
    rest = text[begins.end() :] if begins else text
    scripts: list[Element] = []

    def noted(match: re.Match[str]) -> str:
        scripts.append(Element("script", _attributes(match[1]), match[2]))
        return ""

    rest = _SCRIPT.sub(noted, rest)
    # A tag in plain form ends at the first > after its <, so each is read once, however often it is
    # on the page; one of them in another form ends the reading.
    different = {after[: after.find(">") + 1] for after in rest.split("<")[1:]} - known
    found: list[Element] = []
    for tag in different:
        match = _TAG.fullmatch(f"<{tag}")
        if match is None or match[1].lower() in _PARSED:
            return None
        if not tag.startswith("/"):
            found.append(Element(_local(match[1]), _attributes(match[2]), written=tag))
    return [*found, *scripts]


def _attributes(given: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(given):
        found.setdefault(name.lower(), unescape(value.strip('"')))
    return found


def _of_html(text: str) -> Iterator[Element]:
    """Yield the elements a browser sees with and without scripting, and those in templates."""
    scripts = len(re.findall(r"<script[\s/>]", text, re.IGNORECASE))
    if scripts != sum(
        element.tag == "script" for element in _parsed(_TEMPLATE.sub(r"\1x-template", text))
    ):
        raise Unreadable("contains a hidden script")
    for variant in {text, _UNRENDERED.sub("", text), _TEMPLATE.sub(r"\1x-template", text)}:
        yield from _parsed(variant)


def _parsed(text: str) -> Iterator[Element]:
    root = LexborHTMLParser(text).root
    if root is None:
        return
    for node in root.traverse(include_text=False):
        tag = _local(node.tag or "")
        own = node.text(deep=True) if tag in {"script", "style"} else ""
        yield Element(tag, {k: v or "" for k, v in node.attributes.items()}, own)


def _of_xml(text: str) -> Iterator[Element]:
    begins = _XML_BEGINS.match(text)
    rest = text[begins.end() :] if begins else text
    if "<?" in rest:
        raise Unreadable("contains a processing instruction")
    if _DECLARED.search(rest):
        raise Unreadable("declares entities or attributes")
    careful = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        tree = etree.fromstring(rest.encode("utf-8"), careful)
    except etree.XMLSyntaxError:
        raise Unreadable("contains markup that cannot be read") from None
    for node in tree.iter():
        if isinstance(node, etree._Entity):  # noqa: SLF001 - lxml has no public name for it
            raise Unreadable("contains an entity of its own")
        if isinstance(node.tag, str):
            given = {str(k).replace("}", ":"): str(v) for k, v in node.attrib.items()}
            tag = _local(node.tag)
            own = "".join(node.itertext()) if tag in {"script", "style"} else ""
            yield Element(tag, given, own)


def _local(name: str) -> str:
    return name.rpartition("}")[2].rpartition(":")[2].lower()
