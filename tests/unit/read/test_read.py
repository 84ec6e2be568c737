"""The folder of articles: what is found in it, what belongs together, when it was collected."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.config import Limits
from generator.models import Problem, Source
from generator.read import read


def write(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def sources(root: Path, **recorded: dt.date) -> list[Source]:
    return [item for item in read(root, Limits(), recorded) if isinstance(item, Source)]


def problems(root: Path, limits: Limits | None = None) -> list[Problem]:
    return [item for item in read(root, limits or Limits(), {}) if isinstance(item, Problem)]


def test_files_come_in_a_fixed_order_without_hidden_ones(tmp_path):
    write(tmp_path, b_dot_txt="b", a__z_dot_txt="z", _dot_hidden="h", a__c_dot_txt="c")
    assert [source.path for source in sources(tmp_path)] == ["a/c.txt", "a/z.txt", "b.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "a.txt~",
        "a.txt.swp",
        "#a.txt#",
        "~$a.docx",
        "a.txt.bak",
        "a.part",
        "Thumbs.db",
        "desktop.ini",
        "a.html.crdownload",
        "a.txt.orig",
        ".~lock.a.docx#",
        ".DS_Store",
    ],
)
def test_leftovers_of_programs_are_ignored(tmp_path, name):
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "a.yml").write_text("title: Better")
    (tmp_path / name).write_bytes(b"\0\1leftover")
    assert [source.path for source in sources(tmp_path)] == ["a.txt"]
    assert problems(tmp_path) == []


@pytest.mark.parametrize("name", ["a.swift.txt", "template.txt", "a~b.txt", "download.txt", "bak"])
def test_names_that_only_resemble_leftovers_are_read(tmp_path, name):
    (tmp_path / name).write_text("text")
    assert [source.path for source in sources(tmp_path)] == [name]


def test_a_sidecar_belongs_to_the_file_of_its_name(tmp_path):
    write(tmp_path, a_dot_txt="text", a_dot_yml="title: Better\nplace: no")
    (found,) = sources(tmp_path)
    assert found.sidecar == {"title": "Better", "place": "no"}


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("titel: x", ["a.yml", "titel", "title"]),
        ("title: 'x", ["a.yml, line 1", "quotation mark", "is not closed"]),
        ("place: X\nauthors: [A, B\n", ["a.yml, line 2", "Add the ]"]),
    ],
)
def test_an_invalid_sidecar_is_named_and_its_article_is_not_updated(tmp_path, sidecar, words):
    write(tmp_path, a_dot_txt="text", a_dot_yml=sidecar, b_dot_txt="other")
    (problem,) = problems(tmp_path)
    assert problem.level == "error"
    assert all(word in problem.message for word in words)
    assert [source.path for source in sources(tmp_path)] == ["b.txt"]


def test_a_page_is_unchanged_until_its_sidecar_is_fixed_and_the_message_says_so(tmp_path):
    write(tmp_path, a_dot_txt="text", a_dot_yml="draft: ture")
    (problem,) = problems(tmp_path)
    assert "stays published as it was" in problem.message


@pytest.mark.parametrize("name", ["a.YML", "a.Yaml"])
def test_a_sidecar_with_an_upper_case_suffix_is_read(tmp_path, name):
    write(tmp_path, **{"a.txt": "text", name: "title: Better"})
    (found,) = sources(tmp_path)
    assert found.sidecar == {"title": "Better"}
    assert problems(tmp_path) == []
    (alone,) = read(tmp_path, Limits(), {}, tmp_path / "a.txt")
    assert alone == found


def test_of_two_sidecars_the_one_that_is_ignored_is_named(tmp_path):
    write(tmp_path, **{"a.txt": "text", "a.yaml": "title: Ignored", "a.yml": "title: Better"})
    (found,) = sources(tmp_path)
    assert found.sidecar == {"title": "Better"}
    (problem,) = problems(tmp_path)
    assert (problem.source, problem.level) == ("a.yaml", "warning")
    assert "a.yml" in problem.message


def test_a_sidecar_of_two_articles_names_both(tmp_path):
    write(tmp_path, **{"a.html": "<p>x</p>", "a.txt": "text", "a.yml": "title: Whose?"})
    (problem,) = problems(tmp_path)
    assert (problem.source, problem.level) == ("a.yml", "warning")
    assert "a.html and a.txt" in problem.message
    assert [source.sidecar for source in sources(tmp_path)] == [{"title": "Whose?"}] * 2


def test_a_sidecar_without_its_article_is_reported(tmp_path):
    write(tmp_path, a_dot_yml="title: x")
    (problem,) = problems(tmp_path)
    assert (problem.source, problem.level) == ("a.yml", "warning")


def test_a_file_that_is_too_large_is_named(tmp_path):
    write(tmp_path, a_dot_txt="x" * 3000)
    (problem,) = problems(tmp_path, Limits(file_megabytes=0.002))
    assert "limits.file_megabytes" in problem.message


def test_links_do_not_lead_out(tmp_path):
    write(tmp_path, secret="outside", seeds__a_dot_txt="a")
    (tmp_path / "seeds/b.txt").symlink_to(tmp_path / "secret")
    assert [problem.source for problem in problems(tmp_path / "seeds")] == ["b.txt"]


def git(root: Path, *command: str, when: str = "2024-05-06T12:00:00Z") -> None:
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *command], cwd=root, check=True, env={**os.environ, **dates})


def test_the_day_of_collection(tmp_path):
    seeds = tmp_path / "seeds"
    write(seeds, a_dot_txt="a", b_dot_txt="b", c_dot_txt="c", c_dot_yml="collected: 2020-02-02")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "seeds/a.txt")
    git(tmp_path, "commit", "-qm", "first")
    write(seeds, a_dot_txt="changed later")
    git(tmp_path, "commit", "-qam", "second", when="2025-01-01T12:00:00Z")
    for name in "bc":
        os.utime(seeds / f"{name}.txt", (1_600_000_000, 1_600_000_000))
    days = {source.path: source.collected.isoformat() for source in sources(seeds)}
    assert days == {"a.txt": "2024-05-06", "b.txt": "2020-09-13", "c.txt": "2020-02-02"}
    recorded = {"b.txt": dt.date(2019, 1, 1)}
    assert {source.path: source.collected for source in sources(seeds, **recorded)}[
        "b.txt"
    ].year == 2019


# What a repository can name that Git starts: each program leaves a file of its own name.
STARTED = {
    "core": ("fsmonitor", "pager", "sshCommand", "alternateRefsCommand"),
    "gpg": ("program",),
    'gpg "ssh"': ("program", "defaultKeyCommand"),
    'gpg "x509"': ("program",),
    "diff": ("external",),
    'diff "x"': ("command", "textconv"),
    'filter "x"': ("clean", "smudge", "process"),
    "pager": ("log",),
    "credential": ("helper",),
}


def hostile_repository(folder, ran, *, bare, worktree=False):
    """Make a repository with a signed commit, whose configuration runs programs."""
    folder.mkdir(parents=True)
    ran.mkdir()
    work = folder.parent / f".{folder.name}-made"
    write(work, a_dot_txt="a", sub__b_dot_txt="b", seeds__a_dot_txt="a")
    git(work, "init", "-q")
    (work / ".gitattributes").write_text("* diff=x filter=x\n")
    git(work, "add", ".")
    git(work, "commit", "-qm", "first", when="2001-01-01T12:00:00Z")
    git(work, "update-ref", "HEAD", _signed(work))
    git(work, "config", "core.bare", str(bare).lower())
    git(work, "config", "log.showSignature", "true")
    if worktree:
        git(work, "config", "core.worktree", str(folder))
    hooks = ran.parent / "hooks"
    git(work, "config", "core.hooksPath", str(hooks))
    for name in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        program(hooks / name, ran / name)
    for section, names in STARTED.items():
        for name in names:
            key = ".".join([*section.replace('"', "").split(), name])
            started = ran.parent / "programs" / key
            git(work, "config", key, str(program(started, ran / key)))
    target = folder if bare or worktree else folder / ".git"
    shutil.copytree(work / ".git", target, dirs_exist_ok=True)
    shutil.rmtree(work)


def program(path, marker):
    """Write a program that leaves a file when it is run."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\ntouch {marker}\n")
    path.chmod(0o755)
    return path


