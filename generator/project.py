"""The folders of a project, and its build, which is skipped if nothing has changed.

Importing the stages takes longer than detecting that there is nothing to do, so they are imported
only once a build is needed.
"""

from __future__ import annotations

import gc
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.models import UsageError
from generator.run.folder_checks import check_file, check_project
from generator.run.kept_code import kept_code
from generator.run.last_build import LastBuild
from generator.run.lock import locked
from generator.run.program_fingerprint import PACKAGE
from generator.run.report import Progress, Report
from generator.site.site_folder import check_site
from generator.site.theme import MKDOCS_YML, THEME

if TYPE_CHECKING:
    from generator.run.parallel import KeptProcesses

SEEDS, CONTENT, CACHE, SETTINGS = "seeds", "content", ".cache", "site_config"
ASIDE, BUILT = "replaced", "built.json"  # in CACHE
# In CACHE: results that the next build reuses.
_RESULTS = (
    *(
        "understood",
        "heads.bin",
        "features.bin",
        "analysed",
        "parts.bin",
        "keywords.bin",
        "insights.bin",
        "stories.bin",
    ),
    *(BUILT, "entries.json", "pages.json", "sound.bin", "drawn.json", "searched.json"),
    *("found.bin", "texts", "templates", "former-site"),
)


class NoProject(UsageError):
    """The folder is not a digest project."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a project is built; `jobs` is the number of processes, None for one per core.

    `scheduler` is the address of a Dask cluster to use instead; `report` the file that the costs
    are written to; `kept` the processes that are kept after a build for the next one.
    """

    project: Path
    site: Path
    strict: bool = False
    redo: bool = False  # ignore the results of earlier builds
    force: bool = False  # redo, and replace pages edited by hand
    offline: bool = False
    jobs: int | None = None
    scheduler: str | None = None
    report: Path | None = None
    kept: KeptProcesses | None = None


def build(options: Options, report: Report, progress: Progress) -> None:
    """Build a project from its seeds to its site; add problems and costs to `report`."""
    cache = options.project / CACHE
    seeds_of(options.project)
    check_site(options.site)
    with locked(options.project, cache):
        if options.redo or options.force:
            forget_results(cache)
        last = _last_build(options)
        if outcome := last.outcome():
            report.repeat(outcome)
            return
        with kept_code(PACKAGE / "generator.pipeline.code"):
            from generator.pipeline import build_anew  # noqa: PLC0415 - see above

        gc.freeze()  # no search for unused cycles looks at what has been imported
        try:
            build_anew(options, report, progress, last)
        finally:
            gc.unfreeze()
        last.keep(report.outcome())


def _last_build(options: Options) -> LastBuild:
    return LastBuild(
        options.project / CACHE / BUILT,
        options.project,
        options.site,
        (THEME, MKDOCS_YML),
        (options.strict, options.offline),
        options.report,
    )


def forget_results(cache: Path) -> list[Path]:
    """Remove the results of earlier builds from the folder `cache`; return what was removed."""
    found = [cache / name for name in _RESULTS if (cache / name).exists()]
    for path in found:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    return found


def seeds_of(project: Path) -> Path:
    """Return the folder of a project's articles; `NoProject` if there is none.

    `Misplaced` if this or another folder of the project is a link, or a file of settings is none.
    """
    seeds = project / SEEDS
    check_project(seeds, project / CONTENT, project / CACHE, project / SETTINGS)
    for name in ("mkdocs.yml", f"{SETTINGS}/digest.yml"):
        check_file(project / name)
    if not seeds.is_dir():
        raise NoProject(
            f"{project}: there is no folder '{SEEDS}' here. Begin a digest with `digest init DIR`, "
            "or name a project's folder with -C."
        )
    return seeds
