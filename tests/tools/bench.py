"""What a build costs, compared with plain MkDocs and Hugo in the same run: `make bench`.

Builds collections of the given sizes, changes them, builds again, and prints a table. Real articles
are used where they lie beside the project, else made-up ones. Ratios are of CPU seconds, because
those depend least on what else a machine does.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import bench_page
import bench_pasted
from bench_costs import Cost, Weight, run, weigh
from bench_project import ARTICLES, Project
from bench_rivals import hugo, mkdocs

SIZES = (1000,)
STEPS: Mapping[str, Callable[[Project], None]] = {
    "nothing changed": lambda _: None,
    "only times and modes changed": Project.touch,
    "one article changed": Project.change_article,
    "one article added": Project.add_article,
    "a setting changed (site_name)": Project.change_setting,
}
_ANALYSIS = ("understand", "analyse")
_WORDS = 450  # of a usual article: those that are measured differ in length
_LEAST_COLD = 0.02  # CPU seconds per article: below, the analysis came from the cache
_ABOUT = """\
`make bench` measured this in one run, with {articles} articles. Ratios are of CPU seconds.

- Plain MkDocs builds the same `content/` with stock Material and its search, the pages out of the
  navigation.
- Hugo builds the article pages with a minimal theme and its taxonomies.
- A first build has no pages and no site yet."""
_VERSIONS = ("mkdocs", "mkdocs-material", "hugo", "yake", "numpy")


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured at one size; `hugo` is None where Hugo is not installed.

    `words` is how many the articles have together.
    """

    count: int
    words: int
    first: Cost
    again: Mapping[str, Cost]
    mkdocs: Cost
    hugo: Cost | None
    weight: Weight


def measure(folder: Path, count: int) -> Measured:
    """Build a collection, plain rivals of it, and what changes in it."""
    project = Project(folder / str(count), count)
    words = project.words()
    rivals = project.folder / "rivals"
    shutil.rmtree(rivals, ignore_errors=True)
    rivals.mkdir()
    first = project.build()
    weight = weigh(project.folder / "site")
    plain = mkdocs(project.folder / "content", rivals / "mkdocs")
    other = hugo(project.folder / "content", rivals / "hugo")
    shutil.rmtree(rivals)
    again = {}
    for name, change in STEPS.items():
        change(project)
        again[name] = project.build()
    return Measured(count, words, first, again, plain, other, weight)


Row = tuple[str, list[str]]


def rows(found: Sequence[Measured]) -> Iterator[Row]:
    """Yield the lines of the table: what was measured, and a value per size."""

    def row(name: str, value: Callable[[Measured], str]) -> Row:
        return name, [value(at) for at in found]

    def ratio(cost: Cost | None, other: Cost | None) -> str:
        return f"{cost.cpu / other.cpu:.2f}" if cost and other else "–"

    def site(at: Measured) -> Cost:
        return Cost(at.first.stages["site"], at.first.walls["site"], 0)

    yield row("site stage, first build ÷ plain MkDocs", lambda at: ratio(site(at), at.mkdocs))
    yield row("site stage, first build ÷ Hugo", lambda at: ratio(site(at), at.hugo))
    for name in STEPS:
        yield row(
            f"build, {name} ÷ plain MkDocs",
            lambda at, name=name: f"{at.again[name].cpu / at.mkdocs.cpu:.3f}",
        )
    for name in STEPS:
        yield row(
            f"build, {name}: CPU s; wall s; pages written",
            lambda at, name=name: (
                f"{at.again[name].cpu:.2f}; {at.again[name].wall:.2f}; {at.again[name].written}"
            ),
        )
    yield row("plain MkDocs, CPU s", lambda at: f"{at.mkdocs.cpu:.1f}")
    yield row("Hugo, CPU s", lambda at: f"{at.hugo.cpu:.1f}" if at.hugo else "–")
    for stage in found[0].first.stages:
        yield row(
            f"first build, {stage}: CPU s", lambda at, stage=stage: f"{at.first.stages[stage]:.1f}"
        )
    yield row("first build: CPU s; wall s", lambda at: f"{at.first.cpu:.1f}; {at.first.wall:.1f}")
    yield row(f"analysis, CPU ms per {_WORDS} words", _analysis)
    yield row("words per article", lambda at: f"{at.words / at.count:.0f}")
    yield row("memory of the main process, first build, MB", lambda at: f"{at.first.memory:.0f}")
    yield row(
        "memory of the main process, one article added, MB",
        lambda at: f"{at.again['one article added'].memory:.0f}",
    )
    yield row(
        "site: KB per article", lambda at: f"{sum(at.weight.sizes.values()) / 1000 / at.count:.1f}"
    )
    yield row(
        "site: files per article", lambda at: f"{sum(at.weight.files.values()) / at.count:.2f}"
    )
    for kind in sorted(found[0].weight.files):
        yield row(
            f"site, {kind}: KB; files per article",
            lambda at, kind=kind: (
                f"{at.weight.sizes.get(kind, 0) / 1000 / at.count:.1f}; "
                f"{at.weight.files.get(kind, 0) / at.count:.2f}"
            ),
        )
    yield row(
        "search page before typing, KB gzipped", lambda at: f"{at.weight.search_page / 1000:.1f}"
    )


