"""The names in the articles of a run, cached for articles whose analysis has not changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.models import Analysis
from generator.relate.names_in_article import Names
from generator.run.cache import fingerprint
from generator.run.disk_list import DiskList
from generator.run.kept_values import KeptValues

FILE = "names.bin"  # in the cache


def names_of(
    analyses: Sequence[Analysis], keys: Sequence[str], cache: Path | None, scratch: Path | None
) -> Sequence[Names]:
    """Return the names in each article; `keys` identify the analyses."""
    kept: KeptValues[Names] = KeptValues(cache and cache / FILE, fingerprint("relate"))
    found = DiskList(_found(analyses, keys, kept), scratch)
    kept.save()
    return found


def _found(
    analyses: Sequence[Analysis], keys: Sequence[str], kept: KeptValues[Names]
) -> Iterator[Names]:
    for at, key in enumerate(keys):
        names = kept.get(key)
        if names is None:
            names = Names.of(analyses[at].candidates)
            kept.put(key, names)
        yield names
