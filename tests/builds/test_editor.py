"""What an editor sees of a collection: `inspect` line by line, `check` with its doubts."""

import json
import unicodedata

import pytest

from program import digest

FIRST = (
    "The harbour bridge reopened on Sunday morning after two years of repairs, the city said. "
    "Engineers replaced the bearings and every one of the four hundred deck plates."
)
SECOND = (
    "Trams will cross the bridge again from Monday, first on the two lines to the northern "
    "suburbs. The mayor thanked the workers, and the fire brigade's band played until noon."
)
TITLE = "The old harbour bridge reopens after repairs"
TEXT = f"{TITLE}\nLocal\n12 May 2024\nShare\n\n{FIRST}\n\n{SECOND}\n"
PAGE = (
    f"<html lang='en'><body><article><h1>{TITLE}</h1><p>{FIRST}</p>"
    f"<div class='newsletter'><p>The best of the bay every evening</p></div><p>{SECOND}</p>"
    "</article></body></html>"
)


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/bridge.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def lines(output: str) -> list[tuple[str, str]]:
    """Return what each numbered line was taken for, and its text."""
    numbered = [line for line in output.splitlines() if line[:5].strip().isdigit()]
    return [(line[6:30].strip(), line[31:].strip()) for line in numbered]


def test_inspect_shows_how_each_line_was_classified(project):
    done = digest(project, "inspect", "--no-analysis", str(project / "seeds/bridge.txt"))
    found = lines(done.stdout)
    assert found[:4] == [
        ("title", TITLE),
        ("section", "Local"),
        ("date", "12 May 2024"),
        ("dropped: share button", "Share"),
    ]
    assert [kind for kind, text in found if text][4:] == ["paragraph", "paragraph"]
    assert "date: 2024-05-12  (line 3)" in done.stdout


def test_inspect_explains_keywords_and_key_points(project):
    seed = project / "seeds/bridge.txt"
    shown = digest(project, "inspect", "--explain", str(seed)).stdout
    assert "candidates (value as a tag" in shown
    assert "rejected phrases, and why:" in shown
    assert "   0.0  KEY POINT" in shown
    (record,) = json.loads(digest(project, "inspect", "--explain", "--json", str(seed)).stdout)
    points = [entry["text"] for entry in record["sentences"] if entry["dropped"] is None]
    assert points == [entry["text"] for entry in record["key_points"]]
    assert any(entry["dropped"] and entry["odds"] is None for entry in record["candidates"])


def test_inspect_spells_for_programs_as_the_source_does(project):
    title, text = "Le cafe\u0301 du port rouvre", FIRST.replace("harbour", "ha\u0302vre")
    seed = project / "seeds/cafe.txt"
    seed.write_text(f"{title}\n12 May 2024\n\n{text}\n\n{SECOND}\n", encoding="utf-8")
    done = digest(project, "inspect", "--no-analysis", "--jsonl", str(seed))
    found = json.loads(done.stdout)
    assert (found["title"], found["paragraphs"]) == (title, [text, SECOND])
    shown = digest(project, "inspect", "--no-analysis", str(seed)).stdout
    assert f"title: {unicodedata.normalize('NFC', title)}" in shown


def test_inspect_shows_the_blocks_of_a_page_kept_and_dropped(project):
    (project / "seeds/page.html").write_text(PAGE, encoding="utf-8")
    done = digest(project, "inspect", "--no-analysis", str(project / "seeds/page.html"))
    kinds = {text[:20]: kind for kind, text in lines(done.stdout)}
    assert kinds[FIRST[:20]] == kinds[SECOND[:20]] == "paragraph"
    assert kinds[TITLE[:20]] == "dropped: title"
    assert "title: " + TITLE + "  (h1)" in done.stdout
    assert "[no-date]" in done.stdout


def test_check_lists_doubts_until_they_are_settled(project):
    (project / "seeds/copy.txt").write_text(TEXT.replace("12 May 2024", "13 May"))
    assert digest(project, "build", "-q").returncode == 0
    (near,) = json.loads(digest(project, "check", "--json").stdout)
    assert (near["source"], near["code"]) == ("bridge.txt", "near-copy")
    assert "copy.txt" in near["message"]
    assert digest(project, "check").returncode == 0
    assert digest(project, "check", "--strict").returncode == 1
    (project / "seeds/bridge.yml").write_text("settled: [near-copy]\n")
    assert digest(project, "check", "--strict", "--json").stdout.strip() == "[]"


def test_copies_are_kept_apart_where_the_settings_say_so(project):
    (project / "seeds/copy.txt").write_text(TEXT.replace("12 May", "13 May"))
    (project / "seeds/copy.yml").write_text("outlet: Lakeside Herald\n")
    assert digest(project, "build", "-q").returncode == 0
    (page,) = (project / "content/articles").rglob("*.md")
    assert "Lakeside Herald" in page.read_text()
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text("duplicates: keep\n")
    assert digest(project, "build", "-q").returncode == 0
    assert len([*(project / "content/articles").rglob("*.md")]) == 2


def test_an_outlet_of_the_settings_that_no_article_has_is_named(project):
    (project / "seeds/bridge.yml").write_text("outlet: Lakeside Herald\n")
    (project / "site_config").mkdir()
    settings = project / "site_config/digest.yml"
    settings.write_text("outlets: {Lakeside Harold: {text: link}}\n")
    for verb in ("build", "check"):
        done = digest(project, verb)
        assert "site_config/digest.yml: outlets: no article has 'Lakeside Harold'" in done.stderr
        assert "Did you mean 'Lakeside Herald'?" in done.stderr
    settings.write_text("outlets: {lakeside HERALD: {text: link}}\n")
    assert digest(project, "build", "-q").stderr == ""
    (page,) = (project / "content/articles").rglob("*.md")
    assert FIRST not in page.read_text()
