"""The address of a story outlives every change of its articles."""

from generator.compose.story.entry import Report, StoryEntry
from generator.compose.story.permalinks import assign

TITLES = {name: (f"About {name}", 2025) for name in "abcdefgh"}


def known(path, *articles, to=""):
    return StoryEntry(path, tuple(map(Report, articles)), to=to)


def assigned(stories, *before, titles=TITLES, taken=()):
    return assign([list(story) for story in stories], before, titles, frozenset(taken))


def test_a_new_story_is_named_after_its_first_article():
    assert assigned(["ab"]).paths == ("stories/2025/about-a.md",)
    undated = assigned(["ab"], titles={**TITLES, "a": ("About a", None)})
    assert undated.paths == ("stories/undated/about-a.md",)


def test_stories_of_one_title_and_pages_by_hand_have_different_addresses():
    titles = {**TITLES, "c": TITLES["a"]}
    first, second = assigned(["ab", "cd"], titles=titles).paths
    assert first != second
    assert assigned(["ab"], taken=["stories/2025/about-a.md"]).paths[0] != "stories/2025/about-a.md"


def test_it_stays_when_articles_join_even_earlier_ones():
    before = known("stories/2025/about-b.md", "b", "c")
    assert assigned(["abc"], before) == assigned(["abc"], before)
    assert assigned(["abc"], before).paths == ("stories/2025/about-b.md",)


def test_joined_stories_keep_the_larger_one_s_address_and_the_other_leads_to_it():
    large, small = known("large.md", "a", "b", "c"), known("small.md", "d", "e")
    found = assigned(["abcde"], small, large)
    assert (found.paths, found.moved) == (("large.md",), {"small.md": "large.md"})


def test_of_a_divided_story_the_larger_part_keeps_the_address():
    before = known("story.md", "a", "b", "c", "d", "e")
    found = assigned(["de", "abc"], before)
    assert found.paths == ("stories/2025/about-d.md", "story.md")
    assert found.moved == {}


def test_of_equal_parts_the_one_with_the_first_article_keeps_it():
    assert assigned(["cd", "ab"], known("story.md", "a", "b", "c", "d")).paths[1] == "story.md"


def test_a_story_that_no_longer_exists_redirects_to_its_first_article():
    found = assigned([], known("story.md", "a", "b"))
    assert found.moved == {"story.md": "a"}
    gone = assigned([], known("story.md", "a", "b"), titles={"b": TITLES["b"]})
    assert gone.moved == {"story.md": "b"}
    assert assigned([], known("story.md", "a", "b"), titles={}).moved == {}


def test_a_former_address_comes_back_with_its_articles():
    former = known("old.md", "d", "e", to="large.md")
    found = assigned(["abc", "de"], known("large.md", "a", "b", "c", "d", "e"), former)
    assert (found.paths, found.moved) == (("large.md", "old.md"), {})


def test_a_former_address_gives_way_to_a_story_of_today():
    former, today = known("old.md", "a", "b", "c", to="new.md"), known("new.md", "a", "b")
    found = assigned(["abc"], former, today)
    assert (found.paths, found.moved) == (("new.md",), {"old.md": "new.md"})
