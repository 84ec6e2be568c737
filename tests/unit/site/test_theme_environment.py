"""The theme's environment finds the files that MkDocs would find itself."""

import re

from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from generator.site.theme_environment import bring_theme


def names(theme, env):
    files = Files([])

    class Config:
        site_dir = "site"
        use_directory_urls = True

    Config.theme = theme
    files.add_files_from_theme(env, Config)
    return [file.src_uri for file in files]


UNUSED = re.compile(r"assets/javascripts/(lunr|workers)/.*")


def test_mkdocs_copies_the_same_files_but_source_maps(tmp_path):
    (tmp_path / "assets/.hidden").mkdir(parents=True)
    for name in ("assets/own.css", ".dot.css", "assets/.hidden/a.css", "assets/b.html"):
        (tmp_path / name).write_text("")
    theme = Theme("material", custom_dir=str(tmp_path))
    bring_theme(theme, searched=True)
    found = names(theme, theme.get_env())
    assert found == [n for n in names(theme, Theme.get_env(theme)) if not n.endswith(".map")]
    assert "assets/own.css" in found
    assert any(UNUSED.match(name) for name in found)
    assert not any(".hidden" in name or ".dot" in name for name in found)


def test_material_search_is_left_out_where_it_is_not_used(tmp_path):
    own = "assets/javascripts/lunr/own.js", "assets/javascripts/own.js.map"
    (tmp_path / "assets/javascripts/lunr").mkdir(parents=True)
    for name in own:
        (tmp_path / name).write_text("")
    theme = Theme("material", custom_dir=str(tmp_path))
    bring_theme(theme, searched=False)
    found = names(theme, theme.get_env())
    assert {name for name in found if UNUSED.match(name) or name.endswith(".map")} == set(own)
    assert any("javascripts/bundle" in name for name in found)
