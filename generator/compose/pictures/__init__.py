"""Figures and charts: counts over time, and the geometry that shows them. Pure."""
