"""What an editor saves while a build runs: in steps, as programs for writing save files.

Each kind of `SAVES` is a function that yields between its steps; the build goes on meanwhile. It
is given the folder of a project that `interruptions.first` has made and built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Steps = Iterator[None]
_ADDED = "A new tram for Northport\n\nThe council of Northport bought a tram on Friday.\n"
LINE = "An editor's own line, saved while a build ran.\n"
_SETTINGS = "site_name: Northport Daily\n"
_NOTE = f"---\ntitle: A note\n---\n\n{LINE}"


def in_place(file: Path, text: str) -> Steps:
    """Save as editors do that open the file itself: for a moment it is empty, then half there."""
    with file.open("w", encoding="utf-8") as open_file:
        yield
        open_file.write(text[: len(text) // 2])
        open_file.flush()
        yield
        open_file.write(text[len(text) // 2 :])
    yield


def by_rename(file: Path, text: str) -> Steps:
    """Save as editors do that write beside the file and rename."""
    beside = file.with_name(f"{file.name}.tmp")
    beside.write_text(text, encoding="utf-8")
    yield
    beside.replace(file)
    yield


def by_backup(file: Path, text: str) -> Steps:
    """Save as Vim does: the old file is moved away first, and removed last."""
    backup = file.rename(f"{file}~")
    yield
    file.write_text(text, encoding="utf-8")
    yield
    backup.unlink()
    yield


def sources(project: Path) -> Steps:
    """Change, add, remove and rename articles and sidecars."""
    seeds = project / "seeds"
    yield from in_place(seeds / "undated.yml", "collected: 2025-08-30\ndate: 2025-08-27\n")
    bridge, undated = seeds / "bridge.md", seeds / "undated.txt"
    yield from by_rename(bridge, bridge.read_text(encoding="utf-8") + LINE)
    yield from by_backup(undated, undated.read_text(encoding="utf-8") + LINE)
    (seeds / "single.txt").unlink()
    yield
    (seeds / "single.yml").unlink()
    yield
    yield from in_place(seeds / "tram.yml", "date: 2025-08-29\ncollected: 2025-08-30\n")
    yield from by_rename(seeds / "tram.txt", _ADDED)


def pages(project: Path) -> Steps:
    """Change pages by hand in each way, and add one."""
    bridge, single, _ = _articles(project)
    lists = project / "content/index.md"
    for way, page in ((in_place, bridge), (by_rename, single), (by_backup, lists)):
        yield from way(page, page.read_text(encoding="utf-8") + LINE)
    yield from by_rename(project / "content/articles/note.md", _NOTE)


def names(project: Path) -> Steps:
    """Rename a page, remove one, and change the title of one."""
    bridge, single, maps = _articles(project)
    bridge.rename(bridge.with_name("renamed.md"))
    yield
    single.unlink()
    yield
    text = maps.read_text(encoding="utf-8")
    yield from by_rename(maps, text.replace("title: ", "title: Renamed. ", 1))


def settings(project: Path) -> Steps:
    """Change the settings, and the note on an edition."""
    yield from by_rename(project / "site_config/digest.yml", _SETTINGS)
    edition = next((project / "content/editions").glob("*.md"))
    yield from in_place(edition.with_suffix(".note.md"), LINE)


def _articles(project: Path) -> list[Path]:
    pages = project / "content/articles"
    return [next(pages.rglob(f"{name}*.md")) for name in ("harbour", "a-single", "old-maps")]


SAVES: Mapping[str, Callable[[Path], Steps]] = {
    save.__name__: save for save in (sources, pages, names, settings)
}
