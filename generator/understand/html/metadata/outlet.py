"""The outlet of a page: machine-readable, else the name that it shows in several places."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from generator.text import clean, squeeze
from generator.understand.html.metadata.headings import is_front_page, mastheads
from generator.understand.html.metadata.jsonld import Node, texts
from generator.understand.html.metadata.meta import Metas
from generator.understand.html.metadata.wordings import plain, title_parts
from generator.understand.vocabulary.outlet_forms import is_agency, is_company, is_other
from generator.understand.vocabulary.outlets import is_outlet_of
from generator.understand.vocabulary.page_words import coverage, tokens
from generator.understand.vocabulary.section_words import is_country

_STATED = (
    "og:site_name",
    "publisher",
    "dc.publisher",
    "application-name",
    "twitter:app:name:iphone",
)
_HEADLINES = frozenset({"og:title", "twitter:title"})
_NAME = 80  # characters of an outlet's name
_LABEL = 3  # letters of a part of an address that may be an outlet's name
_ADDRESS = re.compile(r"(?:https?://(?:www\.)?|www\.)([\w-]+(?:\.[\w-]+)+)/?", re.IGNORECASE)
_LINKS = 60  # links of a page among which its masthead is
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s\d©–,-]*([^\W\d_][^.|©\n]{2,60}?)\s*(?:[.|©\n]|\d|$)", re.IGNORECASE
)
_KINDS = frozenset({"control", "legal", "share", "comments", "related", "newsletter"})
_HIGH = 3  # elements above a link whose names tell what it is
_MASTHEAD = re.compile("logo|brand|masthead|site-?(?:title|name)|blog-?title|header", re.IGNORECASE)
_LOGO = "//body//*[contains(@class,'logo') or contains(@id,'logo')]"
_TOPS = "//header//a"
_HOST = re.compile(r"(?:www\.)?(?P<name>[\w-]{3,})(?:\.\w{2,7}){1,2}")
_LOGOS = 10  # elements that are read
_END = 4000  # characters of a page's text, at its end, in which its copyright is


def outlet_of(
    tree: HtmlElement, metas: Metas, articles: Sequence[Node], url: str | None = None
) -> tuple[str, str]:
    """Return the outlet's name and where it was found, both "" if no two places agree.

    `url` is the page's address. A company that owns outlets is named only without an address.
    """
    stated = [(name, "json-ld") for node in articles for name in texts(node.get("publisher"))[:1]]
    stated += [(text, name) for wanted in _STATED for name, text in metas if name == wanted]
    told = [(_tidy(name, url), place) for name, place in stated]
    named = [(name, place) for name, place in told if name and not _is_of_pages(name, url)]
    named.sort(key=lambda found: _rank(found[0], url))
    for name, place in named:
        if not _is_firm(name):
            return _as_shown(tree, name), place
    shown = _shown(tree, [content for name, content in metas if name == "twitter:site"])
    headlines = {plain(content) for name, content in metas if name in _HEADLINES}
    if shown and plain(shown) not in headlines:
        return shown, "title"
    return ("", "") if url else next(iter(named), ("", ""))


def _tidy(name: str, url: str | None) -> str:
    """Return an outlet's name without a slogan behind it, its legal form, or parts of an address.

    The address of the page shows which part of a name is the outlet's.
    """
    name = squeeze(clean(html.unescape(name)))
    host = _ADDRESS.fullmatch(name)
    first = next(iter(title_parts(name)), "")
    words = name.split()
    legal = next((at for at, word in enumerate(words) if is_company(word)), len(words))
    for part in (first, " ".join(words[:legal])):
        if part != name and len(plain(part)) >= _LABEL and is_outlet_of(part, url or ""):
            return part
    return host[1] if host else name if len(name) <= _NAME else ""


def _as_shown(tree: HtmlElement, name: str) -> str:
    """Return how a page writes its outlet's name, if it is stated as a host or with a small "the".

    A host says the name's letters only: "baycourier.example" for "Bay Courier".
    """
    host = _HOST.fullmatch(name) if name == name.lower() else None  # "NDTV.com" is a name
    if host is None and not name.startswith("the "):
        return name
    wanted = plain(host["name"] if host else name)
    titles = tree.xpath("//title[not(ancestor::svg)]")[:1]
    parts = [part for it in titles for part in title_parts(squeeze(clean(it.text_content())))]
    tops = (squeeze(clean(link.text_content()[:_NAME])) for link in tree.xpath(_TOPS)[:_LOGOS])
    shown = (text for text in (*parts, *tops, *_repeated(tree)) if plain(text) == wanted)
    return next((text for text in shown if text != text.lower()), name)


def _is_of_pages(name: str, url: str | None) -> bool:
    """Return whether a name is that of a platform, a country or a part of pages, such as "Home"."""
    return (is_other(name) or is_country(name)) and not is_outlet_of(name, url or "")


def _rank(name: str, url: str | None) -> int:
    """Return 1 for an agency whose text another outlet may publish, 0 for other names."""
    return int(is_agency(name) and not is_outlet_of(name, url or ""))


def _is_firm(name: str) -> bool:
    return any(map(is_company, name.split()))


def names_of(metas: Metas, articles: Sequence[Node], outlet: str, url: str | None) -> list[str]:
    """Return all names of the outlet, including the parts of its address."""
    names = [content for name, content in metas if name in _STATED]
    names += [name for node in articles for name in texts(node.get("publisher"))]
    parts = (part for part in (host_of(url) or "").split(".") if len(part) >= _LABEL)
    return [*names, *filter(None, [outlet]), *parts]


def host_of(url: str | None) -> str | None:
    """Return the host of an address without "www."."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _shown(tree: HtmlElement, handles: Sequence[str]) -> str:
    """Return the part of the page's title that the page has elsewhere as its own name, or "".

    That is its masthead, its copyright, or the site's handle in a network ("@harbourpost").
    """
    title = next(iter(tree.xpath("//title[not(ancestor::svg)]")), None)
    parts = [] if title is None else list(title_parts(squeeze(clean(title.text_content()))))
    if len(parts) < 2:
        return ""
    named = {plain(name) for name in (*handles, *_repeated(tree))}
    return next((part for part in (parts[-1], parts[0]) if _is_outlet(part, named)), "")


def _is_outlet(part: str, named: Collection[str]) -> bool:
    return plain(part) in named and len(part) <= _NAME and not _is_control(part)


def _repeated(tree: HtmlElement) -> Iterator[str]:
    yield from mastheads(tree)
    for link in islice(tree.iter("a"), _LINKS):
        if is_front_page(link.get("href") or ""):
            if _is_masthead(link):
                yield squeeze(clean(link.text_content()[:_NAME]))
            yield from (image.get("alt") or "" for image in link.iter("img"))
    for logo in islice(tree.xpath(_LOGO), _LOGOS):
        yield squeeze(clean(logo.text_content()[:_NAME]))
    yield from _COPYRIGHT.findall(squeeze(clean(tree.text_content()[-_END:])))


def _is_masthead(link: HtmlElement) -> bool:
    """Return whether a link is in the position of a masthead, not in a menu."""
    near = [link, *islice(link.iterancestors(), _HIGH)]
    names = (f"{element.get('class') or ''} {element.get('id') or ''}" for element in near)
    return any(map(_MASTHEAD.search, names))


def _is_control(text: str) -> bool:
    """Return whether a text has words of menus, such as "Home" or "Privacy policy"."""
    return bool(_KINDS & coverage(text, tokens(text)).keys())
