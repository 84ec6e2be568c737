"""Exports of one feed: the newest version of an entry stays, with what an editor corrected."""

import dataclasses
import datetime as dt

import pytest

from articles import changed, make_article
from generator.models import Article, Problem
from generator.moments import Moment
from generator.relate.duplicates import merge_copies
from generator.relate.versions import Newest

OLD = (
    "The harbour board approved 31 million for the north quay on Monday after a long meeting. "
    "Work starts in February, said the engineer, and the ferries will use the south quay."
)
NEW = OLD.replace("31 million", "33 million")
OTHER = "Herons have come back to the delta: watchers counted 212 nests, the most in forty years."


def entry(source: str, text: str, **fields: object) -> Article:
    facts = {"title": "Quay", "entry": "bay-1", "outlet": "Bay Courier", **fields}
    return make_article(text, source=source, collected=dt.date(2025, 9, 1), **facts)


def by_hand(article: Article, **fields: object) -> Article:
    origins = {**article.origins, **dict.fromkeys(fields, "sidecar")}
    return dataclasses.replace(article, origins=origins, **fields)  # type: ignore[arg-type]


def newest(*articles: Article) -> list[Article]:
    found = changed(articles, Newest.of(articles).changes())
    backwards = articles[::-1]
    assert found == changed(backwards, Newest.of(backwards).changes())  # their order says nothing
    return found


def test_a_feed_exported_again_updates_its_entry_without_a_problem():
    old = entry("august.xml", OLD, date=Moment.parse("2025-08-29"))
    new = entry(
        "september.xml", OTHER, date=Moment.parse("2025-08-29"), updated=Moment.parse("2025-09-01")
    )
    both = [old, new]
    (kept,) = changed(both, merge_copies(both))
    assert (kept.source, kept.also, kept.problems) == ("september.xml", (), ())


def test_one_id_in_feeds_of_two_outlets_is_two_articles():
    both = [entry("a.xml", OLD), dataclasses.replace(entry("b.xml", OLD), outlet="Post")]
    assert not list(Newest.of(both).changes())


def test_corrections_apply_to_the_new_version():
    old = by_hand(entry("bay.xml", OLD), title="The north quay", section="Bay")
    (kept,) = newest(old, entry("bay-2.xml", NEW))
    assert (kept.source, kept.title, kept.section) == ("bay-2.xml", "The north quay", "Bay")
    assert kept.blocks[0].text == NEW
    assert (kept.origins["title"], kept.origins["section"]) == ("sidecar", "sidecar")


def test_fields_without_a_correction_come_from_the_new_version():
    old = entry("bay.xml", OLD, section="Ports", origins={"section": "category"})
    (kept,) = newest(old, entry("bay-2.xml", NEW))
    assert kept.section is None


def test_a_draft_stays_a_draft():
    old = by_hand(entry("bay.xml", OLD), draft=True)
    both = [old, entry("bay-2.xml", NEW)]
    (kept,) = changed(both, merge_copies(both))
    assert (kept.source, kept.draft) == ("bay-2.xml", True)


def test_key_by_key_the_newer_sidecar_wins():
    old = by_hand(entry("bay.xml", OLD), title="The first word", section="Bay", draft=True)
    new = by_hand(entry("bay-2.xml", NEW), title="The last word", draft=False)
    (kept,) = newest(old, new)
    assert (kept.title, kept.section, kept.draft) == ("The last word", "Bay", False)


def test_of_several_corrections_the_newest_applies():
    first = by_hand(entry("bay.xml", OLD), title="First", place="Northport")
    second = by_hand(entry("bay-2.xml", OLD), title="Second")
    (kept,) = newest(first, second, entry("bay-3.xml", NEW))
    assert (kept.source, kept.title, kept.place) == ("bay-3.xml", "Second", "Northport")


def test_a_corrected_date_makes_no_version_the_newest():
    old = by_hand(entry("bay.xml", OLD), date=Moment.parse("2025-08-31"))
    (kept,) = newest(
        old, entry("bay-2.xml", NEW, date=Moment.parse("2025-08-29"), date_inferred="year")
    )
    assert (kept.source, str(kept.date), kept.date_inferred) == ("bay-2.xml", "2025-08-31", None)


@pytest.mark.parametrize("corrected", [{"outlet": "The Bay Courier"}, {"url": None}])
def test_an_entry_is_known_by_its_outlet_or_its_address(corrected):
    address = "https://bay.example/quay"
    old = by_hand(entry("bay.xml", OLD, url=address), **corrected)
    (kept,) = newest(old, entry("bay-2.xml", NEW, url=address))
    assert kept.source == "bay-2.xml"


def test_doubts_that_were_answered_stay_answered():
    doubts = tuple(
        Problem("bay-2.xml#bay-1", "doubt", "…", code)
        for code in ("no-section", "short-body", "no-date")
    )
    old = by_hand(entry("bay.xml", OLD, settled=("short-body",)), section="Bay")
    (kept,) = newest(old, entry("bay-2.xml", NEW, problems=doubts))
    assert [problem.code for problem in kept.problems] == ["no-date"]
    assert kept.settled == ("short-body",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("https://bay.example/quay-approved/a-75", "https://bay.example/quay-dearer/a-75"),
        ("https://bay.example/quay-120344.html", "https://bay.example/north-quay-120344.html"),
        ("https://bay.example/quay?utm_source=rss", "http://www.bay.example/quay/"),
    ],
)
def test_an_entry_is_known_by_its_address_though_its_id_changed(old, new):
    first = entry(
        "a.xml", OLD, entry="bay-1", url=old, date=Moment.parse("2025-08-29"), title="Quay approved"
    )
    second = entry("b.xml", NEW, entry="bay-2", url=new, date=Moment.parse("2025-08-30"))
    (kept,) = newest(first, second)
    assert kept.source == "b.xml"


def test_other_articles_of_an_outlet_stay():
    addresses = ("https://bay.example/quay-120344.html", "https://bay.example/herons-120345.html")
    texts = (OLD, OTHER)
    both = [
        entry(f"{text[4:9]}.xml", text, entry=at, url=at, title=text[:20])
        for text, at in zip(texts, addresses, strict=True)
    ]
    assert not list(Newest.of(both).changes())


def test_a_draft_of_its_folder_stays_a_draft():
    said = {"draft": True, "origins": {"draft": "_folder.yml"}}
    (kept,) = newest(entry("embargo/bay.xml", OLD, **said), entry("bay-2.xml", NEW))
    assert (kept.source, kept.draft) == ("bay-2.xml", True)


def test_the_newest_version_s_own_folder_overrides_that_of_an_older_one():
    older, newer = (
        {"draft": draft, "origins": {"draft": "_folder.yml"}} for draft in (True, False)
    )
    (kept,) = newest(entry("embargo/bay.xml", OLD, **older), entry("out/bay-2.xml", NEW, **newer))
    assert not kept.draft
