"""A sidecar beside a feed: what it says of all entries, and of single ones."""

import datetime as dt
from pathlib import Path

import pytest

from generator.config import Limits
from generator.models import Source, Understood
from generator.read.sidecar import load_sidecar
from generator.understand import understand
from generator.validation import ConfigError

ENTRY = "<item><guid>{0}</guid><title>Title {0}</title><description>{1}</description></item>"
TEXT = "The council of Lindhaven voted on Friday for the plan of a second quay, after two hours."
FEED = (
    "<rss version='2.0'><channel><title>Bay Courier</title>"
    f"{ENTRY.format('a1', TEXT)}{ENTRY.format('b2', TEXT.replace('quay', 'bridge'))}"
    "</channel></rss>"
)


def read(sidecar: str, tmp_path: Path) -> Understood:
    (tmp_path / "feed.yml").write_text(sidecar, encoding="utf-8")
    said = load_sidecar(tmp_path / "feed.yml")
    return understand(Source("feed.xml", FEED.encode(), "", dt.date(2025, 9, 1), said), Limits())


def test_corrections_for_the_whole_feed(tmp_path):
    found = read("section: Harbours\noutlet: The Courier\nsettled: [no-date]", tmp_path)
    assert [(article.section, article.outlet) for article in found.articles] == [
        ("Harbours", "The Courier")
    ] * 2
    assert [problem for article in found.articles for problem in article.problems] == []


def test_corrections_for_one_entry(tmp_path):
    single = "{title: Quay voted for, section: Votes, date: 2025-08-29}"
    sidecar = f"section: Harbours\nentries:\n  a1: {single}"
    corrected, untouched = read(sidecar, tmp_path).articles
    assert (corrected.title, corrected.section) == ("Quay voted for", "Votes")
    assert str(corrected.date) == "2025-08-29"
    assert (untouched.title, untouched.section, untouched.date) == ("Title b2", "Harbours", None)
    assert corrected.origins["title"] == "sidecar"


def test_a_key_that_cannot_apply_to_all_entries_is_reported_with_the_remedy(tmp_path):
    found = read("title: One title", tmp_path)
    assert [article.title for article in found.articles] == ["Title a1", "Title b2"]
    (problem,) = found.problems
    assert 'entries: {"a1": {title: …}}' in problem.message


def test_an_entry_that_is_not_there_is_reported(tmp_path):
    (problem,) = read("entries:\n  c3: {title: x}", tmp_path).problems
    assert "c3" in problem.message


def test_an_unknown_key_of_an_entry_names_the_nearest(tmp_path):
    with pytest.raises(ConfigError, match="Did you mean 'title'"):
        read("entries:\n  a1: {titel: x}", tmp_path)


def test_the_address_of_the_feed_is_not_that_of_its_articles(tmp_path):
    found = read("url: https://courier.example/feed", tmp_path)
    assert [article.url for article in found.articles] == [None, None]
    assert found.problems == ()
