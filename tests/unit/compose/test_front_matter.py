"""Front matter reads back as it was written, every field of it."""

import dataclasses
import datetime as dt

import pytest

from generator import safe
from generator.compose.article.addresses import Place
from generator.compose.article.entry import Entry, Quoted
from generator.compose.article.front_matter import entry_of, front_of, with_mark
from generator.config import Settings
from generator.content.record import Recorded
from generator.editorial import Editorial
from generator.models import (
    Article,
    Block,
    Copy,
    Dropped,
    Insight,
    KeyPoint,
    Keyword,
    Problem,
    Related,
)
from generator.moments import Moment
from generator.passages import MentionedDate, Quotation

PATH = "articles/2025/a-new-quay.md"
PLACE = Place(PATH, ("/articles/2024/quay/",), "stories/2025/a-new-quay.md")
ARTICLE = Article(
    source="feed.xml",
    sha256="0" * 64,
    collected=dt.date(2025, 9, 1),
    title="A new quay",
    blocks=(Block("The harbour opened its new quay on Friday."),),
    language="th",
    entry="id-1",
    section="Local",
    date=Moment.parse("2025-08-29T10:15:00+05:00"),
    date_inferred="year",
    updated=Moment.parse("2025-08-30"),
    authors=("Ann Holm", "Per Dahl"),
    outlet="Northport Gazette",
    url="https://example.org/quay",
    place="Northport",
    views=3996,
    reading_minutes=3,
    standfirst="It took four years.",
    summary_only=True,
    editorial=Editorial(lead=True, comment="Boats."),
    problems=(Problem("feed.xml", "warning", "is after", "future-date"),),
    rights="excerpt",
    also=(Copy("b.txt", "Lakeside Herald", "https://example.org/b"),),
    dropped=(Dropped(1, "Share", "page control"),),
    origins={"section": "sidecar"},
)
INSIGHT = Insight(
    keywords=(Keyword("harbour", 0.01), Keyword("quay", 0.02)),
    key_points=(KeyPoint("The harbour opened its new quay on Friday.", 0, 0),),
    related=(Related("b.txt", ("harbour",), -2),),
    quotes=(
        Quotation("We built it for boats.", 0, 4, "Ann Holm"),
        Quotation("It was dear.", 0, 40, None, "a captain"),
    ),
    ahead=(MentionedDate("2025-09-12", "The ferry will sail on 12 September.", 0),),
    mentioned=(MentionedDate("2025-08-12", "It stopped on 12 August.", 0),),
)


def written(article=ARTICLE):
    front = front_of(article, INSIGHT, PLACE, "excerpt", Settings())
    text = safe.front_matter(with_mark(front, "mark"))
    return entry_of(PATH, safe.split_front_matter(text)[0])


def test_every_field_reads_back_as_it_was_written():
    entry = written()
    assert (entry.date, entry.updated) == (ARTICLE.date, ARTICLE.updated)
    assert (entry.key, entry.source) == (ARTICLE.key, ARTICLE.source)
    assert (entry.section, entry.language, entry.keywords) == ("Local", "th", ("harbour", "quay"))
    assert (entry.related, entry.editor, entry.dropped) == (INSIGHT.related, ("section",), 1)
    assert entry.quotes == (Quoted("We built it for boats.", 0, "Ann Holm"),)
    assert entry.ahead == (("2025-09-12", Quoted("The ferry will sail on 12 September.", 0)),)
    assert (entry.shown, entry.words) == ("excerpt", 8)
    same = ("title", "standfirst", "authors", "outlet", "url", "place", "views", "reading_minutes")
    for name in (*same, "sha256", "collected"):
        assert getattr(entry, name) == getattr(ARTICLE, name), name


def test_no_field_of_an_entry_is_left_unwritten():
    entry, empty = written(), Entry(PATH, "")
    for field in dataclasses.fields(Entry):
        if field.name != "path":
            assert getattr(entry, field.name) != getattr(empty, field.name), field.name


def test_what_is_not_known_is_left_out():
    bare = Article("a.txt", "", dt.date(2025, 9, 1), "A new quay", (), "en")
    front = front_of(bare, Insight(), Place(PATH), "full", Settings())
    assert not {"date", "lastmod", "categories", "tags", "authors", "draft", "aliases"} & set(front)
    assert front["digest"].keys() == {"source", "words", "shown", "collected", "generator"}


@pytest.mark.parametrize(
    ("source", "entry"), [("a #1.txt", None), ("a#.xml", "b#2"), ("a.xml", "#")]
)
def test_a_file_may_have_a_hash_sign_in_its_name(source, entry):
    own = {"source": source} | ({"entry": entry} if entry else {})
    found = entry_of(PATH, {"digest": own})
    assert (found.source, found.within) == (source, entry or "")
    assert (Recorded.of(found).source, Recorded.of(found).entry) == (source, entry or "")
