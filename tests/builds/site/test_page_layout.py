"""Pages drawn with the frame are, byte for byte, those that MkDocs and the whole template make."""

import json
import shutil

import pytest
import yaml

from generator.site import generated_pages
from generator.site.article_text import ArticleText
from generator.site.build import build_site
from generator.site.page_rendering import PageRenderer
from paths import ROOT
from program import output, tree


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = tmp_path_factory.mktemp("frames") / "project"
    shutil.copytree(ROOT / "tests/demo", project, ignore=shutil.ignore_patterns(".cache", "site"))
    output(project)
    return project


def drawn(project, *, offline=False):
    assert build_site(project, project / "site", strict=True, offline=offline) == []
    return tree(project / "site")


@pytest.mark.parametrize("offline", [False, True])
def test_page_layouts_give_the_same_pages_as_whole_templates(project, monkeypatch, offline):
    seen = set()
    for name in ("render_article", "render_list"):
        method = getattr(PageRenderer, name)

        def noted(self, file, *arguments, method=method, **options):
            seen.add(file.src_uri)
            return method(self, file, *arguments, **options)

        monkeypatch.setattr(PageRenderer, name, noted)
    found = drawn(project, offline=offline)
    kinds = {path.partition("/")[0] for path in seen}
    assert kinds >= {"articles", "archive", "editions", "keywords", "outlets", "sections"}
    drawn_before = len(seen)
    monkeypatch.setattr(generated_pages, "has_templates", lambda _config: True)
    expected = drawn(project, offline=offline)
    assert len(seen) == drawn_before  # MkDocs drew all
    assert found.keys() == expected.keys()
    assert [path for path in found if found[path] != expected[path]] == []


def test_a_project_with_another_template_is_drawn_by_mkdocs(project, tmp_path, monkeypatch):
    other = tmp_path / "project"
    shutil.copytree(project, other, ignore=shutil.ignore_patterns("site"))
    footer = other / "site_config/theme/partials/footer.html"
    footer.parent.mkdir(parents=True, exist_ok=True)
    footer.write_text("<footer>{{ page.meta.tags | join(', ') if page }}</footer>", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", other / "mkdocs.yml")
    monkeypatch.setattr(PageRenderer, "render_article", None)
    pages = drawn(other)
    articles = [data for path, data in pages.items() if path.startswith("articles/")]
    assert any(b"<footer>" in data for data in articles)


def test_only_texts_in_feeds_are_converted_besides_their_pages(project, tmp_path, monkeypatch):
    other = tmp_path / "project"
    shutil.copytree(project, other, ignore=shutil.ignore_patterns("site"))
    settings = other / "site_config/digest.yml"
    chosen = yaml.safe_load(settings.read_text("utf-8"))
    chosen["feeds"] = {**chosen.get("feeds", {}), "entries": 2}
    settings.write_text(yaml.safe_dump(chosen), "utf-8")
    converted = []
    method = ArticleText.html
    monkeypatch.setattr(ArticleText, "html", lambda text: converted.append(text) or method(text))
    feed = json.loads(drawn(other)["feed.json"])
    assert all(item["content_html"] for item in feed["items"])
    assert len(converted) <= len(feed["items"]) == 2
