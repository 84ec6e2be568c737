"""The folder content/: reading its pages and their records, and writing new pages."""
