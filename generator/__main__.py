"""Run `digest` as `python -m generator`."""

import sys

from generator.cli import main

if __name__ == "__main__":  # processes that a run starts import this module too
    sys.exit(main())
