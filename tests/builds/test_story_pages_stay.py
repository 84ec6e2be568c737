"""Story pages over whole builds: their addresses stay, and what an outlet forbids is not quoted."""

import json

import pytest

from program import digest, output

FLOOD = "stories/2025/dam-breaks-above-millbrook.md"
HEAD = "---\ntitle: {title}\ndate: {date}\npublisher: {outlet}\nlang: en\n---\n\n{text}\n"
DAM = """The earth dam above Millbrook broke early on Friday after three days of rain. Rescue teams
from Eastbridge found that 18 people were injured in the village of Millbrook. Water covered
the main road between Millbrook and Eastbridge. The mayor Hanna Brook asked all residents of
Millbrook to move to the school on the hill."""
LATER = """\
The earth dam above Millbrook broke early on Friday after three days of rain. Hospitals in
Eastbridge said that at least 20 people were injured in Millbrook. Engineers of the Harrow
institute had warned the mayor Hanna Brook about leaks in the Millbrook dam in March. A
helicopter lifted a family of five from the roof of the old mill in Millbrook."""
LAST = """The owner of the earth dam above Millbrook will pay for the damage after the dam broke on
Friday, the mayor Hanna Brook said. Rain had filled the Millbrook dam for three days. In
Millbrook and Eastbridge 20 people were injured, and the road between them stays closed for
a month."""
ORCHARD = """Apple growers in the Vale of Ems expect a record harvest. Warm nights helped the
orchards, said the growers' union. Prices for apples may fall by a tenth, and pickers are wanted."""
ROWS = {
    "a": ("Dam breaks above Millbrook", "2025-05-02", "Gazette", DAM),
    "b": ("At least 20 injured as the Millbrook dam breaks", "2025-05-02", "Herald", LATER),
    "c": ("Owner of the broken Millbrook dam will pay", "2025-05-03", "Courier", LAST),
    "earlier": ("Rain fills the dam above Millbrook", "2025-05-01", "Courier", LAST),
    "x": ("Orchard growers expect a record harvest", "2025-05-02", "Gazette", ORCHARD),
}


def put(project, *names):
    for name in names:
        title, date, outlet, text = ROWS[name]
        article = HEAD.format(title=title, date=date, outlet=outlet, text=" ".join(text.split()))
        (project / "seeds" / f"{name}.md").write_text(article, encoding="utf-8")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "site_config").mkdir()
    put(tmp_path, "a", "b", "x")
    output(tmp_path)
    return tmp_path


def page(project, path=FLOOD):
    return (project / "site" / path.removesuffix(".md") / "index.html").read_text(encoding="utf-8")


def test_the_address_stays_when_an_article_joins_and_leads_on_when_it_is_left_alone(project):
    assert "Engineers of the Harrow institute" in page(project)
    put(project, "c")
    output(project)
    assert "Owner of the broken Millbrook dam will pay" in page(project)
    for name in "bc":
        (project / "seeds" / f"{name}.md").unlink()
    output(project)
    assert "url=../../../articles/2025/dam-breaks-above-millbrook/" in page(project)
    put(project, "b")
    output(project)
    assert "Engineers of the Harrow institute" in page(project)


def test_it_stays_after_clean_though_an_earlier_article_joins(project):
    output(project, "clean")
    assert json.loads((project / "content/.addresses.json").read_text())["stories"]
    put(project, "earlier")
    output(project)
    assert "Engineers of the Harrow institute" in page(project)


def test_an_article_that_cannot_be_read_stays_in_its_story(project):
    (project / "seeds" / "b.md").write_bytes(b"\x00" * 50)
    assert digest(project).returncode == 1
    assert "Engineers of the Harrow institute" in page(project)


def test_figures_that_differ_and_feeds_and_records(project):
    assert "dg-differ" in page(project)
    site = project / "site"
    assert (site / "stories/2025/dam-breaks-above-millbrook/feed.xml").is_file()
    records = json.loads((site / "articles.json").read_text())["articles"]
    named = {record["title"]: record["story"] for record in records}
    assert named[ROWS["x"][0]] is None
    assert named[ROWS["a"][0]]["page"].endswith("stories/2025/dam-breaks-above-millbrook/")
    assert "stories/2025/dam-breaks-above-millbrook/" in (site / "llms.txt").read_text()


def test_nothing_is_quoted_of_an_outlet_that_allows_a_link_alone(project):
    settings = project / "site_config" / "digest.yml"
    settings.write_text("outlets:\n  Herald: {text: link}\n", encoding="utf-8")
    output(project)
    assert "Herald" in page(project)
    for text in (page(project), (project / "content" / FLOOD).read_text(encoding="utf-8")):
        assert "Engineers of the Harrow institute" not in text
        assert "at least 20 people" not in text
