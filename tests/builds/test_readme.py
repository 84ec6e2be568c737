"""What the README claims is true."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.config import Corrections, Settings
from paths import ROOT
from warm import Request, warm

README = (ROOT / "README.md").read_text(encoding="utf-8")
GIT = shutil.which("git") and (ROOT / ".git").exists()


def copy_of_the_checkout(target: Path) -> Path:
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    return target


def commands(block: str) -> list[str]:
    lines = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)[0 if block == "make" else 1]
    return [line.split("#")[0].strip() for line in lines.splitlines() if line.startswith(block)]


@pytest.mark.skipif(not GIT, reason="needs a git checkout")
def test_make_digest_on_a_fresh_machine(tmp_path):
    """In a folder with a space in its name, without a home, with whatever pip there is."""
    assert commands("make") == ["make digest", "make test"]
    project = copy_of_the_checkout(tmp_path / "a new folder")
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_"))}
    environment = {"PATH": os.defpath, "HOME": str(home), "PYTHON": sys.executable, **kept}
    environment["PATH"] = os.environ.get("PATH", os.defpath)
    done = subprocess.run(
        commands("make")[0].split(),
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert str(project / "site") in done.stdout
    assert (project / "site/index.html").is_file()
    for page in (ROOT / "content").rglob("*.md"):
        assert (project / page.relative_to(ROOT)).read_bytes() == page.read_bytes(), page.name


def test_every_verb_it_names(tmp_path):
    copy = tmp_path / "project"
    shutil.copytree(ROOT / "seeds", copy / "seeds")
    tried = []
    for line in commands("digest"):
        if line in ("digest serve", "digest add URL"):
            continue  # one runs until it is stopped, the other needs a network
        done = warm()(Request(shlex.split(line)[1:], folder=str(copy)))
        assert done.code in (0, 1), (line, done.stderr)
        tried.append(line.split()[1])
    assert tried == ["init", "build", "inspect", "check", "review", "new", "export", "clean"]


def test_every_file_it_points_to():
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), (page.name, target)


def test_the_settings_page_names_every_key():
    text = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    for name, field in Settings.model_fields.items():
        inner = getattr(field.annotation, "model_fields", None)
        for key in [f"{name}.{inner_key}" for inner_key in inner] if inner else [name]:
            assert f"| `{key}` |" in text, key


WRITTEN_BY_ADD = {"fetched", "fetched_from", "etag", "last_modified", "charset"}


def test_the_articles_page_names_every_correction():
    text = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md"))
    for name in Corrections.model_fields:
        assert f"\n{name}:" in text or name in WRITTEN_BY_ADD, name


def test_every_file_on_the_map_exists():
    """CONTRIBUTING.md names paths below the project, below generator/ or below its own folder."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`(?:… )?([\w./*-]+(?:/|\.(?:py|yml|json|md|\*)))`", text)
    homes = (ROOT, ROOT / "generator", ROOT / "tests", *(ROOT / "generator").rglob("*/"))
    assert len(named) > 50
    named = [name for name in named if "CODE" not in name]  # a file to be written
    missing = [name for name in named if not any(list(home.glob(name)) for home in homes)]
    assert missing == []
