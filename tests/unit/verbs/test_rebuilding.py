"""What `serve` builds again: what someone changed, not what the build itself wrote."""

import _thread
import argparse
import threading
from pathlib import Path

import pytest

from generator.content.writer import Writer
from generator.models import Page
from generator.review.session import ReviewSession
from generator.run.console import Console
from generator.verbs import serve
from generator.verbs.build import options_of
from serving import free_port

PAGE = Page("articles/a.md", {"title": "A"}, "Text\n")


class Builds:
    """Stands for `build`: counts, writes a page, and lets someone edit meanwhile."""

    def __init__(self, project):
        self.project = project
        self.count = 0
        self.edits = []

    def __call__(self, *_):
        self.count += 1
        writer = Writer(self.project / "content")
        writer.put([PAGE] if (self.project / "seeds/a.txt").exists() else [])
        writer.finish(())
        if self.edits:
            self.edits.pop()()


@pytest.fixture
def builds(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text("text")
    found = Builds(tmp_path)
    monkeypatch.setattr(serve, "build", found)
    return found


@pytest.fixture
def project(builds):
    args = argparse.Namespace(project=builds.project, site_dir=None, strict=False, jobs=1)
    return serve.ServedProject(options_of(args), Console(quiet=True), ReviewSession(builds.project))


def test_files_that_the_build_wrote_or_removed_trigger_no_build(builds, project):
    project.build()
    project.build()
    assert builds.count == 1
    (builds.project / "seeds/a.txt").unlink()
    project.build()
    project.build()
    assert builds.count == 2
    assert not (builds.project / "content/articles").exists()


EDITS = {
    "an article": lambda root: (root / "seeds/a.txt").write_text("longer text"),
    "a new article": lambda root: (root / "seeds/b.txt").write_text("text"),
    "a removed article": lambda root: (root / "seeds/a.txt").unlink(),
    "a page": lambda root: (root / "content/articles/a.md").write_text("edited"),
    "a page of one's own": lambda root: (root / "content/about.md").write_text("own"),
    "a removed page": lambda root: (root / "content/articles/a.md").unlink(),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_changes_during_a_build_trigger_another_build(builds, project, edit):
    builds.edits = [lambda: edit(builds.project)]
    project.build()
    project.build()
    project.build()
    assert builds.count == 2


def test_what_is_changed_during_the_first_build_is_built_when_serving_begins(builds, monkeypatch):
    def second(*_):
        monkeypatch.setattr(serve, "build", builds)
        builds()
        raise KeyboardInterrupt

    def first(*_):
        monkeypatch.setattr(serve, "build", second)
        builds()
        EDITS["an article"](builds.project)

    monkeypatch.setattr(serve, "build", first)
    arguments = argparse.Namespace(
        project=builds.project, site_dir=None, strict=False, jobs=1, port=free_port(), open=False
    )
    patience = threading.Timer(20, _thread.interrupt_main)
    patience.start()
    assert serve.run(arguments, Console(quiet=True)) == 0
    patience.cancel()
    assert builds.count == 2


@pytest.mark.parametrize("error", [KeyError("absent"), PermissionError(13, "Permission denied")])
def test_a_failed_build_does_not_end_serve(project, monkeypatch, capsys, error):
    def failing(*_):
        raise error

    monkeypatch.setattr(serve, "build", failing)
    project.build()
    assert str(error).partition("]")[2] in capsys.readouterr().err
    assert isinstance(project.options.project, Path)


def test_broken_settings_do_not_end_serve(builds, project, monkeypatch, capsys):
    monkeypatch.undo()
    (builds.project / "site_config").mkdir()
    (builds.project / "site_config/digest.yml").write_text("keywords: {always: [a, b\n")
    project.build()
    assert "digest.yml, line 1" in capsys.readouterr().err


def test_settings_that_are_broken_during_a_build_do_not_end_serve(builds, project, capsys):
    settings = builds.project / "site_config/digest.yml"
    settings.parent.mkdir()
    builds.edits = [lambda: settings.write_text("keywords: {always: [a, b\n")]
    project.build()
    assert "digest.yml, line 1" in capsys.readouterr().err
