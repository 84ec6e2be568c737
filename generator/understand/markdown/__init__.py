"""Markdown files: the reader, front matter, and Markdown to blocks."""
