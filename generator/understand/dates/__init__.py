"""Dates: written in text, written for machines, month names, times and zones. Pure."""
