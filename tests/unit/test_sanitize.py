"""The door through which foreign text passes."""

import json
from pathlib import Path

import markdown as python_markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from generator import sanitize
from generator.sanitize import UnsafeFrontMatter, UnsafePath

NASTY = [
    "<script>alert(1)</script>",
    "[click](javascript:alert(1))",
    "![x](https://elsewhere.example/pixel.png)",
    "{{ config.site_name }} {% raw %}",
    "--- \n---\ntitle: mine\n---",
    "# not a heading",
    "1. not a list",
    "+ nor this",
    "!!! danger",
    "&lt;b&gt; stays as typed",
    "a | b | c",
    "***bold*** __strong__ `code`",
    "[^1]: footnote",
    "*[HTML]: abbreviation",
    "x ==marked== y ~~gone~~ H~2~O e^x^",
    ":: colons",
    "C:\\path\\n",
]


def read_by_a_browser(line: str, extensions: tuple[str, ...] = ()) -> str:
    made = python_markdown.markdown(line, extensions=list(extensions))
    return html.fromstring(f"<div>{made}</div>").text_content().strip()


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize(
    "extensions",
    [
        (),
        ("extra", "admonition", "sane_lists"),
        ("pymdownx.mark", "pymdownx.tilde", "pymdownx.caret", "pymdownx.critic", "attr_list"),
    ],
)
def test_markdown_reads_as_the_text_it_was_given(text, extensions):
    assert read_by_a_browser(sanitize.markdown(text), extensions) == " ".join(text.split())


@given(st.text(max_size=200))
def test_markdown_makes_one_paragraph_of_any_text(text):
    made = python_markdown.markdown(sanitize.markdown(text), extensions=["extra", "admonition"])
    tree = html.fromstring(f"<div>{made}</div>")
    assert [element.tag for element in tree.iterdescendants()] in ([], ["p"])


@given(st.text(max_size=300))
def test_slugs_are_safe_file_names(text):
    slug = sanitize.slug(text)
    assert slug.strip("-")
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug) <= sanitize.SLUG_LENGTH + 1


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "LPT9"])
def test_slugs_avoid_names_that_windows_reserves(name):
    assert sanitize.slug(name) != name.lower()


@given(st.dictionaries(st.sampled_from("abcdef"), st.text() | st.integers() | st.booleans()))
def test_front_matter_reads_back(values):
    values = {
        key: sanitize.clean(value) if isinstance(value, str) else value
        for key, value in values.items()
    }
    text = sanitize.front_matter(values)
    assert sanitize.split_front_matter(text + "\nbody") == (values, "\nbody")


@pytest.mark.parametrize("value", [float("nan"), (1, 2)])
def test_front_matter_that_does_not_read_back_is_not_written(value):
    with pytest.raises(UnsafeFrontMatter):
        sanitize.front_matter({"score": value})


@pytest.mark.parametrize(
    "value", ["no", "012", "3:20", "2025-08-29", "~", "on", "1e3", "- x", "a: b"]
)
def test_yaml_traps_stay_text(value):
    head, _ = sanitize.split_front_matter(sanitize.front_matter({"title": value}))
    assert head == {"title": value}
    assert yaml.safe_load(sanitize.front_matter({"title": value}).split("---\n")[1]) == {
        "title": value
    }


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//elsewhere.example",
        "x",
        "",
    ],
)
def test_addresses_that_a_reader_must_not_follow(address):
    assert sanitize.url(address) is None


def test_addresses_are_quoted():
    assert (
        sanitize.url('https://example.org/a b"><script>')
        == "https://example.org/a%20b%22%3E%3Cscript%3E"
    )


def test_nothing_leaves_its_folder(tmp_path: Path):
    assert sanitize.inside(tmp_path, "a/b.md") == (tmp_path / "a/b.md").resolve()
    with pytest.raises(UnsafePath):
        sanitize.inside(tmp_path, "../outside")


def test_xml_gets_no_character_that_it_cannot_hold():
    text = "a\x00b\x0b\x1b\ud800c\ufffe\t\n𝄞"
    assert sanitize.xml(text) == "abc\t\n𝄞"
    assert html.etree.fromstring(f"<a>{sanitize.xml(text)}</a>").text == "abc\t\n𝄞"


@given(st.text())
@example("<!-- <script> ]]> & \u2028\u2029")
def test_json_is_safe_in_a_script_element(text):
    made = sanitize.json_script({"title": text})
    assert not set("<>&\u2028\u2029") & set(made)
    assert json.loads(made) == {"title": text}


@pytest.mark.parametrize(
    ("target", "start", "expected"),
    [
        ("articles/2025/a.md", "index.md", "articles/2025/a.md"),
        ("articles/2025/a.md", "articles/2025/b.md", "a.md"),
        ("articles/2025/a.md", "articles/2024/b.md", "../2025/a.md"),
        ("sections/world.md", "articles/2025/b.md", "../../sections/world.md"),
    ],
)
def test_relative_addresses(target, start, expected):
    assert sanitize.relative(target, start) == expected
