"""Results that another user or a stranger made are not believed."""

from pathlib import Path

import pytest

from generator.run import sealed
from generator.run.cache import Cache


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    sealed._key.cache_clear()
    yield tmp_path
    sealed._key.cache_clear()


def another_user(monkeypatch, home):
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "another"))
    sealed._key.cache_clear()


def test_a_cache_that_came_with_a_folder_is_not_believed(home, monkeypatch):
    cache = Cache(home / "cache", str, "analyse")
    cache.put("a result", 1)
    assert cache.get(1) == "a result"
    another_user(monkeypatch, home)
    assert cache.get(1) is None


def test_a_result_stands_under_its_own_name_only(home):
    cache = Cache(home / "cache", str, "analyse")
    cache.put("harmless", 1)
    cache.put("other", 2)
    one, other = sorted((home / "cache").rglob("*.json"))
    one.write_bytes(other.read_bytes())
    assert {cache.get(1), cache.get(2)} >= {None}


def test_the_key_is_the_users_alone(home):
    sealed.seal(b"x", "x")
    (key,) = (home / "state").rglob("*.key")
    assert key.stat().st_mode & 0o077 == 0


def test_without_a_place_for_the_key_a_run_believes_itself(home, monkeypatch):
    Path(home / "file").write_text("x")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    sealed._key.cache_clear()
    made = sealed.seal(b"x", "name")
    assert sealed.unseal(made, "name") == b"x"
    sealed._key.cache_clear()
    assert sealed.unseal(made, "name") is None
