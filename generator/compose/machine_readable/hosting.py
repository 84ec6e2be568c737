"""Files for hosts and crawlers: `_headers`, `robots.txt`, `sitemap.xml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml.etree import Element, SubElement

from generator.compose.machine_readable import dates
from generator.compose.machine_readable.publication import Publication
from generator.compose.machine_readable.xml_file import xml_file
from generator.moments import Moment

SITEMAP = "sitemap.xml"
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def policy(scripts: Iterable[str], hosts: Iterable[str] = ()) -> str:
    """Return the Content-Security-Policy; `scripts` are hashes (`sha256-…`) of inline scripts.

    It allows only the site's own files, the inline scripts with these hashes, WebAssembly for the
    search, and the other `hosts` that pages may load from.
    """
    allowed = " ".join(f"'{script}'" for script in sorted(scripts))
    others = "".join(f" https://{host}" for host in hosts)
    rules = {
        "default-src": "'none'",
        "script-src": f"'self' 'wasm-unsafe-eval' {allowed}".strip(),
        "style-src": f"'self'{others}",
        "img-src": f"'self' data:{others}",
        "font-src": f"'self'{others}",
        **({"media-src": f"'self'{others}"} if others else {}),
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def headers(scripts: Iterable[str], hosts: Iterable[str] = (), *, noindex: bool) -> bytes:
    """Return `_headers`, which Netlify, Cloudflare Pages and others send with every file."""
    lines = {
        "Content-Security-Policy": policy(scripts, hosts),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
    if noindex:
        lines["X-Robots-Tag"] = "noindex"
    return ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items())).encode()


def robots(site: Publication, *, noindex: bool) -> bytes:
    """Return `robots.txt`. It allows all pages: a crawler must read a page to find its noindex."""
    lines = ["User-agent: *", "Disallow:"]
    if site.base and not noindex:
        lines += ["", f"Sitemap: {site.base}{SITEMAP}"]
    return ("\n".join(lines) + "\n").encode()


def sitemap(pages: Mapping[str, Moment | None], site: Publication) -> bytes:
    """Return `sitemap.xml`; `pages` are paths in content/ with the day of their last change."""
    root = Element("urlset", xmlns=_SITEMAPS)
    for path, changed in sorted(pages.items()):
        place = SubElement(root, "url")
        SubElement(place, "loc").text = site.page(path, SITEMAP)
        if changed:
            SubElement(place, "lastmod").text = dates.w3c(changed)
    return xml_file(root)
