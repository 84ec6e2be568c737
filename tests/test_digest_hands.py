"""Pages of content/ that a hand changed, renamed or removed, over whole builds."""

import subprocess
import sys

import pytest

BRIDGE = "articles/2024/the-harbour-bridge-reopens.md"
TRAM = "articles/2024/trams-return-to-the-bridge.md"
SEEDS = {
    "bridge.txt": "The harbour bridge reopens\nLocal\n12 May 2024\n\nThe harbour bridge in "
    "Northport reopened on Sunday after two years of repairs, and the mayor thanked the workers.\n",
    "tram.txt": "Trams return to the bridge\nLocal\n14 May 2024\n\nTrams crossed the harbour "
    "bridge in Northport again on Tuesday, on both lines that lead to the northern suburbs.\n",
}


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds").mkdir()
    for name, text in SEEDS.items():
        (tmp_path / "seeds" / name).write_text(text, encoding="utf-8")
    digest(tmp_path)
    return tmp_path


def digest(project):
    command = [sys.executable, "-m", "generator", "build", "--jobs", "1", "-C", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def change(project, page, before, after):
    file = project / "content" / page
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def shown(project, address):
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


def test_a_changed_page_is_kept_and_listed_as_it_now_reads(project):
    change(project, BRIDGE, "title: The harbour bridge reopens", "title: Our bridge is back")
    change(project, BRIDGE, "thanked the workers", "thanked the welders")
    for _ in range(2):
        assert f"content/{BRIDGE}: was changed by hand and is kept" in digest(project)
        assert "thanked the welders" in shown(project, BRIDGE[:-3])
        assert "Our bridge is back" in shown(project, "sections/local")


def test_a_page_of_another_day_moves_to_its_edition(project):
    change(project, BRIDGE, "date: 2024-05-12", "date: 2024-03-05")
    digest(project)
    assert "The harbour bridge reopens" in shown(project, "editions/2024-W10")
    assert not (project / "site/editions/2024-W19").exists()


def test_a_removed_page_comes_back_as_long_as_its_article_is_there(project):
    (project / "content" / BRIDGE).unlink()
    digest(project)
    assert "thanked the workers" in shown(project, BRIDGE[:-3])


def test_a_removed_article_takes_its_page_along(project):
    (project / "seeds/bridge.txt").unlink()
    digest(project)
    assert not (project / "content" / BRIDGE).exists()
    assert not (project / "site" / BRIDGE[:-3]).exists()


def test_a_removed_article_leaves_a_page_that_a_hand_changed(project):
    change(project, BRIDGE, "thanked the workers", "thanked the welders")
    (project / "seeds/bridge.txt").unlink()
    assert f"content/{BRIDGE}: was changed by hand and is kept" in digest(project)
    assert "thanked the welders" in (project / "content" / BRIDGE).read_text()


@pytest.mark.parametrize("edited", [False, True])
def test_a_renamed_page_keeps_its_new_name_and_its_old_address_leads_there(project, edited):
    moved = project / "content/articles/2024/bridge.md"
    (project / "content" / BRIDGE).rename(moved)
    if edited:
        change(project, "articles/2024/bridge.md", "thanked the workers", "thanked the welders")
    for _ in range(2):
        digest(project)
        assert moved.is_file()
        assert "../bridge/" in shown(project, BRIDGE[:-3])
        assert "The harbour bridge reopens" in shown(project, "articles/2024/bridge")
    assert ("thanked the welders" in shown(project, "articles/2024/bridge")) is edited


def test_a_page_renamed_to_another_s_old_name_keeps_both(project):
    content = project / "content"
    (content / BRIDGE).rename(content / "articles/2024/bridge.md")
    (content / TRAM).rename(content / BRIDGE)
    digest(project)
    assert "Trams crossed the harbour bridge" in shown(project, BRIDGE[:-3])
    assert "thanked the workers" in shown(project, "articles/2024/bridge")
    assert BRIDGE.rsplit("/", 1)[-1][:-3] in shown(project, TRAM[:-3])
