"""Pages of stories, and how front page and editions show them."""

from generator.compose import all_lists
from generator.compose.lists import front_page, plain_markdown
from generator.compose.lists.items import items_of, ranked
from generator.compose.story.entry import Report, Side, StoryEntry, record_of, story_of
from generator.models import Related
from shelves import WORDS, entry, shelf, story

GAZETTE = entry(1, "2025-08-28", outlet="Gazette", keywords=("Flood", "Holm"))
HERALD = entry(
    2,
    "2025-08-29",
    outlet="Herald",
    keywords=("Flood", "Holm", "Dam"),
)
COURIER = entry(3, "2025-08-30", outlet="Courier", keywords=("Holm", "Dam"))
ALONE = [entry(number, "2025-08-31", outlet="Gazette") for number in range(10, 16)]
FLOOD = StoryEntry(
    "stories/2025/flood.md",
    (
        Report(GAZETTE.path, (("The dam broke.", 0),), opening=True),
        Report(HERALD.path, (("Holm had warned of leaks.", 4),)),
        Report(COURIER.path),
    ),
    (
        (
            Side(GAZETTE.path, "18 people were injured.", 2, 18),
            Side(HERALD.path, "At least 20 people were injured.", 3, 20),
        ),
    ),
)


def page(*entries, stories=(FLOOD,)):
    return all_lists.views(shelf(*entries, stories=stories))["stories/2025/flood.md"]


def test_a_story_reads_back_as_it_was_written():
    front = {"digest": {"kind": "story", **record_of(FLOOD)}}
    assert story_of(FLOOD.path, front) == FLOOD
    assert story_of("a.md", {"digest": {"kind": "keyword"}}) is None
    assert story_of("a.md", {"digest": {"kind": "story", "articles": [3, {"page": None}]}}) is None


def test_the_page_has_the_articles_in_order_and_says_whose_headline_it_has():
    view = page(COURIER, GAZETTE, HERALD)
    assert view.title == HERALD.title
    assert "Herald" in view.story.chosen
    shown = [chapter.card.entry for chapter in view.story.chapters]
    assert shown == [GAZETTE, HERALD, COURIER]
    assert [chapter.label for chapter in view.story.chapters[:2]] == [
        "First report",
        "New in this article",
    ]
    assert view.facts == ("3 articles", "3 outlets", "28–30 August 2025")


def test_figures_that_differ_are_side_by_side_and_link_to_their_place():
    view = page(GAZETTE, HERALD, COURIER)
    assert [side.number for side in view.story.differences[0]] == ["18", "20"]
    body = plain_markdown.compose_plain(view, WORDS).body
    assert "[At least 20 people were injured.](<../../articles/2025/story-2.md#p3>)" in body


def test_nothing_is_quoted_of_an_outlet_that_allows_a_link_alone():
    closed = entry(2, "2025-08-29", outlet="Herald", keywords=("Flood", "Holm"), shown="link")
    view = page(GAZETTE, closed, COURIER)
    assert view.story.chapters[1].passages == ()
    assert "publisher" in view.story.chapters[1].note
    assert view.story.differences == ()


def test_a_story_without_a_second_article_has_no_page():
    views = all_lists.views(shelf(GAZETTE, *ALONE, stories=[FLOOD]))
    assert FLOOD.path not in views
    assert WORDS("no-stories") == views["stories/index.md"].summary


def test_earlier_and_later_stories_say_why():
    before = entry(
        8,
        "2025-08-20",
        key="8.txt",
        related=(Related("1.txt", ("Holm", "Dam"), 8),),
        outlet="Gazette",
    )
    other = story("warning", before, entry(9, "2025-08-21", outlet="Herald"))
    views = all_lists.views(
        shelf(GAZETTE, HERALD, COURIER, before, entry(9, "2025-08-21", outlet="Herald"),
              stories=[FLOOD, other])
    )  # fmt: skip
    (earlier,) = views[FLOOD.path].story.earlier
    assert (earlier.link.path, earlier.reason) == (other.path, "Dam, Holm; 8 days earlier")
    (later,) = views[other.path].story.later
    assert later.link.path == FLOOD.path


def test_the_best_covered_leads_and_not_the_latest():
    front = all_lists.views(shelf(GAZETTE, HERALD, COURIER, *ALONE, stories=[FLOOD]))["index.md"]
    assert front.lead.card.entry == HERALD
    assert set(front.lead.card.also) == {GAZETTE, COURIER}
    assert front.lead.card.story.path == FLOOD.path
    assert front.facts[:2] == ("1 story", "9 articles")


def test_stories_are_ordered_by_outlets_then_articles():
    many = [entry(number, "2025-08-29", outlet="Gazette") for number in range(20, 24)]
    few = [entry(number, "2025-08-25", outlet=name) for number, name in ((30, "A"), (31, "B"))]
    made = shelf(*many, *few, *ALONE, stories=[story("many", *many), story("few", *few)])
    order = ranked(items_of(made, made.entries))
    assert [item.story for item in order[:2]] == ["stories/2025/few.md", "stories/2025/many.md"]


def test_every_article_is_in_its_edition_once_alone_or_in_its_story():
    edition = all_lists.views(shelf(GAZETTE, HERALD, COURIER, *ALONE, stories=[FLOOD]))[
        "editions/2025-W35.md"
    ]
    cards = [edition.lead.card, *edition.seconds, *(c for g in edition.groups for c in g.cards)]
    shown = [found.path for card in cards for found in (card.entry, *card.also)]
    assert sorted(shown) == sorted(e.path for e in (GAZETTE, HERALD, COURIER, *ALONE))


def test_further_stories_have_a_band_before_the_sections():
    pairs = [
        [entry(number, "2025-08-29", outlet=name) for number, name in ((at, "A"), (at + 1, "B"))]
        for at in range(40, 50, 2)
    ]
    entries = [found for pair in pairs for found in pair]
    made = shelf(*entries, *ALONE, stories=[story(f"s{at}", *p) for at, p in enumerate(pairs)])
    first, *_ = front_page.bands(made, items_of(made, made.entries))
    assert (first.heading.path, len(first.cards)) == ("stories/index.md", 5)


def test_the_index_lists_stories_newest_first():
    old = [entry(number, "2024-03-01", outlet=name) for number, name in ((50, "A"), (51, "B"))]
    views = all_lists.views(shelf(GAZETTE, HERALD, *old, stories=[story("old", *old), FLOOD]))
    links = views["stories/index.md"].links[0].links
    assert [link.path for link in links] == [FLOOD.path, "stories/2025/old.md"]
