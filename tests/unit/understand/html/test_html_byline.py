"""Who wrote it: names without "By", jobs and outlets."""

import datetime as dt

import pytest

from generator.understand.html.metadata import metadata_of
from generator.understand.markup.parse import parse_text
from generator.understand.vocabulary.people import people


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By JANE DOE and John van der Berg", ("JANE DOE", "John van der Berg")),
        ("Von Jürgen Müller, Redakteur", ("Jürgen Müller",)),
        ("Text und Fotos: Anna Groß", ("Anna Groß",)),
        ("Por María Núñez y José Pérez", ("María Núñez", "José Pérez")),
        ("Par Zoé Dupont avec Léo Petit", ("Zoé Dupont", "Léo Petit")),
        ("Jane Doe, Senior Political Correspondent", ("Jane Doe",)),
        ("Jane Doe | Bay Courier", ("Jane Doe",)),
        ("Jane Doe Updated on December 12, 2016", ("Jane Doe",)),
        ("Jane Doe (jane@courier.example)", ("Jane Doe",)),
        ("By Jane Doe, Max Roe and Sam Poe, Jr.", ("Jane Doe", "Max Roe", "Sam Poe, Jr.")),
        ("Interview: Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and Max Roe, Millbrook Argus Leader", ("Jane Doe", "Max Roe")),
        (
            "Jane Doe and Max Roe, Lin Day and Ada Fox",
            ("Jane Doe", "Max Roe", "Lin Day", "Ada Fox"),
        ),
        ("Jane Doe. Harbour International", ("Jane Doe",)),
        ("Prof. Jane Doe", ("Prof. Jane Doe",)),
        ("Bay Courier, New York", ()),
        ("*****Notes*****", ()),
        ("김민수 기자", ("김민수",)),
        ("山田太郎", ("山田太郎",)),
        ("한빛=이서준 기자 sj.lee@bay.example", ("이서준",)),
        ("Herausgeberin", ()),
        ("https://www.facebook.example/courier", ()),
        ("courier.com", ()),
        ("@courier", ()),
        ("Follow", ()),
        ("12 comments", ()),
        ("Bay Courier", ()),
        ("", ()),
    ],
)
def test_only_the_people_of_a_byline_remain(byline, names):
    assert people(byline, ["baycourier"], strict=False) == names


def test_a_likely_byline_needs_a_full_name():
    assert people("By Jane", (), strict=True) == ()
    assert people("By Jane Doe", (), strict=True) == ("Jane Doe",)


def test_a_very_long_byline_takes_no_time():
    assert people("By " + "and " * 200_000, (), strict=False) == ()


def authors(body: str, head: str = "") -> tuple[str, ...]:
    tree, _ = parse_text(f"<html><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return metadata_of(tree, dt.date(2025, 9, 1)).authors


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="author" content="Jane Doe">', ""),
        ("", '<span class="byline">By <a>Jane Doe</a> in Lindhaven</span>'),
        ("", '<p itemprop="author">Jane Doe</p>'),
        ("", "<small>04.02.2022 | 13:10 Uhr | Jane Doe</small><h1>Quay opens</h1>"),
        ("", '<p class="vcard author">Jane Doe</p>'),
        ("", "<h1>Quay</h1><p>By Jane Doe</p>"),
        ("", "<h1>Quay</h1><p>By <b>Jane Doe</b></p>"),
        (
            (
                '<meta name="twitter:label1" content="Written by">'
                '<meta name="twitter:data1" content="Jane Doe">'
            ),
            "",
        ),
        ('<meta name="author" content="Courier">', '<p class="byline">By Jane Doe</p>'),
    ],
)
def test_the_author_is_found_where_pages_name_one(head, body):
    assert authors(body, head) == ("Jane Doe",)


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comment"><p class="author">Max Frost</p></div>',
        '<aside><a rel="author">Max Frost</a></aside>',
        '<figure><span class="author">Max Frost</span></figure>',
        "<p>By Friday the quay will be open to all, said Max Frost.</p>",
    ],
)
def test_other_peoples_names_are_not_taken(body):
    assert authors(body) == ()


@pytest.mark.parametrize(
    ("body", "stated"),
    [
        ('<p class="author-name"><span>By Staff Writer</span></p>', "Staff Writer"),
        ('<p>By <a rel="author">Courierist</a></p>', "Courierist"),
    ],
)
def test_who_is_no_person_is_named_as_the_page_states_it(body, stated):
    assert authors(body, '<meta property="og:site_name" content="Courier">') == (stated,)


@pytest.mark.parametrize("label", ["Von", "By:", "Author", "著者"])
def test_a_label_without_a_name_is_no_author(label):
    assert authors(f"<h1>Quay</h1><p class='byline'>{label}</p><p>Text</p>") == ()


