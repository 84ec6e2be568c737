"""Nothing in a site may run but the theme's own: looked for in every file before it is published.

What is the theme's own is known from its templates: every `<script` that stands in one is marked
there with a word that no text can know, and the mark is taken out of each page as it is finished.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, pass_context
from jinja2.runtime import Context
from lxml import etree
from markupsafe import Markup

_REMEDY = (
    "Take it out of the page in content/; scripts belong into site_config/theme or, in mkdocs.yml, "
    "under extra_javascript."
)
_DOCUMENTS = frozenset({".html", ".htm", ".xhtml", ".xml", ".svg", ".opml"})
_DATA = frozenset({"application/json", "application/ld+json"})  # never run
_SCHEMES = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):")
_IS_DATA = re.compile(r'\btype="application/(?:ld\+)?json"')
_SOURCE = re.compile(r'\bsrc="([^"]*)"')
_BEGINS = re.compile(rb"<script[\s/>]", re.IGNORECASE)
_NOTHING = "javascript:void(0)"  # what Material's search has for a link until there is one
_IGNORED = re.compile(r"[\x00-\x20]+")  # by browsers, inside a scheme


# Elements that run something, load a document, or change what addresses mean.
_RUNNING = frozenset(
    {
        *("iframe", "frame", "object", "embed", "applet", "base", "portal", "handler", "set"),
        *("animate", "animatemotion", "animatetransform"),
    }
)
_ADDRESSES = frozenset(
    {
        *("href", "src", "action", "formaction", "data", "poster", "background"),
        *("from", "to", "by", "values"),  # by which an animation in SVG sets one
    }
)
_TARGET = re.compile(r"^[^;,]*[;,]?\s*(?:url\s*=)?\s*", re.IGNORECASE)  # of a refresh


class OwnScripts:
    """The scripts that the theme's templates hold, as they come out in pages."""

    def __init__(self) -> None:
        self._mark = f"data-{secrets.token_hex(16)}"
        self._marked = re.compile(rf"<script {self._mark}([^>]*)>(.*?)</script>", re.DOTALL)
        self._known: set[tuple[str | None, str]] = set()
        self._inline: set[str] = set()

    def mark(self, env: Environment) -> None:
        """Have every script marked that a template of `env` holds or that mkdocs.yml adds."""
        env.loader = _Marking(env.loader or BaseLoader(), self._mark)
        script_tag = env.filters["script_tag"]

        @pass_context
        def marked(context: Context, script: object) -> Markup:
            made = str(script_tag(context, script))
            return Markup(made.replace("<script", f"<script {self._mark}", 1))  # noqa: S704 - as it was

        env.filters["script_tag"] = marked

    def noted(self, page: str) -> tuple[str, set[str]]:
        """Take note of a finished page's own scripts.

        Return it without the marks, and the hashes of its inline scripts.
        """
        inline = set()
        for attributes, body in self._marked.findall(page):
            if not _IS_DATA.search(attributes):  # that is each page's own, and not run
                source = _SOURCE.search(attributes)
                self._known.add((source[1] if source else None, body))
                if not source:
                    inline.add(f"sha256-{_hash(body)}")
        self._inline |= inline
        return page.replace(f" {self._mark}", ""), inline

    def adopt(self, hashes: Iterable[str]) -> None:
        """Take note of the inline scripts of a page that an earlier build finished."""
        self._inline.update(hashes)

    def hashes(self) -> frozenset[str]:
        """Return the hashes of inline scripts as a Content-Security-Policy names them."""
        return frozenset(self._inline)

    def has(self, source: str | None, body: str) -> bool:
        """Tell whether a script is the theme's own."""
        return (source, body) in self._known


class _Marking(BaseLoader):
    """Hands out templates in which every script is marked."""

    _BEGINS = re.compile(r"<script(?=[\s>])")

    def __init__(self, loader: BaseLoader, mark: str) -> None:
        self._loader = loader
        self._mark = mark

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return a template's source, marked."""
        source, name, current = self._loader.get_source(environment, template)
        return self._BEGINS.sub(f"<script {self._mark}", source), name, current


def foreign_code(
    site: Path, own: OwnScripts, sources: Mapping[str, str], known: Collection[str] = ()
) -> Iterator[str]:
    """Yield a message for each thing in the site's documents that could run and is not `own`.

    `sources` names the page in content/ that a document of the site was made from; `known` are
    files in which an earlier build found nothing.
    """
    places: dict[str, list[str]] = {}
    for file in sorted(site.rglob("*")):
        name, kind = file.relative_to(site).as_posix(), file.suffix.lower()
        if kind in _DOCUMENTS and name not in known and file.is_file():
            for what in set(_found(file.read_bytes(), kind, own)):
                places.setdefault(what, []).append(sources.get(name, name))
    for what, (first, *others) in sorted(places.items()):
        more = f" and {len(others)} more" if others else ""
        yield f"{first}{more}: {what}, which is not the theme's own. {_REMEDY}"


def _found(data: bytes, suffix: str, own: OwnScripts) -> Iterator[str]:
    try:
        tree = _parsed(data, suffix)
    except etree.XMLSyntaxError:
        yield "holds markup that cannot be read"
        return
    scripts = list(tree.iter("{*}script"))
    if len(scripts) != len(_BEGINS.findall(data)):
        yield "holds a hidden script"
    for script in scripts:
        if not _is_data(script) and not own.has(script.get("src"), script.text or ""):
            yield f"holds the script {_short(script.get('src') or script.text)}"
    for meta in tree.iter("{*}meta"):
        if meta.get("http-equiv") and not _harmless(_TARGET.sub("", meta.get("content") or "")):
            yield f"holds the link {_short(meta.get('content'))}"
    tags: set[object] = set()
    attributes: set[tuple[str, str]] = set()
    for element in tree.iter():
        tags.add(element.tag)
        attributes.update(element.items())
    yield from (f"holds the element <{tag}>" for tag in tags if _local(tag) in _RUNNING)
    yield from filter(None, (_harm(name, value) for name, value in attributes))


def _parsed(data: bytes, suffix: str) -> etree._Element:
    if suffix in {".html", ".htm"}:
        return etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    careful = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(data, careful)


def _harm(name: str, value: str) -> str | None:
    """Say what harm an attribute could do."""
    local = _local(name)
    if local.startswith("on") or local == "srcdoc":
        return f"holds the attribute {local}={_short(value)}"
    if local in _ADDRESSES and not _harmless(value):
        return f"holds the link {_short(value)}"
    return None


@lru_cache(maxsize=1024)
def _local(name: object) -> str:
    """Return a name without its namespace, in lower case; comments and the like have none."""
    return name.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(name, str) else ""


def _is_data(script: etree._Element) -> bool:
    """Tell whether a script element holds JSON that nothing runs."""
    if script.get("type") not in _DATA or script.get("src") is not None:
        return False
    try:
        json.loads(script.text or "")
    except ValueError:
        return False
    return True


@lru_cache(maxsize=65536)
def _harmless(address: str) -> bool:
    if address == _NOTHING:
        return True
    scheme = _SCHEME.match(_IGNORED.sub("", address).lower())
    return scheme is None or scheme[1] in _SCHEMES


def _hash(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()


def _short(text: str | None) -> str:
    return repr((text or "")[:80])
