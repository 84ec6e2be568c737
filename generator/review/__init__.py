"""Settling doubts: questions about articles, and an editor's answers → keys in sidecars."""
