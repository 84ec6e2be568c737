"""The shape of the code that everything else relies on."""

import ast
from pathlib import Path

import pytest

import generator
from purity import effects, says_pure

PACKAGE = Path(generator.__file__).parent
STAGES = {"read", "understand", "analyse", "relate", "compose", "collect"}
SHARED = {
    "models",
    "metadata",
    "article_list",
    "insight_list",
    "story_models",
    "markdown_html",
    "moments",
    "quotations_and_dates",
    "months",
    "config",
    "validation",
    "corrections",
    "editions",
    "editorial",
    "field_types",
    "languages",
    "locales",
    "text",
    "sanitize",
    "unicode_scripts",
    "name_matching",
    "source_urls",
    "credits",
    "furniture",
    "words",
    "tables",
    "run",
    "yaml_text",
}


def imports(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def our_parts(file: Path) -> set[str]:
    """Return the parts of the package that a file uses: stages and shared modules."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("generator.")}


def test_a_stage_imports_only_shared_modules_and_itself():
    wrong = []
    for stage in STAGES:
        for file in (PACKAGE / stage).rglob("*.py"):
            others = our_parts(file) - SHARED - {stage, "__version__"}
            wrong += [(file.relative_to(PACKAGE).as_posix(), other) for other in others]
    assert wrong == []


def test_the_site_is_drawn_from_what_was_composed():
    for file in (PACKAGE / "site").rglob("*.py"):
        assert our_parts(file) - SHARED <= {"site", "compose", "content", "__version__"}, file.name


def test_an_export_is_made_from_what_was_composed():
    for file in (PACKAGE / "export").rglob("*.py"):
        assert our_parts(file) - SHARED <= {"export", "compose"}, file.name


def test_what_is_reviewed_is_read_and_understood_but_never_built():
    for file in (PACKAGE / "review").rglob("*.py"):
        known = {"review", "read", "understand", "collect", "content", "project"}
        assert our_parts(file) - SHARED <= known, file.name


def test_shared_modules_import_no_stage():
    for name in SHARED:
        path = PACKAGE / name
        for file in path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")]:
            above = STAGES | {"site", "export", "pipeline", "cli", "verbs"}
            assert not our_parts(file) & above, file.name


def package_sources() -> dict[str, str]:
    return {
        ".".join(("generator", *file.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): file.read_text(encoding="utf-8")
        for file in PACKAGE.rglob("*.py")
    }


def test_a_module_that_says_it_is_pure_has_no_effects():
    sources = package_sources()
    pure = [name for name, source in sources.items() if says_pure(source)]
    assert len(pure) > 50
    found = effects(sources)
    assert {name: found[name] for name in pure if found[name]} == {}


PURE = '"""Pure."""\n'
EFFECTS = {
    "from subprocess import run": "from subprocess import run\n",
    "a renamed module": "import os as words\n",
    "a module of a package": "import urllib.request\n",
    "an import inside a function": "def title():\n    import shutil\n",
    "open": "def title(path):\n    return open(path)\n",
    "open, passed on": "def titles(paths):\n    return map(open, paths)\n",
    "read_text": "def title(path):\n    return path.read_text()\n",
    "a file read at import": "from pathlib import Path\nTEXT = Path('x').read_bytes()\n",
    "the clock": "import datetime as dt\ndef today():\n    return dt.date.today()\n",
    "a function of an impure module": "from made.files import save\ndef keep():\n    save()\n",
    "an impure module, by attribute": "from made import files\ndef keep():\n    files.save()\n",
    "its full name": "import made.files\ndef keep():\n    made.files.save()\n",
    "a class with an impure method": "from made.files import Store\nstore = Store()\n",
    "two steps away": "from made.steps import later\ndef keep():\n    later()\n",
}
MADE = {
    "made": "",
    "made.files": (
        "import os\ndef save():\n    os.sync()\n"
        "class Store:\n    def put(self):\n        save()\nLIMIT = 5\n"
    ),
    "made.steps": "from made.files import save\ndef later():\n    save()\n",
}


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_is_found_however_it_is_reached(name):
    source = PURE + EFFECTS[name]
    assert says_pure(source)
    assert effects({**MADE, "made.pure": source})["made.pure"] != []


PURE_USES = {
    "a constant of an impure module": "from made.files import LIMIT\nMOST = LIMIT\n",
    "re.compile": "import re\nWORD = re.compile('x')\n",
    "a path that is only made": "from pathlib import PurePosixPath\nROOT = PurePosixPath('/')\n",
    "a field with the clock's name": "def later(move):\n    return move.now > 1\n",
    "the loader of tables": (
        "from generator.tables import load_table\ndef words(file):\n"
        "    return load_table(file, list)\n"
    ),
}


@pytest.mark.parametrize("name", PURE_USES)
def test_what_has_no_effect_is_allowed(name):
    tables = {"generator.tables": package_sources()["generator.tables"]}
    assert effects({**MADE, **tables, "made.pure": PURE + PURE_USES[name]})["made.pure"] == []


def test_files_stay_small():
    long = {file.name: len(file.read_text().splitlines()) for file in PACKAGE.rglob("*.py")}
    assert {name: lines for name, lines in long.items() if lines > 300} == {}
