"""Front matter reads back as it was written, every field of it."""

import dataclasses
import datetime as dt

import pytest

from generator import sanitize
from generator.compose.article.entry import Entry, Quoted
from generator.compose.article.front_matter import entry_of, front_of, with_mark
from generator.compose.article.permalinks import Place
from generator.config import Settings
from generator.content.earlier_builds import Recorded
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
from generator.quotations_and_dates import MentionedDate, Quotation

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
    summary="The harbour opened its new quay.",
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


FIELDS = [field.name for field in dataclasses.fields(Entry)]


def front_matter():
    front = front_of(ARTICLE, INSIGHT, PLACE, "excerpt", Settings())
    return sanitize.split_front_matter(sanitize.front_matter(with_mark(front, "mark")))[0]


def written():
    return entry_of(PATH, front_matter())


def test_every_field_reads_back_as_it_was_written():
    entry = written()
    assert (entry.date, entry.updated) == (ARTICLE.date, ARTICLE.updated)
    assert (entry.key, entry.source) == (ARTICLE.key, ARTICLE.source)
    assert (entry.section, entry.language, entry.keywords) == ("Local", "th", ("harbour", "quay"))
    assert (entry.related, entry.editor, entry.dropped) == (INSIGHT.related, ("section",), 1)
    assert entry.quotes == (Quoted("We built it for boats.", 0, "Ann Holm"),)
    assert entry.ahead == (("2025-09-12", Quoted("The ferry will sail on 12 September.", 0)),)
    assert (entry.shown, entry.words) == ("excerpt", 8)


def test_every_field_that_an_article_and_its_entry_share_is_equal():
    entry = written()
    shared = {field.name for field in dataclasses.fields(Article)} & set(FIELDS)
    in_another_form = {"keywords", "also", "dropped", "date_inferred"}
    for name in sorted(shared - in_another_form):
        assert getattr(entry, name) == getattr(ARTICLE, name), name


def test_no_field_of_an_entry_is_left_unwritten():
    entry, empty = written(), Entry(PATH, "")
    for name in FIELDS:
        if name != "path":
            assert getattr(entry, name) != getattr(empty, name), name


def test_no_key_is_written_that_is_not_read():
    full = front_matter()
    # For MkDocs, for programs that read pages, and for a file that was renamed.
    for_others = {"draft", "keywords", "generator", "slug"}
    for key in full.keys() - {"digest"} - for_others:
        fewer = {name: value for name, value in full.items() if name != key}
        assert entry_of(PATH, fewer) != entry_of(PATH, full), key
    for key in full["digest"].keys() - for_others:
        own = {name: value for name, value in full["digest"].items() if name != key}
        assert entry_of(PATH, {**full, "digest": own}) != entry_of(PATH, full), key


@pytest.mark.parametrize("odd", [["a", 1], {"a": 1}, True, 2.5])
def test_a_value_of_an_unexpected_type_raises_no_error(odd):
    full = front_matter()
    for key in full:
        entry_of(PATH, {**full, key: odd})
    for key in full["digest"]:
        assert entry_of(PATH, {**full, "digest": {**full["digest"], key: odd}})


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


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        ((KeyPoint("A.", 0, 0),), ()),  # the text's first sentence, just below
        ((KeyPoint("A.", 0, 1),), (("A.", 0),)),
        ((KeyPoint("A.", 1, 0),), (("A.", 1),)),
        ((KeyPoint("A.", 0, 0), KeyPoint("B.", 3, 1)), (("A.", 0), ("B.", 3))),
        ((), ()),
    ],
)
def test_a_page_does_not_show_its_first_sentence_alone_above_it(points, shown):
    assert Entry(PATH, "", key_points=points).glance == shown
