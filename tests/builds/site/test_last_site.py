"""Pages that would be drawn the same are taken over from the last site; all others are drawn."""

import contextlib
import datetime as dt
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import load_settings
from generator.content.earlier_builds import Record
from generator.models import Article, Block, Insight
from generator.moments import Moment
from generator.pipeline import Collection, Run, write
from generator.project import Options
from generator.run.file_hashes import sha256
from generator.run.report import Report
from generator.run.signing import sign, unsign
from generator.site.build import BuildFailed, Known, build_site
from generator.site.theme import MKDOCS_YML, THEME
from program import tree

NEWS = "articles/2025/title-1/index.html"
OURS = b"<!-- as the last build left it -->"


def article(number, text="The bridge closes for six weeks."):
    blocks = (Block(f"{text} It is number {number}."),)
    head = f"{number}.txt", f"{number:064}", dt.date(2025, 9, 1), f"Title {number}", blocks, "en"
    return Article(*head, date=Moment(dt.date(2025, 8, number)), section="Local")


def compose(project, articles):
    def progress(_stage, _steps):
        return contextlib.nullcontext(lambda: None)

    run = Run(load_settings(project), Report(), progress)
    collection = Collection(articles, [Insight()] * len(articles))
    write(run, Options(project, project / "site"), collection, Record.of(project / "content"))


def draw(project, *, cold=False):
    cache = None if cold else project / ".cache"
    assert build_site(project, project / "site", strict=True, known=Known(cache)) == []
    return tree(project / "site")


def mark(project, name=NEWS, *, known=True):
    """Change a page of the site, and the record with it: only a page that is not drawn keeps it."""
    page = project / "site" / name
    put(project, name, page.read_bytes() + OURS, known=known)


def put(project, name, data, *, known=True):
    page, record = project / "site" / name, project / ".cache/drawn.json"
    page.write_bytes(data)
    if known:
        drawn = json.loads(unsign(record.read_bytes(), record.name))
        source = f"{name.removesuffix('/index.html')}.md"
        drawn[source]["files"][name] = sha256(page.read_bytes())
        record.write_bytes(sign(json.dumps(drawn).encode(), record.name))


@pytest.fixture
def project(tmp_path):
    project = tmp_path / "project"
    shutil.copytree(THEME, project / "site_config/theme")
    shutil.copy(MKDOCS_YML, project / "mkdocs.yml")
    compose(project, [article(number) for number in (1, 2, 3, 4)])
    draw(project)
    return project


def test_a_page_that_would_be_the_same_is_taken_over(project):
    mark(project)
    assert draw(project)[NEWS].endswith(OURS)


def test_a_page_that_somebody_changed_is_drawn(project):
    mark(project, known=False)
    assert not draw(project)[NEWS].endswith(OURS)


def test_without_a_record_all_are_drawn(project):
    mark(project)
    assert not draw(project, cold=True)[NEWS].endswith(OURS)


def test_another_article_leaves_the_same_site_as_a_cold_build(project):
    mark(project)
    compose(project, [*(article(number) for number in (1, 2, 3, 4)), article(5)])
    found = draw(project)
    assert found[NEWS].endswith(OURS)
    expected = draw(project, cold=True)
    assert found == expected | {NEWS: expected[NEWS] + OURS}


def test_pages_that_name_an_article_stay_when_only_its_text_changes(project):
    others = [NEWS, "sections/local/index.html", "archive/2025/08/index.html"]
    before = numbers(project / "site")
    longer = article(2)
    longer = replace(longer, blocks=(*longer.blocks, Block("It was built in 1931.")))
    compose(project, [article(1), longer, article(3), article(4)])
    found, after = draw(project), numbers(project / "site")
    assert [name for name in others if before[Path(name)] != after[Path(name)]] == []
    assert b"1931" in found[NEWS.replace("1", "2")]
    assert found == draw(project, cold=True)


def test_another_text_is_drawn(project):
    mark(project)
    compose(project, [article(1, "It opens again."), *(article(number) for number in (2, 3, 4))])
    assert draw(project) == draw(project, cold=True)


def of_the_template(project):
    template = project / "site_config/theme/article.html"
    template.write_text(template.read_text() + "{# another #}")


def of_the_settings(project):
    (project / "site_config/digest.yml").write_text("site_name: Another\n")


CHANGED = b"<h1>Title 1", b"<h1>Other 1"  # in the content of a page


NAMED = "site_name: Another\nfeeds: {identity: Briefing Digest}\n"


@pytest.mark.parametrize("setting", [NAMED, "site_description: A digest.\n"])
def test_in_another_frame_the_content_of_a_page_is_taken_over(project, setting):
    put(project, NEWS, (project / "site" / NEWS).read_bytes().replace(*CHANGED))
    (project / "site_config/digest.yml").write_text(setting)
    found, expected = draw(project), draw(project, cold=True)
    assert found == expected | {NEWS: expected[NEWS].replace(*CHANGED)}
    assert found[NEWS] != expected[NEWS]
    assert draw(project) == expected  # made cold: of what `draw` recorded nothing is used


