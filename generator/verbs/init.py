"""Create a digest in a new folder."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import shlex
from collections.abc import Mapping
from pathlib import Path

from generator import __version__
from generator.config import SETTINGS_FILE
from generator.run import files
from generator.run.console import Console
from generator.run.folder_checks import check_folder
from generator.site.theme import HOME, MKDOCS_YML
from generator.text import clean, squeeze

_STARTER = Path(__file__).resolve().parent.parent / "starter"
_SCHEMA = SETTINGS_FILE.with_name("digest.schema.json")
_OWN_THEME = "  custom_dir: site_config/theme\n"
_OWN_THEME_HINT = "  # custom_dir: site_config/theme  # templates and styles of your own\n"
_SAMPLE = Path("seeds/harbour-bridge.txt")
# Where each file of the starter belongs in a project.
_PLACES = {
    "digest.yml": SETTINGS_FILE,
    "gitignore": Path(".gitignore"),
    "publish.yml": Path(".github/workflows/publish.yml"),
    "README.md": Path("README.md"),
    "requirements.txt": Path("requirements.txt"),
    "sample.txt": _SAMPLE,
}
_FILLED = frozenset({"digest.yml", "README.md", "requirements.txt", "sample.txt"})

EXAMPLES = """\
  digest init my-digest         settings, an article to delete, a workflow that publishes
  digest init --bare my-digest  the same without the article
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `init`."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the new project's folder")
    parser.add_argument("--bare", action="store_true", help="without the sample article")


def run(args: argparse.Namespace, console: Console) -> int:
    """Write the missing files; existing ones are left unchanged, and named in a message."""
    project: Path = args.project / args.folder
    today = dt.datetime.now(dt.UTC).date()
    made = starter(project.resolve().name, today, bare=args.bare)
    folders = {folder for path in (*made, _SAMPLE) for folder in path.parents}
    for folder in sorted(folders):
        check_folder(project / folder)
    for path, data in made.items():
        if (project / path).exists():
            console.say(f"{project / path}: exists, and is left as it is.")
        else:
            files.write(project / path, data)
    (project / "seeds").mkdir(exist_ok=True)
    console.say(f"{project}: a digest was created.", "bold")
    console.say(f"Next: cd {shlex.quote(str(project))} && digest serve --open")
    return 0


def starter(folder: str, today: dt.date, *, bare: bool) -> Mapping[Path, bytes]:
    """Return the files of a new project by path; the digest is named after `folder`.

    The sample article is dated `today`; a `bare` project has no sample.
    """
    name = squeeze(clean(folder.replace("-", " ").replace("_", " "))).title() or "My Digest"
    made = {
        Path("mkdocs.yml"): MKDOCS_YML.read_bytes().replace(
            _OWN_THEME.encode(), _OWN_THEME_HINT.encode()
        ),
        _SCHEMA: (HOME / _SCHEMA).read_bytes(),
    }
    for file, path in _PLACES.items():
        text = (_STARTER / file).read_text("utf-8")
        if file in _FILLED:
            text = text.format(
                name=name,
                quoted=json.dumps(name, ensure_ascii=False),  # a JSON string is valid YAML
                version=__version__,
                date=today.isoformat(),
            )
        if not (bare and path == _SAMPLE):
            made[path] = text.encode()
    return made
