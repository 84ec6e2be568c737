"""Where nothing has changed nothing is done; whatever changes, a build sees it."""

import contextlib
import os
import subprocess
import sys

import pytest

import newsroom
from generator.content import writer
from generator.project import Options, build
from generator.run.folder_checks import Misplaced
from generator.run.report import Report
from generator.site.theme import THEME

MKDOCS = """
site_name: !ENV [DIGEST_NAME, One]
theme: {{name: material, font: false, custom_dir: "{theme}"}}
plugins: [digest]
"""


def run(project, **options):
    """Build; return the report."""

    @contextlib.contextmanager
    def progress(_stage, _steps):
        yield lambda: None

    report = Report()
    build(Options(project, project / "site", jobs=1, **options), report, progress)
    return report


def test_results_of_redo_are_kept_for_the_next_build(tmp_path):
    newsroom.write(tmp_path / "seeds", 3)
    run(tmp_path)
    results = tmp_path / ".cache/understood"
    before = {file: file.stat().st_ino for file in results.rglob("*.bin")}
    run(tmp_path, redo=True)
    after = {file: file.stat().st_ino for file in results.rglob("*.bin")}
    assert len(after) == 3
    assert after.keys() == before.keys()
    assert all(after[file] != before[file] for file in after)  # written anew
    assert "site" not in {stage.name for stage in run(tmp_path).stages}  # nothing is left to do


def replace_keeping_size_and_time(file):
    before = file.stat()
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = tmp_path_factory.mktemp("unchanged")
    newsroom.write(project / "seeds", 3)
    (project / "seeds/empty.txt").write_text("")
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text("site_name: One\n")
    (project / "mkdocs.yml").write_text(MKDOCS.format(theme=THEME))
    return project


def test_an_unchanged_first_build_is_not_repeated(tmp_path):
    newsroom.write(tmp_path / "seeds", 3)
    command = [sys.executable, "-m", "generator", "build", "-q", "-C", str(tmp_path)]
    made = []
    for _ in range(2):  # in processes of their own, as an editor's builds are
        subprocess.run(command, check=True, capture_output=True)
        made.append((tmp_path / "site/index.html").stat().st_ino)
    assert made[0] == made[1]  # a build that is done again puts another site in its place


def test_the_same_is_said_again(project):
    first, second = run(project, force=True), run(project)
    assert not second.stages  # what --force found is kept
    third = run(project)
    assert not third.stages
    assert third.problems == second.problems == first.problems
    assert any(problem.source == "empty.txt" for problem in third.unusable())
    assert third.counts == second.counts
    assert sum(second.counts.values()) == sum(first.counts.values())


CHANGES = {
    "another article": lambda project: newsroom.write(project / "seeds", 4),
    "an article's text": lambda project: replace_keeping_size_and_time(
        next((project / "seeds").rglob("article-*.txt"))
    ),
    "a setting": lambda project: (project / "site_config/digest.yml").write_text("site_name: Two"),
    "a page by hand": lambda project: (project / "content/note.md").write_text("# A note"),
    "a lost page": lambda project: next((project / "content/articles").rglob("*.md")).unlink(),
    "a file of the site": lambda project: (project / "site/index.html").unlink(),
    "a folder of one's own": lambda project: (project / "hooks.py").write_text("pass"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(project, change):
    run(project)
    assert not run(project).stages
    change(project)
    assert run(project).stages
    assert not run(project).stages


def test_a_setting_that_no_page_of_content_shows_composes_none(project, monkeypatch):
    run(project)
    (project / "site_config/digest.yml").write_text("site_name: Another\nnoindex: true\n")
    monkeypatch.setattr(writer, "marked_page", None)  # it writes a page's text
    assert run(project).counts["written"] == 0
    monkeypatch.undo()
    (project / "site_config/digest.yml").write_text("text: link\n")
    assert run(project).counts["written"] > 3


def test_other_times_and_rights_are_no_change(project):
    run(project)
    for folder in ("seeds", "content", "site"):
        for file in (project / folder).rglob("*.*"):
            os.utime(file, (1_000_000_000, 1_000_000_000))
            file.chmod(0o600 if file.is_file() else 0o700)
    assert not run(project).stages
    assert not run(project).stages


def test_a_link_to_a_folder_is_seen(project, tmp_path):
    run(project)
    (project / "content/elsewhere").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(Misplaced):
        run(project)
    (project / "content/elsewhere").unlink()
    assert not run(project).stages


def test_another_option_or_variable_is_another_build(project, monkeypatch):
    run(project)
    assert run(project, offline=True).stages
    run(project)
    monkeypatch.setenv("DIGEST_NAME", "Three")
    assert run(project).stages
    monkeypatch.setenv("NOBODY_ASKS", "for it")
    assert not run(project).stages


def test_a_file_that_changes_meanwhile_is_not_taken_for_built(project, monkeypatch):
    from generator import pipeline  # noqa: PLC0415

    def changing(*args, **options):
        problems = made(*args, **options)
        (project / "content/note.md").write_text("# Changed while the site was made")
        return problems

    made = pipeline.build_site
    (project / "content/note.md").write_text("# Before")
    monkeypatch.setattr(pipeline, "build_site", changing)
    run(project)
    monkeypatch.undo()
    assert run(project).stages
