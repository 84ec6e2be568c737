"""A saved page: what is its article, and what stands around it."""

import datetime as dt
import json

import pytest

import sources
from generator.config import Limits
from generator.models import Article, Block, Source, Understood
from generator.understand import html
from generator.understand.html.body.trim import Head, trimmed
from report_text import FIRST, SECOND
from sources import texts

DAY = dt.date(2025, 9, 1)
QUOTE = "We waited long for this day, and we shall use every metre of it, said the harbour master."
STANDFIRST = "Four years late and twice as dear, the ferry quay is open to everyone who can pay."
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>Lindhaven opens its quay | Bay Courier</title>
<meta property="og:title" content="Lindhaven opens its quay">
<meta property="og:site_name" content="Bay Courier">
<meta property="og:description" content="{STANDFIRST}">
<meta property="article:section" content="Harbours">
<link rel="canonical" href="https://www.baycourier.example/2025/quay">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@graph": [
 {{"@type": "Person", "@id": "#jane", "name": "By Jane Doe, Staff Reporter"}},
 {{"@type": ["NewsArticle"], "headline": "Lindhaven opens its quay", "author": {{"@id": "#jane"}},
  "datePublished": "2025-08-29T10:15:00+02:00", "dateModified": "2025-08-31T08:00:00+02:00",
  "publisher": {{"@type": "Organization", "name": "Bay Courier"}},}}
]}}
</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<h1>Bay Courier</h1>
<article><h1>Lindhaven opens its quay</h1>
<p class="lead">{STANDFIRST}</p>
<div class="byline">By <a rel="author" href="/jane">Jane Doe</a></div>
<p>{FIRST}</p>
<h2>Half from the province</h2>
<p>{SECOND}</p>
<p>READ MORE: <a href="/other">Ferry fares will rise in the spring</a></p>
<blockquote><p>{QUOTE}</p></blockquote>
<ul><li>The quay is 240 metres long and takes three ferries at a time, the port says.</li>
<li>Tickets are sold on board, on the quay and in the library of the old town.</li></ul>
<h3>Timetable</h3>
</article>
<footer><p>© Bay Courier. All rights reserved.</p></footer></body></html>"""


def understood(page: str | bytes, name: str = "page.html") -> Understood:
    return sources.read(name, page, html, collected=DAY)


def article(page: str | bytes) -> Article:
    (found,) = understood(page).articles
    return found


def test_what_the_page_says_of_its_article():
    found = article(PAGE)
    assert found.title == "Lindhaven opens its quay"
    assert str(found.date) == "2025-08-29T10:15:00+02:00"
    assert str(found.updated) == "2025-08-31T08:00:00+02:00"
    assert found.authors == ("Jane Doe",)
    assert (found.outlet, found.section) == ("Bay Courier", "Harbours")
    assert found.url == "https://www.baycourier.example/2025/quay"
    assert (found.language, found.standfirst) == ("en", STANDFIRST)


def test_where_each_field_was_found():
    origins = article(PAGE).origins
    assert origins["title"] == "h1"
    assert origins["date"] == origins["authors"] == origins["outlet"] == "json-ld"
    assert origins["section"] == "article:section"


def test_the_text_is_the_article_with_its_structure():
    found = article(PAGE)
    assert found.blocks[0] == Block(STANDFIRST)
    assert Block(FIRST) in found.blocks
    assert Block("Half from the province", "heading") in found.blocks
    assert Block(SECOND) in found.blocks
    assert Block(QUOTE, "quote") in found.blocks
    assert [block.kind for block in found.blocks].count("item") == 2
    assert texts(found).count(STANDFIRST) == 1


def test_what_surrounds_the_article_is_not_in_it():
    text = "\n".join(texts(article(PAGE)))
    for foreign in ("Home", "Sport", "rights reserved", "Ferry fares", "Timetable", "Jane Doe"):
        assert foreign not in text


def test_what_is_dropped_from_the_text_is_said_with_its_reason():
    dropped = {item.text: item.reason for item in article(PAGE).dropped}
    assert dropped["READ MORE: Ferry fares will rise in the spring"] == "link to another article"


def test_a_heading_with_nothing_below_it_is_dropped():
    pieces = [(Block(FIRST), 0.0), (Block("Timetable", "heading"), 0.0)]
    blocks, (dropped,) = trimmed(pieces, Head.of(""), {})
    assert blocks == (Block(FIRST),)
    assert (dropped.line, dropped.text, dropped.reason) == (2, "Timetable", "label without text")


def test_a_paragraph_set_in_large_type_as_a_heading_is_a_paragraph():
    long = f"{FIRST} {SECOND}"
    page = PAGE.replace("<blockquote>", f"<h3>{long}</h3><h3>What comes next</h3><blockquote>")
    blocks = article(page).blocks
    assert Block(long) in blocks
    assert Block("What comes next", "heading") in blocks


def test_a_list_of_links_is_no_part_of_the_text():
    links = "".join(f"<li><a href='/{n}'>Another story, number {n}</a></li>" for n in range(4))
    page = PAGE.replace("<blockquote>", f"<ul>{links}</ul><blockquote>")
    assert "Another story" not in "\n".join(texts(article(page)))


def test_a_short_note_keeps_its_paragraphs_apart():
    page = "<html><body><h1>Note</h1><p>The ferry is late today.</p><p>Buses run.</p></body></html>"
    assert texts(article(page)) == ["The ferry is late today.", "Buses run."]


def test_a_short_text_keeps_its_headings_and_short_items():
    long = "It wants a heavy pot and an afternoon in which nothing much is going to happen."
    page = (
        f"<html><body><article><h1>Soup</h1><p>By Jane Doe</p><p>We like soup.</p><p>{long}</p>"
        "<h2>Ingredients</h2><ul><li>3 leeks</li><li>1 litre stock</li></ul><h2>Method</h2>"
        "<ol><li>Sweat the leeks.</li></ol><p>Serves four.</p></article></body></html>"
    )
    items = [
        "Ingredients",
        "3 leeks",
        "1 litre stock",
        "Method",
        "Sweat the leeks.",
        "Serves four.",
    ]
    assert texts(article(page)) == ["We like soup.", long, *items]


def test_a_page_drawn_by_a_script_gives_the_text_in_it():
    body = "".join(f"<p>{FIRST} {n}</p>" for n in range(5)).replace("<", "\\u003c")
    page = (
        f'<html><head><title>Quay</title></head><body><script>var a = {{"b": "{body}"}};</script>'
    )
    assert texts(article(page))[0] == f"{FIRST} 0"


def test_the_article_body_of_the_description_serves_where_the_page_shows_none():
    page = (
        '<html><head><title>Quay</title><script type="application/ld+json">'
        f'{{"@type": "NewsArticle", "articleBody": "{FIRST}\\n{SECOND}"}}</script></head><body>'
        "<div id=app></div></body></html>"
    )
    assert texts(article(page)) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("cp1251", "windows-1251"), ("utf-8", "iso-8859-1"), ("utf-16", "utf-8")],
)
def test_the_encoding_is_found_even_where_the_page_misstates_it(encoding, declared):
    line = "Паром вышел из гавани в пятницу утром, на борту было двести пассажиров и почта."
    page = (
        f'<html><head><meta charset="{declared}"><title>Паром</title></head><body>'
        f"<p>{line}</p></body></html>"
    )
    assert texts(article(page.encode(encoding))) == [line]


def test_the_encoding_that_the_server_stated_overrides_a_guess():
    line = "Żółw wyszedł z wody."
    page = f"<html><body><h1>Żółw</h1><p>{line}</p></body></html>".encode("iso-8859-2")
    source = Source("page.html", page, "0" * 64, DAY, {"charset": "iso-8859-2"})
    (found,) = html.read(source, Limits()).articles
    assert texts(found) == [line]


def test_text_in_the_data_of_a_script_is_read():
    data = json.dumps(
        {"a": [{"kind": "Text", "say": item} for item in (FIRST, SECOND)], "x": FIRST}
    )
    page = (
        "<html><head><title>Quay</title></head><body><p>Loading</p>"
        f'<script type="application/json">{data}</script></body></html>'
    )
    assert texts(article(page)) == [FIRST, SECOND]


def test_a_page_of_frames_says_what_to_do():
    page = b"<html><frameset><frame src='a.html'></frameset></html>"
    (problem,) = html.read(Source("page.html", page, "0" * 64, DAY), Limits()).problems
    assert "frame" in problem.message


def test_a_few_broken_bytes_do_not_change_the_encoding():
    page = PAGE.replace("harbour master", "harbour m\u00e4ster").encode()
    found = article(page.replace(b"loan", b"lo\xffan"))
    assert "said the harbour mäster." in "\n".join(texts(found))


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"<html><head><title>x</title></head><body><img src=a></body></html>", "no text"),
        (b"<html>" + b"<div>" * 10_000 + b"<p>text", "nested deeper"),
        (b"<html><body>" + b"<p>Some words.</p>" * 50_001, "elements"),
        (b"<html>" + bytes(range(32)) * 200, "binary"),
    ],
)
def test_a_page_that_can_not_be_used_is_named_with_the_reason(page, said):
    found = understood(page, "a/b.html")
    assert found.articles == ()
    (problem,) = found.problems
    assert (problem.source, problem.level) == ("a/b.html", "error")
    assert said in problem.message


def test_a_page_truncated_for_its_depth_is_reported():
    page = PAGE.replace("<footer>", "<div>" * 400 + "deep" + "</div>" * 400 + "<footer>")
    (problem,) = article(page).problems
    assert problem.level == "warning"
    assert "nested deeper" in problem.message


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body><p>" + b"&" * 300_000,
        b"<html>" + b"<" * 300_000,
        b"<html><script type='application/ld+json'>" + b"[" * 200_000 + b"</script><p>Text.",
        (
            b'<html><script type="application/ld+json">{"@type": "Article", "author": [[[{}]], 2],'
            b'"headline": 3, "datePublished": {"a": 1}, "publisher": [null, 2]}</script><p>Text.'
        ),
        b"<html><head><link rel=canonical href='http://[bad'><base href='//['></head><p>Text.",
        b"<!doctype html><svg><p>A</svg><math><mtext><table><mglyph><style><!--</style>",
        b"<html xmlns='x'><?php echo 1 ?><![CDATA[ x ]]><p>Text</p></html>",
    ],
)
def test_unusual_markup_raises_no_exception(page):
    found = understood(page)
    assert found.articles or found.problems


def test_scripts_and_styles_are_never_text():
    page = PAGE.replace(SECOND, f"{SECOND}<script>alert(1)</script><style>p {{}}</style>")
    found = article(page)
    assert "alert" not in "\n".join(texts(found))


@pytest.mark.parametrize(
    ("name", "data", "is_page"),
    [
        ("a.html", b"\xef\xbb\xbf<!DOCTYPE html><p>x", True),
        ("a.txt", b"<!-- saved --><html><p>x", True),
        ("a.xhtml", b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "a" "b"><html/>', True),
        ("a.html", "<html>".encode("utf-16"), True),
        ("a.htm", b"<p>x</p>", True),
        ("a.txt", b"<p>x</p>", False),
        ("a.txt", b"A word about <html> in a text.", False),
        ("a.xml", b'<?xml version="1.0"?><rss/>', False),
        ("a.html", b"A text without any tag.", False),
    ],
)
def test_a_page_is_recognised_by_its_content(name, data, is_page):
    assert html.accepts(Source(name, data, "", DAY)) is is_page


def test_the_same_page_gives_the_same_article():
    assert understood(PAGE) == understood(PAGE)


@pytest.mark.parametrize(
    "begin",
    [
        "<style>p { color: red }</style><!doctype html><html>",
        "<!-- saved from somewhere --><!doctype html><html>",
        "\ufeff<!-- saved --><html>",
        "<head><title>The quay</title></head>",
        "<script>var shown = 1;</script><html>",
    ],
)
def test_a_page_may_begin_with_what_belongs_further_down(begin):
    hidden = "<template><p>Never shown.</p></template><script>var hidden = 1;</script>"
    source = Source(
        "a.txt", f"{begin}<body><p>{FIRST}</p>{hidden}<p>{SECOND}</p>".encode(), "", DAY
    )
    assert html.accepts(source)
    (found,) = html.read(source, Limits()).articles
    assert [block.text for block in found.blocks] == [FIRST, SECOND]


def test_a_text_that_mentions_a_tag_is_not_html():
    assert not html.accepts(Source("a.txt", b"<b>Bold</b> words\n\n<p> is a tag.", "", DAY))
    assert not html.accepts(Source("a.txt", b"<style> is a tag, and so is script.", "", DAY))


def test_utf_8_that_says_it_is_latin_stays_utf_8():
    text = "Käse für Größere: über Öl, Äpfel, süße Früchte und schöne Brötchen, täglich, möglich."
    page = f"<html><meta charset=iso-8859-1><title>Käse</title><p>{text * 20}</p>".encode()
    assert article(page[:-10] + b"\xe4" + page[-10:]).title == "Käse"


def test_the_address_of_a_page_in_the_wayback_machine_is_its_own():
    kept = "https://web.archive.org/web/20250901080000/https://bay.example/quay"
    found = article(f"<html><link rel=canonical href='{kept}'><title>Quay</title><p>{FIRST}</p>")
    assert found.url == "https://bay.example/quay"
