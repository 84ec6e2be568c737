"""Settling doubts: what is in doubt, and an editor's answers → keys in sidecars."""
