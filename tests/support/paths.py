"""Where the tests find the project, and the material that is kept beside it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"  # absent on most machines: what needs it skips and says so
CORPUS = SHARED / "corpus"
