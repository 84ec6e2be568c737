"""The same articles, the same bytes: wherever, whenever and in whatever order they are built."""

import datetime as dt
import shutil

import pytest

import machines
import newsroom
from program import output, tree
from samples import size

COUNT = size(12, 20)


def build(project, **variables):
    output(project, **variables)
    return project


def differing(built, other):
    found, expected = (tree(project, ("content", "site")) for project in (built, other))
    return sorted(path for path in found | expected if found.get(path) != expected.get(path))


def day(article):
    return dt.datetime.strptime(article[1].splitlines()[2], "%d %B %Y").replace(tzinfo=dt.UTC)


def fill(project, *, reverse=False, count=COUNT):
    """Write the earliest seeds in one order or the other: directories list files by arrival."""
    for name, text in sorted(sorted(newsroom.articles(COUNT), key=day)[:count], reverse=reverse):
        path = project / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".yml").write_text("collected: 2025-03-01\n")
    (project / "site_config").mkdir(exist_ok=True)
    settings = f"{machines.SETTINGS}site_url: https://example.org/digest\n"
    (project / "site_config/digest.yml").write_text(settings)
    return project


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    return build(fill(tmp_path_factory.mktemp("one") / "project"), PYTHONHASHSEED="1", TZ="UTC")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "0", "TZ": "America/St_Johns", "LANG": "tr_TR.UTF-8", "COLUMNS": "40"},
        {"SOURCE_DATE_EPOCH": "86400", "PYTHONUTF8": "0"},
    ],
    ids=["far-east", "far-west", "another-day"],
)
def test_another_place_and_time(reference, tmp_path, environment):
    other = fill(tmp_path / "a folder of another name", reverse=True)
    assert differing(build(other, **environment), reference) == []


def test_in_two_steps(reference, tmp_path):
    """An earlier article would not do: a story keeps the address that its first article gave it."""
    other = build(fill(tmp_path / "steps", count=COUNT - 6))
    assert differing(build(fill(other)), reference) == []


def test_again_and_with_force(reference, tmp_path):
    other = tmp_path / "again"
    shutil.copytree(reference, other)
    assert differing(build(other), reference) == []
    shutil.rmtree(other / ".cache")
    assert differing(build(other), reference) == []
