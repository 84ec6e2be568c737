"""Interrupts builds at every change to files, in every way, and checks what is left.

python tests/tools/interrupt.py [EVERY [KIND...]]: EVERY 1 (default) tries each change, 10 every
tenth. Each build runs in a fork of this process, which has loaded the program once.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import generator.verbs.build  # noqa: F401 - loaded once for all forks
import interrupted
import interruptions
from interruptions import KINDS, Done


def forked(kind: str, fatal: int, project: Path) -> Done:
    """Build in a fork of this process."""
    said, counted = project.parent / "said.txt", project.parent / "counted.txt"
    child = os.fork()
    if child == 0:
        with said.open("w", encoding="utf-8") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        command = ["build", "-C", str(project), "--jobs", "1"]
        folders = [str(project), tempfile.gettempdir()]
        code, count = interrupted.run(kind, fatal, command, folders)
        sys.stdout.flush()
        sys.stderr.flush()
        counted.write_text(str(count), encoding="ascii")
        os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    count = int(counted.read_text(encoding="ascii")) if code >= 0 else 0
    return Done(code, said.read_text(encoding="utf-8"), count)


def sweep(folder: Path, every: int, kinds: Sequence[str]) -> int:
    """Interrupt at every so many changes; print and count what does not hold."""
    failed = 0
    for make in (interruptions.first, interruptions.incremental):
        scenario = make(folder / make.__name__, forked)
        for kind in kinds:
            tried = range(1, scenario.operations + 1, every)
            wrong = sum(not _holds(scenario, kind, fatal, folder / "tried") for fatal in tried)
            failed += wrong
            print(f"{make.__name__} build, {kind}: {len(tried)} tried, {wrong} failed", flush=True)
    return failed


def _holds(scenario: interruptions.Scenario, kind: str, fatal: int, folder: Path) -> bool:
    folder.mkdir()
    try:
        interruptions.check(scenario, kind, fatal, folder / "project", forked)
    except AssertionError as error:
        print(f"  {kind} at {fatal}: {str(error)[:2000]}", flush=True)
        return False
    finally:
        shutil.rmtree(folder)
    return True


def main() -> int:
    """Sweep in a folder of its own, where temporary files are too; return 1 if something failed."""
    every, *kinds = sys.argv[1:] or ["1"]
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = os.environ["TMPDIR"] = f"{folder}/temporary"
        Path(tempfile.tempdir).mkdir()
        return min(sweep(Path(folder), int(every), kinds or KINDS), 1)


if __name__ == "__main__":
    sys.exit(main())
