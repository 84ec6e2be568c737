"""Exports of blogs and notebooks that are no feeds: Movable Type, Ghost, Medium, Evernote."""
