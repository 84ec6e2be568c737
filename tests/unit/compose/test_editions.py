"""Editions and the front page: with no article, one, a dozen, thousands."""

import datetime as dt

import pytest

from generator.compose import all_lists
from generator.compose.lists import front_page
from generator.compose.lists.items import items_of
from generator.editorial import EditionNotes, Editorial
from generator.models import KeyPoint
from shelves import entry, shelf, story

POINTS = (KeyPoint("A sentence of the article.", 2, 0), KeyPoint("Another one.", 4, 0))


def every(view):
    cards = [card.entry for group in view.groups for card in group.cards]
    top = [view.lead.card.entry] if view.lead else []
    return [*top, *(card.entry for card in view.seconds), *cards]


def lead_of(*entries):
    return front_page.lead_of(shelf(*entries), entries)


def test_nothing_yet():
    views = all_lists.views(shelf())
    assert "seeds" in views["index.md"].summary
    assert views["index.md"].lead is None
    for path in ("editions", "sections", "outlets", "keywords", "archive"):
        assert views[f"{path}/index.md"].summary


def test_one_article_is_the_front_page():
    views = all_lists.views(shelf(entry(1, "2025-08-29", section="World", key_points=POINTS)))
    front = views["index.md"]
    assert every(front) == [front.lead.card.entry]
    assert front.kicker == "25–31 August 2025"
    assert front.edition.path == "editions/2025-W35.md"
    assert "first edition" in front.moves.note


def test_an_undated_article_is_on_the_front_page_of_its_own():
    front = all_lists.views(shelf(entry(1)))["index.md"]
    assert front.lead.card.entry.title == "Story 1"
    assert front.edition is None


def test_where_no_article_has_a_date_the_editions_say_so():
    summary = all_lists.views(shelf(entry(1)))["editions/index.md"].summary
    assert "date" in summary
    assert "seeds" not in summary


def test_a_thin_edition_is_filled_up_with_earlier_ones():
    entries = [entry(number, f"2025-0{1 + number // 4}-1{number % 4}") for number in range(12)]
    front = all_lists.views(shelf(*entries))["index.md"]
    found = every(front)
    assert len(found) == len(set(found)) == 12
    assert front.groups[-1].heading.text == "From earlier editions"


def test_an_edition_of_one_has_earlier_articles_beside_it_on_the_front_page_alone():
    latest, *others = [entry(number, f"2025-08-{29 - 7 * number}") for number in range(3)]
    views = all_lists.views(shelf(latest, *others))
    front = views["index.md"]
    assert (front.lead.card.entry, [card.entry for card in front.seconds]) == (latest, others)
    assert (front.groups, front.facts) == ((), ("1 article",))
    assert views["editions/2025-W35.md"].seconds == ()


def test_a_full_edition_is_cut_on_the_front_page_and_whole_on_its_own():
    entries = [entry(number, "2025-08-29", section=f"S{number % 4}") for number in range(300)]
    views = all_lists.views(shelf(*entries))
    assert len(every(views["index.md"])) == 27
    pages = [view for path, view in views.items() if path.startswith("editions/2025-W35")]
    shown = [entry for view in pages for entry in every(view)]
    assert sorted(entry.path for entry in shown) == sorted(entry.path for entry in entries)


@pytest.mark.parametrize(
    ("unit", "paths"),
    [
        ("day", {"editions/2025-08-25.md", "editions/2025-08-31.md", "editions/2025-09-01.md"}),
        ("week", {"editions/2025-W35.md", "editions/2025-W36.md"}),
        ("month", {"editions/2025-08.md", "editions/2025-09.md"}),
    ],
)
def test_periods(unit, paths):
    entries = [entry(1, "2025-08-25"), entry(2, "2025-08-31"), entry(3, "2025-09-01")]
    views = all_lists.views(shelf(*entries, unit=unit))
    found = {path for path in views if path.startswith("editions/2")}
    assert found == paths
    first, last = views[min(paths)], views[max(paths)]
    assert (first.older, last.newer) == (None, None)
    assert last.older is not None


