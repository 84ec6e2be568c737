"""Quotations and their speakers in the articles kept beside the project."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.analyse.quotes import quotations
from generator.models import Article, Block
from paths import CORPUS, SHARED
from sources import DAY

GOLD = CORPUS / "quotes.jsonl"
# The rules were made with these articles. On 58 others, read by hand, .97, .98 and .96 were
# reached.
REACHED = {"found": 0.98, "clean": 0.97, "named_P": 0.955, "named_R": 0.78}


@pytest.mark.shared
def test_quotations_are_attributed_as_well_as_ever(tmp_path: Path):
    if not GOLD.is_file():
        pytest.skip(f"needs the corpus in {GOLD.parent}")
    predicted = tmp_path / "predicted.jsonl"
    rows = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    predicted.write_text("".join(json.dumps(_predicted(row)) + "\n" for row in rows))
    command = [sys.executable, str(SHARED / "score/score_quotes.py"), str(GOLD), str(predicted)]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    reached = json.loads(done.stdout)
    assert {part: reached[part] for part, least in REACHED.items() if reached[part] < least} == {}


def _predicted(row: dict) -> dict:
    blocks = tuple(Block(text) for text in row["body"].split("\n"))
    article = Article(row["id"], "", DAY, row["title"] or "", blocks, row["lang"])
    found = [{"text": made.text, "speaker": made.speaker} for made in quotations(article)]
    return {"id": row["id"], "quotes": found}
