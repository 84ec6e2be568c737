"""The folder content/: its pages, what they record, and the writing of new ones."""
