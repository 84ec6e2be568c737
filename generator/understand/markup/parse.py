"""Bytes of a saved page → its element tree, within limits."""

from __future__ import annotations

import codecs
import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.text import clean, decode
from generator.understand.markup.google_docs import prepare_document
from generator.understand.markup.out_of_memory import refuse_without_memory
from generator.understand.markup.spans import resolve_spans
from generator.understand.markup.superscripts import write_scripts

_DOCUMENT = "doc-content"  # the class of a page that Google Docs made
_MUCH = 1000  # characters of a shadow root that may contain the article; fewer are a widget's
_IN_HEAD = frozenset({"title", "meta", "link", "script", "style", "base", "noscript", "template"})
# libxml2 stops at this depth unless `huge_tree` is set; deeper markup is not an article.
DEEPEST = 256
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})"
)
# Encodings that browsers use for these labels (WHATWG Encoding, 4.2).
_LABELS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_LABELS |= {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949"}
_LABELS |= {"iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949", "x-sjis": "cp932"}
_STRAY = 200  # up to one invalid character in so many is damage; more is another encoding
# Letters of two bytes; with so many and few invalid ones, a page is UTF-8 whatever it declares.
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]")
_MOST_UTF_8, _RARE = 10, 10
# No western language has so many accented letters in a row.
_GARBLED = re.compile(rb"[\xc0-\xff]{5,}")
_MOST_GARBLED = 10  # from which a page is not in the encoding it declares
_MOST_ATTRIBUTES = 1000  # of an element: no page that a person reads has as many
# A value may contain anything in quotes; a quote elsewhere is part of a name (HTML, 13.2.5).
_ATTRIBUTES = r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+"""
# Comments, scripts with their contents, and tags, each from where the one before it ended.
_MARKUP = re.compile(
    rf"<!--[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z)|"
    rf"(?P<tag><(?:(?P<raw>script|style)(?![\w:-]){_ATTRIBUTES}>?|[a-z]{_ATTRIBUTES}>?))"
    r"(?(raw)[^<]*+(?:<(?!/(?P=raw))[^<]*+)*+(?:</(?P=raw)|\Z))",
    re.IGNORECASE,
)
_NAME = re.compile(r"[a-z][^\s/>=]*", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""[^\s=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+))?""")
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
# Characters that XML excludes: lxml reads them, but does not let a text that has one be set.
_EXCLUDED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse(data: bytes, charset: str | None = None) -> tuple[HtmlElement | None, bool]:
    """Return the tree of a page, None without any, and whether it was cut for its depth.

    `charset` is the encoding that was stated beside the page; it overrides its own.

    Raises `text.NotText` for a binary file.
    """
    return parse_text(_text(data, charset))


def parse_text(text: str) -> tuple[HtmlElement | None, bool]:
    """Return the tree of markup and whether it was cut for its depth; None for no markup.

    Markup that changes the meaning of text (superscripts, cells that span others) is resolved.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    text = _MARKUP.sub(_without_flood, _XML_HEAD.sub("", _EXCLUDED.sub("", text)))
    try:
        tree = document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.XMLSyntaxError as error:
        refuse_without_memory(error)
        return None, False
    except (etree.ParserError, AssertionError):
        return None, False
    _end_head(tree)
    _remove_templates(tree)
    if _DOCUMENT in text:
        prepare_document(tree)
    write_scripts(tree)
    resolve_spans(tree)
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return tree, any(entry.type == limit for entry in parser.error_log)


def _without_flood(markup: re.Match[str]) -> str:
    """Return a tag without attributes if it has very many: libxml2 compares all with each other."""
    tag = markup["tag"] or ""
    if len(tag) < _MOST_ATTRIBUTES * 2 or len(_ATTRIBUTE.findall(tag)) < _MOST_ATTRIBUTES:
        return markup[0]
    return f"<{_NAME.findall(tag)[0]}>{markup[0][len(tag) :]}"


def _end_head(tree: HtmlElement) -> None:
    """Move into <body> what libxml2 leaves in <head> where a page omits the tags between them."""
    head, body = tree.find("head"), tree.find("body")
    if head is None:
        return
    children = list(head)
    first = next((at for at, child in enumerate(children) if child.tag not in _IN_HEAD), None)
    if first is None:
        return
    if body is None:
        body = tree.makeelement("body")
        tree.append(body)
    for place, child in enumerate(children[first:]):
        body.insert(place, child)


def _remove_templates(tree: HtmlElement) -> None:
    """Remove templates, which browsers do not show, except a shadow root with much text."""
    for template in list(tree.iter("template")):
        is_shadow = template.get("shadowrootmode") or template.get("shadowroot")
        if template.getparent() is not None and not (
            is_shadow and len(template.text_content()) >= _MUCH
        ):
            template.drop_tree()


def _text(data: bytes, charset: str | None) -> str:
    """Decode as browsers do, if that can be determined: UTF-8 with a little damage stays UTF-8."""
    declared = _label(charset) if charset else _declared(data)
    is_marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    loose = None if is_marked else _damaged_utf8(data, declared)
    if loose is not None:
        return clean(loose)
    if declared == "cp1252" and len(_GARBLED.findall(data)) > _MOST_GARBLED:
        declared = None  # a server's default on a page in another script
    return decode(data, declared)


def _damaged_utf8(data: bytes, declared: str | None) -> str | None:
    """Return a text in UTF-8 with little damage, None for another text.

    Where another encoding is declared, the text must have more signs of UTF-8 and less damage.
    """
    is_declared = declared in {None, "utf-8", "utf8"}
    signs = 0 if is_declared else len(_UTF_8.findall(data))
    if not is_declared and signs <= _MOST_UTF_8:
        return None
    loose = data.decode("utf-8", errors="replace")
    damage = loose.count("\ufffd")
    if not 0 < damage * _STRAY < len(loose) or "\0" in loose:
        return None
    return loose if is_declared or damage * _RARE < signs else None


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:20_000].lower())
    if not found:
        return None
    return _label(found[1].decode("ascii", "replace"))


def _label(name: str) -> str:
    return _LABELS.get(name.strip().lower(), name.strip().lower())
