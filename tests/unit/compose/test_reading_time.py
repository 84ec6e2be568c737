"""Reading times: as stated, else from the words and marked as ours."""

import pytest

from generator.compose import all_lists
from generator.compose.article.labels import date_text, dateline, minutes, note, reading_time
from generator.compose.article.provenance import provenance
from shelves import WORDS, entry, shelf


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"reading_minutes": 3, "words": 5000}, "3 min read"),
        ({"words": 1}, "about 1 min read"),
        ({"words": 200}, "about 1 min read"),
        ({"words": 201}, "about 2 min read"),
        ({"words": 0}, ""),
        ({"words": 40, "language": "zh"}, ""),
        ({"characters": 255, "language": "zh"}, "about 1 min read"),
        ({"characters": 256, "language": "zh"}, "about 2 min read"),
        ({"characters": 714, "language": "ja"}, "about 2 min read"),
        ({"characters": 1760, "language": "th"}, "about 2 min read"),
        ({"words": 40, "language": "km"}, ""),
        ({"words": 40, "summary_only": True}, ""),
    ],
)
def test_a_reading_time_that_is_not_stated_says_about(facts, said):
    found = entry(1, "2025-08-29", **facts)
    assert reading_time(found, WORDS) == said
    assert (said in dateline(found, WORDS)) == bool(said)
    assert shelf(found).card(found).minutes == said
    marked = (WORDS("inferred"), WORDS("inferred-minutes")) in set(provenance(found, WORDS))
    assert marked == said.startswith("about")


def test_an_edition_says_how_long_all_of_it_takes():
    entries = [entry(number, "2025-08-29", words=400) for number in range(3)]
    view = all_lists.views(shelf(*entries, entry(4, "2025-08-29")))["editions/2025-W35.md"]
    assert view.facts[-1] == "about 6 min in all"
    few = all_lists.views(shelf(entries[0], entry(4, "2025-08-29")))["editions/2025-W35.md"]
    assert few.facts == ("2 articles",)
    assert minutes(entries[0]) == 2


def test_a_link_without_an_address_says_what_to_do():
    assert "site for the headline" in note(entry(1, shown="link"), WORDS)
    linked = entry(1, shown="link", url="https://example.org/a")
    assert note(linked, WORDS) == WORDS("link-only")


def test_a_date_without_a_day_is_shown_as_its_month():
    found = entry(1, "2026-03-01", date_inferred="day")
    assert date_text(found, WORDS) == "March 2026"
    assert (WORDS("inferred"), WORDS("inferred-day")) in set(provenance(found, WORDS))
    assert date_text(entry(1, "2026-03-01", date_inferred="year"), WORDS) == (
        "1 March 2026 (year inferred)"
    )
