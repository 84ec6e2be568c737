"""The garbage collector runs rarely, and not when the process ends."""

import subprocess
import sys

_PROGRAM = """
import atexit, gc

class Cycle:
    def __init__(self):
        self.itself = self
    def __del__(self):
        print("collected")

atexit.register(lambda: print("frozen", gc.get_freeze_count() > 0))  # the last that is called
from generator.run.garbage_collection import collect_rarely
collect_rarely()
collect_rarely()
Cycle()
"""


def test_no_cycles_are_looked_for_at_the_end():
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["frozen True", ""]
