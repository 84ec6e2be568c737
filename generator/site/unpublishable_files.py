"""Excludes files in content/ that can't be published, with a warning for each, and notes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import YAML_RE

from generator.content.pages import NOTE
from generator.run import files as plain_files
from generator.run.cache import fingerprint
from generator.run.file_hashes import Digests, state_of
from generator.run.kept_values import KeptValues
from generator.site.checks.documents import has_controls
from generator.yaml_text import refusal

_LOG = get_plugin_logger("digest")

FILE = "sound.bin"  # in the cache
_PAGES = frozenset({".md", ".markdown", ".mkd", ".mdown"})


def leave_out(files: Files, content: Path, digests: Digests, cache: Path | None) -> None:
    """Remove irregular files, and pages that are not text, from `files`; warn of each.

    Notes on editions get no page of their own: they are shown in the edition. `digests` are those
    of the files; a page that passed in an earlier build, as `cache` records, is not read.
    """
    sound: KeptValues[bool] = KeptValues(cache and cache / FILE, fingerprint("site"))
    found: Iterable[File] = list(files)
    for file in found:
        reason = _fault(file, digests, sound) if file.src_dir == str(content) else None
        if reason:
            files.remove(file)
            _LOG.warning("%s: %s", file.src_uri, reason)
        elif file.src_uri.endswith(NOTE):
            file.inclusion = InclusionLevel.EXCLUDED
    sound.save()


def _fault(file: File, digests: Digests, sound: KeptValues[bool]) -> str | None:
    """Return why a file is not published; `sound` are the hashes of pages that passed."""
    path = str(file.abs_src_path)
    digest = digests.of(path) if os.path.splitext(path)[1].lower() in _PAGES else None  # noqa: PTH122 - many
    if digest and sound.get(digest):
        return None
    written = digest and digests.is_ours(path, state_of(os.lstat(path)))  # by this build
    reason = None if written else _reason(Path(path))
    if digest and not reason:
        sound.put(digest, value=True)
    return reason


def _reason(path: Path) -> str | None:
    """Return why a file is not published, as the end of a sentence that begins with its name."""
    if path.is_symlink():
        return "is a link and is not published. Put the file itself there."
    if not path.is_file():
        return "is not a regular file and is not published. Remove it."
    return _fault_of_page(path) if path.suffix.lower() in _PAGES else None


def _fault_of_page(path: Path) -> str | None:
    try:
        return _reason_in(plain_files.read(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "is not in UTF-8 and is not published. Save it as UTF-8."
    except OSError as error:
        return f"can't be read ({error.strerror}) and is not published. Check its permissions."


def _reason_in(page: str) -> str | None:
    """Return why the text of a page is not published."""
    if has_controls(page):
        return "contains control characters and is not published. Remove them."
    front = YAML_RE.match(page)
    if front and (problem := refusal(front[1])):
        return f"is not published, as in its front matter {problem}."
    return None
