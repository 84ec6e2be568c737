"""A build whose articles a Dask cluster works on: two workers on this machine."""

import contextlib
import os
import shutil
import sys

import pytest

import newsroom
from generator.run.dask_cluster import NoCluster, crew
from program import digest, tree

distributed = pytest.importorskip("distributed")


@contextlib.contextmanager
def cluster(workers):
    with distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
    ) as found:
        yield found.scheduler_address


@pytest.fixture(scope="module")
def address():
    with cluster(2) as found:
        yield found


def test_a_cluster_builds_the_same_bytes(address, tmp_path):
    here, there = tmp_path / "here", tmp_path / "there"
    newsroom.write(here / "seeds", 26)  # for fewer, no cluster is used
    shutil.copytree(here, there)
    assert digest(here, "build", "-q").returncode == 0
    done = digest(there, "build", "-q", "--scheduler", address, jobs=None)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(there / "content") == tree(here / "content")
    assert tree(there / "site") == tree(here / "site")


def test_an_address_without_scheduler(tmp_path):
    newsroom.write(tmp_path / "seeds", 1)
    done = digest(tmp_path, "build", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert done.stderr.startswith("digest: tcp://127.0.0.1:9: no Dask scheduler answers there.")
    assert not (tmp_path / "content").exists()


def test_no_dask(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(NoCluster, match=r"pip install '\.\[cluster\]'"):
        crew("tcp://127.0.0.1:9", None).__enter__()


def test_a_scheduler_without_workers():
    with cluster(0) as empty, pytest.raises(NoCluster, match=f"dask worker {empty}"):
        crew(empty, None).__enter__()


def test_workers_with_other_versions(address, monkeypatch):
    monkeypatch.setattr("generator.run.dask_cluster.fingerprint", other)
    with pytest.raises(NoCluster, match="other versions"):
        crew(address, None).__enter__()


def other(*_stages: str) -> str:
    """Stand for a version that is another one in each process."""
    return str(os.getpid())
