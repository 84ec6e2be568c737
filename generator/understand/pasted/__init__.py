"""Pasted text: reader, headline, body, and `head/` for the facts around the headline."""
