"""Whatever happens to the manifest and the cache, no byte that an editor wrote is lost.

By default, every two of an edit, a manifest and a verb meet; with `EDITOR_CASES=all`, every three.
"""

import json
import os
import shutil
from itertools import product

import pytest

from generator.pipeline import Options
from generator.review.session import ReviewSession
from generator.run.console import Console
from generator.verbs.serve import ServedProject
from interruptions import EDITED
from program import digest, output, tree

TEXT = "The harbour bridge reopens\nLocal\n12 May 2024\n\n" + "The mayor thanked the workers. " * 9
TRAM = "Trams return to Northport\nLocal\n14 May 2024\n\n" + "Trams crossed the bridge again. " * 9
PAGE = "articles/2024/the-harbour-bridge-reopens.md"
MOVED = "articles/2024/bridge.md"
EDITS = ("edited", "renamed", "edited and renamed", "re-dated", "deleted", "list edited", "own")
MANIFESTS = ("kept", "lost", "corrupt", "empty", "of an older version")
VERBS = ("build", "build --force", "clean", "serve")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    project = tmp_path_factory.mktemp("editor") / "project"
    (project / "seeds").mkdir(parents=True)
    (project / "seeds/bridge.txt").write_text(TEXT)
    (project / "seeds/bridge.yml").write_text("collected: 2024-06-01\n")
    (project / "seeds/tram.txt").write_text(TRAM)
    (project / "seeds/tram.yml").write_text("collected: 2024-06-01\n")
    output(project)
    return project


def edit(project, how):
    """Do what an editor does; return the pages that must not be lost."""
    content = project / "content"
    page = content / PAGE
    match how:
        case "edited":
            page.write_text(page.read_text() + EDITED)
        case "renamed":
            page.rename(page.with_name("bridge.md"))
        case "edited and renamed":
            page.write_text(page.read_text() + EDITED)
            page.rename(page.with_name("bridge.md"))
        case "re-dated":
            page.write_text(page.read_text().replace("date: 2024-05-12", "date: 2024-03-05"))
        case "deleted":
            page.unlink()
        case "list edited":
            page = content / "index.md"
            page.write_text(page.read_text() + EDITED)
        case "own":
            page = content / "articles/2024/mine.md"
            page.write_text(f"---\ntitle: Mine\n---\n\n{EDITED}")
    pages = (file.read_bytes() for file in content.rglob("*.md"))
    return {data for data in pages if EDITED.encode() in data or b"date: 2024-03-05" in data}


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
    options = Options(project, project / "site", jobs=1)
    served = ServedProject(options, Console(quiet=True), ReviewSession(project))
    served.build()
    written = edit(project, how)
    served.build()
    (project / "seeds/tram.txt").write_text(TRAM + "And again.\n")
    served.build()
    return written


def pairwise():
    """Return cases in which each edit meets each manifest and verb, and each manifest each verb."""
    for row, how in enumerate(EDITS):
        for column, manifest in enumerate(MANIFESTS):
            yield how, manifest, VERBS[(row + column) % len(VERBS)]


def without_cache(how, manifest):
    """Return whether the cache is gone too: for half the cases of each edit, manifest and verb."""
    return (EDITS.index(how) // 2 + MANIFESTS.index(manifest)) % 2 == 1


CASES = list(product(EDITS, MANIFESTS, VERBS))
TRIED = CASES if os.environ.get("EDITOR_CASES") == "all" else list(pairwise())


@pytest.mark.parametrize(("how", "manifest", "verb"), TRIED)
def test_no_byte_of_the_editor_is_lost(built, tmp_path, how, manifest, verb):
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
