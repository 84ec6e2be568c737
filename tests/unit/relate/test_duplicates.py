"""The same text in several files becomes one article that names the others."""

import dataclasses
import random

from articles import changed, make_article
from generator.models import Article, Copy, Problem
from generator.moments import Moment
from generator.relate import duplicates

WORDS = [f"word{number}" for number in range(3000)]


def merge(articles):
    return tuple(changed(articles, duplicates.merge_copies(articles)))


def prose(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def article(source: str, text: str, **fields: object) -> Article:
    return make_article(*text.split("\n"), source=source, title=f"Title of {source}", **fields)


def test_an_exact_copy_is_one_article_and_is_named():
    earlier = article("a.txt", prose(1), date=Moment.parse("2025-08-29"), outlet="Bay Courier")
    later = article(
        "b.txt",
        prose(1),
        date=Moment.parse("2025-08-30"),
        outlet="Post",
        url="https://post.example/",
    )
    (kept,) = merge([later, earlier])
    assert kept.source == "a.txt"
    assert kept.also == (Copy("b.txt", "Post", "https://post.example/"),)
    (doubt,) = kept.problems
    assert (doubt.source, doubt.level, doubt.code) == ("a.txt", "doubt", "near-copy")
    assert "b.txt" in doubt.message


def test_what_is_wrong_with_a_copy_s_file_is_still_said():
    wrong = Problem("b.txt", "warning", "front matter: 'titel' is not known.")
    doubt = Problem("b.txt", "doubt", "no section was found.", "no-section")
    clean = article("a.txt", prose(1), date=Moment.parse("2025-08-29"), section="Local")
    (kept,) = merge([clean, article("b.txt", prose(1), problems=(wrong, doubt))])
    assert [problem.source for problem in kept.problems] == ["a.txt", "b.txt"]
    assert kept.problems[1] == wrong


def test_agency_text_with_other_ends_is_a_copy():
    shared = prose(1)
    shorter = article("a.txt", f"{prose(2, 20)}\n{shared}", date=Moment.parse("2025-08-29"))
    fuller = article("b.txt", f"{shared}\n{prose(3, 30)}", date=Moment.parse("2025-08-29"))
    (kept,) = merge([shorter, fuller])
    assert kept.source == "b.txt"  # the fuller of one day
    assert [copy.source for copy in kept.also] == ["a.txt"]


def test_texts_that_share_a_quotation_stay_apart():
    quote = prose(1, 80)
    both = [article("a.txt", f"{quote}\n{prose(2)}"), article("b.txt", f"{prose(3)}\n{quote}")]
    assert merge(both) == tuple(both)


def test_the_earliest_by_the_clock_stays_whatever_the_zone():
    first = article("a.txt", prose(1), date=Moment.parse("2025-08-29T10:00:00+02:00"))
    second = article("b.txt", prose(1), date=Moment.parse("2025-08-29T09:00:00+00:00"))
    undated = article("c.txt", prose(1))
    (kept,) = merge([undated, second, first])
    assert kept.source == "a.txt"
    assert [copy.source for copy in kept.also] == ["b.txt", "c.txt"]


def test_the_order_of_the_files_changes_nothing():
    texts = [article(f"{n}.txt", prose(n // 2) + f" {n}") for n in range(20)]
    shuffled = random.Random(5).sample(texts, len(texts))
    assert sorted(merge(shuffled), key=lambda item: item.key) == sorted(
        merge(texts), key=lambda item: item.key
    )


def test_a_settled_doubt_is_not_reported_and_the_copy_is_still_named():
    settled = article("a.txt", prose(1), settled=("near-copy",))
    (kept,) = merge([settled, article("b.txt", prose(1))])
    assert kept.problems == ()
    assert len(kept.also) == 1


def test_drafts_are_neither_merged_nor_copies():
    both = [article("a.txt", prose(1), draft=True), article("b.txt", prose(1))]
    assert merge(both) == tuple(both)


def test_short_texts_are_compared_with_their_titles():
    both = [article("a.txt", "No comment."), article("b.txt", "No comment.")]
    assert len(merge(both)) == 2
    same = [dataclasses.replace(item, title="The minister says nothing") for item in both]
    assert len(merge(same)) == 1


def test_scripts_without_spaces_are_compared_by_their_characters():
    text = "港は金曜日に新しい岸壁を開いた。最初のフェリーには二百人の乗客が乗っていた。" * 3
    both = [article("a.txt", text), article("b.txt", f"{text}市長も出席した。")]
    assert len(merge(both)) == 1
    assert len(merge([both[0], article("c.txt", "市議会は予算をめぐって長く争った。" * 3)])) == 2


BY_HAND = {"title": "sidecar", "section": "sidecar"}


def test_the_copy_that_its_editor_corrected_stays():
    early = article("a.txt", prose(1), date=Moment.parse("2025-08-29"))
    mended = article(
        "b.txt", prose(1), date=Moment.parse("2025-08-31"), section="Bay", origins=BY_HAND
    )
    (kept,) = merge([early, mended])
    assert (kept.source, kept.section) == ("b.txt", "Bay")
    assert [copy.source for copy in kept.also] == ["a.txt"]


def test_of_two_corrected_copies_the_earliest_stays():
    both = [
        article(f"{name}.txt", prose(1), date=day, origins=BY_HAND)
        for name, day in (("a", Moment.parse("2025-08-31")), ("b", Moment.parse("2025-08-29")))
    ]
    assert [item.source for item in merge(both)] == ["b.txt"]


def test_the_address_that_a_fetched_file_came_from_is_no_correction():
    pasted = article("b.txt", prose(1), date=Moment.parse("2025-08-29"))
    fetched = article(
        "a.html", prose(1), date=Moment.parse("2025-08-30"), origins={"url": "sidecar"}
    )
    assert [item.source for item in merge([fetched, pasted])] == ["b.txt"]


NO_SECTION = Problem("a.txt", "doubt", "no section was found.", "no-section")


def test_what_an_article_lacks_it_takes_from_the_same_text_and_says_so():
    bare = article("a.txt", prose(1), date=Moment.parse("2025-08-29"), problems=(NO_SECTION,))
    full = article("b.txt", prose(1), section="Bay", authors=("Ana Reis",), outlet="Courier")
    (kept,) = merge([bare, full])
    assert (kept.section, kept.authors, kept.outlet) == ("Bay", ("Ana Reis",), "Courier")
    assert {kept.origins[name] for name in ("section", "authors", "outlet")} == {"b.txt"}
    (doubt,) = kept.problems
    assert "its page is this one's, with that file's section and byline and outlet" in doubt.message
    assert "that file's own title is not shown" in doubt.message


def test_of_a_text_that_is_only_alike_no_byline_is_taken():
    bare = article("a.txt", f"{prose(2, 20)}\n{prose(1)}", date=Moment.parse("2025-08-29"))
    other = article("b.txt", f"{prose(1)}\n{prose(3, 30)}", section="Bay", authors=("Ana Reis",))
    (kept,) = merge([bare, other])
    assert (kept.section, kept.authors) == ("Bay", ())
    assert "own title and byline are not shown" in kept.problems[0].message


def test_fields_on_which_copies_differ_are_not_taken():
    bare = article("a.txt", prose(1), date=Moment.parse("2025-08-29"))
    others = [article(f"{name}.txt", prose(1), outlet=name) for name in ("Bay", "Post")]
    (kept,) = merge([bare, *others])
    assert kept.outlet is None
    emptied = dataclasses.replace(bare, origins={"outlet": "sidecar"})
    assert [item.outlet for item in merge([emptied, others[0]])] == [None]


def test_many_copies_of_one_text_are_one():
    (kept,) = merge([article(f"{n:04}.txt", prose(1)) for n in range(500)])
    assert len(kept.also) == 499


def test_an_empty_text_is_no_error():
    assert len(merge([article("a.txt", "…"), article("b.txt", prose(1))])) == 2


def test_an_empty_collection_has_no_duplicates():
    assert merge([]) == ()


def report(city: str, *figures: int) -> Article:
    low, high, wind = figures
    text = (
        f"The day in {city} begins with fog in the valleys, which lifts before noon.\n"
        f"It is {low} degrees at dawn and {high} in the afternoon, with winds of {wind} km/h.\n"
        "The night stays mild, and the coming days bring more sun than clouds to the region.\n"
        "Towards evening clouds gather, and the chance of rain rises slowly until midnight."
    )
    return article(f"{city}.txt", text, date=Moment.parse("2025-08-29"))


def test_reports_that_differ_in_their_figures_are_no_copies():
    assert len(merge([report("Lindhaven", 9, 21, 12), report("Askby", 7, 18, 30)])) == 2


def test_copies_of_a_report_share_its_figures():
    whole, again = report("Lindhaven", 9, 21, 12), report("Lindhaven", 9, 21, 12)
    cut = dataclasses.replace(again, source="cut.txt", blocks=again.blocks[:-1])
    assert len(merge([whole, cut])) == 1
