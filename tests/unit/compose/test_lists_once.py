"""The lists of a collection are made once for all stages that show them."""

import shelves
from generator.compose.all_lists import Lists, views
from generator.editorial import EditionNotes

FIRST, SECOND = (shelves.entry(number, "2025-08-29", section="World") for number in (1, 2))


def test_equal_collections_share_their_lists():
    lists = Lists()
    collection, made = lists.of(shelves.shelf(FIRST, SECOND))
    again = lists.of(shelves.shelf(SECOND, FIRST))
    assert again[0] is collection
    assert again[1] is made
    assert made == views(shelves.shelf(FIRST, SECOND))


def test_what_another_collection_shows_is_made_anew():
    both = shelves.shelf(FIRST, SECOND)
    others = (
        shelves.shelf(FIRST),
        shelves.shelf(FIRST, shelves.entry(2, "2025-08-29", section="Local")),
        shelves.shelf(FIRST, SECOND, unit="month"),
        shelves.shelf(FIRST, SECOND, notes={"2025-W35": EditionNotes("A quiet week.")}),
        shelves.shelf(FIRST, SECOND, stories=[shelves.story("flood", FIRST, SECOND)]),
        shelves.shelf(FIRST, SECOND, keywords_from=1),
    )
    for other in others:
        lists = Lists()
        _, made = lists.of(both)
        assert lists.of(other) == (other, views(other))
        assert lists.of(both)[1] == made
