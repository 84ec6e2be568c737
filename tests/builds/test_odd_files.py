"""One odd file is named with what to do, and the rest is built."""

import os

import pytest

from program import digest, output

TEXT = "A headline about the harbour\n\n" + "The council met on Monday about the harbour. " * 6


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/one.txt").write_text(TEXT)
    (tmp_path / "content").mkdir()
    return tmp_path


def make(path, kind):
    path.parent.mkdir(parents=True, exist_ok=True)
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "loop":
            path.symlink_to(path.name)
        case "cp1251":
            path.write_bytes("# Заголовок\n\nТекст".encode("cp1251"))
        case "controls":
            path.write_text("# A note\n\nText\0 of it.\n")
        case "brackets":
            path.write_text("# A note\n\n" + "[" * 30_000)
        case "aliases":
            path.write_text(f"---\na: &a [x]\ntitle: [{'*a, ' * 9}]\n---\n\nText\n")
        case "folder":
            path.mkdir()
        case "empty":
            path.write_bytes(b"")


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        *(
            ("content/note.md", kind, kind != "empty")
            for kind in ("pipe", "loop", "cp1251", "controls", "aliases", "empty")
        ),
        *(("content/photo.png", kind, True) for kind in ("pipe", "loop")),
        *(("seeds/two.txt", kind, True) for kind in ("pipe", "loop")),
        *(("seeds/one.yml", kind, True) for kind in ("pipe", "loop")),
        *(("seeds/sub/_folder.yml", kind, True) for kind in ("pipe", "loop")),
        ("content/articles/undated/a-headline-about-the-harbour.md", "folder", False),
        ("content/index.md", "folder", True),
        ("content/editions/2025-W01.note.md", "pipe", True),
    ],
)
def test_an_odd_file_is_named_and_the_rest_is_built(project, name, kind, named):
    make(project / name, kind)
    done = digest(project)
    said = done.stderr
    assert done.returncode in {0, 1}
    assert "Traceback" not in said
    assert not named or name.partition("/")[2] in said, said
    assert any("harbour" in str(file) for file in (project / "site/articles").rglob("index.html"))


def test_a_page_that_takes_too_long_is_shown_as_it_is_written(project):
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text("limits: {seconds: 1}\n")
    make(project / "content/note.md", "brackets")
    assert "note.md: converting its Markdown took more than 1 CPU seconds" in output(project)
    assert "[" * 30_000 in (project / "site/note/index.html").read_text()
    assert "harbour" in (project / "site/index.html").read_text()


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop"])
@pytest.mark.parametrize("name", ["mkdocs.yml", "site_config/digest.yml"])
def test_settings_that_are_no_file_are_not_taken_for_absent(project, name, kind):
    make(project / name, kind)
    done = digest(project)
    assert done.returncode == 2
    assert name in done.stderr


@pytest.mark.parametrize("kind", ["folder", "pipe"])
@pytest.mark.parametrize(
    "name",
    [
        *("content/.manifest.json", "content/.addresses.json", ".cache/lock", ".cache/drawn.json"),
        *("site_config/digest.yml", "site_config/theme/index.html", "site_config/theme/own.css"),
        *("site_config/words/en.yml", "site_config/editions/2025-W01.yml"),
    ],
)
def test_what_stands_in_place_of_the_programs_own_files_is_named(project, name, kind):
    make(project / name, kind)
    done = digest(project)
    code, said = done.returncode, done.stderr
    assert "Traceback" not in said
    assert "fault" not in said
    assert code in {0, 1} or name.rpartition("/")[2] in said, said


@pytest.mark.parametrize(
    "text", ['{"pages": {"../../outside.md": "x", "/etc/x.md": "x"}}', "[" * 100_000, "{", "\xff"]
)
def test_a_manifest_that_is_none_stops_nothing(project, text):
    (project.parent / "outside.md").write_text("mine")
    (project / "content/.manifest.json").write_text(text, encoding="latin-1")
    output(project)
    output(project, "check")
    assert (project.parent / "outside.md").read_text() == "mine"
