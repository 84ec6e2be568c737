"""A project of one's own: what `digest init` writes, and what it leaves alone."""

import datetime as dt
import re

import pytest
import yaml

from generator.cli import main
from generator.config import Settings, load_settings
from generator.verbs.init import starter

TODAY = dt.date(2024, 3, 1)


def test_a_project_has_all_that_a_build_and_a_host_need(tmp_path):
    assert main(["-q", "init", str(tmp_path / "harbour-news")]) == 0
    files = {
        path.relative_to(tmp_path / "harbour-news").as_posix()
        for path in (tmp_path / "harbour-news").rglob("*")
        if path.is_file()
    }
    assert files == {
        ".github/workflows/publish.yml",
        ".gitignore",
        "README.md",
        "mkdocs.yml",
        "requirements.txt",
        "seeds/harbour-bridge.txt",
        "site_config/digest.schema.json",
        "site_config/digest.yml",
    }


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("harbour-news", "Harbour News"),
        ('a: "b"', 'A: "B"'),
        ("новости", "Новости"),
        ("", "My Digest"),
    ],
)
def test_the_settings_are_valid_and_named_after_the_folder(tmp_path, folder, name):
    for path, data in starter(folder, TODAY, bare=True).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    assert load_settings(tmp_path) == Settings(
        site_name=name, site_description="News articles, briefly."
    )


def test_the_keys_that_are_commented_out_are_valid_too():
    (text,) = (
        data.decode()
        for path, data in starter("news", TODAY, bare=True).items()
        if path.name == "digest.yml"
    )
    keys = re.findall(r"^# ([a-z_]+:.*|  [A-Z].*)$", text, re.MULTILINE)
    given = yaml.safe_load("\n".join(keys))
    assert set(given) == {"site_url", "outlets", "menu"}
    Settings.model_validate(given)


def test_bare_means_without_an_article(tmp_path):
    assert main(["-q", "init", "--bare", str(tmp_path / "news")]) == 0
    assert list((tmp_path / "news/seeds").iterdir()) == []


def test_a_file_that_exists_is_kept_and_named(tmp_path, capsys):
    (tmp_path / "README.md").write_text("Mine\n")
    assert main(["init", str(tmp_path)]) == 0
    assert (tmp_path / "README.md").read_text() == "Mine\n"
    assert "README.md: exists, and is left as it is" in capsys.readouterr().out


def test_the_folder_is_meant_from_the_one_given_with_c(tmp_path):
    assert main(["-q", "-C", str(tmp_path), "init", "news"]) == 0
    assert (tmp_path / "news/seeds").is_dir()


@pytest.mark.parametrize("name", [".github", ".github/workflows", "seeds", "site_config"])
def test_a_link_for_a_folder_is_refused_before_anything_is_written(tmp_path, name):
    outside = tmp_path / "outside"
    outside.mkdir()
    link = tmp_path / "mine" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)
    assert main(["-q", "init", str(tmp_path / "mine")]) == 2
    assert not list(outside.iterdir())
    assert not (tmp_path / "mine/mkdocs.yml").exists()
