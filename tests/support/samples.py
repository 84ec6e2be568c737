"""How many cases the tests in `tests/builds` try: a sample, or with `BUILD_CASES=all` far more."""

import os

ALL = os.environ.get("BUILD_CASES") == "all"


def size(sample: int, more: int) -> int:
    """Return how many cases to try: so many, or with `BUILD_CASES=all` (`make audit`) more."""
    return more if ALL else sample
