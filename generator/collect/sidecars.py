"""The sidecars that tell from where a file was fetched, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.collect.web import Fetched, Known
from generator.config import Sidecar
from generator.run import files
from generator.validation import ConfigError, parse

_LARGEST = 100_000  # bytes of a sidecar, as builds have it


@dataclass(frozen=True, slots=True)
class Seen(Known):
    """An earlier fetch: the file it gave, and what the server said to recognise it by."""

    name: str
    fetched: str


def last_fetch(seeds: Path, address: str) -> Seen | None:
    """Return the latest fetch from an address, or of what is known by it, by the sidecars."""
    return max(
        _fetches(seeds, address), key=lambda fetch: (fetch.fetched, fetch.name), default=None
    )


def sidecar_text(address: str, shown: str, found: Fetched, now: dt.datetime) -> str:
    """Return the sidecar of a fetched file: addresses, time and what recognises it, as YAML.

    `address` is the one asked for, `shown` the one that readers get.
    """
    stated = {
        "url": shown,
        "fetched_from": address if address != shown else None,
        "collected": now.date(),
        "fetched": now.isoformat(timespec="seconds"),
        "etag": found.etag,
        "last_modified": found.last_modified,
        "charset": found.charset,
    }
    known = {key: value for key, value in stated.items() if value is not None}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False)


def _fetches(seeds: Path, address: str) -> Iterator[Seen]:
    for sidecar in sorted(seeds.rglob("*.yml")):
        try:
            text = files.read(sidecar, _LARGEST).decode("utf-8", "replace")
        except OSError:  # a link, a pipe: `check` names it
            continue
        if address not in text or "fetched" not in text:
            continue  # most sidecars are not worth parsing
        try:
            known = parse(Sidecar, text, sidecar.name)
        except ConfigError:
            continue
        article = _article(sidecar)
        if address in {known.url, known.fetched_from} and known.fetched and article:
            name = article.relative_to(seeds).as_posix()
            yield Seen(known.etag, known.last_modified, name, known.fetched)


def _article(sidecar: Path) -> Path | None:
    beside = sorted(sidecar.parent.glob(f"{sidecar.stem}.*"))
    return next((file for file in beside if file.suffix.lower() not in {".yml", ".yaml"}), None)
