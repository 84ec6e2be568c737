"""The pages of a small built site: what a reader sees on each, and what no page may hold."""

import json
import re

import pytest
from lxml import html

from program import output, page

STORIES = {
    "bridge.txt": """Harbour bridge in Northport closes for repairs
Local
18 August 2025 3 minutes

Mara Lindqvist, an engineer of the county, found rust in a pier in spring. The harbour bridge \
in Northport closes for six weeks of repairs, the council said on Monday.

Buses will take the long way round through Eastbridge. The council expects delays of a \
quarter of an hour in the morning.

“We would rather close it for six weeks than for a year,” said Mara Lindqvist.
""",
    "ferry.txt": """Ferries stand in for the harbour bridge in Northport
Local
26 August 2025

Two ferries carry passengers across the harbour while the harbour bridge in Northport is \
closed. Mara Lindqvist said that both boats run until midnight.

The boats were hired from Lakeside, where the summer season has ended. A crossing takes \
eight minutes and is free for those who hold a bus ticket.
""",
    "library.txt": """City library reports a record year
Culture
27 August 2025

The city library lent more books this year than in any year before, its director told the \
council. Younger readers account for most of the growth.

A second reading room opens in October. It was paid for by a foundation that wishes not to \
be named.
""",
}
NOTE = "---\nauthor: nobody\n---\nThe *bridge* again. See [last week](2025-W34.md).\n"
EDITION = "editions/2025-W35"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = tmp_path_factory.mktemp("pages")
    (project / "seeds").mkdir()
    for name, text in STORIES.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    (project / "seeds/ferry.yml").write_text("outlet: Lakeside Herald\nplace: Northport\n")
    (project / "site_config").mkdir()
    (project / "site_config/digest.yml").write_text(
        'site_name: "Northport & <Sons>"\noutlets: {Lakeside Herald: {text: link}}\n'
    )
    (project / "content/editions").mkdir(parents=True)
    (project / f"content/{EDITION}.note.md").write_text(NOTE)
    (project / "content/about.md").write_text("# Who we are\n\nThree people and a kettle.\n")
    for _ in range(2):  # what was written by hand outlives a rebuild
        said_by_the_build = output(project)
    assert "about.md" not in said_by_the_build
    return project


def said(element):
    return " ".join(element.text_content().split())


def article(project, start):
    (found,) = (project / "site/articles/2025").glob(f"{start}*")
    return page(project / "site", found.relative_to(project / "site").as_posix())


def every(project):
    return sorted((project / "site").rglob("*.html"))


def test_the_front_page(project):
    front = page(project / "site", "")
    assert said(front.xpath("//h1")[0]) == "Northport & <Sons>"
    assert said(front.xpath("//*[@class='dg-issue']")[0]).startswith("25–31 August 2025")
    lead = front.xpath("//article[contains(@class, 'dg-lead')]")[0]
    assert lead.xpath(".//h2/a")
    assert len(lead.xpath(".//*[@class='dg-lead__points']//li")) < 2
    assert front.xpath("//*[contains(@class, 'dg-front--short')]")
    shown = said(front)
    for title in ("City library reports a record year", "Harbour bridge in Northport closes"):
        assert title in shown
    assert "Culture" in shown


def test_an_article(project):
    found = article(project, "harbour-bridge")
    shown = said(found)
    for fact in ("Local", "18 August 2025", "3 min read", "SHA-256", "bridge.txt"):
        assert fact in shown
    sha = re.search(r"[0-9a-f]{64}", shown)
    assert sha
    points = found.xpath("//*[@class='dg-glance']//a")
    assert points
    for point in points:
        place = found.xpath(f"//a[@id='{point.get('href')[1:]}']/..")[0]
        assert said(point) in said(place)
    (later,) = found.xpath("//nav[contains(@class, 'dg-turn')]//a")
    assert "Ferries" in said(later)


