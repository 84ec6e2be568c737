"""Typographic marks in rendered HTML, in the style of the article's language."""

from __future__ import annotations

from itertools import groupby

from lxml import etree, html

from generator.compose.typography import typeset_pieces
from generator.site.article_text import ArticleText

_TEXTS = etree.XPath("descendant::text()[not(ancestor::code or ancestor::pre or ancestor::kbd)]")
# The element that contains inline markup: a paragraph, an item, a heading, a cell.
_BLOCK = etree.XPath(
    "ancestor-or-self::*[not(self::a or self::em or self::strong or self::b or self::i"
    " or self::span or self::sub or self::sup or self::code or self::kbd)][1]"
)


def typeset_html(content: str | ArticleText, language: str) -> str:
    """Return rendered Markdown with typographic marks; code in it is unchanged."""
    if isinstance(content, ArticleText):
        return content.typeset(language)
    root = html.fragment_fromstring(content, create_parent="div")
    for _, group in groupby(_TEXTS(root), key=_block_of):
        texts = list(group)
        for text, made in zip(texts, typeset_pieces(texts, language), strict=True):
            setattr(text.getparent(), "tail" if text.is_tail else "text", made)
    return html.tostring(root, encoding="unicode").removeprefix("<div>").removesuffix("</div>")


def _block_of(text: etree._ElementUnicodeResult) -> object:
    found = text.getparent()
    if found is not None and text.is_tail:
        found = found.getparent()
    return None if found is None else _BLOCK(found)
