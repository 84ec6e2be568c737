"""What an article says of another's headline."""

import numpy as np
import pytest

from articles import make_article
from generator.analyse import analyse
from generator.relate.similarity import Likeness, Terms

REPORT = make_article(
    "The ferry Marianne ran aground off Northport on Tuesday. Divers looked at the hull.",
    title="Ferry Marianne runs aground",
)
OTHER = make_article(
    "Off Northport the Marianne hit a rock on Tuesday. The ferry ran aground there in fog.",
    title="Fog blamed for accident of a ferry",
)
ESSAY = make_article(
    "Captain Ahab never ran a ferry aground. Ahab knew the rocks of Northport, and Ahab slept.",
    title="How Ahab steered a ferry",
)


@pytest.fixture(scope="module")
def headlines():
    return Likeness.of(map(Terms.of, map(analyse, (REPORT, OTHER, ESSAY)))).headlines


def of(headlines, left, right):
    share, missing = headlines.coverage(np.array([left]), np.array([right]))
    return share[0], missing[0]


def test_a_report_has_more_words_of_a_headline_than_an_essay(headlines):
    report, essay = of(headlines, 0, 1), of(headlines, 0, 2)
    assert 0.0 < essay[0] < report[0]


def test_a_name_of_the_headline_that_the_other_lacks_counts_by_its_occurrences(headlines):
    assert of(headlines, 0, 1)[1] == 0.0
    assert of(headlines, 2, 0)[1] == pytest.approx(np.log1p(3))


def test_headlines_without_a_common_word_are_apart():
    texts = ("Ferry runs aground", "Accident in fog", "Ferry saved")
    analyses = [analyse(make_article("Nothing was said.", title=title)) for title in texts]
    headlines = Likeness.of(map(Terms.of, analyses)).headlines
    assert headlines.apart(np.array([0, 0]), np.array([1, 2])).tolist() == [True, False]


def test_a_headline_without_words_is_not_compared():
    analyses = [analyse(make_article("Ferry lost.", title=title)) for title in ("And so", "Ferry")]
    headlines = Likeness.of(map(Terms.of, analyses)).headlines
    assert of(headlines, 0, 1) == (0.5, 0.0)
