"""A build that is interrupted anywhere leaves the old site or the new one, and no edit is lost.

`make audit` interrupts at every change to files; here are some that are spread over the build. All
are tried in forks of one process: none needs to load the program.
"""

import shutil

import pytest

from forks import forked
from interrupted import KILL
from interruptions import KINDS, check, first, incremental, publishing, renewing
from samples import size

MOMENTS = size(6, 9)  # of each scenario, the kinds by turns


@pytest.fixture(scope="module", params=[first, incremental, publishing, renewing])
def scenario(request, tmp_path_factory):
    return request.param(tmp_path_factory.mktemp("interrupted"), forked)


@pytest.mark.parametrize("part", range(MOMENTS))
def test_a_build_interrupted_on_the_way(scenario, tmp_path, part):
    kind = KINDS[part % len(KINDS)]
    fatal = 1 + part * (scenario.operations - 1) // (MOMENTS - 1)
    check(scenario, kind, fatal, tmp_path / "project", forked)


def test_a_source_that_changes_after_the_kill_is_no_edit_by_hand(tmp_path):
    scenario = incremental(tmp_path, forked)
    project, clean = tmp_path / "project", tmp_path / "clean"
    shutil.copytree(scenario.before, project)
    while_pages_are_written = scenario.operations // 8
    assert forked(KILL, while_pages_are_written, project).code == -9
    sidecar = project / "seeds/tram.yml"
    sidecar.write_text(sidecar.read_text() + "title: Two trams for Northport\n")
    done = forked(KILL, 0, project)
    assert done.code == 0
    assert done.said.count("edited by hand") == 1, done.said  # the editor's page alone
    assert not list(project.rglob(".writing-*"))
    shutil.copytree(scenario.before, clean)
    (clean / "seeds/tram.yml").write_text(sidecar.read_text())
    assert forked(KILL, 0, clean).code == 0
    titles = [
        (folder / "site/articles.json").read_text().count("Two trams")
        for folder in (project, clean)
    ]
    assert titles[0] == titles[1] > 0
