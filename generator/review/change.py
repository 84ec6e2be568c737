"""A change of a sidecar, and how it is shown. Pure."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

_BEFORE = 3  # unchanged lines around a change


@dataclass(frozen=True, slots=True)
class Change:
    """The text of a sidecar before and after; `path` is below seeds/, None means no file."""

    path: str
    before: str | None
    after: str | None

    def diff(self) -> tuple[str, ...]:
        """Return the change as lines of a unified diff, without line ends."""
        before = (self.before or "").splitlines()
        after = (self.after or "").splitlines()
        names = (
            "/dev/null" if self.before is None else f"seeds/{self.path}",
            "/dev/null" if self.after is None else f"seeds/{self.path}",
        )
        return tuple(difflib.unified_diff(before, after, *names, n=_BEFORE, lineterm=""))

    def undone(self) -> Change:
        """Return the change that reverts this one."""
        return Change(self.path, self.after, self.before)
