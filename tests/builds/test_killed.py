"""A build that is killed at any moment leaves the old site or the new one, and no edit is lost."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import killed
import machines
from program import tree

DRIVER = Path(killed.__file__)
EDITED = "An editor's own line that must never be lost.\n"
MOMENTS = 9  # spread over the whole build; `python tests/support/killed.py` runs any other


def run(fatal, project):
    command = [sys.executable, str(DRIVER), str(fatal), str(project), "build"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def change(project):
    """Do what an editor does between two builds: add, correct, remove, and edit a page by hand."""
    (project / "seeds/undated.yml").write_text("collected: 2025-08-30\ndate: 2025-08-27\n")
    (project / "seeds/single.txt").unlink()
    (project / "seeds/single.yml").unlink()
    text = "A new tram for Northport\n\nThe council of Northport bought a tram on Friday.\n"
    (project / "seeds/tram.txt").write_text(text)
    (project / "seeds/tram.yml").write_text("date: 2025-08-29\ncollected: 2025-08-30\n")
    (page,) = (project / "content/articles").rglob("harbour*.md")
    page.write_text(page.read_text() + EDITED)


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    """A built project, changed since."""
    project = tmp_path_factory.mktemp("killed") / "project"
    machines.write(project)
    for file in project.glob("seeds/*.yml"):
        if "collected" not in file.read_text():
            file.write_text(file.read_text() + "collected: 2025-08-30\n")
    assert run(0, project).returncode == 0
    change(project)
    return project


@pytest.fixture(scope="module")
def after(before, tmp_path_factory):
    """The same, built without a hitch; and how many file operations that takes."""
    project = tmp_path_factory.mktemp("killed") / "after"
    shutil.copytree(before, project)
    done = run(0, project)
    assert done.returncode == 0, done.stderr
    return project, int(done.stdout.split()[-1])


def check(project, before, after):
    """Hold what a killed build left against what was there and what should come."""
    old, new = tree(before / "site"), tree(after / "site")
    assert tree(project / "site") in (old, new)
    olds, news = tree(before / "content"), tree(after / "content")
    for path, data in tree(project / "content").items():
        if not Path(path).name.startswith("."):
            assert data in (olds.get(path), news.get(path)), path
    (page,) = (project / "content/articles").rglob("harbour*.md")
    assert page.read_text().endswith(EDITED)


@pytest.mark.parametrize("part", range(MOMENTS))
def test_a_build_killed_on_the_way(before, after, tmp_path, part):
    finished, operations = after
    fatal = 1 + part * (operations - 1) // (MOMENTS - 1)
    project = tmp_path / "project"
    shutil.copytree(before, project)
    assert run(fatal, project).returncode == -9
    check(project, before, finished)
    assert run(0, project).returncode == 0
    assert tree(project / "site") == tree(finished / "site")
    assert tree(project / "content") == tree(finished / "content")


def test_a_source_that_changes_after_the_kill_is_no_edit_by_hand(before, after, tmp_path):
    _, operations = after
    project = tmp_path / "project"
    shutil.copytree(before, project)
    killed_while_pages_are_written = operations // 12
    assert run(killed_while_pages_are_written, project).returncode == -9
    sidecar = project / "seeds/tram.yml"
    sidecar.write_text(sidecar.read_text() + "title: Two trams for Northport\n")
    done = run(0, project)
    assert done.returncode == 0
    assert done.stderr.count("changed by hand") == 1, done.stderr  # the editor's page alone
    assert not list(project.rglob(".writing-*"))
    clean = tmp_path / "clean"
    shutil.copytree(before, clean)
    (clean / "seeds/tram.yml").write_text(sidecar.read_text())
    assert run(0, clean).returncode == 0
    titles = [
        (folder / "site/articles.json").read_text().count("Two trams")
        for folder in (project, clean)
    ]
    assert titles[0] == titles[1] > 0
