"""Classifies the lines of a page: features, the learnt model, captions, fact lines, dates."""
