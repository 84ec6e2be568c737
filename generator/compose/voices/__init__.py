"""Speakers and dates ahead: the quotations and dates of all articles."""
