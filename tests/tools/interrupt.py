"""Interrupts builds at their changes to files, in every way, and checks what is left.

python tests/tools/interrupt.py [MOST [BUILD|KIND...]]: of the changes that the same lines of code
make (a loop over pages, say) at most MOST are tried, spread over them; 0 (default) tries all
changes. BUILD is "first", "incremental", "renewing" or "publishing", KIND one of
`interruptions.KINDS`; without them, all are tried. Each build runs in a fork of one process that
has built before. With TMPDIR in memory (/dev/shm) nothing waits for the disk.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import interruptions
from forks import forked
from interruptions import KINDS, Run

BUILDS = {
    make.__name__: make
    for make in (
        interruptions.first,
        interruptions.incremental,
        interruptions.renewing,
        interruptions.publishing,
    )
}


def spread(places: Sequence[int], most: int) -> list[int]:
    """Return the numbers of changes, from 1, of which at most `most` were made at one place."""
    at: defaultdict[int, list[int]] = defaultdict(list)
    for number, place in enumerate(places, 1):
        at[place].append(number)
    found: set[int] = set()
    for numbers in at.values():
        count = min(most or len(numbers), len(numbers))
        found.update(
            numbers[part * (len(numbers) - 1) // max(count - 1, 1)] for part in range(count)
        )
    return sorted(found)


def sweep(folder: Path, most: int, words: Sequence[str], run: Run) -> int:
    """Interrupt at so many changes of each place; print and count what does not hold."""
    failed = 0
    kinds = [kind for kind in KINDS if kind in words] or KINDS
    for build in [build for build in BUILDS if build in words] or BUILDS:
        scenario = BUILDS[build](folder / build, run)
        chosen = spread(scenario.places, most)
        made = f"{scenario.operations} changes at {len(set(scenario.places))} places"
        print(f"{build} build: {made}, {len(chosen)} to try", flush=True)
        mended: set[str] = set()
        for kind in kinds:
            wrong = sum(
                not holds(scenario, kind, fatal, folder / "tried", run, mended) for fatal in chosen
            )
            failed += wrong
            print(f"{build} build, {kind}: {len(chosen)} tried, {wrong} failed", flush=True)
    return failed


def holds(  # noqa: PLR0917 - the parts of a case
    scenario: interruptions.Scenario,
    kind: str,
    fatal: int,
    folder: Path,
    run: Run,
    mended: set[str],
) -> bool:
    """Return whether all is well after a build that was interrupted; print what is not."""
    folder.mkdir()
    try:
        interruptions.check(scenario, kind, fatal, folder / "project", run, mended)
    except AssertionError as error:
        print(f"  {kind} at {fatal}: {str(error)[:2000]}", flush=True)
        return False
    finally:
        shutil.rmtree(folder)
    return True


def main() -> int:
    """Sweep in a folder of its own, where temporary files are too; return 1 if something failed."""
    most, *words = sys.argv[1:] or ["0"]
    if unknown := set(words) - {*BUILDS, *KINDS}:
        raise SystemExit(f"Neither a build nor a kind: {', '.join(sorted(unknown))}.")
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = os.environ["TMPDIR"] = f"{folder}/temporary"
        Path(tempfile.tempdir).mkdir()
        return min(sweep(Path(folder), int(most), words, forked), 1)


if __name__ == "__main__":
    sys.exit(main())
