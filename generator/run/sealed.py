"""Results of earlier runs are believed only if this user's own runs made them.

A project may come from a stranger with its `.cache`. So each result is sealed with a key that lies
outside of every project, in the user's own folder for such state; a result without the right seal
counts as absent. Where that folder can't be written, a run believes only what it made itself.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

from generator.run import files

_SIZE = hashlib.sha256().digest_size


def seal(data: bytes, name: str) -> bytes:
    """Return data with its seal before it; `name` is what the data is the result of."""
    return _mac(data, name) + data


def unseal(sealed: bytes, name: str) -> bytes | None:
    """Return the data that was sealed under a name, None if this user has not sealed it so."""
    data = sealed[_SIZE:]
    return data if hmac.compare_digest(sealed[:_SIZE], _mac(data, name)) else None


def _mac(data: bytes, name: str) -> bytes:
    message = hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest() + data
    return hmac.digest(_key(), message, "sha256")


@cache
def _key() -> bytes:
    try:
        path = _folder() / "cache.key"
        if not path.exists():
            files.write(path, secrets.token_bytes(_SIZE), mode=0o600)
        key = files.read(path)
    except (OSError, RuntimeError):  # no home, or none that can be written
        key = b""
    return key if len(key) == _SIZE else secrets.token_bytes(_SIZE)


def _folder() -> Path:
    state = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(state or Path.home() / ".local/state", "briefing-digest")
