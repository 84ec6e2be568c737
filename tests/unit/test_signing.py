"""Results that another user or a stranger made are not believed."""

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from generator.run import files, signing
from generator.run.cache import Cache


def another_user(monkeypatch, home):
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "another"))
    signing._key.cache_clear()


def test_a_cache_that_came_with_a_folder_is_not_believed(home, monkeypatch):
    cache = Cache(home / "cache", "analyse")
    cache.put("a result", 1)
    assert cache.get(1) == "a result"
    another_user(monkeypatch, home)
    assert cache.get(1) is None


def test_a_result_is_valid_under_its_own_name_only(home):
    cache = Cache(home / "cache", "analyse")
    cache.put("harmless", 1)
    cache.put("other", 2)
    first, second = sorted((home / "cache").rglob("*.bin"))
    first.write_bytes(second.read_bytes())
    assert {cache.get(1), cache.get(2)} >= {None}


def test_the_key_is_the_users_alone(home):
    signing.sign(b"x", "x")
    (key,) = (home / "state").rglob("*.key")
    assert key.stat().st_mode & 0o077 == 0


def test_without_a_place_for_the_key_a_run_believes_itself(home, monkeypatch):
    Path(home / "file").write_text("x")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    signing._key.cache_clear()
    made = signing.sign(b"x", "name")
    assert signing.unsign(made, "name") == b"x"
    signing._key.cache_clear()
    assert signing.unsign(made, "name") is None


def signed_in(folder):
    os.environ["XDG_STATE_HOME"] = str(folder)
    signing._key.cache_clear()
    return signing.sign(b"x", "name")


def test_first_runs_at_once_have_one_key(tmp_path):
    for number in range(4):
        folder = tmp_path / str(number)
        with ProcessPoolExecutor(6) as pool:
            assert len(set(pool.map(signed_in, [folder] * 6))) == 1
        (key,) = (file for file in folder.rglob("*") if file.is_file())
        assert key.stat().st_mode & 0o777 == 0o600


def test_one_of_those_who_create_a_file_succeeds_and_it_is_whole(tmp_path):
    assert files.create(tmp_path / "key", b"one")
    assert not files.create(tmp_path / "key", b"other")
    assert (tmp_path / "key").read_bytes() == b"one"
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


@pytest.mark.parametrize("harm", ["half", "readable", "longer"])
def test_a_key_that_is_torn_or_known_to_others_is_replaced(home, harm):
    made = signing.sign(b"x", "name")
    (key,) = (home / "state").rglob("*.key")
    if harm == "readable":
        key.chmod(0o644)
    else:
        key.write_bytes(b"x" * (31 if harm == "half" else 33))
    signing._key.cache_clear()
    assert signing.unsign(made, "name") is None
    again = signing.sign(b"x", "name")
    signing._key.cache_clear()
    assert signing.unsign(again, "name") == b"x"


def test_a_link_is_no_key(home):
    (home / "state/briefing-digest").mkdir(parents=True)
    (home / "known.key").write_bytes(b"x" * 32)
    (home / "known.key").chmod(0o600)
    link = home / "state/briefing-digest/cache.key"
    link.symlink_to(home / "known.key")
    assert signing._key() != b"x" * 32


def test_a_place_that_depends_on_the_folder_is_not_used(home, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(home / "home"))
    monkeypatch.chdir(home)
    signing._key.cache_clear()
    signing.sign(b"x", "name")
    assert not (home / "state").exists()
    assert list((home / "home").rglob("*.key"))
