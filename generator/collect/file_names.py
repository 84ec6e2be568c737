"""Names of collected files. Pure, except that `free_name` looks into the folder."""

from __future__ import annotations

from pathlib import Path

from generator.collect.http_fetch import Refused

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/feed+json": ".json",
    "application/json": ".json",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/x-research-info-systems": ".ris",
}
_TRIES = 10_000  # numbers behind a name that is taken


def suffix_of(data: bytes, kind: str) -> str:
    """Return the suffix for a media type; for a general type, by the first characters.

    Raises `Refused` for types that contain no article: pictures, PDF, archives.
    """
    head = data[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if head.startswith(b"<?xml") and kind != "application/xhtml+xml":
        return ".html" if b"<html" in head else ".xml"
    if head.startswith(b"%pdf-"):
        return ".pdf"
    if kind in _SUFFIXES:
        return _SUFFIXES[kind]
    if head.startswith((b"<rss", b"<feed", b"<rdf")):
        return ".xml"
    if kind in {"", "application/octet-stream"}:
        return ".json" if head.startswith((b"{", b"[")) else ".txt"
    raise Refused(f"is {kind}: not a page, feed or text. Save its text as a file instead.")


def free_name(folder: Path, stem: str, suffix: str) -> str:
    """Return a name whose stem no file or sidecar in the folder has ("a-2.html")."""
    taken = {file.stem.lower() for file in folder.iterdir()} if folder.is_dir() else set()
    for number in range(1, _TRIES):
        name = stem if number == 1 else f"{stem}-{number}"
        if name.lower() not in taken:
            return f"{name}{suffix}"
    raise Refused(f"there are {_TRIES} files of the name {stem} already.")
