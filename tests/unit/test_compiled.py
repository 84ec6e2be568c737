"""Values made from files of the program are kept until the files change."""

import sys

import numpy as np
import pytest

from generator.run.compiled import compiled


@pytest.fixture
def keeps(tmp_path, monkeypatch):
    """Return a function that compiles a value from a file, and the list of what it was made of."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    made = []

    def make(file):
        made.append(file.read_text())
        return {"text": made[-1], "sizes": np.arange(1000), "flags": np.ones(3, dtype=bool)}

    return lambda file: compiled(tmp_path / "value", [file], lambda: make(file)), made


def test_a_value_is_made_once_until_its_file_changes(keeps, tmp_path):
    get, made = keeps
    file = tmp_path / "table.yml"
    file.write_text("one")
    first, again = get(file), get(file)
    assert made == ["one"]
    assert first["text"] == again["text"] == "one"
    assert np.array_equal(first["sizes"], again["sizes"])
    assert again["flags"].tolist() == [True] * 3
    file.write_text("two")
    assert get(file)["text"] == "two"
    assert made == ["one", "two"]


@pytest.mark.parametrize("damage", [b"", b"\0" * 8, b"\1" + b"\0" * 40, b"x" * 200])
def test_a_damaged_value_is_made_again(keeps, tmp_path, damage):
    get, made = keeps
    file = tmp_path / "table.yml"
    file.write_text("one")
    get(file)
    (kept,) = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(damage)
    assert get(file)["text"] == "one"
    assert made == ["one"] * 2


def test_nothing_is_written_where_python_writes_no_bytecode(keeps, tmp_path, monkeypatch):
    get, _ = keeps
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    file = tmp_path / "table.yml"
    file.write_text("one")
    assert get(file)["text"] == "one"
    assert not (tmp_path / "__pycache__").exists()
