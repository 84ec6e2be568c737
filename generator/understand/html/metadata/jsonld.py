"""schema.org descriptions of an article in a page's JSON-LD and microdata. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from lxml.html import HtmlElement

_ARTICLE = re.compile(
    r"(?:Article|BlogPosting|Posting|Report|Review|AnalysisNewsArticle|Recipe|WebPage)$"
)
# Properties of an article that contain other articles: entries, comments, a list's items.
_OTHERS = frozenset({"liveBlogUpdate", "comment", "comments", "itemListElement", "relatedLink"})
_DEEPEST = 12  # levels of nesting that are searched
_MOST = 2000  # nodes of one page that are read
_LONGEST = 500_000  # characters of one script
_CONTROLS = re.compile(r"[\x00-\x1f]")
_COMMENTS = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*;?\s*$")
_TRAILING = re.compile(r",(\s*[}\]])")

Node = Mapping[str, object]


def nodes_in(tree: HtmlElement) -> list[Node]:
    """Return every object in the page's JSON-LD, in order."""
    scripts = (load(script) for script in _scripts(tree))
    return [node for value in scripts for node in nodes(value, without=_OTHERS)]


def articles_among(nodes: Sequence[Node]) -> list[Node]:
    """Return the descriptions of articles, those of a whole page last."""
    described = [node for node in nodes if any(_ARTICLE.search(type_) for type_ in types(node))]
    return sorted(described, key=lambda node: "WebPage" in types(node))


def load(text: str) -> object:
    """Return the value of a script; stray newlines, commas and comment marks are accepted."""
    text = _COMMENTS.sub("", text[:_LONGEST])
    for mended in (text, _TRAILING.sub(r"\1", _CONTROLS.sub(" ", text)).rstrip("; ")):
        try:
            return json.loads(mended, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def types(node: Node) -> list[str]:
    """Return the schema.org types of a node, without the prefix of their address."""
    value = node.get("@type")
    listed = value if isinstance(value, list) else [value]
    return [kind.rstrip("/").rsplit("/", 1)[-1] for kind in listed if isinstance(kind, str)]


def texts(value: object) -> list[str]:
    """Return the texts in a value: itself, or the `name` (`@value`) of objects, or of a list."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return texts(value.get("name") or value.get("@value"))
    if isinstance(value, list):
        return [text for item in value[:50] if not isinstance(item, list) for text in texts(item)]
    return []


def nodes(value: object, without: Collection[str] = ()) -> Iterator[Node]:
    """Yield the objects below a value, except under the given keys, breadth first, in limits."""
    level, seen = [value], 0
    for _ in range(_DEEPEST):
        below: list[object] = []
        for item in level:
            seen += 1
            if seen > _MOST:
                return
            if isinstance(item, Mapping):
                yield item
                below += (held for key, held in item.items() if key not in without)
            elif isinstance(item, list):
                below += item
        level = below


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text
