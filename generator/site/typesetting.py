"""The text of a page, set for the eye: the marks of its paragraphs, as its language has them."""

from __future__ import annotations

from itertools import groupby

from lxml import etree, html

from generator.compose.typography import typeset_pieces

_BLOCKS = frozenset("p li h1 h2 h3 h4 h5 h6 td th dt dd figcaption blockquote div".split())
_TEXTS = etree.XPath(
    "descendant::text()[not(ancestor::code or ancestor::pre or ancestor::kbd or ancestor::samp)]"
)


def typeset_html(content: str, language: str) -> str:
    """Return rendered Markdown with typographic marks; code in it stays as it is."""
    root = html.fragment_fromstring(content, create_parent="div")
    for _, group in groupby(_TEXTS(root), key=_block_of):
        texts = list(group)
        for text, made in zip(texts, typeset_pieces(texts, language), strict=True):
            if text.is_tail:
                text.getparent().tail = made
            else:
                text.getparent().text = made
    return html.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def _block_of(text: etree._ElementUnicodeResult) -> etree._Element:
    element = text.getparent().getparent() if text.is_tail else text.getparent()
    while element.tag not in _BLOCKS:
        element = element.getparent()
    return element
