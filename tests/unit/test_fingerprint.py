"""What a stage's results depend on: its own code and the shared modules, not the other stages."""

import pytest

from generator.run import cache


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
