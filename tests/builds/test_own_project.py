"""A project that `digest init` began is built, by this program and by MkDocs alone."""

import os
import subprocess
import sys

import pytest

from generator.cli import main
from program import digest


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("init") / "harbour-news"
    assert main(["-q", "init", str(folder)]) == 0
    (folder / "content").mkdir()
    (folder / "content/imprint.md").write_text("# Imprint\n\nHarbour News, Quay 1.\n")
    settings = folder / "site_config/digest.yml"
    settings.write_text(f"{settings.read_text()}menu:\n  Imprint & contact: imprint.md\n")
    return folder


def test_it_is_built_with_the_theme_of_the_package(project):
    done = digest(project)
    assert (done.returncode, done.stderr.count("warning")) == (0, 0), done.stderr
    front = (project / "site/index.html").read_text()
    assert "The old harbour bridge reopens" in front
    assert "Harbour News" in front
    assert (project / "site/assets/digest.css").is_file()


def test_a_page_of_ones_own_is_in_the_menu(project):
    digest(project)
    front = (project / "site/index.html").read_text()
    assert '<li><a href="imprint/">Imprint &amp; contact</a>' in front


def test_mkdocs_alone_builds_the_same_page(project):
    digest(project)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", "plain"],
        cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    ours, plain = project / "site/index.html", project / "plain/index.html"
    assert plain.read_bytes() == ours.read_bytes()


def test_a_menu_entry_without_a_page_is_named(tmp_path):
    assert main(["-q", "init", str(tmp_path)]) == 0
    settings = tmp_path / "site_config/digest.yml"
    settings.write_text(f"{settings.read_text()}menu:\n  Imprint: imprint.md\n")
    done = digest(tmp_path)
    assert "menu: 'Imprint' leads to imprint.md, which is not in content/" in done.stderr
    assert ">Imprint<" not in (tmp_path / "site/index.html").read_text()


def test_another_theme_is_not_published(tmp_path):
    assert main(["-q", "init", str(tmp_path)]) == 0
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\ntheme: readthedocs\nplugins: [search]\n")
    done = digest(tmp_path)
    assert done.returncode == 2
    assert "mkdocs.yml: lacks the plugin that makes the digest" in done.stderr
    assert "Add 'digest' to the list 'plugins:'" in done.stderr
    assert not (tmp_path / "site").exists()


def test_own_templates_go_before_those_of_the_package(project):
    theme = project / "site_config/theme"
    (theme / "partials").mkdir(parents=True)
    (theme / "partials/footer.html").write_text("<footer>Quay 1</footer>\n")
    file = project / "mkdocs.yml"
    file.write_text(file.read_text().replace("# custom_dir:", "custom_dir:"))
    done = digest(project)
    assert done.returncode == 0, done.stderr
    front = (project / "site/index.html").read_text()
    assert "<footer>Quay 1</footer>" in front
    assert "The old harbour bridge reopens" in front
