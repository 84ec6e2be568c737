"""Who said what, and what is ahead: quotations and dates of all articles."""
