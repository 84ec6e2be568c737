"""What understanding a saved page of 200 KB costs: a part of `make bench`."""

from __future__ import annotations

import datetime as dt
import random
import statistics
import time

import newsroom
from generator.config import Limits
from generator.models import Source
from generator.understand import understand

SIZE, PAGES = 200_000, 15
_LINK = '<li class="c-teaser c-teaser--small" data-id="{n}"><a href="/news/{n}">{text}</a></li>\n'


def milliseconds() -> float:
    """Return the median CPU milliseconds of understanding a page of `SIZE` bytes."""
    sources = [Source(f"{n}.html", page(n).encode(), "", dt.date(2026, 1, 1)) for n in range(PAGES)]
    understand(sources[0], Limits())  # loads the models
    return statistics.median(map(_cost, sources))


def page(seed: int) -> str:
    """Return a page as sites make them: an article among lists of links, scripts and styles."""
    chance = random.Random(seed)
    _, text = next(newsroom.articles(1, seed))
    title, *_, body = text.split("\n", 4)
    paragraphs = "".join(f"<p class='text'>{line}</p>\n" for line in body.split("\n") if line)
    links = "".join(_LINK.format(n=n, text=chance.choice(newsroom.SENTENCES)) for n in range(300))
    shell = (
        f"<!doctype html><html lang='en'><head><title>{title} | Gazette</title><style>{{css}}"
        f"</style></head><body><nav><ul>{links}</ul></nav><main><article><h1>{title}</h1>"
        f"<time datetime='2025-08-29'>29 August 2025</time>{paragraphs}</article></main>"
        f"<aside><ul>{links}</ul></aside></body></html>"
    )
    rule = ".c-teaser--small > a { color: #123456; margin: 0 }\n"
    return shell.replace("{css}", rule * ((SIZE - len(shell)) // len(rule)))


def _cost(source: Source) -> float:
    start = time.process_time()
    understand(source, Limits())
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    print(f"a page of {SIZE // 1000} KB costs {milliseconds():.0f} ms CPU")
