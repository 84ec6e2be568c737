"""A page is made again if what it shows has changed, and only then."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from generator.compose.article.entry import Entry
from generator.compose.input_hashes import Inputs
from generator.compose.lists.views import Card, Link
from generator.moments import Moment

ENTRY = Entry(path="articles/2025/a.md", title="Bridge opens", sha256="1", words=400)
CARD = Card(ENTRY, "1 May 2025", None, None, ())


@pytest.mark.parametrize(
    ("change", "shown"),
    [({"title": "Bridge closes"}, True), ({"sha256": "2"}, False), ({"words": 401}, False)],
)
def test_lists_depend_on_what_they_show_of_an_article(change, shown):
    other = replace(ENTRY, **change)
    for one, two in ((ENTRY, other), (CARD, replace(CARD, entry=other))):
        assert (Inputs().digest(one) != Inputs().digest(two)) is shown
        assert Inputs(whole=True).digest(one) != Inputs(whole=True).digest(two)


def test_each_of_two_cards_of_an_article_counts():
    def digest(note):
        story = replace(CARD, story=Link("Bridge", "stories/2025/a.md", note=note))
        return Inputs().digest(CARD, story)

    assert digest("3 articles") != digest("4 articles")


@pytest.mark.parametrize("date", ["2025-05-01", "2025-05-01T10:15:00", "2025-05-01T10:15:00+02:00"])
def test_an_entry_that_was_kept_as_json_counts_as_the_same(date):
    entries = TypeAdapter(Entry)
    made = replace(ENTRY, date=Moment.parse(date))
    kept = entries.validate_json(entries.dump_json(made))
    assert kept == made
    assert Inputs(whole=True).digest(kept) == Inputs(whole=True).digest(made)
