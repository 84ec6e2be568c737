"""Editions where readers already are: in their feeds, and at addresses of another period."""

import re

import pytest

from generator.compose import all_lists
from generator.compose.lists.former_editions import compose_former_editions
from generator.compose.lists.periods import period_named
from generator.compose.machine_readable.feeds import EDITIONS, feeds, items
from generator.compose.machine_readable.publication import Publication
from generator.config import Feeds, Settings
from generator.content.pages import with_identity
from generator.editorial import EditionNotes, Editorial
from shelves import WORDS, entry, shelf

BASE = "https://example.org/digest/"


def edition_items(*entries, newest=30, **values):
    made = shelf(*entries, **values)
    views = all_lists.views(made)
    urls = {path: f"{path.removesuffix('.md')}/" for path in views}
    urls |= {found.path: f"{found.path.removesuffix('.md')}/" for found in entries}
    site = Publication("Harbour News", "", "en", BASE, "Harbour News", urls)
    feed = feeds(made, views, site, newest)[EDITIONS]
    return items(feed, site, {}, WORDS, feed.atom)


def test_an_edition_is_one_entry_with_its_articles_and_the_note():
    bridge = entry(1, "2025-08-29", editorial=Editorial(comment="The vote is next."))
    ferry = entry(2, "2025-08-27", outlet="Gazette", title="Ferry & <tram>")
    notes = {"2025-W35": EditionNotes("A *quiet* week. <script>")}
    latest, earlier = edition_items(bridge, ferry, entry(3, "2025-08-20"), notes=notes)
    assert (latest.title, earlier.title) == ("25–31 August 2025", "18–24 August 2025")
    assert latest.url == f"{BASE}editions/2025-W35/"
    assert str(latest.changed) == "2025-08-29"
    assert "A <em>quiet</em> week. &lt;script&gt;" in latest.html
    assert "(From the editor): The vote is next." in latest.html
    assert (
        f'<a href="{BASE}articles/2025/story-2/" lang="en">Ferry &amp; &lt;tram&gt;</a>'
        in latest.html
    )
    assert len(re.findall("<h[23]", latest.html)) == 2
    assert "Story 3" not in latest.html


def test_the_feed_holds_the_newest_editions():
    weeks = [entry(number, f"2025-08-{number:02}") for number in (1, 8, 15, 22)]
    assert [item.title for item in edition_items(*weeks, newest=1)] == ["18–24 August 2025"]


@pytest.mark.parametrize(
    ("gone", "unit", "target"),
    [
        ("editions/2025-W35.md", "day", "editions/2025-08-29.md"),
        ("editions/2025-W35/page-2.md", "day", "editions/2025-08-29.md"),
        ("editions/2025-08.md", "week", "editions/2025-W35.md"),
        ("editions/2025-08-27.md", "month", "editions/2025-08.md"),
        ("editions/2025-08-27.md", "week", "editions/2025-W35.md"),
        ("editions/2024-W01.md", "day", "editions/index.md"),
    ],
)
def test_a_former_edition_leads_to_the_latest_of_its_time(gone, unit, target):
    days = (entry(1, "2025-08-27"), entry(2, "2025-08-29"), entry(3, "2025-09-02"))
    (page,) = compose_former_editions([gone], shelf(*days, unit=unit))
    assert (page.path, page.front["digest"]["to"]) == (gone, target)


@pytest.mark.parametrize(
    "gone", ["editions/2025-W35.md", "sections/world.md", "editions/own.md", "editions/2025-W99.md"]
)
def test_no_other_page_has_a_redirect(gone):
    assert list(compose_former_editions([gone], shelf(entry(1, "2025-09-02")))) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2025-W35", ("week", "2025-08-25")),
        ("2025-08", ("month", "2025-08-01")),
        ("2025-08-29", ("day", "2025-08-29")),
        ("2025-13", None),
        ("2025-08-32", None),
        ("latest", None),
    ],
)
def test_names_of_periods_are_read(name, found):
    period = period_named(name)
    assert (period and (period[0], str(period[1]))) == found


def test_a_digest_that_is_renamed_keeps_its_identity(tmp_path):
    assert with_identity(Settings(site_name="Old"), tmp_path).feeds.identity == "Old"
    front = "---\ntitle: Front page\ndigest: {kind: front, identity: Old}\n---\n"
    (tmp_path / "index.md").write_text(front)
    assert with_identity(Settings(site_name="New"), tmp_path).feeds.identity == "Old"
    chosen = Settings(site_name="New", feeds=Feeds(identity="Chosen"))
    assert with_identity(chosen, tmp_path).feeds.identity == "Chosen"