def _signed(work):
    """Return a copy of a repository's last commit with a signature, which none verifies."""
    command = ["git", "cat-file", "commit", "HEAD"]
    done = subprocess.run(command, cwd=work, check=True, capture_output=True, text=True)
    head, _, body = done.stdout.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n x\n -----END PGP SIGNATURE-----"
    command = ["git", "hash-object", "-t", "commit", "-w", "--stdin"]
    text = f"{head}\n{signature}\n\n{body}"
    done = subprocess.run(command, cwd=work, check=True, capture_output=True, text=True, input=text)
    return done.stdout.strip()


@pytest.mark.parametrize("kind", ["bare", "worktree", "with a .git", ".git is a link"])
@pytest.mark.parametrize("inside_a_repository", [True, False])
def test_a_repository_in_the_collection_runs_no_program(tmp_path, kind, inside_a_repository):
    seeds, ran = tmp_path / "project/seeds", tmp_path / "ran"
    hostile_repository(seeds, ran, bare=kind == "bare", worktree=kind == "worktree")
    write(seeds, a_dot_txt="a", sub__b_dot_txt="b")
    for name in ("a.txt", "sub/b.txt"):
        os.utime(seeds / name, (1_600_000_000, 1_600_000_000))
    if kind == ".git is a link":
        (tmp_path / "project/.git").symlink_to("seeds/.git")
    elif inside_a_repository:
        git(tmp_path / "project", "init", "-q")
    found = {source.path: source.collected for source in sources(seeds)}
    assert list(ran.iterdir()) == []
    assert found["a.txt"] == found["sub/b.txt"] == dt.date(2020, 9, 13)


