"""Scans every file of a site before it is published for code that is not the theme's own.

The theme's own scripts are recognised by a mark: every `<script` in a template is marked with a
secret word that no text can contain, and the mark is removed from each finished page.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path, PurePath

from jinja2 import BaseLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from generator.run import files
from generator.run.signing import secret_word
from generator.site.checks.documents import HTML, XML, Tag, Unreadable, decoded, elements, is_plain
from generator.site.checks.rules import Rules, remedy

# Files that a site may contain: documents, which are scanned, and files that no browser runs.
_INERT = frozenset(
    {
        *(".css", ".js", ".mjs", ".map", ".wasm", ".json", ".webmanifest", ".txt", ".md", ".csv"),
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"),
        *(".woff", ".woff2", ".ttf", ".otf", ".eot", ".pdf", ".epub", ".gz", ".zip", ".ics"),
        *(".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac", ".mp4", ".webm", ".ogv"),
        *(".vtt", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf", ".tsv", ".eml"),
        *(".yml", ".yaml", ""),
    }
)
_DOCUMENTS = HTML | XML
_IS_DATA = re.compile(r'\btype="application/(?:ld\+)?json"')
_SOURCE = re.compile(r'\bsrc="([^"]*)"')
_IS_HASH = re.compile(r"sha256-[A-Za-z0-9+/]{43}=")
_QUOTED = re.compile(r'"(?:[^"\\]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"')  # a text in JSON
_BLANK = b"\xef\xbb\xbf \t\r\n\x0c"  # what browsers skip before they guess (MIME Sniffing, 7.1)
_MOST_TAGS = 50_000  # kept in memory
_BY_ADDRESS = "src="  # prefix with which a script that is not inline is recorded


class OwnScripts:
    """The scripts in the theme's templates, as they appear in rendered pages."""

    def __init__(self) -> None:
        self._mark = f"data-{secret_word('scripts')}"
        self._marked = re.compile(rf"<script {self._mark}([^>]*)>(.*?)</script>", re.DOTALL)
        self._known: set[str] = set()

    def mark(self, env: Environment) -> None:
        """Mark every script that a template of `env` contains or that mkdocs.yml adds."""
        env.loader = _Marking(env.loader or BaseLoader(), self._mark)
        script_tag = env.filters["script_tag"]

        @pass_context
        def marked(context: Context, script: object) -> Markup:
            made = str(script_tag(context, script))
            return Markup(made.replace("<script", f"<script {self._mark}", 1))  # noqa: S704 - as it was

        env.filters["script_tag"] = marked

    def noted(self, page: str) -> tuple[str, set[str]]:
        """Record the theme's scripts in a finished page.

        Return the page without the marks, and the ids of its scripts: for inline ones hashes in the
        form of a Content-Security-Policy, for others addresses.
        """
        found = set()
        for attributes, body in self._marked.findall(page):
            if not _IS_DATA.search(attributes):  # data of the page, which is not run
                source = _SOURCE.search(attributes)
                found.add(f"{_BY_ADDRESS}{source[1]}" if source else f"sha256-{_hash(body)}")
        self._known |= found
        return page.replace(f" {self._mark}", ""), found

    def adopt(self, scripts: Iterable[str]) -> None:
        """Record the scripts of a page that an earlier build finished."""
        self._known.update(scripts)

    def hashes(self) -> frozenset[str]:
        """Return the hashes of inline scripts in the form of a Content-Security-Policy."""
        return frozenset(filter(_IS_HASH.fullmatch, self._known))

    def has(self, source: str | None, body: str) -> bool:
        """Return whether a script is the theme's own."""
        if source is None:
            return f"sha256-{_hash(body)}" in self._known
        return not body.strip() and f"{_BY_ADDRESS}{source}" in self._known


class _Marking(BaseLoader):
    """A template loader that marks every script."""

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


