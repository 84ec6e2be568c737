"""A collection of some size, and the way out: content/ under a stock theme without the plugin."""

import json
import subprocess
import sys

import pytest
import yaml
from lxml import html

import newsroom
from program import output
from samples import size

COUNT = size(60, 100)


def pages(site):
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")}


def front(page):
    return yaml.safe_load(page.split("---\n")[1])


def words(file):
    return " ".join(html.fromstring(file.read_bytes()).text_content().split())


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = tmp_path_factory.mktemp("many")
    newsroom.write(project / "seeds", COUNT)
    output(project, jobs=None)  # on all cores
    return project


def test_every_article_has_its_page(project):
    found = list((project / "site/articles").rglob("index.html"))
    assert len(found) == COUNT


def test_articles_are_not_in_the_navigation(project):
    (first, *_) = sorted((project / "site/articles").rglob("index.html"))
    navigation = html.fromstring(first.read_bytes()).xpath("//nav//a[not(@rel)]/@href")
    assert not [link for link in navigation if "articles/" in link]


def test_keyword_pages_are_those_that_two_articles_share(project):
    tags: dict[str, int] = {}
    for file in (project / "content/articles").rglob("*.md"):
        front = yaml.safe_load(file.read_text().split("---\n")[1])
        assert len(front["tags"]) <= 6
        assert len(front["digest"]["keywords"]) <= 10
        for tag in front["tags"]:
            tags[tag] = tags.get(tag, 0) + 1
    shared = {tag for tag, count in tags.items() if count > 1}
    titles = set()
    for file in (project / "content/keywords").glob("*.md"):
        titles.add(yaml.safe_load(file.read_text().split("---\n")[1])["title"])
    assert shared
    assert shared <= titles
    assert not (set(tags) - shared) & titles


def test_one_more_article_touches_few_pages_and_hardly_any_tags(project):
    folder = project / "content/articles"
    before = {file: file.read_text() for file in folder.rglob("*.md")}
    newsroom.write(project / "seeds", COUNT + 1)
    output(project)
    changed = [file for file, text in before.items() if file.read_text() != text]
    assert len(changed) <= COUNT / 4
    tags = [
        file for file in changed if front(file.read_text())["tags"] != front(before[file])["tags"]
    ]
    assert len(tags) <= COUNT / 100


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_a_build_that_is_left_unfinished(project, tmp_path, program):
    """Any MkDocs builds content/ to the same pages with the same words."""
    config = {"site_name": "Stock", "docs_dir": str(project / "content"), "theme": "mkdocs"}
    (tmp_path / f"{program}.yml").write_text(json.dumps(config))
    stock = tmp_path / "stock"
    command = [program, "build", "-q", "-f", str(tmp_path / f"{program}.yml"), "-d", str(stock)]
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    ours = project / "site"
    own = {"search.html"}, {"search/index.html"}  # each theme has a search of its own
    assert pages(stock) - own[0] == pages(ours) - own[1]
    for path in sorted(pages(ours))[:: COUNT // 20]:
        if path.startswith("articles/"):
            title = html.fromstring((ours / path).read_bytes()).xpath("string(//h1)").strip()
            assert title in words(stock / path)
    for path in [path for path in pages(ours) if path.startswith("articles/")][:20]:
        page = html.fromstring((ours / path).read_bytes())
        body = page.xpath("//article//p[string-length() > 120]")
        assert body
        for paragraph in body:
            assert " ".join(paragraph.text_content().split()) in words(stock / path)
