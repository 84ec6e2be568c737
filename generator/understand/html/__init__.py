"""Saved pages: reader, `about/` for what a page states, `body/` for the article's text."""
