"""A small collection shows its events as stories, and nothing else as one."""

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from articles import articles_of
from generator.analyse import analyse
from generator.config import Settings
from generator.relate import relate

ROWS = yaml.safe_load(Path(__file__).with_name("small_collection.yml").read_text(encoding="utf-8"))
EVENTS = {"bridge", "cup", "rates", "fire", "election", "vaccine"}


def stories(rows):
    articles = articles_of(rows)
    found = defaultdict(list)
    insights = relate(articles, list(map(analyse, articles)), Settings())
    for row, insight in zip(rows, insights, strict=True):
        if insight.story:
            found[insight.story].append(row)
    return [[row["event"] for row in members] for members in found.values()]


def test_each_event_is_one_story():
    found = stories(ROWS)
    assert {tuple(set(events)) for events in found} == {(event,) for event in EVENTS}
    assert len(found) == len(EVENTS)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_no_story_has_two_events_where_a_collection_has_one_language(language):
    found = stories([row for row in ROWS if row["language"] == language])
    assert [events for events in found if len(set(events)) > 1 or None in events] == []


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_one_report_is_not_joined_with_what_shares_its_vocabulary(event):
    rows = [row for row in ROWS if row["event"] is None]
    single = next(row for row in ROWS if row["event"] == event)
    assert stories([*rows, single]) == []
