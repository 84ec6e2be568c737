"""The address of a keyword page stays when the keyword has too few articles for one."""

import shutil

import newsroom
from program import built, page, tree


def test_a_keyword_page_that_is_gone_leads_to_the_search(tmp_path):
    newsroom.write(tmp_path / "seeds", 8)
    site = built(tmp_path)
    before = {path for path in tree(site, ["keywords"]) if path.endswith("index.html")}
    keywords = {path.split("/")[1] for path in before} - {"index.html", "letters"}
    assert keywords
    settings = tmp_path / "site_config/digest.yml"
    settings.parent.mkdir()
    settings.write_text("keywords: {page_from: 9}\n", encoding="utf-8")
    built(tmp_path)
    for name in keywords:
        redirect = page(site, f"keywords/{name}")
        (target,) = redirect.xpath("//link[@rel='canonical']/@href")
        assert target.startswith("../../search/?q=")
        assert (site / "keywords" / name / target.partition("?")[0] / "index.html").is_file()
    assert not list((site / "keywords").glob("*/feed.xml"))
    redirects = tree(tmp_path, ["content/keywords"])
    shutil.rmtree(tmp_path / ".cache")
    built(tmp_path)
    assert tree(tmp_path, ["content/keywords"]) == redirects
    settings.unlink()
    built(tmp_path)
    assert page(site, f"keywords/{min(keywords)}").xpath("//*[@class='dg-card ']")
