"""Compiled templates are kept between builds, and believed only if this user's builds made them."""

import jinja2

from generator.run import signing
from generator.site.compiled_templates import keep_compiled


def rendered(cache, source="Hello\n{% if 1 %}\n{{ name }}\n{% endif %}", **options):
    """Return a page, and how many templates were compiled for it."""
    compiled = []

    class Environment(jinja2.Environment):
        def compile(self, *given, **named):
            compiled.append(given)
            return super().compile(*given, **named)

    env = Environment(loader=jinja2.DictLoader({"a.html": source}), **options)
    kept = keep_compiled(env, cache)
    page = env.get_template("a.html").render(name="world")
    kept.prune()
    return page, len(compiled)


def test_a_template_is_compiled_once(home):
    assert rendered(home / "cache") == ("Hello\n\nworld\n", 1)
    assert rendered(home / "cache") == ("Hello\n\nworld\n", 0)


def test_a_changed_template_is_compiled_and_the_old_one_removed(home):
    rendered(home / "cache")
    assert rendered(home / "cache", "Bye {{ name }}") == ("Bye world", 1)
    assert len(list((home / "cache").rglob("*.bin"))) == 1


def test_other_options_are_another_template(home):
    rendered(home / "cache")
    assert rendered(home / "cache", trim_blocks=True) == ("Hello\nworld\n", 1)


def test_without_a_cache_nothing_is_kept(home):
    assert rendered(None) == rendered(None)
    assert not list(home.rglob("*.bin"))


def test_a_template_that_came_with_a_folder_is_not_run(home, monkeypatch):
    rendered(home / "cache")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "another"))
    signing._key.cache_clear()
    assert rendered(home / "cache") == ("Hello\n\nworld\n", 1)


def test_a_template_is_valid_under_its_own_name_only(home):
    rendered(home / "cache")
    (file,) = (home / "cache").rglob("*.bin")
    data = file.read_bytes()
    rendered(home / "cache", "Bye {{ name }}")
    (file,) = (home / "cache").rglob("*.bin")
    file.write_bytes(data)
    assert rendered(home / "cache", "Bye {{ name }}") == ("Bye world", 1)
