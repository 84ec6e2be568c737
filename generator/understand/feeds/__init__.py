"""Feeds: RSS and Atom, JSON Feed, ninjs, and what their entries have in common."""
