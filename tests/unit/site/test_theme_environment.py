"""The theme's environment finds the files that MkDocs would find itself."""

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


def test_mkdocs_copies_the_same_files(tmp_path):
    (tmp_path / "assets/.hidden").mkdir(parents=True)
    for name in ("assets/own.css", ".dot.css", "assets/.hidden/a.css", "assets/b.html"):
        (tmp_path / name).write_text("")
    theme = Theme("material", custom_dir=str(tmp_path))
    bring_theme(theme)
    found = names(theme, theme.get_env())
    assert found == names(theme, Theme.get_env(theme))
    assert "assets/own.css" in found
    assert not any(".hidden" in name or ".dot" in name for name in found)
