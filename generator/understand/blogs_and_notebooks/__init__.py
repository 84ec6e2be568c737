"""Exports of blogs and notebooks that are not feeds: Movable Type, Ghost, Medium, Evernote."""
