"""Work on many items survives what any of them does."""

import os
import time

import pytest

from generator.parallel import Lost, Workers


def double(number: int) -> int:
    if number == 13:
        raise ValueError("unlucky")
    if number == 17:
        os._exit(1)
    if number == 19:
        time.sleep(60)
    return number * 2


def work(items, *, jobs):
    ticks = []
    workers = Workers(double, jobs, 1.5, lambda: ticks.append(1))
    return workers.run(items), len(ticks)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_order(jobs):
    items = [number for number in range(60) if number not in (13, 17, 19)]
    assert work(items, jobs=jobs) == ([number * 2 for number in items], len(items))


def test_each_item_is_lost_alone():
    found, ticks = work(list(range(60)), jobs=2)
    lost = {number: one for number, one in enumerate(found) if isinstance(one, Lost)}
    assert set(lost) == {13, 17, 19}
    assert "unlucky" in lost[13].reason
    assert "die" in lost[17].reason
    assert "1.5 seconds" in lost[19].reason
    assert ticks == 60
    assert found[59] == 118


def test_the_time_limit_holds_without_processes():
    found, _ = work([18, 19, 20], jobs=1)
    assert [found[0], found[2]] == [36, 40]
    assert isinstance(found[1], Lost)
