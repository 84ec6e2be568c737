"""What carries a run: work on many items, processes, cache, lock, report, console."""
