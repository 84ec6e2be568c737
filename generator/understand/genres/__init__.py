"""Genres of text that have a form of their own: press releases and transcripts. Pure."""
