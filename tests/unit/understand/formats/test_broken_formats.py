"""A broken file of any format: it is read in part or named with what to do, and nothing raises."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from generator.config import Limits
from generator.models import Source
from generator.understand import understand

HERE = Path(__file__).parent
# Other processes of a run write into __pycache__ while this one collects.
FILES = sorted(
    path
    for path in HERE.glob("*/*.*")
    if path.suffix != ".yml" and path.parent.name != "__pycache__"
)
COLLECTED = dt.date(2026, 11, 1)
LIBRARIES = ("mammoth", "pypdf", "striprtf", "ftfy")  # each is of use to few files only


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def overwritten(data: bytes) -> bytes:
    """Return data in which every fiftieth byte is another one."""
    broken = bytearray(data)
    broken[25::50] = b"\x07" * len(broken[25::50])
    return bytes(broken)


@pytest.mark.parametrize("broken", [cut, overwritten], ids=lambda broken: broken.__name__)
@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_broken_file_is_read_in_part_or_named(path, broken):
    source = Source(path.name, broken(path.read_bytes()), "0" * 64, COLLECTED)
    found = understand(source, Limits())
    assert found.articles or found.problems
    assert all(problem.source.startswith(path.name) for problem in found.problems)
    assert all(problem.message.endswith(".") for problem in found.problems)


def test_a_library_of_a_format_is_loaded_for_its_files_only():
    program = (
        "import sys, datetime as dt\n"
        "from generator.config import Limits\n"
        "from generator.models import Source\n"
        "from generator.understand import understand\n"
        "data = b'The mill turns\\n\\nThe old mill turned on Monday, and people came to see it.'\n"
        "understand(Source('a.txt', data, '', dt.date(2026, 11, 1)), Limits())\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not set(LIBRARIES) & set(done.stdout.split())
