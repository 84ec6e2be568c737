"""What a stage's results depend on: its own code and the shared modules, not the other stages."""

import sys
from importlib import metadata

import pytest

from generator.run import cache
from generator.run.program_fingerprint import libraries


@pytest.fixture
def package(tmp_path, monkeypatch):
    for name in ("models.py", "analyse/weights.yml", "site/plugin.py", "pipeline.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("1")
    monkeypatch.setattr(cache, "PACKAGE", tmp_path)
    cache.fingerprint.cache_clear()
    yield tmp_path
    cache.fingerprint.cache_clear()


@pytest.mark.parametrize(
    ("name", "differs"),
    [
        ("models.py", True),
        ("analyse/weights.yml", True),
        ("site/plugin.py", False),
        ("pipeline.py", False),
    ],
)
def test_what_changes_it(package, name, differs):
    before = cache.fingerprint("analyse")
    cache.fingerprint.cache_clear()
    (package / name).write_text("2")
    assert (cache.fingerprint("analyse") != before) is differs


@pytest.fixture
def fresh():
    libraries.cache_clear()
    yield
    libraries.cache_clear()


@pytest.mark.usefixtures("fresh")
def test_libraries_are_those_that_the_package_requires():
    found = dict(libraries())
    assert found.pop("python") == ".".join(map(str, sys.version_info[:2]))
    assert "numpy" in found
    assert "distributed" not in found  # an extra
    assert found == {name: metadata.version(name) for name in found}


@pytest.mark.usefixtures("fresh")
def test_the_package_that_is_imported_counts(tmp_path, monkeypatch):
    for folder, version in (("first", "2.0"), ("second", "1.0")):
        (tmp_path / folder / f"My_Lib-{version}.dist-info").mkdir(parents=True)
        own = tmp_path / folder / "briefing_digest-1.dist-info"
        own.mkdir()
        (own / "METADATA").write_text("Requires-Dist: my.lib>=1\nRequires-Dist: x; extra == 'y'\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / name) for name in ("first", "second", "no")])
    assert libraries()[1:] == (("my.lib", "2.0"),)