def test_the_lead_is_of_the_story_that_most_is_written_about():
    crowd = [entry(n, "2025-08-29", keywords=("Flood", f"k{n}")) for n in range(1, 4)]
    lone = entry(9, "2025-08-31", keywords=("Tram",))
    middle = entry(5, "2025-08-26", keywords=("Flood", "Tram"))
    assert lead_of(lone, *crowd, middle) == middle


def test_an_article_with_key_points_leads_before_one_without():
    bare = entry(1, "2025-08-29", keywords=("Flood",))
    whole = entry(2, "2025-08-28", key_points=POINTS)
    assert lead_of(bare, whole, entry(3, "2025-08-27", keywords=("Flood",))) == whole


def test_an_undated_article_leads_only_where_no_other_does():
    undated = entry(1, collected=dt.date(2025, 8, 30), key_points=POINTS, keywords=("Flood",))
    dated = entry(2, "2025-08-29", keywords=("Tram",))
    assert lead_of(undated, dated, entry(3, "2025-08-28")) == dated
    assert lead_of(undated) == undated


def test_the_lead_says_its_sentence_in_full_and_once():
    long = "The council voted for the plan " + "after a long debate " * 20 + "on Monday."
    cut = long[:200].rsplit(" ", 1)[0] + " …"
    points = (KeyPoint(long, 0, 0), KeyPoint("Another.", 3, 1))
    story = entry(1, "2025-08-29", description=cut, key_points=points)
    lead = all_lists.views(shelf(story))["index.md"].lead
    assert lead.summary == long
    assert lead.points == (("Another.", 3),)


def test_the_seconds_are_of_other_sections():
    crowd = [entry(n, "2025-08-29", section="Local", keywords=("Flood",)) for n in range(4)]
    others = [entry(n, "2025-08-29", section=f"S{n}", keywords=("Flood",)) for n in (8, 9)]
    front = all_lists.views(shelf(*crowd, *others))["index.md"]
    assert front.lead.card.entry.section == "Local"
    assert [card.entry for card in front.seconds] == others
    assert sorted(entry.path for entry in every(front)) == sorted(e.path for e in (*crowd, *others))


def test_one_section_gives_the_seconds_too():
    entries = [entry(n, "2025-08-29", section="Local") for n in range(3)]
    front = all_lists.views(shelf(*entries))["index.md"]
    assert (len(front.seconds), front.groups) == (2, ())


def test_sections_of_few_articles_share_a_band():
    counts = {"Local": 4, "World": 3, "Culture": 2, "": 2}
    entries = [
        entry(f"{name}{n}", "2025-08-29", section=name or None)
        for name, many in counts.items()
        for n in range(many)
    ]
    made = shelf(*entries)
    local, world, more = front_page.bands(made, items_of(made, entries))
    assert [(group.heading.text, len(group.cards)) for group in (local, world, more)] == [
        ("Local", 4),
        ("World", 3),
        ("More news", 4),
    ]
    assert (local.kickers, more.kickers) == (False, True)


def test_the_editor_s_note_is_in_its_edition():
    notes = {"2025-W35": EditionNotes("Dear *reader*")}
    views = all_lists.views(shelf(entry(1, "2025-08-29"), entry(2, "2025-09-05"), notes=notes))
    assert views["editions/2025-W35.md"].note == "Dear *reader*"
    assert views["editions/2025-W36.md"].note == ""


def test_what_rises_leads_to_its_keyword_with_the_counts():
    quiet = [entry(n, "2025-08-20", keywords=("Tram",)) for n in range(10)]
    loud = [entry(n, "2025-08-29", keywords=("Flood",)) for n in range(10, 14)]
    moves = all_lists.views(shelf(*quiet, *loud))["editions/2025-W35.md"].moves
    (move,) = moves.rising
    assert (move.link.path, move.now, move.before) == ("keywords/flood.md", "4 of 4", "0 of 10")
    assert move.text == "4 of 4 articles; earlier 0 of 10"
    assert move.chart.bars[-1].text == "25–31 August 2025: 100%"
    assert moves.rows[0] == ("Flood", "4 of 4", "0 of 10")
    assert moves.fresh == ()  # it is said to rise
    assert [(link.text, link.count) for link in moves.common] == [("Flood", 4)]


