"""Templates leave no indentation on pages, except where it would be shown."""

import re

from jinja2 import DictLoader, Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser

from generator.site import template_whitespace
from generator.site.template_whitespace import save_space


def test_lines_lose_their_indentation_but_not_in_a_listing():
    templates = {
        "list": "<ul>\n  {% for n in (1, 2) %}\n    <li>{{ n }}\n    b</li>\n  {% endfor %}\n</ul>",
        "listing": "<pre>\n  kept\n</pre>",
    }
    env = Environment(loader=DictLoader(templates), autoescape=True)
    save_space(env)
    assert env.get_template("list").render() == "<ul>\n<li>1\nb</li>\n<li>2\nb</li>\n</ul>"
    assert env.get_template("listing").render() == templates["listing"]


def test_templates_of_the_theme_leave_out_what_html_implies(tmp_path, monkeypatch):
    monkeypatch.setattr(template_whitespace, "THEME", tmp_path / "theme")
    source = (
        '<ul class="one">\n  <li><p>{{ a }}</p></li>\n  {% if a %}\n'
        "  <li><b>{{ a }}</b>\n    c</li>\n"
        "  {% endif %}\n</ul>\n<p>One</p>\n<div><p>Two</p>\n{% if a %}{{ a }}{% endif %}"
        "<p>Three</p> <b>d</b><noscript><p>e</p></noscript></div>\n"
    )
    for folder in ("theme", "own"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{folder}.html").write_text(source)
    env = Environment(
        loader=FileSystemLoader([tmp_path / "theme", tmp_path / "own"]), autoescape=True
    )
    save_space(env)
    assert env.get_template("theme.html").render(a="x") == (
        "<ul class=one><li><p>x<li><b>x</b>\nc</ul><p>One<div><p>Two</p>x<p>Three</p> <b>d</b>"
        "<noscript><p>e</p></noscript></div>"
    )
    kept = env.get_template("own.html").render(a="x")  # a project's own may rely on both
    assert kept.startswith('<ul class="one">\n<li><p>x</p></li>\n')


def test_shortened_templates_have_the_same_elements():
    def read(env, name):
        return env.loader.get_source(env, name)[0]

    env = Environment(loader=FileSystemLoader(template_whitespace.THEME))
    save_space(env)
    tags = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)  # drawn as nothing
    for name in (
        "article.html",
        "cards.html",
        "lists.html",
        "pictures.html",
        "search.html",
        "story.html",
    ):
        whole = read(env, name).replace("h{{ level }}", "h3")
        short = env.preprocess(whole, name, str(template_whitespace.THEME / name))
        assert len(short) < len(whole)
        assert elements(tags.sub("", short)) == elements(tags.sub("", whole))


def elements(page):
    root = LexborHTMLParser(page).root
    return [
        (node.tag, node.attributes, node.parent and node.parent.tag) for node in root.traverse()
    ]
