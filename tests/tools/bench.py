"""What a build costs, as ratios within one run: `make bench [SIZES="100 400"]`.

Prints per size the CPU milliseconds per article and stage, for a first build and for one without
changes, and how much dearer an article is at the largest size than at the smallest (1.0 = linear).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import bench_page
import bench_pasted
import bench_tags
import newsroom

SIZES = (100, 400)
STAGES = ("read", "understand", "merge", "analyse", "relate", "write", "site")


def build(project: Path) -> dict[str, float]:
    """Build a project; return the CPU seconds of each stage."""
    report = project / "report.json"
    command = [sys.executable, "-m", "generator", "build", "-q", "-C", str(project)]
    subprocess.run([*command, "--report", str(report)], check=True)
    stages = json.loads(report.read_text(encoding="utf-8"))["stages"]
    return {stage["name"]: stage["cpu"] for stage in stages}


def row(name: str, costs: dict[str, float], count: int) -> str:
    """Return a line of CPU milliseconds per article."""
    cells = [costs[stage] * 1000 / count for stage in STAGES]
    return f"{name:<16}" + "".join(f"{cell:>12.1f}" for cell in (*cells, sum(cells)))


def main(sizes: tuple[int, ...]) -> None:
    """Measure and print."""
    print(f"{'ms CPU/article':<16}" + "".join(f"{name:>12}" for name in (*STAGES, "all")))
    totals: dict[int, float] = {}
    for count in sizes:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder)
            newsroom.write(project / "seeds", count)
            first = build(project)
            again = build(project)
        totals[count] = sum(first.values()) / count
        print(row(f"{count}, first", first, count))
        print(row(f"{count}, unchanged", again, count))
    ratio = totals[sizes[-1]] / totals[sizes[0]]
    print(f"understanding a saved page of 200 KB costs {bench_page.milliseconds():.0f} ms CPU")
    print(f"understanding a pasted page of 5 KB costs {bench_pasted.milliseconds():.1f} ms CPU")
    bench_tags.main()
    print(f"an article costs {ratio:.2f} times as much at {sizes[-1]} as at {sizes[0]}")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
