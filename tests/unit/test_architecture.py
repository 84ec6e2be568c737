"""The shape of the code that everything else relies on."""

import ast
from pathlib import Path

import generator

PACKAGE = Path(generator.__file__).parent
STAGES = {"read", "understand", "analyse", "relate", "compose", "collect"}
GROUND = {
    "models",
    "config",
    "validation",
    "corrected",
    "text",
    "safe",
    "addresses",
    "credits",
    "furniture",
    "words",
    "run",
}
PURE = (
    "models.py",
    "corrected.py",
    "safe.py",
    "addresses.py",
    "text.py",
    "credits.py",
    "furniture.py",
    "understand",
    "relate",
    "compose",
)
OUTSIDE_WORLD = {
    "subprocess",
    "socket",
    "urllib.request",
    "requests",
    "httpx",
    "shutil",
    "tempfile",
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
    """Return the parts of the package that a file uses: stages and ground-floor modules."""
    return {name.split(".")[1] for name in imports(file) if name.startswith("generator.")}


def test_a_stage_knows_the_ground_floor_and_itself():
    wrong = []
    for stage in STAGES:
        for file in (PACKAGE / stage).rglob("*.py"):
            others = our_parts(file) - GROUND - {stage, "__version__"}
            wrong += [(file.relative_to(PACKAGE).as_posix(), other) for other in others]
    assert wrong == []


def test_the_site_is_drawn_from_what_was_composed():
    for file in (PACKAGE / "site").rglob("*.py"):
        assert our_parts(file) - GROUND <= {"site", "compose", "content", "__version__"}, file.name


def test_the_ground_floor_knows_no_stage():
    for name in GROUND:
        path = PACKAGE / name
        for file in path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")]:
            above = STAGES | {"site", "pipeline", "cli", "verbs"}
            assert not our_parts(file) & above, file.name


def test_the_pure_core_touches_nothing_outside():
    for name in PURE:
        path = PACKAGE / name
        for file in [path] if path.is_file() else path.rglob("*.py"):
            assert not imports(file) & OUTSIDE_WORLD, file.name


def test_files_stay_small():
    long = {file.name: len(file.read_text().splitlines()) for file in PACKAGE.rglob("*.py")}
    assert {name: lines for name, lines in long.items() if lines > 300} == {}
