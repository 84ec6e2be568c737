"""The machinery of a run: processes, limits, cache, lock, report, console."""
