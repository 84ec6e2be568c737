"""Machine-readable output: feeds, JSON, metadata, files for hosts. Pure: values in, bytes out.

Everything is made from the entries of content/, which contain only what may be published of an
outlet's text: these files contain no text that pages do not show.
"""
