"""Articles from strangers through a whole build: nothing of them runs, in no file."""

import json
import re
import shutil
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

import hostile
from generator.sanitize import split_front_matter
from generator.site.checks.scan import OwnScripts, foreign_code
from generator.site.theme import MKDOCS_YML, THEME
from program import digest
from samples import size

LINKS = ("http:", "https:", "mailto:")
SCRIPTS = "//script[not(@type='application/json') and not(@type='application/ld+json')]"
INLINE = (
    re.compile(r"__dg_paint\(\)"),
    re.compile(r'document.addEventListener\("DOMContentLoaded",\(\)=>\{for\(const one of'),
    re.compile(r"var target=document.getElementById\(location"),
)


@pytest.fixture(scope="module", params=["own", pytest.param("shared", marks=pytest.mark.shared)])
def site(request, tmp_path_factory):
    strings = list(hostile.OWN) * 5  # each in every format
    if request.param == "shared":
        if not hostile.PAYLOADS.is_dir():
            pytest.skip(f"the public lists are not at {hostile.PAYLOADS}")
        strings = hostile.shared(size(60, 150))
    project = tmp_path_factory.mktemp("hostile")
    hostile.write(project / "seeds", strings)
    done = digest(project)
    assert done.returncode in {0, 1}, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    assert len(list((project / "site/articles").rglob("index.html"))) > len(strings) * 0.6
    return project / "site"


def own(script):
    return script.get("src", "").endswith(".js") or any(
        pattern.match(script.text or "") for pattern in INLINE
    )


def test_no_page_holds_anything_that_runs(site):
    for file in site.rglob("*.html"):
        page = html.fromstring(file.read_bytes())
        assert [element.text for element in page.xpath(SCRIPTS) if not own(element)] == [], file
        assert page.xpath("//@*[starts-with(name(), 'on')]") == [], file
        assert page.xpath("//iframe | //object | //embed | //base | //img") == []
        assert page.xpath("//form[@action][not(ancestor::header)]") == []  # the theme's own search
        for address in page.xpath("//@href | //@src | //@action | //@formaction"):
            scheme = re.match(r"\s*([a-zA-Z][\w+.-]*:)", address)
            assert not scheme or scheme[1].lower() in LINKS or address == "javascript:void(0)", file


def test_no_address_is_made_of_a_string(site):
    for file in site.rglob("*"):
        assert re.fullmatch(r"[\w.~+-]+", file.name, re.ASCII), file


def test_every_data_block_is_the_json_that_was_meant(site):
    found = 0
    for file in (site / "articles").rglob("index.html"):
        (block,) = html.fromstring(file.read_bytes()).xpath("//script[@type='application/ld+json']")
        record = json.loads((file.parent / "index.json").read_text(encoding="utf-8"))
        data = json.loads(block.text)
        assert data["headline"] == record["title"]
        assert set(data) < {"@context", "@type", *_KEYS}
        found += 1
    assert found


_KEYS = {
    *("headline", "description", "inLanguage", "datePublished", "dateModified", "author"),
    *("publisher", "articleSection", "keywords", "dateline", "wordCount", "timeRequired"),
    *("url", "mainEntityOfPage"),
}


def test_feeds_hold_text_alone(site):
    for file in site.rglob("feed.xml"):
        root = ET.parse(file).getroot()
        assert {element.tag.partition("}")[0] for element in root.iter()} == {
            "{http://www.w3.org/2005/Atom"
        }
        for link in root.iter("{http://www.w3.org/2005/Atom}link"):
            assert link.get("href").partition(":")[0] in {"https", "http", "mailto"} or (
                link.get("rel") != "via" and ":" not in link.get("href")
            )
        for content in root.iter("{http://www.w3.org/2005/Atom}content"):
            inside = etree.HTML(f"<div>{content.text}</div>")
            assert {element.tag for element in inside.iter()} <= _MARKUP, file
            assert {name for element in inside.iter() for name in element.attrib} <= _NAMES, file
            for address in inside.xpath("//@href"):
                assert urlsplit(address).scheme in {"", "http", "https"}, file


_MARKUP = {"html", "body", "div", "p", "h2", "h3", "ul", "ol", "li", "blockquote", "a"}
_NAMES = {"id", "href", "lang"}


def test_markdown_files_keep_their_front_matter(site):
    for file in (site / "articles").rglob("*.md"):
        front, _ = split_front_matter(file.read_text(encoding="utf-8"))
        assert front["title"] == json.loads(file.with_suffix(".json").read_text())["title"]


@pytest.mark.parametrize("form", ["html", "eml", "epub"])
def test_an_edition_to_send_holds_nothing_that_runs(site, tmp_path, form):
    sent, parts = tmp_path / f"edition.{form}", tmp_path / "parts"
    parts.mkdir()
    done = digest(site.parent, "export", "latest", "--to", form, "-o", sent)
    assert done.returncode == 0, done.stderr
    for number, (suffix, data) in enumerate(hostile.documents(sent, form)):
        (parts / f"{number}{suffix}").write_bytes(data)
    assert list(parts.iterdir())
    assert list(foreign_code(parts, OwnScripts(), {})) == []


# The scan


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    project = tmp_path_factory.mktemp("plain")
    (project / "seeds").mkdir()
    text = f"A headline about the harbour\n\n{hostile.WORDS}\n"
    (project / "seeds/one.txt").write_text(text, encoding="utf-8")
    assert digest(project).returncode == 0
    return project


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("note.md", "Hello <script>alert(1)</script>"),
        ("note.md", "<p onclick='alert(1)'>Hello</p>"),
        ("note.md", "<p><IMG SRC=x ONERROR=alert(1)></p>"),
        ("note.md", "[x](javascript:alert(1))"),
        ("note.md", "<a href='java&#x0a;script:alert(1)'>x</a>"),
        ("note.md", "[x](data:text/html,x)"),
        ("note.md", "<iframe src='https://elsewhere.example'></iframe>"),
        ("note.md", "<svg><animate attributeName=href values=javascript:alert(1) /></svg>"),
        ("note.md", "<script type='application/json'>{not json}</script>"),
        ("note.md", "<script src='assets/other.js'></script>"),
        ("note.md", "<meta http-equiv='refresh' content='0;url=javascript:alert(1)'>"),
        ("note.md", '<noscript><p title="</noscript><script>alert(1)</script>"></p></noscript>'),
        ("picture.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("page.html", "<p>Hello<script>alert(1)</script>"),
        ("data.xml", "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script>alert(1)</h:script></a>"),
    ],
)
def test_what_could_run_is_not_published(plain, name, text):
    before = {file: file.read_bytes() for file in (plain / "site").rglob("*") if file.is_file()}
    own_file = plain / "content" / name
    own_file.write_text(text, encoding="utf-8")
    try:
        done = digest(plain)
    finally:
        own_file.unlink()
    assert done.returncode == 3, done.stderr
    assert f"content/{name}: contains " in done.stderr
    assert "Aborted" not in done.stderr
    after = {file: file.read_bytes() for file in (plain / "site").rglob("*") if file.is_file()}
    assert after == before


def test_additions_of_theme_and_settings_are_published(plain, tmp_path):
    project = tmp_path / "own"
    shutil.copytree(plain, project)
    (project / "content/extra.js").write_text("window.mine = 1")
    shutil.copytree(THEME, project / "site_config/theme")
    config = MKDOCS_YML.read_text(encoding="utf-8") + "extra_javascript: [extra.js]\n"
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = digest(project)
    assert done.returncode == 0, done.stderr
    assert 'src="extra.js"' in (project / "site/index.html").read_text(encoding="utf-8")