def test_what_the_editor_decided_and_what_is_not_shown(project):
    found = article(project, "ferries")
    shown = said(found)
    (decided,) = found.xpath("//dt[.='Set by the editor']/following-sibling::dd")
    assert said(decided) == "outlet, place"
    assert "its source states no address" in shown
    assert "eight minutes" not in shown


def test_the_editor_s_note(project):
    edition = page(project / "site", EDITION)
    (note,) = edition.xpath("//*[@class='dg-editor']")
    assert "The bridge again." in said(note)
    assert note.xpath(".//em")
    assert note.xpath(".//a/@href") == ["../2025-W34/"]
    assert not (project / f"site/{EDITION}.note").exists()
    assert "The *bridge* again." in (project / f"content/{EDITION}.md").read_text()
    assert (project / f"content/{EDITION}.note.md").read_text() == NOTE
    assert not page(project / "site", "editions/2025-W34").xpath("//*[@class='dg-editor']")


def test_the_page_about_by_hand(project):
    assert "Three people and a kettle." in said(page(project / "site", "about"))
    assert "YAKE" not in said(page(project / "site", "about"))


def test_the_search_knows_articles_and_pages_by_hand_and_only_what_they_show(project):
    found = {}
    for file in (project / "site/search/articles").iterdir():
        records = json.loads(re.search(r"\[.*\]", file.read_text(encoding="utf-8"))[0])
        found |= {record["title"]: record for record in records}
    assert len(found) == len(STORIES) + 1
    assert "kettle" in found["Who we are"]["text"]
    ferry = next(document for title, document in found.items() if title.startswith("Ferries"))
    assert ferry["outlet"] == "Lakeside Herald"
    assert "text" not in ferry  # its outlet's text is not published
    words = "".join(file.read_text() for file in (project / "site/search/words").iterdir())
    assert '"kettle":' in words
    assert '"midnight":' not in words
    assert page(project / "site", "search").xpath("//form[@role='search']")


def test_no_page_draws_on_another_host(project):
    for file in every(project):
        found = html.fromstring(file.read_bytes())
        sources = found.xpath("//script/@src | //link[not(@rel='canonical')]/@href | //img/@src")
        assert not [source for source in sources if "//" in source], file
    css = (project / "site/assets/digest.css").read_text()
    assert not re.findall(r"url\((?!fonts/|\"data:image/svg)", css)
    for name in re.findall(r"url\((fonts/[^)]*)\)", css):
        assert (project / "site/assets" / name).is_file()


def test_no_inline_style(project):
    """A strict Content-Security-Policy forbids it."""
    for file in every(project):
        found = html.fromstring(file.read_bytes())
        assert found.xpath("//main//*[@style] | //main//style") == [], file


def test_one_headline_of_the_first_rank(project):
    for file in every(project):
        found = html.fromstring(file.read_bytes())
        if found.xpath("//main"):
            assert len(found.xpath("//main//h1")) == 1, file


def test_pictures_have_words_and_numbers(project):
    pictures = 0
    for file in every(project):
        found = html.fromstring(file.read_bytes())
        for svg in found.xpath("//main//*[local-name()='svg'][@role='img']"):
            pictures += 1
            assert svg.get("aria-label"), file
            assert svg.xpath("./*[local-name()='title']/text()"), file
        for figure in found.xpath("//figure[contains(@class, 'dg-figure')]"):
            assert figure.xpath(".//details//td"), file
    assert pictures > 3


def test_the_404_page_helps_readers(project):
    lost = html.fromstring((project / "site/404.html").read_bytes())
    assert "does not exist" in said(lost.xpath("//main")[0])
    assert all(link.startswith("/") for link in lost.xpath("//main//a/@href"))


def test_text_of_an_article_is_never_markup(project):
    for file in every(project):
        assert b"<Sons>" not in file.read_bytes(), file


def test_a_second_build_gives_the_same_bytes(project):
    before = {file: file.read_bytes() for file in every(project)}
    output(project)
    assert {file: file.read_bytes() for file in every(project)} == before
