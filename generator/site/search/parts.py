"""The files of the index: scripts named by their content. Pure.

They are scripts instead of JSON, as in Doxygen and Sphinx, because a page that was opened from disk
cannot fetch files. A name contains a hash of the content: an index in a browser's cache is never
combined with parts of a later one, and an unchanged part keeps its name.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass

NAME_LENGTH = 8  # characters (base 32, five bits each) of the digest in a file's name


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the index; `name` identifies it among those of its kind."""

    kind: str
    name: str
    data: str

    @property
    def file(self) -> str:
        """Return the part's file, relative to the folder of the index."""
        return f"{self.kind}/{self.name}.js"

    @property
    def script(self) -> bytes:
        """Return the content of the part's file."""
        return script(f"{self.kind}/{self.name}", self.data)


def part(kind: str, value: object) -> Part:
    """Return a value as a part of the index."""
    data = as_json(value)
    return Part(kind, hashed(data), data)


def as_json(value: object) -> str:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def hashed(data: str) -> str:
    """Return the name of a part with this content: 40 bits, the same on any file system."""
    content = data.encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(content, digest_size=NAME_LENGTH * 5 // 8).digest()
    return base64.b32encode(digest).decode("ascii").lower()


def script(name: str, data: str) -> bytes:
    """Return a script that passes a value, as JSON, to the search page."""
    return f"digestSearch.put({json.dumps(name)},{data});\n".encode()