def test_a_repository_in_a_folder_of_the_collection_runs_nothing(tmp_path):
    seeds, ran = tmp_path / "project/seeds", tmp_path / "ran"
    git_of_project = tmp_path / "project"
    write(seeds, a_dot_txt="a")
    git(git_of_project, "init", "-q")
    git(git_of_project, "add", ".")
    git(git_of_project, "commit", "-qm", "first")
    hostile_repository(seeds / "sub", ran, bare=True)
    write(seeds / "sub", a_dot_txt="a")
    found = {source.path: source.collected for source in sources(seeds)}
    assert list(ran.iterdir()) == []
    assert found["a.txt"] == dt.date(2024, 5, 6)
    assert found["sub/a.txt"] != dt.date(2001, 1, 1)


def test_a_program_named_by_a_repository_above_is_not_run(tmp_path):
    ran = tmp_path / "ran"
    hostile_repository(tmp_path / "project", ran, bare=False)
    write(tmp_path / "project/seeds", a_dot_txt="a")
    assert [source.path for source in sources(tmp_path / "project/seeds")] == ["a.txt"]
    assert list(ran.iterdir()) == []


def test_no_git_is_asked_about_a_folder_outside_the_project(tmp_path, monkeypatch):
    git(tmp_path, "init", "-q")
    write(tmp_path / "elsewhere", a_dot_txt="a")
    (tmp_path / "project").mkdir()
    asked = []
    monkeypatch.setattr(subprocess, "run", lambda *command, **_: asked.append(command))
    root = tmp_path / "elsewhere"
    assert [item.path for item in read(root, Limits(), {}, project=tmp_path / "project")]
    assert asked == []


