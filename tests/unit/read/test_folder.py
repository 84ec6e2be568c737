"""`_folder.yml` holds for all files below its folder; what is said of a file goes before it."""

import datetime as dt
from pathlib import Path

import pytest

from generator.config import Limits
from generator.models import Article, Problem, Source
from generator.read import read
from generator.understand import understand

DAY = dt.date(2026, 3, 20)
TEXT = """Old mill turns again
3 March 2026

The wheel of the old mill turned on Monday for the first time since 1966, and the whole town came.
"""


def seeds(root: Path, files: dict[str, str]) -> dict[str, Source | Problem]:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = list(read(root, Limits(), dict.fromkeys(files, DAY)))
    return {item.path if isinstance(item, Source) else item.source: item for item in found}


def article(found: Source | Problem) -> Article:
    assert isinstance(found, Source)
    (made,) = understand(found, Limits()).articles
    return made


def test_corrections_of_a_folder_apply_to_all_files_below_it(tmp_path):
    said = "outlet: The Valley Courier\nsection: Town\nrights: excerpt\n"
    found = seeds(
        tmp_path,
        {
            "courier/_folder.yml": said,
            "courier/2026/mill.txt": TEXT,
            "mill.txt": TEXT,
        },
    )
    assert set(found) == {"courier/2026/mill.txt", "mill.txt"}
    below, beside = article(found["courier/2026/mill.txt"]), article(found["mill.txt"])
    assert (below.outlet, below.section, below.rights) == ("The Valley Courier", "Town", "excerpt")
    assert below.origins["outlet"] == "_folder.yml"
    assert (beside.outlet, beside.section, beside.rights) == (None, None, None)


def test_a_nearer_folder_overrides_a_farther_one_and_a_sidecar_both(tmp_path):
    front = "---\ntitle: Old mill\nsection: Letters\ndraft: false\n---\n\n"
    found = seeds(
        tmp_path,
        {
            "_folder.yml": "outlet: Far\nsection: Far\nplace: Millbrook\ndraft: true\n",
            "near/_folder.yml": "outlet: Near\n",
            "near/a.txt": TEXT,
            "near/a.yml": "section: Sidecar",
            "near/b.md": f"{front}{TEXT}",
        },
    )
    text, markdown = article(found["near/a.txt"]), article(found["near/b.md"])
    assert (text.outlet, text.section) == ("Near", "Sidecar")
    assert (text.place, text.draft) == ("Millbrook", True)
    assert (markdown.outlet, markdown.section, markdown.draft) == ("Near", "Letters", False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("outlett: The Courier", "'outlet'"),
        ("title: Mill", "unknown key 'title'"),
        ("rights: some", "'rights'"),
        ("draft: [", "not valid YAML"),
    ],
)
def test_an_invalid_one_is_named_and_its_files_are_not_updated(tmp_path, text, said):
    found = seeds(tmp_path, {"in/_folder.yml": text, "in/mill.txt": TEXT, "mill.txt": TEXT})
    problem = found["in/mill.txt"]
    assert isinstance(problem, Problem)
    assert problem.level == "error"
    assert "in/_folder.yml" in problem.message
    assert said in problem.message
    assert isinstance(found["mill.txt"], Source)


def test_a_link_out_of_the_folder_is_not_read(tmp_path):
    outside = tmp_path / "outside.yml"
    outside.write_text("outlet: Secret", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "_folder.yml").symlink_to(outside)
    found = seeds(tmp_path / "seeds", {"mill.txt": TEXT})
    assert isinstance(found["mill.txt"], Problem)


@pytest.mark.parametrize("name", ["_folder.txt", "_folder.yml.txt", "_Folder.html"])
def test_a_reserved_name_is_not_an_article(tmp_path, name):
    found = seeds(tmp_path, {name: TEXT, "_folder.yml": "outlet: Near\n", "mill.txt": TEXT})
    problem = found[name]
    assert isinstance(problem, Problem)
    assert "Rename it" in problem.message
    assert isinstance(found["mill.txt"], Source)


def test_a_doubt_is_settled_for_all_files_of_a_folder_and_sidecars_add_to_it(tmp_path):
    found = seeds(
        tmp_path,
        {
            "_folder.yml": "settled: [no-section]\n",
            "mill.txt": TEXT,
            "mill.yml": "settled: [short-body]\n",
            "inn.txt": TEXT,
        },
    )
    mill, inn = article(found["mill.txt"]), article(found["inn.txt"])
    assert [problem.code for problem in mill.problems] == []
    assert [problem.code for problem in inn.problems] == ["short-body"]
    assert set(mill.settled) == {"no-section", "short-body"}
