"""The built sites and the browser that these tests share."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock

pytest.importorskip("playwright", reason="the browser tests need the test group installed")
from chromium import MISSING, chromium, executable, served
from paths import CORPUS, ROOT
from program import built

SOURCES = {"seed": ROOT, "demo": ROOT / "tests/demo"}
ARTICLES = CORPUS / "articles"
GOLD = ARTICLES.with_suffix(".jsonl")
# Enough for every kind of page and parts of the search; each article costs 0.3 s of CPU time.
LARGE = int(os.environ.get("DIGEST_LARGE_SITE", "80"))


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not executable():
                item.add_marker(pytest.mark.skip(reason=MISSING))


def copied(name: str, project: Path) -> None:
    """Copy the seeds and settings of one of our own sites."""
    shutil.copytree(SOURCES[name] / "seeds", project / "seeds")
    (project / "site_config").mkdir()
    shutil.copy(SOURCES[name] / "site_config/digest.yml", project / "site_config")


def latest(count: int, project: Path) -> None:
    """Copy the latest articles of the corpus."""
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    rows = sorted((row["date"], row["file"]) for row in map(json.loads, lines))
    for _, name in rows[-count:]:
        target = project / "seeds" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ARTICLES / name, target)


@pytest.fixture(scope="session")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def sites(tmp_path_factory, worker_id):
    """Return a function that gives a site's folder; all processes of a run share one build."""
    root = tmp_path_factory.getbasetemp()
    root = root if worker_id == "master" else root.parent

    def site(name: str) -> Path:
        if name == "large" and not GOLD.is_file():
            pytest.skip("the corpus is not kept beside the project (../shared/corpus)")
        project = root / f"site-of-{name}"
        with FileLock(f"{project}.lock"):
            if not project.is_dir():
                project.mkdir()
                latest(LARGE, project) if name == "large" else copied(name, project)
                built(project, jobs=None)
        return project / "site"

    return site


@pytest.fixture(scope="session")
def hosts(sites):
    """Return a function that gives a site's folder and the address where it is served."""
    with ExitStack() as running:

        @cache
        def host(name: str) -> tuple[Path, str]:
            folder = sites(name)
            return folder, running.enter_context(served(folder))

        yield host


@pytest.fixture(scope="session")
def folders(sites):
    return {name: sites(name) for name in SOURCES}


@pytest.fixture(scope="session")
def addresses(hosts):
    return {name: hosts(name)[1] for name in SOURCES}


@pytest.fixture
def tab(browser):
    """Open tabs with given settings; each is closed at the end."""
    contexts = []

    def opened(**settings):
        contexts.append(browser.new_context(**settings))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()