def test_broken_links_loops_and_links_to_folders_are_reported(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text("title: Secret")
    root = tmp_path / "seeds"
    write(root, **{"good.txt": "Good"})
    (root / "dangling.txt").symlink_to("nowhere.txt")
    (root / "loop.txt").symlink_to("loop.txt")
    (root / "folder").symlink_to(outside)
    (root / "good.yml").symlink_to(outside / "secret.yml")
    os.mkfifo(root / "pipe.txt")
    told = {problem.source: problem.message for problem in problems(root)}
    assert set(told) == {"dangling.txt", "loop.txt", "folder", "good.yml", "pipe.txt"}
    assert "broken link" in told["dangling.txt"]
    assert "broken link" in told["loop.txt"]
    assert "points outside" in told["folder"]
    assert "points outside" in told["good.yml"]
    (good,) = sources(root)
    assert (good.path, dict(good.sidecar)) == ("good.txt", {})


def test_a_name_that_is_no_text_is_reported_in_a_form_that_can_be_printed(tmp_path):
    for name in (b"two\nlines.txt", b"bytes\xff.txt", b"\x1b[31mred.txt"):
        (tmp_path / os.fsdecode(name)).write_text("x")
    found = problems(tmp_path)
    assert len(found) == 3
    assert all(item.source.isprintable() and "Rename it" in item.message for item in found)


@pytest.mark.parametrize("sidecar", ["title: " + "[" * 50_000, "title: " + "x" * 200_000])
def test_an_oversized_sidecar_is_named(tmp_path, sidecar):
    write(tmp_path, **{"a.txt": "A", "a.yml": sidecar})
    (problem,) = problems(tmp_path)
    assert (problem.source, "a.yml" in problem.message) == ("a.txt", True)


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path):
    write(tmp_path, Quay_dot_html="<p>x</p>", Tide_dot_htm="<p>x</p>", Fog_dot_txt="x")
    for folder in ("Quay_files", "Tide-Dateien", "Fog_files", "Quay"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "part.html").write_text("<p>x</p>")
    assert [source.path for source in sources(tmp_path)] == [
        "Fog.txt", "Fog_files/part.html", "Quay.html", "Quay/part.html", "Tide.htm",
    ]  # fmt: skip


READ = [
    *(
        "CON.txt",
        "nul",
        "aux.md",
        "Case.txt",
        "case.txt",
        "caf\u00e9.txt",
        "cafe\u0301.txt",
        "-rf.txt",
    ),
    *(
        "--help.md",
        " lead.txt",
        "trail .txt",
        "a:b.txt",
        "a\\b.txt",
        "{{7*7}}.txt",
        "x#y.txt",
        "end.",
    ),
    *("a|b?*.txt", "%00.txt", "&amp;.txt", "'\";$(id)`id`.txt", "<script>.txt", f"{'x' * 251}.txt"),
    *("%2e%2e%2fx.txt", "%2e%2e/in.txt", "-C/in.txt"),
]
NAMED = [
    "a\u202eb.txt",
    "line\nend.txt",
    "bell\a.txt",
    "esc\x1b[31m.txt",
    "\u2028.txt",
    "o\u202e\n/in.txt",
]
HIDDEN = ["..%2f..%2fx.txt", "..%5cx.txt", "....txt", "..%2f/in.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse some of these names")
def test_whatever_its_name_a_file_is_read_or_named(tmp_path):
    seeds = tmp_path / "seeds"
    for name in [*READ, *NAMED, *HIDDEN]:
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_text(name)
    Path(os.fsdecode(os.fsencode(seeds) + b"/\xff.txt")).write_text("x")
    found = {source.path: source.data.decode() for source in sources(seeds)}
    assert found == {name: name for name in READ}
    refused = problems(seeds)
    assert len(refused) == len(NAMED) + 1
    assert all(problem.source.isprintable() for problem in refused)
    assert {problem.message for problem in refused} == {
        "has a name that is not valid text. Rename it."
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seeds"]
