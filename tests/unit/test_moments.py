"""A moment is the same moment however it was made."""

import pytest
from pydantic import TypeAdapter

from generator.moments import Moment

STATED = [
    "2025-08-29",
    "2025-08-29T10:15:00",
    "2025-08-29T10:15:00+00:00",
    "2025-08-29T10:15:00-03:30",
]


@pytest.mark.parametrize("text", STATED)
def test_a_moment_that_a_cache_kept_has_the_keys_of_a_new_one(text):
    moment, kind = Moment.parse(text), TypeAdapter(Moment)
    kept = kind.validate_json(kind.dump_json(moment))
    assert kept == moment
    assert repr(kept) == repr(moment)