def test_another_menu_is_another_frame(project):
    put(project, NEWS, (project / "site" / NEWS).read_bytes().replace(*CHANGED))
    (project / "content/own.md").write_text("# Own\n")
    (project / "site_config/digest.yml").write_text("menu: {Our own: own.md}\n")
    found, expected = draw(project), draw(project, cold=True)
    assert b"Our own" in found[NEWS]
    assert found == expected | {NEWS: expected[NEWS].replace(*CHANGED)}


def test_the_name_of_the_digest_is_in_the_content_of_the_front_page_only():
    """`Alike` says so: other contents are taken over under another name."""
    parts = {f"partials/{name}.html" for name in ("header", "footer", "ways")}
    around = {"main.html", "frame.html", *parts}
    for template in THEME.rglob("*.html"):
        name = template.relative_to(THEME).as_posix()
        content = template.read_text().partition("{% block content %}")[2] or template.read_text()
        says = any(word in content for word in ("site_name", "site_description", "masthead."))
        assert not says or name in {"front.html", *around}, name


def of_a_hook(project):
    (project / "hook.py").write_text("def on_page_content(html, **_): return html + '<p>!</p>'")
    with (project / "mkdocs.yml").open("a") as file:
        file.write("\nhooks: [hook.py]\n")


@pytest.mark.parametrize("change", [of_the_template, of_the_settings, of_a_hook])
def test_a_change_of_all_pages_is_drawn_on_all(project, change):
    mark(project)
    change(project)
    assert draw(project) == draw(project, cold=True)


def test_a_host_that_is_allowed_no_more_stops_the_build(project):
    """Pages taken over were scanned under the settings of then: other settings, another scan."""
    settings = project / "site_config/digest.yml"
    settings.parent.mkdir(exist_ok=True)
    settings.write_text("allowed_hosts: [pictures.example]\n")
    own = project / "content/own.md"
    own.write_text("# Own\n\n<img src='https://pictures.example/a.png' alt='A'>\n")
    draw(project)
    settings.write_text("allowed_hosts: []\n")
    with pytest.raises(BuildFailed, match=r"content/own\.md: loads 'https://pictures\.example"):
        draw(project)


def numbers(site):
    return {path.relative_to(site): path.stat().st_ino for path in site.rglob("*")}


def test_the_site_before_the_last_is_changed_into_the_next(project):
    """So that only files are linked that have changed; no file of it is written to in place."""
    site = project / "site"
    for number in (5, 6, 7):
        before = numbers(site)
        compose(project, [article(of) for of in range(1, number + 1)])
        draw(project)
        after, aside = numbers(site), numbers(project / ".cache/former-site")
        same = {path for path in before if before[path] == after.get(path)}
        assert NEWS in {path.as_posix() for path in same}
        assert "articles.json" not in {path.as_posix() for path in same}
        assert aside == before
    found = draw(project)
    assert not (project / "site/articles/2025/title-8").exists()
    assert found == draw(project, cold=True)


def test_a_removed_article_leaves_no_folder_in_the_next_sites(project):
    for numbers_left in ((1, 2, 3), (1, 2, 3), (1, 2, 3), (1, 2)):
        compose(project, [article(number) for number in numbers_left])
        draw(project)
        names = {path.name for path in (project / "site/articles/2025").iterdir()}
        assert names == {f"title-{number}" for number in numbers_left}


def test_a_failed_build_leaves_the_site_whose_files_it_shares(project):
    for number in (5, 6):
        compose(project, [article(of) for of in range(1, number + 1)])
        draw(project)
    published = tree(project / "site")
    compose(project, [article(number) for number in (1, 2, 3)])
    (project / "content/own.md").write_text("# Own\n\n<script>alert(1)</script>\n")
    with pytest.raises(BuildFailed, match=r"content/own\.md"):
        draw(project)
    assert tree(project / "site") == published
    (project / "content/own.md").unlink()
    assert draw(project) == draw(project, cold=True)


def test_whatever_else_is_in_the_former_site_is_not_published(project, tmp_path):
    for number in (5, 6):
        compose(project, [article(of) for of in range(1, number + 1)])
        draw(project)
    former, outside = project / ".cache/former-site", tmp_path / "outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept")
    (former / "mine.html").write_text("mine")
    (former / NEWS).unlink()
    (former / NEWS).write_text("another")
    (former / "out").symlink_to(outside)
    compose(project, [article(number) for number in (1, 2, 3)])
    assert draw(project) == draw(project, cold=True)
    assert (outside / "kept.txt").read_text() == "kept"
    shutil.rmtree(former)
    former.symlink_to(outside)
    draw(project)
    assert (outside / "kept.txt").read_text() == "kept"
