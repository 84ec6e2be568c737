"""What a first visit transfers, and Lighthouse's judgement of it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from chromium import executable, kinds

MOST_BYTES = 150_000
LEAST = {"performance": 0.95, "accessibility": 1, "best-practices": 0.95, "seo": 1}
JUDGED = [("demo", "front"), ("demo", "article")]
if os.environ.get("BROWSER_PAGES") == "all":
    JUDGED += [("large", "front")]
TRIES = 3  # a machine that does something else makes a page slow, never fast
FOLDER = Path(__file__).with_name("lighthouse")
PROGRAM = FOLDER / "node_modules/lighthouse/cli/index.js"


@pytest.mark.parametrize("site", ["large"])
def test_the_size_of_a_first_visit(tab, hosts, site):
    folder, address = hosts(site)
    page = tab(viewport={"width": 390, "height": 844})
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    sizes = []
    client.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address + kinds(folder)["article"], wait_until="networkidle")
    assert len(sizes) > 3
    assert sum(sizes) <= MOST_BYTES


@pytest.fixture(scope="session")
def lighthouse():
    """Return Lighthouse's program, installed as its lock says."""
    if not (shutil.which("node") and shutil.which("npm")):
        pytest.skip("Lighthouse needs node and npm (Debian: apt install nodejs npm)")
    with FileLock(f"{FOLDER}.lock"):
        if not PROGRAM.is_file():
            done = subprocess.run(
                ["npm", "ci", "--no-audit", "--no-fund"],
                cwd=FOLDER, capture_output=True, text=True, check=False,
            )  # fmt: skip
            assert "EUSAGE" not in done.stderr, "package-lock.json does not fit package.json"
            if done.returncode:
                pytest.skip(f"npm could not install Lighthouse: {done.stderr[-300:]}")
    return PROGRAM


def judged(program, address, folder):
    """Return the four scores, 0 to 1."""
    report = folder / "report.json"
    command = [
        "node", str(program), address, "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox",
    ]  # fmt: skip
    subprocess.run(command, env=os.environ | {"CHROME_PATH": executable()}, check=True, timeout=240)
    found = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: found[name]["score"] for name in LEAST}


@pytest.mark.parametrize(("site", "kind"), JUDGED, ids=map("-".join, JUDGED))
def test_lighthouse(lighthouse, hosts, tmp_path, site, kind):
    folder, address = hosts(site)
    for _ in range(TRIES):
        scores = judged(lighthouse, address + kinds(folder)[kind], tmp_path)
        low = {name: score for name, score in scores.items() if score < LEAST[name]}
        if set(low) != {"performance"}:
            break
    assert low == {}
