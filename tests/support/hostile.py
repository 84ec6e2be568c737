"""Strings that mean harm, as an article would carry them, and what must not become of them."""

import email
import email.policy
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from paths import SHARED

PAYLOADS = SHARED / "payloads"
OWN = (
    "<script>window.ran=1</script>",
    "</title><script>window.ran=2</script>",
    "<img src=x onerror=window.ran=3>",
    '"><svg onload=window.ran=4>',
    "[read on](javascript:window.ran=5)",
    "{{ config.site_name }}{% set ran = 6 %}",
    "</script><script>window.ran=7</script>",
    "&lt;script&gt;window.ran=8&lt;/script&gt;",
    "' onmouseover='window.ran=9' x='",
    "![x](https://elsewhere.example/10.png){onload=window.ran=10}",
    "<a href='data:text/html,<script>window.ran=11</script>'>x</a>",
    "]]><script xmlns='http://www.w3.org/1999/xhtml'>window.ran=12</script>",
    "controls \x01\x1b[2J\x80\x9f\ufffe\uffff in a line",
)
WORDS = (
    "The council met on Monday and spoke about the harbour for three hours before the vote was "
    "taken, and nobody was surprised by the outcome of the long debate about the new quay."
)


def shared(count: int) -> list[str]:
    """Return so many strings of the public lists, spread over all of them."""
    found: list[str] = json.loads((PAYLOADS / "blns.json").read_text(encoding="utf-8"))
    expected = json.loads((PAYLOADS / "dompurify_expect.json").read_text(encoding="utf-8"))
    found += [str(text.get("payload", text)) for text in expected]
    lists = [PAYLOADS / "payloadbox_xss.txt", *sorted(PAYLOADS.glob("patt/*/*.txt"))]
    for file in [*lists, *sorted(PAYLOADS.glob("patt/ssti/*"))]:
        found += file.read_text(encoding="utf-8", errors="replace").splitlines()
    lines = [" ".join(text.split()) for text in found if text.strip()]
    return lines[:: max(1, len(lines) // count)][:count]


def write(seeds: Path, strings: list[str]) -> None:
    """Write articles in every format, each string in every field of one or another.

    The settings hold strings too.
    """
    seeds.mkdir(parents=True)
    settings = seeds.parent / "site_config/digest.yml"
    settings.parent.mkdir()
    named = {"site_name": f"A {strings[0]}", "site_description": strings[-1]}
    settings.write_text(json.dumps({"duplicates": "keep", **named}))
    for number, string in enumerate(strings):
        writer = FORMATS[number % len(FORMATS)]
        writer(seeds, f"{number:03}", string)


def documents(sent: Path, form: str) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of an exported edition that a reader's program shows."""
    if form == "html":
        yield ".html", sent.read_bytes()
    elif form == "eml":
        message = email.message_from_bytes(sent.read_bytes(), policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                yield ".html", part.get_content().encode()
    elif form == "epub":
        with zipfile.ZipFile(sent) as book:
            for name in book.namelist():
                if name.endswith((".xhtml", ".html", ".svg")):
                    yield ".xhtml", book.read(name).replace(b"<!DOCTYPE html>", b"")


def _txt(seeds: Path, name: str, string: str) -> None:
    text = f"{string} {name}\n{string}\n1 May 2025\nBy {string}\n\n{WORDS}\n\n{string} {WORDS}\n"
    (seeds / f"{name}.txt").write_text(text, encoding="utf-8", errors="replace")


def _sidecar(seeds: Path, name: str, string: str) -> None:
    (seeds / f"{name}.txt").write_text(f"A headline {name}\n\n{WORDS}\n", encoding="utf-8")
    values = {
        "title": f"{string} {name}",
        "section": string,
        "authors": [string],
        "outlet": string,
        "place": string,
        "standfirst": string,
        "keywords": [string, "harbour"],
        "url": f"https://example.org/{string}",
        "date": "2025-05-02",
    }
    text = json.dumps(values, ensure_ascii=True)
    (seeds / f"{name}.yml").write_text(text, encoding="utf-8")


def _md(seeds: Path, name: str, string: str) -> None:
    front = json.dumps({"title": f"{string} {name}", "authors": [string], "date": "2025-05-03"})
    text = f"---\n{front}\n---\n\n{WORDS}\n\n{string}\n\n- {string}\n\n> {string}\n\n## {string}\n"
    (seeds / f"{name}.md").write_text(text, encoding="utf-8", errors="replace")


def _html(seeds: Path, name: str, string: str) -> None:
    text = (
        f"<!doctype html><html><head><title>{string} {name}</title><meta charset=utf-8>"
        f'<meta name="author" content="{string}"><meta property="og:site_name" content="{string}">'
        f"</head><body><article><h1>{string} {name}</h1><time datetime=2025-05-04>4 May</time>"
        f"<p>{WORDS}</p><p>{string}</p><p>{WORDS} Again.</p>{string}</article></body></html>"
    )
    (seeds / f"{name}.html").write_text(text, encoding="utf-8", errors="replace")


def _feed(seeds: Path, name: str, string: str) -> None:
    item = {
        "id": f"{string}{name}",
        "title": f"{string} {name}",
        "url": string,
        "content_html": f"<p>{WORDS}</p>{string}",
        "authors": [{"name": string}],
        "tags": [string],
        "date_published": "2025-05-05T10:00:00Z",
    }
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": string, "items": [item]}
    (seeds / f"{name}.json").write_text(json.dumps(feed), encoding="utf-8")


FORMATS = (_txt, _sidecar, _md, _html, _feed)
