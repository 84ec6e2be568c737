"""Results of earlier runs are trusted only if this user's own runs made them.

A project may come from a stranger with its `.cache`. So each result is sealed with a key that lies
outside of every project, in the user's own folder for such state; a result without the right seal
counts as absent. Where that folder can't be written, a run trusts only its own results.
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
_OTHERS = 0o077  # rights of all but the owner


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
        return _kept(_folder() / "cache.key")
    except (OSError, RuntimeError):  # no home, or none that can be written
        return secrets.token_bytes(_SIZE)


def _kept(path: Path) -> bytes:
    """Return the key in a file; runs that find none make one, and all of them use the same."""
    if (key := _read(path)) is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.create(path, secrets.token_bytes(_SIZE))
        key = _read(path)
    return secrets.token_bytes(_SIZE) if key is None else key


def _read(path: Path) -> bytes | None:
    """Return the key in a file; remove one that is torn, a link, or known to other users."""
    try:
        others = path.lstat().st_mode & _OTHERS if os.name == "posix" else 0
        key = b"" if others else files.read(path, _SIZE + 1)
    except FileNotFoundError:
        return None
    if len(key) == _SIZE:
        return key
    path.unlink()
    return None


def _folder() -> Path:
    stated = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA") or ""
    # A relative one would be in the project (XDG Base Directory Specification: it is invalid).
    state = Path(stated) if Path(stated).is_absolute() else Path.home() / ".local/state"
    return state / "briefing-digest"
