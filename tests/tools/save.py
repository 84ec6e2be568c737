"""Lets an editor save files while a build runs, from any moment on, and checks what is left.

python tests/tools/save.py [MOST [KIND...]]: of the moments at the same lines of code (a loop over
pages, say) at most MOST are tried, spread over them; 0 (default) tries all. KIND is one of
`saving.SAVES`. With TMPDIR in memory (/dev/shm) nothing waits for the disk.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from forks import forked
from interrupt import spread
from interruptions import Run
from saved import Saved
from saving import SAVES


def sweep(folder: Path, most: int, kinds: Sequence[str], run: Run) -> int:
    """Begin to save at so many moments of each place; print and count what does not hold."""
    failed = 0
    for kind in kinds:
        saved = Saved.of(kind, folder, run)
        moments = spread(saved.places, most)
        wrong = sum(not holds(saved, moment, folder / "tried", run) for moment in moments)
        failed += wrong
        print(f"{kind}: {len(moments)} of {len(saved.places)} tried, {wrong} failed", flush=True)
    return failed


def holds(saved: Saved, moment: int, folder: Path, run: Run) -> bool:
    """Return whether all is well after the builds; print what is not."""
    folder.mkdir()
    try:
        saved.check(moment, folder / "project", run)
    except AssertionError as error:
        print(f"  {saved.kind} from {moment}: {str(error)[:2000]}", flush=True)
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
        return min(sweep(Path(folder), int(most), kinds or list(SAVES), forked), 1)


if __name__ == "__main__":
    sys.exit(main())
