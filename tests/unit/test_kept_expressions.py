"""A regular expression that is kept is not compiled again, and matches as before."""

import re
import sys

import pytest

from generator.run.kept_expressions import kept_expressions

TEXT = "Reopened on 3 June 2021, closed on 4 JUNE 2022"
FORMS = [
    (r"(?P<day>\d+) (?P<month>june) (\d{4})", re.IGNORECASE),
    (r"(?i:closed|reopened)(?= on)", 0),
    (r"(?<!\d)[^\W\d_]{4,}+", re.ASCII),
    (r"(?x) ( \d ) (?: \s ) # a day", 0),
]


@pytest.fixture
def name(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path / "some.expressions"


def found(name):
    re.purge()
    with kept_expressions(name):
        made = [re.compile(text, flags) for text, flags in FORMS]
        raw = re.compile(rb"\d+")
    matches = [
        (match.span(), match.groups(), match.groupdict())
        for form in made
        for match in form.finditer(TEXT)
    ]
    kinds = [(form.pattern, form.flags, form.groups, form.groupindex) for form in made]
    return matches, [repr(kind) for kind in kinds], raw.findall(TEXT.encode())


def test_kept_expressions_match_and_are_not_compiled_again(name, monkeypatch):
    first = found(name)
    assert len(first[0]) > len(FORMS)
    with monkeypatch.context() as patch:
        patch.setattr(re._compiler, "_code", None)
        assert found(name) == first


def test_those_of_another_python_are_compiled_again(name, monkeypatch):
    first = found(name)
    monkeypatch.setattr(sys, "version", "another")
    monkeypatch.setattr(re._compiler, "_code", None)
    with pytest.raises(TypeError):
        found(name)
    monkeypatch.undo()
    assert found(name) == first


def test_an_invalid_expression_is_an_error_and_others_are_compiled_as_ever(name):
    with pytest.raises(re.error), kept_expressions(name):
        re.compile("(?P<day")
    assert re.compile("bri(d)ge").match("bridge")[1] == "d"
