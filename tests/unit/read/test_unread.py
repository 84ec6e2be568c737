"""A file that is as in the last build is not read, unless its result is not known."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Limits
from generator.models import Problem, Source
from generator.read import Changed, read, read_unread
from generator.run import files
from generator.run.file_hashes import Digests


def found(root: Path, digests: Digests, limits: Limits | None = None) -> list[Source | Problem]:
    return list(read(root, limits or Limits(), {}, digests=digests))


def known(root: Path) -> Digests:
    digests = Digests()
    for path in root.iterdir():
        digests.of(path)
    return digests


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"The text of {name}.\n", encoding="utf-8")
    return tmp_path


def test_only_a_changed_file_is_read(root, monkeypatch):
    digests, before = known(root), found(root, Digests())
    (root / "b.txt").write_text("Another text.\n", encoding="utf-8")
    opened, plain = [], files.read
    monkeypatch.setattr(
        files, "read", lambda path, *rest: opened.append(path) or plain(path, *rest)
    )
    first, second = found(root, digests)
    assert opened == [root / "b.txt"]
    assert first.unread
    assert repr(first) == repr(replace(before[0], data=b""))  # the key of its result
    assert (second.data, second.unread) == (b"Another text.\n", False)
    assert read_unread(root, first) == before[0]


def test_a_file_that_changes_during_a_build_is_noticed(root):
    first, _ = found(root, known(root))
    (root / "a.txt").write_text("Another text.\n", encoding="utf-8")
    with pytest.raises(Changed, match=r"a\.txt has been changed"):
        read_unread(root, first)


def test_an_unread_file_may_be_too_big(root):
    first, _ = found(root, known(root), Limits(file_megabytes=0.000_005))
    assert isinstance(first, Problem)


def test_a_link_to_an_unchanged_file_is_followed(root):
    digests = known(root)
    (root / "c.txt").symlink_to(root / "a.txt")
    linked = found(root, digests)[2]
    assert (linked.data, linked.unread) == (b"The text of a.txt.\n", False)
