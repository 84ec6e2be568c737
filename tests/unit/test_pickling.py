"""Values come out of a pickle as they were, however they are pickled."""

import datetime as dt
import io
import pickle
import subprocess
import sys
from dataclasses import FrozenInstanceError

import pytest

from articles import make_article
from generator.models import Analysis, Insight, KeyPoint, Related
from generator.moments import Moment
from generator.run.functions_by_name import Elsewhere
from generator.run.pickling import Reducers
from generator.text import squeeze

VALUES = [
    make_article("A bridge.", "A tunnel.", date=Moment(dt.date(2025, 8, 1)), origins={"date": "x"}),
    Insight(related=(Related("a.txt", ("bridge",), 3),), key_points=(KeyPoint("A bridge.", 0, 0),)),
    Analysis(terms=(("bridg", 2),), headline=("bridg",)),
    {"a": [dt.date(2025, 1, 1), None, 1.5]},
]


def again(value):
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = Reducers()
    pickler.dump(value)
    return pickle.loads(stream.getvalue())


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back(value):
    assert again(value) == value


def test_a_value_that_comes_back_is_frozen_still():
    with pytest.raises(FrozenInstanceError):
        again(VALUES[2]).terms = ()


def test_a_function_elsewhere_arrives_as_itself():
    function = Elsewhere("generator.text", "squeeze")
    assert function("a  b") == "a b"
    assert pickle.loads(pickle.dumps(function)) is squeeze


def test_a_worker_does_not_import_what_a_pasted_page_does_not_need():
    """An annotation of YAKE's names a class of networkx, whose import takes half a second."""
    program = (
        "import sys; from generator.per_article_stages import _UNUSED; "
        "from generator.run.functions_by_name import _found; "
        "_found('generator.understand', 'understand', ()); "
        "_found('generator.analyse', 'analyse', _UNUSED); "
        "print('networkx.algorithms' in sys.modules or 'markdown_it' in sys.modules); "
        "import networkx; print(len(networkx.DiGraph([(1, 2)])))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "2"]
