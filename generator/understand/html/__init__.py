"""Saved pages: reader, `metadata/` for what a page states, `body/` for the article's text."""
