"""The editor's side: corrections, doubts to settle, and the trace of each source line."""