def test_contributors_to_an_encyclopedia_are_not_authors():
    article = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "Quay", "author": '
        '{"@type": "Organization", "name": "Contributors to Harbour projects"}}</script>'
    )
    assert authors("<h1>Quay</h1>", article) == ()


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("<p class=byline>Jane Doe in Geneva</p>", ("Jane Doe",)),
        ("<address>Jane Doe</address>", ("Jane Doe",)),
        ("<div class=firma>Jane Doe<br>Lugo<br><time>01/12/2024</time></div>", ("Jane Doe",)),
        ("<div>2025-05-08 09:30 来源:临江晚报 作者:林书禾</div>", ("林书禾",)),
        ("<div><span>Aug 17, 2023</span> | <span>Jane Doe</span></div>", ("Jane Doe",)),
    ],
)
def test_a_line_below_the_headline_names_the_author(body, names):
    assert authors(f"<h1>The wall leaks</h1>{body}<p>Text of it.</p>") == names


@pytest.mark.parametrize(
    "other",
    [
        "<div class=item><h2>Corks are back</h2><p>By Max Roe</p></div>",
        "<footer><p>Theme by Max Roe</p><p>By Max Roe</p></footer>",
    ],
)
def test_the_byline_of_a_teaser_or_a_foot_is_not_the_articles(other):
    assert authors(f"<h1>The wall leaks</h1><p>Text of it.</p>{other}") == ()


PARAGRAPH = f"<p>{'The quay was closed for repairs on Monday. ' * 8}</p>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", "<h1>Quay</h1><div class='signature'><span>Jane Doe</span><i>4 May</i></div>"),
        ("", "<h1>Quay</h1><p class='Sub'><span class='Writer'>Jane Doe</span></p>"),
        ("", "<div id='author_line'>Jane Doe</div><h1>Quay</h1>"),
        ("<meta name='articleAuthor' content='Jane Doe'>", "<h1>Quay</h1>"),
        ("", f"<h1>Quay</h1>{PARAGRAPH}<p><em>Redacción: Jane Doe</em></p>"),
        ("", f"<h1>Quay</h1>{PARAGRAPH}<div><i>Автор: Jane Doe</i></div>"),
        ("", "<h1>Quay</h1><div><span class='editor'>Haber: Jane Doe</span></div>"),
        ("", f"<h1>Quay</h1>{PARAGRAPH}<p>It opens in May. (Jane Doe, 4.5.2022)</p>"),
        ("", f"<h1>Quay</h1><a href='mailto:x'><b>Von:</b><br> Jane Doe</a>{PARAGRAPH}"),
        ("", f"<h1>Quay</h1><p><strong>Jane Doe</strong></p>{PARAGRAPH}"),
        ("", f"<h1>Quay</h1><ul><li><div>Jane Doe, PORT KALYAN</div></li></ul>{PARAGRAPH}"),
        (
            (
                '<script type="application/ld+json">{"@type": "NewsArticle", "author": '
                '{"@type": "Person", "name": "red."}}</script>'
            ),
            "<h1>Quay</h1><span class='article_author'>Jane Doe</span>",
        ),
    ],
)
def test_a_writer_is_found_in_many_kinds_of_mark_up(head, body):
    assert authors(body, head) == ("Jane Doe",)


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Quay</h1><p><strong>Our Motto of the Year: Less</strong></p>{PARAGRAPH}",
        f"<h1>Quay</h1><p><strong>分享让更多人看到</strong></p>{PARAGRAPH}",
        f"<h1>Quay</h1>{PARAGRAPH}<p><strong>Jane Doe</strong></p>",
        f"<h1>Quay</h1>{PARAGRAPH}<p>The Haber process (Harbour Act, 1909)</p>",
        "<a id='mainnav.authors' href='/a'>Jane Doe Books</a><h1>Quay</h1>",
    ],
)
def test_what_only_resembles_a_byline_names_no_writer(body):
    assert authors(body) == ()


@pytest.mark.parametrize(
    "byline",
    [
        "3 hours ago Jane Doe",
        "an hour ago Jane Doe",
        "Hace 3 horas Jane Doe",
        "vor 3 Stunden Jane Doe",
        "il y a une heure Jane Doe",
        "há 2 dias Jane Doe",
        "3 ore fa Jane Doe",
        "3 uur geleden Jane Doe",
        "3 часа назад Jane Doe",
    ],
)
def test_how_long_ago_is_no_part_of_a_name(byline):
    assert authors(f"<h1>Quay</h1><span class='author'>{byline}</span>{PARAGRAPH}") == ("Jane Doe",)


def test_names_in_capitals_are_written_as_names():
    byline = "<p class='byline'>By JANE DOE AND RUBY McALLISTER</p>"
    assert authors(f"<h1>Quay</h1>{byline}{PARAGRAPH}") == ("Jane Doe", "Ruby McAllister")