def growth(least: Measured, most: Measured) -> Iterator[Row]:
    """Yield how much dearer an article is in the larger collection: 1.0 is linear."""
    for stage, cpu in least.first.stages.items():
        yield stage, [f"{most.first.stages[stage] / most.count / (cpu / least.count):.2f}"]


def _analysis(at: Measured) -> str:
    cost = sum(at.first.stages[stage] for stage in _ANALYSIS)
    return f"{cost * 1000 * _WORDS / at.words:.0f}" if cost / at.count > _LEAST_COLD else "cached"


def single_rows() -> Iterator[Row]:
    """Yield what does not depend on the size of a collection."""
    with tempfile.TemporaryDirectory() as folder:
        cost = run([sys.executable, "-m", "generator", "--help"], Path(folder))
    yield "`digest --help`, CPU s", [f"{cost.cpu:.2f}"]
    yield "understanding a saved page of 200 KB, CPU ms", [f"{bench_page.milliseconds():.0f}"]
    yield "understanding a pasted page of 5 KB, CPU ms", [f"{bench_pasted.milliseconds():.1f}"]


def table(head: Sequence[str], lines: Sequence[Row]) -> str:
    """Return a Markdown table."""
    cells = [list(head), *([name, *values] for name, values in lines)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    text = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([text[0], rule, *text[1:]])


def machine() -> str:
    """Return what the figures were measured on, and with which versions."""
    versions = []
    for name in _VERSIONS:
        try:
            versions.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            versions.append(f"{name} not installed")
    return (
        f"{platform.system()} {platform.machine()}, {_processor()}, "
        f"Python {platform.python_version()}; {', '.join(versions)}."
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else "unknown processor"


def report(found: Sequence[Measured]) -> str:
    """Return the page of the benchmarks."""
    real = "real news" if ARTICLES.is_dir() else "made-up"
    sizes = [f"{at.count:,} articles" for at in found]
    parts = [
        "# Benchmarks",
        _ABOUT.format(articles=real),
        machine(),
        table(["", *sizes], list(rows(found))),
        table(["one command", "cost"], list(single_rows())),
    ]
    if len(found) > 1:
        name = f"seconds per article, {found[-1].count:,} ÷ {found[0].count:,}"
        parts.append(table(["stage", name], list(growth(found[0], found[-1]))))
    return "\n\n".join(parts) + "\n"


def main() -> None:
    """Measure, print, and write the page if one is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="articles (%(default)s)")
    parser.add_argument("--keep", type=Path, help="a folder that keeps the analysis between runs")
    parser.add_argument("--page", type=Path, help="a file to write the tables to")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (arguments.keep or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        text = report([measure(folder, size) for size in sorted(arguments.sizes)])
    print(text)
    if arguments.page:
        arguments.page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
