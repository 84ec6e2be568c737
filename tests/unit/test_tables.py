"""Tables of the package are validated when they are loaded."""

import re
from pathlib import Path

import pytest
import yaml

import generator
from generator import tables
from generator.tables import TableError, load_numbers, load_patterns, load_words


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "_PACKAGE", tmp_path)

    def write(text):
        file = tmp_path / "words.yml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_a_kind_matches_its_patterns_in_every_language(table):
    patterns = load_patterns(
        table("views:\n  en: [views?]\n  de: [mal angezeigt]\nlikes: {en: [like]}\n")
    )
    assert patterns.keys() == {"views", "likes"}
    assert all(re.fullmatch(patterns["views"], text) for text in ("view", "views", "mal angezeigt"))
    assert not re.fullmatch(patterns["views"], "like")


def test_an_invalid_pattern_is_named_with_its_kind_and_language(table):
    with pytest.raises(TableError, match=r"words\.yml, views, de: '\(mal' is not a pattern"):
        load_patterns(table("views:\n  de: [(mal]\n"))


def test_a_word_that_yaml_reads_as_a_truth_value_is_refused(table):
    with pytest.raises(TableError, match=r"words\.yml"):
        load_patterns(table("answers: {en: [no]}\n"))


def test_words_of_a_kind_are_those_of_all_languages(table):
    words = load_words(table("home:\n  en: [home, start]\n  de: [startseite]\n"))
    assert words == {"home": {"home", "start", "startseite"}}


def test_a_list_of_words_that_contains_no_text_is_refused(table):
    with pytest.raises(TableError, match=r"words\.yml"):
        load_words(table("answers: {en: [no]}\n"))


def test_every_tuned_number_is_used_by_a_module_beside_its_table():
    for file in Path(generator.__file__).parent.rglob("tuned.yml"):
        code = "".join(path.read_text(encoding="utf-8") for path in file.parent.glob("*.py"))
        for part, numbers in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            assert f'"{part}")' in code, (file, part)
            by_name = part != "places"  # those are looked up as a whole
            unused = [name for name in numbers if by_name and f'TUNED["{name}"]' not in code]
            assert not unused, (file, part)


def test_a_tuned_number_that_is_a_text_is_refused(table):
    with pytest.raises(TableError, match=r"words\.yml"):
        load_numbers(table("body: {least: '0.5'}\n"), "body")
