"""Rising keywords: small counts do not fool the measure, and the counts are right."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compose.lists.trends import WINDOW, Trend, log_odds, trends

QUIET = [("tram",)] * 3 + [("harbour",)] * 7


def last(*editions):
    return list(trends(editions))[-1]


def test_the_formula():
    """Checked by hand: 6 of 20 articles now, 3 of 100 before; the prior is 20 * 9 / 120 = 1.5."""
    delta = math.log(7.5 / 32.5) - math.log(4.5 / 115.5)
    assert log_odds(6, 20, 3, 100) == pytest.approx(delta / math.sqrt(1 / 7.5 + 1 / 4.5))


def test_a_keyword_that_many_more_articles_have_rises():
    found = last(QUIET, QUIET, QUIET, [("tram",)] * 8 + [("harbour",)] * 2)
    assert [(trend.keyword, trend.now, trend.before) for trend in found.rising] == [("tram", 8, 9)]
    assert [(trend.keyword, trend.now, trend.before) for trend in found.falling] == [
        ("harbour", 2, 21)
    ]
    assert (found.articles, found.before, found.editions) == (10, 30, 3)


def test_one_article_is_no_rise():
    found = last(QUIET, QUIET, [*QUIET, ("flood",)])
    assert found.rising == ()
    assert found.fresh == ()


def test_two_articles_of_a_small_edition_are_no_rise_where_it_was_common():
    assert last(QUIET, [("tram",), ("tram",), ("harbour",)]).rising == ()


def test_what_was_never_there_before_is_new():
    found = last(QUIET, QUIET, [("flood",)] * 5 + QUIET)
    assert found.fresh == ("flood",)
    assert found.rising[0].keyword == "flood"


def test_what_left_the_window_is_not_new():
    flood = [("flood",)] * 2
    found = last(flood, *[QUIET] * (WINDOW + 1), flood + QUIET)
    assert found.fresh == ()
    assert next(trend for trend in found.rising if trend.keyword == "flood").before == 0


def test_the_first_edition_is_compared_with_nothing():
    found = last(QUIET)
    assert (found.editions, found.rising, found.falling, found.fresh) == (0, (), (), ())


def test_a_keyword_named_twice_by_an_article_counts_once():
    (*_, trend) = last(QUIET, QUIET, [("tram", "tram")] * 9).rising
    assert trend == Trend("tram", 9, 6, trend.z, (0.3, 0.3, 1.0))


@given(st.integers(1, 500), st.integers(1, 5000), st.data())
def test_any_counts_give_a_number_with_the_sign_of_the_difference(articles, before, data):
    now, then = data.draw(st.integers(0, articles)), data.draw(st.integers(0, before))
    z = log_odds(now, articles, then, before)
    assert math.isfinite(z)
    difference = now / articles - then / before
    if abs(difference) > 1e-9 and z:
        assert (z > 0) == (difference > 0)


def test_the_order_of_articles_and_keywords_changes_nothing():
    edition = [("tram", "flood"), ("flood", "quay"), ("quay", "tram"), ("flood",)]
    outcomes = {last(QUIET, QUIET, list(order)) for order in itertools.permutations(edition)}
    assert len(outcomes) == 1
