"""The sidecars that record where and when a file was fetched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.collect.http_fetch import Fetched, Known
from generator.config import Sidecar
from generator.run import files
from generator.validation import ConfigError, parse

_LARGEST = 100_000  # bytes of a sidecar; the same limit as in builds


@dataclass(frozen=True, slots=True)
class Seen(Known):
    """An earlier fetch: its file, and the validators that the server sent."""

    name: str
    fetched: str


def last_fetch(seeds: Path, address: str) -> Seen | None:
    """Return the latest fetch of an address, requested or public, recorded in sidecars, or None."""
    return max(
        _fetches(seeds, address), key=lambda fetch: (fetch.fetched, fetch.name), default=None
    )


def sidecar_text(address: str, shown: str, found: Fetched, now: dt.datetime) -> str:
    """Return the sidecar of a fetched file as YAML: addresses, time and validators.

    `address` is the one requested, `shown` the one that readers see.
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
            continue  # most sidecars need not be parsed
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
