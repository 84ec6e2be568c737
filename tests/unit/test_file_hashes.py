"""A file is read again only where its size or times differ from those that were recorded."""

import os

import pytest

from generator.run import file_hashes
from generator.run.file_hashes import Digests, sha256, state_of


@pytest.fixture
def page(tmp_path):
    page = tmp_path / "page.md"
    page.write_bytes(b"A bridge")
    return page


def recorded(page):
    """Return digests as the last build left them, with a value that no reading gives."""
    return Digests({str(page): (state_of(page.stat()), "as recorded")})


def test_a_file_that_nobody_touched_is_not_read(page):
    assert recorded(page).of(page) == "as recorded"


def test_a_changed_file_is_read_even_if_its_size_and_time_are_the_same(page):
    known, before = recorded(page), page.stat()
    page.write_bytes(b"A tunnel")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert known.of(page) == sha256(b"A tunnel")


def test_a_file_is_read_once_in_a_build(page, monkeypatch):
    found = Digests()
    assert found.of(page) == sha256(b"A bridge")
    monkeypatch.setattr(file_hashes.files, "read", None)
    assert found.of(page) == sha256(b"A bridge")


def test_what_is_no_regular_file_has_none(page, tmp_path):
    (tmp_path / "link.md").symlink_to(page)
    assert [Digests().of(tmp_path / name) for name in ("link.md", "none.md", ".")] == [None] * 3


def test_what_a_stage_has_written_it_may_note(page):
    found = Digests()
    found.note(page, "as written")
    assert found.noted(str(page)) == "as written"
    assert found.noted("another") is None
