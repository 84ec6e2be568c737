"""A build is repeated unless all that changed while it ran was its own work."""

import pytest

from generator.run.file_hashes import sha256
from generator.run.last_build import LastBuild
from generator.run.report import Outcome


@pytest.fixture
def last(tmp_path):
    for name in ("content/edited.md", "content/old.md", "content/own.md", "seeds/one.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("As it was.")
    return LastBuild(tmp_path / ".cache/built.json", tmp_path, tmp_path / "site", (), (), None)


def write(last, content):
    """Do as a build does: write a page, remove one, and write the record of pages."""
    (content / "own.md").write_text("As it is now.")
    last.digests.wrote(content / "own.md", sha256(b"As it is now."))
    (content / "old.md").unlink()
    last.digests.removed(content / "old.md")
    (content / ".manifest.json").write_text("{}")


def test_what_a_build_writes_itself_is_no_change(last, tmp_path):
    write(last, tmp_path / "content")
    last.wrote("content")
    last.keep(Outcome({}, ()))
    assert (tmp_path / ".cache/built.json").is_file()


@pytest.mark.parametrize("name", ["content/edited.md", "content/own.md", "content/new.md"])
def test_a_file_that_somebody_saves_meanwhile_is_a_change(last, tmp_path, name):
    write(last, tmp_path / "content")
    (tmp_path / name).write_text("An editor's line.")
    last.wrote("content")
    last.keep(Outcome({}, ()))
    assert not (tmp_path / ".cache/built.json").exists()


def test_a_page_that_somebody_removes_meanwhile_is_a_change(last, tmp_path):
    write(last, tmp_path / "content")
    (tmp_path / "content/edited.md").unlink()
    last.wrote("content")
    last.keep(Outcome({}, ()))
    assert not (tmp_path / ".cache/built.json").exists()
