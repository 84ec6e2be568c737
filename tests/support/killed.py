"""Runs a verb and kills the process at the k-th file operation inside the project.

python tests/support/killed.py K PROJECT VERB [ARGUMENT...]; with K = 0 it only counts.
"""

import os
import signal
import sys

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Operations:
    """Counts what changes files below a folder; at the k-th, the process is gone."""

    def __init__(self, fatal: int, project: str) -> None:
        self.fatal = fatal
        self.project = project
        self.count = 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if not (isinstance(flags, int) and flags & WRITING):
                return
        elif event in CHANGES:
            path = args[0]
        elif event == "ctypes.dlsym" and "renameat2" in args:
            path = self.project  # the exchange of the sites
        else:
            return
        if isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self.project):
            self.count += 1
            if self.count == self.fatal:
                os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    operations = Operations(int(sys.argv[1]), os.path.realpath(sys.argv[2]))
    sys.addaudithook(operations)
    from generator.cli import main

    code = main([sys.argv[3], "-C", sys.argv[2], "--jobs", "1", *sys.argv[4:]])
    print("operations", operations.count)
    sys.exit(code)
