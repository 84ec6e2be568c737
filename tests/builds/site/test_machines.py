"""What machines get of a built site: feeds, records, heads of pages, rules for hosts."""

import json
import re
import xml.etree.ElementTree as ET
from importlib.resources import files as resources
from urllib.parse import urljoin

import feedparser
import jsonschema
import pytest
from lxml import html

import machines
from generator.sanitize import split_front_matter
from generator.site.build import build_site
from program import digest, output, page

BASE = "https://example.org/digest/"
SCHEMA = json.loads(
    (resources("generator.compose.machine_readable") / "articles.schema.json").read_text(
        encoding="utf-8"
    )
)
RECORD = {**SCHEMA, **SCHEMA["$defs"]["article"]}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = tmp_path_factory.mktemp("machines")
    machines.write(project)
    output(project)
    return project


@pytest.fixture(scope="module")
def site(project):
    return project / "site"


def again(project, folder, settings):
    """Build the same content under other settings."""
    file = project / "site_config/digest.yml"
    before = file.read_text()
    file.write_text(settings)
    try:
        build_site(project, folder, strict=False)
    finally:
        file.write_text(before)
    return folder


@pytest.fixture(scope="module")
def placed(project, tmp_path_factory):
    """The same site, whose address is known (and given without the slash at its end)."""
    folder = tmp_path_factory.mktemp("placed") / "site"
    return again(project, folder, f"{machines.SETTINGS}site_url: {BASE[:-1]}\n")


def records(site):
    return json.loads((site / "articles.json").read_text(encoding="utf-8"))["articles"]


def record(site, start):
    (found,) = [record for record in records(site) if record["title"].startswith(start)]
    return found


def atom(file):
    found = feedparser.parse(
        file.read_bytes(),
        response_headers={"content-location": BASE, "content-type": "application/xml"},
    )
    assert not found.bozo, found.get("bozo_exception")
    return found


def everything(site):
    return [file for file in sorted(site.rglob("*")) if file.is_file()]


# Feeds


def test_the_site_a_section_and_a_keyword_have_feeds(site):
    feeds = {file.relative_to(site).as_posix() for file in site.rglob("feed.xml")}
    assert {"feed.xml", "sections/local/feed.xml", "keywords/northport/feed.xml"} <= feeds
    assert {file.with_suffix(".json").name for file in site.rglob("feed.xml")} == {"feed.json"}
    pages = {file.parent.relative_to(site).as_posix() for file in site.rglob("feed.json")}
    shared = {f"keywords/{path.name}" for path in (site / "keywords").iterdir() if path.is_dir()}
    assert shared <= pages


def test_every_atom_feed_is_valid(site):
    for file in site.rglob("feed.xml"):
        feed = atom(file)
        assert feed.version == "atom10"
        assert feed.feed.id.startswith("urn:uuid:")
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids) > 0
        for entry in feed.entries:
            assert entry.title
            assert entry.summary
            assert RFC3339.match(entry.updated)
        assert feed.feed.updated == max(entry.updated for entry in feed.entries)


def test_json_feeds_have_the_same_entries(site):
    for file in site.rglob("feed.json"):
        feed = json.loads(file.read_text(encoding="utf-8"))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        for item in feed["items"]:
            assert {"id", "url", "title", "date_modified"} <= set(item)
            assert ("content_html" in item) != ("content_text" in item)
            assert RFC3339.match(item["date_modified"])
        twin = atom(file.with_suffix(".xml"))
        assert [record["id"] for record in feed["items"]] == [entry.id for entry in twin.entries]
        assert [record["title"] for record in feed["items"]] == [
            entry.title for entry in twin.entries
        ]


