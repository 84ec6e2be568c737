"""What understanding a pasted page of 5 KB costs: a part of `make bench`."""

from __future__ import annotations

import datetime as dt
import statistics
import time

import newsroom
from generator.config import Limits
from generator.models import Source
from generator.understand import understand

SIZE, PAGES = 5_000, 40


def milliseconds() -> float:
    """Return the median CPU milliseconds of understanding a pasted page of about `SIZE` bytes."""
    sources = [Source(f"{n}.txt", page(n).encode(), "", dt.date(2026, 1, 1)) for n in range(PAGES)]
    understand(sources[0], Limits())  # loads the models
    return statistics.median(map(_cost, sources))


def page(seed: int) -> str:
    """Return an article and the lines of a page around it."""
    _, text = next(newsroom.articles(1, seed))
    lines = text.split("\n")
    while len("\n".join(lines)) < SIZE:
        lines += [f"{line} ({len(lines)})" for line in lines[-6:]]
    menu = ["Home", "News", "Search", "Log in"]
    return "\n".join([*menu, *lines, "Share", "Read more", "Comments", "Privacy policy"])


def _cost(source: Source) -> float:
    start = time.process_time()
    understand(source, Limits())
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    print(f"a pasted page of {SIZE // 1000} KB costs {milliseconds():.1f} ms CPU")
