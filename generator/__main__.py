"""`python -m generator` is `digest`."""

import sys

from generator.cli import main

sys.exit(main())
