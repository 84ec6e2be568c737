"""Whatever happens to the manifest and the cache, no byte that an editor wrote is lost.

By default, every two of an edit, a manifest and a verb meet; with `BUILD_CASES=all`, every three.
"""

import json
import shutil
from itertools import product

import pytest

from edits import EDITS, MOVED, TEXTS, edit
from program import digest, output, tree
from samples import ALL
from warm import Request, warm

MANIFESTS = ("kept", "lost", "corrupt", "empty", "of an older version")
VERBS = ("build", "build --force", "clean", "serve")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    project = tmp_path_factory.mktemp("editor") / "project"
    (project / "seeds").mkdir(parents=True)
    for name, text in TEXTS.items():
        (project / f"seeds/{name}.txt").write_text(text)
        (project / f"seeds/{name}.yml").write_text("collected: 2024-06-01\n")
    output(project)
    return project


def harm(project, manifest):
    file = project / "content/.manifest.json"
    match manifest:
        case "lost":
            file.unlink()
        case "corrupt":
            file.write_bytes(file.read_bytes()[:-100])
        case "empty":
            file.write_bytes(b"")
        case "of an older version":  # which knew neither a version nor the pages' marks
            pages = dict.fromkeys(json.loads(file.read_bytes())["pages"], "0" * 64)
            file.write_text(json.dumps({"pages": pages}))


def run(project, verb, how):
    """Run a verb; edit the project before it, or while it is served."""
    if verb != "serve":
        written = edit(project, how)
        assert digest(project, *verb.split(), "-q").returncode in {0, 1}
        return written
    done = warm()(Request([str(project), how], run="edits:serve"))
    assert done.code == 0, done.stderr
    return {page.encode() for page in json.loads(done.stdout)}


def pairwise():
    """Return cases in which each edit meets each manifest and verb, and each manifest each verb."""
    for row, how in enumerate(EDITS):
        for column, manifest in enumerate(MANIFESTS):
            yield how, manifest, VERBS[(row + column) % len(VERBS)]


def without_cache(how, manifest):
    """Return whether the cache is gone too: for half the cases of each edit, manifest and verb."""
    return (EDITS.index(how) // 2 + MANIFESTS.index(manifest)) % 2 == 1


CASES = list(product(EDITS, MANIFESTS, VERBS))
TRIED = CASES if ALL else list(pairwise())


@pytest.mark.parametrize(("how", "manifest", "verb"), TRIED)
def test_no_edit_is_lost(built, tmp_path, how, manifest, verb):
    project = tmp_path / "project"
    shutil.copytree(built, project)
    harm(project, manifest)
    if without_cache(how, manifest):
        shutil.rmtree(project / ".cache")
    written = run(project, verb, how)
    assert written <= kept(project)
    if verb != "clean":
        assert any("bridge" in path for path in tree(project / "site/articles"))
    assert ("renamed" in how) <= (verb == "clean" or (project / "content" / MOVED).is_file())


def kept(project):
    """Return the contents of all pages, and of those that were put aside."""
    return {*tree(project / "content").values(), *tree(project / ".cache/replaced").values()}
