"""Documents that Google Docs exported or published as a page: title, comments."""

from __future__ import annotations

from lxml.html import HtmlElement

_COMMENT, _MARK = "cmnt", "cmnt_ref"  # how ids of comments begin, and those of their marks


def prepare_document(tree: HtmlElement) -> None:
    """Make a document's title a heading, and remove the comments on it, which are not published."""
    for link in list(tree.iter("a")):
        name = link.get("id") or ""
        if name.startswith(_MARK):
            link.drop_tree()
        elif name.startswith(_COMMENT):
            _remove_comment(link)
    for paragraph in tree.iter("p"):
        if "title" in (paragraph.get("class") or "").split():
            paragraph.tag = "h1"


def _remove_comment(link: HtmlElement) -> None:
    """Remove the box that contains a comment, or the paragraph that it begins."""
    paragraph = next(link.iterancestors("p"), None)
    box = None if paragraph is None else paragraph.getparent()
    if box is not None and box.tag == "div" and box[0] is paragraph:
        box.drop_tree()
    elif paragraph is not None:
        paragraph.drop_tree()
