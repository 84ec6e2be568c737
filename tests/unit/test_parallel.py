"""Work on many items survives what any of them does."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from generator.run.parallel import ClusterLost, Crew, KeptProcesses, Workers
from generator.run.resource_limits import DIED, Lost, isolated


def double(number: int) -> int:
    if number == 13:
        raise ValueError("unlucky")
    if number == 17:
        os._exit(1)
    while number == 19:
        pass
    return number * 2


def work(items, crew):
    ticks = []
    workers = Workers(double, crew, 1.5, lambda: ticks.append(1))
    return list(workers.run(items)), len(ticks)


CREWS = {
    "one process": Crew(1),
    "two processes": Crew(2),
    "threads elsewhere": Crew(cluster=ThreadPoolExecutor(2), threads=2),
}


@pytest.mark.parametrize("crew", CREWS.values(), ids=CREWS)
def test_results_come_in_order(crew):
    items = [number for number in range(60) if number not in (13, 17, 19)]
    assert work(items, crew) == ([number * 2 for number in items], len(items))


@pytest.mark.long
@pytest.mark.parametrize("name", ["two processes", "threads elsewhere"])
def test_each_item_is_lost_alone(name):
    found, ticks = work(list(range(60)), CREWS[name])
    lost = {number: result for number, result in enumerate(found) if isinstance(result, Lost)}
    assert set(lost) == {13, 17, 19}
    assert "unlucky" in lost[13].reason
    assert "crashed" in lost[17].reason
    assert "1.5 CPU seconds" in lost[19].reason
    assert ticks == 60
    assert found[59] == 118


def test_the_time_limit_holds_without_processes():
    found, _ = work([18, 19, 20], Crew(1))
    assert [found[0], found[2]] == [36, 40]
    assert isinstance(found[1], Lost)


def test_results_come_as_soon_as_they_are_there():
    seen = []
    results = Workers(double, Crew(1), 1.5, lambda: seen.append(1)).run([1, 2, 3])
    assert (next(results), len(seen)) == (2, 1)


def test_a_process_apart_is_kept_until_it_dies():
    found = []

    def ask():
        pids = [isolated(pid, 5.0, 0), isolated(pid, 5.0, 0)]
        found.extend([*pids, isolated(double, 5.0, 17), isolated(pid, 5.0, 0)])

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    first, second, died, third = found
    assert first == second != os.getpid()
    assert died == DIED
    assert third not in {first, os.getpid()}


def pid(_: int) -> int:
    return os.getpid()


def stage(kept, jobs=1, items=3):
    crew = Crew(jobs, kept=kept)
    found = set(Workers(pid, crew, 5.0, lambda: None).run(range(items)))
    assert os.getpid() not in found
    return found


def test_kept_processes_serve_the_next_stage():
    kept = KeptProcesses()
    first = stage(kept)
    assert stage(kept) == first
    kept.rest()
    assert stage(kept) != first
    kept.end()


def test_a_single_process_outlasts_a_run_where_that_is_asked_for():
    kept = KeptProcesses(across_runs=True)
    first = stage(kept)
    kept.rest()
    assert stage(kept) == first
    several = stage(kept, jobs=2, items=60)
    kept.rest()
    assert not stage(kept, jobs=2, items=60) & several
    kept.end()


def test_kept_processes_that_died_are_replaced():
    kept = KeptProcesses(across_runs=True)
    (worker,) = stage(kept)
    os.kill(worker, signal.SIGKILL)
    assert worker not in stage(kept)
    kept.end()


def test_a_cluster_that_breaks_is_named():
    broken = ThreadPoolExecutor(1)
    broken.shutdown()
    with pytest.raises(ClusterLost, match="build again"):
        work(list(range(60)), Crew(cluster=broken))


def wait(number: int) -> int:
    time.sleep(0.2)
    return number


SLOW = """
import os
import time
import test_parallel
from generator.run.parallel import Crew, Workers
if __name__ == "__main__":
    for one in Workers(test_parallel.wait, Crew(2), 60.0, lambda: None).run(range(1000)):
        os.write(1, b"a result\\n")  # whole, where print may write its end apart
else:
    os.write(1, b"a process starts\\n")
    time.sleep(1)
"""


@pytest.mark.parametrize("moment", ["a process starts", "a result"])
def test_an_interrupt_ends_all_processes_without_a_word(tmp_path, moment):
    script = tmp_path / "slow.py"
    script.write_text(SLOW)
    paths = os.pathsep.join(filter(None, sys.path))
    running = subprocess.Popen(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while running.stdout.readline() != f"{moment}\n":
        assert running.poll() is None
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does
    _, said = running.communicate(timeout=300)
    assert said.count("Traceback") == 1  # of the script itself, which does not catch it
    assert "KeyboardInterrupt" in said


ENDLESS = """
import test_parallel
from generator.cli import _end_in_order_at_sigterm
from generator.run.parallel import Crew, Workers
if __name__ == "__main__":
    _end_in_order_at_sigterm()
    list(Workers(test_parallel.sleep, Crew(2), 60.0, lambda: None).run(range(1000)))
"""


def sleep(number: int) -> int:
    os.write(1, b"begun\n")
    time.sleep(600)
    return number


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_ended_leaves_no_workers(tmp_path, sent):
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    running = subprocess.Popen(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert running.stdout.readline() == b"begun\n"
    running.send_signal(sent)
    running.communicate(timeout=60)  # returns when no process holds the output any more
    assert running.returncode


def note(log: Path, number: int) -> int:
    with log.open("a") as file:
        file.write(f"{number}\n")
    time.sleep(2 if number else 0)
    return number


def test_workers_end_at_once_and_without_a_word_where_their_work_is_given_up(capfd, tmp_path):
    log = tmp_path / "begun.txt"
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # as a build has it
    try:
        results = Workers(partial(note, log), Crew(1), 60.0, lambda: None).run(range(20))
        assert next(results) == 0
        results.close()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capfd.readouterr().err == ""
    assert log.read_text().split() in (["0"], ["0", "1"])