VCARD = "<span class='post-author vcard'>Posted by <span class='fn'>Ann Lee</span></span>"
PORTRAYED = "<strong>Ann Lee</strong><br><small>Diver and writer · 20/09/2021</small>"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Quay</h1>{PARAGRAPH}<div class='post-footer'>{VCARD}</div>",
        f"<h2>Quay</h2><small>January 4th, 2025 by Ann Lee</small>{PARAGRAPH}",
        f"<h3>Quay</h3><div>Filed under: <a>Sea</a> — Ann Lee @ 12:30</div>{PARAGRAPH}",
        f"<h1>Quay</h1><div class='who'>{PORTRAYED}</div>{PARAGRAPH}",
        f"<h1>Quay</h1><p class='byline'>By Ann Lee, Bay Courier — Lindhaven</p>{PARAGRAPH}",
    ],
)
def test_bylines_of_blogs_and_of_old_pages_are_read(body):
    assert authors(body, '<meta property="og:site_name" content="Bay Courier">') == ("Ann Lee",)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("", '<meta name="author" content="jdoe85x">'),
        (
            "<div class='author' style='display: none'><a href='/author/jdoexx'>jdoexx</a></div>",
            '<meta name="author" content="jdoexx">',
        ),
        ("<span class='img-author'>Courtesy</span>", ""),
        (f"<div class='storyline_text'>By Max Roe {'they stand there. ' * 12}</div>", ""),
        (f"<p>The bridge that was built <a>by Max Roe</a> {'stands on its piers. ' * 12}</p>", ""),
        ("<p class='author'><a>#sea</a> <a>#quay</a></p>", ""),
    ],
)
def test_handles_hidden_names_tags_and_running_text_name_no_author(body, head):
    assert authors(f"<h1>Quay</h1>{body}{PARAGRAPH}", head) == ()


def test_a_handle_that_the_page_shows_is_the_author():
    head = '<meta name="author" content="seadiver">'
    assert authors(f"<h1>Quay</h1><a>seadiver</a>{PARAGRAPH}", head) == ("seadiver",)


def test_the_firm_in_the_metadata_gives_way_to_the_writer():
    head = '<meta name="author" content="株式会社浜辺新聞社">'
    assert authors(f"<h1>Quay</h1><p class='Writer'>松田 遼</p>{PARAGRAPH}", head) == ("松田 遼",)


def test_half_a_quotation_is_no_name():
    assert people('"Millions" Of People', (), strict=True) == ()
    assert people('Millions" Of People', (), strict=True) == ()
    assert people('Ann "Nan" Lee', (), strict=True) == ('Ann "Nan" Lee',)


@pytest.mark.parametrize("account", ["Super User", "Web Volunteer", "Web Harbour", "Agência Mar"])
def test_the_account_of_a_site_gives_way_to_the_writer(account):
    head = f'<meta name="author" content="{account}">'
    byline = "<p><em>Words by Ann Lee, Lindhaven. 4 May 2022</em></p>"
    assert authors(f"<h1>Quay</h1>{byline}{PARAGRAPH}", head) == ("Ann Lee",)


def test_an_account_or_the_label_of_a_date_is_no_author():
    assert authors(f"<h1>Quay</h1>{PARAGRAPH}", '<meta name="author" content="Super User">') == ()
    dated = "<div><div>Release Date</div><div>May 4, 2022</div></div>"
    assert authors(f"<h1>Quay</h1>{dated}{PARAGRAPH}") == ()


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "<p class='autor'><strong>Jane Doe</strong> | Palma de Mar | 08/01/2024</p>",
            ("Jane Doe",),
        ),
        (
            (
                "<div class='attribution byline'><span class='author'>Jane Doe and Max Roe</span>"
                "<span class='publication'>Millbrook Argus Leader</span></div>"
            ),
            ("Jane Doe", "Max Roe"),
        ),
        (
            "<div><span class='place'><b>New Delhi</b></span>, <a>Jane Doe</a> | 4 May 2024</div>",
            ("Jane Doe",),
        ),
        ("<div class='author-details'><em>Last Updated:</em> 7 May 2024</div>", ()),
        ("<div class='author-note'><p><span>*****Notes*****</span></p></div>", ()),
        ("<div class='author'><a class='follow-author'>Follow Author</a></div>", ()),
    ],
)
def test_places_days_and_buttons_beside_a_name_are_no_writers(body, names):
    tree, _ = parse_text(f"<html><body><h1>The quay opens</h1>{body}<p>x</p></body></html>")
    assert tree is not None
    assert metadata_of(tree, dt.date(2025, 9, 1)).authors == names


def test_a_byline_that_is_the_outlet_is_not_divided():
    site = "<meta property='og:site_name' content='Mar &amp; i'>"
    head = f"{site}<meta name='dc.creator' content='Mar &amp; i'>"
    tree, _ = parse_text(f"<html><head>{head}</head><body><h1>The quay opens</h1></body></html>")
    assert tree is not None
    assert "Mar" not in metadata_of(tree, dt.date(2025, 9, 1)).authors
