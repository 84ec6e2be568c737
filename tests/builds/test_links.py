"""A project that came from a stranger: nothing outside of it is changed or published."""

import pytest

from program import digest, output

TEXT = "A headline about the harbour\n\n" + "The council met on Monday about the harbour. " * 6


@pytest.fixture
def project(tmp_path):
    (tmp_path / "project/seeds").mkdir(parents=True)
    (tmp_path / "project/seeds/one.txt").write_text(TEXT)
    return tmp_path / "project"


@pytest.fixture
def outside(tmp_path):
    folder = tmp_path / "outside"
    folder.mkdir()
    for name in ("precious.txt", "precious.json", "precious.md", "lock", ".writing-x"):
        (folder / name).write_text("precious secret words")
    return folder


def state(folder):
    files = {file: file.read_text() for file in folder.rglob("*") if file.is_file()}
    return files, set(folder.rglob("*"))


PLACES = (
    *("seeds", "content", "content/articles", ".cache", ".cache/understood", ".cache/analysed"),
    *(".cache/built", ".cache/replaced", "site", ".site-building", ".site-old"),
    *("site_config", "site_config/theme"),
)


@pytest.mark.parametrize("verb", [["build"], ["build", "--force"], ["clean"]])
@pytest.mark.parametrize("place", PLACES)
def test_a_link_in_place_of_a_folder_is_refused(project, outside, place, verb):
    link = project / place
    link.parent.mkdir(exist_ok=True)
    if place == "seeds":
        (project / "seeds/one.txt").unlink()
        link.rmdir()
    link.symlink_to(outside, target_is_directory=True)
    before, project_before = state(outside), set(project.rglob("*"))
    done = digest(project, *verb)
    assert done.returncode == 2 or verb == ["clean"]
    assert state(outside) == before
    if verb != ["clean"]:
        assert set(project.rglob("*")) == project_before
        assert place in done.stderr


def test_settings_of_mkdocs_as_a_link_are_refused(project, outside):
    (project / "mkdocs.yml").symlink_to(outside / "precious.txt")
    done = digest(project)
    assert done.returncode == 2
    assert "mkdocs.yml: is a link" in done.stderr


def test_the_lock_as_a_link_is_refused(project, outside):
    (project / ".cache").mkdir()
    (project / ".cache/lock").symlink_to(outside / "lock")
    assert digest(project).returncode == 2
    assert (outside / "lock").read_text() == "precious secret words"


def test_a_lock_with_a_second_name_is_not_emptied(project, outside):
    (project / ".cache").mkdir()
    (project / ".cache/lock").hardlink_to(outside / "precious.txt")
    done = digest(project)
    assert done.returncode == 3
    assert ".cache/lock" in done.stderr
    assert (outside / "precious.txt").read_text() == "precious secret words"


def test_a_file_with_a_second_name_is_replaced_and_not_written_through(project, outside):
    output(project)
    (page,) = (project / "content/articles").rglob("a-headline*.md")
    linked = [page, project / "content/.manifest.json", project / ".cache/drawn.json"]
    others = [outside / f"{number}" for number in range(len(linked))]
    for path, other in zip(linked, others, strict=True):
        other.hardlink_to(path)
    before = [other.read_bytes() for other in others]
    (project / "seeds/one.txt").write_text(TEXT + "More of it now.\n")
    output(project)
    assert [other.read_bytes() for other in others] == before


def test_a_folder_of_another_name_for_the_staging_is_not_removed(project):
    (project / ".site-building").mkdir()
    (project / ".site-building/mine.txt").write_text("mine")
    assert digest(project).returncode == 2
    assert (project / ".site-building/mine.txt").read_text() == "mine"


def test_files_outside_are_not_published(project, outside):
    page = "---\ntitle: Marmaduke\ndigest: {source: a.txt, sha256: x}\n---\nmarmaduke secret\n"
    (outside / "precious.md").write_text(page)
    (project / "content/articles/2025").mkdir(parents=True)
    for name in ("note.md", "articles/2025/note.md", "picture.png"):
        (project / "content" / name).symlink_to(outside / "precious.md")
    (project / "content/self.md").symlink_to("self.md")
    done = digest(project)
    said = done.stderr
    assert done.returncode in {0, 1}
    for name in ("note.md", "picture.png", "self.md"):
        assert f"{name}: is a link" in said
    for file in (project / "site").rglob("*"):
        assert not file.is_file() or b"armaduke" not in file.read_bytes(), file
    assert (outside / "precious.md").read_text() == page


def test_a_page_that_is_a_link_is_not_written_through(project, outside):
    output(project)
    (page,) = (project / "content/articles").rglob("a-headline*.md")
    text = page.read_bytes()
    page.unlink()
    (outside / "page.md").write_bytes(text)
    page.symlink_to(outside / "page.md")
    (project / "seeds/one.txt").write_text(TEXT + "More of it now.\n")
    done = digest(project, "build", "--force")
    assert done.returncode in {0, 1}
    assert (outside / "page.md").read_bytes() == text
    assert page.name in done.stderr
