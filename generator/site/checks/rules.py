"""What an element of a published document must not do: run, load from elsewhere, mislead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from generator.site.checks.documents import Element
from generator.site.checks.styles import addresses, runs_code

_REMEDY = (
    "Remove it from that file; scripts belong in site_config/theme or, in mkdocs.yml, "
    "under extra_javascript."
)
_REMEDY_HOSTS = (
    "Put the file into content/, or name the host under allowed_hosts in site_config/digest.yml."
)
_REMEDY_FONTS = "Set `font: false` under `theme` in mkdocs.yml: Material loads fonts from there."
_FONTS = ("//fonts.googleapis.com", "//fonts.gstatic.com")
_NOT_OURS = "which is not the theme's own"
_DATA = frozenset({"application/json", "application/ld+json"})  # never run
_SCHEMES = frozenset({"http", "https", "mailto"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):")
_NOTHING = "javascript:void(0)"  # the placeholder of a link in Material's search
_IGNORED = re.compile(r"[\x00-\x20]+")  # by browsers, inside a scheme
# Elements that run code, load a document, or change the meaning of addresses.
_RUNNING = frozenset(
    {
        *("iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal", "handler"),
        *("set", "animate", "animatemotion", "animatetransform", "fencedframe", "webview"),
        "listener",
    }
)
_ADDRESSES = frozenset(
    {
        *("href", "src", "action", "formaction", "data", "poster", "background", "manifest"),
        *("ping", "attributionsrc", "lowsrc", "dynsrc"),
        *("from", "to", "by", "values"),  # with which an SVG animation sets one
    }
)
_SETS = frozenset({"srcset", "imagesrcset"})
_FOLLOWED = frozenset({"a", "area", "form", "button", "input"})  # by a reader, not by a browser
# Relations of a `link` for which a browser loads or contacts its address (HTML, 4.6.7).
_LOADED = frozenset(
    {
        *("stylesheet", "icon", "shortcut", "apple-touch-icon", "mask-icon", "manifest", "preload"),
        *("modulepreload", "prefetch", "preconnect", "dns-prefetch", "prerender", "import"),
        *("expect", "compression-dictionary", "pingback", "apple-touch-icon-precomposed"),
        "next",
    }
)
# Seconds, then what may be before the address (HTML, "shared declarative refresh steps").
_REFRESH = re.compile(r"^\s*[\d.]*\s*[;,]?\s*(?:url\s*=\s*)?[\"']?", re.IGNORECASE)
# Attributes of SVG whose value is one of CSS.
_PRESENTATION = frozenset(
    {
        *("fill", "stroke", "filter", "mask", "clip-path", "cursor", "color-profile"),
        *("marker", "marker-start", "marker-mid", "marker-end"),
    }
)
# Attributes that contain or create a document, or change the meaning of addresses (xml:base).
_MEANING = frozenset({"srcdoc", "shadowrootmode", "base"})
_PINGED = frozenset({"ping", "attributionsrc"})


def remedy(what: str) -> str:
    """Return what to do about something that a site may not contain."""
    if any(host in what for host in _FONTS):
        return _REMEDY_FONTS
    return _REMEDY_HOSTS if "elsewhere" in what else _REMEDY


class Rules:
    """Finds the harm that elements could do.

    `own` returns whether a script with this address and text is the theme's; `hosts` are those from
    which pages may load.
    """

    def __init__(self, own: Callable[[str | None, str], bool], hosts: frozenset[str]) -> None:
        self._own = own
        self._hosts = hosts

    def harm(self, element: Element) -> Iterator[str]:
        """Yield what is wrong with an element, as the ends of sentences about its document."""
        tag, given = element.tag, element.attributes
        if tag == "script":
            source = given.get("src", given.get("href", given.get("xlink:href")))
            if not _is_data(element) and not self._own(source, element.text):
                yield f"contains the script {_short(source or element.text)}, {_NOT_OURS}"
        elif tag == "style":
            yield from self.of_style(element.text)
        elif tag == "meta":
            yield from self._of_meta(given)
        elif tag in _RUNNING:
            yield f"contains the element <{tag}>, {_NOT_OURS}"
        for name, value in given.items():
            yield from self._of_attribute(tag, name.rpartition(":")[2].lower(), value, given)

    def of_style(self, style: str) -> Iterator[str]:
        """Yield what is wrong with a style sheet, or a style attribute."""
        if runs_code(style):
            yield f"contains a style that runs code, {_NOT_OURS}"
        for address in addresses(style):
            yield from self.load(address)

    def _of_meta(self, given: Mapping[str, str]) -> Iterator[str]:
        about, content = given.get("http-equiv", "").strip().lower(), given.get("content", "")
        charset = given.get("charset") or _charset(content if about == "content-type" else "")
        if charset and charset.strip().lower() not in {"utf-8", "utf8"}:
            yield f"declares the encoding {_short(charset)}, not UTF-8"
        if about == "x-dns-prefetch-control":
            yield f"makes browsers look up the hosts of its links, {_NOT_OURS}"
        if about == "refresh":
            target = _REFRESH.sub("", content)
            if not _harmless(target):
                yield f"contains the link {_short(content)}, {_NOT_OURS}"
            yield from self.load(target)

    def _of_attribute(
        self, tag: str, name: str, value: str, given: Mapping[str, str]
    ) -> Iterator[str]:
        if name.startswith("on") or name in _MEANING:
            yield f"contains the attribute {name}={_short(value)}, {_NOT_OURS}"
        elif name == "style" or name in _PRESENTATION:
            yield from self.of_style(value)
        elif name in _SETS:
            for part in re.split(r"[\s,]+", value):
                yield from self.load(part)
        elif name in _ADDRESSES:
            if not _harmless(value):
                yield f"contains the link {_short(value)}, {_NOT_OURS}"
            elif tag != "script" and _is_loaded(tag, name, given):
                yield from self.load(value)

    def load(self, address: str) -> Iterator[str]:
        """Yield what is wrong with an address that a browser loads automatically."""
        host = _host(address)
        if host is not None and host not in self._hosts:
            yield f"loads {_short(address)} from elsewhere"


def _is_loaded(tag: str, name: str, given: Mapping[str, str]) -> bool:
    """Return whether a browser loads an attribute's address without the reader's action."""
    if name in _PINGED:
        return True
    if tag in _FOLLOWED:
        return tag == "input" and name == "src"
    if tag == "link":
        return not _LOADED.isdisjoint(given.get("rel", "").lower().split())
    return True


def _is_data(script: Element) -> bool:
    """Return whether a script element contains JSON data, which is not run."""
    if script.attributes.get("type") not in _DATA or "src" in script.attributes:
        return False
    try:
        json.loads(script.text or "")
    except (ValueError, RecursionError):
        return False
    return True


@lru_cache(maxsize=4096)
def _harmless(address: str) -> bool:
    if address == _NOTHING:
        return True
    scheme = _SCHEME.match(_IGNORED.sub("", address).lower())
    return scheme is None or scheme[1] in _SCHEMES


@lru_cache(maxsize=4096)
def _host(address: str) -> str | None:
    """Return the host of an address, "" if it can't be determined, None if it has none.

    Browsers treat a backslash as a slash and any number of slashes as two, and ignore tabs and line
    ends (URL, 4.4).
    """
    plain = _IGNORED.sub("", address).replace("\\", "/")
    plain = re.sub(r"^(https?:)/*|^/{2,}", r"\1//", plain, flags=re.IGNORECASE)
    if "//" not in plain[:12]:
        return None
    try:
        parts = urlsplit(plain)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.netloc else None


def _charset(content: str) -> str:
    return content.lower().partition("charset=")[2].strip("\"' ")


def _short(text: str | None) -> str:
    return repr((text or "")[:80])
