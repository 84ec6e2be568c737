"""The search index: its documents, its files, and how words are folded."""
