"""An editor saves files while a build runs: nothing of theirs is lost, the next build is right.

`tests/tools/save.py` lets the saves begin at any change or reading of the build; here are some.
"""

import pytest

from forks import forked
from samples import size
from saved import Saved
from saving import SAVES

MOMENTS = size(3, 5)  # of each kind


@pytest.fixture(scope="module", params=SAVES)
def saved(request, tmp_path_factory):
    return Saved.of(request.param, tmp_path_factory.mktemp("saved"), forked)


@pytest.mark.parametrize("part", range(MOMENTS))
def test_nothing_that_is_saved_while_a_build_runs_is_lost_or_missed(saved, tmp_path, part):
    moment = 1 + part * (len(saved.places) - 1) // (MOMENTS - 1)
    saved.check(moment, tmp_path / "project", forked)
