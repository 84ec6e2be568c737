"""Values that one build keeps for the next, and results that are read when they are used."""

from pathlib import Path

import pytest

from generator.run.cache import Cache, ResultLost
from generator.run.cached_work import CachedWork
from generator.run.kept_values import KeptValues
from generator.run.parallel import Crew


def double(number: int) -> int:
    return number * 2


def kept(record: Path, version: str = "1") -> KeptValues[tuple[str, int]]:
    return KeptValues(record, version)


def test_values_are_kept_as_long_as_they_are_used(tmp_path):
    first = kept(tmp_path / "values.bin")
    first.put("a", ("one", 1))
    first.put("b", ("two", 2))
    first.save()
    second = kept(tmp_path / "values.bin")
    assert (second.get("b"), second.get("c")) == (("two", 2), None)
    second.save()
    third = kept(tmp_path / "values.bin")
    assert (third.get("a"), third.get("b")) == (None, ("two", 2))


def test_values_of_another_version_or_of_somebody_else_are_not_used(tmp_path):
    record = tmp_path / "values.bin"
    first = kept(record)
    first.put("a", ("one", 1))
    first.save()
    assert kept(record, "2").get("a") is None
    data = record.read_bytes()
    record.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert kept(record).get("a") is None


def work(numbers: list[int], folder: Path) -> CachedWork[int, int]:
    return CachedWork(double, lambda at: (numbers[at],), lambda *_: 0, 10, Crew(1), folder)


def test_results_of_earlier_runs_are_read_when_they_are_used(tmp_path):
    def done(*numbers: int):
        new: list[int] = []
        cache = Cache(tmp_path / "doubled", "read")
        return work(list(numbers), tmp_path).done(numbers, cache, lambda: new.append(1))

    assert list(done(1, 2, 3)) == [2, 4, 6]
    again = done(3, 4, 2)
    assert list(again) == [6, 8, 4]
    again.keep([1, 2])
    assert list(again) == [8, 4]
    for file in (tmp_path / "doubled").rglob("*.bin"):
        file.unlink()
    assert again[0] == 8  # a new one is kept until the end of the run
    with pytest.raises(ResultLost):
        again[1]
