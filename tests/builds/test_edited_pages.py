"""Pages of content/ that were edited, renamed or removed by hand, over whole builds."""

import os

import pytest

from generator.run.lock import locked
from program import output

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
    output(tmp_path)
    return tmp_path


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
        assert f"content/{BRIDGE}: was edited by hand and is kept" in output(project)
        assert "thanked the welders" in shown(project, BRIDGE[:-3])
        assert "Our bridge is back" in shown(project, "sections/local")


def test_a_page_of_another_day_moves_to_its_edition(project):
    change(project, BRIDGE, "date: 2024-05-12", "date: 2024-03-05")
    output(project)
    assert "The harbour bridge reopens" in shown(project, "editions/2024-W10")
    assert not (project / "site/editions/2024-W19").exists()


def test_a_removed_page_comes_back_as_long_as_its_article_is_there(project):
    (project / "content" / BRIDGE).unlink()
    output(project)
    assert "thanked the workers" in shown(project, BRIDGE[:-3])


def test_removing_an_article_removes_its_page(project):
    (project / "seeds/bridge.txt").unlink()
    output(project)
    assert not (project / "content" / BRIDGE).exists()
    assert not (project / "site" / BRIDGE[:-3]).exists()


def test_a_removed_article_leaves_a_page_that_a_hand_changed(project):
    change(project, BRIDGE, "thanked the workers", "thanked the welders")
    (project / "seeds/bridge.txt").unlink()
    for verb in ("build", "check"):
        said = f"content/{BRIDGE}: was edited by hand and is kept as it is, but its article is no"
        assert f"{said} longer in seeds/ (bridge.txt)." in output(project, verb)
    assert "thanked the welders" in (project / "content" / BRIDGE).read_text()


def test_the_warning_of_an_edited_page_says_that_its_article_has_changed_since(project):
    change(project, BRIDGE, "thanked the workers", "thanked the welders")
    seed = project / "seeds/bridge.txt"
    seed.write_text(seed.read_text().replace("two years", "three years"))
    for verb in ("build", "check"):
        said = output(project, verb)
        assert f"content/{BRIDGE}: was edited by hand and is kept" in said
        assert "and bridge.txt has changed since" in said
        assert "Build the digest" not in said


def test_the_warning_of_an_edited_page_of_a_draft_says_that_the_page_is_still_there(project):
    change(project, BRIDGE, "thanked the workers", "thanked the welders")
    (project / "seeds/bridge.yml").write_text("draft: true\n")
    for verb in ("build", "check"):
        assert "but bridge.txt has no page here any more" in output(project, verb)


def test_redo_keeps_edited_pages_and_force_replaces_them(project):
    change(project, BRIDGE, "thanked the workers", "thanked the welders")
    assert "was edited by hand and is kept" in output(project, "build", "--redo")
    assert "thanked the welders" in (project / "content" / BRIDGE).read_text()
    said = output(project, "build", "--force")
    assert f"content/{BRIDGE}: was edited by hand and has been replaced" in said
    assert "thanked the workers" in (project / "content" / BRIDGE).read_text()
    (copy,) = (project / ".cache/replaced").rglob("*.md")
    assert "thanked the welders" in copy.read_text()
    assert ".cache/replaced" in output(project, "clean")
    assert copy.is_file()


def test_addresses_and_days_outlive_a_clean(project):
    (project / "content" / BRIDGE).rename(project / "content/articles/2024/bridge.md")
    output(project)
    before = {
        file.relative_to(project): file.read_bytes()
        for file in (project / "content").rglob("*")
        if file.is_file()
    }
    said = output(project, "clean")
    assert "content/.addresses.json contains the addresses" in said
    assert not (project / ".cache").exists()
    assert not (project / "site").exists()
    os.utime(project / "seeds/tram.txt", (1_600_000_000, 1_600_000_000))  # as a copy's would be
    output(project)
    assert {path: (project / path).read_bytes() for path in before} == before
    assert not (project / "content/.addresses.json").exists()
    assert "articles/2024/bridge/" in shown(project, BRIDGE[:-3])


def test_a_clean_project_has_nothing_to_remove(project):
    assert "Removed: " in output(project, "clean")
    assert "There was nothing to remove." in output(project, "clean")


def test_clean_keeps_files_of_others_in_the_cache(project):
    (project / ".cache/tool").write_text("another's")
    output(project, "clean")
    assert [file.name for file in (project / ".cache").iterdir()] == ["tool"]


def test_clean_is_refused_while_a_build_runs(project):
    cache = project / ".cache"
    with (
        locked(project, cache),
        pytest.raises(AssertionError, match="another digest command is running here"),
    ):
        output(project, "clean")
    assert (project / "content" / BRIDGE).is_file()


@pytest.mark.parametrize("edited", [False, True])
def test_a_renamed_page_keeps_its_new_name_and_its_old_address_leads_there(project, edited):
    moved = project / "content/articles/2024/bridge.md"
    (project / "content" / BRIDGE).rename(moved)
    if edited:
        change(project, "articles/2024/bridge.md", "thanked the workers", "thanked the welders")
    for _ in range(2):
        output(project)
        assert moved.is_file()
        assert "articles/2024/bridge/" in shown(project, BRIDGE[:-3])
        assert "The harbour bridge reopens" in shown(project, "articles/2024/bridge")
    assert ("thanked the welders" in shown(project, "articles/2024/bridge")) is edited


def test_a_page_renamed_to_another_s_old_name_keeps_both(project):
    content = project / "content"
    (content / BRIDGE).rename(content / "articles/2024/bridge.md")
    (content / TRAM).rename(content / BRIDGE)
    output(project)
    assert "Trams crossed the harbour bridge" in shown(project, BRIDGE[:-3])
    assert "thanked the workers" in shown(project, "articles/2024/bridge")
    assert BRIDGE.rsplit("/", 1)[-1][:-3] in shown(project, TRAM[:-3])


def test_text_at_the_foot_of_a_list_is_shown_and_the_file_for_notes_is_named(project):
    page = project / "content/editions/2024-W19.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nA word of my own.\n", encoding="utf-8")
    printed = output(project)
    assert "content/editions/2024-W19.md: was edited by hand and is kept" in printed
    assert "shown as plain text without its layout" in printed
    assert "belongs in site_config/editions/2024-W19.yml" in printed
    assert "A word of my own." in shown(project, "editions/2024-W19")