def foreign_code(  # noqa: PLR0913, PLR0917 - what is known of a site
    site: Path,
    own: OwnScripts,
    sources: Mapping[str, str],
    hosts: Collection[str] = (),
    known: Collection[str] = (),
    shared: Mapping[str, Sequence[str]] | None = None,
) -> Iterator[str]:
    """Yield a message for everything in the site's files that could run and is not `own`.

    The same applies to whatever a browser would load from a host that is not in `hosts`. `sources`
    maps a document of the site to the file where its text is written. Files that are `known` are
    not scanned: an earlier build has scanned the same bytes by the same rules. `shared` has the
    pieces that pages have in common, each of which is scanned once.
    """
    places: defaultdict[str, list[str]] = defaultdict(list)
    scanner = _Scanner(Rules(own.has, frozenset(hosts)))
    plain = {name: tuple(filter(is_plain, pieces)) for name, pieces in (shared or {}).items()}
    for name, what in chain(_in_pieces(plain, scanner), _in_files(site, known, plain, scanner)):
        places[what].append(sources.get(name, name))
    for what, found in sorted(places.items()):
        first, *others = dict.fromkeys(found)
        more = f" and {len(others)} more" if others else ""
        yield f"{first}{more}: {what}. {remedy(what)}"


def _in_pieces(shared: Mapping[str, Sequence[str]], scanner: _Scanner) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with pieces, each with the name of a file that contains it."""
    pieces = {piece: name for name, found in shared.items() for piece in found}
    for piece, name in pieces.items():
        for what in scanner.harm(piece.encode(), ".html"):
            yield name, what


def _in_files(
    site: Path, known: Collection[str], shared: Mapping[str, Sequence[str]], scanner: _Scanner
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with files, each with the file's name."""
    start = len(str(site)) + 1
    for file in _files(str(site)):
        name = file.path[start:].replace(os.sep, "/")
        if name not in known or file.is_symlink():
            for what in set(scanner.found(file, shared.get(name, ()))):
                yield name, what


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield everything that is not a folder, links included, folder by folder to save memory."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    folders = [entry.path for entry in found if entry.is_dir(follow_symlinks=False)]
    yield from (entry for entry in found if not entry.is_dir(follow_symlinks=False))
    del found
    for below in folders:
        yield from _files(below)


class _Scanner:
    """Scans files by rules; a tag in plain form that was harmless once is not judged again."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._harmless: set[Tag] = set()

    def found(self, file: os.DirEntry[str], shared: Sequence[str]) -> Iterator[str]:
        """Yield what is wrong with a file, as the end of a sentence that begins with its name."""
        suffix = PurePath(file.name).suffix.lower()
        if not file.is_file(follow_symlinks=False):
            yield "is not a regular file"
            return
        try:
            if suffix in _DOCUMENTS:
                yield from self.harm(files.read(file.path), suffix, shared)
            elif suffix == ".css":
                yield from self._rules.of_style(decoded(files.read(file.path)))
            elif suffix == ".webmanifest":
                for text in _QUOTED.findall(decoded(files.read(file.path))):
                    yield from self._rules.load(json.loads(text, strict=False))
            elif suffix == "" and files.read(file.path).lstrip(_BLANK).startswith(b"<"):
                yield "has no suffix and begins like a document, so browsers may treat it as one"
            elif suffix not in _INERT:
                yield (
                    f"has a suffix ({suffix}) that no page needs and that a browser or host may run"
                )
        except Unreadable as error:
            yield str(error)

    def harm(self, data: bytes, suffix: str, shared: Sequence[str] = ()) -> Iterator[str]:
        """Yield what is wrong with a document, whose `shared` pieces are scanned apart."""
        if len(self._harmless) > _MOST_TAGS:
            self._harmless.clear()
        for element in elements(data, suffix, shared, self._harmless):
            found = list(self._rules.harm(element))
            yield from found
            if element.written and not found:
                self._harmless.add(element.written)


def _hash(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
