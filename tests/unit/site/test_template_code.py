"""Templates that are compiled to faster code render what Jinja's own code renders."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from jinja2 import DictLoader, Environment, UndefinedError
from jinja2.runtime import Macro
from markupsafe import Markup

from generator.site.template_code import quicken

_TEMPLATES = {
    "own.html": """
        {%- import "own_macros.html" as own -%}{% import "plain_macros.txt" as plain -%}
        {{ text }}|{{ safe }}|{{ number }}|{{ none }}|{{ nothing }}|{{ object }}|{{ list }}|
        {%- for name in list %}{% set shown = own.link(name, "a&b") %}{{ shown }}
        {%- endfor %}|
        {{ own.link("<one>") }}|{{ own.link(text="x", address="y") }}|
        {{ own.link("<x>", address="'") }}|
        {{ own.rest("a", "<b>", c="<c>") }}|{% call own.around("<h>") %}<p>{{ text }}{% endcall %}|
        {{ plain.bold("<plain>") }}|{{ own.link("x").upper() }}|{{ joined("<j>", own.link("y")) }}|
        {%- set part %}<i>{{ text }}</i>{% endset %}{{ part }}{{ text | upper }}{{ seen() }}""",
    "own_macros.html": """
        {%- macro link(text, address="#") %}<a href="{{ address }}">{{ inner(text) }}</a>
        {%- endmacro -%}
        {%- macro inner(text) %}{{ text }}{% if nothing %}!{% endif %}{% endmacro -%}
        {%- macro rest(first) %}{{ first }}{{ varargs | join }}{{ kwargs.c }}{% endmacro -%}
        {%- macro around(heading) %}<h1>{{ heading }}</h1>{{ caller() }}{% endmacro -%}""",
    "plain_macros.txt": "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}",
    "many.html": '{% import "own_macros.html" as own %}{{ own.inner("a", "b") }}',
    "calls.html": "{{ nothing() }}",
}


class _Shown:
    def __html__(self) -> str:
        return "<hr>"


def _environment(*, quick: bool) -> Environment:
    env = Environment(
        loader=DictLoader(_TEMPLATES), autoescape=lambda name: name != "plain_macros.txt"
    )
    if quick:
        quicken(env)
    return env


def _variables() -> Mapping[str, object]:
    return {
        "text": "Tom & “Jerry” <tom@example.org> 'x' \"y\"",
        "safe": Markup("<b>&amp;</b>"),
        "number": 3.5,
        "none": None,
        "object": _Shown(),
        "list": ["plain", "<tag>"],
        "joined": lambda *parts: Markup("+").join(parts),
        "seen": lambda: "<called>",
    }


def test_the_output_is_that_of_jinja() -> None:
    made = _environment(quick=True).get_template("own.html").render(_variables())
    assert made == _environment(quick=False).get_template("own.html").render(_variables())
    assert "&lt;tag&gt;" in made


@pytest.mark.parametrize(
    ("name", "error"), [("many.html", TypeError), ("calls.html", UndefinedError)]
)
def test_wrong_calls_fail_as_in_jinja(name: str, error: type[Exception]) -> None:
    for quick in (True, False):
        with pytest.raises(error):
            _environment(quick=quick).get_template(name).render(_variables())


def test_a_macro_is_called_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    env = _environment(quick=True)
    module = env.get_template("own_macros.html").module
    monkeypatch.delattr(Macro, "__call__")
    context = env.get_template("own.html").new_context({})
    assert context.call(module.inner, "<a>") == Markup("&lt;a&gt;")  # type: ignore[attr-defined]
