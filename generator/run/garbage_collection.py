"""How often Python collects unreachable objects that refer to each other."""

from __future__ import annotations

import atexit
import gc

_OBJECTS = 20_000  # created before the collector runs; Python's default is 700
_YOUNG, _OLD = 10, 10  # how often it runs before it examines older objects as well


def collect_rarely() -> None:
    """Let the collector run less often: a build makes many objects, of which few form cycles.

    At Python's default it takes a tenth of the time of an analysis, a twentieth of a build's. When
    the process ends, it does not look for cycles among all objects: that takes half a second after
    a build, and the system takes the memory back anyway.
    """
    gc.set_threshold(_OBJECTS, _YOUNG, _OLD)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