def test_dates_are_those_of_the_sources(site):
    entries = {entry.title.split()[0]: entry for entry in atom(site / "feed.xml").entries}
    assert entries["Harbour"].published == "2025-08-18T00:00:00Z"
    assert entries["Harbour"].updated == "2025-08-19T08:30:00Z"
    assert "published" not in entries["Ferries"]  # its year is inferred
    assert entries["Ferries"].updated == "2025-08-30T00:00:00Z"  # the day of collection
    assert "published" not in entries["Old"]


def test_links_are_relative_until_the_site_has_an_address(site, placed):
    for folder in (site, placed):
        for file in folder.rglob("feed.xml"):
            for link in ET.parse(file).getroot().iter("{http://www.w3.org/2005/Atom}link"):
                href = link.get("href")
                if link.get("rel") == "via":
                    continue
                assert href.startswith(BASE) == (folder is placed), href
                here = urljoin(BASE, file.relative_to(folder).as_posix())
                target = folder / urljoin(here, href).removeprefix(BASE)
                assert target.exists(), (file, href)


def test_ids_stay_when_the_site_or_a_page_moves(project, site, placed, tmp_path):
    def ids(folder):
        return {entry.title: entry.id for entry in atom(folder / "feed.xml").entries}

    assert ids(site) == ids(placed)
    renamed = machines.SETTINGS.replace("& <Sons>", "Daily")
    assert ids(again(project, tmp_path / "renamed", renamed)) == ids(site)
    other = f"{renamed}feeds: {{identity: Northport Daily}}\n"
    assert ids(again(project, tmp_path / "other", other)) != ids(site)
    same = f"{renamed}feeds: {{identity: Northport & <Sons>}}\n"
    assert ids(again(project, tmp_path / "same", same)) == ids(site)
    sidecar = project / "seeds/undated.yml"
    before = sidecar.read_text()
    sidecar.write_text(f"{before}slug: eleven-maps\n")
    assert digest(project, "build", "--site-dir", tmp_path / "moved").returncode == 0
    sidecar.write_text(before)
    assert (tmp_path / "moved/articles/undated/eleven-maps/index.html").is_file()
    assert ids(tmp_path / "moved") == ids(placed)


def test_a_feed_holds_the_newest_of_a_number(project, tmp_path):
    few = again(project, tmp_path / "few", f"{machines.SETTINGS}feeds: {{entries: 2}}\n")
    assert len(atom(few / "feed.xml").entries) == 2


def test_an_old_article_that_is_added_late_reaches_subscribers(tmp_path):
    machines.write(tmp_path)
    seeds = tmp_path / "seeds"
    (seeds / "late.txt").write_text(
        "The first tram of Northport\n3 May 1999\n\nThe first tram left the depot at dawn, and the "
        "band of the fire brigade played as it crossed the bridge to the northern suburbs.\n"
    )
    (seeds / "late.yml").write_text("collected: 9000-01-02\n")
    assert digest(tmp_path).returncode == 0
    assert atom(tmp_path / "site/feed.xml").entries[0].title == "The first tram of Northport"


def test_opml_lists_every_lasting_feed_once_addresses_are_absolute(site, placed):
    assert not (site / "feeds.opml").exists()
    tree = ET.parse(placed / "feeds.opml")
    listed = {element.get("xmlUrl") for element in tree.iter("outline") if element.get("xmlUrl")}
    feeds = {file.relative_to(placed).as_posix() for file in placed.rglob("feed.xml")}
    assert listed == {BASE + feed for feed in feeds if not feed.startswith("stories/")}


def test_pages_lead_to_their_feeds(site):
    for address in ("", "sections/local", "keywords/northport"):
        found = page(site, address)
        kinds = {
            element.get("type"): element.get("href")
            for element in found.xpath("//link[@rel='alternate']")
        }
        for kind in ("application/atom+xml", "application/feed+json"):
            assert (site / address / kinds[kind]).is_file()
        assert found.xpath("//*[@class='dg-feeds']/a/@href") == list(kinds.values())
    assert not page(site, "keywords").xpath("//*[@class='dg-feeds']")


