"""RSS and Atom: one article per entry, known again when the feed is exported again."""

import datetime as dt

import pytest

import sources
from generator.config import Limits
from generator.models import Article, Block, Source, Understood
from generator.understand.feeds import rss
from generator.understand.feeds.parser_input import prepare

DAY = dt.date(2025, 9, 1)
FULL = "<p>The quay opened on Friday.</p><h2>Costs</h2><ul><li>A loan</li></ul><script>x()</script>"
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Bay Courier</title><link>https://baycourier.example/</link><language>en</language>
<item><title>Quay &amp;amp; ferry</title><guid isPermaLink="false">bay-1</guid>
<link>https://baycourier.example/quay</link><category>Harbours</category>
<dc:creator>By Jane Doe</dc:creator><pubDate>Fri, 29 Aug 2025 10:15:00 +0200</pubDate>
<description>A short word.</description>
<content:encoded><![CDATA[{FULL}]]></content:encoded></item>
<item><title>Fares rise</title><link>https://baycourier.example/fares</link>
<description>Fares for the ferry rise in spring, the port says.</description></item>
<item><title>Nothing here</title><guid>bay-3</guid></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Bay</title>
<entry><id>urn:bay:1</id><title type="html">Quay &lt;i>opens&lt;/i></title>
<link href="https://bay.example/1"/><published>2025-08-29T10:15:00+02:00</published>
<updated>2025-08-30T08:00:00Z</updated><author><name>Jane Doe</name></author>
<content type="html">&lt;p>First.&lt;/p>&lt;p>Second.&lt;/p></content></entry></feed>"""


def read(data: str | bytes, limits: Limits | None = None) -> Understood:
    return sources.read("bay.xml", data, rss, limits=limits, collected=DAY)


def first(data: str) -> Article:
    return read(data).articles[0]


def test_an_entry_with_its_content_is_an_article():
    found = first(RSS)
    assert (found.entry, found.key) == ("bay-1", "bay.xml#bay-1")
    assert (found.title, found.section, found.outlet) == ("Quay & ferry", "Harbours", "Bay Courier")
    assert str(found.date) == "2025-08-29T10:15:00+02:00"
    assert (found.authors, found.url) == (("Jane Doe",), "https://baycourier.example/quay")
    assert found.blocks == (
        Block("The quay opened on Friday."),
        Block("Costs", "heading"),
        Block("A loan", "item"),
    )
    assert not found.summary_only


def test_an_entry_with_a_summary_only_says_so():
    found = read(RSS).articles[1]
    assert found.summary_only
    assert found.entry == "https://baycourier.example/fares"
    assert found.blocks == (Block("Fares for the ferry rise in spring, the port says."),)


def test_an_entry_without_text_is_named():
    (problem,) = read(RSS).problems
    assert (problem.source, problem.level) == ("bay.xml#bay-3", "warning")
    assert "Nothing here" in problem.message


def test_atom_keeps_both_dates_and_markup_is_no_text():
    found = first(ATOM)
    assert found.title == "Quay opens"
    assert (str(found.date), str(found.updated)) == (
        "2025-08-29T10:15:00+02:00",
        "2025-08-30T08:00:00+00:00",
    )
    assert [block.text for block in found.blocks] == ["First.", "Second."]


@pytest.mark.parametrize(
    "data",
    [
        (
            '<rss version="0.91"><channel><item><title>T</title><description>Text.</description>'
            "</item></channel></rss>"
        ),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            'xmlns="http://purl.org/rss/1.0/"><item rdf:about="a"><title>T</title>'
            "<description>Text.</description></item></rdf:RDF>"
        ),
        (
            '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>T</title>'
            "<summary>Text.</summary></entry></feed>"
        ),
    ],
)
def test_the_older_formats(data):
    found = first(data)
    assert (found.title, found.blocks) == ("T", (Block("Text."),))


def test_an_entry_without_id_and_address_is_known_by_title_and_date():
    item = "<item><title>{}</title><pubDate>{}</pubDate><description>Text.</description></item>"
    friday = item.format("Quay", "Fri, 29 Aug 2025 10:15:00 GMT")
    monday = item.format("Quay", "Mon, 25 Aug 2025 10:15:00 GMT")
    keys = [
        article.key
        for article in read(
            f'<rss version="2.0"><channel>{monday}{friday}</channel></rss>'
        ).articles
    ]
    assert len(set(keys)) == 2
    assert first(f'<rss version="2.0"><channel>{friday}</channel></rss>').key == keys[1]


def test_a_repeated_entry_counts_once_and_two_of_one_id_stay_apart():
    item = "<item><guid>1</guid><title>T</title><description>{}</description></item>"
    items = item.format("One.") + item.format("One.") + item.format("Two.")
    found = read(f'<rss version="2.0"><channel>{items}</channel></rss>').articles
    assert [item.blocks[0].text for item in found] == ["One.", "Two."]
    assert len({item.key for item in found}) == 2


def test_a_date_that_no_one_can_read_or_that_no_article_has_is_none():
    for date in ("soon", "Fri, 31 Dec 9999 10:15:00 GMT"):
        data = RSS.replace("Fri, 29 Aug 2025 10:15:00 +0200", date)
        assert first(data).date is None


def test_entries_above_the_limit_are_reported():
    found = read(RSS, Limits(feed_entries=1))
    assert len(found.articles) == 1
    assert "contains 3 entries" in found.problems[0].message


def test_entries_beyond_the_limit_are_not_parsed():
    feed = prepare(RSS.encode(), DAY, 1, cut=False)
    assert feed.beyond == 2
    assert feed.data.count(b"<item") == 1


def test_opml_gives_a_problem_that_says_what_to_do():
    opml = '<?xml version="1.0"?><opml><body><outline xmlUrl="https://a.example/"/></body></opml>'
    (problem,) = read(opml).problems
    assert problem.level == "error"
    assert "OPML" in problem.message
    assert "digest add" in problem.message


def test_a_feed_without_entries_is_a_problem():
    (problem,) = read('<rss version="2.0"><channel><title>x</title></channel></rss>').problems
    assert problem.level == "error"


def test_entities_are_not_expanded_in_feeds():
    ten = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "lol">' for n in range(10)
    )
    local = '<!ENTITY file SYSTEM "file:///etc/hostname">'
    found = first(
        f'<?xml version="1.0"?><!DOCTYPE rss [{ten}{local}]><rss version="2.0"><channel><item>'
        "<title>T</title><description>&e9; &file; Text.</description></item></channel></rss>"
    )
    assert len(found.blocks[0].text) < 100


def test_a_name_of_a_file_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = "<rss>"
    (tmp_path / name).write_text(RSS)
    assert read(name).articles == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "koi8-r", "windows-1251"])
def test_the_declared_encoding_holds(encoding):
    data = (
        f'<?xml version="1.0" encoding="{encoding}"?><rss version="2.0"><channel><item>'
        "<title>Паром</title><description>Вышел из гавани.</description></item></channel></rss>"
    )
    assert read(data.encode(encoding)).articles[0].blocks == (Block("Вышел из гавани."),)


@pytest.mark.parametrize(
    "data",
    [
        b"<rss",
        b"<rss ><channel><item>",
        b"<feed " + b"<" * 50_000,
        b"<rdf >\xff\xfe\x00",
        b"<rss>]]>",
    ],
)
def test_broken_feeds_raise_no_exception(data):
    source = Source("bay.xml", data, "", DAY)
    found = rss.read(source, Limits())
    assert found.articles or found.problems


def test_other_files_are_left_to_others():
    for data in (b"A text about <rss> feeds.", b"<html><p>x</p></html>", b"<svg/>", b""):
        assert not rss.accepts(Source("a.xml", data, "", DAY))


def test_a_feed_that_was_cut_off_gives_its_beginning_and_says_so():
    found = read(RSS[: RSS.index("<item><title>Nothing")] + "<item><ti")
    assert [article.title for article in found.articles] == ["Quay & ferry", "Fares rise"]
    assert "is truncated" in found.problems[0].message


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Jane Doe", ("Jane Doe",)),
        ("Bay Notes", ()),  # the outlet
    ],
)
def test_an_entry_without_an_author_has_the_feeds(written, authors):
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Bay Notes</title>'
        f"<author><name>{written}</name></author><entry><id>1</id><title>Quay</title>"
        "<summary>The quay opened.</summary></entry><entry><id>2</id><title>Fares</title>"
        "<author><name>Max Roe</name></author><summary>Fares rise.</summary></entry></feed>"
    )
    assert [article.authors for article in read(data).articles] == [authors, ("Max Roe",)]


def test_a_name_in_parentheses_without_its_address_is_the_author():
    assert first(RSS.replace("By Jane Doe", "(Jane Doe)")).authors == ("Jane Doe",)


def test_numbers_of_institutes_are_not_part_of_names():
    names = "Jane Doe (1), Max Roe (1 and 2) ((1) Bay College, (2) Port Institute)"
    assert first(RSS.replace("By Jane Doe", names)).authors == ("Jane Doe", "Max Roe")


@pytest.mark.parametrize(
    "none",
    ["Wed, 30 Nov -0001 00:00:00 +0000", "Mon, 01 Jan 0001 00:00:00", "-0001-11-30T00:00:00Z"],
)
def test_what_programs_write_for_no_date_is_none(none):
    assert first(RSS.replace("Fri, 29 Aug 2025 10:15:00 +0200", none)).date is None
