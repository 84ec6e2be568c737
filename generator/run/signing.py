"""Signs results of runs, so that only those made by this user's own runs are trusted.

A project may come from an untrusted source together with its `.cache`. So each result is signed
(HMAC) with a key outside the project, in the user's state folder; a result without a valid
signature counts as absent. If that folder can't be written, a run trusts only its own results.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.run import files

SIZE = hashlib.sha256().digest_size
_OTHERS = 0o077  # permissions of group and others


def sign(data: bytes, name: str) -> bytes:
    """Return data preceded by its signature; `name` identifies the result and is signed too."""
    return signature([data], name) + data


def unsign(signed: bytes, name: str) -> bytes | None:
    """Return the data signed under a name, None if this user did not sign it under this name."""
    data = signed[SIZE:]
    return data if is_signed(signed[:SIZE], [data], name) else None


def is_signed(found: bytes, parts: Iterable[bytes], name: str) -> bool:
    """Return whether a signature is this user's for data, given in parts, under a name."""
    return hmac.compare_digest(found, signature(parts, name))


def signature(parts: Iterable[bytes], name: str) -> bytes:
    """Return the signature of data, given in parts; it has `SIZE` bytes."""
    found = hmac.new(
        _key(), hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest(), "sha256"
    )
    for part in parts:
        found.update(part)
    return found.digest()


def secret_word(purpose: str) -> str:
    """Return hexadecimal digits that nobody else can know, the same in all runs of this user."""
    return signature([], purpose).hex()


@cache
def _key() -> bytes:
    try:
        return _kept(_folder() / "cache.key")
    except (OSError, RuntimeError):  # no home, or none that can be written
        return secrets.token_bytes(SIZE)


def _kept(path: Path) -> bytes:
    """Return the key in a file, created if missing; concurrent runs agree on one key."""
    if (key := _read(path)) is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        files.create(path, secrets.token_bytes(SIZE))
        key = _read(path)
    return secrets.token_bytes(SIZE) if key is None else key


def _read(path: Path) -> bytes | None:
    """Return the key in a file; remove one that is incomplete, a link, or readable by others."""
    try:
        others = path.lstat().st_mode & _OTHERS if os.name == "posix" else 0
        key = b"" if others else files.read(path, SIZE + 1)
    except FileNotFoundError:
        return None
    if len(key) == SIZE:
        return key
    path.unlink()
    return None


def _folder() -> Path:
    stated = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA") or ""
    # A relative one would be in the project (XDG Base Directory Specification: it is invalid).
    state = Path(stated) if Path(stated).is_absolute() else Path.home() / ".local/state"
    return state / "briefing-digest"
