"""What an editor does to the pages of a small project, before a build or while it is served."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from generator.project import Options
from generator.review.session import ReviewSession
from generator.run.console import Console
from generator.verbs.serve import ServedProject
from interruptions import EDITED

_TEXT = "The harbour bridge reopens\nLocal\n12 May 2024\n\n" + "The mayor thanked the workers. " * 9
_TRAM = "Trams return to Northport\nLocal\n14 May 2024\n\n" + "Trams crossed the bridge again. " * 9
TEXTS = {"bridge": _TEXT, "tram": _TRAM}
PAGE = "articles/2024/the-harbour-bridge-reopens.md"
MOVED = "articles/2024/bridge.md"
EDITS = ("edited", "renamed", "edited and renamed", "re-dated", "deleted", "list edited", "own")


def edit(project: Path, how: str) -> set[bytes]:
    """Do what an editor does; return the pages that must not be lost."""
    content = project / "content"
    page = content / PAGE
    match how:
        case "edited":
            page.write_text(page.read_text() + EDITED)
        case "renamed":
            page.rename(page.with_name("bridge.md"))
        case "edited and renamed":
            page.write_text(page.read_text() + EDITED)
            page.rename(page.with_name("bridge.md"))
        case "re-dated":
            page.write_text(page.read_text().replace("date: 2024-05-12", "date: 2024-03-05"))
        case "deleted":
            page.unlink()
        case "list edited":
            page = content / "index.md"
            page.write_text(page.read_text() + EDITED)
        case "own":
            page = content / "articles/2024/mine.md"
            page.write_text(f"---\ntitle: Mine\n---\n\n{EDITED}")
    pages = (file.read_bytes() for file in content.rglob("*.md"))
    return {data for data in pages if EDITED.encode() in data or b"date: 2024-03-05" in data}


def serve(command: Sequence[str]) -> int:
    """Build a project as `digest serve` does; edit it, build, change an article, and build again.

    Prints the pages that must not be lost.
    """
    project, how = Path(command[0]), command[1]
    options = Options(project, project / "site", jobs=1)
    served = ServedProject(options, Console(quiet=True), ReviewSession(project))
    served.build()
    written = edit(project, how)
    served.build()
    (project / "seeds/tram.txt").write_text(_TRAM + "And again.\n")
    served.build()
    print(json.dumps(sorted(page.decode() for page in written)))
    return 0
