"""Templates leave no indentation on pages, except where it would be shown."""

from jinja2 import DictLoader, Environment

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
