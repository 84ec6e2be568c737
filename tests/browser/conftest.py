"""The built sites and the browser that these tests share."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="the browser tests need the test group installed")
from chromium import MISSING, chromium, executable, served

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {"seed": ROOT, "demo": ROOT / "tests/demo"}


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not executable():
                item.add_marker(pytest.mark.skip(reason=MISSING))


def build(project: Path) -> Path:
    command = [sys.executable, "-m", "generator", "build", "-q", "-C", str(project)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project / "site"


@pytest.fixture(scope="session")
def browser():
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def folders(tmp_path_factory):
    """The seed's site and the demo's, built from copies of their seeds and settings."""
    found = {}
    for name, source in SOURCES.items():
        project = tmp_path_factory.mktemp(name)
        shutil.copytree(source / "seeds", project / "seeds")
        (project / "site_config").mkdir()
        shutil.copy(source / "site_config/digest.yml", project / "site_config")
        found[name] = build(project)
    return found


@pytest.fixture(scope="session")
def addresses(folders):
    with served(folders["seed"]) as seed, served(folders["demo"]) as demo:
        yield {"seed": seed, "demo": demo}


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
