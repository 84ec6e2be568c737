"""The outlet of a page that states none for machines: a name on which several places agree."""

import pytest

from generator.understand.html.metadata.outlet import outlet_of
from generator.understand.markup.parse import parse_text


def outlet(title: str, body: str) -> str:
    tree, _ = parse_text(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert tree is not None
    return outlet_of(tree, [], [])[0]


@pytest.mark.parametrize(
    "body",
    [
        "<div id=masthead><h1><a href='/'>Bay Courier</a></h1></div><h2>The wall leaks</h2>",
        "<a href='https://bay.example/'><img src='l.png' alt='Bay Courier'></a>",
        "<a class='site-title' href='/index.html'>Bay Courier</a>",
        "<div class='top logo'>Bay Courier</div><p>Text</p>",
        "<p>Text</p><footer>© 2019–2025 Bay Courier. All rights reserved.</footer>",
    ],
)
@pytest.mark.parametrize("title", ["The wall leaks | Bay Courier", "Bay Courier » The wall leaks"])
def test_the_title_and_another_place_agree_on_the_outlet(title, body):
    assert outlet(title, body) == "Bay Courier"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("The wall leaks | Town", "<nav><a href='/'>Town</a></nav>"),
        ("The wall leaks - Home", "<div class='logo'><a href='/'>Home</a></div>"),
        ("The wall leaks | Bay Courier", "<p>Text</p>"),
        ("The wall leaks", "<div class='logo'><a href='/'>The wall leaks</a></div>"),
    ],
)
def test_an_outlet_needs_a_second_source(title, body):
    assert outlet(title, body) == ""


def test_the_handle_of_a_site_confirms_the_outlet_in_its_title():
    tree, _ = parse_text("<title>The wall leaks | Bay Courier</title><p>Text</p>")
    assert tree is not None
    assert outlet_of(tree, [("twitter:site", "@baycourier")], [])[0] == "Bay Courier"
    assert outlet_of(tree, [("twitter:site", "@jane_doe")], [])[0] == ""


PAGE = "https://www.baycourier.example/sea/wall"


@pytest.mark.parametrize(
    ("publisher", "site", "name"),
    [
        ("Lindhaven Print GmbH", "Bay Courier", "Bay Courier"),
        ("Bay Courier Ltd", "", "Bay Courier"),
        ("Lindhaven Print GmbH", "", ""),
        ("", "Bay Courier - All the news of the bay", "Bay Courier"),
        ("", "The Wall - Bay Watch", "The Wall - Bay Watch"),
        ("", "https://www.baycourier.example", "baycourier.example"),
        ("", "www.baycourier.example", "baycourier.example"),
        ("Blogger", "Bay Courier", "Bay Courier"),
        ("", "Home", ""),
    ],
)
def test_a_stated_name_is_the_outlets_not_its_owners_or_its_slogan(publisher, site, name):
    tree, _ = parse_text("<p>Text</p>")
    assert tree is not None
    stated = [("og:site_name", site)] if site else []
    nodes = [{"@type": "NewsArticle", "publisher": {"name": publisher}}] if publisher else []
    assert outlet_of(tree, stated, nodes, PAGE)[0] == name


def test_a_company_is_the_outlet_of_a_page_without_an_address():
    tree, _ = parse_text("<p>Text</p>")
    assert tree is not None
    nodes = [{"@type": "NewsArticle", "publisher": "Lindhaven Print GmbH"}]
    assert outlet_of(tree, [], nodes)[0] == "Lindhaven Print GmbH"


@pytest.mark.parametrize(
    ("stated", "title", "name"),
    [
        ("baycourier.example", "The wall leaks - Bay Courier", "Bay Courier"),
        ("BAYC.com", "The wall leaks - BAYC", "BAYC.com"),
        ("the Bay Courier", "The wall leaks | The Bay Courier", "The Bay Courier"),
        ("il Faro", "The wall leaks - il Faro", "il Faro"),
        ("baycourier.example", "The wall leaks", "baycourier.example"),
        ("Bay &amp; Pier", "The wall leaks", "Bay & Pier"),
    ],
)
def test_the_outlet_is_written_as_the_page_shows_it(stated, title, name):
    tree, _ = parse_text(f"<title>{title}</title><p>Text</p>")
    assert tree is not None
    assert outlet_of(tree, [("og:site_name", stated)], [])[0] == name


@pytest.mark.parametrize("other", ["Associated Press", "U.S."])
def test_neither_an_agency_nor_a_country_is_the_outlet_where_another_is_named(other):
    metas = [("publisher", other), ("og:site_name", other), ("application-name", "Bay Courier")]
    tree, _ = parse_text("<title>The wall leaks</title><p>Text</p>")
    assert tree is not None
    assert outlet_of(tree, metas, [])[0] == "Bay Courier"


def test_an_agency_is_the_outlet_of_its_own_pages():
    tree, _ = parse_text("<title>The wall leaks</title><p>Text</p>")
    assert tree is not None
    metas = [("og:site_name", "Reuters"), ("application-name", "Markets")]
    assert outlet_of(tree, metas, [], "https://www.reuters.com/a")[0] == "Reuters"


def test_a_headline_beside_the_logo_is_no_outlet():
    title = "The wall leaks » Town » News"
    tree, _ = parse_text(f"<title>{title}</title><div class='logo'>The wall leaks</div>")
    assert tree is not None
    assert outlet_of(tree, [("twitter:title", "The wall leaks")], [])[0] == ""
