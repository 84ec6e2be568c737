"""The quality of reading saved pages, on a sample of the corpus kept beside the project."""

import pytest

import scores

# What was reached on this sample. Of the last, less is better.
REACHED = {
    "articles": 1.0,
    "title": 0.85,
    "date": 0.968,
    "author": 0.847,
    "must_have": 0.951,
    "body_f1": 0.970,
    "must_not": 0.067,
}


@pytest.mark.shared
def test_saved_pages_are_understood_as_well_as_ever():
    assert scores.worse(scores.of_sample("html", every=3), REACHED, slack=0.001) == {}
