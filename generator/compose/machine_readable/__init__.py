"""Machine-readable output: feeds, JSON, metadata, files for hosts. Pure: values in, bytes out.

Everything is drawn from the entries of content/, which hold only what may be published of an
outlet's text; so what a page does not show, no file for machines holds.
"""