def test_a_front_page_that_shows_nothing_that_fell_does_not_note_it():
    before = [entry(n, "2025-08-20", keywords=("Flood",)) for n in range(10)]
    now = [entry(n, "2025-08-29", keywords=()) for n in range(10, 16)]
    now.append(entry(16, "2025-08-29", keywords=("Flood",)))
    views = all_lists.views(shelf(*before, *now))
    assert views["editions/2025-W35.md"].moves.falling
    front = views["index.md"].moves
    assert (front.rising, front.falling, front.note) == ((), (), "")


def chosen(number, day="2025-08-29", **word):
    return entry(number, day, section="World", editorial=Editorial(**word))


def test_the_editor_s_lead_leads_and_weight_orders_the_rest():
    plain = entry(1, "2025-08-29", section="World", key_points=POINTS)
    light, heavy, first = chosen(2, weight=-3), chosen(3, weight=9), chosen(4, lead=True)
    others = [entry(number, "2025-08-28", section="World") for number in (5, 6, 7)]
    views = all_lists.views(shelf(plain, light, heavy, first, *others))
    for path in ("index.md", "editions/2025-W35.md"):
        found = every(views[path])
        assert (found[0], found[1], found[-1]) == (first, heavy, light)


def test_the_editor_s_lead_stands_for_its_story():
    best = entry(1, "2025-08-29", key_points=POINTS)
    own = chosen(2, lead=True)
    front = all_lists.views(shelf(best, own, stories=[story("quay", best, own)]))["index.md"]
    assert front.lead.card.entry == own


def test_a_pinned_article_stays_on_the_front_page_beside_the_lead():
    pinned = chosen(1, "2025-01-02", pin=True, weight=50)
    latest = [entry(number, "2025-08-29", section=f"S{number}") for number in range(2, 20)]
    views = all_lists.views(shelf(pinned, *latest))
    assert views["index.md"].seconds[0].entry == pinned
    assert every(views["index.md"]).count(pinned) == 1
    assert pinned not in every(views["editions/2025-W35.md"])
    leading = chosen(1, "2025-01-02", pin=True, lead=True)
    assert all_lists.views(shelf(leading, *latest))["index.md"].lead.card.entry == leading


@pytest.mark.parametrize("facts", [{"editorial": Editorial(hide=True)}, {"held": True}])
def test_a_hidden_or_held_article_is_in_no_edition_but_has_its_lists(facts):
    away = entry(1, "2029-08-29", section="World", **facts)
    shown = [entry(number, "2025-08-29", section="World") for number in (2, 3)]
    views = all_lists.views(shelf(away, *shown))
    assert away not in every(views["index.md"])
    assert views["index.md"].kicker == "25–31 August 2025"
    assert not any(path.startswith("editions/2029") for path in views)
    assert away in every(views["sections/world.md"])


def test_an_undated_article_appears_with_the_edition_of_its_collection():
    undated = entry(1, collected=dt.date(2025, 8, 30))
    views = all_lists.views(shelf(undated, entry(2, "2025-08-29")))
    assert undated in every(views["editions/2025-W35.md"])
    (card,) = views["editions/2025-W35.md"].seconds
    assert card.date == "Undated, collected 30 August 2025"


def test_the_front_page_has_its_note_else_the_edition_s():
    articles = [entry(number, "2025-08-29") for number in (1, 2)]
    both = {"2025-W35": EditionNotes("Of the week.", "Of today.")}
    views = all_lists.views(shelf(*articles, notes=both))
    assert views["index.md"].note == "Of today."
    assert views["editions/2025-W35.md"].note == "Of the week."
    notes = {"2025-W35": EditionNotes("Of the week.")}
    assert all_lists.views(shelf(*articles, notes=notes))["index.md"].note == "Of the week."


def test_a_copy_in_another_outlet_does_not_hinder_a_second_story():
    copied = {"source": "copy.txt", "outlet": "Herald"}
    first, second = (entry(n, f"2025-08-{30 - n}", also=(copied,)) for n in (1, 2))
    front = all_lists.views(shelf(first, second))["index.md"]
    assert every(front) == [first, second]
