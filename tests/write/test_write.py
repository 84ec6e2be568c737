"""What a person changed or wrote in content/ is kept."""

import pytest

from generator.models import Page
from generator.safe import UnsafePath
from generator.write import MANIFEST, Writer, changed_by_hand, foreign_pages

ONE = Page("articles/2025/one.md", {"title": "One"}, "Text of one.\n")
TWO = Page("articles/2025/two.md", {"title": "Two"}, "Text of two.\n")


def write(content, *pages, force=False, spared=()):
    writer = Writer(content, force)
    writer.put(pages)
    writer.finish(spared)
    return writer


def test_a_second_build_changes_no_byte(tmp_path):
    write(tmp_path, ONE, TWO)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    second = write(tmp_path, ONE, TWO)
    assert (second.written, len(second.unchanged)) == ([], 2)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before


def test_a_page_changed_by_hand_is_kept_until_forced(tmp_path):
    write(tmp_path, ONE)
    file = tmp_path / ONE.path
    file.write_text(file.read_text() + "An editor's line.\n")
    assert changed_by_hand(tmp_path) == [ONE.path]
    second = write(tmp_path, Page(ONE.path, ONE.front, "New text.\n"))
    assert second.kept == [ONE.path]
    assert "--force" in second.problems[0].message
    assert "An editor's line." in file.read_text()
    write(tmp_path, ONE, force=True)
    assert "An editor's line." not in file.read_text()


def test_a_changed_page_survives_the_removal_of_its_article(tmp_path):
    write(tmp_path, ONE, TWO)
    (tmp_path / ONE.path).write_text("by hand")
    last = write(tmp_path)
    assert last.removed == [TWO.path]
    assert (tmp_path / ONE.path).read_text() == "by hand"


def test_pages_written_by_hand_are_not_the_program_s(tmp_path):
    (tmp_path / "about.md").write_text("About us")
    write(tmp_path, ONE)
    assert foreign_pages(tmp_path) == {"about.md"}
    blocked = write(tmp_path, Page("about.md", {}, "generated"))
    assert (blocked.kept, (tmp_path / "about.md").read_text()) == (["about.md"], "About us")


def test_pages_of_unusable_articles_are_spared(tmp_path):
    write(tmp_path, ONE, TWO)
    assert write(tmp_path, TWO, spared={ONE.path}).removed == []
    assert write(tmp_path, TWO).removed == [ONE.path]


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"pages": 3}'])
def test_without_its_record_the_program_overwrites_nothing(tmp_path, manifest):
    write(tmp_path, ONE)
    (tmp_path / MANIFEST).write_text(manifest)
    (tmp_path / ONE.path).write_text("by hand")
    assert write(tmp_path, ONE, TWO).kept == [ONE.path]
    assert (tmp_path / ONE.path).read_text() == "by hand"


def test_everything_written_can_be_removed_and_nothing_else(tmp_path):
    (tmp_path / "about.md").write_text("About us")
    write(tmp_path, ONE, TWO)
    Writer(tmp_path).remove_all()
    assert [file.name for file in tmp_path.rglob("*")] == ["about.md"]


def test_no_page_leaves_the_folder(tmp_path):
    with pytest.raises(UnsafePath):
        write(tmp_path / "content", Page("../elsewhere.md", {}, "x"))
