"""What is understood of a text, as if it lay in a file."""

from __future__ import annotations

import datetime as dt
import json
from types import ModuleType

from generator.config import Limits
from generator.models import Article, Source, Understood
from generator.understand import understand

DAY = dt.date(2025, 9, 1)


def source(name: str, data: object, collected: dt.date = DAY, **sidecar: object) -> Source:
    """Return a collected file: bytes, a text, or else the JSON of a value."""
    if not isinstance(data, bytes):
        data = (data if isinstance(data, str) else json.dumps(data)).encode()
    return Source(name, data, "0" * 64, collected, sidecar)


def read(
    name: str,
    data: object,
    reader: ModuleType | None = None,
    *,
    limits: Limits | None = None,
    collected: dt.date = DAY,
    **sidecar: object,
) -> Understood:
    """Return what is understood of a file; a given reader must accept it, else any may."""
    file = source(name, data, collected, **sidecar)
    if reader is None:
        return understand(file, limits or Limits())
    assert reader.accepts(file)
    found: Understood = reader.read(file, limits or Limits())
    return found


def article_of(
    name: str, data: object, reader: ModuleType | None = None, **more: object
) -> Article:
    """Return the one article of a file; the arguments are those of `read`."""
    (article,) = read(name, data, reader, **more).articles  # type: ignore[arg-type]
    return article


def texts(article: Article) -> list[str]:
    """Return the texts of an article's blocks."""
    return [block.text for block in article.blocks]
