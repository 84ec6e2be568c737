"""Whatever lies in the folder: it is named, with what to do, and the rest is built."""

import json
import subprocess
import sys

import pytest
from filelock import FileLock

from program import digest

GOOD = """The old harbour bridge reopens after repairs
Local
12 May 2024

The harbour bridge reopened on Sunday morning after two years of repairs, the city said.
Engineers replaced the bearings and every one of the four hundred deck plates.

Trams will cross the bridge again from Monday, first on the two lines to the northern suburbs.
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/bridge.txt").write_text(GOOD)
    return tmp_path


BAD = {
    "empty.txt": b"",
    "spaces.txt": b" \n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 50,
    "headline.txt": b"Only a headline stands here\n",
    "zeros.txt": b"\0" * 500,
}


def test_bad_files_are_named_and_the_rest_is_built(project):
    for name, data in BAD.items():
        (project / "seeds" / name).write_bytes(data)
    (project / "seeds/other.txt").write_text(GOOD)
    (project / "seeds/other.yml").write_text("titel: x")
    done = digest(project, "build")
    assert done.returncode == 1
    for name in [*BAD, "other.txt"]:
        assert f"error: {name}: " in done.stderr, name
    assert "Traceback" not in done.stderr
    assert list((project / "site/articles").rglob("the-old-harbour*/index.html"))


def test_latin_1_is_read(project):
    (project / "seeds/bridge.txt").write_bytes(GOOD.replace("harbour", "hárbour").encode("cp1252"))
    assert digest(project, "build").returncode == 0
    assert list((project / "content/articles").rglob("the-old-harbour-*.md"))


def test_a_folder_without_seeds_is_wrong_usage(tmp_path):
    done = digest(tmp_path, "build")
    assert done.returncode == 2
    assert "seeds" in done.stderr
    assert not (tmp_path / "site").exists()


def test_an_unknown_setting_is_wrong_usage(project):
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text("site_nmae: X")
    done = digest(project, "build")
    assert done.returncode == 2
    assert "site_name" in done.stderr


def test_a_failed_build_leaves_the_published_site(project):
    assert digest(project, "build").returncode == 0
    before = {file: file.read_bytes() for file in (project / "site").rglob("*.*") if file.is_file()}
    (project / "mkdocs.yml").write_text("site_name: X\nplugins: [no-such-plugin]\n")
    done = digest(project, "build")
    assert done.returncode == 3
    assert "no-such-plugin" in done.stderr
    after = {file: file.read_bytes() for file in (project / "site").rglob("*.*") if file.is_file()}
    assert after == before
    assert not [file for file in project.iterdir() if "building" in file.name]


def test_a_folder_that_is_no_site_is_not_replaced(project, tmp_path_factory):
    documents = tmp_path_factory.mktemp("documents")
    (documents / "thesis.txt").write_text("years of work")
    done = digest(project, "build", "--site-dir", str(documents))
    assert done.returncode == 2
    assert not (project / "content").exists()
    assert (documents / "thesis.txt").read_text() == "years of work"


def test_one_run_at_a_time(project):
    (project / ".cache").mkdir()
    with FileLock(project / ".cache/lock"):
        done = digest(project, "build")
    assert (done.returncode, "another" in done.stderr) == (3, True)


def test_a_corrected_title_keeps_the_address_and_a_slug_changes_it(project):
    assert digest(project, "build").returncode == 0
    (first,) = (project / "content/articles").rglob("*.md")
    (project / "seeds/bridge.yml").write_text("title: Bridge opens\ndate: 2023-01-01")
    assert digest(project, "build").returncode == 0
    assert [*(project / "content/articles").rglob("*.md")] == [first]
    (project / "seeds/bridge.yml").write_text("slug: bridge-opens")
    assert digest(project, "build").returncode == 0
    old = project / "site" / first.relative_to(project / "content").with_suffix("") / "index.html"
    assert "bridge-opens" in old.read_text()
    assert list((project / "site/articles").rglob("bridge-opens/index.html"))


def test_equal_titles_get_two_stable_addresses(project):
    title = GOOD.split("\n", 1)[0]
    text = (
        f"{title}\n\nA second bridge stays closed until the autumn, the council said on Monday.\n"
    )
    (project / "seeds/again.txt").write_text(text)
    (project / "seeds/again.yml").write_text("date: 2024-05-19")
    assert digest(project, "build").returncode == 0
    before = sorted((project / "content/articles").rglob("*.md"))
    assert len(before) == 2
    assert digest(project, "build", "--force").returncode == 0
    assert sorted((project / "content/articles").rglob("*.md")) == before


def test_new_writes_a_file_to_fill_in_and_never_over_one(project):
    assert digest(project, "new", 'A "quoted" title: no less').returncode == 0
    file = project / "seeds/a-quoted-title-no-less.md"
    text = file.read_text()
    assert digest(project, "new", 'A "quoted" title: no less').returncode == 2
    assert file.read_text() == text
    file.write_text(text + "The library opened its new reading room to the public on Friday.\n")
    assert digest(project, "build").returncode == 0
    done = digest(project, "inspect", str(file), "--json")
    assert json.loads(done.stdout)[0]["title"] == 'A "quoted" title: no less'


def test_new_does_not_say_when_it_was_published(project):
    assert digest(project, "new", "A library opens").returncode == 0
    assert "\n# date: " in (project / "seeds/a-library-opens.md").read_text()
    assert digest(project, "new", " ").returncode == 2


def test_options_may_precede_the_verb(project):
    command = [sys.executable, "-m", "generator", "-C", str(project), "-q", "build", "--jobs", "1"]
    assert subprocess.run(command, check=False).returncode == 0
    assert (project / "site/index.html").is_file()


@pytest.mark.parametrize("port", ["0", "99999", "web"])
def test_an_invalid_port_is_wrong_usage(project, port):
    done = digest(project, "serve", "--port", port)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert not (project / "site").exists()


@pytest.mark.parametrize("date", ["2026-02-30", "2026-13-01", "0000-01-01"])
def test_a_day_that_no_calendar_has_is_named_and_the_rest_is_built(project, date):
    (project / "seeds/other.txt").write_text(GOOD.replace("harbour", "river"))
    (project / "seeds/other.yml").write_text(f"date: {date}")
    library = "# A library\n\nThe library opened its new reading room to the public on Friday.\n"
    (project / "seeds/third.md").write_text(f"---\ndate: {date}\n---\n{library}")
    done = digest(project, "build")
    assert done.returncode == 1
    assert f"error: other.txt: other.yml: 'date' can't be '{date}'" in done.stderr
    assert f"third.md: front matter: 'date' can't be '{date}'" in done.stderr
    assert list((project / "site/articles").rglob("the-old-harbour*/index.html"))


def test_clean_removes_what_was_built_and_nothing_else(project):
    before = {file.relative_to(project).as_posix() for file in project.rglob("*")}
    assert digest(project, "build").returncode == 0
    (project / "content/about.md").write_text("# About us")
    assert digest(project, "clean").returncode == 0
    after = {file.relative_to(project).as_posix() for file in project.rglob("*")}
    kept = {"content/about.md", "content/.manifest.json", "content/.addresses.json"}
    assert after - before == {"content", *kept}
    assert before <= after


def test_strict_treats_warnings_as_errors(project):
    (project / "seeds/lonely.yml").write_text("title: x")
    assert digest(project, "build").returncode == 0
    assert digest(project, "build", "--strict").returncode == 1
    assert digest(project, "check", "--strict").returncode == 1
