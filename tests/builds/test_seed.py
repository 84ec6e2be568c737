"""From the seed to the site: what a new user gets from the first build."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from paths import ROOT
from program import digest, page

SEED = "000_064486f9ada0a10b"
ARTICLE = "articles/2025/japan-plans-to-discuss-defense-cooperation-issues-with-uzbekistan"


def copy_seed(project: Path, *, sidecar: bool) -> Path:
    (project / "seeds").mkdir(parents=True)
    for suffix in (".txt", ".yml") if sidecar else (".txt",):
        data = (ROOT / "seeds" / f"{SEED}{suffix}").read_bytes()
        (project / "seeds" / f"{SEED}{suffix}").write_bytes(data)
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = copy_seed(tmp_path_factory.mktemp("with a space") / "my digest", sidecar=True)
    shutil.copytree(ROOT / "site_config", project / "site_config")
    shutil.copy(ROOT / "mkdocs.yml", project)
    done = digest(project, "build", "--report", project / "report.json")
    assert done.returncode == 0, done.stderr
    assert str(project / "site") in done.stdout
    return project


def files_of(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_the_article_s_page(project):
    text = " ".join(page(project / "site", ARTICLE).text_content().split())
    for fact in ("29 August 2025", "World", "QALAMPIR.UZ", "Tashkent", "3 min read", "3,996 views"):
        assert fact in text
    assert "inferred" not in text.split("Source")[0]


def test_every_page_of_the_plan(project):
    for path in ("", "sections", "sections/world", "keywords", "archive", "archive/2025/08"):
        assert (project / "site" / path / "index.html").is_file(), path
    assert "Uzbekistan" in page(project / "site", "").text_content()


def test_the_report(project):
    report = json.loads((project / "report.json").read_text())
    names = [stage["name"] for stage in report["stages"]]
    assert names == ["read", "understand", "merge", "analyse", "relate", "write", "site"]
    assert all(stage["wall"] >= 0 and stage["cpu"] >= 0 for stage in report["stages"])
    assert report["counts"]["articles"] == 1
    assert report["counts"]["written"] > 5


def test_the_committed_pages_are_what_a_build_writes(tmp_path):
    for part in ("seeds", "content", "site_config"):
        shutil.copytree(ROOT / part, tmp_path / part)
    assert digest(tmp_path, "build").returncode == 0
    assert (tmp_path / "content" / f"{ARTICLE}.md").is_file()
    committed = {file.relative_to(ROOT): file.read_bytes() for file in files_of(ROOT / "content")}
    built = {
        file.relative_to(tmp_path): file.read_bytes() for file in files_of(tmp_path / "content")
    }
    assert built == committed


def test_a_second_build_changes_no_byte(project):
    before = {file: file.read_bytes() for file in (project / "content").rglob("*.*")}
    site = {file: file.read_bytes() for file in (project / "site").rglob("*.html")}
    assert digest(project, "build").returncode == 0
    assert {file: file.read_bytes() for file in (project / "content").rglob("*.*")} == before
    assert {file: file.read_bytes() for file in (project / "site").rglob("*.html")} == site


def test_there_are_no_broken_links(project):
    done = digest(project, "check", "--json")
    assert done.returncode == 0
    assert [
        problem for problem in json.loads(done.stdout) if problem["code"] == "broken-link"
    ] == []


def test_what_is_understood_of_the_seed(tmp_path):
    project = copy_seed(tmp_path / "p", sidecar=False)
    done = digest(project, "inspect", project / "seeds", "--jsonl")
    (found,) = [json.loads(line) for line in done.stdout.splitlines()]
    expected = {
        "source": f"{SEED}.txt",
        "title": "Japan plans to discuss defense cooperation issues with Uzbekistan",
        "section": "World",
        "date_inferred": "year",
        "views": 3996,
        "reading_minutes": 3,
        "outlet": "QALAMPIR.UZ",
        "place": "Tashkent",
        "language": "en",
    }
    assert {key: found[key] for key in expected} == expected
    assert found["date"].endswith("-08-29")
    assert len(found["paragraphs"]) == 6
    assert [(problem["line"], problem["text"]) for problem in found["dropped"]] == [(3, "−")]
    assert found["dropped"][0]["reason"]
    assert found["keywords"]
    assert 2 <= len(found["key_points"]) <= 4
    assert any("inferred" in problem["message"] for problem in found["problems"])


def test_an_inferred_year_is_said_to_be(tmp_path):
    project = copy_seed(tmp_path / "p", sidecar=False)
    assert digest(project, "build").returncode == 0
    (file,) = (project / "site/articles").rglob("japan*/index.html")
    assert "year inferred" in html.fromstring(file.read_bytes()).text_content()
    assert "inferred" in digest(project, "check").stderr


def test_mkdocs_alone_builds_the_same_site(project, tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for file in (project / "site").rglob("*.html"):
        other = tmp_path / "site" / file.relative_to(project / "site")
        assert other.read_bytes() == file.read_bytes(), file.name
