"""One odd file is named with what to do, and the rest is built."""

import json
import os
import shutil

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
def test_an_irregular_file_is_named_and_the_rest_is_built(project, name, kind, named):
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
def test_a_file_in_place_of_one_of_the_programs_own_is_reported(project, name, kind):
    make(project / name, kind)
    done = digest(project)
    code, said = done.returncode, done.stderr
    assert "Traceback" not in said
    assert "fault" not in said
    assert code in {0, 1} or name.rpartition("/")[2] in said, said


@pytest.mark.parametrize(
    "text",
    [
        *('{"pages": {"../../outside.md": "x", "/etc/x.md": "x"}}', "[" * 100_000, "{", "\xff"),
        *('{"pages": {"a\\u0000.md": "x"}}', '{"pages": {"\\ud800.md": "x"}}'),
        *(f'{{"pages": {{"{name}.md": "x"}}}}' for name in ("a" * 300, "a/" * 3000 + "a")),
    ],
)
def test_an_invalid_manifest_does_not_stop_a_build(project, text):
    (project.parent / "outside.md").write_text("mine")
    (project / "content/.manifest.json").write_text(text, encoding="latin-1")
    output(project)
    output(project, "check")
    assert (project.parent / "outside.md").read_text() == "mine"


@pytest.mark.parametrize("path", ["../../outside.md", "articles/../../outside.md", "a\0.md", "x"])
def test_a_record_that_names_other_places_stops_nothing(project, path):
    outside = project.parent / "outside.md"
    outside.write_text("mine")
    digest(project, "build")
    article = {"key": "one.txt", "path": path, "sha256": "0", "outlet": None, "aliases": []}
    article |= {"collected": None, "also": []}
    for name in ("content/articles", "content/.manifest.json"):
        found = project / name
        shutil.rmtree(found) if found.is_dir() else found.unlink()
    (project / "content/.addresses.json").write_text(json.dumps([article]))
    output(project)
    assert outside.read_text() == "mine"
