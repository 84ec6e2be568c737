"""Builds digests of public attack strings in every format, and sees that nothing of them is live.

python tests/tools/payloads.py [COUNT]: so many strings (default: 200), spread over all lists; 0
tries all. Each is in articles of all formats. A build that finds anything live fails; then an
edition is exported in each form and scanned, and the digest is built again, which changes nothing.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hostile
from generator.site.checks.scan import OwnScripts, foreign_code
from program import digest, tree

_TOGETHER = 100  # strings of a build
_ALL = 1_000_000
_CODES = {"build": {0, 1}, "export": {0}}
_FORMS = ("html", "eml", "epub", "text")


def wrong(project: Path, strings: list[str]) -> Iterator[str]:
    """Build a digest of articles with the strings, and yield what does not hold."""
    hostile.write(project / "seeds", [string for string in strings for _ in hostile.FORMATS])
    yield from _failures(project, "build")
    before = tree(project / "content") | tree(project / "site")
    for form in _FORMS:
        sent, parts = project / f"edition.{form}", project / f"parts-{form}"
        yield from _failures(project, "export", "latest", "--to", form, "-o", sent)
        parts.mkdir()
        for number, (suffix, data) in enumerate(hostile.documents(sent, form)):
            (parts / f"{number}{suffix}").write_bytes(data)
        yield from (f"{form}: {problem}" for problem in foreign_code(parts, OwnScripts(), {}))
    yield from _failures(project, "build")
    if tree(project / "content") | tree(project / "site") != before:
        yield "a second build changes bytes"
    yield from (f"torn: {path}" for path in project.rglob(".writing-*"))


def _failures(project: Path, verb: str, *arguments: object) -> Iterator[str]:
    done = digest(project, verb, *arguments)
    said = done.stdout + done.stderr
    if done.returncode not in _CODES[verb] or "Traceback" in said or "bug in the program" in said:
        yield f"{verb} {arguments}: exit code {done.returncode}\n{said[-3000:]}"


def main() -> int:
    """Build digests of all strings; return 1 if something does not hold."""
    count = int(sys.argv[1]) if sys.argv[1:] else 200
    strings = hostile.shared(count or _ALL)
    failed = 0
    for start in range(0, len(strings), _TOGETHER):
        with tempfile.TemporaryDirectory() as folder:
            found = list(wrong(Path(folder), strings[start : start + _TOGETHER]))
        failed += bool(found)
        done = min(start + _TOGETHER, len(strings))
        print(f"{done} of {len(strings)} strings, {failed} builds failed", *found, flush=True)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
