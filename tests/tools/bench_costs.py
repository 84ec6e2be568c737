"""What a command costs, and what a site weighs: the measuring part of `make bench`."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_POLL = 0.05  # seconds between two looks at a process
_LOADED = re.compile(r'<(?:script[^>]* src|link rel="?stylesheet"?[^>]* href)="([^"?]+)"')


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: CPU seconds with its child processes, wall seconds, peak memory.

    `memory` is that of the main process, in MB. `stages` are the CPU seconds of each stage of a
    build, `walls` the wall seconds; `written` is the number of pages it wrote into content/.
    """

    cpu: float
    wall: float
    memory: float
    stages: Mapping[str, float] = field(default_factory=dict)
    walls: Mapping[str, float] = field(default_factory=dict)
    written: int = 0


@dataclass(frozen=True, slots=True)
class Weight:
    """What a site weighs: its files and bytes by kind, and its search page compressed, in bytes."""

    files: Mapping[str, int]
    sizes: Mapping[str, int]
    search_page: int


def run(command: Sequence[object], folder: Path, accepted: Sequence[int] = (0,)) -> Cost:
    """Run a command in a folder and return its cost; `RuntimeError` if it fails."""
    start = time.perf_counter()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    # As a user has it: pip has compiled the rivals, so the program may keep its bytecode as well.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with (folder / "output.txt").open("w+", encoding="utf-8") as output:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        memory = 0.0
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            memory = max(memory, _peak(process.pid))
            time.sleep(_POLL)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        if process.returncode not in accepted:
            raise RuntimeError(f"{command}: exit code {process.returncode}\n{output.read()}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, memory)


def _peak(pid: int) -> float:
    """Return the largest memory (resident set) of a process so far in MB, 0 if it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0


def weigh(site: Path) -> Weight:
    """Return what a site weighs."""
    files: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            kind = _kind(path.relative_to(site))
            files[kind] += 1
            sizes[kind] += path.stat().st_size
    return Weight(files, sizes, _search_page(site))


def _kind(path: Path) -> str:
    """Return what kind of file of a site this is."""
    folder, suffix = path.parts[0], path.suffix
    if folder in {"search", "assets"}:
        return folder
    if folder == "articles":
        return f"articles, {suffix[1:]}"
    if suffix in {".xml", ".json"} and len(path.parts) > 1:
        return "feeds"
    return folder if len(path.parts) > 1 else "front page and records"


def _search_page(site: Path) -> int:
    """Return the bytes that the search page loads before anything is typed, each file gzipped."""
    page = site / "search/index.html"
    loaded = {page, site / "search/index.js"}
    loaded |= {(page.parent / name).resolve() for name in _LOADED.findall(page.read_text("utf-8"))}
    loaded |= set(page.parent.glob("*/keywords.js"))
    return sum(len(gzip.compress(path.read_bytes())) for path in loaded)
