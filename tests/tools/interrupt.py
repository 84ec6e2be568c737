"""Interrupts builds at their changes to files, in every way, and checks what is left.

python tests/tools/interrupt.py [MOST [KIND...]]: of the changes that the same lines of code make (a
loop over pages, say) at most MOST are tried, spread over them; 0 (default) tries all changes. Each
build runs in a fork of this process, which has built once and so loaded all it needs.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import interrupted
import interruptions
import machines
from generator import cli
from generator.analyse import analyse
from generator.config import Limits
from generator.models import Source
from generator.read import read
from generator.understand import understand
from interruptions import KINDS, Done


def forked(kind: str, fatal: int, project: Path, *arguments: str) -> Done:
    """Build in a fork of this process."""
    said, counted = project.parent / "said.txt", project.parent / "counted.txt"
    child = os.fork()
    if child == 0:
        with said.open("w", encoding="utf-8") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        command = ["build", "-C", str(project), "--jobs", "1", *arguments]
        folders = [str(project), tempfile.gettempdir()]
        code, places = interrupted.run(kind, fatal, command, folders)
        sys.stdout.flush()
        sys.stderr.flush()
        counted.write_text(json.dumps(places), encoding="ascii")
        os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    places = json.loads(counted.read_text(encoding="ascii")) if code >= 0 else []
    return Done(code, said.read_text(encoding="utf-8"), len(places), places)


def warm_up(folder: Path) -> None:
    """Read, analyse and build some articles in this process: its forks need not load all that."""
    machines.write(folder)
    for source in read(folder / "seeds", Limits(), {}):
        assert isinstance(source, Source)
        for article in understand(source, Limits()).articles:
            analyse(article)
    cli.main(["build", "-q", "-C", str(folder), "--jobs", "1"])


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


def sweep(folder: Path, most: int, kinds: Sequence[str]) -> int:
    """Interrupt at so many changes of each place; print and count what does not hold."""
    failed = 0
    for make in (interruptions.first, interruptions.incremental, interruptions.publishing):
        scenario = make(folder / make.__name__, forked)
        chosen = spread(scenario.places, most)
        made = f"{scenario.operations} changes at {len(set(scenario.places))} places"
        print(f"{make.__name__} build: {made}, {len(chosen)} to try", flush=True)
        mended: set[str] = set()
        for kind in kinds:
            wrong = sum(
                not holds(scenario, kind, fatal, folder / "tried", mended) for fatal in chosen
            )
            failed += wrong
            print(f"{make.__name__} build, {kind}: {len(chosen)} tried, {wrong} failed", flush=True)
    return failed


def holds(
    scenario: interruptions.Scenario, kind: str, fatal: int, folder: Path, mended: set[str]
) -> bool:
    """Return whether all is well after a build that was interrupted; print what is not."""
    folder.mkdir()
    try:
        interruptions.check(scenario, kind, fatal, folder / "project", forked, mended)
    except AssertionError as error:
        print(f"  {kind} at {fatal}: {str(error)[:2000]}", flush=True)
        return False
    finally:
        shutil.rmtree(folder)
    return True


def main() -> int:
    """Sweep in a folder of its own, where temporary files are too; return 1 if something failed."""
    most, *kinds = sys.argv[1:] or ["0"]
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = os.environ["TMPDIR"] = f"{folder}/temporary"
        Path(tempfile.tempdir).mkdir()
        warm_up(Path(folder, "warm"))
        return min(sweep(Path(folder), int(most), kinds or KINDS), 1)


if __name__ == "__main__":
    sys.exit(main())
