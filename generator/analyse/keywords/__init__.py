"""Keyword candidates: phrases, their features, filters and learnt weights. Pure."""