# Records and texts


def test_the_collection_is_as_the_schema_says(site, placed):
    for folder in (site, placed):
        found = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
        jsonschema.validate(found, SCHEMA, format_checker=jsonschema.FormatChecker())
        assert len(found["articles"]) == len(machines.STORIES)
        assert json.loads((folder / "articles.schema.json").read_text()) == SCHEMA


def test_every_property_is_described():
    def properties(schema):
        for name, described in schema.get("properties", {}).items():
            yield name, described
            yield from properties(described)
            yield from properties(described.get("items", {}))

    found = [*properties(SCHEMA), *properties(SCHEMA["$defs"]["article"])]
    assert [name for name, record in found if not record.get("description")] == []


def test_every_article_has_its_files(site):
    for listed in records(site):
        own = json.loads((site / listed["json"]).read_text(encoding="utf-8"))
        jsonschema.validate(own, RECORD)
        assert (own["id"], own["title"]) == (listed["id"], listed["title"])
        front, body = split_front_matter((site / listed["markdown"]).read_text(encoding="utf-8"))
        assert (front["id"], front["title"]) == (listed["id"], listed["title"])
        assert "digest" not in front
        links = page(site, listed["page"]).xpath("//dt[.='Machine-readable']/../dd/a/@href")
        assert [(site / listed["page"] / link).is_file() for link in links] == [True, True]
        assert "<a" not in body


def test_the_whole_text_is_published(site):
    own = json.loads((site / record(site, "Harbour")["json"]).read_text(encoding="utf-8"))
    assert {"heading": "Detour"} in own["paragraphs"]
    assert own["paragraphs"][-1].endswith("a quarter of an hour in the morning.")
    assert own["url"] == "https://gazette.example/bridge?a=1&b=%222%22"
    assert own["source"]["file"] == "bridge.md"


def test_the_guide_leads_to_every_article_s_text(site):
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Northport &amp; &lt;Sons&gt;\n\n> What Northport reads\n")
    links = re.findall(r"\]\(<([^>]+)>\)", text)
    assert {record["markdown"] for record in records(site)} <= set(links)
    pages = {link for link in links if link.startswith("stories/")}
    assert all((site / page / "index.html").is_file() for page in pages)
    assert all((site / link).is_file() for link in set(links) - pages)


# What may be shown


def test_no_file_holds_more_than_an_outlet_allows(project):
    kept = [*everything(project / "site"), *everything(project / "content")]
    assert len(kept) > 100
    for file in kept:
        data = file.read_bytes().replace(b"\\u0027", b"'").replace(b"&#39;", b"'")
        assert b"readers shall read this sentence" not in data, file
        assert b"far beyond any excerpt" not in data, file
    assert record(project / "site", "Keeper")["description"] is None


def test_what_is_quoted_of_an_excerpt_is_in_it(site):
    excerpts = [record for record in records(site) if record["text"] == "excerpt"]
    assert len(excerpts) == 2
    for listed in excerpts:
        own = json.loads((site / listed["json"]).read_text(encoding="utf-8"))
        shown = " ".join(own["paragraphs"])
        assert 5 < len(shown.split()) <= 82
        assert all(point in shown for point in own["key_points"])


def test_a_page_kept_by_hand_that_shows_too_much_is_named(project, tmp_path):
    stricter = machines.SETTINGS + "text: link\n"
    file = project / "site_config/digest.yml"
    file.write_text(stricter)
    try:
        problems = build_site(project, tmp_path / "site", strict=False)
    finally:
        file.write_text(machines.SETTINGS)
    said = [
        problem.message for problem in problems if "its outlet allows 'link'" in problem.message
    ]
    assert len(said) == 3  # those whose outlets are not listed


# Heads of pages


