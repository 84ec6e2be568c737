"""What a person changed or wrote in content/ is kept."""

import pytest

from generator.content.manifest import MANIFEST, changed_by_hand, foreign_pages
from generator.content.page_hashes import Known
from generator.content.writer import Writer
from generator.models import Page
from generator.run import files
from generator.sanitize import UnsafePath

ONE = Page("articles/2025/one.md", {"title": "One"}, "Text of one.\n")
TWO = Page("articles/2025/two.md", {"title": "Two"}, "Text of two.\n")


def write(content, *pages, force=False, spared=()):
    writer = Writer(content, content.parent / ".cache/replaced" if force else None)
    writer.put(pages)
    writer.finish(spared)
    return writer


@pytest.fixture
def content(tmp_path):
    return tmp_path / "content"


def test_a_second_build_changes_no_byte(tmp_path):
    write(tmp_path, ONE, TWO)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}
    second = write(tmp_path, ONE, TWO)
    assert (second.written, len(second.unchanged)) == ([], 2)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before


def test_a_page_changed_by_hand_is_kept_until_forced(content):
    write(content, ONE)
    file = content / ONE.path
    file.write_text(file.read_text() + "An editor's line.\n")
    assert changed_by_hand(content) == [ONE.path]
    second = write(content, Page(ONE.path, ONE.front, "New text.\n"))
    assert second.kept == second.by_hand == [ONE.path]
    assert "An editor's line." in file.read_text()
    write(content, ONE, force=True)
    assert "An editor's line." not in file.read_text()


@pytest.mark.parametrize("before", [[ONE], []])
@pytest.mark.parametrize("force", [False, True])
def test_a_page_that_somebody_saves_as_it_is_written_is_not_lost(
    content, monkeypatch, before, force
):
    write(content, *before)
    really = files.replace

    def late(path, data, ours):
        monkeypatch.undo()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("An editor's line.\n")
        return really(path, data, ours)

    monkeypatch.setattr(files, "replace", late)
    new = Page(ONE.path, ONE.front, "New text.\n")
    second = write(content, new, force=force)
    assert second.kept == ([] if force and before else [ONE.path])
    texts = [file.read_text() for file in content.parent.rglob("*.md")]
    assert "An editor's line.\n" in texts


def test_a_page_that_is_replaced_is_named_and_each_copy_of_it_stays(content):
    for line in ("First thoughts.", "Second thoughts."):
        write(content, ONE)
        (content / ONE.path).write_text(line)
        (problem,) = write(content, ONE, TWO, force=True).problems
        assert (problem.source, problem.level) == (f"content/{ONE.path}", "warning")
        named = content.parent / problem.message.rsplit(" ", 1)[-1].removesuffix(".")
        assert named.read_text() == line
    copies = (content.parent / ".cache/replaced").rglob("*.md")
    assert sorted(copy.read_text() for copy in copies) == ["First thoughts.", "Second thoughts."]


@pytest.mark.parametrize("force", [False, True])
def test_a_page_by_hand_is_never_overwritten(content, force):
    (content / "sections").mkdir(parents=True)
    own = content / "sections/city.md"
    own.write_text("---\ntitle: Our city\n---\nOur own page.\n")
    for _ in range(2):
        found = write(content, ONE, Page("sections/city.md", {}, "generated"), force=force)
        assert "Our own page." in own.read_text()
        (problem,) = found.problems
        assert "Rename or remove the file" in problem.message
        assert "--force" not in problem.message


def test_without_its_record_a_page_of_the_program_can_be_had_again(content):
    drawn = Page(ONE.path, {"title": "One", "digest": {"drawn": "x"}}, "Text.\n")
    write(content, drawn)
    (content / MANIFEST).unlink()
    anew = Page(drawn.path, drawn.front, "New text.\n")
    assert write(content, anew).written == [ONE.path]
    (content / MANIFEST).unlink()
    (content / ONE.path).write_text((content / ONE.path).read_text() + "By hand.\n")
    assert write(content, drawn).by_hand == [ONE.path]
    write(content, drawn, force=True)
    assert "By hand." not in (content / ONE.path).read_text()


def test_without_its_record_obsolete_pages_go_and_edited_ones_stay(content):
    own = {"title": "One", "digest": {"drawn": "x"}}
    old, edited = Page("a/old.md", own, "Text.\n"), Page("a/edited.md", own, "Text.\n")
    write(content, old, edited)
    (content / MANIFEST).unlink()
    (content / edited.path).write_text("By hand.\n")
    assert write(content).removed == [old.path]
    assert (content / edited.path).read_text() == "By hand.\n"


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


def test_pages_of_unusable_articles_are_kept(tmp_path):
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


def test_a_changed_page_stays_known_when_the_others_are_removed(content):
    write(content, ONE, TWO)
    (content / ONE.path).write_text("by hand")
    Writer(content).remove_all()
    assert changed_by_hand(content) == [ONE.path]
    assert foreign_pages(content) == set()


def test_nothing_is_made_where_there_is_nothing_to_remove(content):
    Writer(content).remove_all()
    assert not content.exists()


def test_no_page_leaves_the_folder(tmp_path):
    with pytest.raises(UnsafePath):
        write(tmp_path / "content", Page("../elsewhere.md", {}, "x"))


def test_the_digest_of_a_page_that_this_build_made_is_known():
    """So the entry of a new article is recorded with it, and the page is not read back."""
    known = Known(None)
    assert known.digest("source") is None
    known.note("source", "digest")
    assert known.digest("source") == "digest"
