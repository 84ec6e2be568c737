"""Export one edition to a file: HTML, e-mail, plain text, EPUB or PDF."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from generator import sanitize
from generator.compose.article.entry import Entry
from generator.compose.article.markers import split
from generator.compose.lists.collection import Shelf
from generator.config import Settings, load_settings
from generator.content.entries import Entries
from generator.content.pages import load_notes, with_identity
from generator.export.brief import Brief, brief_of
from generator.models import UsageError
from generator.project import CONTENT, seeds_of
from generator.run import files
from generator.run.console import Console
from generator.site.address import site_address
from generator.words import load_words

EXAMPLES = """\
  digest export latest --to eml         the latest edition as a mail, opened as a draft
  digest export 2025-W35 --to epub      a book for an e-reader
  digest export 2025-W35 --to html -o brief.html
"""
_NEXT = {
    "html": "open it in a browser, or attach it to a mail.",
    "eml": "open it in your mail program: it is a draft without recipients.",
    "text": "paste it into a mail.",
    "epub": "copy it to an e-reader.",
    "pdf": "print it, or attach it to a mail.",
}
_SUFFIXES = {"html": "html", "eml": "eml", "text": "txt", "epub": "epub", "pdf": "pdf"}


class FileExists(UsageError):
    """The file to which the export would be written exists."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export`."""
    parser.add_argument("edition", metavar="EDITION", help="its name, like 2025-W35, or latest")
    parser.add_argument("--to", choices=tuple(_SUFFIXES), required=True, help="the format")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE if it exists")


def run(args: argparse.Namespace, console: Console) -> int:
    """Write the file from the pages in content/; replace an existing one only with --overwrite."""
    seeds_of(args.project)
    settings = with_identity(load_settings(args.project), args.project / CONTENT)
    address = site_address(args.project, settings)
    settings = settings.model_copy(update={"site_url": address})
    brief = load_brief(args.project / CONTENT, settings, args.edition)
    name = f"{sanitize.slug(settings.site_name)}-{brief.name}.{_SUFFIXES[args.to]}"
    path: Path = args.output or Path(name)
    if path.exists() and not args.overwrite:
        raise FileExists(f"{path}: exists. Name another file with --output, or add --overwrite.")
    files.write(path, _made(args.to, brief, settings))
    console.say(f"{path}: {brief.title}, {brief.counts}.")
    console.say(f"Next: {_NEXT[args.to]}")
    return 0


def load_brief(content: Path, settings: Settings, name: str) -> Brief:
    """Return an edition, read from the pages in content/."""
    shelf = Shelf(
        (entry for entry, _ in Entries().of(content)),
        load_words(settings.language),
        unit=settings.edition,
        notes=load_notes(content),
        stories=Entries().stories(content),
    )

    def text(entry: Entry) -> str:
        page = files.read(content / entry.path).decode("utf-8")
        return split(sanitize.split_front_matter(page)[1]).text

    return brief_of(shelf, name, settings, text)


def _made(form: str, brief: Brief, settings: Settings) -> bytes:
    from generator.export import epub, mail, pdf, render  # noqa: PLC0415 - only one of them is needed

    formats: Mapping[str, Callable[[], bytes]] = {
        "html": lambda: render.html(brief).encode(),
        "eml": lambda: mail.mail(brief),
        "text": lambda: render.plain_text(brief).encode(),
        "epub": lambda: epub.epub(brief, settings.feeds.identity),
        "pdf": lambda: pdf.pdf(brief),
    }
    return formats[form]()
