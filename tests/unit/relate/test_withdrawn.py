"""What a newer export of a blog keeps back is not published because an older one published it."""

import datetime as dt

import pytest

from articles import changed
from generator.config import Limits
from generator.models import Article, Problem, Source, Understood
from generator.relate.withdrawn import Published
from generator.understand import understand

DAY = dt.date(2026, 11, 1)
TEXT = "The harbour board of Lindhaven voted on Friday for a second quay, after two hours."
WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Quay Notes</title><link>https://quay.example</link><pubDate>{made}</pubDate>
<item><title>A second quay</title><link>https://quay.example/?p=12</link>
<guid isPermaLink="false">https://quay.example/?p=12</guid>
<pubDate>Mon, 04 May 2026 08:00:00 +0000</pubDate><content:encoded>{text}</content:encoded>
<wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status>
<wp:post_password>{password}</wp:post_password></item>
<item><title>Herons</title><link>https://quay.example/?p=13</link>
<guid isPermaLink="false">https://quay.example/?p=13</guid>
<content:encoded>Watchers counted 212 nests in the delta, the most in forty years.</content:encoded>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app">
<title>Quay Notes</title><id>tag:quay.example,2026:feed</id>{updated}
<entry><id>tag:quay.example,2026:post-12</id><title>A second quay</title>
<updated>{changed}</updated>{draft}<content type="text">{text}</content></entry></feed>"""
MAY, JUNE = "Mon, 11 May 2026 09:00:00 +0000", "Mon, 08 Jun 2026 09:00:00 +0000"
DRAFT = "<app:control><app:draft>yes</app:draft></app:control>"
BLOGGER = (
    "<category scheme='http://schemas.google.com/g/2005#kind' "
    "term='http://schemas.google.com/blogger/2008/kind#{}'/>"
)


def wxr(made: str, status: str = "publish", password: str = "", kind: str = "post") -> str:
    return WXR.format(made=made, status=status, password=password, kind=kind, text=TEXT)


def atom(changed: str, draft: str = "", updated: str = "") -> str:
    return ATOM.format(changed=changed, draft=draft, updated=updated, text=TEXT)


def published(**files: str) -> tuple[list[Article], tuple[Problem, ...]]:
    """Return what stays of exports, by the names of their files without the suffix."""
    found: list[Understood] = [
        understand(Source(f"{name.replace('_', '-')}.xml", text.encode(), "", DAY), Limits())
        for name, text in files.items()
    ]
    articles = [article for understood in found for article in understood.articles]
    kept = Published.of(articles, [entry for understood in found for entry in understood.withheld])
    backwards = Published.of(
        articles[::-1], [entry for understood in found for entry in understood.withheld]
    )
    stay = changed(articles, kept.changes())
    assert stay == changed(articles[::-1], backwards.changes())[::-1]  # their order says nothing
    return stay, kept.problems


def titles(**files: str) -> list[str]:
    return [article.title for article in published(**files)[0]]


@pytest.mark.parametrize(
    ("status", "password"),
    [("draft", ""), ("private", ""), ("trash", ""), ("pending", ""), ("publish", "sesame")],
)
def test_a_post_that_the_newer_export_keeps_back_is_left_out(status, password):
    articles, problems = published(a_new=wxr(JUNE, status, password), b_old=wxr(MAY))
    assert {article.title for article in articles} == {"Herons"}
    (problem,) = problems
    assert (problem.source, problem.level) == ("a-new.xml", "warning")
    assert "b-old.xml (1)" in problem.message


def test_a_post_published_since_stays():
    found, problems = published(a_old=wxr(MAY, "draft"), b_new=wxr(JUNE))
    assert "A second quay" in [article.title for article in found]
    assert problems == ()


def test_a_post_published_again_stays_with_its_older_form():
    exports = {"a": wxr(MAY), "b": wxr(JUNE, "draft")}
    again = wxr("Mon, 06 Jul 2026 09:00:00 +0000")
    assert titles(**exports).count("A second quay") == 0
    assert titles(**exports, c=again).count("A second quay") == 2  # versions, merged elsewhere


def test_what_is_no_post_takes_no_post_out():
    assert "A second quay" in titles(old=wxr(MAY), new=wxr(JUNE, "inherit", kind="attachment"))


def test_without_dates_the_number_in_the_name_decides_otherwise_nothing_is_published():
    assert "A second quay" in titles(blog=wxr("", "draft"), blog_2=wxr(""))
    assert "A second quay" not in titles(blog=wxr(""), blog_2=wxr("", "draft"))
    assert "A second quay" not in titles(published=wxr(""), withdrawn=wxr("", "draft"))


@pytest.mark.parametrize("kind", ["", BLOGGER.format("post")])
def test_a_draft_of_atom_and_of_blogger_takes_out_the_older_entry(kind):
    old = atom("2026-05-04T08:00:00Z", kind, "<updated>2026-05-11T09:00:00Z</updated>")
    new = atom("2026-06-01T08:00:00Z", kind + DRAFT, "<updated>2026-06-08T09:00:00Z</updated>")
    assert titles(old=old, new=new) == []


def test_an_export_without_a_date_is_as_old_as_its_latest_change():
    draft, entry = atom("2026-06-01T08:00:00Z", DRAFT), atom("2026-05-04T08:00:00Z")
    assert titles(a=entry, b=draft) == []
    assert titles(a=atom("2026-05-04T08:00:00Z", DRAFT), b=atom("2026-06-01T08:00:00Z")) != []


def test_one_id_in_another_blog_is_another_entry():
    old = wxr(MAY).replace("https://quay.example/?p=12</guid>", "12</guid>")
    new = wxr(JUNE, "draft").replace("https://quay.example/?p=12</guid>", "12</guid>")
    elsewhere = new.replace("quay.example", "herons.example").replace("Quay Notes", "Heron Notes")
    assert "A second quay" not in titles(old=old, new=new)
    assert "A second quay" in titles(old=old, new=elsewhere)
