"""YAML that would grow, or that nests without end, is refused wherever it is read."""

import datetime as dt

import pytest
import yaml

from generator import sanitize, yaml_text
from generator.config import Limits, load_settings
from generator.models import Problem, Source
from generator.read import read
from generator.understand import understand
from generator.validation import ConfigError

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        *(BOMB, "a: &x 1\nb: *x", "<<: &x {a: 1}\nb: {<<: *x}", "a: " + "[" * 200 + "]" * 200),
        *("- " * 200 + "x", "? " * 200 + "x", "a: " + "{a: " * 90 + "}" * 90),
        "\n".join(" " * depth + "a:" for depth in range(200)),
    ],
)
def test_aliases_and_depth_are_refused(text):
    with pytest.raises(yaml.constructor.ConstructorError, match=r"alias|nested"):
        yaml_text.load(text)


@pytest.mark.parametrize("text", ["a: 2025-13-45", "a: " + "9" * 5000])
def test_values_that_are_none_are_an_error_of_yaml(text):
    with pytest.raises(yaml.YAMLError):
        yaml_text.load(text)
    assert sanitize.split_front_matter(f"---\n{text}\n---\nx")[0] == {}


def test_asterisks_and_brackets_in_texts_are_text():
    text = "a: '*not an alias*'\nb: \"[[[[\"\nc: |\n  * one\n  * two\n"
    assert yaml_text.load(text) == {"a": "*not an alias*", "b": "[[[[", "c": "* one\n* two\n"}


def test_an_oversized_sidecar_gives_a_one_line_message_about_the_article(tmp_path):
    (tmp_path / "a.txt").write_text("A headline\n\nSome words.\n")
    (tmp_path / "a.yml").write_text(BOMB + "title: *h\n")
    (problem,) = read(tmp_path, Limits(), {})
    assert isinstance(problem, Problem)
    assert "a.yml, line 2: '*a' is an alias" in problem.message
    assert len(problem.message) < 500


def test_long_values_are_not_repeated(tmp_path):
    (tmp_path / "a.txt").write_text("A headline\n\nSome words.\n")
    (tmp_path / "a.yml").write_text(f"views: {'x' * 90_000}\n{'k' * 900}: 1\n")
    (problem,) = read(tmp_path, Limits(), {})
    assert isinstance(problem, Problem)
    assert len(problem.message) < 800


def test_settings_and_front_matter_have_no_aliases(tmp_path):
    (tmp_path / "site_config").mkdir()
    (tmp_path / "site_config/digest.yml").write_text("site_name: &a x\nsite_description: *a\n")
    with pytest.raises(ConfigError, match=r"line 2: '\*a' is an alias"):
        load_settings(tmp_path)
    data = b"---\ntitle: &a A headline\nsection: *a\n---\nThe council met on Monday.\n"
    found = understand(Source("a.md", data, "", dt.date(2025, 1, 1), {}), Limits())
    problems = [*found.problems, *(problem for made in found.articles for problem in made.problems)]
    assert any("is an alias" in problem.message for problem in problems), problems
    assert sanitize.split_front_matter(f"---\n{BOMB}---\nx") == ({}, f"---\n{BOMB}---\nx")


def test_a_text_is_looked_over_by_the_loader_that_reads_it():
    """libyaml refuses the surrogates that JSON writes, PyYAML's own loader reads them."""
    text = f'{{"title": "\\ud83d\\ude00 {"[x]" * 40}"}}'
    assert yaml_text.load(text, yaml.SafeLoader)["title"].endswith("[x]")
    with pytest.raises(yaml.constructor.ConstructorError, match="alias"):
        yaml_text.load(f"a: &x 1\nb: *x\nc: {text}", yaml.SafeLoader)
