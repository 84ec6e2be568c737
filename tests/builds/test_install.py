"""The wheel, installed into a new environment, builds a site in an empty folder.

The environment holds what the wheel's metadata asks for, and what that asks for in turn; nothing
else. It is made of the distributions of the running environment, so that no network is needed.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path

import pytest

from paths import ROOT

packaging = pytest.importorskip("packaging.requirements", reason="needs the packaging library")
pytest.importorskip("hatchling", reason="needs the build group: pip install --group build")


def requirements(made: Distribution, extras: set[str]) -> set[tuple[str, frozenset[str]]]:
    """Return the distributions that one asks for on this machine, each with its extras.

    Names of extras are compared as written, as by pip 23.2, which comes with Python 3.11: it does
    not see that `lxml[html_clean]` means lxml's extra `html-clean`, and installs nothing for it.
    """
    known = extras & set(made.metadata.get_all("Provides-Extra") or ()) | {""}
    return {
        (asked.name.lower().replace("_", "-"), frozenset(asked.extras))
        for asked in map(packaging.Requirement, made.requires or ())
        if not asked.marker or any(asked.marker.evaluate({"extra": extra}) for extra in known)
    }


def closure(wheel: Distribution) -> list[Distribution]:
    """Return all distributions that a wheel needs."""
    found: dict[str, Distribution] = {}
    seen = set()
    waiting = requirements(wheel, set())
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) not in seen:
            seen.add((name, extras))
            found[name] = distribution(name)
            waiting |= requirements(found[name], set(extras))
    return [found[name] for name in sorted(found)]


def link(made: Distribution, target: Path) -> None:
    """Put a distribution's packages and metadata into a folder, as symbolic links."""
    home = Path(str(made.locate_file("")))
    for name in {file.parts[0] for file in made.files or ()} - {"..", "__pycache__"}:
        if not (target / name).exists():
            (target / name).symlink_to(home / name)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *options, str(ROOT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """Return the `digest` of a new environment, and nothing of this one on its path."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True, with_pip=False)
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    (metadata,) = packages.glob("briefing_digest-*.dist-info")
    for made in closure(PathDistribution(metadata)):
        link(made, packages)
    python = folder / "bin/python"
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def digest(project, *arguments):
        return subprocess.run(
            [python, "-I", "-m", "generator", *arguments],
            cwd=project, env=variables, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return digest


def test_the_wheel_brings_its_defaults_and_its_types(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("mkdocs.yml", "site_config/digest.yml", "site_config/theme/article.html"):
        assert f"generator/defaults/{name}" in names
    assert "generator/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "content/", "seeds/"))]


def test_it_builds_a_site_in_an_empty_folder(environment, tmp_path):
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    done = environment(tmp_path, "build", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    (page,) = (tmp_path / "site/articles/2025").glob("*/index.html")
    assert "Takeshi Iwai" in page.read_text(encoding="utf-8")
    assert (tmp_path / "site/assets/digest.css").is_file()


def test_a_saved_page_is_read_with_what_was_installed(environment, tmp_path):
    page = ROOT / "tests/demo/seeds/saved/lunar-eclipse.html"
    done = environment(tmp_path, "inspect", str(page))
    assert done.returncode == 0, done.stderr
    assert "eclipse" in done.stdout


def test_every_dependency_is_declared(wheel, tmp_path):
    """Those too that others ask for in a way that an older pip does not understand."""
    needed = [made.name.lower() for made in closure(distribution("trafilatura"))]
    assert "justext" in needed
    assert "lxml-html-clean" not in {name.replace("_", "-") for name in needed}
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    (metadata,) = tmp_path.glob("*.dist-info")
    names = {made.name.lower().replace("_", "-") for made in closure(PathDistribution(metadata))}
    assert {"lxml-html-clean", "mkdocs-material", "numpy"} <= names
    assert not names & {"pytest", "ruff", "playwright"}
