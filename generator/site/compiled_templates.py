"""Caches compiled templates: compiling the theme's takes longer than building a small site.

Compiled templates are code, so they are signed (see `signing`) and cached for one version of the
program and its libraries.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.run import files
from generator.run.cache import fingerprint
from generator.run.signing import sign, unsign

_FOLDER = "templates"  # in the cache
_SUFFIX = ".bin"


class CompiledTemplates(BytecodeCache):
    """The compiled templates of an environment, one file each in `folder`; None keeps nothing.

    A template's file is named after everything that it was compiled from: its source, which Jinja
    gives, and what of the environment changes the result.
    """

    def __init__(self, env: Environment, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[str] = set()
        options = env.trim_blocks, env.lstrip_blocks, env.keep_trailing_newline
        self._compiler = repr((fingerprint("site", "compose"), options, sorted(env.extensions)))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the cached template into a bucket, if there is one."""
        if path := self._path(bucket):
            with contextlib.suppress(OSError):
                data = unsign(files.read(path), path.name)
                if data is not None:
                    bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Cache a compiled template."""
        if path := self._path(bucket):
            files.write(path, sign(bucket.bytecode_to_string(), path.name))

    def prune(self) -> None:
        """Remove the templates that this build has not used."""
        if self._folder:
            files.remove(
                self._folder, lambda path: path.endswith(_SUFFIX) and path not in self._used
            )

    def _path(self, bucket: Bucket) -> Path | None:
        if self._folder is None:
            return None
        made_from = repr((self._compiler, bucket.key, bucket.checksum))
        path = self._folder / f"{hashlib.sha256(made_from.encode()).hexdigest()}{_SUFFIX}"
        self._used.add(str(path))
        return path


def keep_compiled(env: Environment, cache: Path | None) -> CompiledTemplates:
    """Make an environment cache its compiled templates in a folder."""
    found = CompiledTemplates(env, cache and cache / _FOLDER)
    env.bytecode_cache = found
    return found
