"""Regular expressions and methods that are kept are not compiled again, and do the same."""

import builtins
import re
import sys
from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from generator.run.kept_code import kept_code

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
    return tmp_path / "some.code"


def found(name):
    re.purge()
    with kept_code(name):
        made = [re.compile(text, flags) for text, flags in FORMS]
        raw = re.compile(rb"\d+")
    matches = [
        (match.span(), match.groups(), match.groupdict())
        for form in made
        for match in form.finditer(TEXT)
    ]
    kinds = [(form.pattern, form.flags, form.groups, form.groupindex) for form in made]
    return matches, [repr(kind) for kind in kinds], raw.findall(TEXT.encode())


def test_kept_code_match_and_are_not_compiled_again(name, monkeypatch):
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
    with pytest.raises(re.error), kept_code(name):
        re.compile("(?P<day")
    assert re.compile("bri(d)ge").match("bridge")[1] == "d"


def test_kept_methods_do_the_same_and_are_not_compiled_again(name, monkeypatch):
    def made():
        with kept_code(name):

            @dataclass(frozen=True, slots=True, order=True)
            class Bridge:
                """A bridge."""

                town: str
                lanes: int = 2
                trams: list[int] = field(default_factory=list)

        bridge = Bridge("Millbrook", trams=[1])
        assert bridge == Bridge("Millbrook", 2, [1]) < Bridge("Millbrook", 3)
        with pytest.raises(FrozenInstanceError):
            bridge.lanes = 4
        return repr(bridge)

    first = made()
    monkeypatch.setattr(builtins, "compile", None)
    assert made() == first
    assert "lanes=2, trams=[1])" in first
