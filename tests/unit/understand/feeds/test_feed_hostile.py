"""Public lists of hostile and broken feeds: nothing is opened, asked for or raised."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from paths import SHARED

PAYLOADS = SHARED / "payloads"
FOLDERS = ("feedparser", "defusedxml", "miniflux_encoding")
EVERY = 9  # one file of so many of the first folder; all of the small ones

# Runs in a process of its own: what listens to a process's events can't be taken away again.
CHILD = """
import datetime, json, sys
from pathlib import Path
from generator.config import Limits
from generator.models import Source
from generator.understand import understand

def read(name, data):
    return understand(Source(name, data, "", datetime.date(2026, 1, 1)), Limits())

files = [(name, Path(name).read_bytes()) for name in json.load(sys.stdin)]
for name, data in files:
    read(name, data)  # whatever is loaded once is loaded now
seen, results = [], {}
WATCHED = {"open", "subprocess.Popen", "os.system", "urllib.Request"}
sys.addaudithook(lambda event, args: seen.append(f"{event} {args[0]}")
                 if event in WATCHED or event.startswith("socket.") else None)
for name, data in files:
    found = read(name, data)
    results[name] = [len(found.articles), [one.message for one in found.problems]]
print(json.dumps([seen, results]))
"""


@pytest.mark.shared
def test_hostile_feeds_load_nothing_and_give_a_result():
    if not PAYLOADS.is_dir():
        pytest.skip(f"needs the lists in {PAYLOADS}")
    files = [file for name in FOLDERS for file in _sample(name)]
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=json.dumps([str(file) for file in files]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen, results = json.loads(done.stdout)
    assert seen == []
    assert len(results) == len(files)
    assert [name for name, (articles, said) in results.items() if not articles and not said] == []


def _sample(folder: str) -> list[Path]:
    files = sorted(file for file in (PAYLOADS / folder).rglob("*") if file.is_file())
    return files[:: EVERY if len(files) > 100 else 1]
