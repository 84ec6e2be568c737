"""Pictures say what their numbers say."""

import datetime as dt

import pytest

from generator.compose.lists.views import Day, Link
from generator.compose.pictures import charts, counts
from generator.compose.pictures.counts import Axis
from shelves import WORDS, entry


def days(*pairs):
    """Return entries: so many on each day."""
    return [entry(f"{day}-{n}", day, sha256="") for day, many in pairs for n in range(many)]


SPREAD = days(("2025-01-06", 1), ("2025-03-10", 4), ("2025-05-12", 2))


def test_bars_are_proportional_and_at_their_place():
    axis = Axis.of(SPREAD, WORDS)
    (figure,) = counts.timeline(SPREAD, axis, WORDS)
    (chart,) = figure.charts
    assert axis.unit == "week"
    assert [bar.height for bar in chart.bars] == [15.0, 60.0, 30.0]
    assert [bar.x // 10 for bar in chart.bars] == [0, 9, 18]
    assert all(bar.y + bar.height == chart.height for bar in chart.bars)
    assert chart.width == 10 * len(axis.steps)


def test_the_table_has_the_numbers():
    (figure,) = counts.timeline(SPREAD, Axis.of(SPREAD, WORDS), WORDS)
    assert [row[1] for row in figure.rows] == ["1", "4", "2"]
    assert figure.text == "Peak: 10–16 March 2025, with 4 articles."


def test_one_article_among_thousands_is_still_seen():
    chart = charts.bars([1, 10_000], 10_000, ["", ""])
    assert chart.bars[0].height >= 1


def test_where_there_is_no_course_there_is_no_picture():
    alone = days(("2025-01-06", 3))
    assert counts.timeline(alone, Axis.of(alone, WORDS), WORDS) == ()
    assert counts.timeline([], Axis.of([], WORDS), WORDS) == ()


def test_no_period_stands_out_among_equals():
    even = days(("2025-01-06", 1), ("2025-03-10", 1))
    (figure,) = counts.timeline(even, Axis.of(even, WORDS), WORDS)
    assert figure.text == ""


def test_shares_are_of_all_articles_of_the_period():
    world, local = days(("2025-01-06", 3), ("2025-03-10", 1)), days(("2025-01-06", 1))
    by_section = {"World": world, "Local": local}
    links = {name: Link(name) for name in by_section}
    axis = Axis.of([*world, *local], WORDS)
    (figure,) = counts.shares(by_section, links, axis, WORDS)
    assert [chart.label.text for chart in figure.charts] == ["World", "Local"]
    assert figure.rows == (
        ("6 January 2025", "75%", "25%"),
        ("10 March 2025", "100%", "0%"),
    )


@pytest.mark.parametrize(("count", "strength"), [(0, 0), (1, 1), (10, 3), (100, 4)])
def test_levels_grow_with_the_count(count, strength):
    assert charts.level(count, 100) == strength


@pytest.mark.parametrize(
    ("count", "strength"), [(0, 0), (1, 1), (26, 2), (31, 3), (52, 4), (56, 4)]
)
def test_the_months_of_a_year_are_distinguished(count, strength):
    assert charts.share_level(count, 56) == strength


def test_a_month_has_its_days_under_their_weekdays():
    first = dt.date(2025, 8, 1)  # a Friday
    edition = Link("25–31 August 2025", "editions/2025-W35.md", 2)
    month = charts.month_of_days(Link("August"), first, {dt.date(2025, 8, 29): edition}, 2, WORDS)
    assert [len(week) for week in month.weeks] == [7] * 5
    assert [day and day.number for day in month.weeks[0]] == [None] * 4 + [1, 2, 3]
    friday = month.weeks[4][4]
    assert friday == Day(29, 4, "29 August 2025: 2 articles", "editions/2025-W35.md")
    assert sum(bool(day and day.path) for week in month.weeks for day in week) == 1


def test_a_month_without_articles():
    month = charts.month_of_days(Link("August"), dt.date(2025, 8, 1), {}, 5, WORDS)
    assert {day.level for week in month.weeks for day in week if day} == {0}


def test_the_course_of_a_keyword_ends_with_this_edition():
    chart = charts.course([0.25, 0, 0.5], ["a", "b", "c"])
    assert [(bar.x // 10, bar.height, bar.level, bar.text) for bar in chart.bars] == [
        (0, 10, 2, "a"),
        (2, 20, 4, "c"),
    ]


def test_a_keyword_that_left_has_no_strong_bar():
    assert [bar.level for bar in charts.course([0.5, 0], ["a", "b"]).bars] == [2]
