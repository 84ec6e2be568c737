"""Removes each guard of the program in turn and sees that a test fails without it.

python tests/tools/mutants.py [WORD...]: only the guards whose name or file holds one of the words.
The guards are listed in `mutants.yml`; the project itself is not touched.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from paths import ROOT

LIST = Path(__file__).with_suffix(".yml")
_PATIENCE = 600  # seconds for the tests of a guard; without it they may have no end
COPIED = ("generator", "tests", "site_config", "pyproject.toml", "mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A guard: texts of a file with what stands there without it, and the tests that must fail.

    `survives` says why no test can fail, where that is so.
    """

    name: str
    file: str
    edits: Mapping[str, str]
    tests: str
    survives: str = ""


def listed(words: Sequence[str]) -> Iterator[Mutant]:
    """Yield the guards whose name or file holds one of the words; without words, all."""
    for given in yaml.safe_load(LIST.read_text(encoding="utf-8")):
        mutant = Mutant(**given)
        if not words or any(word in f"{mutant.name} {mutant.file}" for word in words):
            yield mutant


def fails(project: Path, mutant: Mutant) -> bool:
    """Return whether a test fails in a copy of the project without the guard."""
    file = project / mutant.file
    whole = without = file.read_text(encoding="utf-8")
    for text, other in mutant.edits.items():
        if without.count(text) != 1:
            raise SystemExit(f"{mutant.name}: {mutant.file} does not hold {text!r} exactly once")
        without = without.replace(text, other)
    file.write_text(without, encoding="utf-8")
    try:
        command = [sys.executable, "-m", "pytest", "-qx", *shlex.split(mutant.tests)]
        done = subprocess.run(
            command,
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        file.write_text(whole, encoding="utf-8")
    if done.returncode not in {0, 1}:  # no test was run
        raise SystemExit(f"{mutant.name}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode == 1


def main() -> int:
    """Try all; return 1 if a guard is missed by no test and nothing explains why."""
    unexplained = 0
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, project / name)
        for mutant in listed(sys.argv[1:]):
            killed = fails(project, mutant)
            unexplained += not killed and not mutant.survives
            outcome = "killed" if killed else mutant.survives or "SURVIVED"
            print(f"{mutant.file}: {mutant.name}: {outcome}", flush=True)
    return min(unexplained, 1)


if __name__ == "__main__":
    sys.exit(main())