def test_an_article_s_data_is_what_is_known(site, placed):
    def data(folder, start):
        found = page(folder, record(folder, start)["page"].removeprefix(BASE))
        (script,) = found.xpath("//script[@type='application/ld+json']")
        return json.loads(script.text)

    bridge = data(placed, "Harbour")
    assert bridge["@type"] == "NewsArticle"
    assert bridge["headline"] == "Harbour bridge closes: “rust” & <repairs> in Northport"
    assert (bridge["datePublished"], bridge["dateModified"][:16]) == (
        "2025-08-18",
        "2025-08-19T08:30",
    )
    assert bridge["author"] == [{"@type": "Person", "name": "Mara Lindqvist"}]
    assert bridge["publisher"]["name"] == "Northport Gazette"
    assert bridge["mainEntityOfPage"].startswith(BASE)
    assert "datePublished" not in data(site, "Ferries")  # its year is inferred
    old = data(site, "Old maps")
    assert not {"datePublished", "author", "publisher", "url", "mainEntityOfPage"} & set(old)


def test_every_page_has_a_description_and_open_graph(site):
    for file in site.rglob("index.html"):
        found = html.fromstring(file.read_bytes())
        if not found.xpath("//main"):
            continue
        (said,) = found.xpath("//meta[@name='description']/@content")
        assert said.strip(), file
        graph = {
            element.get("property"): element.get("content")
            for element in found.xpath("//meta[@property]")
        }
        assert graph["og:title"], file
        assert graph["og:site_name"] == "Northport & <Sons>"
        assert graph["og:description"], file


def test_canonical_addresses(site, placed):
    assert not page(site, "").xpath("//link[@rel='canonical']")
    for file in placed.rglob("index.html"):
        found = html.fromstring(file.read_bytes())
        if found.xpath("//main"):
            here = BASE + file.relative_to(placed).as_posix().removesuffix("index.html")
            assert found.xpath("//link[@rel='canonical']/@href") == [here]
            assert found.xpath("//meta[@property='og:url']/@content") == [here]


# Hosts


def test_the_sitemap_has_the_articles_dates(site, placed):
    assert not list(site.glob("sitemap*"))
    assert not list(placed.glob("*.gz"))  # its bytes would hold the time of the build
    name = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = {
        record.findtext(f"{name}loc"): record.findtext(f"{name}lastmod")
        for record in ET.parse(placed / "sitemap.xml").getroot()
    }
    pages = {file.parent.relative_to(placed).as_posix() for file in placed.rglob("index.html")}
    assert {BASE + (f"{record}/" if record != "." else "") for record in pages} == set(places)
    bridge = record(placed, "Harbour")["page"]
    assert places[bridge] == "2025-08-19T08:30:00Z"
    assert places[BASE + "archive/2025/08/"].startswith("2025-08-")
    assert places[record(placed, "Old maps")["page"]] == "2025-08-30"


def test_crawlers(project, site, placed, tmp_path):
    assert (site / "robots.txt").read_text() == "User-agent: *\nDisallow:\n"
    assert f"Sitemap: {BASE}sitemap.xml\n" in (placed / "robots.txt").read_text()
    away = again(
        project, tmp_path / "away", f"{machines.SETTINGS}site_url: {BASE}\nnoindex: true\n"
    )
    for file in away.rglob("*.html"):
        assert html.fromstring(file.read_bytes()).xpath("//meta[@name='robots']/@content") == [
            "noindex"
        ], file
    assert "X-Robots-Tag: noindex" in (away / "_headers").read_text()
    assert "Sitemap" not in (away / "robots.txt").read_text()
    assert not (away / "sitemap.xml").exists()
    assert not (away / "llms.txt").exists()


def test_the_policy_allows_no_inline_scripts_but_those_it_names(site):
    lines = (site / "_headers").read_text().splitlines()
    (policy,) = [line.strip() for line in lines if "Content-Security-Policy" in line]
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert len(policy) < 2000  # Cloudflare's limit
    assert "default-src 'none'" in policy
